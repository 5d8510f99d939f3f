"""Who consents for a young person at a place, age by age, in words: for the therapist, by her profession's own rule.

Words and look-ups only; what holds at an age is decided in rules/minors.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from intersession.portal.shown.facts import FactCard, fact_card, once
from intersession.portal.shown.findings import Shown, shown
from intersession.rules.facts import Jurisdiction, Profession
from intersession.rules.findings import Finding
from intersession.rules.minors import minors
from intersession.texts import text

# Below 12 no place of the research lets a young person decide alone by age; at 18 people are of age in most places.
AGES = range(12, 19)
# Holds for online services, not for therapy: said once below the table.
BESIDE = "minor-digital-consent"


@dataclass(frozen=True, slots=True)
class Row:
    """What holds at an age, or at several in a row when the same words hold for them."""

    ages: str
    says: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Young:
    """The section of one place. `profession` is in words; `choices` are (value, name, is it the chosen one)."""

    profession: str
    choices: tuple[tuple[str, str, bool], ...]
    rows: tuple[Row, ...]
    beside: tuple[Shown, ...]
    why: tuple[FactCard, ...]


def young(at: Jurisdiction, profession: Profession | None, on: date, lang: str) -> Young:
    """Return who consents for somebody of 12 to 18, by the rule of one profession (None: the rules for all)."""
    found = {age: minors(at, age, profession, on) for age in AGES}
    every = [each for findings in found.values() for each in findings]
    beside = next((each for each in every if each.code == BESIDE), None)
    return Young(
        profession=_named(profession, lang),
        choices=tuple((each or "", _named(each, lang), each == profession) for each in (*Profession, None)),
        rows=_rows(found, lang),
        beside=(shown(beside, lang),) if beside else (),
        why=tuple(fact_card(fact, lang) for fact in once(each.fact for each in every if each.fact)),
    )


def _named(profession: Profession | None, lang: str) -> str:
    if profession is None:
        return text(lang, "law-young-any")
    return text(lang, f"finding-profession-{profession}")


def _rows(found: dict[int, tuple[Finding, ...]], lang: str) -> tuple[Row, ...]:
    said = [
        (age, tuple(shown(each, lang) for each in findings if each.code != BESIDE))
        for age, findings in found.items()
    ]
    rows = []
    for says, same in groupby(said, key=lambda pair: pair[1]):
        ages = [age for age, _ in same]
        rows.append(Row(_ages(ages, lang), says))
    return tuple(rows)


def _ages(ages: list[int], lang: str) -> str:
    if len(ages) == 1:
        return str(ages[0])
    return text(lang, "law-young-ages", first=ages[0], last=ages[-1])
