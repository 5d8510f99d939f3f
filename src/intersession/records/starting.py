"""Stores a deadline with what set it going and what its day rests on, and asks for its reminders. Part of other actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from intersession.agreement.models import Agreement
from intersession.audit.actions import Value, record
from intersession.audit.tags import Tag
from intersession.people.models import Person, Relationship
from intersession.records.home import home_of
from intersession.records.law import Ground
from intersession.records.models import Deadline
from intersession.records.reminding import arm
from intersession.rules.records import AskedBy, DeadlineKind


@dataclass(frozen=True, slots=True)
class Cause:
    """What sets a clock going. `by`: the id of who wrote it down, empty for the clock; `records`: the kind of record."""

    kind: DeadlineKind
    therapist: Person
    asked_by: AskedBy
    by: str
    received: datetime
    relationship: Relationship | None = None
    agreement: Agreement | None = None
    records: str = ""


def begin(cause: Cause, ground: Ground, now: datetime) -> Deadline:
    """Store the deadline inside the transaction of whatever caused it."""
    made = Deadline.objects.create(
        practice_id=cause.therapist.practice_id,
        therapist=cause.therapist,
        relationship=cause.relationship,
        agreement=cause.agreement,
        kind=cause.kind.value,
        records=cause.records,
        asked_by=cause.asked_by.value,
        made_by=cause.by,
        received_at=cause.received,
        due_at=ground.due,
        at_most_on=ground.at_most,
        basis=ground.basis,
        created_at=now,
    )
    arm(made, home_of(cause.therapist), now)
    facts: dict[str, Value] = {
        "deadline": made.id,
        "kind": made.kind,
        "relationship": made.relationship_id,
        "asked_by": made.asked_by,
        "received_at": made.received_at.isoformat(),
        "due_at": made.due_at.isoformat() if made.due_at else None,
        "jurisdiction": str(ground.basis["jurisdiction"]),
    }
    record(Tag.DEADLINE_STARTED, practice=made.practice_id, by=cause.by, now=now, chain="", **facts)
    return made
