"""What the clock does about messages when an instant has come: alert, remind, tell the deputy, open the agenda.

Each effect looks at the facts anew and does nothing twice, so it may run again after a crash.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.messaging.actions import moved
from intersession.messaging.models import Conversation, Message
from intersession.messaging.promises import ALERT, DEPUTY, OVERDUE, SESSION_OPEN
from intersession.messaging.standing import standing_of
from intersession.outbox.actions import notify
from intersession.people.models import Session
from intersession.rules.vocabulary import Handling


def _locked(message: str) -> tuple[Message, Conversation] | None:
    """Return a message with its conversation locked, as it is under that lock; None when it is settled."""
    known = Message.objects.filter(pk=message).values_list("conversation_id", flat=True).first()
    if known is None:
        return None
    locked = Conversation.objects.select_for_update(of=("self",))
    conversation = locked.select_related("relationship__therapist", "relationship__deputy").get(pk=known)
    found = Message.objects.filter(pk=message, settled_at=None).first()
    return (found, conversation) if found else None


def _note(tag: Tag, message: Message, now: datetime) -> None:
    record(
        tag, practice=message.practice_id, by="", now=now, chain=message.conversation_id, message=message.id
    )
    moved(message.conversation_id)


@transaction.atomic
def alert_therapist(message: str, now: datetime) -> None:
    """The message's reading time has come. One notice for all messages of the same instant."""
    found = _locked(message)
    if found is None or found[0].alerted_at or found[0].released_at:
        return
    row, conversation = found
    Message.objects.filter(pk=row.pk).update(alerted_at=now)
    therapist = conversation.relationship.therapist
    at = int((row.alert_at or now).timestamp())
    notify(therapist, _kind(row), due_at=now, dedup=f"alert:{therapist.id}:{at}", subject=row.id)
    _note(Tag.MESSAGE_ALERTED, row, now)


def _kind(message: Message) -> str:
    """Quiet messages share the notice of their instant; one that came while she reads does not start her reading time."""
    if message.handling == Handling.QUIET:
        return "digest"
    return "alert-in-hours" if message.alert_at == message.received_at else "alert"


@transaction.atomic
def mark_overdue(message: str, now: datetime) -> None:
    """The answer is late: both sides see it, and the therapist is reminded."""
    found = _locked(message)
    if found is None or found[0].overdue_at or not _is_due(found[0].due, now) or _is_over(found[1], now):
        return
    row, conversation = found
    Message.objects.filter(pk=row.pk).update(overdue_at=now)
    notify(
        conversation.relationship.therapist,
        "overdue",
        due_at=now,
        dedup=_once("overdue", row),
        subject=row.id,
    )
    _note(Tag.MESSAGE_OVERDUE, row, now)


@transaction.atomic
def tell_deputy(message: str, now: datetime) -> None:
    """Queue "an answer is late" for the deputy, without content. Told is who it was handed over to (`deputy_told`)."""
    found = _locked(message)
    if found is None or found[0].deputy_told_at or not _is_due(found[0].deputy_due_at, now):
        return
    if _is_over(found[1], now):
        return
    row, conversation = found
    if deputy := conversation.relationship.deputy:
        notify(deputy, "deputy", due_at=now, dedup=_once("deputy", row), subject=row.id)


@transaction.atomic
def deputy_told(message: str, now: datetime) -> None:
    """The deputy's notice was handed over."""
    found = _locked(message)
    if found and found[0].deputy_told_at is None:
        Message.objects.filter(pk=found[0].pk).update(deputy_told_at=now)
        _note(Tag.DEPUTY_TOLD, found[0], now)


@transaction.atomic
def open_agenda(session: str, now: datetime) -> None:
    """A session has begun: the notes kept for it can be opened from now on."""
    begun = Session.objects.filter(pk=session, cancelled_at=None, starts_at__lte=now).first()
    if begun is None:
        return
    conversation = Conversation.objects.select_for_update(of=("self",)).get(
        relationship=begun.relationship_id
    )
    notes = Message.objects.filter(conversation=conversation, handling=Handling.AGENDA, settled_at=None)
    if notes.filter(agenda_at=None, received_at__lt=begun.ends_at).update(agenda_at=begun.starts_at):
        where = {"practice": conversation.practice_id, "chain": conversation.id}
        record(Tag.AGENDA_OPENED, by="", now=now, session=begun.id, **where)
    moved(conversation.id)


def _is_over(conversation: Conversation, now: datetime) -> bool:
    """Whether contact was stopped or the work has ended: nobody can answer then, so nobody is reminded."""
    return standing_of(conversation.relationship, now).closed is not None


def _is_due(due: datetime | None, now: datetime) -> bool:
    return due is not None and due <= now


def _once(kind: str, message: Message) -> str:
    due = int(message.due.timestamp()) if message.due else 0
    return f"{kind}:{message.id}:{due}"


TIMERS: dict[str, Callable[[str, datetime], None]] = {
    ALERT: alert_therapist,
    OVERDUE: mark_overdue,
    DEPUTY: tell_deputy,
    SESSION_OPEN: open_agenda,
}
