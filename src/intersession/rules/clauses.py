"""Says what each clause of an agreement states, as lines with values taken from the terms.

The words are in locale/<lang>/clauses.ftl, the layout in frame/render.py. Because the lines come from the
same terms the rules read, text and rule can't drift apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from intersession.rules.schedule import Period, Promise, Week
from intersession.rules.terms import ChannelTerms, Protect, Terms
from intersession.rules.vocabulary import Channel, Clause, NoticeStyle, ProtectKind
from intersession.rules.wording import WEEKDAYS, Hours, Line, Place, Times, Words, line

# The clauses of the first agreement form; the others need data that is not there yet.
AGREEMENT_CLAUSES = (
    Clause.A1,
    Clause.A2,
    Clause.A3,
    Clause.A4,
    Clause.A5,
    Clause.A6,
    Clause.A7,
    Clause.A8,
    Clause.A10,
    Clause.A11,
    Clause.A13,
    Clause.A15,
    Clause.A28,
    Clause.A30,
)
# Clauses nothing in the program can hold anybody to; their text says so.
RELIED_ON = frozenset({Clause.A1, Clause.A11})
Lines = Iterator[Line]


def clauses_of(terms: Terms) -> tuple[Clause, ...]:
    """Return the clauses of an agreement's text, in order. Terms older than clause A11 stay without it."""
    if terms.protect is not None:
        return AGREEMENT_CLAUSES
    return tuple(each for each in AGREEMENT_CLAUSES if each is not Clause.A11)


def clause_lines(terms: Terms, clause: Clause) -> tuple[Line, ...]:
    """Return the sentences of a clause, in order. Raises KeyError for a clause without a text."""
    return tuple(WRITERS[clause](terms))


def _name(terms: Terms) -> str:
    return terms.therapist.name


def _week(code: str, week: Week) -> Lines:
    for day, windows in zip(WEEKDAYS, week, strict=True):
        if windows:
            yield line(code, day=Words("clauses-day", (day,)), hours=Hours(windows))


def _promise(code: str, promise: Promise, name: str) -> Line:
    if promise.amount == 0:
        return line(f"{code}{promise.unit}", therapist=name)
    return line(f"{code}{promise.unit}", therapist=name, count=promise.amount)


def _period(code: str, period: Period) -> Line:
    return line(f"{code}{period.unit}", count=period.amount)


def _purpose(terms: Terms) -> Lines:
    if terms.purpose.topics:
        yield line("clauses-a1-topics", topics=Words("clauses-topic", terms.purpose.topics))
    yield line("clauses-a1-none")


def _not(terms: Terms) -> Lines:
    if terms.purpose.keep:
        yield line("clauses-a2-keep", topics=Words("clauses-keep", terms.purpose.keep))
    yield line("clauses-a2-session")


def _channels(terms: Terms) -> Lines:
    for each in terms.channels:
        channel = Words("clauses-channel", (each.channel.value,))
        yield line(
            "clauses-a3-channel", channel=channel, content=Words("clauses-content", (each.content.value,))
        )
        if each.minutes:
            yield line("clauses-a3-minutes", channel=channel, count=each.minutes)
        for day, windows in zip(WEEKDAYS, each.hours, strict=True):
            if windows:
                name = Words("clauses-day", (day,))
                yield line("clauses-a3-hours", channel=channel, day=name, hours=Hours(windows))
    yield line("clauses-a3-none") if not terms.channels else line("clauses-a3-only", therapist=_name(terms))


def _hours(terms: Terms) -> Lines:
    schedule = terms.schedule
    yield from _week("clauses-a4-day", schedule.week)
    for opening in schedule.extra:
        yield line("clauses-a4-extra", on=opening.on, hours=Hours(opening.windows))
    yield line("clauses-a4-zone", zone=schedule.zone)
    if schedule.calendar.code == "none":
        yield line("clauses-a4-holidays-too")
    else:
        yield line("clauses-a4-holidays", place=Place(schedule.calendar.code))
    if schedule.alerts:
        yield line("clauses-a4-slots", therapist=_name(terms), times=Times(schedule.alerts))
    else:
        yield line("clauses-a4-as-they-come", therapist=_name(terms))
    yield line("clauses-a4-write")


def _answers(terms: Terms) -> Lines:
    answers = terms.answers
    yield _promise("clauses-a5-seen-", answers.seen, _name(terms))
    yield _promise("clauses-a5-answered-", answers.answered, _name(terms))
    if answers.practical is not None:
        yield _promise("clauses-a5-practical-", answers.practical, _name(terms))
    yield line("clauses-a5-more-time", therapist=_name(terms))
    if terms.deputy:
        yield line("clauses-a5-late-deputy", therapist=_name(terms), deputy=terms.deputy)
    else:
        yield line("clauses-a5-late", therapist=_name(terms))


def _guide(terms: Terms) -> Lines:
    guide = terms.guide
    if guide.words:
        yield line("clauses-a6-words", count=guide.words)
    if guide.messages_per_week:
        yield line("clauses-a6-count", count=guide.messages_per_week)
    if not guide.words and not guide.messages_per_week:
        yield line("clauses-a6-none")
    yield line("clauses-a6-arrives")


def _emergency(terms: Terms) -> Lines:
    emergency = terms.emergency
    if not emergency.is_filled:
        yield line("clauses-a7-empty")
        return
    yield line("clauses-a7-number", number=emergency.number)
    for each in emergency.lines:
        yield line("clauses-a7-line", name=each.name, number=each.number)
    if emergency.service:
        yield line("clauses-a7-service", name=emergency.service)
    yield line("clauses-a7-not-here", therapist=_name(terms))


def _urgent(terms: Terms) -> Lines:
    urgent = terms.urgent
    if not urgent.offered:
        yield line("clauses-a8-not-offered", therapist=_name(terms))
        return
    yield from _week("clauses-a8-day", urgent.hours)
    for number, step in enumerate(urgent.steps, start=1):
        who, ways = Words("clauses-who", step.notify), Words("clauses-way", step.by)
        yield line("clauses-a8-step", number=number, who=who, ways=ways, wait=step.wait)
    yield line("clauses-a8-nobody")


def _readers(terms: Terms) -> Lines:
    yield line("clauses-a10-two" if terms.readers else "clauses-a10-nobody", therapist=_name(terms))
    for each in terms.readers:
        role, sees = Words("clauses-role", (each.role.value,)), Words("clauses-sees", (each.sees.value,))
        yield line("clauses-a10-reader", name=each.name, role=role, sees=sees)
    yield line("clauses-a10-server")


def _limits(terms: Terms) -> Lines:
    yield from _danger(terms.protect or Protect(), _name(terms))
    yield line("clauses-a11-own-life", therapist=_name(terms))
    yield line("clauses-a11-child", therapist=_name(terms))
    yield line("clauses-a11-court", therapist=_name(terms))
    yield line("clauses-a11-first", therapist=_name(terms))


def _danger(protect: Protect, name: str) -> Lines:
    if protect.kind is ProtectKind.NOT_KNOWN:
        yield line("clauses-a11-not-known", therapist=name)
        return
    yield line(f"clauses-a11-{protect.kind}", therapist=name, place=Place(protect.place))
    if protect.citation:
        yield line("clauses-a11-source", citation=protect.citation)


def _risks(terms: Terms) -> Lines:
    for each in terms.channels:
        yield from _risk(each)
    yield line("clauses-a13-device")


def _risk(each: ChannelTerms) -> Lines:
    if each.channel is Channel.EMAIL:
        yield line(f"clauses-a13-email-{each.encryption}")
        if each.encryption.rank:
            yield line("clauses-a13-email-accepted" if each.warned else "clauses-a13-email-not-accepted")
    else:
        yield line(f"clauses-a13-{each.channel}")
        if each.channel is Channel.SMS:
            yield line("clauses-a13-sms-accepted" if each.warned else "clauses-a13-sms-not-accepted")


def _notices(terms: Terms) -> Lines:
    if terms.notices.style is NoticeStyle.OWN_WORDS:
        yield line("clauses-a15-own-words", words=terms.notices.words)
    else:
        yield line(f"clauses-a15-{terms.notices.style}")
    if terms.notices.style is NoticeStyle.NOTHING:
        return
    if terms.safe_times is None:
        yield line("clauses-a15-any-time")
        return
    yield from _week("clauses-a15-day", terms.safe_times.week)
    yield line("clauses-a15-zone", zone=terms.safe_times.zone)


def _stopping(terms: Terms) -> Lines:
    yield line("clauses-a28-less")
    yield line("clauses-a28-told", therapist=_name(terms))
    yield line("clauses-a28-stays")


def _review(terms: Terms) -> Lines:
    yield _period("clauses-a30-first-", terms.review.first_after)
    yield _period("clauses-a30-every-", terms.review.every)
    yield line("clauses-a30-open")


WRITERS: MappingProxyType[Clause, Callable[[Terms], Lines]] = MappingProxyType(
    {
        Clause.A1: _purpose,
        Clause.A2: _not,
        Clause.A3: _channels,
        Clause.A4: _hours,
        Clause.A5: _answers,
        Clause.A6: _guide,
        Clause.A7: _emergency,
        Clause.A8: _urgent,
        Clause.A10: _readers,
        Clause.A11: _limits,
        Clause.A13: _risks,
        Clause.A15: _notices,
        Clause.A28: _stopping,
        Clause.A30: _review,
    }
)
