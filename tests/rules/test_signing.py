"""What stands between an agreement and its signatures, and which state follows which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.clauses import AGREEMENT_CLAUSES
from intersession.rules.signing import (
    TRANSITIONS,
    AgreementEvent,
    AnswerFact,
    Block,
    BlockCode,
    Impossible,
    SigningFacts,
    blocks_signing,
    next_state,
    state_after_answers,
)
from intersession.rules.vocabulary import AgreementState, Clause, Reply, Stance

S, E = AgreementState, AgreementEvent
AGREED = dict.fromkeys(AGREEMENT_CLAUSES, AnswerFact(Stance.AGREE))


def facts(state: AgreementState = S.OFFERED, emergency: bool = True, **answers: AnswerFact) -> SigningFacts:
    return SigningFacts(
        state, {**AGREED, **{Clause(name): each for name, each in answers.items()}}, emergency
    )


def test_an_agreement_with_every_clause_agreed_can_be_signed():
    assert blocks_signing(facts()) == ()
    assert state_after_answers(facts()) is S.READY


def test_an_open_concern_blocks_and_says_which_clause():
    concern = facts(A10=AnswerFact(Stance.QUESTION))
    assert blocks_signing(concern) == (Block(BlockCode.POINT_OPEN, Clause.A10),)
    assert state_after_answers(concern) is S.ANSWERED


@pytest.mark.parametrize("stance", [Stance.WITH_CHANGE, Stance.QUESTION, Stance.NOT_FOR_ME])
@pytest.mark.parametrize("reply", [None, *Reply])
def test_only_an_answer_closes_a_point(stance, reply):
    is_open = reply in (None, Reply.TALK_FIRST)
    assert bool(blocks_signing(facts(A10=AnswerFact(stance, reply)))) is is_open


def test_an_empty_emergency_clause_blocks_whatever_was_answered():
    assert blocks_signing(facts(emergency=False)) == (Block(BlockCode.EMERGENCY_EMPTY, Clause.A7),)


def test_an_unanswered_clause_keeps_it_offered():
    waiting = facts(A5=AnswerFact())
    assert blocks_signing(waiting) == (Block(BlockCode.CLAUSE_UNANSWERED, Clause.A5),)
    assert state_after_answers(waiting) is S.OFFERED


def test_everything_that_blocks_is_said_at_once_in_the_order_of_the_clauses():
    many = facts(emergency=False, A30=AnswerFact(), A1=AnswerFact(Stance.NOT_FOR_ME))
    assert [block.clause for block in blocks_signing(many)] == [Clause.A1, Clause.A7, Clause.A30]


@pytest.mark.parametrize("state", [S.DRAFT, S.ACTIVE, S.SUPERSEDED, S.WITHDRAWN, S.ENDED])
def test_other_states_can_not_be_signed(state):
    (block,) = blocks_signing(facts(state))
    assert block.code is (BlockCode.NOT_OFFERED if state is S.DRAFT else BlockCode.OVER)
    assert state_after_answers(facts(state)) is state


answers = st.dictionaries(
    st.sampled_from(AGREEMENT_CLAUSES),
    st.builds(
        AnswerFact,
        st.one_of(st.none(), st.sampled_from(list(Stance))),
        st.one_of(st.none(), st.sampled_from(list(Reply))),
    ),
)


@given(answers, st.booleans())
def test_ready_is_out_of_reach_while_a_concern_is_unanswered(given_answers, emergency):
    state = state_after_answers(SigningFacts(S.OFFERED, given_answers, emergency))
    if any(each.is_open for each in given_answers.values()) or set(given_answers) != set(AGREEMENT_CLAUSES):
        assert state is not S.READY


PATH = [
    (S.DRAFT, E.OFFER, S.OFFERED),
    (S.OFFERED, E.ANSWER, S.ANSWERED),
    (S.ANSWERED, E.SETTLE, S.READY),
    (S.READY, E.SIGNED_BY_BOTH, S.ACTIVE),
    (S.ACTIVE, E.SUPERSEDE, S.SUPERSEDED),
    (S.ACTIVE, E.WITHDRAW, S.WITHDRAWN),
    (S.ACTIVE, E.END, S.ENDED),
]


@pytest.mark.parametrize(("state", "event", "after"), PATH)
def test_the_path(state, event, after):
    assert next_state(state, event) is after


@given(st.sampled_from(list(S)), st.sampled_from(list(E)))
def test_everything_else_is_impossible(state, event):
    if (state, event) not in TRANSITIONS:
        with pytest.raises(Impossible, match=event.value):
            next_state(state, event)


@pytest.mark.parametrize("state", [S.SUPERSEDED, S.WITHDRAWN, S.ENDED])
def test_what_is_over_stays_over(state):
    assert not [pair for pair in TRANSITIONS if pair[0] is state]


def test_nothing_becomes_active_unsigned():
    assert [pair for pair, after in TRANSITIONS.items() if after is S.ACTIVE] == [(S.READY, E.SIGNED_BY_BOTH)]
