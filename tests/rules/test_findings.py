"""The closed list of findings: nothing outside it, and no more than a question from a doubtful source."""

from __future__ import annotations

import re

import pytest

from intersession.rules.findings import CODES, Severity, found
from rules.places import fact


def test_a_fact_of_low_confidence_can_only_be_a_question():
    low = fact("email", "QQ", confidence="low", unencrypted="no")
    assert found("email-unsure", low, place="QQ").asks
    with pytest.raises(ValueError, match="low confidence"):
        found("email-encrypted-only", low, place="QQ")


def test_a_code_outside_the_list_is_a_mistake():
    with pytest.raises(KeyError):
        found("email-perhaps")


@pytest.mark.parametrize("code", CODES)
def test_codes_are_kebab_case_with_a_meaning_and_no_question_is_an_error(code):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", code)
    assert CODES[code].meaning
    assert not (CODES[code].asks and CODES[code].severity is Severity.ERROR)


def test_values_are_named_as_the_sentences_name_them():
    assert found("access-due", answer_by="x").values == (("answer-by", "x"),)
