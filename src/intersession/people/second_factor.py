"""The code from an app (TOTP, RFC 6238): making the secret, checking a code once. Secrets are sealed at rest."""

from __future__ import annotations

import hmac
from datetime import datetime

import pyotp

from intersession.people.models import Person
from intersession.people.sealing import open_text, seal_text

STEP_SECONDS = 30
# One step to each side: a phone's clock may be half a minute off.
STEPS_AROUND = (0, -1, 1)


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
