"""Writes down how handing over a notice went: sent, tried again later, or given up with its way switched off.

Sends nothing itself and words nothing; the clock calls it with what a channel said.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import ChannelError
from intersession.outbox.models import Delivery
from intersession.outbox.wording import line_for
from intersession.people.models import Way
from intersession.rules.delivery import next_attempt_at

REFUSED, GAVE_UP = "refused", "gave-up"


def words_now(delivery: Delivery) -> str:
    """Return what the notice says by the person's present choice; "" when it is not wanted any more."""
    person, way = delivery.person, delivery.way
    if person.closed_at is not None or way.disabled_at is not None:
        return ""
    return line_for(person, delivery.kind)


@transaction.atomic
def drop(*, delivery: Delivery, now: datetime) -> None:
    """The person wants no notice this way any more."""
    Delivery.objects.filter(pk=delivery.pk).update(failed_at=now, last_error="not wanted")


@transaction.atomic
def mark_sent(*, delivery: Delivery, now: datetime) -> None:
    """The channel has taken it."""
    attempts = F("attempts") + 1
    rows = Delivery.objects.filter(pk=delivery.pk, sent_at=None)
    if rows.update(sent_at=now, attempts=attempts, lease_until=None, last_error="") == 1:
        Way.objects.filter(pk=delivery.way_id).update(failures=0)
        _note(Tag.NOTICE_SENT, delivery, now)


@transaction.atomic
def mark_failed(*, delivery: Delivery, error: ChannelError, now: datetime) -> None:
    """The channel could not hand it over. For good, or after the last try, its way is switched off and its owner told."""
    attempts = delivery.attempts + 1
    again = None if error.permanent else next_attempt_at(attempts, now)
    change = {"due_at": again} if again else {"failed_at": now}
    Delivery.objects.filter(pk=delivery.pk, sent_at=None).update(
        attempts=attempts, lease_until=None, last_error=str(error)[:60], **change
    )
    Way.objects.filter(pk=delivery.way_id).update(failures=F("failures") + 1)
    if again is None:
        _note(Tag.NOTICE_FAILED, delivery, now)
        _disable(delivery, REFUSED if error.permanent else GAVE_UP, now)


def _disable(delivery: Delivery, reason: str, now: datetime) -> None:
    """Switch the way off; its owner reads why in the portal (`told_at` is theirs to set when they have seen it)."""
    rows = Way.objects.filter(pk=delivery.way_id, disabled_at=None)
    if rows.update(disabled_at=now, disabled_reason=reason, told_at=None) == 1:
        facts = {"way": delivery.way_id, "person": delivery.person_id, "reason": reason}
        record(Tag.WAY_DISABLED, practice=delivery.practice_id, by="", now=now, **facts)


def _note(tag: Tag, delivery: Delivery, now: datetime) -> None:
    facts = {"delivery": delivery.id, "kind": delivery.kind, "way": delivery.way_id}
    record(tag, practice=delivery.practice_id, by="", now=now, **facts)
