"""Hands a message's metadata to the rules and turns their answer into what a row is stamped with. Decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from intersession.messaging.contact import contact_if_known
from intersession.messaging.errors import BetterLater, BetterNotNow, ChannelNotAgreed
from intersession.messaging.models import Conversation
from intersession.messaging.standing import Standing, sent_in_window
from intersession.people.models import Session
from intersession.rules.messages import (
    HANDLING,
    Decision,
    Notice,
    Submission,
    decide_message,
    decision_to_json,
    overdue_steps,
)
from intersession.rules.own_messages import OwnAction, OwnSubmission, decide_own
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import Kind

NO_AGREEMENT_YET = "no-agreement-yet"
SMALLEST_CLASS = 2


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is written beside a message and never changed: handling, promised instants, reasons, notices."""

    handling: str
    alert_at: datetime | None = None
    seen_by: datetime | None = None
    answer_by: datetime | None = None
    reasons: tuple[str, ...] = ()
    notices: tuple[Mapping[str, Any], ...] = ()


def size_class(size: int) -> int:
    """Return the largest power of two, in kB, that a sealed body of `size` bytes fills; at least 2."""
    return max(SMALLEST_CLASS, 1 << max(0, (size // 1024).bit_length() - 1))


def decide_for_client(
    standing: Standing,
    conversation: Conversation,
    kind: str,
    size: int,
    session: Session | None,
    now: datetime,
) -> Stamp:
    """Return the stamp of a client's message. There is no refusal, with or without an agreement."""
    agreement = standing.agreement
    where, found = contact_if_known(conversation.relationship, standing.terms, now)
    submission = Submission(
        kind=Kind(kind),
        size_class=size_class(size),
        sent_in_window=sent_in_window(conversation, now),
        next_session_at=session.starts_at if session else None,
        review_on=agreement.review_on if agreement else None,
        place=where.place or None,
        contact=found.answer if found else None,
    )
    if standing.terms is None:
        return _stamp(Decision(HANDLING[submission.kind], None, None, None, (), (Notice(NO_AGREEMENT_YET),)))
    decision = decide_message(standing.terms, submission, now)
    if agreement is None:
        decision = _without_promise(decision)
    return _stamp(decision)


def _without_promise(decision: Decision) -> Decision:
    """Nobody has signed yet: she is alerted at her hours, and nothing is promised."""
    notices = (Notice(NO_AGREEMENT_YET), *decision.notices)
    return decision._replace(seen_by=None, answer_by=None, notices=notices)


def _stamp(decision: Decision) -> Stamp:
    written = decision_to_json(decision)
    return Stamp(
        handling=decision.handling.value,
        alert_at=decision.alert_at,
        seen_by=decision.seen_by,
        answer_by=decision.answer_by,
        reasons=tuple(reason.value for reason in decision.reasons),
        notices=tuple(written["notices"]),  # type: ignore[arg-type]  # Json is wider than what stands here
    )


def decide_for_therapist(standing: Standing, at_once: bool, now: datetime) -> Stamp:
    """Return the stamp of her own message through the portal.

    Raises ChannelNotAgreed with the clause, and BetterLater or BetterNotNow while she has not said `at_once`; the
    reasons stay on the row, so that her boundary view can count them.
    """
    if standing.terms is None:
        return Stamp("own")
    own = decide_own(standing.terms, OwnSubmission(), now)
    if own.action is OwnAction.REFUSE:
        raise ChannelNotAgreed(own.reasons[0].value, clause=own.reasons[0].clause.number)
    if own.action is OwnAction.SUGGEST and not at_once:
        raise BetterLater(at=own.suggest_at) if own.suggest_at else BetterNotNow
    return Stamp("own", reasons=tuple(reason.value for reason in own.reasons))


def deputy_at(terms: Terms | None, due: datetime) -> datetime | None:
    """Return when the deputy learns that an answer due at `due` is late; None when none was agreed."""
    steps = overdue_steps(terms, due) if terms else ()
    return next((step.at for step in steps if step.kind == "tell-deputy"), None)
