"""The commands `pack` and `doctor` as a person runs them: what they print and how they end."""

from __future__ import annotations

import json
from datetime import date

import pytest
import time_machine

from intersession.cli import main
from intersession.packs import library
from intersession.packs.comparing import compare
from intersession.packs.stale import Stale, last_day, stale
from intersession.texts import LANGUAGES
from packs import samples


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two small packs, shipped; a home of our own; a day on which nothing is old."""
    (tmp_path / "data").mkdir()
    samples.shipped(tmp_path / "data", tmp_path / "home", monkeypatch)
    with time_machine.travel("2026-12-01T12:00:00Z", tick=False):
        yield tmp_path / "data"
    samples.forget()


def run(capsys, *args):
    status = main(["pack", *map(str, args)])
    shown = capsys.readouterr()
    return status, shown.out, shown.err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_list_names_every_place_and_counts_what_is_asked(folder, capsys, lang):
    status, out, _ = run(capsys, "list", "--lang", lang)
    assert status == 0
    assert out.splitlines()[1].startswith("ZR-ZE  Zenda (")
    rows = json.loads(run(capsys, "list", "--json")[1])
    assert [(row["code"], row["asserted"], row["asked"], row["parent"]) for row in rows] == [
        ("ZR", 2, 0, ""),
        ("ZR-ZE", 2, 1, "ZR"),
    ]


def test_show_tells_what_holds_what_is_asked_and_what_is_not_known(folder, capsys):
    status, out, _ = run(capsys, "show", "zr-ze", "--on", "2026-12-01")
    assert status == 0
    assert "Of age at: " in out
    assert "Not relied on. Ask the authority there: Time to answer a request for access" in out
    assert "Danger to others: not known here. Ask the authority there." in out
    assert "https://law.example/youth, read 2026-11; checked 2026-11; confidence: high; from ZR-ZE" in out
    assert "https://law.example/new" not in out, "not in force yet"
    assert "https://law.example/new" in run(capsys, "show", "zr-ze", "--on", "2027-01-01")[1]


def test_show_as_data(folder, capsys):
    shown = json.loads(run(capsys, "show", "ZR-ZE", "--json", "--lang", "de")[1])
    assert shown["chain"] == ["ZR-ZE", "ZR"]
    assert shown["on"] == "2026-12-01"
    assert {(fact["key"], fact["asserted"]) for fact in shown["facts"]} == {
        ("minor-consent", True), ("email", True), ("access-request", False), ("age-of-majority", True),
    }  # fmt: skip
    assert "duty-to-protect" in shown["not_known"]


@pytest.mark.parametrize(
    "args",
    [
        ("show", "YY"),
        ("show", "ZR", "--on", "soon"),
        ("sources", "YY"),
        ("check", "none"),
        ("diff", "a", "b"),
        ("adopt", "none"),
    ],
)
def test_what_is_not_known_or_not_there_ends_with_two(folder, capsys, args):
    status, out, err = run(capsys, *args)
    assert (status, out) == (2, "")
    assert err.endswith((".\n", "“intersession pack list”.\n"))


def test_check_ends_with_one_and_names_the_line(folder, capsys):
    assert run(capsys, "check", folder)[:2] == (0, f"{folder}: nothing to mend.\n")
    (folder / "zr.yaml").write_text(samples.PARENT.replace("age: 18", "age: old"))
    status, out, _ = run(capsys, "check", folder / "zr.yaml")
    assert status == 1
    assert out.startswith("zr.yaml:7: facts[1].value.age: “old” does not fit. Write a whole number")
    assert out.endswith("One thing to mend.\n")
    [row] = json.loads(run(capsys, "check", folder / "zr.yaml", "--json")[1])
    assert (row["line"], row["mend"]) == (7, "type")


def test_sources_are_listed_once_with_the_facts_that_rest_on_them(folder, capsys):
    out = run(capsys, "sources", "zr")[1]
    assert out.splitlines() == [
        "Civil code https://law.example/civil (1; read 2026-11)",
        "Guidance https://law.example/mail s. 4 (1; read 2026-11)",
    ]


def test_diff_says_what_is_new_gone_and_changed(folder, tmp_path, capsys):
    other = tmp_path / "other"
    other.mkdir()
    (other / "zr.yaml").write_text(
        samples.PARENT.replace("age: 18", "age: 21")
        .replace("key: email", "key: breach-notice")
        .replace("unencrypted: after-warning", "hours: 72")
        .replace("116 123", "116 111")
    )
    assert compare(folder, folder) == ()
    status, out, _ = run(capsys, "diff", folder / "zr.yaml", other / "zr.yaml")
    assert status == 0
    assert "ZR: changed: Of age at value: from “age 18” to “age 21”" in out
    assert "ZR: removed: Plain e-mail: unencrypted after-warning" in out
    assert "ZR: added: Time to report a data breach: hours 72" in out
    assert "ZR: removed: lines Night line 116 123" in out
    whole = json.loads(run(capsys, "diff", folder, other, "--json")[1])
    assert {"ZR", "ZR-ZE"} == {row["code"] for row in whole}
    assert run(capsys, "diff", folder, folder)[1] == "No difference.\n"


def test_adopt_lays_a_reviewed_file_over_the_pack_and_shows_it(folder, tmp_path, capsys):
    file = tmp_path / "zr-ze.yaml"
    file.write_text(samples.OWN)
    status, out, _ = run(capsys, "adopt", file)
    target = library.overlay_folder() / "zr-ze.yaml"
    assert (status, out) == (0, f"{target} now holds for this practice.\n")
    assert target.read_text() == samples.OWN
    assert [path.name for path in target.parent.iterdir()] == ["zr-ze.yaml"]
    shown = run(capsys, "show", "zr-ze")[1]
    assert "The practice’s own value, reviewed by Dr. Vera Stein, 2026-11-20." in shown
    assert "hearsay" not in shown.lower()


def test_adopt_takes_nothing_of_a_file_with_a_fault(folder, tmp_path, capsys):
    file = tmp_path / "zr-ze.yaml"
    file.write_text(samples.OWN.replace("days: 10", "days: ten"))
    status, _, err = run(capsys, "adopt", file)
    assert status == 1
    assert "zr-ze.yaml:6: facts[1].value.days: “ten” does not fit." in err
    assert not list(library.overlay_folder().iterdir())


def doctor(capsys, *args):
    status = main(["doctor", *args])
    return status, capsys.readouterr().out.splitlines()


@pytest.mark.django_db
def test_doctor_finds_nothing_where_nothing_is_wrong(folder, capsys):
    status, lines = doctor(capsys)
    assert status == 0
    assert [line.partition(":")[0] for line in lines] == ["ok"] * 7


@pytest.mark.parametrize("lang", LANGUAGES)
def test_doctor_names_a_broken_pack_and_a_broken_own_file(folder, capsys, lang):
    (folder / "zr.yaml").write_text(samples.PARENT.replace("age: 18", "age: old"))
    (library.overlay_folder() / "zr-ze.yaml").write_text("facts: [")
    status, lines = doctor(capsys, "--packs", "--lang", lang)
    assert status == 1
    errors = [line for line in lines if line.startswith(("error:", "Fehler:"))]
    assert any("zr.yaml:7:" in line for line in errors)
    assert any("zr-ze.yaml:" in line for line in errors)


def test_doctor_names_what_is_old_and_that_is_no_error(folder, capsys):
    with time_machine.travel("2029-12-01T12:00:00Z", tick=False):
        status, lines = doctor(capsys, "--packs")
        more = doctor(capsys, "--packs", "--all")[1]
    assert status == 0
    assert "warning: ZR: check the number of Night line again. It was last checked in November 2026." in lines
    assert any(line.startswith("warning: ZR-ZE: read the source of “") for line in more)


def test_doctor_names_a_home_it_cannot_write_to(folder, tmp_path, capsys, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("INTERSESSION_HOME", str(tmp_path / "file" / "home"))
    status, lines = doctor(capsys)
    assert status == 1
    assert lines[0].startswith("error: The home folder ")


@pytest.mark.parametrize(
    ("today", "kinds"),
    [
        (date(2027, 5, 29), set()),
        (date(2027, 5, 30), {"contact"}),
        (date(2028, 11, 30), {"contact"}),
        (date(2028, 12, 1), {"contact", "law"}),
    ],
)
def test_contacts_are_old_after_180_days_and_law_after_24_months(folder, today, kinds):
    assert {each.kind for each in stale(today)} == kinds


def test_a_month_counts_from_its_last_day():
    assert [last_day(on) for on in ("2026-12", "2028-02", "2026-11-05")] == [
        date(2026, 12, 31),
        date(2028, 2, 29),
        date(2026, 11, 5),
    ]


def test_an_own_fact_that_is_old_is_named_as_such(folder):
    (library.overlay_folder() / "zr-ze.yaml").write_text(samples.OWN)
    old = Stale("ZR-ZE", "law", "access-request", "2026-11-20", by_practice=True)
    assert old in stale(date(2028, 11, 21))
    assert old not in stale(date(2028, 11, 20))
