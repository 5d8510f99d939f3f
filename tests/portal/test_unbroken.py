"""A phone number in a sentence does not break across lines; the sentence stays as it is, and escaped."""

from __future__ import annotations

import re

import pytest

from intersession.templatetags.say import unbroken


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Call 0800 111 0 111, or 112.", ["0800 111 0 111"]),
        ("From abroad: +49 30 123456.", ["+49 30 123456"]),
        ("Between 9:00 and 17:00, within 2 working days.", []),
        ("988", []),
        ("Lifeline <b>, 13 11 14", ["13 11 14"]),
    ],
)
def test_numbers_are_kept_in_one_piece(words: str, kept: list[str]):
    shown = unbroken(words)
    assert re.findall(r'<span class="nowrap">(.*?)</span>', shown) == kept
    bare = re.sub(r'<span class="nowrap">|</span>', "", shown)
    assert bare == words.replace("<", "&lt;").replace(">", "&gt;")
