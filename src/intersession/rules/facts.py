"""What the law of a place says, as the rules over packs read it: facts with value, source and confidence.

Holds the shapes and the look-up along the chain of inheritance. Reads no file, decides nothing about a case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Confidence(StrEnum):
    """How far a fact can be trusted (given by whoever read the source)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Profession(StrEnum):
    """The professions the packs tell apart. A fact without one holds for all of them."""

    PSYCHOTHERAPIST = "psychotherapist"
    PSYCHOLOGIST = "psychologist"
    COUNSELOR = "counselor"
    SOCIAL_WORKER = "social-worker"
    MARRIAGE_AND_FAMILY_THERAPIST = "marriage-and-family-therapist"
    EDUCATIONAL_PSYCHOLOGIST = "educational-psychologist"
    PHYSICIAN = "physician"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read. `url` is empty where no page is on record; `retrieved` is "2026-11" or a full date."""

    title: str
    url: str = ""
    citation: str = ""
    retrieved: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a jurisdiction says, about one key of `packs/vocabulary.yaml`.

    `jurisdiction`: the pack that says it (a parent's facts are inherited). `value`: the fields the vocabulary
    gives the key. `professions`: empty means all. `in_force` None: since before this data begins.
    `as_of`: the year of the newest text that was read, 0 if not known. `by_practice`: an overlay of the practice.
    """

    key: str
    jurisdiction: str
    source: Source
    confidence: Confidence
    checked_on: str
    value: Mapping[str, Any] = field(default_factory=dict)
    professions: tuple[Profession, ...] = ()
    in_force: date | None = None
    as_of: int = 0
    note: str = ""
    also: tuple[Source, ...] = ()
    reviewed_by: str = ""
    by_practice: bool = False

    @property
    def is_asserted(self) -> bool:
        """Whether rules may rely on it. A fact of low confidence is a question to the therapist, never a rule."""
        return self.confidence is not Confidence.LOW

    @property
    def identity(self) -> tuple[str, ...]:
        """Facts with the same identity are the same rule at different dates or levels."""
        return (
            self.key,
            *(str(self.value[name]) for name in APART_BY.get(self.key, ()) if name in self.value),
        )


# Keys a pack may state more than once: the fields that tell their facts apart.
APART_BY: Mapping[str, tuple[str, ...]] = {
    "compact": ("compact",),
    "compact-terms": ("compact",),
    "temporary-practice": ("homes",),
    "regulator": ("name",),
    "retention": ("records",),
    "licensing": ("topic",),
    "privacy-duty": ("topic",),
}


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of a look-up: the nearest fact that may be relied on, and what is only a question.

    `fact` None and no questions: not known here.
    """

    fact: Fact | None
    questions: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place and everything its own pack and its parents' packs say. `chain`: its code first, then its parents'.

    A place without any pack has its code as chain and no facts.
    """

    code: str
    chain: tuple[str, ...]
    facts: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a chain that does not start at home."""
        if not self.chain or self.chain[0] != self.code:
            raise ValueError(f"the chain of {self.code} starts with {self.chain[:1]}")

    def find(self, key: str, profession: Profession | None, on: date) -> Found:
        """Look a key up along the chain: the nearest level that can be relied on wins.

        At one level a fact for this very profession beats one for all. Nearer facts of low confidence come
        along as questions; facts of another profession are never used.
        """
        questions: list[Fact] = []
        for code in self.chain:
            here = self._at(code, key, profession, on)
            questions += [each for each in here if not each.is_asserted]
            fact = next((each for each in here if each.is_asserted), None)
            if fact:
                return Found(fact, tuple(questions))
        return Found(None, tuple(questions))

    def all(self, key: str, profession: Profession | None, on: date) -> tuple[Fact, ...]:
        """Return every fact of a key that holds here on a day, nearest level first.

        All levels count: where a state and a federal law both set a time, both bind. Facts of low
        confidence are among them; ask `is_asserted`.
        """
        return tuple(each for code in self.chain for each in self._at(code, key, profession, on))

    def _at(self, code: str, key: str, profession: Profession | None, on: date) -> list[Fact]:
        fitting = [each for each in self.facts if each.jurisdiction == code and each.key == key]
        fitting = [each for each in fitting if not each.professions or profession in each.professions]
        fitting = [each for each in fitting if each.in_force is None or each.in_force <= on]
        newest: dict[tuple[tuple[str, ...], tuple[Profession, ...]], Fact] = {}
        for each in sorted(fitting, key=lambda fact: fact.in_force or date.min):
            newest[each.identity, each.professions] = each
        return sorted(newest.values(), key=lambda fact: (not fact.professions, not fact.by_practice))
