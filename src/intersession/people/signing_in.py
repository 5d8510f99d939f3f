"""Decides whether somebody may sign in, and answers the same for a handle that nobody has.

Proof is the auth half of the passphrase, and a code from an app where one is set up. Serves no keys.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from intersession.errors import IntersessionError
from intersession.people.logins import Started, start_login
from intersession.people.models import KnownDevice, Person, Practice
from intersession.people.sealing import fake_kdf, handle_hash, same_auth, token_hash
from intersession.people.second_factor import new_secret, step_of, use_code
from intersession.people.throttle import forget_tries, take_turn

NOBODY = "0" * 64


class SignInRefused(IntersessionError):
    """Handle, passphrase and code do not fit together. Which of them is never said."""

    code = "sign-in-refused"
    status = 401


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to sign in: what was typed, turned into a proof, and what the browser is."""

    handle: str
    auth: str
    code: str = ""
    device: str = ""
    label: str = ""
    own_device: bool = False


Check = Callable[[Person | None, Attempt, datetime], bool]


def find_person(handle: str) -> Person | None:
    """Return the person with this log-in name, unless the account is closed."""
    found = Person.objects.select_related("practice").filter(handle_hash=handle_hash(handle), closed_at=None)
    return found.first()


def kdf_for(handle: str) -> dict[str, str | int]:
    """Return {practice, salt, m, t, p} for a handle; invented, but the same each time, when nobody has it."""
    person, fake = find_person(handle), fake_kdf(handle)
    practice = person.practice if person else Practice.objects.order_by("created_at", "id").first()
    return {"practice": practice.id if practice else "", **(person.kdf if person else fake)}


def sign_in(*, attempt: Attempt, now: datetime) -> Started:
    """Start a log-in by passphrase. Raises TryLater or SignInRefused."""
    return admit(attempt=attempt, check=_passphrase_and_code, now=now, how="passphrase")


def admit(*, attempt: Attempt, check: Check, now: datetime, how: str) -> Started:
    """Start a log-in if `check` holds. Counts the try first; tries that fit start the count anew."""
    name, known = handle_hash(attempt.handle), known_device(attempt)
    take_turn(name, known, now=now)
    person = find_person(attempt.handle)
    if not check(person, attempt, now) or person is None:
        raise SignInRefused
    forget_tries(name, known)
    return start_login(
        by=person, now=now, label=attempt.label, device=attempt.device, how=how, own_device=attempt.own_device
    )


def known_device(attempt: Attempt) -> str:
    """Return the hash of the device cookie if this handle's owner has signed in with it before, else nothing."""
    cookie = token_hash(attempt.device)
    person = handle_hash(attempt.handle)
    return (
        cookie if KnownDevice.objects.filter(person__handle_hash=person, cookie_hash=cookie).exists() else ""
    )


def _passphrase_and_code(person: Person | None, attempt: Attempt, now: datetime) -> bool:
    """Check both proofs, the second also when the first is wrong, so that the time says nothing about either."""
    right = same_auth(attempt.auth, person.auth_hash if person else NOBODY)
    if person is None or not person.totp_sealed:
        step_of(new_secret(), attempt.code if attempt.code.isascii() else "", now)
        return right
    # A code is spent only by a try whose passphrase was right; a guesser can't use up the owner's code.
    return use_code(person, attempt.code, now) if right else False
