"""Legal holds: while one stands, nothing of a record is erased. Placed and lifted by the therapist; the ledger keeps both."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, NotFound
from intersession.people.models import Person, Relationship
from intersession.records.errors import HoldStands
from intersession.records.models import LegalHold
from intersession.rules.records import WhyHeld


def lock(by: Person, relationship: str) -> Relationship:
    """Return a relationship of this therapist, locked: holds and erasures wait for each other here. Raises NotFound."""
    rows = Relationship.objects.select_for_update().filter(pk=relationship, practice_id=by.practice_id)
    if (found := rows.filter(therapist=by).first()) is None:
        raise NotFound("foreign relationship")
    return found


@transaction.atomic
def place_hold(*, by: Person, now: datetime, relationship: str, reason: str) -> LegalHold:
    """Stop every erasure of this record from now on. Raises NotFound, BadInput, HoldStands."""
    locked = lock(by, relationship)
    if reason not in set(WhyHeld):
        raise BadInput("reason", field="reason")
    if LegalHold.objects.filter(relationship=locked, lifted_at=None).exists():
        raise HoldStands
    made = LegalHold.objects.create(
        practice_id=by.practice_id, relationship=locked, reason=reason, placed_by=by, placed_at=now
    )
    facts = {"relationship": locked.id, "hold": made.id, "reason": reason}
    record(Tag.HOLD_PLACED, practice=by.practice_id, by=by.id, now=now, **facts)
    return made


@transaction.atomic
def lift_hold(*, by: Person, now: datetime, relationship: str) -> LegalHold:
    """Let the record be erased again when its time is over. Raises NotFound, also when no hold stands."""
    locked = lock(by, relationship)
    found = LegalHold.objects.filter(relationship=locked, lifted_at=None).first()
    if found is None:
        raise NotFound("no hold")
    found.lifted_by, found.lifted_at = by, now
    found.save(update_fields=["lifted_by", "lifted_at"])
    facts = {"relationship": locked.id, "hold": found.id}
    record(Tag.HOLD_LIFTED, practice=by.practice_id, by=by.id, now=now, **facts)
    return found
