"""How one collected field becomes a fact of the packs: source, confidence, professions, readings by hand.

Takes each mapped field out of the tree, so that what remains was not understood. Values the collected files give
only in a sentence come from the readings in `pack_notes.yaml`; a reading may lower a confidence, never raise it.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from import_packs_text import Row, Tree, day_or_month, tidy

GRADES = ("low", "medium", "high")
ORDER = (
    "key",
    "for",
    "in_force",
    "value",
    "note",
    "source",
    "also",
    "checked_on",
    "as_of",
    "confidence",
    "reviewed_by",
)


class Law:
    """One collected file on its way into facts. `rest` shrinks as fields are understood."""

    def __init__(self, tree: Tree, notes: Tree, members: dict[str, Tree], problems: list[str]) -> None:
        """Take a file's tree; `members` are the rows of the list of PSYPACT, `problems` collects differences."""
        self.code: str = tree["code"]
        self.parent: str = tree.get("parent", "")
        self.whole = tree
        self.rest = copy.deepcopy(tree)
        self.notes = notes
        self.readings: Tree = notes.get("readings", {}).get(self.code, {})
        self.used: set[str] = set()
        self.members = members
        self.problems = problems
        self.facts: list[Tree] = []

    def finish(self) -> list[Tree]:
        """Return every fact of the file. Raises SystemExit when a reading speaks of a field that is not there."""
        for path in sorted(set(self.readings) - self.used):
            raise SystemExit(f"{self.code}: pack_notes.yaml reads {path}, which the file does not have")
        return self.facts

    def say(self, path: str, node: Tree, key: str, value: Tree | None) -> None:
        """Add the facts of one node: as it stands, or as its readings say. Without a value there must be one.

        Raises SystemExit when a reading is missing or does not fit.
        """
        self.used.add(path)
        base = self._base(node, key)
        reading = self.readings.get(path)
        if reading is None and value is None:
            raise SystemExit(
                f"{self.code}: {path} needs a reading in pack_notes.yaml: {base.get('note', '')}"
            )
        for each in reading if isinstance(reading, list) else [reading or {}]:
            self.facts.append(ordered(self._with(base, each, value, path)))

    def _base(self, node: Tree, key: str) -> Tree:
        """Return what is common to the facts of a node: note, source, confidence. Takes these fields out."""
        base: Tree = {"key": key}
        words = [str(node.pop(name)) for name in ("note", "claim", "conditions") if name in node]
        profession = node.pop("profession", None)
        base["for"], odd = self._professions(profession)
        if odd:
            words.insert(0, f"Collected for: {profession.replace('_', ' ')}.")
        source, where = source_of(node.pop("source", None), self.notes["no_source"])
        words += [f"Text read from: {where}."] if where else []
        base["note"] = tidy(" ".join(_sentence(each) for each in words if each.strip()))
        base["source"] = source
        base["also"] = [source_of(each, "")[0] for each in node.pop("cross_checked_with", ())]
        base["checked_on"] = source["retrieved"]
        base["as_of"] = node.pop("as_of", None)
        grade = node.pop("confidence", "low")
        base["confidence"] = grade if "url" in source else "low"
        return base

    def _professions(self, words: str | None) -> tuple[list[str], bool]:
        """Return the vocabulary's professions for the collected words, and whether those say more."""
        if words is None or words == "any":
            return [], False
        plain = words.replace("_", "-")
        if plain in self.notes["vocabulary"]:
            return [plain], False
        known: dict[str, list[str]] = self.notes["professions"]
        if words not in known:
            raise SystemExit(f"{self.code}: profession {words!r} is not in pack_notes.yaml")
        return known[words], ", ".join(known[words]) != words

    def _with(self, base: Tree, reading: Tree, value: Tree | None, path: str) -> Tree:
        fact = {**base, "value": value or {}}
        for name in ("key", "for", "value", "in_force"):
            if name in reading:
                fact[name] = reading[name]
        fact["also"] = [*fact["also"], *(source_of(each, "")[0] for each in reading.get("also", ()))]
        if "note" in reading:
            fact["note"] = tidy(f"{fact['note']} {reading['note']}")
        if "source_of" in reading:
            other = find(self.whole, reading["source_of"])
            fact["source"], _ = source_of(other["source"], "")
            fact["confidence"], fact["as_of"] = other["confidence"], other.get("as_of")
        if "source" in reading:  # a page a person read for these notes, with what it is worth
            fact["source"], _ = source_of(reading["source"], "")
            fact["confidence"], fact["as_of"] = reading["confidence"], reading.get("as_of")
            fact["checked_on"] = fact["source"]["retrieved"]
        if "checked_on" in reading:
            fact["checked_on"] = day_or_month(reading["checked_on"])
        if "confidence" in reading:
            if GRADES.index(reading["confidence"]) > GRADES.index(fact["confidence"]):
                raise SystemExit(f"{self.code}: pack_notes.yaml raises the confidence of {path}")
            fact["confidence"] = reading["confidence"]
        return fact


def _sentence(words: str) -> str:
    """Return words with a full stop, so that another sentence may follow."""
    return words if words.rstrip().endswith((".", "!", "?")) else f"{words.rstrip()}."


def ordered(fact: Tree) -> Tree:
    """Return a fact with its fields in the order of the packs, without empty ones; small values on one line."""
    kept = {name: fact[name] for name in ORDER if fact.get(name) not in (None, "", [], ())}
    kept["value"] = Row(fact["value"])
    return kept


def source_of(tree: Tree | None, missing: str) -> tuple[Tree, str]:
    """Return a source as the packs write it, and the copy it was read from."""
    if tree is None:
        return {"title": missing, "retrieved": "2026-11"}, ""
    # What the research calls a source nobody opened is said in a reader's words.
    source = {"title": re.sub(r"^.*, no page read$", "From memory, no page read", tidy(tree["title"]))}
    if tree.get("url"):
        source["url"] = tree["url"]
    if tree.get("citation"):
        source["citation"] = tidy(tree["citation"])
    source["retrieved"] = day_or_month(tree["retrieved"])
    return source, tidy(tree.get("read_from", ""))


def day(value: object) -> date:
    """Return a date whether YAML read it as text or as a date."""
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def find(tree: Any, path: str) -> Any:
    """Return what stands at a path of a file: `records.retention[0]`."""
    for step in re.findall(r"[a-z_]+|\[\d+\]", path):
        tree = tree[int(step[1:-1])] if step.startswith("[") else tree[step]
    return tree


def leaves(tree: Any, path: str = "") -> Iterator[str]:
    """Every path that still holds a value: `records.retention[0].note`."""
    if isinstance(tree, dict):
        for name, inner in tree.items():
            yield from leaves(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(tree, list):
        for number, inner in enumerate(tree):
            yield from leaves(inner, f"{path}[{number}]")
    else:
        yield path
