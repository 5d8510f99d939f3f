"""What can't be done with the register, each with a code that has one clear sentence in every language."""

from __future__ import annotations

from intersession.errors import Conflict
from intersession.rules.erasing import Block


class DeadlineOver(Conflict):
    """The deadline is done: nothing about it changes any more."""

    code = "deadline-over"


class DayIsSet(Conflict):
    """The day comes from the law; it can be extended, not set."""

    code = "day-is-set"


class NoLongerDay(Conflict):
    """An extension is later than the present day, no later than the law allows, and decided before the day."""

    code = "no-longer-day"


class HoldStands(Conflict):
    """A hold stands on this record already."""

    code = "hold-stands"


class NotTheCode(Conflict):
    """The code that was typed is not this client's: nothing was erased."""

    code = "not-the-code"


class ErasureBlocked(Conflict):
    """Something stands before the erasure; the code names it."""

    def __init__(self, block: Block) -> None:
        super().__init__(block.value)
        self.code = f"erasure-{block.value}"


class ErasureOpen(Conflict):
    """An erasure of this record is proposed already, or done."""

    code = "erasure-open"
