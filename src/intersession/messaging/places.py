"""A client says where they are: travelling, moved, back again. Their therapist is told that something is new, not what.

Writes what was said. Where that puts the client on a day is decided in rules/stays.py, what it means in rules/place.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, NotFound
from intersession.messaging.actions import moved
from intersession.messaging.models import Conversation
from intersession.messaging.standing import standing_of
from intersession.outbox.actions import notify
from intersession.people.models import Person, Relationship, RelationshipState, Stay, StayKind
from intersession.people.stays import today_of
from intersession.rules.hours import next_alert

# A trip or a move is told of at most this long before or after; anything else is a slip of the keys.
LONGEST_BACK, LONGEST_AHEAD = timedelta(days=400), timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Told:
    """What a client says: where, as what, from which day, until which day (None: not known)."""

    kind: str
    place: str
    from_on: date
    until_on: date | None = None


@transaction.atomic
def declare_stay(*, by: Person, now: datetime, told: Told, instead_of: str = "") -> Stay:
    """Write down another place; with `instead_of` it takes the place of one told before. Saying the same twice is once.

    Raises NotFound (not a client, a foreign stay), BadInput that names the field. Places on offer are the door's matter.
    """
    if not by.is_client:
        raise NotFound("only clients tell where they are")
    _check(told, today_of(by, now))
    # One word at a time: two clicks at once are heard one after the other.
    Person.objects.select_for_update().get(pk=by.pk)
    if (same := _same(by, told)) is not None:
        return same
    if instead_of and (corrected := _own(by, instead_of)).ended_at is None:
        _end(by, corrected, now)
    stay = Stay.objects.create(
        practice_id=by.practice_id,
        person=by,
        kind=told.kind,
        place=told.place,
        from_on=told.from_on,
        until_on=told.until_on,
        declared_at=now,
    )
    _note(Tag.STAY_DECLARED, by, stay, now)
    return stay


@transaction.atomic
def end_stay(*, by: Person, now: datetime, stay: str) -> Stay:
    """The client is back, or takes it back. Ending twice changes nothing. Raises NotFound for a foreign one."""
    found = _own(by, stay)
    if found.ended_at is None:
        _end(by, found, now)
    return found


@transaction.atomic
def resume_stay(*, by: Person, now: datetime, stay: str) -> Stay:
    """Undo an end: it counts again as it was told. Raises NotFound for a foreign one."""
    found = _own(by, stay)
    if found.ended_at is not None:
        found.ended_at = None
        found.save(update_fields=["ended_at"])
        _note(Tag.STAY_RESUMED, by, found, now)
    return found


def _check(told: Told, today: date) -> None:
    if told.kind not in StayKind.values:
        raise BadInput("kind", field="kind")
    if not told.place:
        raise BadInput("place", field="place")
    if not today - LONGEST_BACK <= told.from_on <= today + LONGEST_AHEAD:
        raise BadInput("from", field="from")
    if told.until_on is None:
        return
    if told.kind == StayKind.MOVED or not max(told.from_on, today) <= told.until_on <= today + LONGEST_AHEAD:
        raise BadInput("until", field="until")


def _same(by: Person, told: Told) -> Stay | None:
    """Return the stay that says this already, as after a second click."""
    said = {"kind": told.kind, "place": told.place, "from_on": told.from_on, "until_on": told.until_on}
    return Stay.objects.filter(person=by, ended_at=None, **said).first()


def _own(by: Person, stay: str) -> Stay:
    found = Stay.objects.select_for_update().filter(pk=stay, person=by).first()
    if found is None:
        raise NotFound("no such stay")
    return found


def _end(by: Person, stay: Stay, now: datetime) -> None:
    stay.ended_at = now
    stay.save(update_fields=["ended_at"])
    _note(Tag.STAY_ENDED, by, stay, now)


def _note(tag: Tag, by: Person, stay: Stay, now: datetime) -> None:
    """Record it without the place, and tell each therapist at her next reading time that something is new."""
    record(tag, practice=by.practice_id, by=by.id, now=now, stay=stay.id)
    current = Relationship.objects.of(by).filter(client=by).exclude(state=RelationshipState.ENDED)
    for relationship in current:
        terms = standing_of(relationship, now).terms
        due_at = (next_alert(terms.schedule, now) if terms else None) or now
        # One notice for all that is said before she reads.
        at = int(due_at.timestamp())
        notify(relationship.therapist, "place", due_at=due_at, dedup=f"place:{by.id}:{at}", subject=stay.id)
        for conv in Conversation.objects.filter(relationship=relationship).values_list("id", flat=True):
            moved(conv)
