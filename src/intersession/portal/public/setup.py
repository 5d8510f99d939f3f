"""Doors of the first run: the page behind the one-time link, and making the practice's first therapist."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from intersession.errors import BadInput
from intersession.keys.accounts import read_account
from intersession.keys.setup import NewTherapist, finish_setup
from intersession.people.practices import LinkClosed, open_link
from intersession.people.second_factor import plain_secret
from intersession.people.settings import is_zone, zones
from intersession.portal.answers import Body, json_door, page, string
from intersession.portal.logins import label_of, signed_in_answer
from intersession.portal.requests import PortalRequest
from intersession.texts import LANGUAGES


@page("GET")
def page_of_setup(request: PortalRequest, token: str) -> HttpResponse:
    """Show the steps, or say that this link can't be used any more and how to get another."""
    try:
        link = open_link(token, request.now)
    except LinkClosed:
        return render(request, "public/setup-closed.html", status=LinkClosed.status)
    return render(request, "public/setup.html", {"practice": link.practice, "token": token, "zones": zones()})


@json_door("POST")
def second_factor(request: PortalRequest, body: Body, token: str) -> Body:
    """Return the secret of the code app for this set-up, base32. The page makes the QR code itself."""
    del body
    return {"secret": plain_secret(open_link(token, request.now).totp_sealed)}


@json_door("POST", limit=262_144)
def finish(request: PortalRequest, body: Body, token: str) -> HttpResponse:
    """Make the therapist's account and sign this browser in."""
    therapist = NewTherapist(
        name=string(body, "name", least=1, most=120).strip(),
        language=language_of(body),
        zone=zone_of(body),
        code=string(body, "code", most=12),
        label=label_of(request),
    )
    account = read_account(body.get("account"))
    started = finish_setup(token=token, account=account, therapist=therapist, now=request.now)
    return signed_in_answer(started, next="/")


def language_of(body: Body) -> str:
    """Return a language we have. Raises BadInput."""
    language = string(body, "language", most=8)
    if language not in LANGUAGES:
        raise BadInput("language", field="language")
    return language


def zone_of(body: Body) -> str:
    """Return a time zone we know. Raises BadInput."""
    zone = string(body, "zone", most=64)
    if not is_zone(zone):
        raise BadInput("zone", field="zone")
    return zone
