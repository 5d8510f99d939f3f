"""Decides whether a client's message waits, and which one line tells the present truth about it, with its values.

Sentences are in locale/<lang>/states.ftl, worded as in the experience guide. The two states before a
message has left the device (saving, no network) are known only to the browser.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from intersession.rules.hours import local_date
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import Kind, Sees, Viewer

Value = str | int | datetime | date
ANNOUNCED = timedelta(days=14)
NO_DUE = frozenset({Kind.NO_ANSWER, Kind.FOR_SESSION})
CLIENT_KINDS = frozenset(map(str, Kind))


class Held(StrEnum):
    """What still keeps a client's message from its reader."""

    NOT = "not"
    QUIETLY = "quietly"
    FOR_SESSION = "for-session"


class OnRecord(Protocol):
    """What must be known of a message to say whether it waits; instants UTC, None: did not happen, or never will."""

    @property
    def kind(self) -> str: ...
    @property
    def alert_at(self) -> datetime | None: ...
    @property
    def alerted_at(self) -> datetime | None: ...
    @property
    def released_at(self) -> datetime | None: ...
    @property
    def opened_at(self) -> datetime | None: ...
    @property
    def withdrawn_at(self) -> datetime | None: ...
    @property
    def replaced_at(self) -> datetime | None: ...


def arrival(message: OnRecord) -> datetime | None:
    """Return when a message came, or will come, to the mailbox: told of, handed over, or its alert; None: unknown."""
    return message.alerted_at or message.released_at or message.alert_at


def held(message: OnRecord, now: datetime) -> Held:
    """Return what holds a message back at `now` (UTC). The one place that decides it (frame.md section 4).

    A note waits for its session; every other message of a client waits quietly until its alert is due. Without
    any alert time (no reading hours, or no rules) it waits until she opens it on purpose: nobody was woken for it.
    What was opened, handed over, taken back or changed waits no more. A therapist's own messages never wait.
    """
    over = message.withdrawn_at or message.replaced_at or message.opened_at
    if message.kind not in CLIENT_KINDS or over:
        return Held.NOT
    if message.kind == Kind.FOR_SESSION:
        return Held.FOR_SESSION if _is_ahead(message.released_at, now) else Held.NOT
    return Held.QUIETLY if _is_ahead(arrival(message), now) else Held.NOT


def _is_ahead(at: datetime | None, now: datetime) -> bool:
    return at is None or at > now


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """What is on record about one message of a client. Names are as shown; instants UTC; None: did not
    happen.

    `deputy` is empty when none was agreed; `deputy_at` is when the deputy will learn of a late answer.
    `released_at` is the start of the session a note was kept for, once it began. `waiting_count` is the
    number of messages in the therapist's closed drawer.
    """

    kind: Kind
    received_at: datetime
    alert_at: datetime | None
    answer_by: datetime | None
    therapist: str
    client: str = ""
    deputy: str = ""
    deputy_at: datetime | None = None
    alerted_at: datetime | None = None
    released_at: datetime | None = None
    opened_at: datetime | None = None
    opening_outside_hours: bool = False
    answered_at: datetime | None = None
    withdrawn_at: datetime | None = None
    replaced_at: datetime | None = None
    more_time_until: datetime | None = None
    overdue_at: datetime | None = None
    deputy_told_at: datetime | None = None
    session_at: datetime | None = None
    session_moved: bool = False
    sealed_elsewhere: bool = False
    waiting_count: int = 1

    @property
    def due(self) -> datetime | None:
        """Return when an answer is due: the promise, or the new day the therapist named."""
        return None if self.kind in NO_DUE else self.more_time_until or self.answer_by


@dataclass(frozen=True, slots=True)
class State:
    """A text id and its values (names, numbers, instants in UTC, dates). An empty code shows nothing."""

    code: str
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def named(self) -> dict[str, Value]:
        """Return the values by name."""
        return dict(self.values)


NOTHING = State("")


def _state(code: str, **values: Value | None) -> State:
    return State(code, tuple((name, value) for name, value in values.items() if value is not None))


def message_state(facts: MessageFacts, viewer: Viewer, now: datetime) -> State:
    """Return the state line of a client's message for one viewer at `now` (UTC). The latest truth wins."""
    shared = _over(facts, viewer)
    if shared is not None:
        return shared
    if viewer is Viewer.CLIENT:
        return _client_state(facts, now)
    return _therapist_state(facts, now)


def _over(facts: MessageFacts, viewer: Viewer) -> State | None:
    """Return the line of a message that was taken back or changed, or that can't be read on this device."""
    client = viewer is Viewer.CLIENT
    if facts.withdrawn_at is not None:
        return _state("state-client-taken-back", at=facts.withdrawn_at) if client else NOTHING
    if facts.replaced_at is not None:
        if not client:
            return NOTHING
        return _state("state-client-changed", at=facts.replaced_at, therapist=facts.therapist)
    if facts.sealed_elsewhere:
        return _state("state-sealed-elsewhere")
    return None


def is_late(due: datetime | None, at: datetime) -> bool:
    """Whether an answer due at `due` would be late at `at`. At the very instant it is still in time."""
    return due is not None and at > due


def _is_late(facts: MessageFacts, now: datetime) -> bool:
    return facts.answered_at is None and is_late(facts.due, now)


def _client_state(facts: MessageFacts, now: datetime) -> State:
    if facts.answered_at is not None:
        return _state("state-client-answered", at=facts.answered_at)
    if _is_late(facts, now):
        return _client_late(facts)
    if facts.more_time_until is not None and facts.due is not None:
        return _state("state-client-more-time", therapist=facts.therapist, due=facts.due)
    if facts.opened_at is not None:
        return _client_opened(facts, facts.opened_at)
    wait = held(facts, now)
    if wait is Held.FOR_SESSION:
        return _for_session(facts, Viewer.CLIENT)
    since = None if wait is Held.QUIETLY else arrival(facts)
    code = "state-client-waiting" if since is None else "state-client-in-mailbox"
    if since is None and facts.alert_at is None:
        code = "state-client-waiting-no-time"
    suffix = "" if facts.due else ("-no-answer" if since and facts.kind is Kind.NO_ANSWER else "-no-due")
    until = None if since else facts.alert_at
    return _state(code + suffix, therapist=facts.therapist, since=since, until=until, due=facts.due)


def _client_late(facts: MessageFacts) -> State:
    """Say only what has happened: a reminder that went out, a deputy who has been told or will be."""
    known = {"due": facts.due, "therapist": facts.therapist}
    if facts.deputy_told_at is not None:
        return _state("state-client-late-deputy-told", **known, deputy=facts.deputy)
    if facts.overdue_at is None:
        return _state("state-client-late-unreminded", due=facts.due)
    if facts.deputy and facts.deputy_at is not None:
        return _state("state-client-late", **known, deputy=facts.deputy, deputy_at=facts.deputy_at)
    return _state("state-client-late-no-deputy", **known)


def _client_opened(facts: MessageFacts, at: datetime) -> State:
    outside = "-outside" if facts.opening_outside_hours else ""
    if facts.kind is Kind.NO_ANSWER:
        return _state(f"state-client-opened{outside}-no-answer", at=at, therapist=facts.therapist)
    ending = "" if facts.due else "-no-due"
    return _state(f"state-client-opened{outside}{ending}", at=at, therapist=facts.therapist, due=facts.due)


def _for_session(facts: MessageFacts, viewer: Viewer) -> State:
    if facts.session_at is None:
        return _state(f"state-{viewer}-for-session-no-date")
    if facts.session_moved:
        return _state("state-session-moved", at=facts.session_at)
    return _state(f"state-{viewer}-for-session", at=facts.session_at)


def _therapist_state(facts: MessageFacts, now: datetime) -> State:
    practical = "-practical" if facts.kind is Kind.PRACTICAL else ""
    if facts.answered_at is not None:
        late = is_late(facts.due, facts.answered_at)
        return _state("state-therapist-answered-late" if late else "state-therapist-answered")
    if _is_late(facts, now):
        return _state("state-therapist-late", due=facts.due, client=facts.client)
    if facts.more_time_until is not None and facts.due is not None:
        return _state("state-therapist-more-time", due=facts.due)
    if facts.opened_at is not None:
        return _therapist_opened(facts, facts.opened_at, practical)
    wait = held(facts, now)
    if wait is Held.FOR_SESSION:
        return _for_session(facts, Viewer.THERAPIST)
    if wait is Held.NOT:
        return _state(f"state-therapist-in-mailbox{practical}", since=arrival(facts))
    if facts.alert_at is None:
        return _state("state-therapist-waiting-no-time", count=facts.waiting_count)
    return _state("state-therapist-waiting", until=facts.alert_at, count=facts.waiting_count)


def _therapist_opened(facts: MessageFacts, at: datetime, practical: str) -> State:
    if facts.kind is Kind.NO_ANSWER:
        return _state("state-therapist-no-answer")
    if facts.opening_outside_hours:
        suffix = "-due" if facts.due else ""
        return _state(f"state-therapist-opened-outside{suffix}", due=facts.due)
    if facts.due is None:
        return _state("state-therapist-opened-no-due", at=at)
    return _state(f"state-therapist-opened{practical}", at=at, due=facts.due)


def absence_state(terms: Terms, viewer: Viewer, now: datetime) -> State | None:
    """Return the banner about an absence that runs or starts within 14 days, or None."""
    today = local_date(terms.schedule, now)
    ahead = (each for each in terms.schedule.absences if each.first - ANNOUNCED <= today <= each.last)
    absence = min(ahead, key=lambda each: each.first, default=None)
    if absence is None:
        return None
    running = "" if absence.first <= today else "-ahead"
    start = None if running == "" else absence.first
    if viewer is Viewer.THERAPIST:
        return _state(f"state-therapist-away{running}", start=start, until=absence.last)
    reads = any(each.name == absence.cover and each.sees is Sees.TEXT for each in terms.readers)
    covered = ("-read" if reads else "-covered") if absence.cover else ""
    known = {"therapist": terms.therapist.name, "start": start, "until": absence.last}
    return _state(f"state-client-away{running}{covered}", **known, cover=absence.cover or None)
