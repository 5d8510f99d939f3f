"""The therapist ends the work with a client: nothing new can be written, the agreement ends, the keeping of the record begins.

Takes nothing away: both can read as before. What the end means for writing is decided in rules/messages.py.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from intersession.agreement.actions import end_agreements
from intersession.agreement.actions.steps import client_time
from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import Conflict, NotFound
from intersession.messaging.joining import conversation_moved
from intersession.messaging.standing import standing_of
from intersession.outbox.actions import notify
from intersession.people.models import Person, Relationship, RelationshipState
from intersession.records.home import home_of
from intersession.records.law import retention_grounds
from intersession.records.starting import Cause, begin
from intersession.rules.records import AskedBy, DeadlineKind


@transaction.atomic
def end_work(*, by: Person, now: datetime, relationship: Relationship) -> Relationship:
    """End an active relationship and start the clocks of its record. Raises NotFound (foreign), Conflict (not active)."""
    rows = Relationship.objects.select_for_update(of=("self",)).select_related("client", "therapist")
    locked = rows.filter(pk=relationship.pk, therapist=by, practice_id=by.practice_id).first()
    if locked is None:
        raise NotFound("foreign relationship")
    if locked.state != RelationshipState.ACTIVE:
        raise Conflict("nothing to end")
    terms = standing_of(locked, now).terms
    end_agreements(by=by, now=now, relationship=locked)
    locked.state, locked.ended_at = RelationshipState.ENDED, now
    locked.save(update_fields=["state", "ended_at"])
    record(Tag.RELATIONSHIP_ENDED, practice=by.practice_id, by=by.id, now=now, relationship=locked.id)
    _begin_keeping(locked, now)
    conversation_moved(locked)
    if locked.client:
        at = client_time(terms, now) if terms else now
        notify(locked.client, "ended", due_at=at, dedup=f"ended:{locked.id}")
    return locked


def _begin_keeping(relationship: Relationship, now: datetime) -> None:
    therapist = relationship.therapist
    cause = Cause(DeadlineKind.RETENTION, therapist, AskedBy.LAW, "", now, relationship)
    for records, ground in retention_grounds(home_of(therapist), relationship, now).items():
        begin(replace(cause, records=records), ground, now)
