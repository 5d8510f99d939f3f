"""Page: one client's record. End the work, hold the record, propose to erase it. Names are opened by the browser."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from intersession.errors import BadInput, Conflict
from intersession.people.models import Relationship
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.one_record import record_context
from intersession.portal.therapist.clients import own
from intersession.portal.therapist.register import fault_of, go
from intersession.records.ending import end_work
from intersession.records.erasing import propose_erasure
from intersession.records.holds import lift_hold, place_hold


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
    context = {"tab": "register", "fault": fault, **record_context(relationship, request)}
    return render(request, "therapist/register_record.html", context, status=status)
