"""Reminders and erasure: when a therapist is told, and what stands before a record may go."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.erasing import LAPSE, PAUSE, Block, Keeping, before_confirming, before_proposing
from intersession.rules.records import ASKERS, OUTCOMES, DeadlineKind, WhyErased
from intersession.rules.reminders import Reminder, next_at, reached, reminders, working_day_before

BERLIN, ZONES = (
    "Europe/Berlin",
    ["UTC", "Europe/Berlin", "America/Los_Angeles", "Australia/Lord_Howe", "Asia/Kathmandu"],
)
START = datetime(2024, 1, 1, tzinfo=UTC)
INSTANTS = st.timedeltas(timedelta(0), timedelta(days=4_000)).map(lambda passed: START + passed)
SPANS = st.timedeltas(timedelta(minutes=1), timedelta(days=12_000))
R = Reminder


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(BERLIN)).astimezone(UTC)


def names(received: str, due: str) -> list[tuple[str, str]]:
    planned = reminders(at(received), at(due), BERLIN)
    return [
        (each.value, one.astimezone(ZoneInfo(BERLIN)).strftime("%Y-%m-%d %H:%M")) for each, one in planned
    ]


def test_a_month():
    assert names("2026-11-02 09:00", "2026-12-02 23:59") == [
        ("half", "2026-11-17 16:29"),
        ("most", "2026-11-26 20:59"),
        ("working-day-before", "2026-12-01 23:59"),
        ("over", "2026-12-02 23:59"),
    ]


def test_seventy_two_hours_over_a_weekend():
    # Noticed on Friday: the working day before Monday is the Friday itself, before it was noticed.
    assert names("2026-11-20 12:00", "2026-11-23 12:00") == [
        ("half", "2026-11-22 00:00"),
        ("most", "2026-11-22 21:36"),
        ("over", "2026-11-23 12:00"),
    ]


def test_ten_years():
    assert names("2016-11-22 12:00", "2026-11-23 23:59") == [
        ("month-before", "2026-10-24 23:59"),
        ("working-day-before", "2026-11-20 23:59"),
        ("over", "2026-11-23 23:59"),
    ]


def test_a_record_that_must_be_gone():
    due, most = at("2036-11-22 23:59"), at("2037-03-31 23:59")
    plan = reminders(at("2026-11-22 12:00"), due, BERLIN, at_most=most)
    assert plan[-2:] == ((R.OVER, due), (R.MUST_GO, at("2037-03-01 23:59")))
    assert reminders(at("2026-11-22 12:00"), None, BERLIN, at_most=most) == (plan[-1],)
    assert reminders(at("2026-11-22 12:00"), None, BERLIN) == ()
    # Once the time for keeping it is over, its owner is told to erase anyway: no second reminder days later.
    assert reminders(at("2026-11-22 12:00"), due, BERLIN, at_most=due)[-1] == (R.OVER, due)


@pytest.mark.parametrize(
    ("due", "before"),
    [
        ("2026-11-24 10:00", "2026-11-23 10:00"),
        ("2026-11-23 10:00", "2026-11-20 10:00"),
        # The Monday after the clocks went back, and after they went forward.
        ("2026-10-26 02:30", "2026-10-23 02:30"),
        ("2026-03-30 02:30", "2026-03-27 02:30"),
        ("2026-12-28 10:00", "2026-12-24 10:00"),
    ],
)
def test_the_working_day_before_by_the_clock_on_the_wall(due, before):
    christmas = {(12, 25), (12, 26)}
    found = working_day_before(at(due), BERLIN, lambda day: (day.month, day.day) in christmas)
    assert found == at(before)


@given(INSTANTS, SPANS, st.sampled_from(ZONES))
def test_reminders_are_in_order_inside_the_time_and_end_at_the_day(received, span, zone):
    planned = reminders(received, received + span, zone)
    instants = [one for _, one in planned]
    assert instants == sorted(set(instants))
    assert received < instants[0]
    assert planned[-1] == (R.OVER, received + span)


@given(INSTANTS, SPANS, st.sampled_from(ZONES), st.lists(st.timedeltas(timedelta(0), timedelta(days=13_000))))
def test_whenever_the_clock_looks_each_reminder_comes_at_most_once(received, span, zone, looks):
    planned, sent = reminders(received, received + span, zone), []
    for look in sorted(looks):
        if due := reached(planned, frozenset(sent), received + look):
            sent.append(due)
    assert len(sent) == len(set(sent))
    order = [each for each, _ in planned]
    assert sent == sorted(sent, key=order.index)
    if looks and max(looks) >= span:
        assert sent[-1] is R.OVER


def test_the_next_one():
    planned = reminders(at("2026-11-02 09:00"), at("2026-12-02 23:59"), BERLIN)
    assert next_at(planned, at("2026-11-17 16:30")) == planned[1][1]
    assert next_at(planned, at("2026-12-03 00:00")) is None


NOW = at("2036-12-01 10:00")
OVER = Keeping(ended=True, held=False, asked=False, until=(at("2036-11-30 23:59"),))


@pytest.mark.parametrize(
    ("change", "ground", "block"),
    [
        ({}, "time-over", None),
        ({"ended": False, "held": True}, "time-over", Block.NOT_ENDED),
        ({"held": True, "asked": True}, "lawyer-said", Block.HELD),
        ({"asked": True}, "time-over", Block.ASKED),
        ({"until": (NOW,)}, "time-over", Block.TIME_RUNS),
        ({"until": (NOW,)}, "lawyer-said", Block.TIME_RUNS),
        ({"until": (NOW - timedelta(seconds=1),)}, "time-over", None),
        ({"until": (None, NOW)}, "lawyer-said", Block.TIME_RUNS),
        ({"until": (None,)}, "time-over", Block.NOT_KNOWN),
        ({"until": ()}, "time-over", Block.NOT_KNOWN),
        ({"until": (None,)}, "authority-said", None),
    ],
)
def test_what_stands_before_an_erasure(change, ground, block):
    parts = {name: getattr(OVER, name) for name in ("ended", "held", "asked", "until")}
    assert before_proposing(Keeping(**{**parts, **change}), WhyErased(ground), NOW) is block


@given(st.timedeltas(timedelta(0), timedelta(days=60)), st.booleans())
def test_a_day_to_think_and_a_month_to_act(passed, same):
    ground, now = WhyErased.TIME_OVER, NOW + passed
    expected = None if same else Block.CHANGED
    if passed < PAUSE:
        expected = Block.TOO_EARLY
    elif passed > LAPSE:
        expected = Block.LAPSED
    assert before_confirming(OVER, ground, NOW, same, now) is expected


def test_every_kind_has_its_outcomes_and_a_client_may_ask():
    assert set(OUTCOMES) == set(DeadlineKind)
    assert "client" in ASKERS
