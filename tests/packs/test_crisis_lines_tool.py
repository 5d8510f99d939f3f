"""The converter of the collected research: what it lets through, what it leaves out, and that it says so."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path

import pytest
import yaml

TOOL = Path(__file__).parents[2] / "tools" / "crisis_lines.py"
SOURCE = {"title": "A list", "url": "https://example.org/", "retrieved": "2026-11"}


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("crisis_lines", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def line(name, confidence, **more):
    base = {"name": name, "phone": "123", "audience": "general", "source": SOURCE, "as_of": 2026}
    return {**base, "confidence": confidence, **more}


def country(confidence, *lines):
    emergency = {
        "number": "112",
        "source": SOURCE,
        "confidence": confidence,
        "as_of": 2026,
        "note": "112 or 999",
    }
    return {"name": "Somewhere", "emergency": emergency, "lines": list(lines)}


def collected(tool, folder, **countries):
    (folder / "crisis-lines.yaml").write_text(yaml.safe_dump(countries), encoding="utf-8")
    tally = Counter()
    return {place["code"]: place for place in tool.collect(folder, tally)}, tally


def test_only_lines_of_high_confidence_pass_and_the_rest_is_counted(tool, tmp_path):
    lines = [line("Sure", "high"), line("Likely", "medium"), line("Rumour", "low")]
    places, tally = collected(tool, tmp_path, AA=country("high", *lines), BB=country("high", *lines[1:]))
    assert list(places) == ["AA"]
    assert [shown["name"] for shown in places["AA"]["lines"]] == ["Sure"]
    assert (tally["lines high"], tally["lines medium"], tally["lines low"]) == (1, 2, 2)


@pytest.mark.parametrize(("confidence", "shown"), [("high", True), ("medium", True), ("low", False)])
def test_an_emergency_number_of_low_confidence_stays_out(tool, tmp_path, confidence, shown):
    places, _ = collected(tool, tmp_path, AA=country(confidence, line("Sure", "high")))
    assert ("emergency" in places["AA"]) is shown
    assert "999" not in str(places), "numbers in a note are not graded"


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("24/7", "always"),
        ("daily 15:00-03:00", {"days": "daily", "opens": "15:00", "closes": "03:00"}),
        ("15:30-00:30", {"days": "daily", "opens": "15:30", "closes": "00:30"}),
        ("Mon-Fri 10:00-17:00", {"days": "mon-fri", "opens": "10:00", "closes": "17:00"}),
        ("at least 18 hours a day", None),
        ("", None),
    ],
)
def test_hours_are_read_or_left_open(tool, words, hours):
    assert tool._hours(words) == hours


def test_general_lines_stand_before_special_ones(tool, tmp_path):
    lines = [
        line("Young", "high", audience="youth"),
        line("Late", "high"),
        line("All day", "high", hours="24/7"),
    ]
    places, _ = collected(tool, tmp_path, AA=country("high", *lines))
    assert [shown["name"] for shown in places["AA"]["lines"]] == ["All day", "Late", "Young"]
