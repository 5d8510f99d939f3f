"""Whom a therapist can ask about a place, and the shapes of "not known here" that every rule over packs shares.

Decides no case.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from intersession.rules.facts import Fact, Jurisdiction, Profession
from intersession.rules.findings import Finding, found

# What stands for a name where none is known; the sentences choose another wording for it.
NOBODY = "none"


def regulator_fact(at: Jurisdiction, profession: Profession | None, on: date) -> Fact | None:
    """Return what names whoever watches over the profession, None where nobody is on record.

    A body of this very profession comes before one for all, a body before a list to look licences up in, and a
    checked name before one of low confidence: whom to ask is no rule, so a doubtful name is better than none.
    """
    known = list(at.all("regulator", profession, on))
    known.sort(key=lambda fact: (not fact.is_asserted, fact.value.get("kind") != "regulator"))
    return known[0] if known else None


def regulator(at: Jurisdiction, profession: Profession | None, on: date) -> str:
    """Return the name of whoever watches over the profession, NOBODY where none is on record."""
    known = regulator_fact(at, profession, on)
    return str(known.value["name"]) if known else NOBODY


def whom(at: Jurisdiction, profession: Profession | None, on: date) -> dict[str, str | int]:
    """Return the values most sentences need: the place and whom to ask there.

    `regulator_unsure` is there when that name is one of low confidence; the sentence says so.
    """
    values: dict[str, str | int] = {"place": at.code, "regulator": regulator(at, profession, on)}
    known = regulator_fact(at, profession, on)
    return values if known is None or known.is_asserted else {**values, "regulator_unsure": 1}


def questions(code: str, facts: Iterable[Fact], values: dict[str, str | int]) -> tuple[Finding, ...]:
    """Return one question per fact of low confidence."""
    return tuple(found(code, each, **values) for each in facts)


def open_question(
    rule: str, unsure: tuple[Fact, ...], at: Jurisdiction, profession: Profession | None, on: date
) -> tuple[Finding, ...]:
    """Return what a rule says when nothing may be relied on: the unsure sources, or that nothing is known."""
    values = whom(at, profession, on)
    return questions(f"{rule}-unsure", unsure, values) or (found(f"{rule}-not-known", **values),)
