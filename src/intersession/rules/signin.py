"""Decides how long a person waits before another try to sign in. Slows guessing down and never locks
anybody out.

Known devices keep a counter of their own, so that a stranger who guesses can't slow down the owner
(research: security requirements section 3; OWASP "device cookies"). Counting is the caller's.
"""

from __future__ import annotations

from datetime import datetime, timedelta

FREE_TRIES = 3
FREE_TRIES_KNOWN_DEVICE = 6
LONGEST = timedelta(seconds=40)
NO_WAIT = timedelta(0)


def wait_before_sign_in(
    failures: int, last_at: datetime | None, now: datetime, *, known_device: bool = False
) -> timedelta:
    """Return how long to wait from `now` after `failures` failed tries in a row, the last at `last_at`.

    Doubles from one second, never over 40 seconds, also when a clock was set back.
    """
    over = failures - (FREE_TRIES_KNOWN_DEVICE if known_device else FREE_TRIES)
    if over < 0 or last_at is None:
        return NO_WAIT
    # Forty seconds are reached at the sixth doubling; the cap keeps the power small for any count.
    delay = min(LONGEST, timedelta(seconds=2 ** min(over, 6)))
    return min(max(last_at + delay - now, NO_WAIT), delay)
