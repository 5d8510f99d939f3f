"""What a page about a place shows: which facts hold on a day, which come later, and what nobody has read yet.

Shows all levels and professions side by side; which one decides a case is a look-up (facts.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from intersession.rules.facts import Fact, Jurisdiction

Place = tuple[str, tuple[str, ...], tuple[str, ...]]


def in_force(at: Jurisdiction, on: date) -> tuple[Fact, ...]:
    """Return every fact that holds on a day, nearest level first; an older value of the same rule has passed."""
    newest: dict[Place, Fact] = {}
    begun = [each for each in at.facts if each.in_force is None or each.in_force <= on]
    for each in sorted(begun, key=lambda fact: fact.in_force or date.min):
        newest[_place(each)] = each
    return tuple(sorted(newest.values(), key=lambda fact: at.chain.index(fact.jurisdiction)))


def ahead(at: Jurisdiction, on: date) -> tuple[Fact, ...]:
    """Return every fact that begins after a day, soonest first."""
    coming = [(each.in_force, each) for each in at.facts if each.in_force and each.in_force > on]
    return tuple(fact for _, fact in sorted(coming, key=lambda pair: pair[0]))


def gaps(at: Jurisdiction, on: date, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of which nothing is known on a day, not even from a source of low confidence."""
    known = {each.key for each in in_force(at, on)}
    return tuple(key for key in keys if key not in known)


def _place(fact: Fact) -> Place:
    return fact.jurisdiction, fact.identity, fact.professions
