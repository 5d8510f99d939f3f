"""What the doors that sign somebody in share: reading the attempt, setting the two cookies, serving sealed keys.

Decides nothing; whether somebody may sign in is people/signing_in.py.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.utils.http import url_has_allowed_host_and_scheme

from intersession.keys.models import Slot, Vault
from intersession.people.accounts import HALF, matching
from intersession.people.logins import Started, device_label, lifetime
from intersession.people.models import Person
from intersession.people.sealing import open_text
from intersession.people.signing_in import Attempt
from intersession.portal.answers import Body, string
from intersession.portal.requests import PortalRequest
from intersession.portal.signed_in import LANGUAGE_COOKIE

MOST_HANDLE = 80
# Browsers cap cookies at 400 days.
DEVICE_COOKIE_SECONDS = 400 * 86_400


def label_of(request: PortalRequest) -> str:
    """Return the short name of this browser."""
    return device_label(request.headers.get("User-Agent", ""))


def attempt_of(request: PortalRequest, body: Body) -> Attempt:
    """Return the try to sign in. Raises BadInput for a wrong shape."""
    return Attempt(
        handle=string(body, "handle", most=MOST_HANDLE),
        auth=matching(body, "auth", HALF),
        code=string(body, "code", most=12),
        device=request.COOKIES.get(settings.DEVICE_COOKIE, ""),
        label=label_of(request),
        own_device=body.get("own_device") is True,
    )


def own_keys(person: Person) -> dict[str, Any]:
    """Return what this person's browser opens on its own: vault and slots, sealed, and how to stretch."""
    vault = Vault.objects.get(person=person)
    slots = Slot.objects.filter(person=person, retired_at=None).order_by("id")
    return {
        "account": person.id,
        "practice": person.practice_id,
        "handle": open_text(person.handle_sealed),
        "kdf": person.kdf,
        "version": vault.version,
        "vault": as_base64(vault.data),
        "slots": [{"id": slot.id, "type": slot.type, "data": as_base64(slot.data)} for slot in slots],
    }


def as_base64(data: bytes | memoryview) -> str:
    """Return stored bytes as base64 text."""
    return b64encode(bytes(data)).decode()


def local_path(path: str) -> str:
    """Return `path` if it leads to a page of ours, else the start page: a link can't send anybody elsewhere."""
    fine = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if fine else "/"


def signed_in_answer(started: Started, **body: Any) -> HttpResponse:
    """Answer with the person's sealed keys and the cookies."""
    return with_cookies(JsonResponse({**own_keys(started.person), **body}), started)


def with_cookies(answer: HttpResponse, started: Started) -> HttpResponse:
    """Add the cookies of a log-in that has started: the log-in, the known device, the language."""
    lasts = lifetime(started.person, own_device=started.login.own_device).most
    # On a shared device the cookie also goes when the browser closes.
    seconds = int(lasts.total_seconds()) if started.login.own_device else None
    set_cookie(answer, settings.LOGIN_COOKIE, started.token, seconds)
    if started.device:
        set_cookie(answer, settings.DEVICE_COOKIE, started.device, DEVICE_COOKIE_SECONDS)
    set_cookie(answer, LANGUAGE_COOKIE, started.person.language, DEVICE_COOKIE_SECONDS)
    return answer


def set_cookie(answer: HttpResponse, name: str, value: str, seconds: int | None) -> None:
    """Set a cookie that scripts can't read and other sites can't send."""
    answer.set_cookie(
        name, value, max_age=seconds, secure=settings.SECURE, httponly=True, samesite="Strict", path="/"
    )


def forget_login(answer: HttpResponse) -> HttpResponse:
    """Take the log-in cookie away; the device stays known."""
    answer.delete_cookie(settings.LOGIN_COOKIE, path="/", samesite="Strict")
    return answer
