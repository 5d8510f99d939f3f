"""What `pack check` finds: every kind of slip, with its line, all at once, in both languages; and nothing in the shipped packs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date

import pytest

from intersession.packs import examples, library
from intersession.packs.checking import check
from intersession.packs.phones import fault
from intersession.packs.problems import MENDS, Problem
from intersession.packs.reading import LARGEST, parse
from intersession.texts import LANGUAGES
from intersession.texts.packs import problem_line, problem_text
from packs import samples

TODAY = date(2026, 11, 24)
EXAMPLES = [(code, at) for code in library.codes() for at in range(len(library.pack_file(code).examples))]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two small packs under check."""
    (tmp_path / "data").mkdir()
    samples.shipped(tmp_path / "data", tmp_path / "home", monkeypatch)
    yield tmp_path / "data"
    samples.forget()


def slip(folder, old, new, name="zr-ze.yaml"):
    """Put one slip into a file and return the line where it stands and what the check says."""
    path = folder / name
    before = path.read_text(encoding="utf-8")
    assert old in before
    changed = before.replace(old, new, 1)
    path.write_text(changed, encoding="utf-8")
    return changed[: changed.index(new)].count("\n") + 1, check(folder, TODAY)


def test_the_samples_are_fine(folder):
    assert check(folder, TODAY) == ()
    assert check(folder / "zr-ze.yaml", TODAY) == ()


SLIPS = [
    ("key: minor-consent", "key: minors", "unknown-key", "facts[1].key"),
    ("name: Zenda", "nmae: Zenda", "unknown-field", "nmae"),
    ("age: 14", "age: fourteen", "type", "facts[1].value.age"),
    ("age: 14", "age: -1", "type", "facts[1].value.age"),
    ("age: 14", "age: 014", "type", "facts[1].value.age"),
    ("age: 14", "age: 1001", "type", "facts[1].value.age"),
    ("age: 14", "years: 14", "unknown-field", "facts[1].value.years"),
    ("rule: age-floor", "rule: floor", "choice", "facts[1].value.rule"),
    ('unencrypted: "no"', "unencrypted: no", "choice", "facts[2].value.unencrypted"),
    ("[psychologist]", "[wizard]", "profession", "facts[1].for[1]"),
    ("[psychologist]", "psychologist", "type", "facts[1].for"),
    ("[psychologist]", "[psychologist, psychologist]", "twice", "facts[1].for[2]"),
    ("parent: ZR", "parent: QQ", "parent", "parent"),
    ("parent: ZR", "parent: ruritania", "code", "parent"),
    ("parent: ZR", "parent: ZR-ZE", "cycle", "parent"),
    ("code: ZR-ZE", "code: ZR-ZA", "file-name", "code"),
    ("format: 1", "format: 2", "format", "format"),
    ("https://law.example/youth", "ftp://law.example/youth", "url", "facts[1].source.url"),
    ("https://law.example/youth", "javascript:alert(1)", "url", "facts[1].source.url"),
    ("https://law.example/youth", "https://law example/", "url", "facts[1].source.url"),
    ("in_force: 2027-01-01", "in_force: 2027-13-01", "day", "facts[2].in_force"),
    ('checked_on: "2026-11"', 'checked_on: "2026-13"', "day", "facts[1].checked_on"),
    ('checked_on: "2026-11"', 'checked_on: "2026-12"', "future", "facts[1].checked_on"),
    ('checked_on: "2026-11"', "checked_on: 2026-11-25", "future", "facts[1].checked_on"),
    ("confidence: high", "confidence: sure", "choice", "facts[1].confidence"),
    ("confidence: low", "confidence: medium", "url-missing", "facts[3].source"),
    ("{days: 5}", "{days: 5, days: 6}", "twice", "facts[3].value.days"),
    ("{days: 5}", "{days: !!python/none x}", "tag", "facts[3].value.days"),
    ("rule: minors", "rule: majors", "example", "examples[1].given.rule"),
    ("age: 15", "years: 15", "example", "examples[1].given.years"),
    ("on: 2026-12-01", "on: today", "example", "examples[1].given.on"),
    ("rule: minors, at: ZR-ZE, age: 15", "rule: access, at: ZR, age: 15", "example", "examples[1].given.age"),
    ("[minor-own-consent]", "[minor-guardian]", "example-fails", "examples[1].expect"),
]


@pytest.mark.parametrize(("old", "new", "mend", "key"), SLIPS, ids=lambda each: each[:30])
def test_a_slip_is_named_with_its_line(folder, old, new, mend, key):
    line, problems = slip(folder, old, new)
    found = [each for each in problems if each.mend == mend and each.key == key]
    assert found, problems
    assert found[0].file == "zr-ze.yaml"
    assert abs(found[0].line - line) <= 1 or mend in ("url-missing", "example-fails"), (found[0], line)


@pytest.mark.parametrize(
    ("old", "new", "mend", "key"),
    [
        ('phone: "116 123"', "phone: call me", "phone", "lines[1].phone"),
        ('phone: "116 123"', 'phone: "1161231234567890"', "phone", "lines[1].phone"),
        ('phone: "116 123"', "phone: 116123", "contacts", "lines[1].phone"),
        ('phone: "116 123"', 'sms: {to: "116123", keyword: Hello there}', "contacts", "lines[1].sms"),
        ('phone: "116 123"', 'press: "1"', "missing", "lines[1]"),
        ('number: "112"', "number: one one two", "phone", "emergency.number"),
        ("audience: general", "audience: everyone", "choice", "lines[1].audience"),
        (
            'confidence: high\n    checked_on: "2026-11"\n    newest',
            'confidence: low\n    checked_on: "2026-11"\n    newest',
            "choice",
            "lines[1].confidence",
        ),
        ("name: Night line", "name: Night line\n    colour: red", "unknown-field", "lines[1].colour"),
    ],
    ids=str,
)
def test_a_bad_number_to_call_is_named(folder, old, new, mend, key):
    _, problems = slip(folder, old, new, "zr.yaml")
    assert [(each.mend, each.key) for each in problems] == [(mend, key)]


@pytest.mark.parametrize(
    ("cut", "mend", "wants"),
    [
        ('    checked_on: "2026-11"\n', "missing", "checked_on"),
        ("    confidence: high\n", "missing", "confidence"),
        (', retrieved: "2026-11"', "missing", "retrieved"),
        ("title: Youth act, ", "missing", "title"),
        (
            '    source: {title: Youth act, url: "https://law.example/youth", retrieved: "2026-11"}\n',
            "missing",
            "source",
        ),
        ("code: ZR-ZE\n", "missing", "code"),
        (", rule: age-floor", "missing", "rule"),
    ],
    ids=str,
)
def test_what_is_missing_is_named(folder, cut, mend, wants):
    _, problems = slip(folder, cut, "")
    assert (mend, wants) in [(each.mend, each.wants) for each in problems]
    assert all(each.line for each in problems if each.key)


def test_two_values_for_one_day_are_named_with_the_other_line(folder):
    text_ = samples.CHILD
    first = text_[text_.index("  - key: access") : text_.index("examples:")]
    (folder / "zr-ze.yaml").write_text(text_.replace("examples:", f"{first}examples:"))
    [problem] = check(folder, TODAY)
    assert (problem.mend, problem.key) == ("two-values", "facts[4]")
    assert int(problem.wants) < problem.line


def test_a_circle_of_three_and_a_chain_of_five_are_named(folder):
    def pack(code, parent):
        (folder / f"{code.lower()}.yaml").write_text(f"format: 1\ncode: {code}\nparent: {parent}\n")

    for code, parent in (("AA", "AB"), ("AB", "AC"), ("AC", "AA")):
        pack(code, parent)
    assert {(each.file, each.mend) for each in check(folder, TODAY)} == {
        ("aa.yaml", "cycle"), ("ab.yaml", "cycle"), ("ac.yaml", "cycle"),
    }  # fmt: skip
    (folder / "ac.yaml").write_text("format: 1\ncode: AC\nparent: ZR-ZE\n")
    assert [(each.file, each.mend) for each in check(folder, TODAY)] == [("aa.yaml", "chain")]


def test_all_slips_come_at_once_in_the_order_of_the_file(folder):
    path = folder / "zr-ze.yaml"
    changed = path.read_text()
    for old, new in (("age: 14", "age: x"), ("https://law.example/new", "new"), ("days: 5", "days: five")):
        changed = changed.replace(old, new)
    path.write_text(changed)
    problems = check(folder, TODAY)
    assert [each.mend for each in problems] == ["type", "url", "type"]
    assert [each.line for each in problems] == sorted(each.line for each in problems)


@pytest.mark.parametrize(
    ("content", "mend"),
    [
        (b"", "empty"),
        (b"- 1", "empty"),
        (b"\xff\xfe", "not-utf8"),
        (b"a: [", "not-yaml"),
        (b"a: " + b"[" * 5000, "not-yaml"),
        (b"a: \x01", "not-yaml"),
        (b"#" * (LARGEST + 1), "too-large"),
        (b"format: &a 1\ncode: *a", "alias"),
    ],
    ids=lambda each: each[:12],
)
def test_a_file_that_is_no_pack(folder, content, mend):
    (folder / "zr.yaml").write_bytes(content)
    found = [each for each in check(folder, TODAY) if each.file == "zr.yaml"]
    assert mend in [each.mend for each in found]


def test_a_missing_file_is_a_problem_and_no_crash(tmp_path):
    assert [each.mend for each in check(tmp_path / "none.yaml", TODAY)] == ["unreadable"]


def test_a_bomb_of_references_costs_nothing():
    bomb = b"a0: &a0 [x]\n" + b"".join(
        b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 60)
    )
    document = parse(bomb, "bomb.yaml")
    assert {each.mend for each in document.problems} == {"alias"}


def test_an_own_file_needs_a_reviewer(folder, tmp_path):
    path = tmp_path / "zr-ze.yaml"
    path.write_text(samples.OWN)
    assert check(path, TODAY, by_practice=True) == ()
    path.write_text(
        samples.OWN.replace("    reviewed_by: Dr. Vera Stein, 2026-11-20\n", "").replace(
            "code: ZR-ZE\n", "code: ZR-ZE\nparent: EU\n"
        )
    )
    found = check(path, TODAY, by_practice=True)
    assert {each.mend for each in found} == {"overlay-reviewed", "overlay-parent", "parent"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("mend", MENDS)
def test_every_mend_has_its_sentence(lang, mend):
    problem = Problem("de.yaml", 7, "facts[1].key", "found it", mend, "text")
    said = problem_text(problem, lang)
    assert "{" not in said
    assert said.endswith((".", "“format: 1”.", "text."))
    assert problem_line(problem, lang).startswith("de.yaml:7: facts[1].key: ")
    assert problem_line(Problem("de.yaml", 0, "", "", mend), lang).startswith("de.yaml: ")


@pytest.mark.parametrize(
    ("written", "region", "why"),
    [
        ("112", "DE", ""),
        ("0800 111 0 111", "DE", ""),
        ("*4141", "CL", ""),
        ("1-800-662-4357", "US", ""),
        ("49 800 111 0 111", "DE", "no-plus"),
        ("0800", "DE", ""),
        ("08001110111222333444", "DE", "length"),
        ("call", "DE", "unwritten"),
        ("", "DE", "unwritten"),
    ],
)
def test_a_number_and_a_slip_of_the_pen(written, region, why):
    assert fault(written, region) == why


def test_the_shipped_packs_have_nothing_to_mend():
    samples.forget()
    assert check(library.FOLDER, date(2026, 11, 30)) == ()


@pytest.mark.parametrize(("code", "at"), EXAMPLES, ids=str)
def test_every_example_of_a_shipped_pack_holds(code, at):
    samples.forget()
    came, holds = examples.run(library.pack_file(code).examples[at], library.jurisdiction)
    assert holds, came


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('checked_on: "2026-11"', 'checked_on: "2028-11"', [("future", "2028-11")]),
        ('checked_on: "2026-11"', "checked_on: 2028-11-02", [("future", "2028-11-02")]),
        ('checked_on: "2026-11"', 'checked_on: "2028-13"', [("contacts", "2028-13")]),
        ('checked_on: "2026-11"', "checked_on: 2026-11-05", []),
        (
            'checked_on: "2026-11"',
            'checked_on: "2028-11"\n  newest: soon',
            [("future", "2028-11"), ("contacts", "soon")],
        ),
        ('number: "112"', "number: no", [("phone", "no")]),
        ("confidence: high", "confidence: Off", [("choice", "Off")]),
    ],
    ids=str,
)
def test_a_slip_of_a_contact_is_named_once_and_as_it_is_written(folder, old, new, expected):
    path = folder / "zr.yaml"
    before, emergency, after = path.read_text().partition("emergency:")
    assert old in after
    path.write_text(before + emergency + after.replace(old, new, 1))
    assert [(each.mend, each.found) for each in check(folder, TODAY)] == expected


def test_a_day_of_a_fact_that_is_none_is_named_once(folder):
    _, problems = slip(folder, 'checked_on: "2026-11"', 'checked_on: "2028-13"')
    assert [(each.mend, each.found) for each in problems] == [("day", "2028-13")]


BROKEN = """format: 1
code: {code}
parent: {parent}
facts:
  - key: email
    value: {{unencrypted: no}}
    source: {{title: Act, url: "https://law.example/mail", retrieved: "2026-11"}}
    checked_on: "2026-13"
    confidence: sure
"""


def test_a_circle_with_broken_facts_and_an_own_file_ends_and_all_is_named(tmp_path):
    folder, own = tmp_path / "new", tmp_path / "home" / "packs"
    folder.mkdir()
    own.mkdir(parents=True)
    for code, parent in (("AA", "AB"), ("AB", "AA")):
        (folder / f"{code.lower()}.yaml").write_text(BROKEN.format(code=code, parent=parent))
        (own / f"{code.lower()}.yaml").write_text(
            samples.OWN.replace("code: ZR-ZE", f"code: {code}\nparent: {parent}")
        )
    done = subprocess.run(  # in a process of its own, so that a check without end fails here
        [sys.executable, "-m", "intersession", "pack", "check", "--json", str(folder)],
        env={**os.environ, "INTERSESSION_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    named = {(each["file"], each["mend"], each["found"]) for each in json.loads(done.stdout)}
    for name, circle in (("aa.yaml", "AA > AB > AA"), ("ab.yaml", "AB > AA > AB")):
        assert {
            (name, "cycle", circle), (name, "choice", "no"), (name, "choice", "sure"), (name, "day", "2026-13"),
        } <= named  # fmt: skip
    assert done.returncode == 1
