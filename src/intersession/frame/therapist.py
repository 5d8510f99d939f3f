"""Reads the section of a frame file about the therapist: who she is, where she practises, and by what right elsewhere.

What such a right is good for is the rules' matter (rules/place.py).
"""

from __future__ import annotations

import re

from intersession.frame.calendars import countries, is_jurisdiction, is_zone, zones
from intersession.frame.fields import Table
from intersession.rules.terms import Licence, Permit, Therapist
from intersession.rules.vocabulary import Compact, PermitKind

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")


def therapist_of(top: Table) -> Therapist | None:
    """[therapist]: name, zone, languages, jurisdiction, licences, permits."""
    table = top.table("therapist", required=True)
    if table is None:
        return None
    name = table.text("name", required=True)
    zone = table.known_text("time_zone", is_zone, "unknown-zone", lambda _: zones())
    languages = table.codes("languages", None)
    for index, each in enumerate(languages):
        if not LANGUAGE.fullmatch(each):
            table.findings.add("unknown-language", (*table.at("languages"), index), each, '"de", "en"')
    jurisdiction = _jurisdiction(table)
    licences = tuple(_licence(each) for each in table.tables("licences"))
    permits = tuple(each for each in map(_permit, table.tables("permits")) if each)
    table.close()
    if not (name and zone and jurisdiction):
        return None
    return Therapist(name, zone, languages, jurisdiction, licences, permits)


def jurisdiction_of(top: Table) -> str:
    """Return the stated jurisdiction if it is a real one, so that the law is checked whatever else is
    wrong.
    """
    table = top.data.get("therapist")
    code = table.get("jurisdiction") if isinstance(table, dict) else None
    return code if isinstance(code, str) and is_jurisdiction(code) else ""


def _jurisdiction(table: Table) -> str:
    return table.known_text("jurisdiction", is_jurisdiction, "unknown-jurisdiction", lambda _: countries())


def _licence(table: Table) -> Licence:
    licence = Licence(_jurisdiction(table), table.text("profession", required=True), table.day("until"))
    table.close()
    return licence


def _permit(table: Table) -> Permit | None:
    """An agreement between states may reach all its places at once, so that there the place may be left out."""
    kind = table.choice("kind", PermitKind, required=True)
    by_compact = kind is PermitKind.COMPACT
    compact = table.choice("compact", Compact, required=True) if by_compact else None
    if kind and not by_compact and table.has("compact"):
        table.known.add("compact")
        table.findings.add("only-with", table.at("compact"), table.data["compact"], 'kind = "compact"')
    everywhere = compact and not table.has("jurisdiction")
    table.known.update({"jurisdiction", "compact"})
    place = "" if everywhere else _jurisdiction(table)
    until = table.day("until")
    table.close()
    return Permit(place, kind, compact, until) if kind and (place or everywhere) else None
