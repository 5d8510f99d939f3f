"""Turns the collected crisis-line research into the package's data, one small file per country.

Keeps only talk lines graded high and emergency numbers graded high or medium, and counts what it leaves out.
It looks nothing up and judges nothing itself: grades come from the collected files, additions with a second
source from `crisis_notes.yaml` beside it.

    python tools/crisis_lines.py ../shared/jurisdictions
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src/intersession/packs/data/crisis"
HEADER = "# Written by tools/crisis_lines.py: correct its sources or tools/crisis_notes.yaml, run it again.\n"
SERVICES = ("ambulance", "police", "fire")
AUDIENCES = ("general", "youth", "domestic_violence", "veterans", "lgbtq", "older")
KEYWORDS = {"no", "yes", "on", "off", "y", "n", "true", "false", "null"}
WINDOW = re.compile(r"^(?P<days>daily |Mon-Fri )?(?P<opens>\d\d:\d\d)-(?P<closes>\d\d:\d\d)")

Tree = dict[str, Any]


class Dumper(yaml.SafeDumper):
    """Writes every text that looks like a number or a keyword in double quotes, so that diffs stay calm."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (name is PyYAML's)
        """Write repeated parts in full: a reader looks at one country at a time."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 (name is PyYAML's)
        """Indent list items below their key, as yamllint asks."""
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    plain = re.fullmatch(r"[^\W\d_][\w .,()/–-]*", value) and value.lower() not in KEYWORDS
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if plain else '"')


Dumper.add_representer(str, _text)


def main() -> None:
    """Read the folder named on the command line, rewrite the package's files, print what went in and out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, help="folder with the collected jurisdiction files")
    parser.add_argument("--target", type=Path, default=TARGET)
    args = parser.parse_args()
    tally: Counter[str] = Counter()
    places = collect(args.source, tally)
    for old in args.target.glob("*.yaml"):
        old.unlink()
    for place in places:
        body = yaml.dump(place, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=110)
        (args.target / f"{place['code'].lower()}.yaml").write_text(f"---\n{HEADER}{body}", encoding="utf-8")
    for word in sorted(tally):
        print(f"{word:28} {tally[word]}")


def collect(folder: Path, tally: Counter[str]) -> list[Tree]:
    """All countries and territories with at least one talk line of high confidence, by code."""
    notes = _read(HERE / "crisis_notes.yaml")
    breadth = _read(folder / "crisis-lines.yaml")
    depth = {code: pack for code, pack in _packs(folder).items() if "-" not in code and code != "EU"}
    places = {
        code: _place(code, tree["emergency"], tree.get("lines", []), notes, tally)
        for code, tree in breadth.items()
    }
    for code, crisis in depth.items():
        places[code] = _place(code, _graded(code, crisis, notes), crisis["lines"], notes, tally)
    for code, crisis in _packs(folder).items():
        land = code.partition("-")[2]
        if crisis.get("inherits") == "US" and breadth.get(land, {}).get("name") == crisis["name"]:
            lines = depth["US"]["lines"]
            places[land] = _place(land, breadth[land]["emergency"], lines, notes, Counter(), notes_of="US")
            tally["lines inherited"] += len(places[land]["lines"])
    kept = [places[code] for code in sorted(places) if places[code]["lines"]]
    tally["places read"] = len(places)
    tally["places shown"] = len(kept)
    tally["places shown, no emergency"] = sum("emergency" not in place for place in kept)
    return kept


def _packs(folder: Path) -> dict[str, Tree]:
    packs = {}
    for path in sorted(folder.glob("*.yaml")):
        tree = _read(path)
        if "crisis" in tree:
            packs[tree["code"]] = {"name": tree["name"], **tree["crisis"]}
    return packs


def _graded(code: str, crisis: Tree, notes: Tree) -> Tree:
    """The emergency numbers of a country pack that a second list confirms; see crisis_notes.yaml.

    Raises SystemExit when the notes name a number that the pack does not state.
    """
    check = notes["emergency"][code]
    stated = set(re.findall(r"\d+", f"{crisis['emergency_number']} {crisis.get('emergency_note', '')}"))
    if missing := set(check["confirmed"].values()) - stated:
        raise SystemExit(f"{code}: the pack does not state {', '.join(sorted(missing))}")
    source = notes["sources"][check["second"][0]]
    return {**check["confirmed"], "confidence": "medium", "source": {**source, "retrieved": "2026-11"}}


def _place(
    code: str, emergency: Tree, lines: list[Tree], notes: Tree, tally: Counter[str], notes_of: str = ""
) -> Tree:
    place: Tree = {"code": code}
    tally[f"emergency {emergency['confidence']}"] += 1
    if emergency["confidence"] in ("high", "medium"):
        place["emergency"] = _emergency(emergency)
    for line in lines:
        tally[f"lines {line['confidence']}"] += 1
    shown = [line for line in lines if line["confidence"] == "high"]
    built = [_line(line, notes["lines"].get(_key(notes_of or code, line), {})) for line in shown]
    place["lines"] = sorted(
        built, key=lambda line: (AUDIENCES.index(line["audience"]), line.get("hours") != "always")
    )
    return place


def _key(code: str, line: Tree) -> str:
    return f"{code}/{line.get('phone') or line['sms']['to']}"


def _emergency(tree: Tree) -> Tree:
    services = {name: tree[name] for name in SERVICES if name in tree}
    return {"number": tree["number"], **services, "confidence": tree["confidence"], **_checked(tree)}


def _line(line: Tree, extra: Tree) -> Tree:
    built: Tree = {key: extra.get(key, line[key]) for key in ("name", "audience")}
    for key in ("phone", "press", "tty"):
        if value := extra.get(key) or line.get(key):
            built[key] = value
    if sms := line.get("sms"):
        dropped = extra.get("drop", [])
        built["sms"] = {key: value for key, value in sms.items() if key not in dropped}
    if chat := line.get("chat_url"):
        built["chat"] = chat
    if hours := _hours(line.get("hours", "")):
        built["hours"] = hours
    for key in ("languages", "facts", "note"):
        if value := extra.get(key) or (line.get(key) if key == "languages" else None):
            built[key] = value
    return {**built, **_checked(line)}


def _hours(words: str) -> str | Tree | None:
    """`always`, one daily window, or nothing where the collected words say no clear time."""
    if words == "24/7":
        return "always"
    if not (found := WINDOW.match(words)):
        return None
    days = "mon-fri" if found["days"] == "Mon-Fri " else "daily"
    return {"days": days, "opens": found["opens"], "closes": found["closes"]}


def _checked(tree: Tree) -> Tree:
    source = tree["source"]
    checked: Tree = {"checked_on": str(source["retrieved"])}
    if "as_of" in tree:
        checked["newest"] = tree["as_of"]
    title = re.sub(r"\s*\((?:revision|ThroughLine)[^)]*\)|,? (?:as copied|scraped) .*$", "", source["title"])
    return {**checked, "source": {"title": title, "url": source["url"]}}


def _read(path: Path) -> Tree:
    tree: Tree = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tree


if __name__ == "__main__":
    main()
