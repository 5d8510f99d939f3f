"""What the law of the places says about contact between two people at this moment, by what both have stated.

Reads and asks the rules (rules/place.py); it holds back no message.
"""

from __future__ import annotations

from datetime import date, datetime

from intersession.packs import library
from intersession.people.models import Person
from intersession.people.stays import today_of, where_now
from intersession.rules import practising
from intersession.rules.place import PlaceAnswer
from intersession.rules.stays import Where
from intersession.rules.terms import Terms


def contact_at(terms: Terms, where: Where, on: date) -> PlaceAnswer | None:
    """Return whether the two may have contact while the client is there, None where no place is known."""
    if not where.place:
        return None
    return practising.contact(terms.therapist, where, library.jurisdiction, on)


def contact_now(terms: Terms, client: Person, now: datetime) -> tuple[Where, PlaceAnswer | None]:
    """Return where the client says to be today, and what that means."""
    where = where_now(client, now)
    return where, contact_at(terms, where, today_of(client, now))
