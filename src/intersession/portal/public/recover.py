"""Doors of the printed code: it signs in, then the page opens the vault with it and sets a new passphrase."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from intersession.keys.renewal import recover
from intersession.portal.answers import Body, json_door, page
from intersession.portal.logins import attempt_of, signed_in_answer
from intersession.portal.requests import PortalRequest


@page("GET")
def page_of_recover(request: PortalRequest) -> HttpResponse:
    """Show the form."""
    return render(request, "public/recover.html")


@json_door("POST")
def enter(request: PortalRequest, body: Body) -> HttpResponse:
    """Sign in by the auth half of the printed code."""
    return signed_in_answer(recover(attempt=attempt_of(request, body), now=request.now), next="/")
