"""Stores a sealed message with the decision the rules made about it, in one transaction. Reads no word of it.

A client's message is never refused for its hour, length, number, kind or place while the relationship is active.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from intersession.audit.actions import Value, record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, NotFound, TooLarge
from intersession.keys import envelope
from intersession.messaging.answering import announce, close_promises, find_answered
from intersession.messaging.deciding import Stamp, decide_for_client, decide_for_therapist, size_class
from intersession.messaging.errors import AlreadyChanged, AlreadyOpened, MessageIdTaken
from intersession.messaging.models import Conversation, Message, Wrap
from intersession.messaging.promises import deputy_due, forget_timers, set_timers
from intersession.messaging.standing import (
    Standing,
    check_open,
    roster_for,
    session_for,
    standing_of,
)
from intersession.people.models import Person
from intersession.rules.vocabulary import Kind, OwnKind

# Bytes of ciphertext. The inner text is padded to a power of two, so this is 128 kB and room for the wraps around it:
# some twenty thousand words. 64 kB flat would have refused every text over 32 kB.
MAX_BODY = 135_168
ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
CLIENT_KINDS, THERAPIST_KINDS = tuple(map(str, Kind)), tuple(map(str, OwnKind))


@dataclass(frozen=True, slots=True)
class Sending:
    """What a device asks to store. `body` is the envelope; ids are ULIDs or "" for none.

    `also` are further messages that a therapist's answer closes; `at_once`: she sends although the rules suggest later.
    """

    id: str
    kind: str
    body: bytes
    roster_seq: int
    agreement: str = ""
    reply_to: str = ""
    supersedes: str = ""
    also: tuple[str, ...] = ()
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """The stored message; `replayed`: it was stored before and nothing has changed."""

    message: Message
    replayed: bool


@transaction.atomic
def submit_message(*, by: Person, now: datetime, conversation: str, sending: Sending) -> Accepted:
    """Store a message, or return the one stored under its id before.

    Raises TooLarge, BadInput, NotFound (foreign), MessageIdTaken, ConsentWithdrawn, RelationshipEnded,
    AgreementChanged, RosterChanged, NotConfirmedYet, RecipientMissing, RecipientExtra, AlreadyOpened, AlreadyChanged,
    and for the therapist alone ChannelNotAgreed, BetterLater, BetterNotNow. Nothing is stored when it raises.
    """
    _check_form(by, sending)
    locked = lock_conversation(by, conversation)
    if stored := _stored(by, locked, sending):
        return Accepted(stored, True)
    standing = standing_of(locked.relationship, now)
    check_open(standing, sending.agreement)
    envelope.check_recipients(sending.body, roster_for(locked, sending.roster_seq), now)
    message = _build(by, locked, sending, standing, now)
    _store(message, sending)
    record_accepted(message, by, now, sending)
    _follow(message, locked, standing, sending, now)
    return Accepted(message, False)


def _check_form(by: Person, sending: Sending) -> None:
    if len(sending.body) > MAX_BODY:
        raise TooLarge(f"{len(sending.body)} bytes", limit=MAX_BODY)
    _check_ids(sending)
    if sending.kind not in (THERAPIST_KINDS if by.is_therapist else CLIENT_KINDS):
        raise BadInput("kind", field="kind")
    if sending.kind == OwnKind.ANSWER and not sending.reply_to:
        raise BadInput("reply_to", field="reply_to")
    if by.is_therapist and sending.supersedes:
        # What she wrote is with the client at once, so there is no time before it was opened.
        raise BadInput("supersedes", field="supersedes")


def _check_ids(sending: Sending) -> None:
    links = [("reply_to", sending.reply_to), ("supersedes", sending.supersedes)]
    given = [
        ("id", sending.id),
        *((field, id) for field, id in links if id),
        *(("also", id) for id in sending.also),
    ]
    for field, id in given:
        if not ULID.fullmatch(id):
            raise BadInput(field, field=field)


def lock_conversation(by: Person, id: str) -> Conversation:
    """Return the conversation, locked until the transaction ends, so that its numbers have no gap. Raises NotFound."""
    rows = Conversation.objects.select_for_update(of=("self",)).of(by)
    found = rows.select_related("relationship__therapist", "relationship__client").filter(pk=id).first()
    if found is None:
        raise NotFound("foreign conversation")
    return found


def take_seq(conversation: Conversation) -> int:
    """Return the next number of a locked conversation, and tell live updates that something moved."""
    conversation.seq += 1
    Conversation.objects.filter(pk=conversation.pk).update(seq=conversation.seq, moves=F("moves") + 1)
    return conversation.seq


def moved(conversation: str) -> None:
    """Tell live updates that something in this conversation changed that a reader may see."""
    Conversation.objects.filter(pk=conversation).update(moves=F("moves") + 1)


def _stored(by: Person, conversation: Conversation, sending: Sending) -> Message | None:
    """Return the message stored under this id. A foreign one is answered like none that may be seen."""
    found = Message.objects.filter(pk=sending.id).first()
    if found is None:
        return None
    if found.author_id != by.id or found.conversation_id != conversation.id:
        raise NotFound("foreign id")
    if found.body_sha256 != hashlib.sha256(sending.body).hexdigest():
        raise MessageIdTaken
    return found


def _build(
    by: Person, conversation: Conversation, sending: Sending, standing: Standing, now: datetime
) -> Message:
    """Return the row to store, decided and linked. Raises what a decision about her own message may raise."""
    # First, so that the text whose place it takes is not counted beside it.
    before = _replace(by, conversation, sending.supersedes, now) if sending.supersedes else None
    session = session_for(conversation.relationship, now)
    if by.is_therapist:
        stamp = decide_for_therapist(standing, sending.at_once, now)
    else:
        stamp = decide_for_client(standing, conversation, sending.kind, len(sending.body), session, now)
    message = Message(
        id=sending.id,
        practice_id=conversation.practice_id,
        conversation=conversation,
        author=by,
        kind=sending.kind,
        body_sha256=hashlib.sha256(sending.body).hexdigest(),
        size_class=size_class(len(sending.body)),
        roster_seq=sending.roster_seq,
        agreement=standing.agreement,
        reply_to=_linked(conversation, sending.reply_to),
        supersedes=before,
        received_at=now,
        session_at=session.starts_at if session and stamp.handling == "agenda" else None,
        settled_at=now if by.is_therapist else None,
    )
    _put(message, stamp)
    message.deputy_due_at = deputy_due(conversation.relationship, standing.terms, stamp.answer_by)
    return message


def _put(message: Message, stamp: Stamp) -> None:
    message.handling = stamp.handling
    message.alert_at, message.seen_by, message.answer_by = stamp.alert_at, stamp.seen_by, stamp.answer_by
    message.reasons, message.notices = list(stamp.reasons), list(stamp.notices)


def _linked(conversation: Conversation, id: str) -> Message | None:
    """Return the message an answer speaks of. Raises NotFound for one of another conversation."""
    if not id:
        return None
    found = Message.objects.filter(pk=id, conversation=conversation).first()
    if found is None:
        raise NotFound("reply to a foreign message")
    return found


def _replace(by: Person, conversation: Conversation, id: str, now: datetime) -> Message:
    """Take the place of an own message that nobody has opened. The reader who was faster wins."""
    own = Message.objects.filter(pk=id, conversation=conversation, author=by)
    still_own = own.filter(released_at=None, opened_at=None, withdrawn_at=None, replaced_at=None)
    if still_own.update(replaced_at=now, settled_at=now) != 1:
        refuse_late(own.first())
    forget_timers(id, practice=by.practice_id, now=now)
    return own.get()


def refuse_late(message: Message | None) -> None:
    """Say why a message can't be changed or taken back any more."""
    if message is None:
        raise NotFound("foreign message")
    opened = message.released_at or message.opened_at
    if opened:
        raise AlreadyOpened(at=opened)
    raise AlreadyChanged


def _store(message: Message, sending: Sending) -> None:
    parts = envelope.split(sending.body)
    message.seq = take_seq(message.conversation)
    message.body = parts.sealed
    try:
        message.save(force_insert=True)
    except IntegrityError as problem:
        # The id was taken meanwhile in another conversation: it is foreign, and nothing more is said about it.
        raise NotFound("foreign id") from problem
    Wrap.objects.bulk_create(
        Wrap(
            practice_id=message.practice_id,
            message=message,
            position=position,
            enc_fingerprint=wrap.enc_fingerprint,
            pkesk=wrap.pkesk,
            added_by_id=message.author_id,
            roster_seq=message.roster_seq,
        )
        for position, wrap in enumerate(parts.wraps)
    )


def record_accepted(message: Message, by: Person, now: datetime, sending: Sending) -> None:
    """Write the acceptance into the conversation's chain, with the hash that later proves the body."""
    tag = Tag.MESSAGE_REPLACED if message.supersedes_id else Tag.MESSAGE_ACCEPTED
    facts: dict[str, Value] = {
        "message": message.id,
        "seq": message.seq,
        "kind": message.kind,
        "sha256": message.body_sha256,
        "sealed": hashlib.sha256(message.body).hexdigest(),
        "agreement": message.agreement_id,
        "roster": message.roster_seq,
        "handling": message.handling,
        "alert_at": _iso(message.alert_at),
        "answer_by": _iso(message.answer_by),
        "reply_to": message.reply_to_id,
        "supersedes": message.supersedes_id,
        "at_once": sending.at_once,
    }
    record(tag, practice=message.practice_id, by=by.id, now=now, chain=message.conversation_id, **facts)


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None


def _follow(
    message: Message, conversation: Conversation, standing: Standing, sending: Sending, now: datetime
) -> None:
    """Ask the clock for what has to happen later; an answer closes its promises and is announced."""
    if message.author_id != conversation.relationship.therapist_id:
        set_timers(message)
        return
    answered = find_answered(conversation, [sending.reply_to, *sending.also] if sending.reply_to else [])
    close_promises(answered, answer=message, now=now)
    announce(message, conversation.relationship, standing.terms, now)
