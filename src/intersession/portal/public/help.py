"""The public help pages: choice of country, one page per country, leaving in a hurry; the service worker.

They need no log-in, no script and no database, and stay up when the crisis data is broken: then they say so.
"""

from __future__ import annotations

import json
import logging
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.db import DatabaseError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from intersession.packs import crisis
from intersession.packs.crisis import CrisisDataError
from intersession.people.stays import where_now
from intersession.portal.answers import page
from intersession.portal.public.help_lines import countries, place_card
from intersession.portal.requests import PortalRequest
from intersession.texts import LANGUAGES, day

BUILT = Path(__file__).parents[2] / "static" / "built"
LANGUAGE_NAMES = {"en": "English", "de": "Deutsch"}
log = logging.getLogger(__name__)


@page("GET")
def choose(request: PortalRequest) -> HttpResponse:
    """Ask "Where are you now?"; the numbers of a signed-in person's declared place stand above it."""
    if asked := request.GET.get("place", ""):
        return HttpResponseRedirect(f"/help/{crisis.country_of(asked[:6]).lower()}{_carried(request)}")
    try:
        return _show(
            request, "public/help.html", {"card": _declared(request), "countries": _countries(request)}
        )
    except CrisisDataError as problem:
        return _broken(request, problem, "")


@page("GET")
def place(request: PortalRequest, code: str) -> HttpResponse:
    """Show the numbers of one country; an unknown code gets a 404 with the list of countries."""
    land = crisis.country_of(code)
    try:
        found = crisis.find(land)
        if found is None:
            return _show(request, "public/help_unknown.html", {"countries": _countries(request)}, status=404)
        return _show(request, "public/help_place.html", {"card": place_card(found, request.language)})
    except CrisisDataError as problem:
        return _broken(request, problem, land)


@page("GET")
def leaving(request: PortalRequest) -> HttpResponse:
    """Explain the quick exit before it is needed, with what it does not do."""
    return _show(request, "public/help_leaving.html", {})


@page("GET")
def offline(request: PortalRequest) -> HttpResponse:
    """The page the service worker shows for everything that needs a network."""
    return _show(request, "public/help_offline.html", {})


@page("GET")
def service_worker(request: PortalRequest) -> HttpResponse:
    """Serve the service worker from the root, so that it may answer for every page."""
    del request
    answer = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@lru_cache(maxsize=1)
def _worker() -> bytes:
    manifest = json.loads((BUILT / "manifest.json").read_text())
    return Path(BUILT, manifest["sw.js"]["file"]).read_bytes()


def _declared(request: PortalRequest) -> object:
    """The card of the place where a signed-in person says to be today. Its broken file must not hide the other countries."""
    place = _place_now(request)
    if not place:
        return None
    try:
        found = crisis.find(crisis.country_of(place))
    except CrisisDataError as problem:
        log.error("crisis data: %s", problem)
        return None
    return place_card(found, request.language) if found else None


def _place_now(request: PortalRequest) -> str:
    """Where a signed-in person says to be today; the usual place when the database stops answering meanwhile."""
    if request.person is None:
        return ""
    try:
        return where_now(request.person, request.now).place
    except DatabaseError as problem:
        log.error("declared place: %s", problem)
        return request.person.place


def _countries(request: PortalRequest) -> list[tuple[str, str]]:
    return countries(crisis.codes(), request.language)


def _broken(request: PortalRequest, problem: CrisisDataError, land: str) -> HttpResponse:
    # 503, so that the service worker prefers an older copy on the device over this page.
    log.error("crisis data: %s", problem)
    name = crisis.country_name(land, request.language) if land else ""
    return _show(request, "public/help_broken.html", {"country": name}, status=503)


def _show(request: PortalRequest, template: str, values: dict[str, Any], status: int = 200) -> HttpResponse:
    languages = [(lang, LANGUAGE_NAMES[lang]) for lang in LANGUAGES]
    today = day(request.now.date(), request.language, year=True)
    shared = {"languages": languages, "carried": _carried(request), "today": today}
    answer = render(request, template, {**shared, **values}, status=status)
    answer.headers["Cache-Control"] = "no-cache"
    answer.headers["Content-Language"] = request.language
    answer.headers["Vary"] = "Accept-Language, Cookie"
    return answer


def _carried(request: PortalRequest) -> str:
    """The language chosen on the page, carried along its links; empty when nobody chose."""
    asked = request.GET.get("lang", "")
    return f"?{urlencode({'lang': asked})}" if asked in LANGUAGES else ""
