"""The year check: what of a frame can't hold in the time ahead, found before it happens (frame.md section 9).

Each kind reads only what the terms and the data handed in say. Tells nobody and changes nothing; whether somebody
confirmed a duty, and whether a way of ringing was tried, is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from intersession.rules.changes import changed_hours, changes_between
from intersession.rules.hours import ONE_DAY, instant_of, local_date, spans_from, zone_of
from intersession.rules.keeping import Broken, broken
from intersession.rules.schedule import Absence, Promise, Schedule
from intersession.rules.terms import Licence, Permit, Terms
from intersession.rules.urgent import COVER, THERAPIST, is_staffed
from intersession.rules.vocabulary import Clause
from intersession.rules.wording import Hours, Place, Words

# How long a crisis number counts as checked.
FRESH = timedelta(days=180)
# What is found may still name the next reading time after the last day, so that the horizon of hours.py covers both.
MOST_DAYS = 731
Value = str | int | date | Place | Hours | Words | Promise


class YearKind(StrEnum):
    """What a finding is about. `way-untested` (frame.md section 9) waits until ways of ringing can be tried."""

    URGENT_UNCOVERED = "urgent-uncovered"
    ABSENCE_UNCOVERED = "absence-uncovered"
    PROMISE_BROKEN = "promise-broken"
    LICENCE_LAPSES = "licence-lapses"
    REVIEW_DUE = "review-due"
    CONTACT_STALE = "contact-stale"
    CLOCK_CHANGE = "clock-change"
    HOLIDAY_UNKNOWN = "holiday-unknown"

    @property
    def clause(self) -> Clause:
        """The clause of the agreement it touches."""
        return CLAUSES[self]


CLAUSES = {
    YearKind.URGENT_UNCOVERED: Clause.A8,
    YearKind.ABSENCE_UNCOVERED: Clause.A9,
    YearKind.PROMISE_BROKEN: Clause.A5,
    YearKind.LICENCE_LAPSES: Clause.A18,
    YearKind.REVIEW_DUE: Clause.A30,
    YearKind.CONTACT_STALE: Clause.A7,
    YearKind.CLOCK_CHANGE: Clause.A8,
    YearKind.HOLIDAY_UNKNOWN: Clause.A4,
}


@dataclass(frozen=True, slots=True)
class YearFinding:
    """Something to look at from `start` until just before `end` (UTC). `code` tells the sentences of a kind apart.

    `start` equals `end` only where a night's hours vanish in a clock change.
    """

    kind: YearKind
    start: datetime
    end: datetime
    code: str
    values: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class CrisisNumbers:
    """The crisis numbers of a country and the day the oldest of them was read; None where nobody noted one."""

    country: str
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class ReviewDay:
    """When an agreement is looked at again, and whose it is."""

    on: date
    who: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the check needs beside the terms. Nothing is assumed about what is left out."""

    crisis: CrisisNumbers | None = None
    reviews: tuple[ReviewDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days looked at, both inclusive, on the therapist's calendar, with their instants (UTC)."""

    first: date
    last: date
    zone: str

    @property
    def start(self) -> datetime:
        """The first instant of the first day."""
        return self.midnight(self.first)

    @property
    def end(self) -> datetime:
        """The first instant after the last day."""
        return self.midnight(self.last + ONE_DAY)

    def midnight(self, on: date) -> datetime:
        """Return the first instant of a day."""
        return instant_of(on, 0, zone_of(self.zone))


def year(terms: Terms, first: date, last: date, known: Known | None = None) -> tuple[YearFinding, ...]:
    """Return what to look at from `first` to `last` (both inclusive), in order of time.

    Raises ValueError for days that run backwards or span more than MOST_DAYS.
    """
    if not 0 <= (last - first).days < MOST_DAYS:
        raise ValueError(f"not a stretch of days to look at: {first} - {last}")
    known, ahead = known or Known(), Stretch(first, last, terms.schedule.zone)
    found = (
        *_urgent(terms, ahead),
        *_absences(terms, ahead),
        *_promises(terms, ahead),
        *_rights(terms, ahead),
        *_reviews(terms, ahead, known.reviews),
        *_crisis(ahead, known.crisis),
        *_clocks(terms, ahead),
        *_holidays(terms, ahead),
    )
    order = list(YearKind)
    return tuple(sorted(found, key=lambda each: (each.start, order.index(each.kind), each.end)))


def _finding(kind: YearKind, start: datetime, end: datetime, code: str = "", **values: Value) -> YearFinding:
    return YearFinding(kind, start, end, f"{kind}-{code}" if code else kind.value, tuple(values.items()))


def _urgent(terms: Terms, ahead: Stretch) -> Iterator[YearFinding]:
    """Yield the hours for urgent calls in which a call would reach nobody: the rest of `urgent.duty_from`."""
    if not terms.urgent.offered:
        return
    hours = Schedule(ahead.zone, terms.urgent.hours)
    gap: YearFinding | None = None
    for start, end in spans_from(hours, ahead.start):
        if start >= ahead.end:
            break
        on = local_date(hours, start)
        if is_staffed(terms, on):
            continue
        next_one = _uncovered(terms, on, start, min(end, ahead.end))
        if gap and gap.end == start:
            same = gap.code == next_one.code
            gap = replace(gap if same else _finding(gap.kind, gap.start, gap.end, "mixed"), end=next_one.end)
            continue
        if gap:
            yield gap
        gap = next_one
    if gap:
        yield gap


def _uncovered(terms: Terms, on: date, start: datetime, end: datetime) -> YearFinding:
    """Return a gap with why nobody is there."""
    named = {who for step in terms.urgent.steps for who in step.notify}
    absence = _absence_on(terms.schedule, on)
    if absence is None:
        return _finding(YearKind.URGENT_UNCOVERED, start, end, "only-cover" if COVER in named else "nobody")
    if absence.cover:
        return _finding(YearKind.URGENT_UNCOVERED, start, end, "cover-not-called", cover=absence.cover)
    code = "away" if THERAPIST in named else "nobody"
    return _finding(YearKind.URGENT_UNCOVERED, start, end, code)


def _absence_on(schedule: Schedule, on: date) -> Absence | None:
    """Return the absence that counts on a day: the first that is written down, as everywhere else."""
    return next((each for each in schedule.absences if each.first <= on <= each.last), None)


def _absences(terms: Terms, ahead: Stretch) -> Iterator[YearFinding]:
    """Yield each run of days away without anybody who stands in."""
    first: date | None = None
    for number in range((ahead.last - ahead.first).days + 2):
        on = ahead.first + timedelta(days=number)
        absence = _absence_on(terms.schedule, on) if on <= ahead.last else None
        open_day = absence is not None and not absence.cover
        if open_day and first is None:
            first = on
        elif not open_day and first is not None:
            yield _days(YearKind.ABSENCE_UNCOVERED, ahead, first, on - ONE_DAY)
            first = None


def _days(kind: YearKind, ahead: Stretch, first: date, last: date) -> YearFinding:
    """Return a finding about whole days, worded for one or for several."""
    start, end = ahead.midnight(first), ahead.midnight(last + ONE_DAY)
    if first == last:
        return _finding(kind, start, end, "day", day=first)
    return _finding(kind, start, end, "days", first=first, last=last)


def _promises(terms: Terms, ahead: Stretch) -> Iterator[YearFinding]:
    """Yield when messages would have to be sent for a promise to break."""
    answers = terms.answers
    made = {"seen": answers.seen, "answered": answers.answered}
    if answers.practical and answers.practical != answers.answered:
        made["practical"] = answers.practical
    for name, promise in made.items():
        for each in broken(terms.schedule, promise, ahead.start, ahead.end):
            yield _broken(name, promise, each)


def _broken(name: str, promise: Promise, each: Broken) -> YearFinding:
    kind = YearKind.PROMISE_BROKEN
    if each.opens is None:
        return _finding(kind, each.start, each.end, f"{name}-never", promise=promise)
    return _finding(kind, each.start, each.end, name, promise=promise, opens=each.opens)


def _rights(terms: Terms, ahead: Stretch) -> Iterator[YearFinding]:
    """Yield from when on a licence or a permit no longer holds, where none of the same kind goes on."""
    rights = terms.therapist.rights
    for right in rights:
        if right.until is None or right.until >= ahead.last or _goes_on(right, right.until, rights):
            continue
        start, place = max(ahead.first, right.until + ONE_DAY), right.jurisdiction
        code = "licence" if isinstance(right, Licence) else "permit"
        known: Place | Words = Place(place)
        if isinstance(right, Permit) and not place:
            # A permit for all places of a compact.
            code, known = "compact", Words("finding-compact", (str(right.compact),))
        yield _finding(
            YearKind.LICENCE_LAPSES, ahead.midnight(start), ahead.end, code, place=known, until=right.until
        )


def _goes_on(right: Licence | Permit, until: date, rights: tuple[Licence | Permit, ...]) -> bool:
    """Whether another right of the same kind ends later or never."""
    same = [each.until for each in rights if replace(each, until=None) == replace(right, until=None)]
    return any(each is None or each > until for each in same)


def _reviews(terms: Terms, ahead: Stretch, reviews: tuple[ReviewDay, ...]) -> Iterator[YearFinding]:
    """Yield the days on which something is to be looked at again; one that passed stands on the first day."""
    limits = terms.suitability
    own = (ReviewDay(limits.review_on),) if limits and limits.review_on else ()
    for each in dict.fromkeys((*own, *reviews)):
        if each.on > ahead.last:
            continue
        on = max(each.on, ahead.first)
        code = ("past" if each.on < ahead.first else "ahead") + ("-of" if each.who else "")
        values: dict[str, Value] = {"day": each.on, **({"who": each.who} if each.who else {})}
        start, end = ahead.midnight(on), ahead.midnight(on + ONE_DAY)
        yield _finding(YearKind.REVIEW_DUE, start, end, code, **values)


def _crisis(ahead: Stretch, numbers: CrisisNumbers | None) -> Iterator[YearFinding]:
    """Yield from when on the crisis numbers count as stale if nobody checks them again."""
    if numbers is None:
        return
    place = Place(numbers.country)
    if numbers.checked_on is None:
        yield _finding(YearKind.CONTACT_STALE, ahead.start, ahead.end, "never", place=place)
        return
    stale = max(ahead.first, numbers.checked_on + FRESH + ONE_DAY)
    if stale <= ahead.last:
        values: dict[str, Value] = {"place": place, "checked": numbers.checked_on, "stale": stale}
        yield _finding(YearKind.CONTACT_STALE, ahead.midnight(stale), ahead.end, "since", **values)


def _clocks(terms: Terms, ahead: Stretch) -> Iterator[YearFinding]:
    """Yield the clock changes that make hours for urgent calls shorter or longer than they read."""
    if not terms.urgent.offered:
        return
    for change in changes_between(ahead.zone, ahead.start, ahead.end):
        hit = changed_hours(terms.urgent.hours, ahead.zone, change)
        if hit is None:
            continue
        code = "forward" if change.after > change.before else "back"
        values: dict[str, Value] = {
            "change": change.at,
            "before": change.clock(change.before),
            "after": change.clock(change.after),
            "hours": Hours(hit.windows),
            "planned": hit.planned,
            "real": hit.real,
        }
        code = "vanish" if hit.real == 0 else code
        start, end = max(hit.start, ahead.start), min(hit.end, ahead.end)
        yield _finding(YearKind.CLOCK_CHANGE, start, end, code, **values)


def _holidays(terms: Terms, ahead: Stretch) -> Iterator[YearFinding]:
    """Yield the years in which the named calendar has no single day; adjoining years are one finding."""
    calendar = terms.schedule.calendar
    if calendar.code == "none":
        return
    empty = [at for at in range(ahead.first.year, ahead.last.year + 1) if not calendar.days_in(at)]
    runs: list[tuple[int, int]] = []
    for at in empty:
        if runs and runs[-1][1] == at - 1:
            runs[-1] = runs[-1][0], at
        else:
            runs.append((at, at))
    for first, last in runs:
        start = ahead.midnight(max(ahead.first, date(first, 1, 1)))
        end = ahead.midnight(min(ahead.last, date(last, 12, 31)) + ONE_DAY)
        # Years are names, not amounts: as text they get no thousands mark.
        values: dict[str, Value] = {"place": Place(calendar.code), "first": str(first), "last": str(last)}
        yield _finding(YearKind.HOLIDAY_UNKNOWN, start, end, "year" if first == last else "years", **values)
