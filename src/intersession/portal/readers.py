"""Door: who can read a conversation — its signed rosters and the certificates they name. Devices check both themselves."""

from __future__ import annotations

from base64 import b64encode

from intersession.errors import NotFound
from intersession.keys.models import Certificate
from intersession.keys.rosters import certificate_of, certificates_in, rosters
from intersession.messaging.models import Conversation
from intersession.portal.answers import Body, json_door
from intersession.portal.requests import PortalRequest, me


@json_door("GET")
def readers(request: PortalRequest, conv: str) -> Body:
    """Answer {conv, state, me, rosters, certificates} to the two of this conversation, NotFound to everybody else.

    Without `conv`: the reader's newest conversation; a client has one.
    """
    reader = me(request)
    mine = Conversation.objects.of(reader).order_by("-created_at")
    conversation = (mine.filter(pk=conv) if conv else mine).first()
    if conversation is None:
        raise NotFound("foreign")
    relationship = conversation.relationship
    return {
        "conv": conversation.id,
        "state": relationship.state,
        "me": {"fp": certificate_of(reader).fingerprint},
        "rosters": [as_text(roster.data) for roster in rosters(conversation.id)],
        "certificates": [describe(certificate) for certificate in certificates_in(relationship)],
    }


def describe(certificate: Certificate) -> Body:
    """Return a certificate as JSON: whose it is, in which role, and whether it is the one in use."""
    return {
        "fp": certificate.fingerprint,
        "data": as_text(certificate.data),
        "role": certificate.person.role,
        "person": certificate.person_id,
        "replaced": certificate.replaced_at is not None,
    }


def as_text(data: bytes | memoryview) -> str:
    """Return bytes as base64."""
    return b64encode(bytes(data)).decode()
