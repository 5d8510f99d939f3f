"""Compares two terms and says, change by change, what became wider, narrower or merely different.

A change needs both signatures, except narrowing (frame.md section 2). Asks nobody and stores nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from intersession.rules.promises import elapsed
from intersession.rules.schedule import Absence, Promise, Week, Window, Windows
from intersession.rules.terms import ChannelTerms, Fees, Reader, Terms
from intersession.rules.vocabulary import Channel, Clause, NoticeStyle, Unit
from intersession.rules.wording import WEEKDAYS, Hours, LineValue, Place, Times, Words


class Direction(StrEnum):
    """Narrowing takes something away from contact; widening adds to it or costs more; neutral is neither."""

    NARROWING = "narrowing"
    WIDENING = "widening"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `code` names the text difference-<code>; values carry what was and what will be."""

    clause: Clause
    code: str
    direction: Direction
    values: tuple[tuple[str, LineValue], ...] = ()

    @property
    def needs_consent(self) -> bool:
        """Whether both must sign before it holds."""
        return self.direction is not Direction.NARROWING


Changes = Iterator[Change]
NARROWER, WIDER, OTHER = Direction.NARROWING, Direction.WIDENING, Direction.NEUTRAL


def difference(old: Terms, new: Terms) -> tuple[Change, ...]:
    """Return every change from `old` to `new`, in the order of the clauses."""
    parts = (
        _purpose,
        _channels,
        _hours,
        _answers,
        _guide,
        _emergency,
        _urgent,
        _absences,
        _readers,
        _protect,
        _notices,
    )
    changes = [change for part in (*parts, _person, _fees, _review, _own_words) for change in part(old, new)]
    return tuple(sorted(changes, key=lambda change: change.clause.number))


def _change(clause: Clause, code: str, direction: Direction, **values: LineValue) -> Change:
    return Change(clause, code, direction, tuple(values.items()))


def _by_size(old: int, new: int) -> Direction:
    if old == new:
        return OTHER
    return WIDER if new > old else NARROWER


def _purpose(old: Terms, new: Terms) -> Changes:
    if old.purpose.topics != new.purpose.topics:
        topics = Words("clauses-topic", new.purpose.topics)
        yield _change(Clause.A1, "topics", _by_set(old.purpose.topics, new.purpose.topics), after=topics)
    if old.purpose.keep != new.purpose.keep:
        yield _change(Clause.A2, "keep", OTHER, after=Words("clauses-keep", new.purpose.keep))


def _by_set(old: tuple[str, ...], new: tuple[str, ...]) -> Direction:
    if set(new) == set(old):
        return OTHER
    if set(new) < set(old):
        return NARROWER
    return WIDER if set(new) > set(old) else OTHER


def _channels(old: Terms, new: Terms) -> Changes:
    for channel in Channel:
        before, after = old.channel(channel), new.channel(channel)
        name = Words("clauses-channel", (channel.value,))
        if before is None and after is not None:
            content = Words("clauses-content", (after.content.value,))
            yield _change(Clause.A3, "channel-added", WIDER, channel=name, content=content)
        elif before is not None and after is None:
            yield _change(Clause.A3, "channel-removed", NARROWER, channel=name)
        elif before is not None and after is not None:
            yield from _channel(name, before, after)


def _channel(name: Words, before: ChannelTerms, after: ChannelTerms) -> Changes:
    if before.content is not after.content:
        way = _by_size(before.content.rank, after.content.rank)
        content = Words("clauses-content", (after.content.value,))
        yield _change(Clause.A3, "channel-content", way, channel=name, content=content)
    if before.minutes != after.minutes:
        # No bound at all is the widest bound.
        way = _by_size(before.minutes or 1 << 30, after.minutes or 1 << 30)
        code = "channel-minutes" if after.minutes else "channel-minutes-free"
        yield _change(Clause.A3, code, way, channel=name, after=after.minutes)
    if before.hours != after.hours:
        yield _change(Clause.A3, "channel-hours", _by_weeks(before.hours, after.hours), channel=name)
    if before.encryption is not after.encryption:
        way = _by_size(before.encryption.rank, after.encryption.rank)
        wanted = Words("difference-encryption", (after.encryption.value,))
        yield _change(Clause.A13, "channel-encryption", way, channel=name, after=wanted)
    if before.warned != after.warned:
        code, way = ("risk-accepted", WIDER) if after.warned else ("risk-declined", NARROWER)
        yield _change(Clause.A13, code, way, channel=name)


def _minutes(windows: Windows) -> set[int]:
    return {minute for each in windows for minute in range(each.start, each.end)}


def _by_windows(old: Windows, new: Windows) -> Direction:
    before, after = _minutes(old), _minutes(new)
    if before == after:
        return OTHER
    if after <= before:
        return NARROWER
    return WIDER if after >= before else OTHER


def _any_time(week: Week) -> Week:
    """Return a channel's hours with "none named" spelled out as all of them."""
    day = (Window(0, 24 * 60),)
    return week if any(week) else (day, day, day, day, day, day, day)


def _by_weeks(old: Week, new: Week) -> Direction:
    ways = {_by_windows(a, b) for a, b in zip(_any_time(old), _any_time(new), strict=True) if a != b}
    return ways.pop() if len(ways) == 1 else OTHER


def _day_change(clause: Clause, code: str, day: str, before: Windows, after: Windows) -> Change:
    name, way = Words("clauses-day", (day,)), _by_windows(before, after)
    return _change(clause, code, way, day=name, before=Hours(before), after=Hours(after))


def _hours(old: Terms, new: Terms) -> Changes:
    for day, before, after in zip(WEEKDAYS, old.schedule.week, new.schedule.week, strict=True):
        if before != after:
            yield _day_change(Clause.A4, "hours", day, before, after)
    if old.schedule.zone != new.schedule.zone:
        yield _change(Clause.A4, "zone", OTHER, before=old.schedule.zone, after=new.schedule.zone)
    if old.schedule.calendar != new.schedule.calendar:
        codes = old.schedule.calendar.code, new.schedule.calendar.code
        way = {codes[0]: NARROWER, codes[1]: WIDER}.get("none", OTHER)
        yield _change(Clause.A4, "holidays", way, before=Place(codes[0]), after=Place(codes[1]))
    if old.schedule.alerts != new.schedule.alerts:
        code = "alerts" if new.schedule.alerts else "alerts-as-they-come"
        yield _change(Clause.A4, code, OTHER, after=Times(new.schedule.alerts))
    for opening in new.schedule.extra:
        if opening not in old.schedule.extra:
            yield _change(Clause.A4, "extra-added", WIDER, on=opening.on, after=Hours(opening.windows))
    for opening in old.schedule.extra:
        if opening not in new.schedule.extra:
            yield _change(Clause.A4, "extra-removed", NARROWER, on=opening.on, before=Hours(opening.windows))


def _by_promise(old: Promise, new: Promise) -> Direction:
    """Return wider for a faster promise. Different clocks can't be compared, so they are merely different."""
    plain = {Unit.MINUTES, Unit.HOURS}
    if old.unit in plain and new.unit in plain:
        return _by_size(elapsed(new) // timedelta(minutes=1), elapsed(old) // timedelta(minutes=1))
    return _by_size(new.amount, old.amount) if old.unit is new.unit else OTHER


def _answers(old: Terms, new: Terms) -> Changes:
    pairs = (
        ("seen", old.answers.seen, new.answers.seen),
        ("answered", old.answers.answered, new.answers.answered),
        (
            "practical",
            old.answers.practical or old.answers.answered,
            new.answers.practical or new.answers.answered,
        ),
    )
    for code, before, after in pairs:
        if before != after:
            yield _change(Clause.A5, code, _by_promise(before, after), before=before, after=after)


def _guide(old: Terms, new: Terms) -> Changes:
    pairs = (
        ("guide-words", old.guide.words, new.guide.words),
        ("guide-count", old.guide.messages_per_week, new.guide.messages_per_week),
    )
    for code, before, after in pairs:
        if before != after:
            way = _by_size(before or 1 << 30, after or 1 << 30)
            yield _change(Clause.A6, code if after else f"{code}-none", way, before=before, after=after)


def _emergency(old: Terms, new: Terms) -> Changes:
    if old.emergency != new.emergency:
        yield _change(Clause.A7, "emergency", OTHER, after=new.emergency.number or "–")


def _urgent(old: Terms, new: Terms) -> Changes:
    before, after = old.urgent, new.urgent
    if before.offered != after.offered:
        yield _change(
            Clause.A8, *(("urgent-offered", WIDER) if after.offered else ("urgent-stopped", NARROWER))
        )
        return
    if not after.offered:
        return
    for day, was, will in zip(WEEKDAYS, before.hours, after.hours, strict=True):
        if was != will:
            yield _day_change(Clause.A8, "urgent-hours", day, was, will)
    if before.steps != after.steps:
        yield _change(Clause.A8, "urgent-steps", OTHER, after=len(after.steps))


def _absences(old: Terms, new: Terms) -> Changes:
    before = {(each.first, each.last): each for each in old.schedule.absences}
    after = {(each.first, each.last): each for each in new.schedule.absences}
    for dates, absence in after.items():
        if dates not in before:
            yield _absence("absence-added", NARROWER if not absence.cover else OTHER, absence)
        elif before[dates].cover != absence.cover:
            yield _absence("absence-cover", OTHER if absence.cover else NARROWER, absence)
    for dates, absence in before.items():
        if dates not in after:
            yield _absence("absence-removed", WIDER, absence)


def _absence(code: str, way: Direction, absence: Absence) -> Change:
    values: dict[str, LineValue] = {"first": absence.first, "last": absence.last}
    if code == "absence-removed":
        return _change(Clause.A9, code, way, **values)
    if absence.cover:
        return _change(Clause.A9, f"{code}-covered", way, **values, cover=absence.cover)
    return _change(Clause.A9, code, way, **values)


def _readers(old: Terms, new: Terms) -> Changes:
    before = {(each.name, each.role): each for each in old.readers}
    after = {(each.name, each.role): each for each in new.readers}
    for who, reader in after.items():
        if who not in before:
            yield _reader("reader-added", WIDER, reader)
        elif before[who].sees is not reader.sees:
            yield _reader("reader-sees", _by_size(before[who].sees.rank, reader.sees.rank), reader)
    for who, reader in before.items():
        if who not in after:
            yield _reader("reader-removed", NARROWER, reader)


def _reader(code: str, way: Direction, reader: Reader) -> Change:
    role, sees = Words("clauses-role", (reader.role.value,)), Words("clauses-sees", (reader.sees.value,))
    if code == "reader-removed":
        return _change(Clause.A10, code, way, name=reader.name, role=role)
    return _change(Clause.A10, code, way, name=reader.name, role=role, sees=sees)


def _protect(old: Terms, new: Terms) -> Changes:
    if old.protect != new.protect:
        yield _change(Clause.A11, "protect" if old.protect else "protect-added", OTHER)


def _notices(old: Terms, new: Terms) -> Changes:
    if old.notices != new.notices:
        silent = new.notices.style is NoticeStyle.NOTHING
        yield _change(Clause.A15, "notices-none" if silent else "notices", NARROWER if silent else OTHER)
    before, after = old.safe_times, new.safe_times
    if before == after:
        return
    if after is None:
        yield _change(Clause.A15, "safe-times-any", WIDER)
    else:
        same_zone = before is None or before.zone == after.zone
        week = before.week if before else after.week
        way = NARROWER if before is None else (_by_weeks(week, after.week) if same_zone else OTHER)
        yield _change(Clause.A15, "safe-times", way)


def _person(old: Terms, new: Terms) -> Changes:
    before, after = old.therapist, new.therapist
    if before.name != after.name:
        yield _change(Clause.A17, "therapist", OTHER, before=before.name, after=after.name)
    if (before.jurisdiction, before.licences) != (after.jurisdiction, after.licences):
        yield _change(Clause.A18, "licences", OTHER, after=after.jurisdiction)
    if before.permits != after.permits:
        yield _change(Clause.A18, "permits", OTHER)
    if before.languages != after.languages:
        yield _change(Clause.A10, "languages", OTHER, after=", ".join(after.languages))


def _fees(old: Terms, new: Terms) -> Changes:
    if old.fees == new.fees:
        return
    if new.fees is None:
        yield _change(Clause.A19, "fees-none", NARROWER)
        return
    price = f"{new.fees.per_minute} {new.fees.currency}"
    way = _by_fees(old.fees, new.fees)
    yield _change(Clause.A19, "fees", way, free=new.fees.free_minutes, price=price)


def _by_fees(old: Fees | None, new: Fees) -> Direction:
    """Return narrowing only when nothing got dearer: a new cost always needs a yes."""
    if old is None or old.currency != new.currency:
        return WIDER
    dearer = (
        Decimal(new.per_minute) > Decimal(old.per_minute),
        new.free_minutes < old.free_minutes,
        not set(old.never_for) <= set(new.never_for),
    )
    return WIDER if any(dearer) else NARROWER


def _review(old: Terms, new: Terms) -> Changes:
    if old.review != new.review:
        first, every = new.review.first_after, new.review.every
        yield _change(Clause.A30, "review", OTHER, first=first, every=every)


def _own_words(old: Terms, new: Terms) -> Changes:
    before = {(each.clause, each.language): each.text for each in old.additions}
    after = {(each.clause, each.language): each.text for each in new.additions}
    changed = {
        clause
        for clause, language in {**before, **after}
        if before.get((clause, language)) != after.get((clause, language))
    }
    for clause in sorted(changed, key=lambda each: each.number):
        yield _change(clause, "own-words", OTHER, number=clause.number)
