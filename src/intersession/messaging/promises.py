"""Asks the clock for what a client's message was promised: the alert, the reminder of a late answer, the deputy.

Sets and forgets timers. What they do when they are due is in duties.py.
"""

from __future__ import annotations

from datetime import datetime

from intersession.messaging.deciding import deputy_at
from intersession.messaging.models import Message
from intersession.outbox import actions as outbox
from intersession.outbox.models import Timer
from intersession.people.models import Relationship
from intersession.rules.terms import Terms

ALERT, OVERDUE, DEPUTY, SESSION_OPEN = "alert", "overdue", "deputy", "session-open"


def set_timers(message: Message) -> None:
    """Set the timers of a message that was just stored."""
    _ask(message, (ALERT, message.alert_at), (OVERDUE, message.due), (DEPUTY, message.deputy_due_at))


def set_due_timers(message: Message) -> None:
    """Set what happens when the answer is late."""
    _ask(message, (OVERDUE, message.due), (DEPUTY, message.deputy_due_at))


def _ask(message: Message, *wanted: tuple[str, datetime | None]) -> None:
    outbox.set_timers([_timer(kind, message, due_at) for kind, due_at in wanted if due_at])


def _timer(kind: str, message: Message, due_at: datetime) -> Timer:
    # The instant is part of the name: a promise that moves gets a new timer, and a replay sets none.
    dedup = f"{kind}:{message.id}:{int(due_at.timestamp())}"
    return Timer(practice_id=message.practice_id, kind=kind, subject=message.id, due_at=due_at, dedup=dedup)


def forget_timers(message: str, *, practice: str, now: datetime) -> None:
    """Nothing has to happen about this message any more."""
    outbox.cancel_timers(message, practice=practice, kinds=(ALERT, OVERDUE, DEPUTY), now=now)


def forget_due_timers(message: Message, now: datetime) -> None:
    """The promised day has moved: what hung on the old one is forgotten; the alert stays."""
    outbox.cancel_timers(message.id, practice=message.practice_id, kinds=(OVERDUE, DEPUTY), now=now)


def deputy_due(relationship: Relationship, terms: Terms | None, due: datetime | None) -> datetime | None:
    """Return when the deputy is told, if one was agreed and has a place here."""
    return deputy_at(terms, due) if due and relationship.deputy_id else None
