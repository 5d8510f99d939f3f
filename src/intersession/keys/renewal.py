"""New ways in: the printed code signs in, and passphrase or printed code are replaced. Each rewrites one slot.

Whoever replaces one must prove the other or the old one: an open page alone is not enough.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import IntersessionError
from intersession.keys.actions import NewSlot, add_slot
from intersession.keys.models import Slot, SlotType
from intersession.outbox.actions import notify
from intersession.people.accounts import Proof
from intersession.people.logins import Started, end_other_logins
from intersession.people.models import Login, Person
from intersession.people.sealing import auth_hash, same_auth
from intersession.people.signing_in import NOBODY, Attempt, admit
from intersession.people.throttle import forget_tries, take_turn


class WrongPassphrase(IntersessionError):
    """The proof given before a change does not fit."""

    code = "wrong-passphrase"
    status = 403


def recovery_slot(person: Person) -> Slot | None:
    """Return the slot of the printed code in force."""
    return Slot.objects.filter(person=person, type=SlotType.RECOVERY, retired_at=None).first()


def recover(*, attempt: Attempt, now: datetime) -> Started:
    """Start a log-in by the printed code (its auth half). Raises TryLater or SignInRefused.

    The paper stands for both factors: who has lost the phone with the app must have a way back. So each way of
    the person gets a notice at once.
    """
    started = admit(attempt=attempt, check=_printed_code, now=now, how="recovery")
    person = started.person
    with transaction.atomic():
        record(Tag.RECOVERED, practice=person.practice_id, by=person.id, now=now, login=started.login.id)
        notify(person, "recovered", due_at=now, dedup=f"recovered:{started.login.id}")
    return started


def _printed_code(person: Person | None, attempt: Attempt, now: datetime) -> bool:
    del now
    slot = recovery_slot(person) if person else None
    return same_auth(attempt.auth, slot.auth_hash if slot else NOBODY)


def prove(*, by: Person, login: Login, auth: str, now: datetime) -> None:
    """Check the auth half of the passphrase or of the printed code before a change.

    Raises WrongPassphrase, or TryLater after several in this log-in.
    """
    take_turn(by.handle_hash, login.id, now=now)
    slot = recovery_slot(by)
    fits = [same_auth(auth, by.auth_hash), same_auth(auth, slot.auth_hash if slot else NOBODY)]
    if not any(fits):
        raise WrongPassphrase
    forget_tries(by.handle_hash, login.id)


@transaction.atomic
def change_passphrase(*, by: Person, login: Login, proof: Proof, slot: NewSlot, now: datetime) -> None:
    """Replace the passphrase: its proof and its slot. Every other log-in ends. Call `prove` before."""
    Person.objects.filter(pk=by.pk).update(auth_hash=auth_hash(proof.auth), kdf=proof.kdf)
    add_slot(by=by, slot=slot, now=now)
    end_other_logins(by=by, now=now, keep=login.id)
    record(Tag.PASSPHRASE_CHANGED, practice=by.practice_id, by=by.id, now=now)


@transaction.atomic
def replace_recovery_code(*, by: Person, auth: str, slot: NewSlot, now: datetime) -> None:
    """Replace the printed code: the old sheet no longer signs in or opens anything. Call `prove` before."""
    add_slot(by=by, slot=slot, auth=auth, now=now)
