"""What a therapist's message does besides being stored: it closes promises, and the client gets a notice without content."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import NotFound
from intersession.messaging.models import Conversation, Message
from intersession.messaging.promises import forget_timers
from intersession.outbox.actions import notify
from intersession.people.models import Relationship
from intersession.rules.hours import next_opening
from intersession.rules.terms import Terms


def find_answered(conversation: Conversation, ids: Sequence[str]) -> list[Message]:
    """Return the client's messages among `ids`, in order. Raises NotFound for one of another conversation."""
    found = Message.objects.filter(pk__in=ids, conversation=conversation).order_by("seq")
    if len(found) != len(set(ids)):
        raise NotFound("answers a foreign message")
    return [message for message in found if message.author_id == conversation.relationship.client_id]


def close_promises(messages: Sequence[Message], *, answer: Message, now: datetime) -> None:
    """Mark messages as answered, once; a message taken back meanwhile stays as it is."""
    for message in messages:
        still_open = Message.objects.filter(
            pk=message.pk, answered_at=None, withdrawn_at=None, replaced_at=None
        )
        if still_open.update(answered_at=now, answered_by=answer, settled_at=now) != 1:
            continue
        forget_timers(message.id, practice=message.practice_id, now=now)
        facts = {"message": message.id, "answer": answer.id}
        chain = message.conversation_id
        record(
            Tag.MESSAGE_ANSWERED,
            practice=message.practice_id,
            by=answer.author_id,
            now=now,
            chain=chain,
            **facts,
        )


def announce(message: Message, relationship: Relationship, terms: Terms | None, now: datetime) -> None:
    """Queue the notice that something is there for the client."""
    tell_client(relationship, terms, "answer", message, dedup=f"answer:{message.id}", now=now)


def tell_client(
    relationship: Relationship, terms: Terms | None, kind: str, message: Message, *, dedup: str, now: datetime
) -> None:
    """Queue a notice for the client, inside their safe times (A15) when they chose some."""
    due_at = next_opening(terms.safe_times, now) if terms and terms.safe_times else now
    if relationship.client is not None and due_at is not None:
        notify(relationship.client, kind, due_at=due_at, dedup=dedup, subject=message.id)
