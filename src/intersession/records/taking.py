"""What a relationship's record consists of: counts it with its dates, and takes it away. Decides nothing.

The relationship, its conversation, its deadlines and the ledger stay: codes, ids, instants and hashes. What stays is
listed in docs/self-hosting.md; a test holds this file against every table.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Max, Min, Q, QuerySet

from intersession.agreement.models import Agreement, AgreementEdition, AgreementSignature, ClauseAnswer
from intersession.keys.models import Certificate, Roster, Slot, Vault
from intersession.messaging.models import Message, Statement, Wrap
from intersession.messaging.verifying import hash_over
from intersession.outbox.models import Delivery, Timer
from intersession.people.models import (
    Invitation,
    KnownDevice,
    Login,
    Person,
    Relationship,
    Session,
    SignInFailure,
    Stay,
    Way,
)

# What is compared between a proposal and its confirmation: a client who signs in meanwhile changes the rest.
CONTENT = ("messages", "agreements", "sessions")
Listing = dict[str, dict[str, Any]]


def list_record(relationship: Relationship) -> Listing:
    """Return kind → {count, oldest, newest} (ISO instants, None without a date) of all that would be erased."""
    return {kind: _counted(rows, instant) for kind, rows, instant in _parts(relationship)}


def same_content(one: Listing, other: Listing) -> bool:
    """Whether two listings hold the same messages, agreements and sessions."""
    return all(one.get(kind) == other.get(kind) for kind in CONTENT)


def _counted(rows: QuerySet[Any], instant: str) -> dict[str, Any]:
    if not instant:
        return {"count": rows.count(), "oldest": None, "newest": None}
    ends = rows.aggregate(oldest=Min(instant), newest=Max(instant))
    return {"count": rows.count(), **{name: _iso(ends[name]) for name in ("oldest", "newest")}}


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None


def _parts(relationship: Relationship) -> Iterator[tuple[str, QuerySet[Any], str]]:
    """Yield each kind with its rows and the name of their instant."""
    messages = Message.objects.filter(conversation__relationship=relationship)
    agreements = Agreement.objects.filter(relationship=relationship)
    yield "messages", messages, "received_at"
    yield "keys", Wrap.objects.filter(message__in=messages), ""
    yield "statements", Statement.objects.filter(conversation__relationship=relationship), "created_at"
    yield "agreements", agreements, "created_at"
    yield "editions", AgreementEdition.objects.filter(agreement__in=agreements), "made_at"
    yield "answers", ClauseAnswer.objects.filter(agreement__in=agreements), "answered_at"
    yield "signatures", AgreementSignature.objects.filter(agreement__in=agreements), "signed_at"
    yield "sessions", Session.objects.filter(relationship=relationship), "starts_at"
    yield "rosters", Roster.objects.filter(conv=relationship.conversation.id), "created_at"
    yield "invitations", Invitation.objects.filter(relationship=relationship), "created_at"
    if client := _leaving(relationship):
        yield from _account(client)


def _leaving(relationship: Relationship) -> Person | None:
    """Return the client if nothing else is held for them here; who has another relationship keeps their account."""
    client = relationship.client
    if client is None or Relationship.objects.filter(client=client).exclude(pk=relationship.pk).exists():
        return None
    return client


def _account(client: Person) -> Iterator[tuple[str, QuerySet[Any], str]]:
    yield "accounts", Person.objects.filter(pk=client.pk), "created_at"
    yield "vaults", Vault.objects.filter(person=client), "updated_at"
    yield "slots", Slot.objects.filter(person=client), "created_at"
    yield "certificates", Certificate.objects.filter(person=client), "created_at"
    yield "places", Stay.objects.filter(person=client), "declared_at"
    yield "addresses", Way.objects.filter(person=client), "created_at"
    yield "notices", Delivery.objects.filter(person=client), "due_at"
    yield "logins", Login.objects.filter(person=client), "created_at"
    yield "devices", KnownDevice.objects.filter(person=client), "created_at"


def messages_hash(relationship: Relationship) -> str:
    """Return the hash over every message of this relationship that is stored now."""
    rows = Message.objects.filter(conversation__relationship=relationship)
    return hash_over(rows.values_list("id", "body_sha256"))


def take_away(relationship: Relationship, now: datetime) -> None:
    """Delete all that `list_record` counts. Part of an action, inside its transaction."""
    client = _leaving(relationship)
    messages = Message.objects.filter(conversation__relationship=relationship)
    subjects = [*messages.values_list("id", flat=True), *_sessions(relationship)]
    _cancel(subjects, relationship.practice_id, now)
    # Messages point at each other; a row that is pointed at can't go first.
    messages.update(reply_to=None, supersedes=None, answered_by=None)
    for kind, rows, _ in _parts(relationship):
        if kind != "accounts":
            rows.delete()
    Relationship.objects.filter(pk=relationship.pk).update(client=None)
    if client:
        SignInFailure.objects.filter(handle_hash=client.handle_hash).delete()
        client.delete()


def _sessions(relationship: Relationship) -> QuerySet[Session, str]:
    return Session.objects.filter(relationship=relationship).values_list("id", flat=True)


def _cancel(subjects: list[str], practice: str, now: datetime) -> None:
    waiting = Q(practice_id=practice, subject__in=subjects, done_at=None)
    Timer.objects.filter(waiting).update(done_at=now)
