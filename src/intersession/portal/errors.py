"""Turns errors into pages and problem+json (RFC 9457), in one place. Bugs become a calm 500 with help on it."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from intersession.errors import IntersessionError, NotFound
from intersession.portal.requests import PortalRequest
from intersession.texts import has, moment, text, when


def wants_json(request: HttpRequest) -> bool:
    """Whether the browser's module asked (JSON), not a person following a link (a page)."""
    accept = request.headers.get("Accept", "")
    return "json" in accept or request.content_type == "application/json"


def sentence(error: IntersessionError, lang: str, zone: str = "UTC") -> str:
    """Return the one sentence that says what was wrong and what to do, in the reader's language and zone."""
    id = f"error-{error.code}"
    shown = {name: when(v, zone, lang) if isinstance(v, datetime) else v for name, v in error.values.items()}
    return text(lang, id if has(lang, id) else "error-failed", **shown)


def as_answer(request: HttpRequest, error: IntersessionError) -> HttpResponse:
    """Return the error as problem+json or as a page, with its status."""
    lang = getattr(request, "language", "en")
    detail = sentence(error, lang, getattr(request, "zone", "UTC"))
    if wants_json(request):
        problem = {
            "type": f"/problems/{error.code}",
            "title": text(lang, "error-title"),
            "status": error.status,
        }
        body = {**problem, "detail": detail, "code": error.code, "values": error.values}
        answer: HttpResponse = JsonResponse(
            body, status=error.status, content_type="application/problem+json"
        )
    else:
        answer = render(request, "error.html", {"detail": detail}, status=error.status)
    if error.status == 429:
        answer.headers["Retry-After"] = str(error.values["seconds"])
    return answer


class StaleForm(IntersessionError):
    """The form's CSRF token does not fit: an old page, or another site asking."""

    code = "stale-form"
    status = 403


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF failure view. The reason is not shown: it helps nobody who may see it."""
    del reason
    return as_answer(request, StaleForm())


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's 404 handler."""
    del exception
    return as_answer(request, NotFound())


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's 500 handler: says when it happened, that nothing is lost, and where help is."""
    portal_request = cast(PortalRequest, request)
    lang, zone = getattr(portal_request, "language", "en"), getattr(portal_request, "zone", "UTC")
    return as_answer(request, ServerFault(time=moment(timezone.now(), zone, lang)))


class ServerFault(IntersessionError):
    """A bug on our side."""

    code = "server"
    status = 500
