"""The year check: a table of planted faults, what it must not invent, and a count by the minute beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.hours import spans_from
from intersession.rules.layers import Suitability
from intersession.rules.schedule import NO_CALENDAR, Absence, HolidayCalendar, Promise, Schedule, week_of
from intersession.rules.terms import Answers, Licence, Permit, Therapist, Urgent, UrgentStep
from intersession.rules.urgent import duty_from
from intersession.rules.vocabulary import Compact, Fit, PermitKind, Unit
from intersession.rules.year import MOST_DAYS, CrisisNumbers, Known, ReviewDay, YearKind, year
from rules.samples import VERA, at, calendar, changes_of, day_windows, schedules, terms, windows

TEN = Promise(10, Unit.MINUTES)
HERSELF, STAND_IN = UrgentStep(("therapist",), ("voice",), TEN), UrgentStep(("cover",), ("voice",), TEN)
BOTH = UrgentStep(("therapist", "cover"), ("voice",), TEN)
FIRST, LAST = date(2026, 11, 24), date(2027, 11, 23)
MINUTE = timedelta(minutes=1)
AWAY = Absence(date(2026, 12, 21), date(2027, 1, 3))
THREE = ("Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe")


def found(agreed, kind, first=FIRST, last=LAST, known=None):
    """Return what one kind found, as (code without the kind, start, end)."""
    rows = [each for each in year(agreed, first, last, known) if each.kind is kind]
    return [(each.code.removeprefix(f"{kind}-"), each.start, each.end) for each in rows]


def nights(**days):
    numbers = {"mon": 0, "tue": 1, "sat": 5, "sun": 6}
    return week_of({numbers[day]: windows(*texts) for day, texts in days.items()})


def away(*absences):
    return replace(VERA, absences=absences)


def test_a_sound_frame_has_nothing_to_look_at():
    mondays = Urgent(True, nights(mon=("08:00-22:00",)), (HERSELF, STAND_IN))
    assert year(terms(away(replace(AWAY, cover="Otto")), urgent=mondays), FIRST, LAST) == ()


@pytest.mark.parametrize(
    ("absences", "steps", "codes"),
    [
        ((AWAY,), (HERSELF,), ["away", "away"]),
        ((AWAY,), (STAND_IN, HERSELF), ["away", "away"]),
        ((replace(AWAY, cover="Otto"),), (HERSELF,), ["cover-not-called", "cover-not-called"]),
        ((replace(AWAY, cover="Otto"),), (BOTH,), []),
        ((replace(AWAY, first=date(2026, 12, 23)),), (HERSELF,), ["away"]),
    ],
)
def test_hours_in_which_a_call_reaches_nobody(absences, steps, codes):
    agreed = terms(away(*absences), urgent=Urgent(True, nights(mon=("08:00-22:00",)), steps))
    rows = found(agreed, YearKind.URGENT_UNCOVERED)
    assert [code for code, _, _ in rows] == codes
    if len(rows) == 2:
        assert rows[0][1:] == (at("2026-12-21 08:00"), at("2026-12-21 22:00"))
    assert all(start.date() >= date(2026, 12, 21) and end.date() < date(2027, 1, 4) for _, start, end in rows)


def test_gaps_that_touch_are_one_also_for_two_reasons():
    week = nights(mon=("20:00-24:00",), tue=("00:00-04:00", "06:00-07:00"))
    one = Absence(date(2026, 12, 21), date(2026, 12, 21))
    other = Absence(date(2026, 12, 22), date(2026, 12, 22), "Otto")
    agreed = terms(away(one, other), urgent=Urgent(True, week, (HERSELF,)))
    assert found(agreed, YearKind.URGENT_UNCOVERED) == [
        ("mixed", at("2026-12-21 20:00"), at("2026-12-22 04:00")),
        ("cover-not-called", at("2026-12-22 06:00"), at("2026-12-22 07:00")),
    ]


def test_hours_for_calls_that_nobody_is_named_for():
    week = nights(mon=("08:00-09:00",))
    day = {"first": date(2026, 11, 30), "last": date(2026, 11, 30)}
    span = at("2026-11-30 08:00"), at("2026-11-30 09:00")
    for steps, code in (((), "nobody"), ((STAND_IN,), "only-cover")):
        agreed = terms(urgent=Urgent(True, week, steps))
        assert found(agreed, YearKind.URGENT_UNCOVERED, **day) == [(code, *span)]
    assert found(terms(urgent=Urgent(False, week, ())), YearKind.URGENT_UNCOVERED) == []


@pytest.mark.parametrize(
    ("absences", "rows"),
    [
        ((AWAY,), [("days", "2026-12-21", "2027-01-04")]),
        ((AWAY, Absence(date(2027, 1, 4), date(2027, 1, 5))), [("days", "2026-12-21", "2027-01-06")]),
        ((AWAY, Absence(date(2027, 1, 4), date(2027, 1, 5), "Otto")), [("days", "2026-12-21", "2027-01-04")]),
        ((Absence(date(2027, 3, 1), date(2027, 3, 1)),), [("day", "2027-03-01", "2027-03-02")]),
        ((Absence(FIRST - timedelta(9), FIRST),), [("day", "2026-11-24", "2026-11-25")]),
        ((Absence(LAST, LAST + timedelta(9)),), [("day", "2027-11-23", "2027-11-24")]),
        ((Absence(LAST + timedelta(1), LAST + timedelta(9)),), []),
    ],
)
def test_absences_nobody_stands_in_for(absences, rows):
    expected = [(code, at(f"{start} 00:00"), at(f"{end} 00:00")) for code, start, end in rows]
    assert found(terms(away(*absences)), YearKind.ABSENCE_UNCOVERED) == expected


def test_a_promise_in_hours_breaks_over_what_is_longer_and_one_in_reading_days_does_not():
    hours = Answers(Promise(200, Unit.HOURS), Promise(2, Unit.WORKING_DAYS))
    rows = found(terms(away(replace(AWAY, cover="Otto")), answers=hours), YearKind.PROMISE_BROKEN)
    # From the last reading time before the absence, to 200 hours before the first one after it.
    assert rows == [("seen", at("2026-12-17 17:00"), at("2027-01-04 09:00") - timedelta(hours=200))]
    days = Answers(
        Promise(1, Unit.WORKING_DAYS), Promise(0, Unit.NEXT_SESSION), Promise(3, Unit.WORKING_HOURS)
    )
    assert found(terms(away(AWAY), answers=days), YearKind.PROMISE_BROKEN) == []


def test_practical_messages_have_a_promise_of_their_own():
    two = Promise(200, Unit.HOURS)
    for practical, codes in ((two, ["answered"]), (Promise(201, Unit.HOURS), ["answered", "practical"])):
        answers = Answers(Promise(1, Unit.WORKING_DAYS), two, practical)
        rows = found(terms(away(AWAY), answers=answers), YearKind.PROMISE_BROKEN)
        assert sorted(code for code, _, _ in rows) == codes


@pytest.mark.parametrize("unit", [Unit.HOURS, Unit.WORKING_DAYS, Unit.WORKING_HOURS])
def test_a_promise_without_any_hours_left_breaks(unit):
    closing = replace(VERA, absences=(Absence(date(2026, 12, 1), date(2099, 1, 1), "Otto"),))
    answers = Answers(Promise(2, unit), Promise(0, Unit.NEXT_SESSION))
    rows = found(terms(closing, answers=answers), YearKind.PROMISE_BROKEN)
    assert rows[-1][0] == "seen-never"
    assert rows[-1][2] == at("2027-11-24 00:00")
    last = {
        Unit.HOURS: at("2026-11-30 17:00"),
        Unit.WORKING_DAYS: at("2026-11-26 00:00"),
        Unit.WORKING_HOURS: at("2026-11-30 15:00") + timedelta(seconds=1),
    }
    assert rows[-1][1] == last[unit]


def licensed(*licences):
    return terms(therapist=Therapist("Vera", "Europe/Berlin", ("de",), "DE", licences))


def test_licences_that_lapse():
    one = Licence("DE", "psychotherapist", date(2027, 1, 31))
    end = at("2027-11-24 00:00")
    kind = YearKind.LICENCE_LAPSES
    assert found(licensed(one), kind) == [("licence", at("2027-02-01 00:00"), end)]
    assert found(licensed(replace(one, until=date(2026, 5, 1))), kind) == [
        ("licence", at("2026-11-24 00:00"), end)
    ]
    for until in (None, LAST, LAST + timedelta(1)):
        assert found(licensed(replace(one, until=until)), kind) == []
    assert found(licensed(replace(one, until=LAST - timedelta(1))), kind) == [
        ("licence", at("2027-11-23 00:00"), end)
    ]
    assert found(licensed(one, replace(one, until=None)), kind) == []
    assert len(found(licensed(one, replace(one, jurisdiction="AT", until=None)), kind)) == 1


def test_permits_lapse_like_licences():
    last = date(2027, 1, 31)
    one = Permit("US-CO", PermitKind.COMPACT, Compact.PSYPACT, last)
    every = replace(one, jurisdiction="")
    for permits, codes in (
        ((one,), ["permit"]),
        ((every,), ["compact"]),
        ((one, replace(one, until=None)), []),
    ):
        agreed = terms(therapist=Therapist("Vera", "Europe/Berlin", ("de",), "DE", (), permits))
        assert [code for code, _, _ in found(agreed, YearKind.LICENCE_LAPSES)] == codes


def test_reviews_that_are_due():
    known = Known(
        reviews=(ReviewDay(date(2027, 2, 1), "K-1"), ReviewDay(date(2026, 1, 1)), ReviewDay(date(2030, 1, 1)))
    )
    decided = Suitability(Fit.WITH_LIMITS, review_on=LAST)
    assert found(terms(suitability=decided), YearKind.REVIEW_DUE, known=known) == [
        ("past", at("2026-11-24 00:00"), at("2026-11-25 00:00")),
        ("ahead-of", at("2027-02-01 00:00"), at("2027-02-02 00:00")),
        ("ahead", at("2027-11-23 00:00"), at("2027-11-24 00:00")),
    ]
    assert found(terms(), YearKind.REVIEW_DUE) == []


@pytest.mark.parametrize(
    ("checked", "stale"),
    [
        (date(2026, 11, 1), "2027-05-01"),
        (date(2025, 1, 1), "2026-11-24"),
        (LAST - timedelta(181), "2027-11-23"),
        (LAST - timedelta(180), None),
    ],
)
def test_crisis_numbers_grow_old_after_180_days(checked, stale):
    rows = found(terms(), YearKind.CONTACT_STALE, known=Known(CrisisNumbers("DE", checked)))
    assert rows == ([("since", at(f"{stale} 00:00"), at("2027-11-24 00:00"))] if stale else [])


def test_crisis_numbers_nobody_noted_a_day_for():
    rows = found(terms(), YearKind.CONTACT_STALE, known=Known(CrisisNumbers("DE", None)))
    assert rows == [("never", at("2026-11-24 00:00"), at("2027-11-24 00:00"))]
    assert found(terms(), YearKind.CONTACT_STALE) == []


@pytest.mark.parametrize(
    ("zone", "hours", "code", "values"),
    [
        ("Europe/Berlin", "00:00-06:00", ["forward", "back"], [(360, 300), (360, 420)]),
        ("Europe/Berlin", "02:00-03:00", ["vanish", "back"], [(60, 0), (60, 120)]),
        ("Europe/Berlin", "03:00-06:00", [], []),
        ("Australia/Lord_Howe", "00:00-06:00", ["back", "forward"], [(360, 390), (360, 330)]),
        ("America/Havana", "00:00-02:00", ["forward", "back"], [(120, 60), (120, 180)]),
        ("America/Havana", "22:00-24:00", ["back"], [(120, 180)]),
        ("Asia/Kathmandu", "00:00-24:00", [], []),
    ],
)
def test_nights_in_which_the_clocks_change(zone, hours, code, values):
    daily = Urgent(True, week_of({day: windows(hours) for day in range(7)}), (HERSELF,))
    reading = replace(VERA, zone=zone)
    rows = [
        each for each in year(terms(reading, urgent=daily), FIRST, LAST) if each.kind is YearKind.CLOCK_CHANGE
    ]
    assert [each.code.removeprefix("clock-change-") for each in rows] == code
    assert [(dict(each.values)["planned"], dict(each.values)["real"]) for each in rows] == values
    assert found(terms(reading), YearKind.CLOCK_CHANGE) == []


def test_a_change_in_the_very_first_instant_counts():
    daily = Urgent(True, week_of({6: windows("00:00-02:00")}), (HERSELF,))
    agreed, first = terms(replace(VERA, zone="America/Havana"), urgent=daily), date(2027, 3, 14)
    span = datetime(2027, 3, 14, 5, tzinfo=UTC), datetime(2027, 3, 14, 6, tzinfo=UTC)
    assert found(agreed, YearKind.CLOCK_CHANGE, first, first) == [("forward", *span)]
    assert found(agreed, YearKind.CLOCK_CHANGE, first - timedelta(1), first - timedelta(1)) == []


def test_both_behaviours_of_a_night_are_said():
    daily = Urgent(True, week_of({6: windows("00:00-06:00")}), (HERSELF,))
    rows = [
        dict(each.values)
        for each in year(terms(urgent=daily), FIRST, LAST)
        if each.kind is YearKind.CLOCK_CHANGE
    ]
    assert [(each["before"], each["after"]) for each in rows] == [(120, 180), (180, 120)]


def test_years_without_a_single_holiday():
    kind = YearKind.HOLIDAY_UNKNOWN
    some = replace(VERA, calendar=calendar(date(2026, 12, 25)))
    assert found(terms(some), kind) == [("year", at("2027-01-01 00:00"), at("2027-11-24 00:00"))]
    none = replace(VERA, calendar=HolidayCalendar("UA"))
    assert found(terms(none), kind) == [("years", at("2026-11-24 00:00"), at("2027-11-24 00:00"))]
    assert found(terms(replace(VERA, calendar=NO_CALENDAR)), kind) == []


@pytest.mark.parametrize("last", [FIRST - timedelta(1), FIRST + timedelta(MOST_DAYS)])
def test_days_that_are_no_stretch_are_refused(last):
    with pytest.raises(ValueError, match="not a stretch"):
        year(terms(), FIRST, last)
    assert year(terms(), FIRST, FIRST) == ()


# The count by the minute. It knows nothing of spans: a wall clock is read at each minute.
@lru_cache(maxsize=64)
def walls(zone: str, start: datetime, count: int) -> list[datetime]:
    here = ZoneInfo(zone)
    return [(start + MINUTE * number).astimezone(here).replace(tzinfo=None) for number in range(count)]


def minutes_of(clock: list[datetime], on: date, window) -> tuple[int, int]:
    """Return the numbers of the first minute of a window and of the first after it (frame.md section 3)."""
    midnight = datetime.combine(on, datetime.min.time())
    low, high = midnight + MINUTE * window.start, midnight + MINUTE * window.end
    near = [number for number, wall in enumerate(clock) if abs(wall - midnight) < timedelta(days=2)]
    starts = [number for number in near if clock[number] == low] or [n for n in near if clock[n] > low]
    ends = [number for number in near if clock[number] == high]
    return starts[0], ends[-1] if ends else next(number for number in near if clock[number] > high)


def filled(rows, clock_start) -> set[int]:
    return {
        number
        for each in rows
        for number in range((each.start - clock_start) // MINUTE, (each.end - clock_start) // MINUTE)
    }


@st.composite
def frames(draw):
    zone = draw(st.sampled_from(THREE))
    change = draw(st.sampled_from(changes_of(zone, 2026, 2028)))
    first = change.date() - timedelta(days=draw(st.integers(0, 8)))
    # Edges inside the hour that is skipped or comes twice, in each of the three zones.
    edges = st.sampled_from(
        ["01:30-02:15", "00:00-01:45", "01:45-03:00", "00:00-02:30", "02:30-24:00", "00:00-24:00"]
    )
    pool = [(), draw(day_windows()), *(windows(draw(edges)) for _ in "abc")]
    reading, duty = (week_of({day: draw(st.sampled_from(pool)) for day in range(7)}) for _ in "ab")
    starts = draw(st.lists(st.integers(0, 12), max_size=2))
    absences = tuple(
        Absence(first + timedelta(start), first + timedelta(start + draw(st.integers(0, 4))), cover)
        for start, cover in zip(starts, draw(st.permutations(["", "Otto"])), strict=False)
    )
    steps = tuple(draw(st.lists(st.sampled_from([HERSELF, STAND_IN]), max_size=2)))
    answers = Answers(Promise(draw(st.integers(1, 60)), Unit.HOURS), Promise(1, Unit.WORKING_DAYS))
    schedule = Schedule(zone, reading, NO_CALENDAR, absences)
    agreed = terms(schedule, answers=answers, urgent=Urgent(True, duty, steps))
    return agreed, first, first + timedelta(days=draw(st.integers(0, 12)))


def absence_on(agreed, on):
    return next((each for each in agreed.schedule.absences if each.first <= on <= each.last), None)


def staffed(agreed, on) -> bool:
    absence = absence_on(agreed, on)
    names = {name for step in agreed.urgent.steps for name in step.notify}
    return ("therapist" if absence is None else "cover" if absence.cover else "nobody") in names


@given(frames())
def test_a_count_by_the_minute_finds_the_same(drawn):
    agreed, first, last = drawn
    start = datetime.combine(first, datetime.min.time(), UTC) - timedelta(days=4)
    clock = walls(agreed.schedule.zone, start, (26 + 7) * 1440)
    days = [first + timedelta(number) for number in range(-2, (last - first).days + 14)]
    here = {number for number, wall in enumerate(clock) if first <= wall.date() <= last}
    nobody, reads, odd = set(), set(), set()
    for on in days:
        for window in agreed.urgent.hours[on.weekday()]:
            low, high = minutes_of(clock, on, window)
            nobody |= set() if staffed(agreed, on) else set(range(low, high))
            odd |= set(range(low, high)) if high - low != window.end - window.start else set()
        for window in () if absence_on(agreed, on) else agreed.schedule.week[on.weekday()]:
            reads |= set(range(*minutes_of(clock, on, window)))
    alone = {n for n in here if (gone := absence_on(agreed, clock[n].date())) and not gone.cover}
    length = agreed.answers.seen.amount * 60
    late, opens = set(), None
    for number in range(len(clock) - 1, -1, -1):
        opens = number if number in reads else opens
        late |= {number} if opens is None or opens - number > length else set()
    expected = {
        YearKind.URGENT_UNCOVERED: nobody & here,
        YearKind.ABSENCE_UNCOVERED: alone,
        YearKind.PROMISE_BROKEN: late & here,
        YearKind.CLOCK_CHANGE: odd & here,
    }
    rows = year(agreed, first, last)
    assert all(each.start < each.end or each.code == "clock-change-vanish" for each in rows)
    for kind, minutes in expected.items():
        assert filled([each for each in rows if each.kind is kind], start) == minutes, kind


@given(schedules(), st.dates(date(2026, 1, 1), date(2027, 12, 1)), st.integers(0, 80), st.data())
def test_gaps_are_in_order_apart_and_with_what_is_covered_all_there_is(reading, first, length, data):
    pool = [(), data.draw(day_windows()), windows("00:00-24:00")]
    week = week_of({day: data.draw(st.sampled_from(pool)) for day in range(7)})
    steps = tuple(data.draw(st.lists(st.sampled_from([HERSELF, STAND_IN]), max_size=2)))
    agreed = terms(reading, urgent=Urgent(True, week, steps))
    last = first + timedelta(days=length)
    rows = year(agreed, first, last)
    assert list(rows) == sorted(rows, key=lambda each: each.start)
    start, end = at(f"{first} 00:00", reading.zone), at(f"{last + timedelta(1)} 00:00", reading.zone)
    assert all(start <= each.start <= each.end <= end for each in rows)
    for kind in (YearKind.URGENT_UNCOVERED, YearKind.ABSENCE_UNCOVERED, YearKind.CLOCK_CHANGE):
        kin = [each for each in rows if each.kind is kind]
        assert all(one.end < other.start for one, other in pairwise(kin))
    requested = cut(spans_from(Schedule(reading.zone, week), start), end)
    covered = cut(duty_from(agreed, start), end)
    gaps = [(each.start, each.end) for each in rows if each.kind is YearKind.URGENT_UNCOVERED]
    assert joined([*gaps, *covered]) == joined(requested)
    assert sum((high - low for low, high in [*gaps, *covered]), timedelta()) == sum(
        (high - low for low, high in requested), timedelta()
    )


def cut(spans, end):
    kept = []
    for low, high in spans:
        if low >= end:
            break
        kept.append((low, min(high, end)))
    return kept


def joined(spans):
    done = []
    for low, high in sorted(spans):
        if done and low == done[-1][1]:
            done[-1] = done[-1][0], high
        else:
            done.append((low, high))
    return done
