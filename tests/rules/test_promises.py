"""When a promise falls due: properties first, then frame.md's own words as examples."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.hours import day_plan, is_open, spans_from
from intersession.rules.promises import add_period, add_promise
from intersession.rules.schedule import Absence, Period, Promise, Schedule
from intersession.rules.vocabulary import PeriodUnit, Unit
from rules.samples import EVERY_DAY, MOCK, VERA, at, calendar, instants, promises, schedule, schedules

TWO_DAYS = Promise(2, Unit.WORKING_DAYS)


@given(schedules(), promises, instants(), st.integers(0, 20 * 24 * 3600))
def test_a_later_message_never_gets_an_earlier_promise(reading, promise, moment, seconds):
    early = add_promise(reading, promise, moment)
    late = add_promise(reading, promise, moment + timedelta(seconds=seconds))
    if early is not None and late is not None:
        assert early <= late


@given(schedules(), st.integers(1, 8), instants())
def test_working_days_end_at_the_close_of_the_last_window_of_the_nth_working_day(reading, count, moment):
    due = add_promise(reading, Promise(count, Unit.WORKING_DAYS), moment)
    if due is None:
        return
    day = moment.astimezone(ZoneInfo(reading.zone)).date()
    worked = 0
    while worked < count:
        day += timedelta(days=1)
        worked += bool(day_plan(reading, day).spans)
    assert due == day_plan(reading, day).spans[-1][1]


@given(schedules(), st.integers(1, 30), instants())
def test_working_hours_count_reading_time_only(reading, count, moment):
    due = add_promise(reading, Promise(count, Unit.WORKING_HOURS), moment)
    if due is None:
        return
    counted = timedelta(0)
    for start, end in spans_from(reading, moment):
        if start >= due:
            break
        counted += min(end, due) - start
    assert counted == timedelta(hours=count)
    assert is_open(reading, due - timedelta(seconds=1))


@given(schedules(), st.integers(1, 100), instants())
def test_hours_and_minutes_are_elapsed_time(reading, count, moment):
    assert add_promise(reading, Promise(count, Unit.HOURS), moment) == moment + timedelta(hours=count)
    assert add_promise(reading, Promise(count, Unit.MINUTES), moment) == moment + timedelta(minutes=count)


@pytest.mark.parametrize(
    ("reading", "sent", "due"),
    [
        (MOCK, "2026-11-22 22:41", "2026-11-25 17:00"),
        (VERA, "2026-11-22 22:41", "2026-11-24 12:30"),
        # The day of sending never counts, however early it is.
        (VERA, "2026-11-23 00:00", "2026-11-26 17:00"),
        (VERA, "2026-11-23 23:59:59", "2026-11-26 17:00"),
    ],
)
def test_two_working_days(reading, sent, due):
    assert add_promise(reading, TWO_DAYS, at(sent)) == at(due)


def test_holidays_and_absences_are_no_working_days():
    away = (Absence(date(2026, 12, 21), date(2027, 1, 3)),)
    reading = Schedule("Europe/Berlin", VERA.week, calendar(date(2027, 1, 4)), away)
    assert add_promise(reading, TWO_DAYS, at("2026-12-17 12:00")) == at("2027-01-07 17:00")


def test_working_days_around_a_leap_day():
    reading = schedule(mon=("09:00-10:00",), tue=("09:00-10:00",), wed=("09:00-10:00",))
    assert add_promise(reading, TWO_DAYS, at("2028-02-28 08:00")) == at("2028-03-01 10:00")


def test_the_date_of_a_message_is_the_therapists():
    """23:30 on Sunday in New York is Monday in Berlin, so Monday is gone as a working day."""
    sent = at("2026-11-22 23:30", "America/New_York")
    assert add_promise(MOCK, Promise(1, Unit.WORKING_DAYS), sent) == at("2026-11-25 17:00")


def test_four_working_hours_after_wednesday_reach_monday():
    due = at("2026-11-25 17:00")
    assert add_promise(MOCK, Promise(4, Unit.WORKING_HOURS), due) == at("2026-11-30 17:00")


def test_working_hours_over_a_clock_change_are_real_hours():
    reading = schedule(**EVERY_DAY)
    before = at("2026-10-25 00:00")
    assert add_promise(reading, Promise(5, Unit.WORKING_HOURS), before) == before + timedelta(hours=5)
    assert (
        add_promise(reading, Promise(5, Unit.WORKING_HOURS), before)
        .astimezone(ZoneInfo("Europe/Berlin"))
        .hour
        == 4
    )


def test_next_session_is_known_or_it_is_not():
    promise = Promise(0, Unit.NEXT_SESSION)
    sent, session = at("2026-11-22 22:41"), at("2026-11-26 16:00")
    assert add_promise(VERA, promise, sent) is None
    assert add_promise(VERA, promise, sent, session) == session
    assert add_promise(VERA, promise, session + timedelta(minutes=1), session) is None


def test_without_hours_a_working_day_never_comes():
    assert add_promise(schedule(), TWO_DAYS, at("2026-11-22 22:41")) is None
    assert add_promise(schedule(), Promise(1, Unit.WORKING_HOURS), at("2026-11-22 22:41")) is None


@pytest.mark.parametrize(
    ("on", "amount", "unit", "later"),
    [
        ("2026-11-30", 3, PeriodUnit.MONTHS, "2027-02-28"),
        ("2027-11-30", 3, PeriodUnit.MONTHS, "2028-02-29"),
        ("2028-02-29", 1, PeriodUnit.YEARS, "2029-02-28"),
        ("2026-11-24", 6, PeriodUnit.WEEKS, "2027-01-05"),
        ("2026-12-31", 1, PeriodUnit.DAYS, "2027-01-01"),
    ],
)
def test_periods(on, amount, unit, later):
    assert add_period(date.fromisoformat(on), Period(amount, unit)) == date.fromisoformat(later)


@pytest.mark.parametrize(("amount", "unit"), [(0, Unit.HOURS), (-1, Unit.HOURS), (1, Unit.NEXT_SESSION)])
def test_a_promise_of_nothing_is_none(amount, unit):
    with pytest.raises(ValueError, match="promise"):
        Promise(amount, unit)


def test_instants_stay_in_utc():
    assert add_promise(VERA, TWO_DAYS, at("2026-11-22 22:41")).tzinfo is UTC


def test_a_repeated_midnight_hour_is_counted_once():
    """In Havana Saturday's "24:00" is the second midnight of 1 November 2026, after Sunday's "00:00"."""
    reading = schedule("America/Havana", sat=("23:00-24:00",), sun=("00:00-02:00",))
    evening = at("2026-10-31 22:00", "America/Havana")
    # 23:00, the first and the second hour after midnight, then 01:00: the fourth hour ends at 02:00.
    assert add_promise(reading, Promise(4, Unit.WORKING_HOURS), evening) == at(
        "2026-11-01 02:00", "America/Havana"
    )
