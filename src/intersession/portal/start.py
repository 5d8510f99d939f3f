"""The start page sends each reader to their own first page; the health page answers machines."""

from __future__ import annotations

from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse

from intersession.people.models import Role
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest

# Deputies and custodians read no messages; the one page they have is their own.
FIRST_PAGES: dict[str, str] = {Role.CLIENT: "/messages", Role.THERAPIST: "/inbox"}


@page("GET")
def start(request: PortalRequest) -> HttpResponse:
    """Send a client to the messages, a therapist to the inbox, deputies and custodians to their settings.

    Whoever is not signed in goes to sign-in.
    """
    if request.person is None:
        return HttpResponseRedirect("/sign-in")
    return HttpResponseRedirect(FIRST_PAGES.get(request.person.role, "/settings"))


@page("GET")
def health(request: PortalRequest) -> HttpResponse:
    """Say that the process and its database answer. Names nobody."""
    del request
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})
