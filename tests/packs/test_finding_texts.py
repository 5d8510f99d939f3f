"""Every finding has a sentence and something to do, in every language, plain enough for a tired reader."""

from __future__ import annotations

import re

import pytest

from frame.reading_level import ease_de, grade_en, longest_sentence
from intersession.rules.findings import CODES
from intersession.texts import LANGUAGES, all_ids, has
from intersession.texts.catalogue import LOCALE

# Names and numbers stand for the values, so that they weigh on no sentence.
PLAIN = {"place": "Rome", "regulator": "the Board", "records": "the file", "form": "on paper"}


def sentences(lang: str) -> dict[str, str]:
    """Return the whole sentences of a catalogue, with short words for the values."""
    source = (LOCALE / lang / "findings.ftl").read_text(encoding="utf-8")
    lines = dict(re.findall(r"^(finding-[a-z0-9-]+) = (.+)$", source, re.MULTILINE))
    return {
        name: re.sub(r"\{ \$([a-z-]+) \}", lambda value: PLAIN.get(value[1], "5"), line)
        for name, line in lines.items()
        if line.endswith(".")
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_a_sentence_and_something_to_do(lang):
    wanted = {f"finding-{code}{end}" for code in CODES for end in ("", "-do")}
    assert {each for each in wanted if not has(lang, each)} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_left_of_a_code_that_is_gone(lang):
    pairs = {
        each.removesuffix("-do")
        for each in all_ids(lang)
        if each.startswith("finding-") and each.endswith("-do")
    }
    assert pairs - {"finding-to"} == {f"finding-{code}" for code in CODES}


def test_english_reads_like_the_eighth_school_year():
    long = {name: line for name, line in sentences("en").items() if len(line.split()) > 7}
    assert {name: round(grade_en(line), 1) for name, line in long.items() if grade_en(line) > 8} == {}


def test_german_reads_plainly():
    long = {name: line for name, line in sentences("de").items() if len(line.split()) > 7}
    assert {name: round(ease_de(line)) for name, line in long.items() if ease_de(line) < 60} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_longer_than_a_breath(lang):
    lines = {name: longest_sentence(line) for name, line in sentences(lang).items()}
    assert {name: words for name, words in lines.items() if words > 24} == {}
