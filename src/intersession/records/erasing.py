"""Erasure in two steps, a day apart, by a person: propose what would go, then confirm it with the client's code.

The confirmation takes the record away and writes its certificate into the ledger, in one transaction. Hashes, ids and
instants stay; `intersession verify` proves later that exactly this went.
"""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Any

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, NotFound
from intersession.people.models import Person, Relationship, RelationshipState
from intersession.records.errors import ErasureBlocked, ErasureOpen, NotTheCode
from intersession.records.holds import lock
from intersession.records.models import Deadline, Erasure, LegalHold
from intersession.records.reminding import close
from intersession.records.stamp import codes_of
from intersession.records.taking import list_record, messages_hash, same_content, take_away
from intersession.rules.erasing import LAPSE, Keeping, before_confirming, before_proposing, open_questions
from intersession.rules.records import DeadlineKind, Outcome, WhyErased, WhyLater


def keeping_of(relationship: Relationship) -> Keeping:
    """Return what is known of this record: ended, held, until when it is kept, and what is open about that."""
    deadlines = Deadline.objects.filter(relationship=relationship)
    kept = deadlines.filter(kind=DeadlineKind.RETENTION)
    return Keeping(
        ended=relationship.state == RelationshipState.ENDED,
        held=LegalHold.objects.filter(relationship=relationship, lifted_at=None).exists(),
        asked=deadlines.filter(kind=DeadlineKind.ACCESS, done_at=None).exists(),
        until=tuple(each.due for each in kept),
        open=frozenset[str]().union(*map(_open_about, kept)),
    )


def _open_about(kept: Deadline) -> frozenset[str]:
    """Return the questions about one date that nobody has answered."""
    return open_questions(
        codes_of(kept.basis),
        dated=bool(kept.due_reason),
        minor=kept.extension_reason == WhyLater.MINOR,
    )


@transaction.atomic
def propose_erasure(*, by: Person, now: datetime, relationship: str, ground: str) -> Erasure:
    """Propose to erase a record, with the list of all that would go. An older proposal that has lapsed is dropped.

    Raises NotFound, BadInput (ground), ErasureOpen, ErasureBlocked.
    """
    locked = lock(by, relationship)
    if ground not in set(WhyErased):
        raise BadInput("ground", field="ground")
    _drop_lapsed(locked, now)
    if Erasure.objects.filter(relationship=locked, cancelled_at=None).exists():
        raise ErasureOpen
    if block := before_proposing(keeping_of(locked), WhyErased(ground), now):
        raise ErasureBlocked(block)
    made = Erasure.objects.create(
        practice_id=by.practice_id,
        relationship=locked,
        ground=ground,
        basis=_basis(locked),
        listing=list_record(locked),
        proposed_by=by,
        proposed_at=now,
    )
    facts = {"relationship": locked.id, "erasure": made.id, "ground": ground}
    record(Tag.ERASURE_PROPOSED, practice=by.practice_id, by=by.id, now=now, **facts)
    return made


def _drop_lapsed(relationship: Relationship, now: datetime) -> None:
    old = Erasure.objects.filter(relationship=relationship, cancelled_at=None, done_at=None)
    old.filter(proposed_at__lt=now - LAPSE).update(cancelled_at=now)


def _basis(relationship: Relationship) -> list[dict[str, Any]]:
    """Return the dates of the register that an erasure rests on, each with what it rests on itself."""
    kept = Deadline.objects.filter(relationship=relationship, kind=DeadlineKind.RETENTION).order_by("id")
    return [
        {
            "deadline": each.id,
            "records": each.records,
            "until": each.due.isoformat() if each.due else None,
            "reason": each.due_reason,
            "law": each.basis,
        }
        for each in kept
    ]


@transaction.atomic
def cancel_erasure(*, by: Person, now: datetime, erasure: str) -> Erasure:
    """Take a proposal back. Raises NotFound, also when it is done or was taken back."""
    found = _open(by, erasure)
    found.cancelled_at = now
    found.save(update_fields=["cancelled_at"])
    facts = {"relationship": found.relationship_id, "erasure": found.id}
    record(Tag.ERASURE_CANCELLED, practice=by.practice_id, by=by.id, now=now, **facts)
    return found


@transaction.atomic
def confirm_erasure(*, by: Person, now: datetime, erasure: str, code: str) -> Erasure:
    """Erase what was proposed, and write the certificate, together or not at all. `code` is the client's, typed.

    Raises NotFound, NotTheCode, ErasureBlocked.
    """
    found = _open(by, erasure)
    relationship = found.relationship
    if not hmac.compare_digest(code.strip().upper().encode(), relationship.code.upper().encode()):
        raise NotTheCode
    listing = list_record(relationship)
    same = same_content(listing, found.listing)
    ground = WhyErased(found.ground)
    if block := before_confirming(keeping_of(relationship), ground, found.proposed_at, same, now):
        raise ErasureBlocked(block)
    found.erased, found.sha256 = listing, messages_hash(relationship)
    found.done_at, found.done_by = now, by
    found.save(update_fields=["erased", "sha256", "done_at", "done_by"])
    take_away(relationship, now)
    _certify(found, by, now)
    _settle(relationship, by, now)
    return found


def _open(by: Person, erasure: str) -> Erasure:
    """Return an open proposal of this therapist, its relationship locked. Raises NotFound."""
    mine = Erasure.objects.filter(pk=erasure, relationship__therapist=by, practice_id=by.practice_id)
    if (known := mine.first()) is None:
        raise NotFound("foreign erasure")
    locked = lock(by, known.relationship_id)
    found = Erasure.objects.filter(pk=erasure, cancelled_at=None, done_at=None).first()
    if found is None:
        raise NotFound("no open proposal")
    found.relationship = locked
    return found


def _certify(erasure: Erasure, by: Person, now: datetime) -> None:
    """Write the certificate: what kinds, how many, from when to when, the hash over all messages, on what ground."""
    dates = [each[end] for each in erasure.erased.values() for end in ("oldest", "newest") if each[end]]
    record(
        Tag.ERASURE_DONE,
        practice=by.practice_id,
        by=by.id,
        now=now,
        chain=erasure.relationship.conversation.id,
        relationship=erasure.relationship_id,
        erasure=erasure.id,
        counts=[f"{kind} {each['count']}" for kind, each in erasure.erased.items()],
        oldest=min(dates, default=None),
        newest=max(dates, default=None),
        sha256=erasure.sha256,
        ground=erasure.ground,
        deadlines=[each["deadline"] for each in erasure.basis],
    )


def _settle(relationship: Relationship, by: Person, now: datetime) -> None:
    """The clocks of the record have nothing left to run for."""
    running = Deadline.objects.filter(relationship=relationship, done_at=None)
    for each in running.filter(kind__in=(DeadlineKind.RETENTION, DeadlineKind.CONSENT)):
        close(each, Outcome.ERASED, by=by.id, now=now)
