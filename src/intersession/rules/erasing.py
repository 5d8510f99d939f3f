"""May a record be erased? Only after the work has ended, with no hold on it, when its time is over, and after a pause.

A person decides and confirms; nothing is erased by itself. Erases nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from intersession.rules.records import WhyErased

# A day to think again, and no confirmation of a list that is out of date.
PAUSE = timedelta(hours=24)
LAPSE = timedelta(days=30)


class Block(StrEnum):
    """What stands before an erasure, the first thing to see to first."""

    NOT_ENDED = "not-ended"
    HELD = "held"
    ASKED = "asked"
    TIME_RUNS = "time-runs"
    NOT_KNOWN = "not-known"
    TOO_EARLY = "too-early"
    LAPSED = "lapsed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is known of one relationship's record.

    `asked`: somebody has asked for a copy and has no answer yet. `until`: until when it is kept, by each date of the
    register; None for one that is not known here.
    """

    ended: bool
    held: bool
    asked: bool
    until: tuple[datetime | None, ...]


def before_proposing(keeping: Keeping, ground: WhyErased, now: datetime) -> Block | None:
    """Return what stands before proposing an erasure, or None.

    A known date binds whatever the ground; where a date is not known, the ground must say who was asked.
    """
    if not keeping.ended:
        return Block.NOT_ENDED
    if keeping.held:
        return Block.HELD
    if keeping.asked:
        return Block.ASKED
    if any(until is not None and now <= until for until in keeping.until):
        return Block.TIME_RUNS
    if ground is WhyErased.TIME_OVER and (not keeping.until or None in keeping.until):
        return Block.NOT_KNOWN
    return None


def before_confirming(
    keeping: Keeping, ground: WhyErased, proposed: datetime, same: bool, now: datetime
) -> Block | None:
    """Return what stands before confirming a proposal, or None. `same`: the list is what was proposed."""
    if block := before_proposing(keeping, ground, now):
        return block
    if now < proposed + PAUSE:
        return Block.TOO_EARLY
    if now > proposed + LAPSE:
        return Block.LAPSED
    return None if same else Block.CHANGED
