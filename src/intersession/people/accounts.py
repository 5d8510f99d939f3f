"""Makes persons from what their own device made. Checks shapes; stores no keys (keys/accounts.py does both)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, IntersessionError
from intersession.people.models import Person, Practice, Role
from intersession.people.sealing import KDF_COSTS, auth_hash, handle_hash, seal_text

ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
SALT = re.compile(r"[A-Za-z0-9_-]{22}")
HALF = re.compile(r"[A-Za-z0-9_-]{43}")
# One word of letters, digits, marks; long enough not to be guessed at once, short enough for a recovery sheet.
HANDLE = re.compile(r"[^\s\x00-\x1f\x7f]{3,40}")
CEILING = {"m": 1_048_576, "t": 16, "p": 16}


class HandleTaken(IntersessionError):
    """Somebody of this practice has the log-in name already. Only told to a holder of a link or a log-in."""

    code = "handle-taken"
    status = 409


@dataclass(frozen=True, slots=True)
class Proof:
    """What signs a person in by passphrase: Argon2id settings and the auth half they lead to."""

    kdf: dict[str, str | int]
    auth: str


def matching(body: Mapping[str, Any], field: str, pattern: re.Pattern[str]) -> str:
    """Return a text field that fits `pattern` as a whole. Raises BadInput that names the field."""
    value = body.get(field)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise BadInput(field, field=field)
    return value


def read_handle(body: Mapping[str, Any]) -> str:
    """Return the field `handle` in NFKC: 3 to 40 characters, no space. Raises BadInput."""
    value = body.get("handle")
    shown = unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else ""
    return matching({"handle": shown}, "handle", HANDLE)


def read_proof(body: Mapping[str, Any]) -> Proof:
    """Return `kdf` and `auth`. Raises BadInput for costs under the floor, so that no browser of ours would be kept out."""
    kdf = body.get("kdf")
    if not isinstance(kdf, dict):
        raise BadInput("kdf", field="kdf")
    costs: dict[str, str | int] = {"salt": matching(kdf, "salt", SALT)}
    for name, floor in KDF_COSTS.items():
        value = kdf.get(name)
        if not isinstance(value, int) or not floor <= value <= CEILING[name]:
            raise BadInput(name, field=name)
        costs[name] = value
    return Proof(costs, matching(body, "auth", HALF))


@transaction.atomic
def create_person(
    *,
    id: str,
    handle: str,
    proof: Proof,
    role: Role,
    practice: Practice,
    now: datetime,
    name: str = "",
    language: str = "en",
    zone: str = "UTC",
    totp_sealed: str = "",
    place: str = "",
) -> Person:
    """Store a new person. The id was made on their device: slots and vault are bound to it.

    Raises HandleTaken, and BadInput when the id is taken or malformed.
    """
    if not ULID.fullmatch(id) or Person.objects.filter(pk=id).exists():
        raise BadInput("id", field="id")
    lock_minutes = 10 if role == Role.THERAPIST else 5
    person = Person(
        id=id,
        practice=practice,
        role=role,
        name=name,
        handle_hash=handle_hash(handle),
        handle_sealed=seal_text(handle),
        auth_hash=auth_hash(proof.auth),
        kdf=proof.kdf,
        totp_sealed=totp_sealed,
        language=language,
        zone=zone,
        lock_minutes=lock_minutes,
        place=place,
        created_at=now,
    )
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as problem:
        raise HandleTaken from problem
    record(Tag.PERSON_CREATED, practice=practice.id, by=person.id, now=now, person=person.id, role=str(role))
    return person
