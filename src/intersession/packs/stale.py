"""Names what nobody has checked for too long: contacts after 180 days, law after 24 months.

Looks at dates only; a source is read again by a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from intersession.packs import crisis, library
from intersession.packs.crisis import CrisisDataError

CONTACT_DAYS = 180
LAW_MONTHS = 24


@dataclass(frozen=True, slots=True, order=True)
class Stale:
    """Something to check again. `kind`: "contact" or "law"; `what`: the line's name or the key of the vocabulary."""

    code: str
    kind: str
    what: str
    checked_on: str
    by_practice: bool = False


def stale(today: date, codes: Iterable[str] | None = None) -> tuple[Stale, ...]:
    """Return what is due to be checked again, by code. `codes` None: everything."""
    found: set[Stale] = set()
    for code in library.codes() if codes is None else codes:
        found.update(_contacts(code, today), _law(code, today))
    return tuple(sorted(found))


def last_day(checked_on: str) -> date:
    """Return the last day of what "2026-11" or "2026-11-05" names: a month counts from its end."""
    if len(checked_on) > len("2026-11"):
        return date.fromisoformat(checked_on)
    year, month = map(int, checked_on.split("-"))
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _contacts(code: str, today: date) -> Iterable[Stale]:
    try:
        place = crisis.find(code) if "-" not in code else None
    except CrisisDataError:
        return
    if place is None:
        return
    read = [(line.name, line.checked.on) for line in place.lines]
    read += [("emergency", place.emergency.checked.on)] if place.emergency else []
    for what, on in read:
        if on and today - last_day(on) > timedelta(days=CONTACT_DAYS):
            yield Stale(code, "contact", what, on)


def _law(code: str, today: date) -> Iterable[Stale]:
    months = today.year * 12 + today.month - 1 - LAW_MONTHS
    for fact in library.jurisdiction(code).facts:
        on = last_day(fact.checked_on)
        if fact.jurisdiction == code and (on.year * 12 + on.month - 1, on.day) < (months, today.day):
            yield Stale(code, "law", fact.key, fact.checked_on, fact.by_practice)
