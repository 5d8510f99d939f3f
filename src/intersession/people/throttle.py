"""Counts tries to sign in, per handle and kind of device, and makes a guesser wait. Locks nobody out.

How long is decided in rules/signin.py. A known device has a counter of its own, so a stranger who guesses at a
handle can't slow down its owner; a handle nobody has is counted like any other.
"""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from django.db import transaction

from intersession.errors import IntersessionError
from intersession.people.models import SignInFailure
from intersession.rules.signin import wait_before_sign_in

# Old counters say nothing any more, and names that were only ever guessed must not fill the table.
FORGOTTEN_AFTER = timedelta(days=1)


class TryLater(IntersessionError):
    """Too many tries in a row. `values["seconds"]` is the time to wait, at most 40."""

    code = "try-later"
    status = 429


@transaction.atomic
def take_turn(handle_hash: str, device_hash: str, *, now: datetime) -> None:
    """Count one try, or raise TryLater. `device_hash` is empty for a device that is not known for this handle.

    Counted before anything is checked: a hundred tries at the same moment are a hundred tries.
    """
    SignInFailure.objects.filter(last_at__lt=now - FORGOTTEN_AFTER).delete()
    key = {"handle_hash": handle_hash, "device_hash": device_hash}
    SignInFailure.objects.get_or_create(**key, defaults={"count": 0, "last_at": now})
    row = SignInFailure.objects.select_for_update().get(**key)
    wait = wait_before_sign_in(row.count, row.last_at, now, known_device=bool(device_hash))
    if wait > timedelta(0):
        raise TryLater(seconds=math.ceil(wait.total_seconds()))
    SignInFailure.objects.filter(pk=row.pk).update(count=row.count + 1, last_at=now)


def forget_tries(handle_hash: str, device_hash: str) -> None:
    """Start anew after a try that fitted."""
    SignInFailure.objects.filter(handle_hash=handle_hash, device_hash=device_hash).delete()
