"""What the shipped pack files hold: traps of the research kept out, and a first line that says where to correct them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

REPOSITORY = Path(__file__).parents[2]
PACKS = REPOSITORY / "src/intersession/packs/data"
HEAD = (
    "# Collected research, first written by tools/import_packs.py. Correct this file; docs/packs.md says how."
)


def only(pack, key):
    return [fact for fact in pack["facts"] if fact["key"] == key]


def shipped(code):
    return yaml.safe_load((PACKS / f"{code}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", ["us-va", "us-mo", "us-sc"])
def test_the_physicians_rule_drives_no_psychologists_clock(code):
    assert [fact["for"] for fact in only(shipped(code), "retention")] == [["physician"]]


@pytest.mark.parametrize(
    ("code", "closed_or_wrong"),
    [
        ("at", "0800 202016"),  # Lower Austria's line, closed in 2021, still in tables
        ("es", "717"),  # a scrape of 717 003 717
        ("jp", "0570-046-556"),  # swapped digits of 0570-064-556
        ("it", "199 284 284"),  # withdrawn
        ("sg", "1800 221 4444"),  # before 1771 and 1767
    ],
)
def test_the_traps_the_research_names_are_not_numbers_to_call(code, closed_or_wrong):
    pack = shipped(code)
    assert closed_or_wrong not in [each.get("phone") for each in [*pack["lines"], *pack.get("unsure", [])]]


def test_every_file_says_that_it_is_the_place_to_correct():
    heads = {path.name: path.read_text(encoding="utf-8").splitlines()[1] for path in PACKS.glob("*.yaml")}
    assert {name for name, head in heads.items() if head != HEAD} == set()
    assert HEAD in (REPOSITORY / "tools/import_packs.py").read_text(encoding="utf-8")


def test_no_file_names_a_source_in_words_of_the_research():
    files = {path.name: path.read_text(encoding="utf-8") for path in PACKS.glob("*.yaml")}
    assert [name for name, text in files.items() if "Model knowledge" in text] == []


def test_the_body_for_psychotherapists_in_germany_is_their_chambers():
    assert [fact["value"]["url"] for fact in only(shipped("de"), "regulator")] == ["https://www.bptk.de/"]


def test_the_last_resort_holds_the_sure_numbers_of_the_packs():
    numbers = json.loads((PACKS / "emergency.json").read_text(encoding="utf-8"))
    assert numbers["DE"] == shipped("de")["emergency"]["number"] == "112"
    assert "AD" not in numbers, "one list alone has it"
