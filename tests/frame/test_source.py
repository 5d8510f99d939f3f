"""The text of a frame file: lines, duplicates, impossible dates, and bytes that are no frame at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intersession.frame.problems import Findings, dotted, shorten, show
from intersession.frame.source import LARGEST, read_source


def read(text: str | bytes) -> tuple[dict | None, bool, list[tuple[str, str, int]], Findings]:
    findings = Findings("f.toml")
    values, readable = read_source(text.encode() if isinstance(text, str) else text, findings)
    seen = [(each.code, each.key, each.line) for each in findings.problems]
    return values, readable, seen, findings


@settings(max_examples=150)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=300).map(str.encode)))
def test_no_bytes_make_it_fall_over(data):
    values, readable, seen, _ = read(data)
    assert values is not None or seen
    assert readable or seen


@pytest.mark.parametrize(
    ("data", "code", "readable"),
    [
        (b"", "empty", True),
        (b" \n\t\n", "empty", True),
        (b"\xff\xfe\x00", "not-text", False),
        (b"frame = 1\n\x00", "not-text", False),
        (b"#" * (LARGEST + 1), "too-large", False),
        (b"#" * (10 * 1024 * 1024), "too-large", False),
        (b"a = " + b"[" * 100_000, "too-deep", False),
        (b"a = " + b"9" * 10_000, "not-toml", False),
    ],
)
def test_what_is_no_frame_file_is_said_in_one_sentence(data, code, readable):
    values, is_readable, seen, _ = read(data)
    assert values is None
    assert [each[0] for each in seen] == [code]
    assert is_readable is readable


def test_the_largest_file_is_still_read():
    assert read(b"a = 1\n".ljust(LARGEST, b"#"))[0] == {"a": 1}


def test_lines_of_keys_tables_arrays_and_inline_tables():
    text = 'a = 1\n[b]\n"c d" = [\n 1,\n { e = 2 }]\n[[f]]\ng = 1\n[f.h]\ni = 2\n[[f]]\ng = 3\n'
    values, readable, seen, findings = read(text)
    assert readable
    assert seen == []
    assert values == {"a": 1, "b": {"c d": [1, {"e": 2}]}, "f": [{"g": 1, "h": {"i": 2}}, {"g": 3}]}
    lines = {dotted(path): line for path, line in findings.lines.items()}
    assert lines["b.c d[2].e"] == 5
    assert lines["f[1].h.i"] == 9
    assert lines["f[2].g"] == 11


def test_every_duplicate_is_found_and_the_first_value_kept():
    text = 'a = 1\na = 2\n[t]\nx = { y = 1, y = 2 }\n"x" = 3\n[t]\nz = 1\n'
    values, readable, seen, _ = read(text)
    assert readable
    assert seen == [
        ("duplicate", "a", 2),
        ("duplicate", "t.x.y", 4),
        ("duplicate", "t.x", 5),
        ("duplicate", "t", 6),
    ]
    assert values == {"a": 1, "t": {"x": {"y": 1}}}


def test_dates_that_do_not_exist_hide_nothing_else():
    text = "a = 2026-02-30\nb = 2027-02-29\nc = 2028-02-29\nd = 25:00:00\ne = e = 1\nf = 2026-13-01\n"
    _, readable, seen, _ = read(text)
    assert not readable
    assert ("no-such-date", "a", 1) in seen
    assert ("no-such-date", "b", 2) in seen
    assert ("syntax", "", 5) in seen
    assert not any(line == 3 for _, _, line in seen)


def test_each_line_that_can_not_be_read_is_named():
    _, readable, seen, _ = read('a = = 1\nb = "open\nc = 3\nd = [1,,2]\n')
    assert not readable
    assert {line for code, _, line in seen if code == "syntax"} == {1, 2, 4}


def test_a_broken_header_ends_the_reading():
    values, readable, seen, _ = read("[a\nb = 1\n")
    assert values is None
    assert not readable
    assert [each[0] for each in seen] == ["syntax"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (True, "true"),
        ("x", '"x"'),
        ([1, "a"], '[1, "a"]'),
        ({"a": 1}, "{ … }"),
        (list(range(9)), "[0, 1, 2, 3, 4, …]"),
    ],
)
def test_values_are_shown_as_they_stand_in_a_file(value, shown):
    assert show(value) == shown


def test_what_is_shown_is_one_short_printable_line():
    assert shorten("a\x1b[31m\nb" + "c" * 100) == "a·[31m·b" + "c" * 51 + "…"
