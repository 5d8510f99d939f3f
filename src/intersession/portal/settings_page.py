"""The settings page of every role and its plain forms. Each form is one action; then the page is shown again.

Passphrase and printed code are renewed by the browser itself: portal/own_keys.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from intersession.errors import BadInput
from intersession.packs.crisis import codes, country_name
from intersession.people.logins import end_login, end_other_logins, open_logins
from intersession.people.models import Person, Role, Way
from intersession.people.sealing import open_text
from intersession.people.settings import (
    LOCK_MINUTES,
    MOST_WORDS,
    WORDINGS,
    add_way,
    change_settings,
    choose_wording,
    enable_way,
    remove_way,
    zones,
)
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest, me
from intersession.portal.signed_in import LANGUAGE_COOKIE, YEAR
from intersession.texts import LANGUAGES

LANGUAGE_NAMES = {"en": "English", "de": "Deutsch"}
# A deputy's or custodian's page shows no tabs: none of the others is theirs.
BASES: dict[str, str] = {Role.CLIENT: "client/base.html", Role.THERAPIST: "therapist/base.html"}


@dataclass(frozen=True, slots=True)
class ShownWay:
    """A way with its address opened, for its owner only, and the sentence that says why it is switched off."""

    way: Way
    address: str

    @property
    def why(self) -> str:
        """The id of the sentence; empty while the way works."""
        return f"notice-way-{self.way.disabled_reason}" if self.way.disabled_at else ""


@page("GET")
def settings_page(request: PortalRequest) -> HttpResponse:
    """Show everything a person chooses for themselves."""
    return show(request)


def show(request: PortalRequest, fault: str = "", status: int = 200) -> HttpResponse:
    """Answer with the page; `fault` names the field that did not fit."""
    return render(
        request,
        "settings.html",
        {
            "base": BASES.get(me(request).role, "settings/base.html"),
            "tab": "settings",
            "fault": fault,
            "kept": request.GET.get("kept", ""),
            **facts(request),
        },
        status=status,
    )


def facts(request: PortalRequest) -> dict[str, Any]:
    """Return what the page shows of the reader, and what can be chosen."""
    person, lang = me(request), request.language
    countries = sorted(((code, country_name(code, lang)) for code in codes()), key=lambda pair: pair[1])
    return {
        "handle": open_text(person.handle_sealed),
        "logins": open_logins(person, request.now),
        "this_login": request.login,
        "ways": [ShownWay(way, open_text(way.address_sealed)) for way in ways_of(person)],
        "wordings": WORDINGS,
        "most_words": MOST_WORDS,
        "languages": LANGUAGE_NAMES.items(),
        "zones": zones() if person.zone in zones() else (person.zone, *zones()),
        "countries": countries,
        "least_minutes": LOCK_MINUTES.start,
        "most_minutes": LOCK_MINUTES.stop - 1,
    }


def ways_of(person: Person) -> list[Way]:
    """Return the person's ways, oldest first."""
    return list(Way.objects.filter(person=person).order_by("created_at", "id"))


def back(section: str) -> HttpResponse:
    """Go back to the page, to the section that was changed; it says that it is kept."""
    return HttpResponseRedirect(f"/settings?kept={section}#{section}", status=303)


@page("POST")
def general(request: PortalRequest) -> HttpResponse:
    """Store language, zone, lock and place."""
    given, minutes = request.POST, request.POST.get("lock", "")
    language, place = given.get("language", ""), given.get("place", "")
    try:
        if (
            language not in LANGUAGES
            or (place and place not in codes())
            or not minutes.isdecimal()
            or len(minutes) > 4
        ):
            raise BadInput("general", field="general")
        change_settings(
            by=me(request),
            now=request.now,
            language=language,
            zone=given.get("zone", ""),
            lock_minutes=int(minutes),
            place=place,
        )
    except BadInput as problem:
        return show(request, "general", problem.status)
    answer = back("general")
    answer.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR, samesite="Strict", httponly=True)
    return answer


@page("POST")
def notices(request: PortalRequest) -> HttpResponse:
    """Store what notices say."""
    wording, words = request.POST.get("wording", ""), request.POST.get("words", "")
    try:
        choose_wording(by=me(request), now=request.now, wording=wording, words=words)
    except BadInput as problem:
        return show(request, str(problem.values["field"]), problem.status)
    return back("notices")


@page("POST")
def new_way(request: PortalRequest) -> HttpResponse:
    """Add a mail address."""
    try:
        add_way(by=me(request), now=request.now, address=request.POST.get("address", ""))
    except BadInput as problem:
        return show(request, "address", problem.status)
    return back("ways")


@page("POST")
def way_removed(request: PortalRequest, way: str) -> HttpResponse:
    """Forget a mail address."""
    remove_way(by=me(request), now=request.now, way=way)
    return back("ways")


@page("POST")
def way_enabled(request: PortalRequest, way: str) -> HttpResponse:
    """Use an address again that was switched off."""
    enable_way(by=me(request), now=request.now, way=way)
    return back("ways")


@page("POST")
def login_ended(request: PortalRequest, login: str) -> HttpResponse:
    """Sign out another of the person's browsers."""
    end_login(by=me(request), now=request.now, login=login)
    return back("logins")


@page("POST")
def others_ended(request: PortalRequest) -> HttpResponse:
    """Sign out all of the person's browsers but this one."""
    end_other_logins(by=me(request), now=request.now, keep=request.login.id if request.login else "")
    return back("logins")
