"""What every view may read from its request, typed. Set by the signed_in middleware."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest

from intersession.errors import NotSignedIn

if TYPE_CHECKING:
    from intersession.people.models import Login, Person


class PortalRequest(HttpRequest):
    """A request with its reader: who is signed in (or None), in which language and zone, and when."""

    person: Person | None
    login: Login | None
    language: str
    zone: str
    now: datetime


def me(request: PortalRequest) -> Person:
    """Return the person signed in. Raises NotSignedIn when nobody is."""
    if request.person is None:
        raise NotSignedIn
    return request.person
