"""`intersession frame year`: what it prints, in which form, and how it ends."""

from __future__ import annotations

import argparse
import json
from datetime import date, datetime
from pathlib import Path

import pytest
import time_machine

from intersession.frame.year import crisis_numbers, finding_text, last_of_year
from intersession.frame_command import add_frame_parser
from intersession.packs import crisis
from intersession.packs.crisis import CrisisDataError
from intersession.rules.schedule import Promise, Window
from intersession.rules.vocabulary import Unit
from intersession.rules.wording import Hours, Place
from intersession.rules.year import CrisisNumbers, YearFinding, YearKind
from intersession.texts.catalogue import all_ids

VERA = Path(__file__).parent.parent.parent / "examples" / "frames" / "vera.toml"
PLANTED = (
    ('holidays = "DE-BE"', 'holidays = "UA"'),
    ('cover = "Otto Brandt"', ""),
    ('seen_within = "1 working day"', 'seen_within = "100 hours"'),
    ("until = 2028-01-31", "until = 2027-01-31"),
    ('mon = ["08:00-22:00"]', 'mon = ["08:00-22:00"]\nsun = ["00:00-06:00"]'),
)


@pytest.fixture
def run(capsys):
    """Run `intersession frame year ...`; returns status, standard output and standard error."""

    def run(*argv: object) -> tuple[int, str, str]:
        parser = argparse.ArgumentParser()
        add_frame_parser(parser.add_subparsers())
        args = parser.parse_args(["frame", "year", *map(str, argv)])
        status = args.run(args)
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return run


@pytest.fixture
def planted(tmp_path):
    source = VERA.read_text(encoding="utf-8")
    for found, instead in PLANTED:
        assert found in source
        source = source.replace(found, instead)
    path = tmp_path / "planted.toml"
    path.write_text(source, encoding="utf-8")
    return path


def test_the_example_frame_has_only_crisis_numbers_that_grow_old(run):
    status, out, err = run(VERA, "--from", "2026-11-24", "--json")
    assert (status, err) == (0, "")
    rows = json.loads(out)
    assert [row["kind"] for row in rows] == ["contact-stale"]
    assert list(rows[0]) == ["kind", "from", "until", "text", "clause"]


def test_all_that_was_planted_is_found_and_nothing_else(run, planted):
    rows = json.loads(run(planted, "--from", "2026-11-24", "--json")[1])
    kinds = [row["kind"] for row in rows]
    assert set(kinds) == set(map(str, YearKind)) - {"review-due"}
    once = {row["kind"]: row for row in rows if kinds.count(row["kind"]) == 1}
    assert {kind: (row["from"], row["until"]) for kind, row in once.items() if kind != "contact-stale"} == {
        "promise-broken": ("2026-12-17T17:00:00+01:00", "2026-12-31T05:00:00+01:00"),
        "absence-uncovered": ("2026-12-21T00:00:00+01:00", "2027-01-04T00:00:00+01:00"),
        "licence-lapses": ("2027-02-01T00:00:00+01:00", "2027-11-24T00:00:00+01:00"),
        "holiday-unknown": ("2026-11-24T00:00:00+01:00", "2027-11-24T00:00:00+01:00"),
    }
    nights = [(row["from"], row["until"]) for row in rows if row["kind"] == "clock-change"]
    assert nights == [
        ("2027-03-28T00:00:00+01:00", "2027-03-28T06:00:00+02:00"),
        ("2027-10-31T00:00:00+02:00", "2027-10-31T06:00:00+01:00"),
    ]
    gaps = [row["from"] for row in rows if row["kind"] == "urgent-uncovered"]
    assert gaps == [
        f"{day}+01:00"
        for day in (
            "2026-12-21T08:00:00",
            "2026-12-27T00:00:00",
            "2026-12-28T08:00:00",
            "2027-01-03T00:00:00",
        )
    ]
    assert {row["kind"]: row["clause"] for row in rows}["promise-broken"] == "A5"
    assert [row["from"] for row in rows] == sorted((row["from"] for row in rows), key=datetime.fromisoformat)


def test_people_read_it_by_month(run, planted):
    status, out, _ = run(planted, "--from", "2026-11-24")
    assert status == 0
    assert out.startswith("From Tue 24 Nov 2026 to Tue 23 Nov 2027\n\nNovember 2026\n")
    assert "\n\nDecember 2026\n" in out
    assert "  From Mon 21 Dec 2026 to Sun 3 Jan 2027 you are away and nobody stands in. (A9)\n" in out
    assert "From Mon 21 Dec 2026, 8:00 to 22:00 a call would reach nobody" in out
    assert (
        "the clocks go forward from 2:00 to 3:00. Your hours for urgent calls 0:00–6:00 last 5:00 hours"
        in out
    )
    german = run(planted, "--from", "2026-11-24", "--lang", "de")[1]
    assert (
        "Von Mo, 21. Dez. 2026 bis So, 3. Jan. 2027 sind Sie nicht da und niemand vertritt Sie. (A9)"
        in german
    )


def test_a_quiet_time_says_so_in_one_sentence(run):
    status, out, _ = run(VERA, "--from", "2026-11-24", "--until", "2026-11-30")
    assert (status, out) == (0, "Nothing to look at from Tue 24 Nov 2026 to Mon 30 Nov 2026.\n")
    assert run(VERA, "--from", "2026-11-24", "--until", "2026-11-30", "--json")[1] == "[]\n"


def test_it_starts_today_on_the_therapists_calendar_and_reads_twelve_months(run):
    with time_machine.travel("2026-11-24T23:30:00Z", tick=False):
        out = run(VERA)[1]
    assert out.startswith("From Wed 25 Nov 2026 to Wed 24 Nov 2027\n")
    assert last_of_year(date(2028, 2, 29)) == date(2029, 2, 27)


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["--from", "tomorrow"], '"tomorrow" is no day.'),
        (["--from", "1999-12-31"], '"1999-12-31" is no day.'),
        (["--from", "2026-11-24", "--until", "9999-12-31"], '"9999-12-31" is no day.'),
        (["--from", "2026-11-24", "--until", "2026-11-23"], "reads 1 to 731 days"),
        (["--from", "2026-11-24", "--until", "2028-11-24"], "reads 1 to 731 days"),
    ],
)
def test_days_it_can_not_read(run, argv, says):
    status, out, err = run(VERA, *argv)
    assert (status, out) == (2, "")
    assert says in err


def test_a_file_with_errors_or_none_ends_as_every_frame_command(run, tmp_path):
    broken = Path(__file__).parent / "data" / "broken.toml"
    status, out, err = run(broken)
    assert (status, out) == (1, "")
    assert "broken.toml" in err
    assert run(tmp_path / "nowhere.toml")[:2] == (2, "")


def test_when_the_crisis_numbers_were_read(monkeypatch):
    known = crisis_numbers("DE")
    assert known is not None
    assert (known.country, str(known.checked_on)) == ("DE", f"{crisis.find('DE').checked_on}-01"[:10])
    assert crisis_numbers("AQ") is None
    number = crisis.find("DE").emergency
    bare = crisis.Place(
        "DE", crisis.Emergency(number.number, (), "medium", crisis.Checked("", 0, number.checked.source)), ()
    )
    monkeypatch.setattr(crisis, "find", lambda _: bare)
    assert crisis_numbers("US-CO") == CrisisNumbers("US", None)

    def spoilt(code):
        raise CrisisDataError(code)

    monkeypatch.setattr(crisis, "find", spoilt)
    assert crisis_numbers("DE") is None


VALUES = {
    "cover": "Otto",
    "day": date(2026, 12, 21),
    "first": date(2026, 12, 21),
    "last": date(2027, 1, 3),
    "promise": Promise(24, Unit.HOURS),
    "opens": datetime.fromisoformat("2027-01-04T08:00:00Z"),
    "place": Place("DE"),
    "until": date(2027, 1, 31),
    "who": "K-1",
    "stale": date(2027, 5, 1),
    "checked": date(2026, 11, 1),
    "change": datetime.fromisoformat("2027-03-28T01:00:00Z"),
    "before": 120,
    "after": 180,
    "hours": Hours((Window(0, 360),)),
    "planned": 360,
    "real": 300,
}


@pytest.mark.parametrize("lang", ["en", "de"])
def test_every_sentence_reads_as_one(lang):
    kinds = tuple(f"year-{kind}" for kind in YearKind)
    codes = [id.removeprefix("year-") for id in sorted(all_ids(lang)) if id.startswith(kinds)]
    assert len(codes) == 27
    for code in codes:
        kind = next(each for each in YearKind if code.startswith(each))
        lasting = (
            dict(VALUES)
            if kind is YearKind.LICENCE_LAPSES
            else {k: v for k, v in VALUES.items() if k != "until"}
        )
        start, end = (datetime.fromisoformat(f"2026-12-21T{hour}:00:00Z") for hour in ("07", "21"))
        said = finding_text(
            YearFinding(kind, start, end, code, tuple(lasting.items())), "Europe/Berlin", lang
        )
        assert said[0].isupper()
        assert said[-1] == "."
        assert "{" not in said
