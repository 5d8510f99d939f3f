"""Findings as a page shows them: a mark with a word, the sentence, what to do, and why. One composition for all pages.

What is found is the rules' (rules/practising.py, rules/place.py); this words it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from intersession.packs import library
from intersession.portal.shown.facts import FactCard, fact_card
from intersession.rules.facts import Profession
from intersession.rules.findings import Finding, Severity
from intersession.rules.layers import Policy
from intersession.rules.practising import Lapse, about_policy, about_retention, lapses
from intersession.rules.terms import Licence, Permit
from intersession.texts import day, text
from intersession.texts.findings import sentence, todo

ICONS = {"error": "alert", "warning": "doc", "ask": "question", "info": "check"}
GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding in words. `mark` is error, warning, ask or info; `why` is None where nothing is known."""

    code: str
    mark: str
    icon: str
    word: str
    sentence: str
    todo: str
    place: str
    why: FactCard | None


def shown(finding: Finding, lang: str) -> Shown:
    """Return a finding in words."""
    mark = "ask" if finding.asks else finding.severity.value
    return Shown(
        code=finding.code,
        mark=mark,
        icon=ICONS[mark],
        word=text(lang, f"law-severity-{mark}"),
        sentence=sentence(finding, lang),
        todo=todo(finding, lang),
        place=str(dict(finding.values).get("place", "")).lower(),
        why=fact_card(finding.fact, lang) if finding.fact else None,
    )


def ordered(findings: Iterable[Finding], lang: str) -> tuple[Shown, ...]:
    """Return findings in words, the gravest first, otherwise in the order the rules gave."""
    by_weight = sorted(findings, key=lambda each: GRAVEST_FIRST.index(each.severity))
    return tuple(shown(each, lang) for each in by_weight)


@dataclass(frozen=True, slots=True)
class Law:
    """What the law says about a policy: what wants a look, what is only good to know, how long a file would be kept."""

    open: tuple[Shown, ...]
    more: tuple[Shown, ...]
    kept: tuple[Shown, ...]


def law_of(policy: Policy, lang: str, on: date) -> Law:
    """Return what a policy should be looked at for."""
    found = ordered(about_policy(policy, library.jurisdiction, on), lang)
    return Law(
        open=tuple(each for each in found if each.mark != "info"),
        more=tuple(each for each in found if each.mark == "info"),
        kept=ordered(about_retention(policy.therapist, library.jurisdiction, on), lang),
    )


@dataclass(frozen=True, slots=True)
class Lapsing:
    """A licence or permit that ends or has ended, in one sentence."""

    sentence: str
    is_over: bool


def lapsing(rights: Sequence[Licence | Permit], lang: str, on: date) -> list[Lapsing]:
    """Return what to say about licences and permits that end within 90 days, soonest first."""
    return [Lapsing(_lapse(each, lang), each.days < 0) for each in lapses(rights, on)]


def _profession(name: str, lang: str) -> str:
    known = {each.value for each in Profession}
    return text(lang, f"finding-profession-{name}") if name in known else name


def _lapse(lapse: Lapse, lang: str) -> str:
    values, until = _named(lapse.right, lang), day(lapse.until, lang, year=True)
    what = "licence" if isinstance(lapse.right, Licence) else "permit"
    if lapse.days < 0:
        return text(lang, f"law-{what}-ended", day=until, **values)
    return text(lang, f"law-{what}-ends", count=lapse.days, day=until, **values)


def _named(right: Licence | Permit, lang: str) -> dict[str, str]:
    """Return where a right counts and what it is, in words."""
    compact = right.compact if isinstance(right, Permit) else None
    name = library.name(right.jurisdiction, lang) if right.jurisdiction else ""
    if isinstance(right, Licence):
        return {"place": name, "profession": _profession(right.profession, lang)}
    return {
        "place": name or text(lang, f"finding-compact-{compact}"),
        "permit": text(lang, f"finding-authority-{compact}" if compact else f"law-permit-{right.kind}"),
    }
