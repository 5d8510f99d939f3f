"""One message as one reader may see it: its state, what may be done with it, and its envelope where it may be opened.

Reads only. The state line is decided in rules/states.py; this gathers the facts for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Prefetch, QuerySet

from intersession.keys.envelope import Wrap as Recipient
from intersession.keys.envelope import join
from intersession.keys.models import Certificate
from intersession.messaging.models import Message, Wrap
from intersession.people.models import Person, Relationship, Session
from intersession.rules.messages import Notice
from intersession.rules.states import Held, MessageFacts, State, held, message_state
from intersession.rules.vocabulary import Handling, Kind, Viewer

NOTHING = State("")
# Values of notices that are instants; JSON has no type for them.
INSTANTS = frozenset({"next"})


@dataclass(frozen=True, slots=True)
class Letter:
    """A message for one reader. `body` is the whole envelope, or None while it may not be opened.

    `can_change`: its author may still change it or take it back. `may_open`: its reader may ask for the envelope now
    without doing so on purpose.
    """

    message: Message
    mine: bool
    author_fp: str
    state: State
    due: datetime | None
    held: Held
    can_change: bool
    may_open: bool
    body: bytes | None
    notices: tuple[Notice, ...]
    session_at: datetime | None

    @property
    def waiting(self) -> bool:
        """Whether it lies in the closed drawer until its time."""
        return self.held is Held.QUIETLY

    @property
    def answer_owed(self) -> bool:
        """Whether an answer was promised and is not given, and the message still stands."""
        return self.due is not None and self.message.answered_at is None and not self.message.is_over


@dataclass
class Desk:
    """What is needed beside the rows to make letters of one relationship for one reader at one instant.

    Without `bodies`, no letter has one and the rows need not have loaded theirs.
    """

    reader: Person
    relationship: Relationship
    now: datetime
    waiting_count: int = 1
    bodies: bool = True

    @cached_property
    def fingerprints(self) -> list[tuple[str, datetime, str]]:
        """Return person, instant and fingerprint of every certificate of the two, newest first."""
        people = [self.relationship.therapist_id, self.relationship.client_id]
        rows = Certificate.objects.filter(person_id__in=people).order_by("-created_at")
        return list(rows.values_list("person_id", "created_at", "fingerprint"))

    @cached_property
    def sessions(self) -> list[Session]:
        """Return the relationship's sessions that were not cancelled, in order."""
        return list(
            Session.objects.filter(relationship=self.relationship, cancelled_at=None).order_by("starts_at")
        )

    def session_of(self, message: Message) -> datetime | None:
        """Return when the session begins that a note waits for."""
        if message.handling != Handling.AGENDA:
            return None
        later = (session for session in self.sessions if session.ends_at > message.received_at)
        return next((session.starts_at for session in later), None)

    def fingerprint_of(self, message: Message) -> str:
        """Return the key its author used when it arrived, "" when none is on record."""
        own = [
            fp
            for person, at, fp in self.fingerprints
            if person == message.author_id and at <= message.received_at
        ]
        return own[0] if own else ""


def letters(rows: Iterable[Message], desk: Desk) -> tuple[Letter, ...]:
    """Return the rows as letters, in their order."""
    return tuple(_letter(row, desk) for row in rows)


def with_wraps(rows: QuerySet[Message]) -> QuerySet[Message]:
    """Ask for the wraps too, in one query for all rows."""
    return rows.prefetch_related(Prefetch("wraps", queryset=Wrap.objects.order_by("position")))


def _letter(message: Message, desk: Desk) -> Letter:
    mine = message.author_id == desk.reader.id
    from_client = message.author_id == desk.relationship.client_id
    session_at = desk.session_of(message)
    facts = facts_of(message, desk, session_at) if from_client else None
    wait = held(facts, desk.now) if facts else Held.NOT
    return Letter(
        message=message,
        mine=mine,
        author_fp=desk.fingerprint_of(message),
        state=_state(facts, desk) if facts else NOTHING,
        due=message.due,
        held=wait,
        can_change=mine and from_client and message.opened_at is None and not _is_out(message),
        may_open=not mine and _may_open(message, desk, session_at, wait),
        body=whole(message) if desk.bodies and _may_read(message, desk) else None,
        notices=stamped_notices(message),
        session_at=session_at,
    )


def _may_read(message: Message, desk: Desk) -> bool:
    """A client reads all of it at any time; a therapist what she wrote and what was handed over to her."""
    return desk.reader.is_client or message.author_id == desk.reader.id or message.released_at is not None


def _is_out(message: Message) -> bool:
    return message.released_at is not None or message.is_over


def _may_open(message: Message, desk: Desk, session_at: datetime | None, wait: Held) -> bool:
    if desk.reader.is_client or message.released_at is not None:
        return True
    if message.handling == Handling.AGENDA:
        return session_at is not None and session_at <= desk.now
    return wait is not Held.QUIETLY


def whole(message: Message) -> bytes:
    """Return the envelope as it was sent: its wraps in order, then the sealed part."""
    wraps = sorted(message.wraps.all(), key=lambda wrap: wrap.position)
    return join([Recipient(wrap.enc_fingerprint, bytes(wrap.pkesk)) for wrap in wraps], bytes(message.body))


def stamped_notices(message: Message) -> tuple[Notice, ...]:
    """Return the notices that were stamped on the message, as rules/messages.py made them."""
    rows: Sequence[dict[str, Any]] = message.notices
    return tuple(Notice(row["code"], tuple(map(_read_back, row["values"].items()))) for row in rows)


def _read_back(pair: tuple[str, str | int]) -> tuple[str, str | int | datetime]:
    name, value = pair
    return (
        (name, datetime.fromisoformat(value))
        if name in INSTANTS and isinstance(value, str)
        else (name, value)
    )


def _state(facts: MessageFacts, desk: Desk) -> State:
    viewer = Viewer.THERAPIST if desk.reader.is_therapist else Viewer.CLIENT
    return message_state(facts, viewer, desk.now)


def facts_of(message: Message, desk: Desk, session_at: datetime | None) -> MessageFacts:
    """Return what is on record about a client's message, in the form the rules read."""
    relationship = desk.relationship
    begun = session_at if session_at is not None and session_at <= desk.now else None
    return MessageFacts(
        kind=Kind(message.kind),
        received_at=message.received_at,
        alert_at=message.alert_at,
        answer_by=message.answer_by,
        therapist=relationship.therapist.name,
        client=relationship.code,
        deputy=relationship.deputy.name if relationship.deputy else "",
        deputy_at=message.deputy_due_at,
        alerted_at=message.alerted_at,
        released_at=message.released_at or message.agenda_at or begun,
        opened_at=message.opened_at,
        opening_outside_hours=message.opening_outside_hours,
        answered_at=message.answered_at,
        withdrawn_at=message.withdrawn_at,
        replaced_at=message.replaced_at,
        more_time_until=message.more_time_until,
        overdue_at=message.overdue_at,
        deputy_told_at=message.deputy_told_at,
        session_at=session_at,
        session_moved=message.session_at is not None and session_at != message.session_at,
        waiting_count=max(1, desk.waiting_count),
    )
