"""By when a request is answered and a breach reported: calendar edges, levels of law and what is not known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.clocks import access_due, breach_due, months_after, working_days_after
from rules.places import COUNSELOR, PSYCHOLOGIST, at, codes, fact, regulator

BERLIN = "Europe/Berlin"


def access(code: str = "QQ", /, **value: object):
    return fact("access-request", code, **value)


def breach(code: str = "QQ", /, **value: object):
    return fact("breach-notice", code, **value)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def local(instant: datetime | None, zone: str = BERLIN) -> str:
    assert instant is not None
    return instant.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M:%S")


def test_hours_are_hours_gone_by():
    due = breach_due(at("DE", breach("DE", hours=72)), utc("2026-03-27 12:00"), BERLIN)
    assert due.at == utc("2026-03-30 12:00")
    assert local(due.at) == "2026-03-30 14:00:00"  # one hour of the weekend is missing on the wall


def test_days_run_to_the_end_of_the_last_day_where_the_practice_is():
    place = at("QQ", access(days=30))
    due = access_due(place, None, utc("2026-11-30 23:30"), BERLIN)
    assert local(due.at) == "2026-12-31 23:59:59"  # it was 1 December in Berlin already
    assert local(access_due(place, None, utc("2026-11-30 23:30"), "UTC").at, "UTC") == "2026-12-30 23:59:59"


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-01", 12, "2027-12-01"),
    ],
)
def test_months_are_calendar_months(day, months, end):
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(end)


def test_working_days_skip_weekends_and_the_places_holidays():
    christmas = {date(2026, 12, 25), date(2026, 12, 26)}

    def works(day: date) -> bool:
        return day.weekday() < 5 and day not in christmas

    place = at("US-WA", access("US-WA", working_days=3))
    received = utc("2026-12-23 09:00")
    assert local(access_due(place, None, received, BERLIN, works).at) == "2026-12-29 23:59:59"
    assert local(access_due(place, None, received, BERLIN).at) == "2026-12-28 23:59:59"


def test_the_shortest_time_of_all_levels_wins_and_names_its_law():
    federal, state = access("US", days=30, extension_days=30), access("US-WA", working_days=15)
    due = access_due(at("US-WA", federal, state), None, utc("2026-12-01 12:00"), BERLIN)
    assert local(due.at) == "2026-12-22 23:59:59"
    assert due.findings[0].fact == state
    later = access_due(at("US-WA", federal, access("US-WA", days=45)), None, utc("2026-12-01 12:00"), BERLIN)
    assert local(later.at) == "2026-12-31 23:59:59"
    assert later.findings[0].fact == federal


def test_one_law_with_two_times_means_the_shorter():
    argentina = at("AR", access("AR", hours=48, days=10))
    assert access_due(argentina, None, utc("2026-12-01 12:00"), BERLIN).at == utc("2026-12-03 12:00")


def test_an_answer_is_put_off_only_as_far_as_every_law_lets_it():
    european = access("EU", months=1, extension_months=2)
    place = at("DE", european, parents=("EU",))
    due = access_due(place, None, utc("2027-01-31 09:00"), BERLIN)
    assert (local(due.at), local(due.extended)) == ("2027-02-28 23:59:59", "2027-04-28 23:59:59")
    assert codes(due.findings) == ["access-due", "access-extended"]
    national = at("DE", european, access("DE", days=30), parents=("EU",))
    both = access_due(national, None, utc("2026-12-01 09:00"), BERLIN)
    assert (local(both.at), both.extended) == ("2026-12-31 23:59:59", None)


def test_a_law_of_the_future_is_told_and_does_not_count_yet():
    india = at("IN", fact("breach-notice", "IN", in_force=date(2027, 5, 14), hours=72))
    before = breach_due(india, utc("2026-12-01 12:00"), "Asia/Kolkata")
    assert (before.at, codes(before.findings)) == (None, ["breach-not-known", "breach-not-yet"])
    after = breach_due(india, utc("2027-05-14 12:00"), "Asia/Kolkata")
    assert (after.at, codes(after.findings)) == (utc("2027-05-17 12:00"), ["breach-due"])


def test_a_law_starts_on_its_day_where_the_practice_is():
    india = at("IN", fact("breach-notice", "IN", in_force=date(2027, 5, 14), hours=72))
    assert breach_due(india, utc("2027-05-13 18:31"), "Asia/Kolkata").at is not None
    assert breach_due(india, utc("2027-05-13 18:29"), "Asia/Kolkata").at is None


def test_australia_assesses_and_japan_reports_again():
    australia = breach_due(at("AU", breach("AU", assess_days=30)), utc("2026-12-01 12:00"), BERLIN)
    assert (australia.at, local(australia.assess)) == (None, "2026-12-31 23:59:59")
    assert codes(australia.findings) == ["breach-assess"]
    japan = breach_due(at("JP", breach("JP", days=5, report_days=30)), utc("2026-12-01 12:00"), BERLIN)
    assert (local(japan.at), local(japan.report)) == ("2026-12-06 23:59:59", "2026-12-31 23:59:59")


def test_without_a_number_it_is_without_delay():
    due = breach_due(at("CH", breach("CH", to="FDPIC")), utc("2026-12-01 12:00"), BERLIN)
    assert (due.at, codes(due.findings)) == (None, ["breach-no-number"])
    assert dict(due.findings[0].values)["to"] == "FDPIC"


def test_a_time_of_low_confidence_is_a_question_and_shortens_nothing():
    low = fact("breach-notice", "US-NY", confidence="low", days=5)
    due = breach_due(at("US-NY", low, breach("US", days=60)), utc("2026-12-01 12:00"), "America/New_York")
    assert local(due.at, "America/New_York") == "2027-01-30 23:59:59"
    assert codes(due.findings) == ["breach-due", "breach-unsure"]
    alone = breach_due(at("US-NY", low), utc("2026-12-01 12:00"), "America/New_York")
    assert (alone.at, codes(alone.findings)) == (None, ["breach-unsure"])


def test_nothing_known_names_whom_to_ask():
    due = access_due(at("QQ", regulator("QQ", "the Board")), PSYCHOLOGIST, utc("2026-12-01 12:00"), BERLIN)
    assert (due.at, codes(due.findings)) == (None, ["access-not-known"])
    assert dict(due.findings[0].values)["regulator"] == "the Board"


def test_another_professions_time_is_never_used():
    place = at("QQ", fact("access-request", "QQ", PSYCHOLOGIST, days=5))
    assert access_due(place, COUNSELOR, utc("2026-12-01 12:00"), BERLIN).at is None


ZONES = st.sampled_from(
    [BERLIN, "America/Santiago", "Pacific/Apia", "Asia/Kolkata", "America/St_Johns", "UTC"]
)
TIMES = st.fixed_dictionaries(
    {},
    optional={
        "hours": st.integers(1, 200),
        "days": st.integers(1, 90),
        "working_days": st.integers(1, 30),
        "months": st.integers(1, 6),
        "extension_days": st.integers(1, 60),
        "extension_months": st.integers(1, 3),
    },
)
INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  aware by its zone


@given(st.lists(TIMES, min_size=1, max_size=3), INSTANTS, ZONES)
def test_nothing_is_due_before_it_happened(times, event, zone):
    facts = [fact("access-request", code, **each) for code, each in zip(("US-AA", "US"), times, strict=False)]
    place = at("US-AA", *facts)
    due = access_due(place, None, event, zone)
    if due.at:
        assert due.at > event
        assert due.at.utcoffset() == timedelta(0)
    if due.extended:
        assert due.at
        assert due.extended > due.at


@given(TIMES, TIMES, INSTANTS, ZONES)
def test_one_more_law_never_gives_more_time(one, two, event, zone):
    alone = access_due(at("US-AA", access("US", **one)), None, event, zone)
    both = access_due(at("US-AA", access("US", **one), access("US-AA", **two)), None, event, zone)
    if alone.at:
        assert both.at
        assert both.at <= alone.at


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(1, 60))
def test_working_days_end_on_a_working_day(day, count):
    end = working_days_after(day, count, lambda each: each.weekday() < 5)
    assert end.weekday() < 5
    assert (end - day).days >= count
