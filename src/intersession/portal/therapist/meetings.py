"""Form doors of a client's therapy sessions: set, move, cancel. They work without script."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from intersession.errors import BadInput, NotFound
from intersession.messaging.joining import cancel_session, move_session, set_session
from intersession.people.models import Relationship, Session
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest, me
from intersession.portal.therapist.clients import overview, own


@page("POST")
def set_one(request: PortalRequest, relationship_id: str) -> HttpResponse:
    """Set a session, or show the page again with what to correct."""
    relationship = own(me(request), relationship_id)
    try:
        starts_at, length = read_when(request.POST, request.zone)
        set_session(
            by=me(request), now=request.now, relationship=relationship, starts_at=starts_at, length=length
        )
    except BadInput as problem:
        return again(request, relationship, problem)
    return back(relationship)


@page("POST")
def move_one(request: PortalRequest, relationship_id: str, session_id: str) -> HttpResponse:
    """Give a session another time, or show the page again with what to correct."""
    relationship = own(me(request), relationship_id)
    session = of(relationship, session_id)
    try:
        starts_at, length = read_when(request.POST, request.zone)
        move_session(by=me(request), now=request.now, session=session, starts_at=starts_at, length=length)
    except BadInput as problem:
        return again(request, relationship, problem, session)
    return back(relationship)


@page("POST")
def cancel_one(request: PortalRequest, relationship_id: str, session_id: str) -> HttpResponse:
    """Cancel a session."""
    relationship = own(me(request), relationship_id)
    cancel_session(by=me(request), now=request.now, session=of(relationship, session_id))
    return back(relationship)


def of(relationship: Relationship, session_id: str) -> Session:
    """Return a session of this relationship. Raises NotFound."""
    found = (
        Session.objects.select_related("relationship")
        .filter(pk=session_id, relationship=relationship)
        .first()
    )
    if found is None:
        raise NotFound("no such session")
    return found


def read_when(form: QueryDict, zone: str) -> tuple[datetime, timedelta]:
    """Return start (UTC) and length from date, time and minutes as typed in `zone`. Raises BadInput.

    A time that the clocks skip that night does not exist and is refused; of a time that comes twice, the first is meant.
    """
    try:
        on, at = date.fromisoformat(form.get("date", "")), time.fromisoformat(form.get("time", ""))
        minutes = int(form.get("minutes", ""))
        local = datetime.combine(on, at.replace(tzinfo=None), ZoneInfo(zone))
        starts_at = local.astimezone(UTC)
    except (ValueError, OverflowError) as problem:
        raise BadInput("when", field="starts_at") from problem
    if starts_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise BadInput("skipped by the clock", field="starts_at")
    return starts_at, timedelta(minutes=max(0, min(minutes, 1_440)))


def again(
    request: PortalRequest, relationship: Relationship, problem: BadInput, session: Session | None = None
) -> HttpResponse:
    """Show the client's page with the fault at the form, and what was typed."""
    about = overview(relationship, request.now, request.language, request.zone)
    given = {name: request.POST.get(name, "") for name in ("date", "time", "minutes")}
    about |= {"fault": str(problem.values["field"]), "moving": session.id if session else "new"}
    for shown in about["sessions"]:
        shown["fields"] = given if session and shown["id"] == session.id else shown["fields"]
    about["fields"] = about["fields"] if session else given
    return render(request, "therapist/client.html", about, status=422)


def back(relationship: Relationship) -> HttpResponse:
    """Go back to the client's page, by GET."""
    answer = HttpResponseRedirect(f"/clients/{relationship.id}#sessions")
    answer.status_code = 303
    return answer
