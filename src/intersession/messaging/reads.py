"""What pages and doors read: a thread, the notes for a session, the therapist's inbox, what is new since a number.

Reads only, and only what this reader may see: a therapist never meets what was taken back or changed before she opened it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from django.db.models import Q, QuerySet

from intersession.agreement.models import Agreement
from intersession.errors import NotFound
from intersession.keys.models import Roster
from intersession.keys.rosters import current_roster
from intersession.messaging.inbox import Inbox, InboxItem, inbox_for
from intersession.messaging.letters import Desk, Letter, letters, with_wraps
from intersession.messaging.models import Conversation, Message, Statement
from intersession.messaging.opening import is_waiting
from intersession.messaging.standing import Standing, sent_in_window, session_for, standing_of
from intersession.people.models import Person, Relationship, Session
from intersession.rules.hours import next_opening
from intersession.rules.reasons import Reason
from intersession.rules.states import State, absence_state
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import Handling, Viewer

PAGE = 50
STATES = 100
# Rows of a kind in one answer: messages, and statements about them.
MOST_SYNC = 200
Numbered = TypeVar("Numbered", Message, Statement)
__all__ = [
    "GuideCount",
    "Inbox",
    "InboxItem",
    "Letter",
    "Sync",
    "Thread",
    "conversation_of",
    "inbox_for",
    "letters_for_session",
    "sync_for",
    "thread_for",
]


@dataclass(frozen=True, slots=True)
class GuideCount:
    """Messages of the last seven days beside the guide; 0 in a guide means there is none. It only informs."""

    sent: int
    messages_per_week: int
    words: int


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation for one reader. `composer` says why nothing can be written any more, or None.

    `earlier`: there are older letters. `waiting`: how many messages wait quietly. `next_reading`: now, when she reads now.
    """

    conversation: Conversation
    relationship: Relationship
    letters: tuple[Letter, ...]
    composer: Reason | None
    agreement: Agreement | None
    terms: Terms | None
    roster_seq: int
    guide: GuideCount
    session: Session | None
    absence: State | None
    earlier: bool
    waiting: int
    next_reading: datetime | None


@dataclass(frozen=True, slots=True)
class Sync:
    """What is new in a conversation since a number, and the states that may have changed.

    `gone`: messages a therapist's page must take away. `upto`: nothing up to this number is missing here; with `more`,
    ask again with it.
    """

    conversation: Conversation
    standing: Standing
    roster_seq: int
    guide: GuideCount
    letters: tuple[Letter, ...]
    states: tuple[Letter, ...]
    statements: Sequence[Statement]
    rosters: Sequence[Roster]
    gone: tuple[str, ...]
    upto: int
    more: bool


def conversation_of(relationship: Relationship) -> Conversation:
    """Return the conversation of a relationship."""
    return Conversation.objects.select_related("relationship").get(relationship=relationship)


def thread_for(
    person: Person, relationship: Relationship, now: datetime, before: int | None = None, most: int = PAGE
) -> Thread:
    """Return the newest letters, or those before the number `before`, oldest first."""
    conversation = conversation_of(relationship)
    standing = standing_of(relationship, now)
    rows = visible(person, conversation)
    page = rows.filter(seq__lt=before) if before else rows
    found = list(with_wraps(page.order_by("-seq"))[: most + 1])
    waiting = sum(is_waiting(row, now) for row in _unsettled(conversation))
    roster = current_roster(conversation.id)
    terms = standing.terms
    return Thread(
        conversation=conversation,
        relationship=relationship,
        letters=letters(reversed(found[:most]), Desk(person, relationship, now, waiting)),
        composer=standing.closed,
        agreement=standing.agreement,
        terms=terms,
        roster_seq=roster.seq if roster else 0,
        guide=_guide(conversation, terms, now),
        session=session_for(relationship, now),
        absence=absence_state(terms, viewer_of(person), now) if terms else None,
        earlier=len(found) > most,
        waiting=waiting,
        next_reading=next_opening(terms.schedule, now) if terms else None,
    )


def viewer_of(person: Person) -> Viewer:
    """Return whose eyes a state line is written for."""
    return Viewer.THERAPIST if person.is_therapist else Viewer.CLIENT


def visible(person: Person, conversation: Conversation) -> QuerySet[Message]:
    """Return the messages this reader may know of."""
    rows = Message.objects.filter(conversation=conversation)
    hidden = ~Q(author=person) & (Q(withdrawn_at__isnull=False) | Q(replaced_at__isnull=False))
    return rows.exclude(hidden)


def _unsettled(conversation: Conversation) -> QuerySet[Message]:
    return Message.objects.filter(conversation=conversation, settled_at=None).defer("body")


def _guide(conversation: Conversation, terms: Terms | None, now: datetime) -> GuideCount:
    sent = sent_in_window(conversation, now)
    return (
        GuideCount(sent, terms.guide.messages_per_week, terms.guide.words)
        if terms
        else GuideCount(sent, 0, 0)
    )


def letters_for_session(person: Person, relationship: Relationship, now: datetime) -> tuple[Letter, ...]:
    """Return the notes kept for sessions that still stand, oldest first: at most the newest fifty."""
    rows = visible(person, conversation_of(relationship)).filter(
        handling=Handling.AGENDA, withdrawn_at=None, replaced_at=None
    )
    newest = list(with_wraps(rows.order_by("-seq"))[:PAGE])
    return letters(reversed(newest), Desk(person, relationship, now))


def sync_for(person: Person, conversation: str, after: int, rosters: int, now: datetime) -> Sync:
    """Return what is new since the numbers `after` and `rosters`. Raises NotFound for a foreign conversation.

    Messages and statements share one row of numbers, so both end at the same one, the conversation's own at most:
    whatever is stored meanwhile comes with the next question.
    """
    found = Conversation.objects.of(person).filter(pk=conversation).first()
    if found is None:
        raise NotFound("foreign conversation")
    relationship = found.relationship
    rows = visible(person, found)
    waiting = sum(is_waiting(row, now) for row in _unsettled(found))
    desk = Desk(person, relationship, now, waiting)
    new, new_upto = _first(with_wraps(rows), after, found.seq)
    stated, stated_upto = _first(Statement.objects.filter(conversation=found), after, found.seq)
    upto = min(new_upto, stated_upto)
    standing = standing_of(relationship, now)
    known = list(Roster.objects.filter(conv=found.id).order_by("seq"))
    return Sync(
        conversation=found,
        standing=standing,
        roster_seq=known[-1].seq if known else 0,
        guide=_guide(found, standing.terms, now),
        letters=letters([row for row in new if row.seq <= upto], desk),
        states=letters(_changing(rows), replace(desk, bodies=False)),
        statements=[row for row in stated if row.seq <= upto],
        rosters=[row for row in known if row.seq > rosters],
        gone=_gone(person, found),
        upto=upto,
        more=upto < found.seq,
    )


def _first(rows: QuerySet[Numbered], after: int, upto: int) -> tuple[list[Numbered], int]:
    """Return the first MOST_SYNC rows with numbers over `after`, and up to which number none is missing."""
    found = list(rows.filter(seq__gt=after, seq__lte=upto).order_by("seq")[: MOST_SYNC + 1])
    if len(found) <= MOST_SYNC:
        return found, upto
    return found[:MOST_SYNC], found[MOST_SYNC - 1].seq


def _changing(rows: QuerySet[Message]) -> list[Message]:
    """Return the rows whose state a page may show: the newest, and whatever is not settled."""
    bare = rows.defer("body")
    newest = list(bare.order_by("-seq")[:STATES])
    seen = {row.id for row in newest}
    return newest + [row for row in bare.filter(settled_at=None) if row.id not in seen]


def _gone(person: Person, conversation: Conversation) -> tuple[str, ...]:
    """Return what a therapist's page must not show any more: taken back or changed before she opened it."""
    if person.is_client:
        return ()
    hidden = Q(withdrawn_at__isnull=False) | Q(replaced_at__isnull=False)
    rows = Message.objects.filter(hidden, conversation=conversation).exclude(author=person).order_by("-seq")
    return tuple(rows.values_list("id", flat=True)[:MOST_SYNC])
