"""Decides about the therapist's own messages: send now, suggest a better moment, or not by this way.

Only a channel that was not agreed for the content is refused. A suggestion binds nobody; she may override it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from intersession.rules.hours import is_open, next_opening
from intersession.rules.reasons import Reason
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import Channel, ContentClass, Encryption

# Ways that carry stored text somebody else could read on the way.
READABLE_ON_THE_WAY = frozenset({Channel.EMAIL, Channel.SMS})
ROUNDS = 16


class OwnAction(StrEnum):
    """What the rules say to her."""

    SEND_NOW = "send-now"
    SUGGEST = "suggest"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class OwnSubmission:
    """Her message, as metadata: the way, what it carries, and whether it is encrypted end to end."""

    channel: Channel = Channel.PORTAL
    content: ContentClass = ContentClass.PERSONAL
    encrypted: bool = True


@dataclass(frozen=True, slots=True)
class OwnDecision:
    """What to do. `suggest_at` only with a suggestion; the first reason of a refusal names its clause."""

    action: OwnAction
    suggest_at: datetime | None
    reasons: tuple[Reason, ...]


def decide_own(terms: Terms, own: OwnSubmission, now: datetime) -> OwnDecision:
    """Return what the rules say to a message the therapist is about to send at `now` (UTC)."""
    refusal = _refusal(terms, own)
    if refusal is not None:
        return OwnDecision(OwnAction.REFUSE, None, (refusal,))
    reasons = []
    if terms.safe_times is not None and not is_open(terms.safe_times, now):
        reasons.append(Reason.CLIENT_SAFE_TIMES)
    if not is_open(terms.schedule, now):
        reasons.append(Reason.OUTSIDE_HOURS)
    if not reasons:
        return OwnDecision(OwnAction.SEND_NOW, None, (Reason.IN_HOURS,))
    return OwnDecision(OwnAction.SUGGEST, _both_open(terms, now), tuple(reasons))


def _refusal(terms: Terms, own: OwnSubmission) -> Reason | None:
    agreed = terms.channel(own.channel)
    if agreed is None:
        return Reason.CHANNEL_NOT_AGREED
    if own.content.rank > agreed.content.rank:
        limits = terms.suitability
        limited = limits is not None and own.content.rank > limits.content.rank
        return Reason.SUITABILITY_LIMITS if limited else Reason.CHANNEL_NOT_FOR_CONTENT
    if own.encrypted or own.channel not in READABLE_ON_THE_WAY:
        return None
    if agreed.encryption is Encryption.REQUIRED:
        return Reason.ENCRYPTION_REQUIRED
    return None if agreed.warned else Reason.WARNING_NOT_RECORDED


def _both_open(terms: Terms, now: datetime) -> datetime | None:
    """Return the next instant inside her hours and the client's safe times, or her next hour when none
    is near.
    """
    first = next_opening(terms.schedule, now)
    if terms.safe_times is None:
        return first
    moment: datetime | None = now
    for _ in range(ROUNDS):
        moment = next_opening(terms.schedule, moment) if moment else None
        safe = next_opening(terms.safe_times, moment) if moment else None
        if moment is None or safe == moment:
            return moment
        moment = safe
    # The two never met in many tries: the client's safety goes before the therapist's convenience.
    return next_opening(terms.safe_times, now)
