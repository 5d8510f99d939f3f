"""The state line of a message is the latest truth, never more than what happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.schedule import Absence
from intersession.rules.states import NOTHING, MessageFacts, absence_state, message_state
from intersession.rules.terms import Reader
from intersession.rules.vocabulary import Kind, Role, Sees, Viewer
from rules.samples import VERA, at, terms

SENT, ALERT, DUE = at("2026-11-22 22:41"), at("2026-11-23 09:00"), at("2026-11-25 17:00")
OPENED, SESSION = at("2026-11-23 09:12"), at("2026-11-26 16:00")
QUESTION = MessageFacts(
    Kind.QUESTION, SENT, ALERT, DUE, "Vera", "Alma", deputy="Otto", deputy_at=at("2026-11-30 17:00")
)
NO_ANSWER = replace(QUESTION, kind=Kind.NO_ANSWER, answer_by=None)
NOTE = replace(QUESTION, kind=Kind.FOR_SESSION, alert_at=None, answer_by=None, session_at=SESSION)
BEFORE, AFTER, LATE = SENT + timedelta(minutes=1), OPENED + timedelta(hours=1), DUE + timedelta(hours=1)


@pytest.mark.parametrize(
    ("facts", "now", "client", "therapist"),
    [
        (QUESTION, BEFORE, "waiting", "waiting"),
        (QUESTION, ALERT, "in-mailbox", "in-mailbox"),
        (replace(QUESTION, kind=Kind.PRACTICAL), ALERT, "in-mailbox", "in-mailbox-practical"),
        (NO_ANSWER, BEFORE, "waiting-no-due", "waiting"),
        (NO_ANSWER, ALERT, "in-mailbox-no-answer", "in-mailbox"),
        (replace(QUESTION, alert_at=None), BEFORE, "waiting-no-time", "waiting-no-time"),
        (replace(QUESTION, opened_at=OPENED), AFTER, "opened", "opened"),
        (replace(QUESTION, answer_by=None, opened_at=OPENED), AFTER, "opened-no-due", "opened-no-due"),
        (replace(QUESTION, kind=Kind.PRACTICAL, opened_at=OPENED), AFTER, "opened", "opened-practical"),
        (
            replace(QUESTION, opened_at=BEFORE, opening_outside_hours=True),
            AFTER,
            "opened-outside",
            "opened-outside-due",
        ),
        (replace(NO_ANSWER, opened_at=OPENED), AFTER, "opened-no-answer", "no-answer"),
        (NOTE, BEFORE, "for-session", "for-session"),
        (replace(NOTE, session_at=None), BEFORE, "for-session-no-date", "for-session-no-date"),
        (replace(NOTE, released_at=SESSION), SESSION, "in-mailbox-no-due", "in-mailbox"),
        (replace(QUESTION, more_time_until=SESSION, opened_at=OPENED), LATE, "more-time", "more-time"),
        (replace(QUESTION, opened_at=OPENED, answered_at=AFTER), AFTER, "answered", "answered"),
        (replace(QUESTION, answered_at=LATE), LATE, "answered", "answered-late"),
        (QUESTION, LATE, "late-unreminded", "late"),
        (replace(QUESTION, overdue_at=DUE), LATE, "late", "late"),
        (replace(QUESTION, overdue_at=DUE, deputy=""), LATE, "late-no-deputy", "late"),
        (replace(QUESTION, overdue_at=DUE, deputy_told_at=LATE), LATE, "late-deputy-told", "late"),
        (replace(QUESTION, overdue_at=DUE, opened_at=OPENED), LATE, "late", "late"),
    ],
)
def test_the_table_of_states(facts, now, client, therapist):
    assert message_state(facts, Viewer.CLIENT, now).code == f"state-client-{client}"
    assert message_state(facts, Viewer.THERAPIST, now).code == f"state-therapist-{therapist}"


@pytest.mark.parametrize(
    ("facts", "client", "therapist"),
    [
        (replace(QUESTION, withdrawn_at=BEFORE), "state-client-taken-back", ""),
        (replace(QUESTION, replaced_at=BEFORE), "state-client-changed", ""),
        (replace(QUESTION, sealed_elsewhere=True), "state-sealed-elsewhere", "state-sealed-elsewhere"),
        (replace(NOTE, session_moved=True), "state-session-moved", "state-session-moved"),
    ],
)
def test_states_that_hide_or_are_the_same_for_both(facts, client, therapist):
    assert message_state(facts, Viewer.CLIENT, BEFORE).code == client
    assert message_state(facts, Viewer.THERAPIST, BEFORE).code == therapist


def test_what_was_taken_back_shows_the_therapist_nothing():
    facts = replace(QUESTION, withdrawn_at=BEFORE, opened_at=None)
    assert message_state(facts, Viewer.THERAPIST, LATE) == NOTHING


def test_values_are_the_facts():
    waiting = message_state(QUESTION, Viewer.CLIENT, BEFORE)
    assert waiting.named == {"therapist": "Vera", "until": ALERT, "due": DUE}
    late = message_state(replace(QUESTION, overdue_at=DUE), Viewer.CLIENT, LATE)
    assert late.named["deputy_at"] == at("2026-11-30 17:00")


def test_due_is_not_late_until_it_has_passed():
    assert message_state(QUESTION, Viewer.CLIENT, DUE).code == "state-client-in-mailbox"
    assert message_state(QUESTION, Viewer.CLIENT, DUE + timedelta(seconds=1)).code.startswith(
        "state-client-late"
    )


def test_a_new_day_that_passes_is_late_too():
    facts = replace(QUESTION, more_time_until=SESSION, overdue_at=SESSION)
    late = message_state(facts, Viewer.CLIENT, SESSION + timedelta(minutes=1))
    assert late.code == "state-client-late"
    assert late.named["due"] == SESSION


def test_nothing_is_late_where_nothing_is_owed():
    facts = replace(QUESTION, kind=Kind.NO_ANSWER, answered_at=LATE)
    assert message_state(facts, Viewer.THERAPIST, LATE).code == "state-therapist-answered"


instants_after = st.one_of(st.none(), st.integers(0, 10 * 24 * 60).map(lambda m: SENT + timedelta(minutes=m)))


@given(
    st.builds(
        MessageFacts,
        kind=st.sampled_from(list(Kind)),
        received_at=st.just(SENT),
        alert_at=instants_after,
        answer_by=instants_after,
        therapist=st.just("Vera"),
        client=st.just("Alma"),
        deputy=st.sampled_from(["", "Otto"]),
        deputy_at=instants_after,
        alerted_at=instants_after,
        released_at=instants_after,
        opened_at=instants_after,
        opening_outside_hours=st.booleans(),
        answered_at=instants_after,
        more_time_until=instants_after,
        overdue_at=instants_after,
        deputy_told_at=instants_after,
        session_at=instants_after,
        session_moved=st.booleans(),
    ),
    st.sampled_from(list(Viewer)),
    st.integers(0, 12 * 24 * 60),
)
def test_no_state_claims_what_did_not_happen(facts, viewer, minutes):
    now = SENT + timedelta(minutes=minutes)
    state = message_state(facts, viewer, now)
    assert ("-opened" not in state.code) or facts.opened_at
    assert ("-answered" not in state.code) or facts.answered_at
    assert ("-in-mailbox" not in state.code) or state.named["since"] <= now
    assert ("-late" not in state.code) or facts.due < (facts.answered_at or now)
    assert ("-late-deputy-told" not in state.code) or facts.deputy_told_at
    assert ("deputy" not in state.named) or facts.overdue_at or facts.deputy_told_at


AWAY = Absence(date(2026, 12, 21), date(2027, 1, 3))


@pytest.mark.parametrize(
    ("on", "suffix"),
    [
        ("2026-12-06 12:00", None),
        ("2026-12-07 12:00", "-ahead"),
        ("2026-12-20 23:59", "-ahead"),
        ("2026-12-21 00:00", ""),
        ("2027-01-03 23:59", ""),
        ("2027-01-04 00:00", None),
    ],
)
def test_an_absence_is_announced_fourteen_days_ahead(on, suffix):
    agreed = terms(replace(VERA, absences=(AWAY,)))
    for viewer in Viewer:
        state = absence_state(agreed, viewer, at(on))
        assert (state.code if state else None) == (None if suffix is None else f"state-{viewer}-away{suffix}")


def test_only_cover_that_holds_a_key_is_said_to_read():
    covered = replace(VERA, absences=(replace(AWAY, cover="Otto"),))
    now = at("2026-12-24 12:00")
    late_only = terms(covered, readers=(Reader("Otto", Role.DEPUTY, Sees.LATE_ONLY),))
    reads = terms(covered, readers=(Reader("Otto", Role.DEPUTY, Sees.TEXT),))
    assert absence_state(late_only, Viewer.CLIENT, now).code == "state-client-away-covered"
    assert absence_state(reads, Viewer.CLIENT, now).code == "state-client-away-read"
