"""Asking for a call: offered or not, while somebody is on duty, and never promised by a service that is down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.layers import Choices, Suitability
from intersession.rules.reasons import Reason
from intersession.rules.schedule import Absence, Promise, week_of
from intersession.rules.terms import Urgent, UrgentStep
from intersession.rules.urgent import UrgentAnswer, can_ask, duty_from
from intersession.rules.vocabulary import Clause, Fit, Unit
from rules.samples import VERA, at, day_windows, instants, schedules, terms, windows

TEN = Promise(10, Unit.MINUTES)
HERSELF, STAND_IN = UrgentStep(("therapist",), ("sms", "voice"), TEN), UrgentStep(("cover",), ("voice",), TEN)
MONDAYS = Urgent(True, week_of({0: windows("08:00-22:00")}), (HERSELF, STAND_IN))
AWAY = replace(VERA, absences=(Absence(date(2026, 11, 23), date(2026, 11, 29)),))
COVERED = replace(VERA, absences=(Absence(date(2026, 11, 23), date(2026, 11, 29), "Otto"),))
SUNDAY, MONDAY, NIGHT = at("2026-11-22 22:41"), at("2026-11-23 09:00"), at("2026-11-23 22:00")
OPENS, NEXT = at("2026-11-23 08:00"), at("2026-11-30 08:00")
YES = UrgentAnswer()


def nobody(again=None):
    return UrgentAnswer(Reason.URGENT_NOBODY_ON_DUTY, again)


@pytest.mark.parametrize(
    ("reading", "urgent", "now", "answer"),
    [
        (VERA, Urgent(), MONDAY, UrgentAnswer(Reason.URGENT_NOT_OFFERED)),
        (VERA, replace(MONDAYS, offered=False), MONDAY, UrgentAnswer(Reason.URGENT_NOT_OFFERED)),
        (VERA, MONDAYS, SUNDAY, nobody(OPENS)),
        (VERA, MONDAYS, OPENS, YES),
        (VERA, MONDAYS, NIGHT - timedelta(seconds=1), YES),
        (VERA, MONDAYS, NIGHT, nobody(NEXT)),
        (VERA, replace(MONDAYS, steps=()), MONDAY, nobody()),
        (VERA, Urgent(True, steps=(HERSELF,)), MONDAY, nobody()),
        (AWAY, MONDAYS, MONDAY, nobody(NEXT)),
        (COVERED, MONDAYS, MONDAY, YES),
        (COVERED, replace(MONDAYS, steps=(HERSELF,)), MONDAY, nobody(NEXT)),
        (COVERED, replace(MONDAYS, steps=(STAND_IN,)), MONDAY, YES),
        (VERA, replace(MONDAYS, steps=(STAND_IN,)), MONDAY, nobody()),
    ],
)
def test_the_table_of_answers(reading, urgent, now, answer):
    assert can_ask(terms(reading, urgent=urgent), now, service_up=True) == answer


@pytest.mark.parametrize("now", [SUNDAY, MONDAY])
def test_while_the_service_is_down_no_time_is_named(now):
    down = can_ask(terms(urgent=MONDAYS), now, service_up=False)
    assert down == UrgentAnswer(Reason.URGENT_SERVICE_DOWN)
    assert not down.can_ask
    assert can_ask(terms(), now, service_up=False).reason is Reason.URGENT_NOT_OFFERED


@pytest.mark.parametrize(
    "narrowed", [{"choices": Choices(urgent=False)}, {"suitability": Suitability(Fit.LOGISTICS_ONLY)}]
)
def test_what_the_client_or_the_clinician_left_out_is_not_offered(narrowed):
    agreed = terms(urgent=MONDAYS, **narrowed)
    assert can_ask(agreed, MONDAY, service_up=True).reason is Reason.URGENT_NOT_OFFERED


def test_all_three_reasons_come_from_the_clause_about_calls():
    codes = (Reason.URGENT_NOT_OFFERED, Reason.URGENT_NOBODY_ON_DUTY, Reason.URGENT_SERVICE_DOWN)
    assert {code.clause for code in codes} == {Clause.A8}


@st.composite
def staffed(draw):
    pool = [(), draw(day_windows()), draw(day_windows())]
    week = week_of({day: draw(st.sampled_from(pool)) for day in range(7)})
    steps = draw(st.lists(st.sampled_from([HERSELF, STAND_IN]), max_size=2))
    return terms(draw(schedules()), urgent=Urgent(True, week, tuple(steps)))


@given(staffed(), instants(2026, 2028), st.integers(0, 3600))
def test_the_time_named_is_the_first_at_which_one_can_ask(agreed, now, share):
    answer = can_ask(agreed, now, service_up=True)
    again = answer.possible_again_at
    assert answer.can_ask == any(
        start <= now < end for start, end in duty_from(agreed, now - timedelta(days=2))
    )
    if again is None:
        return
    assert again > now
    assert can_ask(agreed, again, service_up=True) == YES
    before = now + (again - now) * share / 3601
    assert can_ask(agreed, before, service_up=True) == nobody(again)
