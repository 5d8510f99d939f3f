"""Every finding has a sentence and something to do, in every language, plain enough for a tired reader."""

from __future__ import annotations

import re

import pytest

from frame.reading_level import ease_de, grade_en, longest_sentence
from intersession.rules.findings import CODES, found
from intersession.texts import LANGUAGES, all_ids, has
from intersession.texts.catalogue import LOCALE
from intersession.texts.findings import sentence, todo

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


def test_values_become_words_of_the_language():
    place = {"place": "AT", "regulator": "none", "home": "DE"}
    ends = found("place-licence-ends", **place, until="2027-01-15")
    assert sentence(ends, "en") == "Austria: your licence ends on Fri 15 Jan 2027."
    assert sentence(ends, "de") == "Österreich: Ihre Erlaubnis endet am Fr, 15. Jan. 2027."
    due = found("breach-due", **place, zone="Europe/Vienna", due="2026-12-04T12:00:00+00:00", to="none")
    assert (
        sentence(due, "en")
        == "Austria: report this breach by Fri 4 Dec 2026, 13:00, if the law wants it reported."
    )
    assert todo(due, "en").startswith("Report to: the data protection authority there.")


def test_whom_to_ask_is_a_name_or_a_description():
    named, unnamed = (
        found("place-not-known", place="AT", regulator=name, home="DE") for name in ("the Board", "none")
    )
    assert todo(named, "en") == "Ask: the Board. Note the answer in your file."
    assert todo(unnamed, "en").startswith("Ask: the authority that watches over your profession there.")


def test_a_doubtful_name_is_marked_as_one():
    doubtful = found("place-not-known", place="DE", regulator="the chamber", regulator_unsure=1)
    assert todo(doubtful, "en").startswith("Ask: the chamber (name not confirmed).")
    assert "the chamber (Name nicht bestätigt)" in todo(doubtful, "de")


def test_a_limit_of_days_is_one_phrase():
    limit = {"days": 30, "within": "calendar-year", "count": "consecutive-days"}
    left = found("place-temporary-days-left", place="US-CA", regulator="none", home="US-WA", **limit, left=4)
    assert (
        sentence(left, "en")
        == "California: the limit is 30 days in a row in one calendar year. Days left: 4."
    )
    assert (
        sentence(left, "de")
        == "California: Die Grenze ist 30 Tage am Stück im Kalenderjahr. Tage, die noch bleiben: 4."
    )
