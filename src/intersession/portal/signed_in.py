"""Django middleware: finds the reader of a request and holds every address against portal/access.py.

Sets `request.person`, `.login`, `.language`, `.zone`, `.now`. It never changes who is signed in; it notes, coarsely,
that a log-in was used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import cast
from urllib.parse import quote

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.utils import timezone

from intersession.errors import IntersessionError, NotSignedIn, TooLarge
from intersession.people.logins import touch
from intersession.people.models import Login
from intersession.policy.actions import PolicyTooLarge
from intersession.portal.access import may_open
from intersession.portal.errors import as_answer
from intersession.portal.requests import PortalRequest
from intersession.texts import LANGUAGES

LANGUAGE_COOKIE = "lang"
# What is sent here is one file, which can't come in two parts.
FRAME_FILE_DOORS = frozenset({"hours", "hours-publish"})
YEAR = 365 * 86_400
Handler = Callable[[HttpRequest], HttpResponse]


class CutOff(IntersessionError):
    """The request ended before its body did. Nothing was done."""

    code = "cut-off"
    status = 400


class Forbidden(IntersessionError):
    """The address is for another role. It is answered like a thing that does not exist."""

    code = "forbidden"
    status = 404


def signed_in(get_response: Handler) -> Handler:
    """Return the middleware."""

    def answer(plain: HttpRequest) -> HttpResponse:
        request = cast(PortalRequest, plain)
        _read_reader(request)
        response = _refusal(request) or _unread(request) or get_response(request)
        if (asked := request.GET.get("lang")) in LANGUAGES:
            # The page's own requests, and the next page, then speak the same language.
            response.set_cookie(LANGUAGE_COOKIE, asked, max_age=YEAR, samesite="Strict", httponly=True)
        return response

    return answer


def _read_reader(request: PortalRequest) -> None:
    request.now = timezone.now()
    try:
        request.login = _login(request)
    except DatabaseError:
        # Help opens even when the database does not answer; any other page says that something is wrong.
        if not request.path_info.startswith("/help"):
            raise
        request.login = None
    request.person = request.login.person if request.login else None
    request.language = _language(request)
    request.zone = request.person.zone if request.person else "UTC"


def _login(request: PortalRequest) -> Login | None:
    token = request.COOKIES.get(settings.LOGIN_COOKIE, "")
    if not token:
        return None
    found = Login.objects.select_related("person", "person__practice").filter(
        token_hash=hashlib.sha256(token.encode()).hexdigest(), ended_at=None, expires_at__gt=request.now
    )
    login = found.filter(person__closed_at=None).first()
    if login:
        touch(login, now=request.now)
    return login


def _language(request: PortalRequest) -> str:
    """The reader's own choice first, then this browser's choice, then what the browser asks for, then English."""
    asked = [
        request.GET.get("lang", ""),
        request.person.language if request.person else "",
        request.COOKIES.get(LANGUAGE_COOKIE, ""),
    ]
    accepted = [
        part.split(";")[0].strip()[:2].lower()
        for part in request.headers.get("Accept-Language", "").split(",")
    ]
    return next((lang for lang in [*asked, *accepted] if lang in LANGUAGES), "en")


def _unread(request: PortalRequest) -> HttpResponse | None:
    """Answer a body that the front (front.py) did not get whole: a page or JSON, in the reader's language."""
    match request.META.get("intersession.unread"):
        case "too-large":
            kind = PolicyTooLarge if _name(request) in FRAME_FILE_DOORS else TooLarge
            return as_answer(request, kind("body", limit=settings.DATA_UPLOAD_MAX_MEMORY_SIZE))
        case "cut-off":
            return as_answer(request, CutOff())
    return None


def _refusal(request: PortalRequest) -> HttpResponse | None:
    name = _name(request)
    if name is None or may_open(name, request.person.role if request.person else None):
        return None
    if request.person is None:
        wants_page = request.method == "GET" and "json" not in request.headers.get("Accept", "")
        if wants_page:
            return HttpResponseRedirect(f"/sign-in?next={quote(request.get_full_path())}")
        return as_answer(request, NotSignedIn())
    return as_answer(request, Forbidden())


def _name(request: PortalRequest) -> str | None:
    """Return the name of the address in urls.py: "" when it has none, None when there is no such address."""
    try:
        return resolve(request.path_info).url_name or ""
    except Resolver404:
        return None
