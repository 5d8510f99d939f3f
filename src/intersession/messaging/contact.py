"""What the law of the places says about contact between two people at this moment, by what both have stated.

Reads and asks the rules (rules/place.py); it holds back no message.
"""

from __future__ import annotations

from datetime import date, datetime

from intersession.messaging.days import contact_days
from intersession.messaging.standing import policy_terms
from intersession.packs import library
from intersession.people.models import Relationship
from intersession.people.stays import today_of, where_now
from intersession.rules import practising
from intersession.rules.place import PlaceAnswer
from intersession.rules.stays import Where
from intersession.rules.terms import Terms, Therapist


def contact_at(
    relationship: Relationship, terms: Terms, where: Where, on: date, now: datetime
) -> PlaceAnswer | None:
    """Return whether the two may have contact while the client is there, None where no place is known."""
    if not where.place:
        return None
    therapist, places = _practising(relationship, terms), library.jurisdiction
    counted = practising.counts_days(therapist, where, places, on)
    days = contact_days(relationship, where.place, now) if counted else None
    return practising.contact(therapist, where, places, on, days)


def contact_now(relationship: Relationship, terms: Terms, now: datetime) -> tuple[Where, PlaceAnswer | None]:
    """Return where the client says to be today, and what that means. Raises ValueError while nobody has joined."""
    client = relationship.client
    if client is None:
        raise ValueError("no client yet")
    where = where_now(client, now)
    return where, contact_at(relationship, terms, where, today_of(client, now), now)


def _practising(relationship: Relationship, terms: Terms) -> Therapist:
    """Return where and by what right she works today: as she published it last, whatever was signed before.

    A new approval or a licence that ended is a fact, nothing the two agree on.
    """
    latest = policy_terms(relationship.therapist)
    return latest.therapist if latest else terms.therapist
