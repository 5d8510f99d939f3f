"""Writes certificates, vaults and slots. It opens nothing: shapes are checked, contents stay sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, IntersessionError
from intersession.keys.envelope import check_password_message, read_certificate
from intersession.keys.models import Certificate, Slot, Vault
from intersession.people.models import Person
from intersession.people.sealing import auth_hash


class VaultMoved(IntersessionError):
    """Another device wrote the vault first. `values["version"]` is the version that is stored now."""

    code = "vault-moved"
    status = 409


@dataclass(frozen=True, slots=True)
class NewSlot:
    """A slot as a device made it: its own id (the slot's password is bound to it), type, sealed vault key."""

    id: str
    type: str
    data: bytes


@transaction.atomic
def store_certificate(*, by: Person, data: bytes, now: datetime) -> Certificate:
    """Store the person's public certificate; one that was in use is marked as replaced.

    Raises a shape error, and BadInput when somebody has this certificate already.
    """
    facts = read_certificate(data)
    if Certificate.objects.filter(practice=by.practice, fingerprint=facts.fingerprint).exists():
        raise BadInput("certificate", field="certificate")
    Certificate.objects.filter(person=by, replaced_at=None).update(replaced_at=now)
    return Certificate.objects.create(
        practice=by.practice,
        person=by,
        data=data,
        created_at=now,
        fingerprint=facts.fingerprint,
        enc_fingerprint=facts.enc_fingerprint,
    )


@transaction.atomic
def first_vault(*, by: Person, data: bytes, now: datetime) -> Vault:
    """Store the person's first vault, version 1. Raises a shape error."""
    check_password_message(data)
    return Vault.objects.create(person=by, practice=by.practice, version=1, data=data, updated_at=now)


@transaction.atomic
def write_vault(*, by: Person, version: int, data: bytes, now: datetime) -> None:
    """Swap the vault for its next version. Raises VaultMoved unless the stored one is exactly one version before."""
    check_password_message(data)
    mine = Vault.objects.filter(person=by)
    if mine.filter(version=version - 1).update(version=version, data=data, updated_at=now) != 1:
        raise VaultMoved(version=mine.get().version)
    record(Tag.VAULT_WRITTEN, practice=by.practice_id, by=by.id, now=now, version=version)


@transaction.atomic
def add_slot(*, by: Person, slot: NewSlot, now: datetime, auth: str = "") -> Slot:
    """Store a slot; an older one of the same type is retired: there is one passphrase and one printed code.

    `auth` is the auth half of a recovery code. Raises a shape error, and BadInput for an id that is taken.
    """
    check_password_message(slot.data)
    if Slot.objects.filter(pk=slot.id).exists():
        raise BadInput("slots", field="slots")
    for old in Slot.objects.filter(person=by, type=slot.type, retired_at=None):
        Slot.objects.filter(pk=old.pk).update(retired_at=now)
        record(Tag.SLOT_RETIRED, practice=by.practice_id, by=by.id, now=now, slot=old.id, type=old.type)
    made = Slot.objects.create(
        id=slot.id,
        practice=by.practice,
        person=by,
        type=slot.type,
        data=slot.data,
        created_at=now,
        auth_hash=auth_hash(auth) if auth else "",
    )
    record(Tag.SLOT_ADDED, practice=by.practice_id, by=by.id, now=now, slot=made.id, type=made.type)
    return made
