"""Gives a finding of the rules over packs its words: the sentence, and what to do about it.

Chooses no finding, and leaves the link to the source to whoever shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from intersession.packs import library
from intersession.rules.asking import NOBODY
from intersession.rules.findings import Answer, Finding
from intersession.texts.catalogue import text
from intersession.texts.dates import day, on_paper

# Values that are codes: the ids of their words begin like this.
WORDS = {
    "compact": "finding-compact",
    "profession": "finding-profession",
    "records": "finding-records",
    "event": "finding-event",
    "form": "finding-form",
}


def sentence(finding: Finding, lang: str) -> str:
    """Return what a finding says."""
    return text(lang, f"finding-{finding.code}", **_values(finding, lang))


def todo(finding: Finding, lang: str) -> str:
    """Return what the therapist can do about a finding."""
    return text(lang, f"finding-{finding.code}-do", **_values(finding, lang))


def answer_text(answer: Answer, home: str, place: str, on: date, lang: str) -> str:
    """Return the answer about two places in one sentence."""
    names = {"home": library.name(home, lang), "place": library.name(place, lang)}
    return text(lang, f"finding-answer-{answer}", day=day(on, lang, year=True), **names)


def authority(name: str, is_unsure: bool, lang: str) -> str:
    """Return whom to ask: a name, marked where it is one of low confidence, or words where none is known."""
    if name == NOBODY:
        return text(lang, "finding-nobody")
    return text(lang, "finding-name-unsure", name=name) if is_unsure else name


def _values(finding: Finding, lang: str) -> dict[str, str | int]:
    raw = dict(finding.values)
    shown = {name.replace("-", "_"): _worded(name, value, raw, lang) for name, value in raw.items()}
    if "compact" in raw:
        shown["authority"] = text(lang, f"finding-authority-{raw['compact']}")
    if "within" in raw:
        within = text(lang, f"finding-within-{raw['within']}")
        shown["limit"] = text(lang, f"finding-limit-{raw['count']}", days=raw["days"], within=within)
    return shown


def _worded(name: str, value: str | int, raw: Mapping[str, str | int], lang: str) -> str | int:
    """Return one value in words of a language. Numbers stay numbers."""
    if not isinstance(value, str):
        return value
    ways: Mapping[str, Callable[[str], str]] = {
        "place": lambda code: library.name(code, lang),
        "home": lambda code: library.name(code, lang),
        "regulator": lambda name: authority(name, "regulator-unsure" in raw, lang),
        "to": lambda name: text(lang, "finding-no-authority") if name == NOBODY else name,
        "until": lambda iso: day(date.fromisoformat(iso), lang, year=True),
        "start": lambda iso: day(date.fromisoformat(iso), lang, year=True),
        "due": lambda iso: on_paper(datetime.fromisoformat(iso), str(raw["zone"]), lang),
    }
    if name in WORDS:
        return text(lang, f"{WORDS[name]}-{value}")
    return ways[name](value) if name in ways else value
