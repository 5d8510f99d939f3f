"""Reminders and erasure: when a therapist is told, and what stands before a record may go."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.erasing import (
    CLASH,
    LAPSE,
    MINOR,
    PAUSE,
    Block,
    Keeping,
    before_confirming,
    before_proposing,
    open_questions,
)
from intersession.rules.findings import CODES
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
    ("most", "told"),
    [
        # In the order of the days, whatever else there is: after the last day, before it, and before the month.
        ("2036-12-25 23:59", "2036-11-25 23:59"),
        ("2036-12-10 23:59", "2036-11-10 23:59"),
        ("2036-11-22 23:59", "2036-10-23 23:59"),
        ("2036-10-01 23:59", "2036-09-01 23:59"),
        # Less than a month is left: at half of it. Nothing is left: at once.
        ("2026-12-02 12:00", "2026-11-27 12:00"),
        ("2020-01-01 23:59", "2026-11-22 12:01"),
    ],
)
def test_that_a_record_must_go_is_never_left_out(most, told):
    plan = reminders(at("2026-11-22 12:00"), at("2036-11-22 23:59"), BERLIN, at_most=at(most))
    assert dict(plan)[R.MUST_GO] == at(told)
    assert sorted(plan, key=lambda one: one[1]) == list(plan)


def test_further_days_have_a_reminder_each():
    further = {R.ASSESS: at("2026-12-22 12:00"), R.REPORT: at("2026-11-23 09:00")}
    plan = reminders(at("2026-11-20 12:00"), at("2026-11-23 12:00"), BERLIN, further=further)
    assert dict(plan)[R.ASSESS] == at("2026-12-21 12:00")
    # Its working day before is over already: at half of the time.
    assert dict(plan)[R.REPORT] == at("2026-11-21 22:30")
    assert [each for each, _ in plan] == [R.REPORT, R.HALF, R.MOST, R.OVER, R.ASSESS]
    assert reminders(at("2026-11-20 12:00"), None, BERLIN, further=further) == (plan[0], plan[-1])


@given(INSTANTS, SPANS, st.sampled_from(ZONES), st.none() | SPANS, st.none() | SPANS)
def test_one_reminder_at_each_instant_none_before_the_start(received, span, zone, most, report):
    further = {R.REPORT: received + report} if report else {}
    plan = reminders(
        received, received + span, zone, at_most=received + most if most else None, further=further
    )
    instants = [one for _, one in plan]
    assert instants == sorted(set(instants))
    assert received < instants[0]
    assert dict(plan)[R.OVER] == received + span or received + span in instants


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
        ({"until": (None,)}, "client-of-age", Block.NOT_KNOWN),
        ({"until": ()}, "client-of-age", Block.NOT_KNOWN),
        ({"until": (NOW,)}, "client-of-age", Block.TIME_RUNS),
        ({}, "client-of-age", None),
        ({"open": frozenset({MINOR})}, "time-over", Block.NOT_KNOWN),
        ({"open": frozenset({MINOR})}, "client-of-age", None),
        ({"open": frozenset({MINOR})}, "lawyer-said", None),
        ({"open": frozenset({MINOR, CLASH})}, "client-of-age", Block.NOT_KNOWN),
        ({"open": frozenset({CLASH})}, "authority-said", None),
        ({"open": frozenset({CLASH}), "until": (NOW,)}, "authority-said", Block.TIME_RUNS),
        ({"open": frozenset({MINOR}), "held": True}, "client-of-age", Block.HELD),
    ],
)
def test_what_stands_before_an_erasure(change, ground, block):
    assert before_proposing(replace(OVER, **change), WhyErased(ground), NOW) is block


QUESTIONS = sorted(
    each for each, kind in CODES.items() if each.startswith("retention-") and (kind.asks or each == CLASH)
)
SILENT = ["retention-until", "retention-at-most", "retention-guideline", "retention-minor", "retention-birth"]


@pytest.mark.parametrize(
    ("codes", "dated", "minor", "left"),
    [
        (SILENT, False, False, set()),
        ([*SILENT, MINOR], False, False, {MINOR}),
        ([*SILENT, MINOR], False, True, set()),
        ([CLASH, MINOR], False, True, {CLASH}),
        (
            ["retention-unsure", "retention-start-not-stated"],
            False,
            True,
            {"retention-unsure", "retention-start-not-stated"},
        ),
        (["retention-date-missing"], False, False, {"retention-date-missing"}),
        ([CLASH, MINOR, "retention-unsure"], True, False, set()),
        (["retention-said-in-another-year"], False, False, {"retention-said-in-another-year"}),
    ],
)
def test_what_is_open_beside_a_date(codes, dated, minor, left):
    assert open_questions(codes, dated=dated, minor=minor) == left


KEEPINGS = st.builds(
    Keeping,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.lists(st.none() | INSTANTS, max_size=3).map(tuple),
    st.frozensets(st.sampled_from(QUESTIONS)),
)


@given(KEEPINGS, INSTANTS)
def test_time_alone_erases_nothing_about_which_somebody_must_be_asked(keeping, now):
    free = {each for each in WhyErased if before_proposing(keeping, each, now) is None}
    if WhyErased.TIME_OVER in free:
        assert keeping.until
        assert not keeping.open
        assert all(until and until < now for until in keeping.until)
    if WhyErased.OF_AGE in free:
        assert keeping.open <= {MINOR}
    # Whatever frees a record for a lesser ground frees it for a better one.
    assert WhyErased.TIME_OVER not in free or free == set(WhyErased)
    assert WhyErased.OF_AGE not in free or {WhyErased.AUTHORITY, WhyErased.LAWYER} <= free


@given(KEEPINGS, INSTANTS, st.sampled_from(WhyErased), st.sampled_from(QUESTIONS))
def test_one_more_question_never_frees_a_record(keeping, now, ground, question):
    more = replace(keeping, open=keeping.open | {question})
    if before_proposing(keeping, ground, now):
        assert before_proposing(more, ground, now) is before_proposing(keeping, ground, now)


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
