"""Opens an account: a person together with certificate, vault and slots, in one step or not at all.

Checks that each is shaped as the suite says. It can open none of them.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from intersession.errors import BadInput, TooLarge
from intersession.keys.actions import NewSlot, add_slot, first_vault, store_certificate
from intersession.people.accounts import HALF, ULID, Proof, create_person, matching, read_handle, read_proof
from intersession.people.models import Person, Practice, Role

MOST_CERTIFICATE = 4_096
MOST_VAULT = 196_608
MOST_SLOT = 1_024


@dataclass(frozen=True, slots=True)
class NewAccount:
    """The browser's account payload (frontend/src/keys/enrol.ts), parsed."""

    id: str
    handle: str
    proof: Proof
    recovery_auth: str
    certificate: bytes
    vault: bytes
    slots: tuple[NewSlot, ...]


class PersonFields(TypedDict, total=False):
    """What else `create_person` takes."""

    name: str
    language: str
    zone: str
    totp_sealed: str
    place: str


def read_bytes(body: Mapping[str, Any], field: str, most: int) -> bytes:
    """Return a base64 field as bytes. Raises BadInput, or TooLarge over `most`."""
    try:
        data = base64.b64decode(str(body.get(field) or "?"), validate=True)
    except binascii.Error as problem:
        raise BadInput(field, field=field) from problem
    if len(data) > most:
        raise TooLarge(f"{len(data)} bytes", limit=most)
    return data


def read_slot(body: object, *types: str) -> NewSlot:
    """Return a slot payload {id, type, data} of one of `types`. Raises BadInput."""
    if not isinstance(body, dict) or body.get("type") not in types:
        raise BadInput("slots", field="slots")
    return NewSlot(matching(body, "id", ULID), str(body["type"]), read_bytes(body, "data", MOST_SLOT))


def read_account(body: object) -> NewAccount:
    """Return the account payload, parsed. Raises BadInput that names the first field that does not fit."""
    if not isinstance(body, dict):
        raise BadInput("account", field="account")
    listed = body.get("slots")
    slots = (
        tuple(read_slot(slot, "passphrase", "recovery") for slot in listed)
        if isinstance(listed, list)
        else ()
    )
    if sorted(slot.type for slot in slots) != ["passphrase", "recovery"]:
        raise BadInput("slots", field="slots")
    return NewAccount(
        id=matching(body, "id", ULID),
        handle=read_handle(body),
        proof=read_proof(body),
        recovery_auth=matching(body, "recovery_auth", HALF),
        certificate=read_bytes(body, "certificate", MOST_CERTIFICATE),
        vault=read_bytes(body, "vault", MOST_VAULT),
        slots=slots,
    )


@transaction.atomic
def open_account(
    *, account: NewAccount, role: Role, practice: Practice, now: datetime, **fields: Unpack[PersonFields]
) -> Person:
    """Create the person with certificate, vault and both slots. Raises HandleTaken, BadInput, or a shape error."""
    person = create_person(
        id=account.id,
        handle=account.handle,
        proof=account.proof,
        role=role,
        practice=practice,
        now=now,
        **fields,
    )
    store_certificate(by=person, data=account.certificate, now=now)
    first_vault(by=person, data=account.vault, now=now)
    for slot in account.slots:
        add_slot(by=person, slot=slot, auth=account.recovery_auth if slot.type == "recovery" else "", now=now)
    return person
