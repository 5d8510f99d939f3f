"""Page: a client asks for a copy of their record, and sees by when the answer is due and what happens then."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from intersession.portal.answers import page
from intersession.portal.client.agreement import held
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.deadlines import day_there, later_of, line_of, on, place_of, reasons_of
from intersession.portal.shown.eyes import first_name
from intersession.portal.shown.facts import ShownSource
from intersession.records.actions import ask_access
from intersession.records.home import home_of
from intersession.records.law import access_ground
from intersession.records.models import Deadline
from intersession.rules.records import DeadlineKind
from intersession.texts import text


@page("GET", "POST")
def record(request: PortalRequest) -> HttpResponse:
    """Show what asking leads to, and every request so far. POST asks."""
    relationship = held(request)
    if request.method == "POST":
        ask_access(by=me(request), now=request.now, relationship=relationship)
        return HttpResponseRedirect("/record", status=303)
    ground = access_ground(home_of(relationship.therapist), request.now)
    asked = Deadline.objects.filter(relationship=relationship, kind=DeadlineKind.ACCESS)
    requests = [_request(each, request) for each in asked.order_by("-received_at")]
    context: dict[str, Any] = {
        "tab": "settings",
        "therapist": first_name(relationship.therapist),
        "requests": requests,
        "is_open": any(each["is_open"] for each in requests),
        "due": day_there(ground.due, ground.basis, request) if ground.due else "",
        "sources": sources_of(ground.basis, request.language),
        "place": place_of(ground.basis, request.language),
    }
    return render(request, "client/record.html", context)


def sources_of(basis: dict[str, Any], lang: str) -> list[ShownSource]:
    """Return the sources a day rests on, each once; what is only a question to the therapist is left out."""
    relied_on = [each.why.source for each in reasons_of(basis, lang) if each.why and each.mark != "ask"]
    return list(dict.fromkeys(relied_on))


def _request(deadline: Deadline, request: PortalRequest) -> dict[str, Any]:
    own = deadline.made_by == me(request).id
    line, day = line_of(deadline, request, {}), on(deadline.received_at, request)
    return {
        "line": line,
        "asked": text(request.language, "register-own-asked", day=day) if own else line.asked,
        "is_open": deadline.done_at is None,
        "has_day": deadline.due is not None,
        "later": later_of(deadline, request),
        "sources": sources_of(deadline.basis, request.language),
    }
