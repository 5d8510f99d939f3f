"""Decides when a notice that could not be handed over is tried again, and when to stop trying.

Sends nothing and does not tell transient from permanent: the channel says that.
"""

from __future__ import annotations

from datetime import datetime, timedelta

# A short outage is bridged within the hour, a long week-end at a provider within four days.
PAUSES = tuple(timedelta(minutes=each) for each in (1, 5, 15, 60, 180, 360, 720, 1440, 1440, 1440))


def next_attempt_at(attempts: int, now: datetime) -> datetime | None:
    """Return when to try again after `attempts` failed tries (at least 1), or None to give up and tell
    the owner.

    Raises ValueError for fewer than one try.
    """
    if attempts < 1:
        raise ValueError("no try was made yet")
    return now + PAUSES[attempts - 1] if attempts <= len(PAUSES) else None
