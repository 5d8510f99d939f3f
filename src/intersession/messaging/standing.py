"""What holds between two people now: the agreement, its terms, who can read, the next session, and whether writing is open.

Reads only. What follows from it is decided in rules/.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from intersession.agreement.models import CLOSED_STATES, Agreement
from intersession.frame import load_terms
from intersession.keys.models import Roster
from intersession.keys.rosters import current_roster, facts_of
from intersession.keys.statements import RosterFacts
from intersession.messaging.errors import (
    AgreementChanged,
    ConsentWithdrawn,
    NotConfirmedYet,
    RelationshipEnded,
    RosterChanged,
)
from intersession.messaging.models import Conversation, Message
from intersession.packs.law import pack_over
from intersession.people.models import Person, Relationship, RelationshipState, Session
from intersession.policy.models import PolicyVersion
from intersession.rules.compose import compose
from intersession.rules.layers import Choices, Pack, Policy, Practice, Suitability
from intersession.rules.messages import decide_composer
from intersession.rules.reasons import Reason
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import AgreementState, Kind

WEEK = timedelta(days=7)
COUNTED = (Kind.QUESTION, Kind.PRACTICAL, Kind.NO_ANSWER)
REFUSALS = {Reason.CONSENT_WITHDRAWN: ConsentWithdrawn, Reason.RELATIONSHIP_ENDED: RelationshipEnded}


@dataclass(frozen=True, slots=True)
class Standing:
    """`agreement` is the one in force. Without one, `terms` are the therapist's policy alone, or None.

    `closed` says why nothing can be written any more; None: writing is open.
    """

    agreement: Agreement | None
    terms: Terms | None
    closed: Reason | None


def standing_of(relationship: Relationship, now: datetime) -> Standing:
    """Return what holds now between the two."""
    agreement, terms = Agreement.objects.terms_in_force(relationship)
    state = AgreementState.ACTIVE if agreement else Agreement.objects.standing(relationship)
    active = relationship.state != RelationshipState.ENDED
    closed = decide_composer(AgreementState(state) if state else AgreementState.DRAFT, active)
    if terms is None:
        last = (
            Agreement.objects.filter(relationship=relationship, state__in=CLOSED_STATES)
            .order_by("-version")
            .first()
        )
        terms = load_terms(last.terms_text) if last else policy_terms(relationship.therapist, now)
    return Standing(agreement, terms, closed)


def policy_terms(therapist: Person, now: datetime) -> Terms | None:
    """Return the therapist's policy as terms of which nobody has chosen anything yet, or None without a policy."""
    version = PolicyVersion.objects.latest_of(therapist)
    if version is None:
        return None
    return _composed(version.id, pack_over(_policy(version.id).therapist, now))


@lru_cache(maxsize=256)
def _policy(version: str) -> Policy:
    # A version never changes, so its id is key enough.
    return PolicyVersion.objects.get(pk=version).policy


@lru_cache(maxsize=256)
def _composed(version: str, pack: Pack) -> Terms:
    # The law moves with the day and with the practice's own facts, so it is part of the key.
    return compose(pack, Practice(), _policy(version), Suitability(), Choices())


def check_open(standing: Standing, agreement: str) -> None:
    """Raise unless writing is open and `agreement` ("" for none) is the one in force."""
    if standing.closed:
        raise REFUSALS[standing.closed](standing.closed.value)
    present = standing.agreement.id if standing.agreement else ""
    if agreement != present:
        raise AgreementChanged(f"{agreement} -> {present}", agreement=present)


def roster_for(conversation: Conversation, seq: int) -> RosterFacts:
    """Return who can read now. Raises NotConfirmedYet without a roster, RosterChanged when `seq` is not the newest."""
    roster = current_roster(conversation.id)
    if roster is None:
        raise NotConfirmedYet
    if roster.seq != seq:
        raise RosterChanged(f"{seq} -> {roster.seq}", roster_seq=roster.seq)
    return _roster_facts(roster.id)


@lru_cache(maxsize=4096)
def _roster_facts(id: str) -> RosterFacts:
    # A stored roster never changes; checking its signature once per process is enough.
    return facts_of(Roster.objects.get(pk=id))


def sent_in_window(conversation: Conversation, now: datetime) -> int:
    """Return how many counted messages the client sent in the seven days before `now`; notes for the session left out."""
    client = conversation.relationship.client_id
    recent = Message.objects.filter(conversation=conversation, author_id=client, kind__in=COUNTED)
    return recent.filter(received_at__gt=now - WEEK, withdrawn_at=None, replaced_at=None).count()


def session_for(relationship: Relationship, since: datetime) -> Session | None:
    """Return the session a note written at `since` waits for: the first that ended later and was not cancelled."""
    sessions = Session.objects.filter(relationship=relationship, cancelled_at=None, ends_at__gt=since)
    return sessions.order_by("starts_at").first()
