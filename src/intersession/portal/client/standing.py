"""Which of five truths the client's page tells about writing: open, not confirmed, no hours yet, stopped, ended."""

from __future__ import annotations

from enum import StrEnum

from intersession.messaging.reads import Thread
from intersession.people.models import Relationship, RelationshipState
from intersession.rules.reasons import Reason


class Standing(StrEnum):
    """What the page says in place of the composer; OPEN shows the composer."""

    OPEN = "open"
    JOINED = "joined"
    NO_TERMS = "no-terms"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


def standing_of(thread: Thread, relationship: Relationship) -> Standing:
    """Return the standing: a stop or an end first, then what is still missing to write."""
    if thread.composer is Reason.CONSENT_WITHDRAWN:
        return Standing.WITHDRAWN
    if thread.composer is not None:
        return Standing.ENDED
    if relationship.state != RelationshipState.ACTIVE or not thread.roster_seq:
        return Standing.JOINED
    return Standing.OPEN if thread.terms is not None else Standing.NO_TERMS
