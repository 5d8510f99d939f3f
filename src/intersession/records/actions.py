"""Starts, changes and ends the deadlines of the register. Days come from records/law.py; notices say nothing of them.

A client's request for access is never refused here, whatever state the relationship is in.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from intersession.agreement.actions.steps import client_time
from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, NotFound
from intersession.messaging.standing import standing_of
from intersession.outbox.actions import notify
from intersession.people.models import Person, Relationship
from intersession.records.errors import DayIsSet, DeadlineOver, NoLongerDay
from intersession.records.home import end_of_day, home_of
from intersession.records.law import access_ground, breach_ground
from intersession.records.models import Deadline
from intersession.records.reminding import arm, close, disarm
from intersession.records.starting import Cause, begin
from intersession.rules.records import (
    ASKERS,
    LATER,
    OUTCOMES,
    AskedBy,
    BreachStep,
    DeadlineKind,
    Outcome,
    WhyThatDay,
)


@transaction.atomic
def ask_access(*, by: Person, now: datetime, relationship: Relationship) -> Deadline:
    """A client asks for a copy of their record. While a request of theirs is open, that one is returned.

    Raises NotFound for a foreign relationship; nothing else stands in the way.
    """
    locked = Relationship.objects.select_for_update().filter(pk=relationship.pk, client=by).first()
    if locked is None:
        raise NotFound("foreign relationship")
    open_one = Deadline.objects.filter(
        relationship=locked, kind=DeadlineKind.ACCESS, made_by=by.id, done_at=None
    )
    if found := open_one.first():
        return found
    home = home_of(locked.therapist)
    cause = Cause(DeadlineKind.ACCESS, locked.therapist, AskedBy.CLIENT, by.id, now, locked)
    made = begin(cause, access_ground(home, now), now)
    notify(locked.therapist, "deadline", due_at=home.reading_time(now), dedup=f"asked:{made.id}")
    return made


@transaction.atomic
def note_request(
    *, by: Person, now: datetime, relationship: Relationship, asked_by: str, received: datetime
) -> Deadline:
    """Write down a request for access that came on paper or by word. Raises NotFound, BadInput."""
    if relationship.therapist_id != by.id:
        raise NotFound("foreign relationship")
    if asked_by not in ASKERS:
        raise BadInput("asked_by", field="asked_by")
    _check_past(received, now)
    cause = Cause(DeadlineKind.ACCESS, by, AskedBy(asked_by), by.id, received, relationship)
    return begin(cause, access_ground(home_of(by), received), now)


@transaction.atomic
def note_breach(*, by: Person, now: datetime, noticed: datetime) -> Deadline:
    """Write down when a breach was noticed. Raises NotFound (not a therapist), BadInput."""
    if not by.is_therapist:
        raise NotFound("not a therapist")
    _check_past(noticed, now)
    cause = Cause(DeadlineKind.BREACH, by, AskedBy.PRACTICE, by.id, noticed)
    return begin(cause, breach_ground(home_of(by), noticed), now)


def _check_past(instant: datetime, now: datetime) -> None:
    if instant > now:
        raise BadInput("not yet", field="received")


@transaction.atomic
def set_day(*, by: Person, now: datetime, deadline: str, due: datetime, reason: str) -> Deadline:
    """Set the day of a deadline that is not known here, on somebody's word; a day set so can be set anew.

    Raises NotFound, DeadlineOver, DayIsSet, BadInput.
    """
    found = _running(by, deadline)
    if found.due_at is not None and not found.due_reason:
        raise DayIsSet
    if reason not in set(WhyThatDay):
        raise BadInput("reason", field="reason")
    if due <= found.received_at:
        raise BadInput("due", field="due")
    found.due_at, found.due_reason = due, reason
    # A later day that was set before would go on hiding this one.
    found.extended_until, found.extension_reason = None, ""
    _moved(found, now)
    facts = {"deadline": found.id, "due_at": due.isoformat(), "reason": reason}
    record(Tag.DEADLINE_DATED, practice=found.practice_id, by=by.id, now=now, **facts)
    return found


@transaction.atomic
def extend(*, by: Person, now: datetime, deadline: str, until: datetime, reason: str) -> Deadline:
    """Put a deadline off, before it is over and no farther than the law allows, where that is known.

    Raises NotFound, DeadlineOver, BadInput, NoLongerDay.
    """
    found = _running(by, deadline)
    if reason not in LATER[DeadlineKind(found.kind)]:
        raise BadInput("reason", field="reason")
    farthest = farthest_day(found)
    if found.due is None or now > found.due or until <= found.due or (farthest and until > farthest):
        raise NoLongerDay
    found.extended_until, found.extension_reason = until, reason
    _moved(found, now)
    facts = {"deadline": found.id, "until": until.isoformat(), "reason": reason}
    record(Tag.DEADLINE_EXTENDED, practice=found.practice_id, by=by.id, now=now, **facts)
    _tell_client(found, "extended", now)
    return found


def time_is_over(deadline: Deadline, now: datetime) -> bool:
    """Whether every day of a deadline that is known has passed, the one by which a record is gone included."""
    gone = gone_by(deadline)
    return (deadline.due is None or deadline.due < now) and (gone is None or gone < now)


def farthest_day(deadline: Deadline) -> datetime | None:
    """Return how far the law lets a deadline be put off, None where it sets no end."""
    if (gone := gone_by(deadline)) is not None:
        return gone
    named = deadline.basis.get("extendable_until")
    return datetime.fromisoformat(named) if named else None


def gone_by(deadline: Deadline) -> datetime | None:
    """Return the end of the last day on which a record may be kept, None where the law sets none."""
    if deadline.at_most_on is None:
        return None
    return end_of_day(deadline.at_most_on, deadline.zone)


def _moved(deadline: Deadline, now: datetime) -> None:
    """Store a new day: its reminders are given anew."""
    deadline.reminded = []
    deadline.save(update_fields=["due_at", "due_reason", "extended_until", "extension_reason", "reminded"])
    disarm(deadline, now)
    arm(deadline, home_of(deadline.therapist), now)


@transaction.atomic
def tick_steps(*, by: Person, now: datetime, deadline: str, steps: Collection[str]) -> Deadline:
    """Note which parts of a breach's report are written. A step keeps its first instant; one left out is open again.

    Raises NotFound, DeadlineOver, BadInput.
    """
    found = _running(by, deadline)
    if found.kind != DeadlineKind.BREACH or not set(steps) <= set(BreachStep):
        raise BadInput("steps", field="steps")
    found.steps = {each: found.steps.get(each, now.isoformat()) for each in BreachStep if each in steps}
    found.save(update_fields=["steps"])
    facts = {"deadline": found.id, "steps": " ".join(found.steps)}
    record(Tag.DEADLINE_STEPS, practice=found.practice_id, by=by.id, now=now, **facts)
    return found


@transaction.atomic
def finish(*, by: Person, now: datetime, deadline: str, outcome: str) -> Deadline:
    """End a deadline with one of its outcomes. Raises NotFound, DeadlineOver, BadInput."""
    found = _running(by, deadline)
    kept_early = found.kind == DeadlineKind.RETENTION and not time_is_over(found, now)
    if outcome not in OUTCOMES[DeadlineKind(found.kind)] or kept_early:
        raise BadInput("outcome", field="outcome")
    close(found, Outcome(outcome), by=by.id, now=now)
    _tell_client(found, "done", now)
    return found


def _running(by: Person, deadline: str) -> Deadline:
    """Return a deadline of this therapist, locked. Raises NotFound, DeadlineOver."""
    rows = Deadline.objects.select_for_update(of=("self",)).select_related(
        "relationship__client", "relationship__therapist", "therapist"
    )
    found = rows.filter(pk=deadline, therapist=by, practice_id=by.practice_id).first()
    if found is None:
        raise NotFound("foreign deadline")
    if found.done_at is not None:
        raise DeadlineOver
    return found


def _tell_client(deadline: Deadline, what: str, now: datetime) -> None:
    """Queue "something new" for a client who asked here; the news is on their own page."""
    relationship = deadline.relationship
    client = relationship.client if relationship else None
    if relationship is None or client is None or deadline.made_by != client.id:
        return
    terms = standing_of(relationship, now).terms
    at = client_time(terms, now) if terms else now
    notify(client, "record", due_at=at, dedup=f"record:{deadline.id}:{what}:{int(now.timestamp())}")
