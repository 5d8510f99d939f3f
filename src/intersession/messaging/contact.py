"""What the law of the places says about contact between two people at this moment, by what both have stated.

Reads and asks the rules (rules/place.py); it holds back no message.
"""

from __future__ import annotations

import logging
from datetime import date, datetime

from django.db import DatabaseError

from intersession.messaging.days import contact_days
from intersession.messaging.standing import policy_terms
from intersession.packs import library
from intersession.people.models import Relationship
from intersession.people.stays import today_of, where_now
from intersession.rules import practising
from intersession.rules.place import PlaceAnswer
from intersession.rules.stays import Where
from intersession.rules.terms import Terms, Therapist

log = logging.getLogger(__name__)


def contact_at(
    relationship: Relationship, terms: Terms, where: Where, on: date, now: datetime
) -> PlaceAnswer | None:
    """Return whether the two may have contact while the client is there, None where no place is known."""
    if not where.place:
        return None
    therapist, places = _practising(relationship, terms, now), library.jurisdiction
    counted = practising.counts_days(therapist, where, places, on)
    days = contact_days(relationship, where.place, now) if counted else None
    return practising.contact(therapist, where, places, on, days)


def contact_if_known(
    relationship: Relationship, terms: Terms | None, now: datetime
) -> tuple[Where, PlaceAnswer | None]:
    """Return where the client says to be today, and what that means where it can be worked out.

    For whoever takes or shows messages: a fault in the packs or the rules costs the answer, never the message. Raises
    only what the database raises, since nothing could be written after that.
    """
    where = Where("")
    try:
        if relationship.client is not None:
            where = where_now(relationship.client, now)
            if terms is not None:
                on = today_of(relationship.client, now)
                return where, contact_at(relationship, terms, where, on, now)
    except DatabaseError:
        raise
    except Exception as problem:
        # The class alone: the words of an error could say where somebody is.
        log.error("no answer about a client's place: %s", type(problem).__name__)
    return where, None


def _practising(relationship: Relationship, terms: Terms, now: datetime) -> Therapist:
    """Return where and by what right she works today: as she published it last, whatever was signed before.

    A new approval or a licence that ended is a fact, nothing the two agree on.
    """
    latest = policy_terms(relationship.therapist, now)
    return latest.therapist if latest else terms.therapist
