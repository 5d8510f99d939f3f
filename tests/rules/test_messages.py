"""What happens to a message: properties first, then the cases the design papers spell out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.hours import next_alert
from intersession.rules.layers import Choices, Suitability
from intersession.rules.messages import (
    HANDLING,
    Submission,
    decide_composer,
    decide_message,
    decision_to_json,
    overdue_steps,
    words_at_least,
)
from intersession.rules.reasons import CLAUSE_OF, Reason
from intersession.rules.schedule import Absence, Promise
from intersession.rules.terms import Answers, Licence, Therapist
from intersession.rules.vocabulary import (
    AgreementState,
    Channel,
    ContentClass,
    Fit,
    Handling,
    Kind,
    Role,
    Unit,
)
from rules.samples import MOCK, VERA, at, calendar, instants, kinds, promises, schedule, schedules, terms

SUNDAY = at("2026-11-22 22:41")
submissions = st.builds(
    Submission,
    kind=kinds,
    channel=st.sampled_from(list(Channel)),
    words=st.one_of(st.none(), st.integers(0, 100_000)),
    size_class=st.sampled_from([None, 2, 4, 64, 4096]),
    sent_in_window=st.integers(0, 1000),
    place=st.sampled_from([None, "DE", "DE-BE", "US-NY", "AQ"]),
)


@given(schedules(), promises, submissions, instants(), st.sampled_from(list(Fit)))
def test_no_message_is_ever_refused_or_kept_back(reading, promise, submission, moment, fit):
    agreed = terms(reading, answers=Answers(promise, promise), suitability=Suitability(fit=fit))
    decision = decide_message(agreed, submission, moment)
    assert decision.handling in list(Handling)
    assert decision.handling is HANDLING[submission.kind]
    assert decision.reasons
    for instant in (decision.alert_at, decision.seen_by, decision.answer_by):
        assert instant is None or instant >= moment
    if submission.kind is not Kind.FOR_SESSION:
        assert decision.alert_at == next_alert(reading, moment)


@given(schedules(), submissions, submissions, instants())
def test_hour_length_number_and_place_change_no_time(reading, one, other, moment):
    """Only the kind decides the times; everything else informs."""
    agreed = terms(reading)
    other = replace(other, kind=one.kind)
    assert decide_message(agreed, one, moment)[:4] == decide_message(agreed, other, moment)[:4]


@given(schedules(), promises, kinds, instants(), st.integers(0, 15 * 24 * 3600))
def test_a_later_message_never_gets_an_earlier_promise(reading, promise, kind, moment, seconds):
    agreed = terms(reading, answers=Answers(promise, promise))
    early = decide_message(agreed, Submission(kind), moment)
    late = decide_message(agreed, Submission(kind), moment + timedelta(seconds=seconds))
    for name in ("alert_at", "seen_by", "answer_by"):
        first, second = getattr(early, name), getattr(late, name)
        assert first is None or second is None or first <= second


@given(schedules(), submissions, instants())
def test_a_decision_is_pure_and_can_be_stamped(reading, submission, moment):
    agreed = terms(reading)
    first = decide_message(agreed, submission, moment)
    assert decide_message(terms(replace(reading)), submission, moment) == first
    assert decision_to_json(first)["reasons"] == [reason.value for reason in first.reasons]


def test_sunday_night_in_the_cast_s_frame():
    decision = decide_message(terms(VERA), Submission(Kind.QUESTION), SUNDAY)
    assert decision.handling is Handling.ALERT
    assert decision.alert_at == at("2026-11-23 09:00")
    assert decision.seen_by == at("2026-11-23 17:00")
    assert decision.answer_by == at("2026-11-24 12:30")
    assert decision.reasons == (Reason.OUTSIDE_HOURS,)


def test_sunday_night_on_the_mock_page():
    """Reads Mon, Wed, Fri: waits until Mon 9:00, answer due Wed 17:00."""
    decision = decide_message(terms(MOCK), Submission(Kind.QUESTION), SUNDAY)
    assert decision.alert_at == at("2026-11-23 09:00")
    assert decision.seen_by == at("2026-11-23 17:00")
    assert decision.answer_by == at("2026-11-25 17:00")


@pytest.mark.parametrize(
    ("kind", "handling", "alerted", "seen", "answered"),
    [
        (Kind.QUESTION, Handling.ALERT, True, True, True),
        (Kind.PRACTICAL, Handling.ALERT, True, True, True),
        (Kind.NO_ANSWER, Handling.QUIET, True, True, False),
        (Kind.FOR_SESSION, Handling.AGENDA, False, False, False),
    ],
)
def test_the_table_of_kinds(kind, handling, alerted, seen, answered):
    decision = decide_message(terms(), Submission(kind), SUNDAY)
    assert decision.handling is handling
    assert (decision.alert_at == at("2026-11-23 09:00")) is alerted
    assert (decision.seen_by is not None) is seen
    assert (decision.answer_by is not None) is answered


def test_practical_messages_may_have_their_own_promise():
    answers = Answers(
        Promise(1, Unit.WORKING_DAYS), Promise(2, Unit.WORKING_DAYS), Promise(2, Unit.WORKING_HOURS)
    )
    agreed = terms(answers=answers)
    assert decide_message(agreed, Submission(Kind.PRACTICAL), SUNDAY).answer_by == at("2026-11-23 11:00")
    assert decide_message(agreed, Submission(Kind.QUESTION), SUNDAY).answer_by == at("2026-11-24 12:30")


def test_a_promise_for_the_next_session_needs_the_session():
    agreed = terms(answers=Answers(Promise(1, Unit.WORKING_DAYS), Promise(0, Unit.NEXT_SESSION)))
    session = at("2026-11-26 16:00")
    assert decide_message(agreed, Submission(Kind.QUESTION), SUNDAY).answer_by is None
    known = Submission(Kind.QUESTION, next_session_at=session)
    assert decide_message(agreed, known, SUNDAY).answer_by == session


HOLIDAY = replace(VERA, calendar=calendar(date(2026, 11, 23)))
AWAY = replace(VERA, absences=(Absence(date(2026, 11, 20), date(2026, 11, 24)),))
COVERED = replace(VERA, absences=(Absence(date(2026, 11, 20), date(2026, 11, 24), "Otto Brandt"),))
AS_THEY_COME = replace(VERA, alerts=())


@pytest.mark.parametrize(
    ("reading", "sent", "reasons"),
    [
        (AS_THEY_COME, "2026-11-23 10:00", [Reason.IN_HOURS]),
        (VERA, "2026-11-23 09:00", [Reason.IN_HOURS]),
        (VERA, "2026-11-23 10:00", [Reason.IN_HOURS, Reason.ALERT_SLOT]),
        (VERA, "2026-11-23 12:30", [Reason.OUTSIDE_HOURS, Reason.ALERT_SLOT]),
        (VERA, "2026-11-23 17:00", [Reason.OUTSIDE_HOURS]),
        (HOLIDAY, "2026-11-23 10:00", [Reason.HOLIDAY]),
        (HOLIDAY, "2026-11-22 22:41", [Reason.HOLIDAY, Reason.OUTSIDE_HOURS]),
        (HOLIDAY, "2026-11-24 10:00", [Reason.IN_HOURS, Reason.ALERT_SLOT]),
        (AWAY, "2026-11-23 10:00", [Reason.ABSENCE]),
        (AWAY, "2026-11-19 20:00", [Reason.ABSENCE, Reason.OUTSIDE_HOURS]),
        (COVERED, "2026-11-23 10:00", [Reason.ABSENCE_COVERED]),
        (AWAY, "2026-11-24 20:00", [Reason.ABSENCE, Reason.OUTSIDE_HOURS]),
        (schedule(), "2026-11-23 10:00", [Reason.OUTSIDE_HOURS]),
    ],
)
def test_reasons_for_the_hour(reading, sent, reasons):
    assert list(decide_message(terms(reading), Submission(Kind.QUESTION), at(sent)).reasons) == reasons


@pytest.mark.parametrize(
    ("submission", "reason"),
    [
        (Submission(Kind.NO_ANSWER), Reason.NO_ANSWER_EXPECTED),
        (Submission(Kind.FOR_SESSION), Reason.KEPT_FOR_SESSION),
        (Submission(Kind.QUESTION, words=301), Reason.OVER_GUIDE_LENGTH),
        (Submission(Kind.QUESTION, size_class=8), Reason.OVER_GUIDE_LENGTH),
        (Submission(Kind.QUESTION, sent_in_window=2), Reason.OVER_GUIDE_COUNT),
        (Submission(Kind.QUESTION, place="FR"), Reason.OUT_OF_AREA),
        (Submission(Kind.QUESTION, Channel.PHONE), Reason.CHANNEL_NOT_AGREED),
        (Submission(Kind.QUESTION, Channel.EMAIL), Reason.CHANNEL_NOT_FOR_CONTENT),
        (Submission(Kind.QUESTION, review_on=date(2026, 11, 21)), Reason.AGREEMENT_REVIEW_DUE),
    ],
)
def test_reasons_that_inform(submission, reason):
    decision = decide_message(terms(), submission, SUNDAY)
    assert reason in decision.reasons
    assert any(notice.code == reason.value for notice in decision.notices)


@pytest.mark.parametrize(
    ("submission", "reason"),
    [
        (Submission(Kind.QUESTION, words=300), Reason.OVER_GUIDE_LENGTH),
        (Submission(Kind.QUESTION, size_class=4), Reason.OVER_GUIDE_LENGTH),
        (Submission(Kind.QUESTION, sent_in_window=1), Reason.OVER_GUIDE_COUNT),
        (Submission(Kind.FOR_SESSION, sent_in_window=9), Reason.OVER_GUIDE_COUNT),
        (Submission(Kind.QUESTION, place="DE-BE"), Reason.OUT_OF_AREA),
        (Submission(Kind.QUESTION), Reason.OUT_OF_AREA),
        (Submission(Kind.PRACTICAL, Channel.EMAIL), Reason.CHANNEL_NOT_FOR_CONTENT),
        (Submission(Kind.QUESTION, review_on=date(2026, 11, 22)), Reason.AGREEMENT_REVIEW_DUE),
    ],
)
def test_reasons_that_do_not_apply(submission, reason):
    assert reason not in decide_message(terms(), submission, SUNDAY).reasons


def test_a_licence_widens_where_contact_may_be():
    therapist = Therapist("Vera", "Europe/Berlin", ("de",), "DE-BE", (Licence("AT", "psychotherapist"),))
    agreed = terms(therapist=therapist)
    assert (
        Reason.OUT_OF_AREA
        not in decide_message(agreed, Submission(Kind.QUESTION, place="AT"), SUNDAY).reasons
    )
    assert (
        Reason.OUT_OF_AREA in decide_message(agreed, Submission(Kind.QUESTION, place="DE-BY"), SUNDAY).reasons
    )


def test_limits_from_the_clinician_are_said_but_hold_nothing_back():
    agreed = terms(suitability=Suitability(Fit.LOGISTICS_ONLY))
    decision = decide_message(agreed, Submission(Kind.QUESTION), SUNDAY)
    assert Reason.SUITABILITY_LIMITS in decision.reasons
    assert decision.answer_by == at("2026-11-24 12:30")
    assert Reason.SUITABILITY_LIMITS not in decide_message(agreed, Submission(Kind.PRACTICAL), SUNDAY).reasons


def test_the_automatic_note_names_numbers_only_at_home():
    def note(place):
        return decide_message(terms(), Submission(Kind.QUESTION, place=place), SUNDAY).notices[0]

    assert note("DE").code == "automatic-note-numbers"
    assert dict(note("DE").values)["number"] == "112"
    assert note("US").code == note(None).code == "automatic-note"
    assert dict(note(None).values)["next"] == at("2026-11-23 09:00")
    assert decide_message(terms(schedule()), Submission(Kind.QUESTION), SUNDAY).notices[0].code == (
        "automatic-note-no-time"
    )


def test_the_note_comes_in_closed_periods_only():
    assert decide_message(terms(VERA), Submission(Kind.QUESTION), at("2026-11-23 10:00")).notices == ()
    codes = [each.code for each in decide_message(terms(COVERED), Submission(Kind.QUESTION), SUNDAY).notices]
    assert codes == ["automatic-note", "absence-covered"]


def test_a_size_class_proves_a_length_only_above_half_of_it():
    assert words_at_least(Submission(Kind.QUESTION, size_class=2)) == 0
    assert words_at_least(Submission(Kind.QUESTION, size_class=8)) == 341
    assert words_at_least(Submission(Kind.QUESTION, size_class=8, words=12)) == 12
    assert words_at_least(Submission(Kind.QUESTION)) == 0


def test_overdue_reminds_at_once_and_tells_the_deputy_four_working_hours_later():
    steps = overdue_steps(terms(MOCK), at("2026-11-25 17:00"))
    assert [(step.kind, step.at) for step in steps] == [
        ("remind-therapist", at("2026-11-25 17:00")),
        ("tell-deputy", at("2026-11-30 17:00")),
    ]


def test_without_an_agreed_deputy_nobody_else_is_told():
    agreed = terms(MOCK, choices=Choices(refused_roles=(Role.DEPUTY,)))
    assert [step.kind for step in overdue_steps(agreed, SUNDAY)] == ["remind-therapist"]


@pytest.mark.parametrize(
    ("state", "active", "reason"),
    [
        (AgreementState.ACTIVE, True, None),
        (AgreementState.DRAFT, True, None),
        (AgreementState.SUPERSEDED, True, None),
        (AgreementState.WITHDRAWN, True, Reason.CONSENT_WITHDRAWN),
        (AgreementState.ENDED, True, Reason.RELATIONSHIP_ENDED),
        (AgreementState.ACTIVE, False, Reason.RELATIONSHIP_ENDED),
    ],
)
def test_only_withdrawal_and_ending_close_the_composer(state, active, reason):
    assert decide_composer(state, active) is reason


def test_every_reason_names_a_clause():
    assert Reason.OUTSIDE_HOURS.clause == "A4"
    assert set(CLAUSE_OF) == set(Reason)


def test_content_classes_are_ordered():
    assert [each.rank for each in ContentClass] == [0, 1, 2, 3]
