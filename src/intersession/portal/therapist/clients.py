"""Pages: a therapist's clients, and one client. Facts about contact only; names are opened by the browser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render

from intersession.agreement.models import Agreement
from intersession.errors import NotFound
from intersession.keys.rosters import current_roster, facts_of
from intersession.messaging.joining import conversation_id
from intersession.people.invitations import InvitationState, newest_invitation, state_of
from intersession.people.models import Invitation, Person, Relationship, Role, Session
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.places import abroad
from intersession.portal.shown.prints import client_fingerprint, fingerprints
from intersession.texts import day, zone_city

USUAL_MINUTES = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. `fingerprint` is empty until somebody has joined."""

    relationship: Relationship
    fingerprint: str
    session: Session | None
    agreement: Agreement | None
    invitation_state: InvitationState | None


@page("GET")
def clients(request: PortalRequest) -> HttpResponse:
    """List the clients, newest first; ended ones last."""
    listed = rows(me(request), request.now)
    listed.sort(key=lambda row: row.relationship.state == "ended")
    return render(request, "therapist/clients.html", {"tab": "clients", "rows": listed})


def rows(therapist: Person, now: datetime) -> list[Row]:
    """Return what the list shows, with four questions to the database for any number of clients."""
    relationships = list(Relationship.objects.of(therapist))
    ids = [relationship.id for relationship in relationships]
    upcoming = Session.objects.filter(relationship_id__in=ids, cancelled_at=None, ends_at__gt=now).order_by(
        "-starts_at"
    )
    sessions = by_relationship(upcoming)
    agreements = by_relationship(Agreement.objects.filter(relationship_id__in=ids).order_by("version"))
    invitations = by_relationship(
        Invitation.objects.filter(relationship_id__in=ids).order_by("created_at", "id")
    )
    prints = fingerprints(relationships)
    return [
        Row(
            relationship=relationship,
            fingerprint=prints.get(relationship.client_id or "", ""),
            session=sessions.get(relationship.id),
            agreement=agreements.get(relationship.id),
            invitation_state=state_of(invitations[relationship.id], now)
            if relationship.id in invitations
            else None,
        )
        for relationship in relationships
    ]


def by_relationship(found: Iterable[Any]) -> dict[str, Any]:
    """Return the last of each relationship."""
    return {one.relationship_id: one for one in found}


@page("GET")
def client(request: PortalRequest, relationship_id: str) -> HttpResponse:
    """Show one client: invitation, keys, next session, who can read."""
    relationship = own(me(request), relationship_id)
    about = overview(relationship, request.now, request.language, request.zone)
    return render(request, "therapist/client.html", about | {"abroad": abroad(relationship, request)})


def own(therapist: Person, relationship_id: str) -> Relationship:
    """Return a relationship of this therapist. Raises NotFound, for foreign ones too."""
    found = Relationship.objects.of(therapist).filter(pk=relationship_id, therapist=therapist).first()
    if found is None:
        raise NotFound("foreign")
    return found


def overview(relationship: Relationship, now: datetime, language: str, zone: str) -> dict[str, Any]:
    """Return what the page of one client shows."""
    conv = conversation_id(relationship)
    invitation = newest_invitation(relationship)
    upcoming = Session.objects.filter(relationship=relationship, cancelled_at=None, ends_at__gt=now)
    return {
        "tab": "clients",
        "relationship": relationship,
        "conv": conv,
        "fingerprint": client_fingerprint(relationship),
        "invitation": invitation,
        "invitation_state": state_of(invitation, now).value if invitation else "",
        "sessions": [typed(session, zone) for session in upcoming.order_by("starts_at")],
        "fields": {"date": "", "time": "", "minutes": USUAL_MINUTES},
        "city": zone_city(zone, language),
        "agreement": Agreement.objects.filter(relationship=relationship).order_by("-version").first(),
        **readers_of(conv, relationship, language, zone),
    }


def typed(session: Session, zone: str) -> dict[str, Any]:
    """Return a session with the values its form shows."""
    local = session.starts_at.astimezone(ZoneInfo(zone))
    minutes = int((session.ends_at - session.starts_at).total_seconds() // 60)
    fields = {"date": local.date().isoformat(), "time": local.strftime("%H:%M"), "minutes": minutes}
    return {"id": session.id, "starts_at": session.starts_at, "ends_at": session.ends_at, "fields": fields}


def readers_of(conv: str, relationship: Relationship, language: str, zone: str) -> dict[str, Any]:
    """Return who is in the newest roster, with days in the reader's zone, and when it was signed."""
    roster = current_roster(conv)
    if roster is None:
        return {"readers": [], "signed_at": None}
    facts = facts_of(roster)

    def on(at: datetime | None) -> str:
        return day(at.astimezone(ZoneInfo(zone)).date(), language, year=True) if at else ""

    listed = [
        {
            "fp": member.fp,
            "role": member.role,
            "label": member.label,
            "initial": (member.label or relationship.code)[:1].upper(),
            "me": member.role == Role.THERAPIST,
            "since": on(member.from_at),
            "until": on(member.until),
        }
        for member in facts.members
    ]
    return {"readers": listed, "signed_at": facts.created}
