"""Page: one deadline of the register with what its day rests on; or one erasure: its proposal, and then its certificate."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from intersession.errors import BadInput, Conflict, NotFound
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.deadlines import (
    day_there,
    is_over,
    later_of,
    line_of,
    place_of,
    reasons_of,
    steps_of,
)
from intersession.portal.shown.erasures import erasure_context
from intersession.portal.shown.prints import client_fingerprints
from intersession.portal.therapist.register import fault_of, go, typed_day
from intersession.records.actions import extend, farthest_day, finish, set_day, tick_steps, time_is_over
from intersession.records.erasing import cancel_erasure, confirm_erasure
from intersession.records.home import day_in, end_of_day, home_of
from intersession.records.models import Deadline, Erasure
from intersession.rules.records import LATER, OUTCOMES, DeadlineKind, WhyThatDay
from intersession.texts import day, text


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
            return extend(
                by=by, now=now, deadline=id, until=_typed(request, "until"), reason=form.get("reason", "")
            )
        case "date":
            return set_day(
                by=by, now=now, deadline=id, due=_typed(request, "due"), reason=form.get("reason", "")
            )
        case "steps":
            return tick_steps(by=by, now=now, deadline=id, steps=form.getlist("step"))
    raise BadInput("do", field="do")


def _typed(request: PortalRequest, field: str) -> datetime:
    """Return the end of a typed day where the therapist practises."""
    return end_of_day(typed_day(request.POST.get(field, ""), field), home_of(me(request)).zone)


def show(request: PortalRequest, deadline: Deadline, fault: str = "", status: int = 200) -> HttpResponse:
    """Return the page of a deadline with the forms that fit it now."""
    lang, kind, running = request.language, DeadlineKind(deadline.kind), deadline.done_at is None
    kept_early = kind is DeadlineKind.RETENTION and not time_is_over(deadline, request.now)
    farthest = farthest_day(deadline)
    context: dict[str, Any] = {
        "tab": "register",
        "line": line_of(deadline, request, client_fingerprints(me(request))),
        "deadline": deadline,
        "breach": kind is DeadlineKind.BREACH,
        "kept": kind is DeadlineKind.RETENTION,
        "later": later_of(deadline, request),
        "word": text(lang, f"register-word-{deadline.due_reason}") if deadline.due_reason else "",
        "at_most": day(deadline.at_most_on, lang, year=True) if deadline.at_most_on else "",
        "findings": reasons_of(deadline.basis, lang),
        "place": place_of(deadline.basis, lang),
        "steps": steps_of(deadline, request),
        "fault": fault,
        "may_date": running and (deadline.due_at is None or deadline.due_reason),
        "may_extend": running and deadline.due and not is_over(deadline, request.now),
        "words": [(each.value, text(lang, f"register-word-{each}")) for each in WhyThatDay],
        "reasons": [(each.value, text(lang, f"register-later-{each}")) for each in LATER[kind]],
        "outcomes": []
        if kept_early or not running
        else [(each.value, text(lang, f"register-outcome-{each}")) for each in OUTCOMES[kind]],
        "farthest": day_there(farthest, deadline.basis, request) if farthest else "",
        "farthest_value": day_in(farthest, home_of(me(request)).zone).isoformat() if farthest else "",
    }
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
