"""Takes what people sign about messages: opened (`ack`), taken back (`withdraw`), another day (`more-time`).

The signature is checked in keys/statements.py; here is what a true statement changes. It changes nothing twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, NotFound, TooLarge
from intersession.keys.rosters import certificate_of
from intersession.keys.statements import StatementFacts, read_statement
from intersession.messaging.actions import lock_conversation, refuse_late, take_seq
from intersession.messaging.answering import tell_client
from intersession.messaging.errors import NothingDue, UntilNotLater
from intersession.messaging.models import Conversation, Message, Statement
from intersession.messaging.promises import deputy_due, forget_due_timers, forget_timers, set_due_timers
from intersession.messaging.standing import standing_of
from intersession.people.models import Person
from intersession.rules.vocabulary import Handling

MOST_STATEMENT = 65_536
OWED_NOTHING = (Handling.QUIET, Handling.AGENDA)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A stored statement with the messages it is about, as they are now."""

    statement: Statement
    messages: Sequence[Message]


@dataclass(frozen=True, slots=True)
class Said:
    """Who says what, about which conversation, and when it arrived."""

    by: Person
    conversation: Conversation
    facts: StatementFacts
    now: datetime

    def note(self, tag: Tag, message: Message, **more: str) -> None:
        """Write one entry into the conversation's chain."""
        about = {"practice": message.practice_id, "by": self.by.id, "chain": message.conversation_id}
        record(tag, now=self.now, message=message.id, **about, **more)


@transaction.atomic
def record_statement(*, by: Person, now: datetime, conversation: str, data: bytes) -> Recorded:
    """Store a signed statement and what follows from it; the same one again changes nothing.

    Raises TooLarge, what `read_statement` raises, BadInput (another conversation), NotFound (foreign messages),
    AlreadyOpened or AlreadyChanged (withdraw), NothingDue or UntilNotLater (more-time). Then nothing is stored.
    """
    if len(data) > MOST_STATEMENT:
        raise TooLarge(f"{len(data)} bytes", limit=MOST_STATEMENT)
    locked = lock_conversation(by, conversation)
    facts = read_statement(data, [bytes(certificate_of(by).data)])
    if facts.conv != locked.id:
        raise BadInput("about another conversation", field="conv")
    sha256 = hashlib.sha256(data).hexdigest()
    stored = Statement.objects.filter(conversation=locked, sha256=sha256).first()
    messages = _about(locked, facts)
    if stored is None:
        said = Said(by, locked, facts, now)
        MEANING[facts.kind](said, messages)
        stored = _store(said, data, sha256, messages)
    return Recorded(stored, _about(locked, facts))


def _about(conversation: Conversation, facts: StatementFacts) -> list[Message]:
    wanted = {id for id, _inner in facts.ids}
    found = list(Message.objects.filter(pk__in=wanted, conversation=conversation).order_by("seq"))
    if len(found) != len(wanted):
        raise NotFound("about a foreign message")
    return found


def _store(said: Said, data: bytes, sha256: str, messages: Sequence[Message]) -> Statement:
    return Statement.objects.create(
        practice_id=said.conversation.practice_id,
        conversation=said.conversation,
        author=said.by,
        kind=said.facts.kind,
        messages=[message.id for message in messages],
        data=data,
        sha256=sha256,
        seq=take_seq(said.conversation),
        created_at=said.now,
    )


def _acknowledge(said: Said, messages: Sequence[Message]) -> None:
    """The first good acknowledgement by a reader makes "opened" true, at the instant it arrived here."""
    for message in messages:
        if message.author_id == said.by.id:
            continue
        if said.by.is_therapist and message.released_at is None:
            raise NotFound("acknowledged without having been handed over")
        unopened = Message.objects.filter(pk=message.pk, opened_at=None)
        if unopened.update(opened_at=said.now, opened_by=said.by) != 1:
            continue
        if message.handling in OWED_NOTHING:
            Message.objects.filter(pk=message.pk, settled_at=None).update(settled_at=said.now)
        said.note(Tag.MESSAGE_OPENED, message)


def _withdraw(said: Said, messages: Sequence[Message]) -> None:
    """Take back what nobody has opened. A reader who was faster wins."""
    if said.by.is_therapist:
        raise BadInput("what the therapist wrote is there at once", field="kind")
    for message in messages:
        own = Message.objects.filter(pk=message.pk, author=said.by)
        if message.withdrawn_at is not None and own.exists():
            continue
        unopened = own.filter(released_at=None, opened_at=None, withdrawn_at=None, replaced_at=None)
        if unopened.update(withdrawn_at=said.now, settled_at=said.now) != 1:
            refuse_late(own.first())
        forget_timers(message.id, practice=message.practice_id, now=said.now)
        said.note(Tag.MESSAGE_WITHDRAWN, message)


def _more_time(said: Said, messages: Sequence[Message]) -> None:
    """Name a later day for an answer that is owed. The client is told, and what hung on the old day is moved."""
    until = said.facts.until
    if not said.by.is_therapist or len(messages) != 1 or until is None:
        raise BadInput("more time is the therapist's, for one message", field="ids")
    [message] = messages
    due = message.due
    if due is None or message.settled_at is not None or message.author_id == said.by.id:
        raise NothingDue
    if until <= max(said.now, due):
        raise UntilNotLater
    forget_due_timers(message, said.now)
    relationship = said.conversation.relationship
    message.more_time_until, message.overdue_at, message.deputy_told_at = until, None, None
    terms = standing_of(relationship, said.now).terms
    message.deputy_due_at = deputy_due(relationship, terms, until)
    message.save(update_fields=["more_time_until", "overdue_at", "deputy_told_at", "deputy_due_at"])
    set_due_timers(message)
    said.note(Tag.MESSAGE_MORE_TIME, message, until=until.isoformat())
    dedup = f"more-time:{message.id}:{int(until.timestamp())}"
    tell_client(relationship, terms, "more-time", message, dedup=dedup, now=said.now)


MEANING: dict[str, Callable[[Said, Sequence[Message]], None]] = {
    "ack": _acknowledge,
    "withdraw": _withdraw,
    "more-time": _more_time,
}
