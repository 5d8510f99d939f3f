"""One rule for what waits: the door, the inbox, the path and the state line all ask it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.states import Held, MessageFacts, held, message_state
from intersession.rules.vocabulary import Kind, Viewer
from rules.test_states import ALERT, BEFORE, NO_ANSWER, NOTE, OPENED, QUESTION, SENT, SESSION

NO_TIME = replace(QUESTION, alert_at=None)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("facts", "now", "expected"),
    [
        pytest.param(QUESTION, BEFORE, Held.QUIETLY, id="alert to come"),
        pytest.param(QUESTION, ALERT - SECOND, Held.QUIETLY, id="a second before the alert"),
        pytest.param(QUESTION, ALERT, Held.NOT, id="alert due now"),
        pytest.param(QUESTION, OPENED, Held.NOT, id="alert passed, clock late"),
        pytest.param(replace(QUESTION, alerted_at=ALERT), OPENED, Held.NOT, id="alerted"),
        pytest.param(replace(QUESTION, kind=Kind.PRACTICAL), BEFORE, Held.QUIETLY, id="practical"),
        pytest.param(NO_ANSWER, BEFORE, Held.QUIETLY, id="quiet, to come"),
        pytest.param(NO_ANSWER, ALERT, Held.NOT, id="quiet, due"),
        pytest.param(NO_TIME, BEFORE, Held.QUIETLY, id="no alert time"),
        pytest.param(NO_TIME, BEFORE + timedelta(days=900), Held.QUIETLY, id="no alert time, years later"),
        pytest.param(replace(NO_TIME, released_at=BEFORE), BEFORE, Held.NOT, id="no alert time, handed over"),
        pytest.param(replace(NO_TIME, opened_at=BEFORE), BEFORE, Held.NOT, id="no alert time, opened"),
        pytest.param(replace(QUESTION, released_at=BEFORE), BEFORE, Held.NOT, id="released early"),
        pytest.param(replace(QUESTION, opened_at=BEFORE), BEFORE, Held.NOT, id="opened early"),
        pytest.param(replace(QUESTION, withdrawn_at=BEFORE), BEFORE, Held.NOT, id="withdrawn"),
        pytest.param(replace(QUESTION, replaced_at=BEFORE), BEFORE, Held.NOT, id="changed"),
        pytest.param(NOTE, BEFORE, Held.FOR_SESSION, id="for the session"),
        pytest.param(replace(NOTE, session_at=None), OPENED, Held.FOR_SESSION, id="no session known"),
        pytest.param(replace(NOTE, released_at=SESSION), SESSION, Held.NOT, id="session began"),
        pytest.param(replace(NOTE, withdrawn_at=BEFORE), BEFORE, Held.NOT, id="note withdrawn"),
        pytest.param(replace(NOTE, opened_at=BEFORE), BEFORE, Held.NOT, id="note opened"),
        pytest.param(replace(NO_TIME, kind="answer"), BEFORE, Held.NOT, id="her answer"),
        pytest.param(replace(NO_TIME, kind="note"), BEFORE, Held.NOT, id="her note"),
    ],
)
def test_the_table_of_what_waits(facts, now, expected):
    assert held(facts, now) is expected


happened = st.one_of(st.none(), st.integers(0, 5000).map(lambda minutes: SENT + timedelta(minutes=minutes)))
records = st.builds(
    MessageFacts,
    kind=st.sampled_from(list(Kind)),
    received_at=st.just(SENT),
    alert_at=happened,
    answer_by=st.none(),
    therapist=st.just("Vera"),
    released_at=st.one_of(st.none(), st.just(SENT)),
    opened_at=st.one_of(st.none(), st.just(SENT)),
)


@given(records, st.integers(0, 6000), st.sampled_from(list(Viewer)))
def test_the_state_line_says_what_holds_a_message_and_nothing_else(facts, minutes, viewer):
    now = SENT + timedelta(minutes=minutes)
    code = message_state(facts, viewer, now).code
    assert ("-waiting" in code) == (held(facts, now) is Held.QUIETLY)
    assert ("-for-session" in code) == (held(facts, now) is Held.FOR_SESSION)


@given(records, st.integers(0, 6000), st.integers(0, 6000))
def test_what_waits_no_more_never_waits_again(facts, minutes, later):
    now = SENT + timedelta(minutes=minutes)
    if held(facts, now) is Held.NOT:
        assert held(facts, now + timedelta(minutes=later)) is Held.NOT
