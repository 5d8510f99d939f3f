"""Where a client says to be on a day: the usual place, a trip, or a new home. Declared, never tracked or guessed.

Derives the place; what it means for contact is decided in place.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from intersession.rules.place import Stay


@dataclass(frozen=True, slots=True)
class Declared:
    """One thing a client said: where, as what, from which day, and until which day (None: no end known).

    `ended`: the client is back or took it back; it counts no more.
    """

    place: str
    stay: Stay
    from_on: date
    until_on: date | None
    declared_at: datetime
    ended: bool = False
    id: str = ""

    def holds(self, on: date) -> bool:
        """Whether it counts on a day; both its first and its last day do."""
        return not self.ended and self.from_on <= on and (self.until_on is None or on <= self.until_on)

    def is_ahead(self, on: date) -> bool:
        """Whether it begins after a day."""
        return not self.ended and self.from_on > on


@dataclass(frozen=True, slots=True)
class Where:
    """The place on a day ("" for not known) and how the client is there. `declared` None: the usual place."""

    place: str
    stay: Stay = Stay.USUAL
    declared: Declared | None = None


def place_on(usual: str, declared: Iterable[Declared], on: date) -> Where:
    """Return where a client is on a day: a trip comes before a new home, a new home before the usual place.

    Of several that hold, the one said last counts.
    """
    holding = [each for each in declared if each.holds(on)]
    trips = [each for each in holding if each.stay is Stay.TRAVELLING]
    found = max(trips or holding, key=lambda each: (each.declared_at, each.id), default=None)
    return Where(found.place, found.stay, found) if found else Where(usual)


def days_at(place: str, usual: str, declared: Iterable[Declared], days: Iterable[date]) -> tuple[date, ...]:
    """Return those of some days on which the client was at a place, in order, each once."""
    known = tuple(declared)
    return tuple(day for day in sorted(set(days)) if place_on(usual, known, day).place == place)
