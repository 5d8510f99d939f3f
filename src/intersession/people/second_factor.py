"""The code from an app (TOTP, RFC 6238): making the secret, checking a code once. Secrets are sealed at rest."""

from __future__ import annotations

import hmac
from datetime import datetime

import pyotp
from cryptography.fernet import InvalidToken
from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, IntersessionError
from intersession.people.models import Person
from intersession.people.sealing import open_text, seal_text

STEP_SECONDS = 30
# One step to each side: a phone's clock may be half a minute off.
STEPS_AROUND = (0, -1, 1)


class CodeWrong(IntersessionError):
    """The code does not fit the app that is being set up."""

    code = "code-wrong"
    status = 422


def new_secret() -> str:
    """Return a fresh secret, sealed (160 bits inside, as RFC 4226 recommends)."""
    return seal_text(pyotp.random_base32())


def plain_secret(sealed: str) -> str:
    """Return the secret in base32, to be typed or scanned."""
    return open_text(sealed)


def step_of(sealed: str, code: str, now: datetime) -> int | None:
    """Return the time step whose code this is, near `now`, or None."""
    totp = pyotp.TOTP(open_text(sealed), interval=STEP_SECONDS)
    given = "".join(code.split())
    at = int(now.timestamp()) // STEP_SECONDS
    fits = [at + by for by in STEPS_AROUND if hmac.compare_digest(totp.generate_otp(at + by), given)]
    return fits[0] if fits else None


def use_code(person: Person, code: str, now: datetime) -> bool:
    """Whether the code is right and new. A code works once: its step and all before are spent by it."""
    if not code.isascii():
        return False
    step = step_of(person.totp_sealed, code, now)
    if step is None:
        return False
    # Whoever moves the step first has used the code; a second try at the same moment finds it moved.
    mine = Person.objects.filter(pk=person.pk, totp_last_step__lt=step)
    return mine.update(totp_last_step=step) == 1


@transaction.atomic
def replace_second_factor(*, by: Person, sealed: str, code: str, now: datetime) -> None:
    """Put another code app in the place of the old one. `sealed` comes from `new_secret`, `code` from the new app.

    Raises CodeWrong, and BadInput for a secret that was not made here. Prove the person before.
    """
    try:
        step = step_of(sealed, code if code.isascii() else "", now)
    except InvalidToken as problem:
        raise BadInput("sealed", field="sealed") from problem
    if step is None:
        raise CodeWrong
    Person.objects.filter(pk=by.pk).update(totp_sealed=sealed, totp_last_step=step)
    record(Tag.SECOND_FACTOR_CHANGED, practice=by.practice_id, by=by.id, now=now)
