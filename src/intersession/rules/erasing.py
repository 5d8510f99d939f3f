"""May a record be erased? Only after the work has ended, with no hold on it, when its time is over, and after a pause.

A person decides and confirms; nothing is erased by itself. Erases nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from intersession.rules.findings import CODES
from intersession.rules.records import WhyErased

# A day to think again, and no confirmation of a list that is out of date.
PAUSE = timedelta(hours=24)
LAPSE = timedelta(days=30)
# Whether a minor's longer time counts: no birth is known here, so that a person has to say it.
MINOR = "retention-minor-unknown"
# A warning, no question; yet it says "erase nothing" as the questions do.
CLASH = "retention-clash"
# Which open questions a ground answers. Whoever else was asked has answered them all.
ANSWERS = {WhyErased.TIME_OVER: frozenset[str](), WhyErased.OF_AGE: frozenset({MINOR})}


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
    register; None for one that is not known here. `open`: what stands beside those dates as a question nobody has
    answered, by the codes of rules/findings.py.
    """

    ended: bool
    held: bool
    asked: bool
    until: tuple[datetime | None, ...]
    open: frozenset[str] = frozenset()


def open_questions(codes: Iterable[str], *, dated: bool, minor: bool) -> frozenset[str]:
    """Return what is still open beside a date that was stamped with these codes.

    `dated`: somebody who was asked named the day; `minor`: it was put off because the client was a minor. A code that
    is not known any more counts as a question: what it said can't be read.
    """
    if dated:
        return frozenset()
    asking = {each for each in codes if each not in CODES or CODES[each].asks or each == CLASH}
    return frozenset(asking - {MINOR} if minor else asking)


def before_proposing(keeping: Keeping, ground: WhyErased, now: datetime) -> Block | None:
    """Return what stands before proposing an erasure, or None.

    A known date binds whatever the ground; where a date is not known, or a question about it is open, the ground must
    say who was asked. That the client was of age answers that question, and no other.
    """
    if not keeping.ended:
        return Block.NOT_ENDED
    if keeping.held:
        return Block.HELD
    if keeping.asked:
        return Block.ASKED
    if any(until is not None and now <= until for until in keeping.until):
        return Block.TIME_RUNS
    return None if _is_known(keeping, ground) else Block.NOT_KNOWN


def _is_known(keeping: Keeping, ground: WhyErased) -> bool:
    """Whether nothing is left that a person would have to ask about."""
    if (answered := ANSWERS.get(ground)) is None:
        return True
    return bool(keeping.until) and None not in keeping.until and keeping.open <= answered


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
