"""Invitations: a therapist opens a relationship and invites one client into it; the client uses the invitation once.

Does not make keys, conversations or persons, and never learns the secret in the link: messaging/joining.py puts the
steps together, and the browser keeps the fragment to itself.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import Conflict, IntersessionError, NotFound
from intersession.people.models import Invitation, Person, Relationship, RelationshipState

LIFETIME = timedelta(days=7)
# No 0, 1, I, O: read aloud and written by hand, these are mistaken for one another.
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 4


class InvitationState(StrEnum):
    """What an invitation is worth now."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"
    REVOKED = "revoked"


class InvitationClosed(IntersessionError):
    """The invitation is used, expired or taken back. Told only to somebody who holds the link."""

    status = 410

    def __init__(self, state: InvitationState) -> None:
        super().__init__(state.value)
        self.code = f"invitation-{state.value}"


def state_of(invitation: Invitation, now: datetime) -> InvitationState:
    """Return what the invitation is worth at `now`. Used comes first: it stays true when the time is over."""
    if invitation.used_at is not None:
        return InvitationState.USED
    if invitation.revoked_at is not None:
        return InvitationState.REVOKED
    return InvitationState.OPEN if now < invitation.expires_at else InvitationState.EXPIRED


def newest_invitation(relationship: Relationship) -> Invitation | None:
    """Return the last invitation made for this relationship."""
    return Invitation.objects.filter(relationship=relationship).order_by("-created_at", "-id").first()


def hash_of(auth: str) -> str:
    """Return how an invitation's auth half is kept: its SHA-256, hex. It is 256 bits of HKDF output, so no salt."""
    return hashlib.sha256(auth.encode()).hexdigest()


def find_open(invitation_id: str, auth: str, now: datetime) -> Invitation:
    """Return the invitation that `auth` opens.

    Raises NotFound for an unknown id and for a wrong half alike, and InvitationClosed to the holder of the link
    when it is used, expired or taken back.
    """
    found = (
        Invitation.objects.select_related("relationship__therapist", "practice")
        .filter(pk=invitation_id)
        .first()
    )
    # Compared even when there is nothing to find, so that both answers take the same way.
    fits = hmac.compare_digest(found.auth_hash if found else "", hash_of(auth))
    if found is None or not fits:
        raise NotFound("no such invitation")
    if (state := state_of(found, now)) is not InvitationState.OPEN:
        raise InvitationClosed(state)
    return found


@transaction.atomic
def begin_relationship(*, by: Person, now: datetime) -> Relationship:
    """Open a relationship that nobody has joined yet, with a code no other client of this therapist has."""
    taken = set(Relationship.objects.filter(therapist=by).values_list("code", flat=True))
    code = next(code for code in iter(_code, "") if code not in taken)
    return Relationship.objects.create(practice_id=by.practice_id, therapist=by, code=code, created_at=now)


def _code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


@transaction.atomic
def make_invitation(
    *, by: Person, now: datetime, relationship: Relationship, auth: str, fingerprint: str
) -> Invitation:
    """Invite into `relationship`. An older open invitation ends: at most one link works.

    Raises NotFound for a foreign relationship and Conflict when somebody has joined already.
    """
    locked = _own(by, relationship.id)
    if locked.state != RelationshipState.INVITED:
        raise Conflict("somebody has joined")
    _revoke_open(by, now, locked)
    invitation = Invitation.objects.create(
        practice_id=by.practice_id,
        relationship=locked,
        auth_hash=hash_of(auth),
        therapist_fingerprint=fingerprint,
        created_at=now,
        expires_at=now + LIFETIME,
    )
    record(
        Tag.INVITED,
        practice=by.practice_id,
        by=by.id,
        now=now,
        relationship=locked.id,
        invitation=invitation.id,
    )
    return invitation


@transaction.atomic
def revoke_invitation(*, by: Person, now: datetime, relationship: Relationship) -> None:
    """Take back the open invitation of this relationship; nothing happens when there is none.

    Raises NotFound for a foreign relationship and Conflict when it was used in the meantime.
    """
    locked = _own(by, relationship.id)
    if locked.state != RelationshipState.INVITED:
        raise Conflict("the invitation was used")
    _revoke_open(by, now, locked)


def _own(by: Person, relationship_id: str) -> Relationship:
    mine = Relationship.objects.select_for_update().filter(
        pk=relationship_id, therapist=by, practice_id=by.practice_id
    )
    if (found := mine.first()) is None:
        raise NotFound("no such relationship")
    return found


def _revoke_open(by: Person, now: datetime, relationship: Relationship) -> None:
    open_ones = Invitation.objects.filter(relationship=relationship, used_at=None, revoked_at=None)
    for invitation in list(open_ones):
        open_ones.filter(pk=invitation.pk).update(revoked_at=now)
        facts = {"relationship": relationship.id, "invitation": invitation.id}
        record(Tag.INVITATION_REVOKED, practice=by.practice_id, by=by.id, now=now, **facts)


@transaction.atomic
def use_invitation(*, now: datetime, invitation: Invitation, client: Person, join: bytes) -> Relationship:
    """Put `client` into the invitation's relationship. Of two at once, one wins.

    Raises InvitationClosed for the other one, and when it was taken back or ran out in between.
    """
    # The relationship first, as everywhere here: two that lock in another order would wait for each other.
    relationship = Relationship.objects.select_for_update().get(pk=invitation.relationship_id)
    usable = Invitation.objects.filter(pk=invitation.pk, used_at=None, revoked_at=None, expires_at__gt=now)
    if usable.update(used_at=now, join_sealed=join) != 1:
        invitation.refresh_from_db()
        raise InvitationClosed(state_of(invitation, now))
    relationship.client, relationship.joined_at, relationship.state = client, now, RelationshipState.JOINED
    relationship.save(update_fields=["client", "joined_at", "state"])
    facts = {"relationship": relationship.id, "invitation": invitation.id}
    record(Tag.INVITATION_USED, practice=relationship.practice_id, by=client.id, now=now, **facts)
    return relationship
