"""The start page sends each reader to their own first page; the health page answers machines."""

from __future__ import annotations

from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse

from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest


@page("GET")
def start(request: PortalRequest) -> HttpResponse:
    """Send a client to the messages, a therapist to the inbox, everybody else to sign-in."""
    if request.person is None:
        return HttpResponseRedirect("/sign-in")
    return HttpResponseRedirect("/inbox" if request.person.is_therapist else "/messages")


@page("GET")
def health(request: PortalRequest) -> HttpResponse:
    """Say that the process and its database answer. Names nobody."""
    del request
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})
