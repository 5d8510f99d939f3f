"""Page: one client's record. End the work, hold the record, propose to erase it. Names are opened by the browser."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from intersession.errors import BadInput, Conflict
from intersession.people.models import Relationship
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.deadlines import code_of, line_of, on
from intersession.portal.shown.erasures import items
from intersession.portal.shown.prints import client_fingerprint, client_fingerprints
from intersession.portal.therapist.clients import own
from intersession.portal.therapist.register import fault_of, go
from intersession.records.ending import end_work
from intersession.records.erasing import keeping_of, propose_erasure
from intersession.records.holds import lift_hold, place_hold
from intersession.records.models import Deadline, Erasure, LegalHold
from intersession.records.taking import list_record
from intersession.rules.erasing import before_proposing
from intersession.rules.records import WhyErased, WhyHeld
from intersession.texts import text


@page("GET", "POST")
def record(request: PortalRequest, relationship_id: str) -> HttpResponse:
    """Show a record. POST ends the work, places or lifts a hold, or proposes an erasure."""
    relationship = own(me(request), relationship_id)
    if request.method != "POST":
        return show(request, relationship)
    try:
        return go(act(request, relationship))
    except (BadInput, Conflict) as error:
        fresh = own(me(request), relationship_id)
        return show(request, fresh, fault_of(error, request), error.status)


def act(request: PortalRequest, relationship: Relationship) -> str:
    """Do what the form names; return where to go. Raises BadInput and what the actions raise."""
    by, now, form = me(request), request.now, request.POST
    match form.get("do"):
        case "end":
            if form.get("sure") != "yes":
                raise BadInput("sure", field="sure")
            end_work(by=by, now=now, relationship=relationship)
        case "hold":
            place_hold(by=by, now=now, relationship=relationship.id, reason=form.get("reason", ""))
        case "lift":
            lift_hold(by=by, now=now, relationship=relationship.id)
        case "erase":
            made = propose_erasure(
                by=by, now=now, relationship=relationship.id, ground=form.get("ground", "")
            )
            return f"/register/{made.id}"
        case _:
            raise BadInput("do", field="do")
    return f"/register/clients/{relationship.id}"


def show(
    request: PortalRequest, relationship: Relationship, fault: str = "", status: int = 200
) -> HttpResponse:
    """Return the page with the forms that fit now, and what stands before an erasure."""
    lang, peers = request.language, client_fingerprints(me(request))
    holds = LegalHold.objects.filter(relationship=relationship).order_by("-placed_at")
    rows = Deadline.objects.of(me(request)).filter(relationship=relationship).order_by("-created_at")
    erasures = Erasure.objects.filter(relationship=relationship, cancelled_at=None)
    keeping = keeping_of(relationship)
    grounds = [each for each in WhyErased if before_proposing(keeping, each, request.now) is None]
    block = before_proposing(keeping, WhyErased.TIME_OVER, request.now)
    context: dict[str, Any] = {
        "tab": "register",
        "relationship": relationship,
        "code": code_of(relationship, lang),
        "peer": client_fingerprint(relationship),
        "ended": on(relationship.ended_at, request) if relationship.ended_at else "",
        "deadlines": [line_of(each, request, peers) for each in rows],
        "holds": [_hold(each, request) for each in holds],
        "held": keeping.held,
        "reasons": [(each.value, text(lang, f"register-held-{each}")) for each in WhyHeld],
        "grounds": [(each.value, text(lang, f"register-ground-{each}")) for each in grounds],
        "blocked": text(lang, f"error-erasure-{block}") if block else "",
        "items": items(list_record(relationship), request),
        "erasure": erasures.first(),
        "fault": fault,
    }
    return render(request, "therapist/register_record.html", context, status=status)


def _hold(hold: LegalHold, request: PortalRequest) -> dict[str, str]:
    return {
        "reason": text(request.language, f"register-held-{hold.reason}"),
        "placed": on(hold.placed_at, request),
        "lifted": on(hold.lifted_at, request) if hold.lifted_at else "",
    }
