"""Agreements between states that let a licence of one reach clients in another.

Judges the agreements alone; which of several routes is taken is decided in place.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from intersession.rules.asking import questions
from intersession.rules.facts import Fact, Jurisdiction, Profession
from intersession.rules.findings import Answer, found
from intersession.rules.temporary import Route
from intersession.rules.vocabulary import Compact

# Each is open to one profession only (their own texts; research/jurisdictions, United States federal file).
COMPACTS: Mapping[str, Profession] = {
    Compact.PSYPACT.value: Profession.PSYCHOLOGIST,
    Compact.COUNSELING.value: Profession.COUNSELOR,
    Compact.SOCIAL_WORK.value: Profession.SOCIAL_WORKER,
}


def compacts(
    home: Jurisdiction,
    there: Jurisdiction,
    profession: Profession | None,
    on: date,
    approved: frozenset[str],
    values: dict[str, str | int],
) -> tuple[Route, ...]:
    """Return what each agreement open to the profession leads to between two places."""
    names = [name for name, whose in COMPACTS.items() if whose is profession]
    return tuple(_one(name, home, there, profession, on, approved, values) for name in names)


def _one(
    name: str,
    home: Jurisdiction,
    there: Jurisdiction,
    profession: Profession | None,
    on: date,
    approved: frozenset[str],
    values: dict[str, str | int],
) -> Route:
    mine, theirs = (_facts(name, each, profession, on) for each in (home, there))
    named = {**values, "compact": name}
    if not mine or not theirs:
        return Route(None, ())
    if not mine[0].is_asserted or not theirs[0].is_asserted:
        if not all(_is_hopeful(each[0]) for each in (mine, theirs)):
            return Route(None, ())
        unsure = [each[0] for each in (mine, theirs) if not each[0].is_asserted]
        return Route(Answer.ASK, questions("place-compact-unsure", unsure, named))
    if not all(_is_in_use(each[0], on) for each in (mine, theirs)):
        # Passed on both sides: worth knowing that it will come.
        passed = all(_is_hopeful(each[0]) for each in (mine, theirs))
        return Route(None, (found("place-compact-not-yet", theirs[0], **named),) if passed else ())
    if name in approved:
        return Route(Answer.ALLOWED, (found("place-compact-authority", theirs[0], **named),))
    terms = [each for each in there.all("compact-terms", profession, on) if each.value.get("compact") == name]
    asked = tuple(found("place-compact-terms", each, **named) for each in terms if each.is_asserted)
    return Route(Answer.ASK, (found("place-compact-possible", theirs[0], **named), *asked))


def _facts(name: str, at: Jurisdiction, profession: Profession | None, on: date) -> list[Fact]:
    """Return what a place says about one agreement, what may be relied on first."""
    here = [each for each in at.all("compact", profession, on) if each.value.get("compact") == name]
    return sorted(here, key=lambda fact: not fact.is_asserted)


def _is_hopeful(fact: Fact) -> bool:
    return fact.value.get("status") in ("member", "enacted")


def _is_in_use(fact: Fact, on: date) -> bool:
    since = fact.value.get("since")
    if fact.value.get("status") != "member" or fact.value.get("issuing") == "no":
        return False
    return since is None or date.fromisoformat(str(since)) <= on
