"""Page: the register. What runs out in the order of the days, what is done, and two forms that start a clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from intersession.errors import BadInput, IntersessionError
from intersession.people.models import Person, Relationship, RelationshipState
from intersession.portal.answers import page
from intersession.portal.errors import sentence
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.deadlines import code_of, line_of
from intersession.portal.shown.prints import client_fingerprints
from intersession.portal.therapist.clients import own
from intersession.records.actions import note_breach, note_request
from intersession.records.models import Deadline
from intersession.rules.records import ASKERS
from intersession.texts import text

MOST_DONE = 50
# No date of a record lies farther from today; a year of one digit, or 9999, is a slip.
MOST_YEARS = 150


@page("GET", "POST")
def register(request: PortalRequest) -> HttpResponse:
    """Show the register. POST writes down a request that came on paper, or a breach, and goes to its page."""
    if request.method != "POST":
        return show(request)
    try:
        made = write_down(request)
    except BadInput as error:
        return show(request, sentence(error, request.language, request.zone), error.status)
    return go(f"/register/{made.id}")


def write_down(request: PortalRequest) -> Deadline:
    """Start the clock that the form names. Raises BadInput and what the actions raise."""
    form = request.POST
    if form.get("do") == "breach":
        noticed = typed_instant(form.get("noticed", ""), request, "noticed")
        return note_breach(by=me(request), now=request.now, noticed=noticed)
    return note_request(
        by=me(request),
        now=request.now,
        relationship=own(me(request), form.get("relationship", "")),
        asked_by=form.get("asked_by", ""),
        received=typed_instant(form.get("received", ""), request, "received"),
    )


def show(request: PortalRequest, fault: str = "", status: int = 200) -> HttpResponse:
    """Return the page; a fault keeps what was typed."""
    therapist = me(request)
    peers, rows = client_fingerprints(therapist), Deadline.objects.of(therapist)
    done = rows.exclude(done_at=None).order_by("-done_at")[:MOST_DONE]
    context: dict[str, Any] = {
        "tab": "register",
        "running": [line_of(each, request, peers) for each in rows.running()],
        "done": [line_of(each, request, peers) for each in done],
        "records": records(therapist, request.language, peers),
        "clients": [(each.id, code_of(each, request.language)) for each in joined(therapist)],
        "askers": [(each.value, text(request.language, f"register-asker-{each}")) for each in ASKERS],
        "typed": {
            name: request.POST.get(name, "") for name in ("relationship", "asked_by", "received", "noticed")
        },
        "form": request.POST.get("do", ""),
        "fault": fault,
        "today": request.now.astimezone(ZoneInfo(request.zone)).date().isoformat(),
    }
    return render(request, "therapist/register.html", context, status=status)


def joined(therapist: Person) -> list[Relationship]:
    """Return the relationships in which there is a client, or was one."""
    mine = Relationship.objects.of(therapist).filter(therapist=therapist)
    return [each for each in mine if each.state != RelationshipState.INVITED]


def records(therapist: Person, lang: str, peers: dict[str, str]) -> list[dict[str, str]]:
    """Return the records of work that has ended: kept, held or erased on their own pages."""
    return [
        {"id": each.id, "code": code_of(each, lang), "peer": peers.get(each.client_id or "", "")}
        for each in joined(therapist)
        if each.state == RelationshipState.ENDED
    ]


def typed_instant(typed: str, request: PortalRequest, field: str) -> datetime:
    """Return a day, or a day and time, typed in the reader's zone, as UTC; a day alone is its beginning. Raises BadInput.

    A time that the clocks skip that night is taken as they move it; of one that comes twice, the first is meant.
    """
    try:
        local = datetime.fromisoformat(typed)
    except ValueError as problem:
        raise BadInput(field, field=field) from problem
    _check_near(local.date(), request, field)
    return local.replace(tzinfo=ZoneInfo(request.zone)).astimezone(UTC)


def typed_day(typed: str, request: PortalRequest, field: str) -> date:
    """Return a day as it was typed. Raises BadInput."""
    try:
        on = date.fromisoformat(typed)
    except ValueError as problem:
        raise BadInput(field, field=field) from problem
    _check_near(on, request, field)
    return on


def _check_near(on: date, request: PortalRequest, field: str) -> None:
    """Raise BadInput for a day that no zone's clock may be able to show."""
    if abs(on.year - request.now.year) > MOST_YEARS:
        raise BadInput(field, field=field)


def go(address: str) -> HttpResponse:
    """Go to a page, by GET."""
    answer = HttpResponseRedirect(address)
    answer.status_code = 303
    return answer


def fault_of(error: IntersessionError, request: PortalRequest) -> str:
    """Return an error as the sentence a page shows above its forms."""
    return sentence(error, request.language, request.zone)
