"""What every template may use: the reader, the language, the zone, the instant, the exit address."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token

from intersession.people.models import Person
from intersession.people.stays import where_now


def page(request: HttpRequest) -> dict[str, Any]:
    """Django context processor."""
    return {
        "person": getattr(request, "person", None),
        "language": getattr(request, "language", "en"),
        "zone": getattr(request, "zone", "UTC"),
        "now": getattr(request, "now", None),
        "exit_url": settings.EXIT_URL,
        "demo": settings.DEMO,
        "csrf": lambda: get_token(request),
        "here": lambda: _here(request),
    }


def _here(request: HttpRequest) -> str:
    """The place whose help numbers the device keeps: where the reader says to be today."""
    person: Person | None = getattr(request, "person", None)
    return where_now(person, request.now).place if person else ""  # type: ignore[attr-defined]  # set by signed_in
