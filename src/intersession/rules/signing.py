"""Decides what stands between an agreement and its signatures, and which state follows which.

Checks no signature and stores nothing. States and their meaning: frame.md section 2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from intersession.rules.clauses import AGREEMENT_CLAUSES
from intersession.rules.vocabulary import AgreementState, Clause, Reply, Stance


class AgreementEvent(StrEnum):
    """What can happen to an agreement."""

    OFFER = "offer"
    ANSWER = "answer"
    REOPEN = "reopen"
    SETTLE = "settle"
    SIGNED_BY_BOTH = "signed-by-both"
    SUPERSEDE = "supersede"
    WITHDRAW = "withdraw"
    END = "end"


class BlockCode(StrEnum):
    """Why nothing can be signed yet. Texts: agreement-block-<code>."""

    NOT_OFFERED = "not-offered"
    OVER = "over"
    CLAUSE_UNANSWERED = "clause-unanswered"
    POINT_OPEN = "point-open"
    EMERGENCY_EMPTY = "emergency-empty"


class Impossible(ValueError):
    """This event can't happen in this state."""


@dataclass(frozen=True, slots=True)
class AnswerFact:
    """Where one clause stands: the client's stance (None: none yet) and the therapist's reply (None:
    none yet).
    """

    stance: Stance | None = None
    reply: Reply | None = None

    @property
    def is_open(self) -> bool:
        """Whether the clause holds a point of the client that the therapist has not answered.

        "Let us talk first" is a way to an answer, not an answer.
        """
        raised = self.stance is not None and self.stance is not Stance.AGREE
        return raised and self.reply in (None, Reply.TALK_FIRST)


@dataclass(frozen=True, slots=True)
class SigningFacts:
    """What signing depends on. `answers` holds the clauses answered so far; `clauses` are all of the
    agreement's.
    """

    state: AgreementState
    answers: Mapping[Clause, AnswerFact]
    emergency_filled: bool
    clauses: tuple[Clause, ...] = field(default=AGREEMENT_CLAUSES)


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that stands before signing, with the clause it is about (None: the whole agreement)."""

    code: BlockCode
    clause: Clause | None = None


SIGNABLE = frozenset({AgreementState.OFFERED, AgreementState.ANSWERED, AgreementState.READY})


def blocks_signing(facts: SigningFacts) -> tuple[Block, ...]:
    """Return everything that stands before signing, in the order of the clauses; empty when it can be
    signed.
    """
    if facts.state not in SIGNABLE:
        early = facts.state is AgreementState.DRAFT
        return (Block(BlockCode.NOT_OFFERED if early else BlockCode.OVER),)
    blocks = []
    for clause in facts.clauses:
        answer = facts.answers.get(clause, AnswerFact())
        if clause is Clause.A7 and not facts.emergency_filled:
            blocks.append(Block(BlockCode.EMERGENCY_EMPTY, clause))
        if answer.stance is None:
            blocks.append(Block(BlockCode.CLAUSE_UNANSWERED, clause))
        elif answer.is_open:
            blocks.append(Block(BlockCode.POINT_OPEN, clause))
    return tuple(blocks)


def state_after_answers(facts: SigningFacts) -> AgreementState:
    """Return offered, answered or ready, whichever the answers so far amount to.

    Other states don't depend on answers and are returned as they are.
    """
    if facts.state not in SIGNABLE:
        return facts.state
    codes = {block.code for block in blocks_signing(facts)}
    if BlockCode.CLAUSE_UNANSWERED in codes:
        return AgreementState.OFFERED
    return AgreementState.ANSWERED if BlockCode.POINT_OPEN in codes else AgreementState.READY


_S, _E = AgreementState, AgreementEvent
TRANSITIONS = MappingProxyType(
    {
        (_S.DRAFT, _E.OFFER): _S.OFFERED,
        (_S.OFFERED, _E.ANSWER): _S.ANSWERED,
        (_S.ANSWERED, _E.REOPEN): _S.OFFERED,
        (_S.ANSWERED, _E.SETTLE): _S.READY,
        (_S.READY, _E.REOPEN): _S.OFFERED,
        (_S.READY, _E.SIGNED_BY_BOTH): _S.ACTIVE,
        (_S.ACTIVE, _E.SUPERSEDE): _S.SUPERSEDED,
        # Stopping is possible from everywhere that is not over; it never needs the other side.
        **{(each, _E.WITHDRAW): _S.WITHDRAWN for each in (_S.OFFERED, _S.ANSWERED, _S.READY, _S.ACTIVE)},
        **{(each, _E.END): _S.ENDED for each in (_S.DRAFT, _S.OFFERED, _S.ANSWERED, _S.READY, _S.ACTIVE)},
    }
)


def next_state(state: AgreementState, event: AgreementEvent) -> AgreementState:
    """Return the state after `event`. Raises Impossible when the event can't happen in this state."""
    try:
        return TRANSITIONS[state, event]
    except KeyError:
        raise Impossible(f"{event} can't happen to an agreement that is {state}") from None
