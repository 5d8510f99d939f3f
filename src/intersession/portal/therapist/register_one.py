"""Page: one deadline of the register with what its day rests on; or one erasure: its proposal, and then its certificate."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from intersession.errors import BadInput, Conflict, NotFound
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.erasures import erasure_context
from intersession.portal.shown.one_deadline import deadline_context
from intersession.portal.therapist.register import fault_of, go, typed_day
from intersession.records.actions import extend, finish, set_day, tick_steps
from intersession.records.erasing import cancel_erasure, confirm_erasure
from intersession.records.home import end_of_day
from intersession.records.models import Deadline, Erasure


@page("GET", "POST")
def one(request: PortalRequest, id: str) -> HttpResponse:
    """Show a deadline or an erasure of this therapist. POST does what the form names."""
    deadline = Deadline.objects.of(me(request)).filter(pk=id).first()
    if deadline is None:
        return erasure(request, id)
    if request.method != "POST":
        return show(request, deadline)
    try:
        act(request, deadline)
    except (BadInput, Conflict) as error:
        return show(
            request, Deadline.objects.of(me(request)).get(pk=id), fault_of(error, request), error.status
        )
    return go(f"/register/{id}")


def act(request: PortalRequest, deadline: Deadline) -> Deadline:
    """Do what the form names. Raises BadInput and what the actions raise."""
    form, by, now, id = request.POST, me(request), request.now, deadline.id
    match form.get("do"):
        case "finish":
            return finish(by=by, now=now, deadline=id, outcome=form.get("outcome", ""))
        case "extend":
            until = _typed(request, deadline, "until")
            return extend(by=by, now=now, deadline=id, until=until, reason=form.get("reason", ""))
        case "date":
            due = _typed(request, deadline, "due")
            return set_day(by=by, now=now, deadline=id, due=due, reason=form.get("reason", ""))
        case "steps":
            return tick_steps(by=by, now=now, deadline=id, steps=form.getlist("step"))
    raise BadInput("do", field="do")


def _typed(request: PortalRequest, deadline: Deadline, field: str) -> datetime:
    """Return the end of a typed day where the deadline's days are counted."""
    return end_of_day(typed_day(request.POST.get(field, ""), request, field), deadline.zone)


def show(request: PortalRequest, deadline: Deadline, fault: str = "", status: int = 200) -> HttpResponse:
    """Return the page of a deadline with the forms that fit it now."""
    context = {"tab": "register", "fault": fault, **deadline_context(deadline, request)}
    return render(request, "therapist/register_one.html", context, status=status)


def erasure(request: PortalRequest, id: str) -> HttpResponse:
    """Show an erasure. POST confirms or cancels it. Raises NotFound for a foreign one."""
    found = Erasure.objects.filter(pk=id, relationship__therapist=me(request)).select_related("relationship")
    if (wanted := found.first()) is None:
        raise NotFound("no such entry")
    fault, status = "", 200
    if request.method == "POST":
        try:
            decide(request, id)
        except (BadInput, Conflict) as error:
            fault, status = fault_of(error, request), error.status
        else:
            return go(f"/register/{id}")
    context = {"tab": "register", "fault": fault, **erasure_context(wanted, request)}
    return render(request, "therapist/register_erasure.html", context, status=status)


def decide(request: PortalRequest, id: str) -> None:
    """Confirm with the typed code, or cancel. Raises what the actions raise."""
    if request.POST.get("do") == "confirm":
        confirm_erasure(by=me(request), now=request.now, erasure=id, code=request.POST.get("code", ""))
    else:
        cancel_erasure(by=me(request), now=request.now, erasure=id)
