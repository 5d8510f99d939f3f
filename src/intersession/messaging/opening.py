"""Hands a sealed message to its reader. From that moment it can't be changed or taken back.

Only the reader's signed statement makes "opened" true (statements.py); handing over alone does not.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from intersession.audit.actions import Value, record
from intersession.audit.tags import Tag
from intersession.errors import NotFound
from intersession.messaging.actions import lock_conversation, moved
from intersession.messaging.errors import (
    OpensWithNextSession,
    OpensWithSession,
    StillWaiting,
    WaitsWithoutTime,
)
from intersession.messaging.models import Conversation, Message
from intersession.messaging.standing import session_for, standing_of
from intersession.people.models import Person
from intersession.rules.hours import is_open
from intersession.rules.states import Held, held


@transaction.atomic
def open_message(
    *, by: Person, now: datetime, conversation: str, message: str, on_purpose: bool = False
) -> Message:
    """Release a client's message to the therapist and return it; a released one is handed out again.

    Raises NotFound (foreign, taken back, changed), StillWaiting or WaitsWithoutTime unless `on_purpose`,
    OpensWithSession and OpensWithNextSession for notes. The client's own way to all of theirs is `reads.sync_for`.
    """
    locked = lock_conversation(by, conversation)
    rows = Message.objects.filter(pk=message, conversation=locked)
    found = rows.filter(withdrawn_at=None, replaced_at=None).first()
    if found is None:
        raise NotFound("no such message")
    if found.author_id == by.id or found.released_at or not by.is_therapist:
        return found
    _check_time(found, locked, now, on_purpose)
    found.released_at, found.opening_outside_hours = now, _is_outside_hours(found, locked, now)
    found.save(update_fields=["released_at", "opening_outside_hours"])
    facts: dict[str, Value] = {
        "message": found.id,
        "on_purpose": on_purpose,
        "outside_hours": found.opening_outside_hours,
    }
    record(Tag.MESSAGE_RELEASED, practice=locked.practice_id, by=by.id, now=now, chain=locked.id, **facts)
    moved(locked.id)
    return found


def is_waiting(message: Message, now: datetime) -> bool:
    """Whether a client's message lies in the closed drawer. A note for the session does not: it is listed."""
    return held(message, now) is Held.QUIETLY


def _check_time(message: Message, conversation: Conversation, now: datetime, on_purpose: bool) -> None:
    if message.handling == "agenda":
        session = session_for(conversation.relationship, message.received_at)
        if session is None:
            raise OpensWithNextSession
        if session.starts_at > now:
            raise OpensWithSession(at=session.starts_at)
    elif is_waiting(message, now) and not on_purpose:
        raise StillWaiting(until=message.alert_at) if message.alert_at else WaitsWithoutTime


def _is_outside_hours(message: Message, conversation: Conversation, now: datetime) -> bool:
    """Whether she reads outside her hours. A session is its own time."""
    terms = standing_of(conversation.relationship, now).terms
    return terms is not None and message.handling != "agenda" and not is_open(terms.schedule, now)
