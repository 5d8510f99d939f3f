"""Doors of signing in and out. Sealed keys are served only after passphrase and second factor both fitted."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from intersession.people.logins import end_login
from intersession.people.signing_in import kdf_for, sign_in
from intersession.portal.answers import Body, json_door, page, string
from intersession.portal.logins import MOST_HANDLE, attempt_of, forget_login, local_path, signed_in_answer
from intersession.portal.requests import PortalRequest


@page("GET")
def page_of_sign_in(request: PortalRequest) -> HttpResponse:
    """Show the form. Its script asks `state`: a link in a mail arrives without the cookie (SameSite=Strict)."""
    return render(request, "public/sign-in.html", {"next": local_path(request.GET.get("next", "/"))})


@json_door("GET")
def state(request: PortalRequest) -> Body:
    """Say whether this browser is signed in."""
    return {"signed_in": request.person is not None}


@json_door("POST")
def salt(request: PortalRequest, body: Body) -> Body:
    """Return how to stretch the passphrase of a log-in name, whether or not somebody has it."""
    del request
    return dict(kdf_for(string(body, "handle", most=MOST_HANDLE)))


@json_door("POST")
def enter(request: PortalRequest, body: Body) -> HttpResponse:
    """Sign in."""
    started = sign_in(attempt=attempt_of(request, body), now=request.now)
    return signed_in_answer(started, next=local_path(string(body, "next", most=500)))


@page("POST")
def sign_out(request: PortalRequest) -> HttpResponse:
    """End this log-in; also fine when there is none any more."""
    if request.person and request.login:
        end_login(by=request.person, now=request.now, login=request.login.id)
    return forget_login(HttpResponseRedirect("/sign-in", status=303))
