"""A fact as a page shows it: label, value in words, note, source, dates, how sure. The same card everywhere.

Formats only; which facts hold and what follows is decided in rules/.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from babel.lists import format_list

from intersession.packs import library
from intersession.packs.vocabulary import label
from intersession.portal.public.help_lines import checked_day
from intersession.portal.shown.fact_values import Words, value_words
from intersession.rules.facts import Fact, Source
from intersession.texts import day, text


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A source: what it is called, its address ("" for none), the text it quotes, the day it was read."""

    title: str
    url: str
    citation: str
    read: str


@dataclass(frozen=True, slots=True)
class FactCard:
    """A fact in words. `note` is English; `own` is filled when the practice gave the value itself."""

    key: str
    label: str
    place: str
    code: str
    values: tuple[Words, ...]
    note: str
    professions: str
    since: str
    source: ShownSource
    also: tuple[ShownSource, ...]
    checked: str
    as_of: str
    confidence: str
    own: str


def fact_card(fact: Fact, lang: str) -> FactCard:
    """Return a fact as a page shows it in `lang`."""
    return FactCard(
        key=fact.key,
        label=label(fact.key, lang),
        place=library.name(fact.jurisdiction, lang),
        code=fact.jurisdiction,
        values=value_words(fact, lang, library.name),
        note=fact.note,
        professions=_professions(fact, lang),
        since=day(fact.in_force, lang, year=True) if fact.in_force else "",
        source=_source(fact.source, lang),
        also=tuple(_source(each, lang) for each in fact.also),
        checked=checked_day(fact.checked_on, lang) if fact.checked_on else "",
        as_of=str(fact.as_of or ""),
        confidence=text(lang, f"law-confidence-{fact.confidence}"),
        own=fact.reviewed_by if fact.by_practice else "",
    )


def once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return facts without repeats, in their order. The same rule at two places is two facts."""
    known: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        known.setdefault((fact.jurisdiction, fact.identity, fact.professions, fact.in_force), fact)
    return tuple(known.values())


def _professions(fact: Fact, lang: str) -> str:
    names = [text(lang, f"finding-profession-{each}") for each in fact.professions]
    return format_list(names, locale=lang) if names else ""


def _source(source: Source, lang: str) -> ShownSource:
    read = checked_day(source.retrieved, lang) if source.retrieved else ""
    return ShownSource(source.title, source.url, source.citation, read)
