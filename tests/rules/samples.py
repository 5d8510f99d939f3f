"""Values the rule tests share: the cast's policy, schedules in six zones, and Hypothesis strategies for them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from intersession.rules.compose import compose
from intersession.rules.layers import Choices, Pack, Policy, Practice, Suitability
from intersession.rules.schedule import (
    Absence,
    ExtraOpening,
    HolidayCalendar,
    Promise,
    Schedule,
    Window,
    Windows,
    week_of,
)
from intersession.rules.terms import (
    Answers,
    ChannelTerms,
    CrisisLine,
    Emergency,
    Guide,
    Reader,
    Terms,
    Therapist,
)
from intersession.rules.vocabulary import Channel, ContentClass, Encryption, Kind, Role, Sees, Unit

# Both hemispheres, half-hour and quarter-hour offsets, a half-hour change, a change reversed for Ramadan, none.
ZONES = (
    "Europe/Berlin",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "America/New_York",
)
DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}


def at(text: str, zone: str = "Europe/Berlin", *, fold: int = 0) -> datetime:
    """Return the UTC instant of a wall-clock time: at("2026-11-22 22:41")."""
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold)
    return local.astimezone(UTC)


def windows(*texts: str) -> Windows:
    """Return windows from texts such as "09:00-12:30"."""
    return tuple(Window(_minute(text[:5]), _minute(text[6:])) for text in texts)


def _minute(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def schedule(
    zone: str = "Europe/Berlin", *, alerts: tuple[str, ...] = (), **days: tuple[str, ...]
) -> Schedule:
    """Return a schedule: schedule(mon=("09:00-12:30",), alerts=("09:00",))."""
    week = week_of({DAYS[day]: windows(*texts) for day, texts in days.items()})
    return Schedule(zone, week, alerts=tuple(_minute(each) for each in alerts))


def calendar(*days: date) -> HolidayCalendar:
    """Return a calendar with exactly these days."""
    known = frozenset(days)
    return HolidayCalendar("test", lambda year: frozenset(day for day in known if day.year == year))


VERA = schedule(
    mon=("09:00-12:30", "14:00-17:00"), tue=("09:00-12:30",), thu=("09:00-17:00",), alerts=("09:00", "16:00")
)
MOCK = schedule(
    **dict.fromkeys(("mon", "wed", "fri"), ("09:00-10:00", "16:00-17:00")), alerts=("09:00", "16:00")
)
EVERY_DAY = dict.fromkeys(DAYS, ("00:00-24:00",))


def policy(reading: Schedule = VERA, **changes: object) -> Policy:
    """Return the cast's policy: Vera in Berlin, seen in one working day, answered in two."""
    values: dict[str, object] = {
        "therapist": Therapist("Vera", reading.zone, ("de", "en"), "DE"),
        "schedule": reading,
        "answers": Answers(Promise(1, Unit.WORKING_DAYS), Promise(2, Unit.WORKING_DAYS)),
        "channels": (
            ChannelTerms(Channel.PORTAL, ContentClass.PERSONAL),
            ChannelTerms(Channel.EMAIL, ContentClass.LOGISTICS, Encryption.CLIENT_ACCEPTS_RISK),
            ChannelTerms(Channel.SMS, ContentClass.NOTICES, Encryption.CLIENT_ACCEPTS_RISK),
        ),
        "guide": Guide(messages_per_week=2, words=300),
        "emergency": Emergency("112", (CrisisLine("TelefonSeelsorge", "0800 111 0 111"),)),
        "readers": (Reader("Otto", Role.DEPUTY, Sees.LATE_ONLY),),
    }
    return Policy(**{**values, **changes})  # type: ignore[arg-type] - test shorthand


def terms(
    reading: Schedule = VERA,
    *,
    pack: Pack | None = None,
    practice: Practice | None = None,
    suitability: Suitability | None = None,
    choices: Choices | None = None,
    **changes: object,
) -> Terms:
    """Return composed terms; layers that are not named are empty."""
    return compose(
        pack or Pack(),
        practice or Practice(),
        policy(reading, **changes),
        suitability or Suitability(),
        choices or Choices(),
    )


@st.composite
def day_windows(draw: st.DrawFn) -> Windows:
    """Up to two windows that don't overlap, anywhere in the day, 24:00 included."""
    edges = sorted(draw(st.sets(st.integers(0, 96), min_size=0, max_size=4)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return tuple(Window(start * 15, end * 15) for start, end in pairs)


def instants(first: int = 2020, last: int = 2032) -> st.SearchStrategy[datetime]:
    """Any second of the years, in UTC; half of the draws lie within hours of a clock change somewhere."""
    start, seconds = datetime(first, 1, 1, tzinfo=UTC), (last - first) * 365 * 24 * 3600
    whole = st.integers(0, seconds).map(lambda second: start + timedelta(seconds=second))
    near = st.tuples(st.sampled_from(CHANGES), st.integers(-6 * 3600, 6 * 3600)).map(
        lambda pair: pair[0] + timedelta(seconds=pair[1])
    )
    return st.one_of(whole, near)


@lru_cache(maxsize=32)
def changes_of(zone: str, first: int = 2024, last: int = 2028) -> list[datetime]:
    """Return the instants, to the second, at which a zone's offset changes, by looking at every hour."""
    found = []
    here = ZoneInfo(zone)
    step = timedelta(hours=1)
    moment = datetime(first, 1, 1, tzinfo=UTC)
    offset = moment.astimezone(here).utcoffset()
    while moment.year < last:
        moment += step
        if moment.astimezone(here).utcoffset() != offset:
            offset = moment.astimezone(here).utcoffset()
            found.append(_to_second(moment - step, moment, here))
    return found


def _to_second(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    wanted = after.astimezone(zone).utcoffset()
    probe = after
    while probe > before and (probe - timedelta(minutes=1)).astimezone(zone).utcoffset() == wanted:
        probe -= timedelta(minutes=1)
    return probe


CHANGES = sorted({change for zone in ZONES for change in changes_of(zone, 2026, 2028)})


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    """Reading hours with holidays, absences (over a year's end too), extra openings and slots."""
    # Three kinds of day are enough for every week; drawing seven costs more than the rules do.
    pool = [(), draw(day_windows()), draw(day_windows())]
    pattern = draw(st.integers(0, 3**7 - 1))
    week = week_of({day: pool[pattern // 3**day % 3] for day in range(7)})
    first = draw(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
    away = Absence(
        first, first + timedelta(days=draw(st.integers(0, 40))), draw(st.sampled_from(["", "Otto"]))
    )
    winter = Absence(date(2026, 12, 21), date(2027, 1, 3), "Otto")
    extra_on = draw(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
    extra = draw(st.sampled_from([(), (ExtraOpening(extra_on, windows("10:00-11:00")),)]))
    slots = draw(st.sets(st.integers(0, 95), max_size=3))
    return Schedule(
        draw(st.sampled_from(ZONES)),
        week,
        calendar(date(2026, 12, 25), date(2027, 1, 1), date(2028, 2, 29), first),
        draw(st.sampled_from([(), (away,), (away, winter)])),
        extra,
        tuple(sorted(slot * 15 for slot in slots)),
    )


promises = st.one_of(
    st.builds(
        Promise,
        st.integers(1, 12),
        st.sampled_from([Unit.MINUTES, Unit.HOURS, Unit.WORKING_HOURS, Unit.WORKING_DAYS]),
    ),
    st.just(Promise(0, Unit.NEXT_SESSION)),
)
kinds = st.sampled_from(list(Kind))
