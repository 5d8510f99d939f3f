"""Says where each clause of an agreement stands and what that means for signing. Reads answers; writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from intersession.agreement.models import Agreement, ClauseAnswer
from intersession.agreement.wording import clause_bodies
from intersession.rules.codec import Json
from intersession.rules.signing import AnswerFact, Block, SigningFacts, blocks_signing
from intersession.rules.vocabulary import AgreementState, Clause, Reply, Stance


class Turn(StrEnum):
    """Whose turn a clause is."""

    CLIENT = "client"
    THERAPIST = "therapist"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class ClauseStanding:
    """One clause: its text now, the answer that counts (None: none yet), earlier ones, and whose turn it is."""

    clause: Clause
    text: str
    answer: ClauseAnswer | None
    earlier: tuple[ClauseAnswer, ...]

    @property
    def turn(self) -> Turn:
        """Return whose turn it is. An answer to another text is no answer, but an open point stays a point."""
        if self.answer is None:
            return Turn.CLIENT
        if fact_of(self.answer).is_open:
            return Turn.THERAPIST
        return Turn.NOBODY if self.answer.text == self.text else Turn.CLIENT

    @property
    def fact(self) -> AnswerFact:
        """Return what the signing rules may know of this clause."""
        return fact_of(self.answer) if self.answer and self.turn is not Turn.CLIENT else AnswerFact()


def fact_of(answer: ClauseAnswer) -> AnswerFact:
    """Return an answer as the rules read it."""
    return AnswerFact(Stance(answer.stance), Reply(answer.reply) if answer.reply else None)


def standings(agreement: Agreement) -> tuple[ClauseStanding, ...]:
    """Return every clause of the agreement in order."""
    texts = clause_bodies(agreement.signed_terms, agreement.language)
    return stand(texts, agreement.answers.order_by("answered_at", "id"))


def stand(texts: Mapping[Clause, str], answers: Iterable[ClauseAnswer]) -> tuple[ClauseStanding, ...]:
    """Return where each clause stands, from its texts and all answers, oldest first."""
    rows = list(answers)
    return tuple(
        ClauseStanding(
            clause,
            text,
            next((row for row in rows if row.clause == clause and row.replaced_at is None), None),
            tuple(row for row in rows if row.clause == clause and row.replaced_at is not None),
        )
        for clause, text in texts.items()
    )


def signing_facts(agreement: Agreement, clauses: Iterable[ClauseStanding]) -> SigningFacts:
    """Return what signing this agreement depends on."""
    facts = {each.clause: each.fact for each in clauses}
    filled = agreement.signed_terms.emergency.is_filled
    return SigningFacts(AgreementState(agreement.state), facts, filled, tuple(facts))


def blocks(agreement: Agreement) -> tuple[Block, ...]:
    """Return everything that stands before signing, in the order of the clauses."""
    return blocks_signing(signing_facts(agreement, standings(agreement)))


def points_json(clauses: Iterable[ClauseStanding]) -> list[dict[str, Json]]:
    """Return the points as the document holds them: stances, and the SHA-256 of each sealed envelope of words.

    An earlier answer belongs to the text when the therapist replied to it; one that the client took back before
    does not.
    """
    told = []
    for each in clauses:
        rows = [row for row in each.earlier if row.reply]
        told += [_point(row) for row in (*rows, *filter(None, [each.answer]))]
    return told


def _point(row: ClauseAnswer) -> dict[str, Json]:
    return {
        "clause": row.clause,
        "stance": row.stance,
        "words_sha256": row.words_sha256,
        "reply": row.reply,
        "reply_sha256": row.reply_sha256,
    }
