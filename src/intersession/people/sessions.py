"""Therapy sessions (appointments): set, moved, cancelled by the therapist.

Keeps the dates. What a moved session means for notes that wait for it is messaging's matter (messaging/joining.py).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, NotFound
from intersession.people.models import Person, Relationship, RelationshipState, Session

SHORTEST, LONGEST = timedelta(minutes=10), timedelta(hours=4)


@transaction.atomic
def set_session(
    *, by: Person, now: datetime, relationship: Relationship, starts_at: datetime, length: timedelta
) -> Session:
    """Put a session into the calendar of this relationship.

    Raises NotFound for a foreign or ended relationship, BadInput when it would be over already or has no sense.
    """
    _check(by, now, relationship, starts_at, length)
    session = Session.objects.create(
        practice_id=by.practice_id,
        relationship=relationship,
        starts_at=starts_at,
        ends_at=starts_at + length,
        created_at=now,
    )
    _record(Tag.SESSION_SET, by, now, session)
    return session


@transaction.atomic
def move_session(
    *, by: Person, now: datetime, session: Session, starts_at: datetime, length: timedelta
) -> Session:
    """Give a session another time. It stays the same session: notes that wait for it move along.

    Raises NotFound for a foreign or cancelled session, BadInput as in `set_session`.
    """
    _check(by, now, session.relationship, starts_at, length)
    locked = Session.objects.select_for_update().filter(pk=session.pk, cancelled_at=None).first()
    if locked is None:
        raise NotFound("cancelled")
    locked.starts_at, locked.ends_at = starts_at, starts_at + length
    locked.save(update_fields=["starts_at", "ends_at"])
    _record(Tag.SESSION_MOVED, by, now, locked)
    return locked


@transaction.atomic
def cancel_session(*, by: Person, now: datetime, session: Session) -> None:
    """Take a session out of the calendar. Cancelling twice changes nothing. Raises NotFound for a foreign one."""
    if session.relationship.therapist_id != by.id:
        raise NotFound("foreign")
    if Session.objects.filter(pk=session.pk, cancelled_at=None).update(cancelled_at=now):
        _record(Tag.SESSION_CANCELLED, by, now, session)


def _check(
    by: Person, now: datetime, relationship: Relationship, starts_at: datetime, length: timedelta
) -> None:
    if relationship.therapist_id != by.id or relationship.state == RelationshipState.ENDED:
        raise NotFound("foreign or ended")
    if not SHORTEST <= length <= LONGEST:
        raise BadInput("length", field="length")
    if starts_at + length <= now:
        raise BadInput("in the past", field="starts_at")


def _record(tag: Tag, by: Person, now: datetime, session: Session) -> None:
    facts = {
        "relationship": session.relationship_id,
        "session": session.id,
        "starts_at": session.starts_at.isoformat(),
    }
    record(tag, practice=by.practice_id, by=by.id, now=now, **facts)
