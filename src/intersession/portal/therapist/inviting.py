"""JSON doors of inviting: make and take back a link, list who has joined, confirm their keys or refuse them.

The therapist's browser calls these; what it sends never holds a client's name or the link's secret.
"""

from __future__ import annotations

from intersession.keys.rosters import MOST_ROSTER, certificate_of
from intersession.messaging.joining import (
    confirm_join,
    conversation_id,
    invite_again,
    invite_client,
    refuse_join,
)
from intersession.people.accounts import HALF, matching
from intersession.people.invitations import newest_invitation, revoke_invitation
from intersession.people.models import Invitation, Relationship, RelationshipState
from intersession.portal.answers import Body, json_door, sealed
from intersession.portal.readers import as_text, describe
from intersession.portal.requests import PortalRequest, me
from intersession.portal.therapist.clients import own
from intersession.texts import iso, when


@json_door("POST")
def invite(request: PortalRequest, body: Body) -> Body:
    """Open a relationship and make its first link."""
    return made(request, invite_client(by=me(request), now=request.now, auth=matching(body, "auth", HALF)))


@json_door("POST")
def invite_anew(request: PortalRequest, body: Body, relationship_id: str) -> Body:
    """Make a new link for a relationship nobody has joined; the old link ends."""
    relationship = own(me(request), relationship_id)
    auth = matching(body, "auth", HALF)
    return made(request, invite_again(by=me(request), now=request.now, relationship=relationship, auth=auth))


def made(request: PortalRequest, invitation: Invitation) -> Body:
    """Return what the browser needs to show the link and to keep the secret in the vault."""
    relationship = invitation.relationship
    return {
        "invitation": invitation.id,
        "relationship": relationship.id,
        "conv": conversation_id(relationship),
        "code": relationship.code,
        "expires": when(invitation.expires_at, request.zone, request.language, request.now),
    }


@json_door("POST")
def revoke(request: PortalRequest, body: Body, relationship_id: str) -> Body:
    """Take the open link back."""
    del body
    revoke_invitation(by=me(request), now=request.now, relationship=own(me(request), relationship_id))
    return {}


@json_door("GET")
def joins(request: PortalRequest) -> Body:
    """List who has joined and waits for the therapist's browser to check the answer."""
    waiting = Relationship.objects.of(me(request)).filter(
        state=RelationshipState.JOINED, client__isnull=False
    )
    return {"joins": [join for relationship in waiting if (join := joined(relationship))]}


def joined(relationship: Relationship) -> Body | None:
    """Return what one client answered, with the certificate the server holds of them."""
    invitation, client = newest_invitation(relationship), relationship.client
    if invitation is None or invitation.join_sealed is None or client is None:
        return None
    return {
        "relationship": relationship.id,
        "conv": conversation_id(relationship),
        "invitation": invitation.id,
        "code": relationship.code,
        "created_at": iso(relationship.created_at, "UTC"),
        "join": as_text(invitation.join_sealed),
        "certificate": describe(certificate_of(client)),
    }


@json_door("POST")
def confirm(request: PortalRequest, body: Body, relationship_id: str) -> Body:
    """Store the first roster; from now on both can write."""
    relationship = own(me(request), relationship_id)
    roster = sealed(body, "roster", most=MOST_ROSTER)
    confirm_join(by=me(request), now=request.now, relationship=relationship, roster=roster)
    return {}


@json_door("POST")
def refuse(request: PortalRequest, body: Body, relationship_id: str) -> Body:
    """End a relationship whose answer does not fit the invitation."""
    del body
    refuse_join(by=me(request), now=request.now, relationship=own(me(request), relationship_id))
    return {}
