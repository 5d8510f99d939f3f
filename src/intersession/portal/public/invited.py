"""Doors of an invitation: the page behind the link, and joining. Opening the page changes nothing: mail scanners do it too.

The fragment of the link (fingerprint and secret) stays in the browser; nothing here could read it.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from intersession.errors import BadInput, Conflict
from intersession.keys.accounts import read_account
from intersession.keys.models import Certificate
from intersession.messaging.joining import Joining, conversation_id, join
from intersession.people.accounts import HALF, HandleTaken, matching, read_handle
from intersession.people.invitations import InvitationState, find_open, state_of
from intersession.people.models import Invitation, Person
from intersession.people.sealing import handle_hash
from intersession.people.settings import is_zone
from intersession.portal.answers import Body, json_door, page, sealed, string
from intersession.portal.logins import label_of, signed_in_answer
from intersession.portal.requests import PortalRequest

MOST_JOIN = 8_192
GONE = {InvitationState.USED, InvitationState.EXPIRED, InvitationState.REVOKED}


class SignedInAlready(Conflict):
    """This browser belongs to somebody who is signed in; joining would mix two people's keys."""

    code = "signed-in-already"


@page("GET")
def invited(request: PortalRequest, invitation_id: str) -> HttpResponse:
    """Show the welcome page, or say plainly why this link does not work any more and what to do."""
    found = Invitation.objects.select_related("relationship__therapist").filter(pk=invitation_id).first()
    if found is None:
        return render(request, "public/invited-closed.html", {"state": "unknown"}, status=404)
    if (state := state_of(found, request.now)) in GONE:
        return render(
            request, "public/invited-closed.html", {"state": state.value, "invitation": found}, status=410
        )
    if request.person is not None:
        return render(request, "public/invited-signed-in.html", {"invitation": found})
    return render(request, "public/invited.html", welcome(found))


def welcome(invitation: Invitation) -> dict[str, Any]:
    """Return what the page and its module need. The certificate is checked against the link's fingerprint there."""
    relationship = invitation.relationship
    fingerprint = invitation.therapist_fingerprint
    certificate = Certificate.objects.filter(
        practice_id=invitation.practice_id, fingerprint=fingerprint, replaced_at=None
    ).first()
    return {
        "invitation": invitation,
        "therapist": relationship.therapist,
        "conv": conversation_id(relationship),
        "certificate": b64encode(bytes(certificate.data)).decode() if certificate else "",
    }


@json_door("POST")
def handle_free(request: PortalRequest, body: Body, invitation_id: str) -> Body:
    """Check a log-in name before keys and recovery sheet are made. Only for a holder of an open link.

    Raises HandleTaken; joining would tell the same holder the same.
    """
    found = find_open(invitation_id, matching(body, "auth", HALF), request.now)
    if Person.objects.filter(practice=found.practice_id, handle_hash=handle_hash(read_handle(body))).exists():
        raise HandleTaken
    return {}


@json_door("POST", limit=300_000)
def join_invitation(request: PortalRequest, body: Body, invitation_id: str) -> HttpResponse:
    """Make the client's account and sign this browser in."""
    if request.person is not None:
        raise SignedInAlready
    joining = Joining(
        auth=matching(body, "auth", HALF),
        account=read_account(body.get("account")),
        join=sealed(body, "join", most=MOST_JOIN),
        language=request.language,
        zone=read_zone(body),
        label=label_of(request),
        device=request.COOKIES.get(settings.DEVICE_COOKIE, ""),
        own_device=body.get("own_device") is True,
    )
    started = join(now=request.now, invitation_id=invitation_id, joining=joining)
    return signed_in_answer(started, next="/messages")


def read_zone(body: Body) -> str:
    """Return the browser's time zone when this machine knows it. Raises BadInput."""
    zone = string(body, "zone", most=64, least=1)
    if not is_zone(zone):
        raise BadInput("zone", field="zone")
    return zone
