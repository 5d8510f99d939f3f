"""The therapist's inbox: late, due today, due later, without an agreement, for sessions, owed nothing, and the closed drawer.

Reads only what is not settled, so it costs the same after ten years. Orders by due time, never by person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.db.models import Q

from intersession.messaging.letters import Desk, Letter, letters
from intersession.messaging.models import Message
from intersession.messaging.opening import is_waiting
from intersession.messaging.standing import policy_terms
from intersession.people.models import Person, Relationship, RelationshipState
from intersession.rules.hours import is_open, next_opening
from intersession.rules.states import is_late
from intersession.rules.vocabulary import Handling

FAR = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class InboxItem:
    """One unsettled message of a client."""

    letter: Letter
    relationship: Relationship
    due: datetime | None
    session_at: datetime | None


@dataclass(frozen=True, slots=True)
class Inbox:
    """The sections of the inbox page. `waiting` is the closed drawer; `waiting_until` when its first alert comes.

    `unsigned`: sent while no agreement held, so that nobody promised an answer by any day.
    """

    late: tuple[InboxItem, ...]
    due_today: tuple[InboxItem, ...]
    due_later: tuple[InboxItem, ...]
    unsigned: tuple[InboxItem, ...]
    for_sessions: tuple[InboxItem, ...]
    no_answer_owed: tuple[InboxItem, ...]
    waiting: tuple[InboxItem, ...]
    waiting_until: datetime | None
    next_reading: datetime | None
    is_open: bool


def inbox_for(therapist: Person, now: datetime) -> Inbox:
    """Return everything a client's message still asks of her, sorted into its sections."""
    items = _items(therapist, now)
    sections: dict[str, list[InboxItem]] = defaultdict(list)
    for item in items:
        sections[_section(item, therapist.zone, now)].append(item)
    terms = policy_terms(therapist, now)
    alerts = [item.letter.message.alert_at for item in sections["waiting"]]
    return Inbox(
        late=tuple(sections["late"]),
        due_today=tuple(sections["due_today"]),
        due_later=tuple(sections["due_later"]),
        unsigned=tuple(sections["unsigned"]),
        for_sessions=tuple(sections["for_sessions"]),
        no_answer_owed=tuple(sections["no_answer_owed"]),
        waiting=tuple(sections["waiting"]),
        waiting_until=min(filter(None, alerts), default=None),
        next_reading=next_opening(terms.schedule, now) if terms else None,
        is_open=terms is not None and is_open(terms.schedule, now),
    )


def _items(therapist: Person, now: datetime) -> list[InboxItem]:
    """Return the unsettled messages of her clients, soonest due first."""
    mine = Message.objects.filter(settled_at=None, conversation__relationship__therapist=therapist)
    # What was sent before the end is still to be read; once read, nothing more can be done about it.
    over = Q(conversation__relationship__state=RelationshipState.ENDED, opened_at__isnull=False)
    beside = ("conversation__relationship__deputy", "conversation__relationship__client")
    rows = list(mine.exclude(over).defer("body").select_related(*beside))
    grouped: dict[str, list[Message]] = defaultdict(list)
    for row in rows:
        grouped[row.conversation.relationship_id].append(row)
    waiting = sum(is_waiting(row, now) for row in rows)
    items = [item for group in grouped.values() for item in _of_one(group, therapist, now, waiting)]
    return sorted(
        items, key=lambda item: (item.due or item.session_at or FAR, item.letter.message.received_at)
    )


def _of_one(rows: list[Message], therapist: Person, now: datetime, waiting: int) -> Iterable[InboxItem]:
    relationship = rows[0].conversation.relationship
    relationship.therapist = therapist
    for letter in letters(rows, Desk(therapist, relationship, now, waiting, bodies=False)):
        yield InboxItem(letter, relationship, letter.due, letter.session_at)


def _section(item: InboxItem, zone: str, now: datetime) -> str:
    message = item.letter.message
    if message.handling == Handling.AGENDA:
        return "for_sessions"
    if item.letter.waiting:
        return "waiting"
    if message.handling == Handling.QUIET:
        return "no_answer_owed"
    if item.due is None:
        return "due_later" if message.agreement_id else "unsigned"
    if is_late(item.due, now):
        return "late"
    here = ZoneInfo(zone)
    return "due_today" if item.due.astimezone(here).date() == now.astimezone(here).date() else "due_later"
