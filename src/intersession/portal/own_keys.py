"""Doors through which a signed-in person's browser renews its own sealed keys: vault, passphrase, printed code, code app."""

from __future__ import annotations

from typing import Any

from intersession.errors import NotSignedIn
from intersession.keys.accounts import MOST_VAULT, read_bytes, read_slot
from intersession.keys.actions import write_vault
from intersession.keys.renewal import change_passphrase, prove, replace_recovery_code
from intersession.people.accounts import HALF, matching, read_proof
from intersession.people.models import Login, Person
from intersession.people.second_factor import new_secret, plain_secret, replace_second_factor
from intersession.portal.answers import Body, integer, json_door, string
from intersession.portal.logins import own_keys
from intersession.portal.requests import PortalRequest, me

MOST_VERSION = 2**31 - 1


@json_door("GET")
def keys(request: PortalRequest) -> Body:
    """Return the person's own sealed keys, to be opened in the page."""
    return own_keys(me(request))


@json_door("PUT", limit=300_000)
def vault(request: PortalRequest, body: Body) -> Body:
    """Swap the vault for its next version; 409 when another device was faster."""
    version = integer(body, "version", least=2, most=MOST_VERSION)
    data = read_bytes(body, "data", MOST_VAULT)
    write_vault(by=me(request), version=version, data=data, now=request.now)
    return {"version": version}


@json_door("PUT")
def passphrase(request: PortalRequest, body: Body) -> Body:
    """Replace the passphrase. `current` is the auth half of the old one, or of the printed code."""
    person, login = proven(request, body)
    new = body.get("new") if isinstance(body.get("new"), dict) else {}
    proof, slot = read_proof(new or {}), read_slot(body.get("slot"), "passphrase")
    change_passphrase(by=person, login=login, proof=proof, slot=slot, now=request.now)
    return {}


@json_door("PUT")
def recovery_code(request: PortalRequest, body: Body) -> Body:
    """Replace the printed code. `current` is the auth half of the passphrase."""
    person, _ = proven(request, body)
    slot = read_slot(body.get("slot"), "recovery")
    replace_recovery_code(by=person, auth=matching(body, "auth", HALF), slot=slot, now=request.now)
    return {}


@json_door("POST")
def new_second_factor(request: PortalRequest, body: Body) -> Body:
    """Make a secret for another code app. It counts only when `second_factor` brings it back with a code."""
    proven(request, body)
    sealed = new_secret()
    return {"secret": plain_secret(sealed), "sealed": sealed}


@json_door("PUT")
def second_factor(request: PortalRequest, body: Body) -> Body:
    """Put the new code app in the place of the old one."""
    person, _ = proven(request, body)
    sealed, code = string(body, "sealed", most=400), string(body, "code", most=12)
    replace_second_factor(by=person, sealed=sealed, code=code, now=request.now)
    return {}


def proven(request: PortalRequest, body: dict[str, Any]) -> tuple[Person, Login]:
    """Return the reader and the log-in after checking `current`. Raises WrongPassphrase or TryLater."""
    person, login = me(request), request.login
    if login is None:
        raise NotSignedIn
    prove(by=person, login=login, auth=matching(body, "current", HALF), now=request.now)
    return person, login
