"""Pages and doors: a client says "I'm travelling" or "I've moved", corrects it, is back, undoes that. Works without script.

Says at once what it means for contact and which help numbers are near. Nothing is tracked, nothing guessed.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from intersession.errors import BadInput
from intersession.messaging.places import Told, declare_stay, end_stay, resume_stay
from intersession.packs import library
from intersession.people.models import Person, Relationship, Stay, StayKind
from intersession.people.stays import declared, declared_by, today_of, where_now
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.eyes import first_name
from intersession.portal.shown.places import StayCard, full_name, named_places, stay_card
from intersession.rules.stays import Declared


@page("GET", "POST")
def place(request: PortalRequest) -> HttpResponse:
    """Show where the client says to be and what follows; POST takes a new word about it."""
    if request.method != "POST":
        return show(request, prefilled(request))
    given = request.POST
    try:
        stay = declare_stay(
            by=me(request), now=request.now, told=read(given), instead_of=given.get("instead-of", "")
        )
    except BadInput as problem:
        return show(request, given.dict(), str(problem.values["field"]), problem.status)
    return back("told", stay)


@page("POST")
def ended(request: PortalRequest, stay: str) -> HttpResponse:
    """The client is back, or takes it back."""
    return back("ended", end_stay(by=me(request), now=request.now, stay=stay))


@page("POST")
def resumed(request: PortalRequest, stay: str) -> HttpResponse:
    """Undo that."""
    return back("told", resume_stay(by=me(request), now=request.now, stay=stay))


def back(what: str, stay: Stay) -> HttpResponse:
    """Go back to the page, by GET; it says what was kept."""
    return HttpResponseRedirect(f"/place?{what}={stay.id}", status=303)


def read(form: QueryDict) -> Told:
    """Return what the form says. Raises BadInput that names the field."""
    kind, place = form.get("kind", ""), form.get("place", "")
    if place not in offered():
        raise BadInput("place", field="place")
    until = day_in(form, "until") if kind == StayKind.TRAVELLING and form.get("until") else None
    return Told(kind, place, day_in(form, "from"), until)


def offered() -> tuple[str, ...]:
    """Return the places a client may name: countries and their parts; a union of countries is no place to be."""
    return tuple(code for code in library.codes() if code != "EU")


def day_in(form: QueryDict, field: str) -> date:
    """Return a day as a date field sends it. Raises BadInput."""
    try:
        return date.fromisoformat(form.get(field, ""))
    except ValueError as problem:
        raise BadInput(field, field=field) from problem


def prefilled(request: PortalRequest) -> dict[str, str]:
    """Return what the form holds at first: today, or the stay that is to be corrected."""
    asked = request.GET.get("correct", "")
    for each in declared_by(me(request)):
        if each.id == asked:
            until = each.until_on.isoformat() if each.until_on else ""
            return {
                "kind": each.stay.value,
                "place": each.place,
                "from": each.from_on.isoformat(),
                "until": until,
                "instead-of": each.id,
            }
    return {"kind": StayKind.TRAVELLING.value, "from": today_of(me(request), request.now).isoformat()}


def show(request: PortalRequest, fields: dict[str, str], fault: str = "", status: int = 200) -> HttpResponse:
    """Return the page. What was typed stays in it."""
    person, lang = me(request), request.language
    today = today_of(person, request.now)
    current = [each for each in declared_by(person) if each.holds(today) or each.is_ahead(today)]
    here = where_now(person, request.now).place
    context: dict[str, Any] = {
        "tab": "settings",
        "fields": {name.replace("-", "_"): value for name, value in fields.items()},
        "fault": fault,
        "stays": [stay_card(each, person, request) for each in current],
        "now_at": full_name(here, lang) if here else "",
        "therapist": therapist_of(person),
        "undo": undoable(request),
        "told": request.GET.get("told", ""),
        "places": named_places(offered(), lang),
    }
    return render(request, "client/place.html", context, status=status)


def therapist_of(person: Person) -> str:
    """Return what the client calls their therapist, "" for nobody."""
    found = Relationship.objects.of(person).filter(client=person).first()
    return first_name(found.therapist) if found else ""


def undoable(request: PortalRequest) -> StayCard | None:
    """Return the stay that was just ended, so that it can be undone."""
    found = (
        Stay.objects.filter(pk=request.GET.get("ended", ""), person=me(request))
        .exclude(ended_at=None)
        .first()
    )
    shown: Declared | None = declared(found) if found else None
    return stay_card(shown, me(request), request) if shown else None
