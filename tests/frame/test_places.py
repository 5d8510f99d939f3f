"""A holiday calendar or a place is shown by its name, in the reader's language, and never as a code."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from intersession.frame import change_text, origin_text
from intersession.frame.calendars import _supported, calendar, place_name
from intersession.frame.render import plain_text
from intersession.rules.consent import difference
from intersession.rules.schedule import NO_CALENDAR
from intersession.rules.vocabulary import Layer
from intersession.texts import LANGUAGES
from rules.samples import terms

CODE = re.compile(r"\b[A-Z]{2}(-[A-Z0-9]{1,3})?\b")
NAMES = {
    "DE": ("Germany", "Deutschland"),
    "DE-BE": ("Berlin, Germany", "Berlin, Deutschland"),
    "DE-BY": ("Bavaria, Germany", "Bayern, Deutschland"),
    "AT-9": ("Vienna, Austria", "Wien, Österreich"),
    "CH-ZH": ("Zurich, Switzerland", "Zürich, Schweiz"),
    "US-IA": ("Iowa, United States", "Iowa, Vereinigte Staaten"),
    "GB-SCT": ("Scotland, United Kingdom", "Scotland, Vereinigtes Königreich"),
    "FR-Zone A": ("Zone A, France", "Zone A, Frankreich"),
    "none": ("none", "keine"),
}


def with_calendar(code: str):
    agreed = terms()
    return replace(agreed, schedule=replace(agreed.schedule, calendar=calendar(code)))


@pytest.mark.parametrize(("code", "names"), NAMES.items())
def test_a_place_has_a_name_in_each_language(code, names):
    assert tuple(place_name(code, lang) for lang in ("en", "de")) == names


def test_no_calendar_is_left_with_its_code():
    """Of every calendar a frame may name: what stands before the country is a word."""
    codes = [f"{land}-{part}" for land, parts in _supported().items() if len(land) == 2 for part in parts]
    assert len(codes) > 500
    bare = [code for code in codes for lang in LANGUAGES if CODE.match(place_name(code, lang))]
    assert bare == []


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Not on public holidays (Berlin, Germany)."),
        ("de", "Nicht an Feiertagen (Berlin, Deutschland)."),
    ],
)
def test_the_agreement_names_whose_holidays_count(lang, said):
    whole = plain_text(with_calendar("DE-BE"), lang)
    assert said in whole
    assert "DE-BE" not in whole


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "The public holidays that count: until now Berlin, Germany, then Vienna, Austria."),
        ("de", "Die Feiertage, die gelten: bisher Berlin, Deutschland, dann Wien, Österreich."),
    ],
)
def test_a_changed_calendar_is_told_by_name(lang, said):
    [change] = difference(with_calendar("DE-BE"), with_calendar("AT-9"))
    assert change_text(change, lang) == said


@pytest.mark.parametrize(("lang", "word"), [("en", "none"), ("de", "keine")])
def test_no_calendar_is_a_word_too(lang, word):
    [change] = difference(with_calendar("DE-BE"), with_calendar(NO_CALENDAR.code))
    assert change_text(change, lang).endswith(f"{word}.")


@pytest.mark.parametrize(("lang", "said"), [("en", "the law (Germany)"), ("de", "das Recht (Deutschland)")])
def test_the_law_is_named_by_its_country(lang, said):
    assert origin_text(Layer.PACK, lang, replace(terms(), pack_code="DE")) == said
