"""From an invitation to a conversation with two keys: the steps that touch people, keys and the conversation at once.

Each is one transaction. What an invitation is worth, what an account needs and what a roster may say is decided below,
in people/invitations.py, keys/accounts.py and keys/rosters.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import Conflict, NotFound
from intersession.keys.accounts import NewAccount, open_account
from intersession.keys.rosters import add_roster, certificate_of
from intersession.messaging.models import Conversation
from intersession.outbox.actions import cancel_timer, move_timer, set_timer
from intersession.people import invitations
from intersession.people import sessions as calendar
from intersession.people.logins import Started, start_login
from intersession.people.models import (
    Invitation,
    Person,
    Relationship,
    RelationshipState,
    Role,
    Session,
)


@dataclass(frozen=True, slots=True)
class Joining:
    """What a client's browser sends to join: the auth half of the link, the account, the answer sealed to the therapist."""

    auth: str
    account: NewAccount
    join: bytes
    language: str
    zone: str
    label: str = ""
    device: str = ""
    own_device: bool = True


@transaction.atomic
def invite_client(*, by: Person, now: datetime, auth: str) -> Invitation:
    """Open a relationship with its conversation and invite into it."""
    relationship = invitations.begin_relationship(by=by, now=now)
    Conversation.objects.create(practice_id=by.practice_id, relationship=relationship, created_at=now)
    return invite_again(by=by, now=now, relationship=relationship, auth=auth)


@transaction.atomic
def invite_again(*, by: Person, now: datetime, relationship: Relationship, auth: str) -> Invitation:
    """Make a new link for a relationship nobody has joined; the old one ends. Raises NotFound, Conflict."""
    fingerprint = certificate_of(by).fingerprint
    return invitations.make_invitation(
        by=by, now=now, relationship=relationship, auth=auth, fingerprint=fingerprint
    )


@transaction.atomic
def join(*, now: datetime, invitation_id: str, joining: Joining) -> Started:
    """Make the client's account, put them into the relationship and sign them in, together or not at all.

    Raises NotFound (unknown, or a wrong auth half), InvitationClosed, HandleTaken, BadInput.
    """
    # The relationship before anything else, as whoever takes the invitation back: another order could wait for ever.
    Relationship.objects.select_for_update(of=("self",)).filter(invitations=invitation_id).first()
    invitation = invitations.find_open(invitation_id, joining.auth, now)
    about = {"language": joining.language, "zone": joining.zone}
    role, practice = Role.CLIENT, invitation.practice
    client = open_account(account=joining.account, role=role, practice=practice, now=now, **about)
    relationship = invitations.use_invitation(
        now=now, invitation=invitation, client=client, join=joining.join
    )
    conversation_moved(relationship)
    browser = {"label": joining.label, "device": joining.device}
    return start_login(by=client, now=now, how="invitation", own_device=joining.own_device, **browser)


@transaction.atomic
def confirm_join(*, by: Person, now: datetime, relationship: Relationship, roster: bytes) -> None:
    """Take the first roster: from now on both can read what is written. Raises NotFound, Conflict, or a roster's fault."""
    locked = Relationship.objects.select_for_update().filter(pk=relationship.pk, therapist=by).first()
    if locked is None:
        raise NotFound("foreign")
    if locked.state != RelationshipState.JOINED:
        raise Conflict("nothing to confirm")
    add_roster(by=by, now=now, conv=conversation_id(locked), relationship=locked, data=roster)
    Relationship.objects.filter(pk=locked.pk).update(state=RelationshipState.ACTIVE)
    record(Tag.JOIN_CONFIRMED, practice=by.practice_id, by=by.id, now=now, relationship=locked.id)
    conversation_moved(locked)


@transaction.atomic
def refuse_join(*, by: Person, now: datetime, relationship: Relationship) -> None:
    """End a relationship whose answer to the invitation does not fit: somebody else used the link.

    Raises NotFound for a foreign one and Conflict when it is confirmed already.
    """
    waiting = Relationship.objects.filter(pk=relationship.pk, therapist=by)
    if not waiting.exists():
        raise NotFound("foreign")
    if (
        waiting.filter(state=RelationshipState.JOINED).update(state=RelationshipState.ENDED, ended_at=now)
        != 1
    ):
        raise Conflict("nothing to refuse")
    record(Tag.JOIN_REFUSED, practice=by.practice_id, by=by.id, now=now, relationship=relationship.id)
    conversation_moved(relationship)


@transaction.atomic
def set_session(
    *, by: Person, now: datetime, relationship: Relationship, starts_at: datetime, length: timedelta
) -> Session:
    """Set a session: notes wait for its start, and both see it. Raises as people.sessions.set_session."""
    session = calendar.set_session(
        by=by, now=now, relationship=relationship, starts_at=starts_at, length=length
    )
    set_timer(
        "session-open", practice=by.practice_id, subject=session.id, due_at=starts_at, dedup=opening(session)
    )
    conversation_moved(relationship)
    return session


@transaction.atomic
def move_session(
    *, by: Person, now: datetime, session: Session, starts_at: datetime, length: timedelta
) -> Session:
    """Move a session with the notes that wait for it. Raises as people.sessions.move_session."""
    moved = calendar.move_session(by=by, now=now, session=session, starts_at=starts_at, length=length)
    move_timer(opening(session), practice=by.practice_id, due_at=starts_at)
    conversation_moved(session.relationship)
    return moved


@transaction.atomic
def cancel_session(*, by: Person, now: datetime, session: Session) -> None:
    """Cancel a session; its notes wait for the next one. Raises as people.sessions.cancel_session."""
    calendar.cancel_session(by=by, now=now, session=session)
    cancel_timer(opening(session), practice=by.practice_id, now=now)
    conversation_moved(session.relationship)


def opening(session: Session) -> str:
    """Return the name of the timer that opens the notes of a session."""
    return f"session-open:{session.id}"


def conversation_id(relationship: Relationship) -> str:
    """Return the id of the conversation of this relationship; IS1 calls it `conv`."""
    return Conversation.objects.values_list("id", flat=True).get(relationship=relationship)


def conversation_moved(relationship: Relationship) -> None:
    """Tell live updates that something changed that both may see."""
    Conversation.objects.filter(relationship=relationship).update(moves=F("moves") + 1)
