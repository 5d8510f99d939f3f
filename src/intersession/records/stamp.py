"""What a day rests on, as data on a deadline: place, zone, findings and whole facts, as they were when its clock began.

Read again years later by newer programs: a code or a field that is unknown by then is left out, never guessed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from intersession.records.home import Home
from intersession.rules.facts import Confidence, Fact, Profession, Source
from intersession.rules.findings import CODES, Finding


def stamp(home: Home, findings: Iterable[Finding]) -> dict[str, Any]:
    """Return what a day rests on, as JSON can hold it; dates as text."""
    found = [
        {
            "code": each.code,
            "values": [list(pair) for pair in each.values],
            "fact": asdict(each.fact) | {"value": dict(each.fact.value)} if each.fact else None,
        }
        for each in findings
    ]
    about = {"jurisdiction": home.place, "profession": str(home.profession or ""), "zone": home.zone}
    stamped: dict[str, Any] = json.loads(json.dumps({**about, "findings": found}, default=str))
    return stamped


def findings_of(basis: dict[str, Any]) -> tuple[Finding, ...]:
    """Return the findings a day was stamped with, so that they can be said in the reader's language."""
    return tuple(_finding(each) for each in basis.get("findings", ()) if each["code"] in CODES)


def codes_of(basis: dict[str, Any]) -> tuple[str, ...]:
    """Return the codes a day was stamped with, those that are not known any more included."""
    return tuple(str(each["code"]) for each in basis.get("findings", ()))


def zone_of(basis: dict[str, Any], otherwise: str) -> str:
    """Return the zone whose days were counted."""
    return str(basis.get("zone", "")) or otherwise


def _finding(stored: dict[str, Any]) -> Finding:
    kind, fact = CODES[stored["code"]], stored["fact"]
    values = tuple((str(name), value) for name, value in stored["values"])
    return Finding(stored["code"], kind.severity, values, _fact(fact) if fact else None, kind.asks)


def _fact(stored: dict[str, Any]) -> Fact:
    return Fact(
        key=stored["key"],
        jurisdiction=stored["jurisdiction"],
        source=_source(stored["source"]),
        confidence=Confidence(stored["confidence"]),
        checked_on=stored["checked_on"],
        value=stored["value"],
        professions=tuple(Profession(each) for each in stored["professions"] if each in set(Profession)),
        in_force=date.fromisoformat(stored["in_force"]) if stored["in_force"] else None,
        as_of=stored["as_of"],
        note=stored["note"],
        also=tuple(_source(each) for each in stored["also"]),
        reviewed_by=stored["reviewed_by"],
        by_practice=stored["by_practice"],
    )


def _source(stored: dict[str, str]) -> Source:
    return Source(**{name: stored.get(name, "") for name in Source.__slots__})
