"""On which days a therapist and a client had contact while the client was at a place: from times alone, no message is read.

Counts what went through this program; calls and mail elsewhere are not known here. What a limit of days means for
contact is decided in rules/temporary.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from intersession.messaging.models import Message
from intersession.people.models import Relationship, Session
from intersession.people.stays import lived_by
from intersession.rules.stays import days_at


def contact_days(relationship: Relationship, place: str, now: datetime) -> tuple[date, ...]:
    """Return the days of contact so far with a client who was there, as the therapist's zone has them, in order.

    A message of the therapist counts on the day it was sent and on the day it was opened; a session that has begun
    counts on every day it touches.
    """
    client = relationship.client
    if client is None:
        return ()
    zone = ZoneInfo(relationship.therapist.zone)
    days = (at.astimezone(zone).date() for at in _moments(relationship, now))
    return days_at(place, client.place, lived_by(client), days)


def _moments(relationship: Relationship, now: datetime) -> Iterator[datetime]:
    """Return every moment of contact. What was taken back or changed was never handed over."""
    hers = Message.objects.filter(
        conversation__relationship=relationship,
        author_id=relationship.therapist_id,
        withdrawn_at=None,
        replaced_at=None,
    )
    for sent, opened in hers.values_list("received_at", "opened_at"):
        yield from (sent, opened) if opened else (sent,)
    sessions = Session.objects.filter(relationship=relationship, cancelled_at=None, starts_at__lte=now)
    for start, end in sessions.values_list("starts_at", "ends_at"):
        # It lasts up to its end, so one that ends at midnight does not touch the next day.
        yield from (start, end - timedelta(microseconds=1))
