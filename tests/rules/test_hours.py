"""Hours algebra: properties in six zones, then the clock changes, leap days and holidays one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.hours import (
    day_plan,
    instant_of,
    is_open,
    next_alert,
    next_opening,
    next_openings,
    next_slot,
    spans_from,
)
from intersession.rules.schedule import Absence, ExtraOpening, Schedule, Window, week_of
from rules.samples import (
    EVERY_DAY,
    MOCK,
    VERA,
    ZONES,
    at,
    calendar,
    changes_of,
    instants,
    schedule,
    schedules,
    windows,
)


def reads(reading: Schedule, moment: datetime) -> bool:
    """Say in the slowest, plainest way whether a moment is inside reading hours, clock changes left out."""
    local = moment.astimezone(ZoneInfo(reading.zone))
    minute = local.hour * 60 + local.minute
    day = local.date()
    closed = any(each.first <= day <= each.last for each in reading.absences)
    closed = closed or day in reading.calendar.days_in(day.year)
    week = () if closed else reading.week[day.weekday()]
    extra = tuple(window for each in reading.extra if each.on == day for window in each.windows)
    return any(window.start <= minute < window.end for window in (*week, *extra))


def is_quiet_day(reading: Schedule, moment: datetime) -> bool:
    """Whether no clock change lies within a day of the moment."""
    zone = ZoneInfo(reading.zone)
    offsets = {(moment + timedelta(hours=h)).astimezone(zone).utcoffset() for h in range(-26, 27)}
    return len(offsets) == 1


@given(schedules(), instants())
def test_next_opening_is_the_instant_itself_or_a_later_start(reading, moment):
    opening = next_opening(reading, moment)
    if opening is None:
        return
    assert opening >= moment
    assert is_open(reading, opening)
    if opening != moment:
        local = opening.astimezone(ZoneInfo(reading.zone)).date()
        assert opening in [start for start, _ in day_plan(reading, local).spans]


@given(schedules(), instants())
def test_open_means_what_the_wall_clock_says_on_every_quiet_day(reading, moment):
    if is_quiet_day(reading, moment):
        assert is_open(reading, moment) == reads(reading, moment)


@given(schedules(), instants(), st.integers(0, 14 * 24 * 60))
def test_nothing_is_open_between_an_instant_and_its_next_opening(reading, moment, minutes):
    opening = next_opening(reading, moment)
    between = moment + timedelta(minutes=minutes)
    if opening is None or between < opening:
        assert not is_open(reading, between)


@given(schedules(), instants(), st.integers(0, 30 * 24 * 3600))
def test_later_instants_never_open_or_alert_earlier(reading, moment, seconds):
    later = moment + timedelta(seconds=seconds)
    for rule in (next_opening, next_slot, next_alert):
        early, late = rule(reading, moment), rule(reading, later)
        if early is not None and late is not None:
            assert early <= late


@given(schedules(), instants())
def test_an_alert_lies_in_or_on_the_edge_of_reading_hours(reading, moment):
    alert = next_alert(reading, moment)
    if alert is None:
        assert next_opening(reading, moment) is None
        return
    day = alert.astimezone(ZoneInfo(reading.zone)).date()
    nearby = [span for shift in (-1, 0, 1) for span in day_plan(reading, day + timedelta(days=shift)).spans]
    assert any(start <= alert <= end for start, end in nearby)
    assert alert >= moment


@given(schedules(), instants())
def test_spans_are_in_order_apart_and_not_empty(reading, moment):
    last = moment
    for _, (start, end) in zip(range(20), spans_from(reading, moment), strict=False):
        assert last <= start < end
        last = end


@pytest.mark.parametrize("zone", ZONES)
def test_open_all_day_leaves_no_gap_at_any_clock_change(zone):
    reading = schedule(zone, **EVERY_DAY)
    for change in changes_of(zone):
        for seconds in (-3600, -1, 0, 1, 1800, 3600):
            moment = change + timedelta(seconds=seconds)
            assert next_opening(reading, moment) == moment


@pytest.mark.parametrize("zone", ZONES)
def test_each_zone_changes_in_both_directions_or_never(zone):
    directions = set()
    for change in changes_of(zone):
        before, after = change - timedelta(seconds=1), change
        here = ZoneInfo(zone)
        directions.add(after.astimezone(here).utcoffset() > before.astimezone(here).utcoffset())
    assert directions == (set() if zone == "Asia/Kathmandu" else {True, False})


@pytest.mark.parametrize("zone", [zone for zone in ZONES if zone != "Asia/Kathmandu"])
def test_windows_around_every_change_follow_the_gap_and_fold_rules(zone):
    """A start in the gap begins at the change; an ambiguous start is its first, an ambiguous end its second."""
    here = ZoneInfo(zone)
    for change in changes_of(zone):
        before = (change - timedelta(seconds=1)).astimezone(here).utcoffset()
        after = change.astimezone(here).utcoffset()
        wall = (change + min(before, after)).replace(tzinfo=None)
        middle = wall + abs(after - before) / 2
        minute = middle.hour * 60 + middle.minute
        start = instant_of(middle.date(), minute, here)
        end = instant_of(middle.date(), minute, here, end=True)
        if after > before:
            assert start == end == change
        else:
            assert start == change - abs(after - before) / 2
            assert end - start == before - after


@pytest.mark.parametrize(
    ("zone", "window", "on", "start", "end"),
    [
        # Forward: 02:00 -> 03:00 on 29 March 2026.
        ("Europe/Berlin", "02:30-04:00", "2026-03-29", "2026-03-29T01:00", "2026-03-29T02:00"),
        # Back: 03:00 -> 02:00 on 25 October 2026. The window lasts an hour longer than the wall clock says.
        ("Europe/Berlin", "02:15-02:45", "2026-10-25", "2026-10-25T00:15", "2026-10-25T01:45"),
        ("America/St_Johns", "02:15-03:30", "2026-03-08", "2026-03-08T05:30", "2026-03-08T06:00"),
        ("America/St_Johns", "01:30-02:00", "2026-11-01", "2026-11-01T04:00", "2026-11-01T05:30"),
        # Lord Howe moves by thirty minutes: 02:00 -> 02:30 in October, 02:00 -> 01:30 in April.
        ("Australia/Lord_Howe", "02:10-03:00", "2026-10-04", "2026-10-03T15:30", "2026-10-03T16:00"),
        ("Australia/Lord_Howe", "01:40-01:50", "2026-04-05", "2026-04-04T14:40", "2026-04-04T15:20"),
        # Morocco goes back for Ramadan (15 February 2026) and forward after it (22 March 2026).
        ("Africa/Casablanca", "02:15-02:45", "2026-02-15", "2026-02-15T01:15", "2026-02-15T02:45"),
        ("Africa/Casablanca", "02:30-04:00", "2026-03-22", "2026-03-22T02:00", "2026-03-22T03:00"),
        ("Asia/Kathmandu", "02:15-02:45", "2026-03-29", "2026-03-28T20:30", "2026-03-28T21:00"),
        ("America/New_York", "02:30-04:00", "2026-03-08", "2026-03-08T07:00", "2026-03-08T08:00"),
        ("America/New_York", "01:15-01:45", "2026-11-01", "2026-11-01T05:15", "2026-11-01T06:45"),
    ],
)
def test_windows_on_clock_change_nights(zone, window, on, start, end):
    day = date.fromisoformat(on)
    reading = Schedule(zone, week_of({day.weekday(): windows(window)}))
    expected = tuple(datetime.fromisoformat(each).replace(tzinfo=UTC) for each in (start, end))
    assert day_plan(reading, day).spans == (expected,)


def test_a_window_wholly_inside_the_skipped_hour_vanishes():
    reading = schedule(sun=("02:10-02:50",))
    assert day_plan(reading, date(2026, 3, 29)).spans == ()
    assert next_opening(reading, at("2026-03-29 00:00")) == at("2026-04-05 02:10")


def test_an_alert_slot_counts_as_a_start():
    reading = schedule(sun=("00:00-12:00",), alerts=("02:30",))
    assert next_slot(reading, at("2026-03-29 00:00")) == at("2026-03-29 03:00")
    assert next_slot(reading, at("2026-10-25 00:00")) == at("2026-10-25 02:30", fold=0)


def test_overlapping_halves_of_a_repeated_hour_are_merged():
    reading = schedule(sun=("01:00-02:30", "02:30-04:00"))
    spans = day_plan(reading, date(2026, 10, 25)).spans
    assert spans == ((at("2026-10-25 01:00"), at("2026-10-25 04:00")),)


def test_a_window_is_half_open():
    assert next_opening(MOCK, at("2026-11-23 09:59:59")) == at("2026-11-23 09:59:59")
    assert next_opening(MOCK, at("2026-11-23 10:00")) == at("2026-11-23 16:00")
    assert not is_open(MOCK, at("2026-11-23 10:00"))


def test_midnight_is_a_legal_end_and_joins_the_next_day():
    reading = schedule(mon=("20:00-24:00",), tue=("00:00-02:00",))
    assert is_open(reading, at("2026-11-23 23:59:59"))
    assert is_open(reading, at("2026-11-24 00:00"))
    assert not is_open(schedule(mon=("20:00-24:00",)), at("2026-11-24 00:00"))


def test_a_repeated_midnight_belongs_to_the_window_that_ends_there():
    """In Havana 01:00 becomes 00:00 on 1 November 2026: the day before, "24:00" is the second midnight."""
    reading = schedule("America/Havana", sat=("20:00-24:00",))
    first = datetime(2026, 11, 1, 4, 0, tzinfo=UTC)
    assert is_open(reading, first + timedelta(minutes=59))
    assert not is_open(reading, first + timedelta(minutes=60))


def test_a_day_that_never_happened_has_no_hours():
    """Samoa had no 30 December 2011."""
    reading = schedule("Pacific/Apia", fri=("09:00-17:00",))
    assert day_plan(reading, date(2011, 12, 30)).spans == ()


def test_slots_need_reading_hours_that_day_and_may_touch_their_edge():
    assert next_slot(VERA, at("2026-11-23 09:00")) == at("2026-11-23 09:00")
    assert next_slot(VERA, at("2026-11-23 09:00:01")) == at("2026-11-23 16:00")
    assert next_slot(VERA, at("2026-11-24 09:01")) == at("2026-11-26 09:00")
    on_the_edge = schedule(mon=("09:00-16:00",), alerts=("16:00",))
    assert next_slot(on_the_edge, at("2026-11-23 10:00")) == at("2026-11-23 16:00")
    outside = schedule(mon=("09:00-12:00",), tue=("15:00-17:00",), alerts=("16:00",))
    assert next_slot(outside, at("2026-11-23 10:00")) == at("2026-11-24 16:00")


def test_slots_that_never_touch_reading_hours_do_not_lose_the_alert():
    reading = schedule(mon=("09:00-12:00",), alerts=("20:00",))
    assert next_slot(reading, at("2026-11-22 10:00")) is None
    assert next_alert(reading, at("2026-11-22 10:00")) == at("2026-11-23 09:00")


def test_holidays_and_absences_close_and_extra_openings_open_again():
    reading = Schedule(
        "Europe/Berlin",
        VERA.week,
        calendar(date(2026, 11, 23)),
        (Absence(date(2026, 11, 24), date(2026, 11, 26), "Otto"),),
        (ExtraOpening(date(2026, 11, 26), windows("10:00-11:00")),),
    )
    assert day_plan(reading, date(2026, 11, 23)).closed_by == "holiday"
    assert day_plan(reading, date(2026, 11, 24))[2:] == ("absence", "Otto")
    assert day_plan(reading, date(2026, 11, 25)).closed_by == ""
    assert next_opening(reading, at("2026-11-22 12:00")) == at("2026-11-26 10:00")


def test_an_absence_over_the_end_of_the_year():
    reading = Schedule("Europe/Berlin", VERA.week, absences=(Absence(date(2026, 12, 21), date(2027, 1, 3)),))
    assert next_opening(reading, at("2026-12-20 12:00")) == at("2027-01-04 09:00")


def test_leap_days_are_days():
    reading = schedule(tue=("09:00-10:00",))
    assert next_opening(reading, at("2028-02-28 12:00")) == at("2028-02-29 09:00")
    closed = Schedule("Europe/Berlin", reading.week, calendar(date(2028, 2, 29)))
    assert next_opening(closed, at("2028-02-28 12:00")) == at("2028-03-07 09:00")


def test_no_hours_means_never():
    empty = schedule()
    assert next_opening(empty, at("2026-11-22 12:00")) is None
    assert next_alert(empty, at("2026-11-22 12:00")) is None
    assert next_openings(empty, at("2026-11-22 12:00"), 2) == ()


def test_next_openings_lists_what_the_page_says():
    assert next_openings(MOCK, at("2026-11-22 22:41"), 2) == (at("2026-11-23 09:00"), at("2026-11-23 16:00"))


@pytest.mark.parametrize(("start", "end"), [(600, 600), (700, 600), (-1, 5), (0, 1441)])
def test_a_window_stays_inside_one_day(start, end):
    with pytest.raises(ValueError, match="window"):
        Window(start, end)
