"""What `intersession pack show` says about a place on a day: what holds, what is only asked, what is not known.

Chooses words and order; which facts hold is the look-up of rules/facts.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from intersession.packs import library, vocabulary
from intersession.portal.shown.fact_values import value_words
from intersession.rules.asking import regulator_fact
from intersession.rules.facts import Fact, Jurisdiction, Profession
from intersession.rules.showing import gaps, in_force
from intersession.texts import day, text
from intersession.texts.findings import authority

Row = dict[str, object]
# Keys that only some places have, so that their absence says nothing.
NOT_MISSED = frozenset({"compact", "compact-terms", "licensing", "privacy-duty", "privacy-laws"})


def show_lines(here: Jurisdiction, on: date, lang: str) -> list[str]:
    """Return the whole page of a place in sentences."""
    name, chain = library.name(here.code, lang), " > ".join(here.chain)
    first = text(
        lang, "packs-show-title", name=name, code=here.code, day=day(on, lang, year=True), chain=chain
    )
    lines = [first, text(lang, "packs-show-advice")]
    holding, missing = in_force(here, on), gaps(here, on, vocabulary.keys())
    for key in vocabulary.keys():  # noqa: SIM118 (a function, not a mapping's view)
        if key in missing and key not in NOT_MISSED:
            whom = _whom(here, None, on, lang)
            said = text(lang, "packs-show-missing", label=vocabulary.label(key, lang), whom=whom)
            lines += ["", said]
        for fact in holding:
            if fact.key == key:
                lines += ["", *_fact_lines(fact, here, on, lang)]
    return lines


def _fact_lines(fact: Fact, here: Jurisdiction, on: date, lang: str) -> Iterable[str]:
    value = " ".join(each.text for each in value_words(fact, lang, library.name))
    said = {"label": vocabulary.label(fact.key, lang), "value": value}
    if fact.is_asserted:
        yield text(lang, "packs-show-fact", **said)
    else:
        first = fact.professions[0] if fact.professions else None
        yield text(lang, "packs-show-unsure", whom=_whom(here, first, on, lang), **said)
    if fact.professions:
        names = [text(lang, f"finding-profession-{each}") for each in fact.professions]
        yield "  " + text(lang, "packs-show-for", who=", ".join(names))
    if fact.note:
        yield "  " + text(lang, "packs-show-note", note=fact.note)
    if fact.by_practice:
        yield "  " + text(lang, "packs-show-own", who=fact.reviewed_by)
    for source in (fact.source, *fact.also):
        line = text(
            lang,
            "packs-show-source",
            title=source.title,
            url=source.url,
            citation=source.citation,
            read=source.retrieved,
            checked=fact.checked_on,
            confidence=fact.confidence.value,
            place=fact.jurisdiction,
        )
        yield "  " + " ".join(line.split()).replace(" ,", ",")


def _whom(here: Jurisdiction, profession: Profession | None, on: date, lang: str) -> str:
    known = regulator_fact(here, profession, on)
    if known is None:
        return text(lang, "packs-show-authority")
    return authority(str(known.value["name"]), not known.is_asserted, lang)


def as_json(fact: Fact, lang: str) -> Row:
    """Return a fact with its label in `lang`."""
    return {**asdict(fact), "label": vocabulary.label(fact.key, lang), "asserted": fact.is_asserted}


def show_json(here: Jurisdiction, on: date, lang: str) -> Row:
    """Return the whole page of a place as data."""
    return {
        "code": here.code,
        "name": library.name(here.code, lang),
        "on": on.isoformat(),
        "chain": list(here.chain),
        "facts": [as_json(fact, lang) for fact in in_force(here, on)],
        "not_known": list(gaps(here, on, vocabulary.keys())),
    }
