"""What changed between two packs or two folders of packs: facts added, removed or changed, and contacts.

Compares what rules and pages read; the words for it are the command's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intersession.packs import shapes
from intersession.packs.library import PackFile, pack_of
from intersession.packs.reading import read, shown
from intersession.rules.facts import Fact

# The parts of a fact that can change while it stays the same fact.
PARTS = ("value", "confidence", "source", "note", "checked_on", "as_of", "also", "reviewed_by")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `kind`: added, removed or changed; `what`: the key or the contact; `part`: what of it changed."""

    code: str
    kind: str
    what: str
    part: str = ""
    before: str = ""
    after: str = ""


def compare(old: Path, new: Path) -> tuple[Change, ...]:
    """Return what changes from one file or folder to another, by code and in the order of the facts."""
    before, after = _packs(old), _packs(new)
    if not old.is_dir() and not new.is_dir():
        # Two files are compared whatever they are called.
        before, after = ({"": each} for each in (*before.values(), *after.values()))
    found: list[Change] = []
    for code in sorted({*before, *after}):
        found += _pack(before.get(code), after.get(code))
    return tuple(found)


def _packs(path: Path) -> dict[str, PackFile]:
    paths = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    return {each.stem.upper(): pack_of(read(each), each) for each in paths}


def _pack(old: PackFile | None, new: PackFile | None) -> Iterable[Change]:
    code = (new or old or PackFile(Path(), "")).code
    yield from _facts(code, _all(old), _all(new))
    yield from _contacts(code, _named(old), _named(new))


def _all(pack: PackFile | None) -> tuple[Fact, ...]:
    """Return the facts of a file that fit, also where something else in it does not."""
    return shapes.facts(shapes.Shape(pack.document), pack.code) if pack and pack.document else ()


def _facts(code: str, old: Iterable[Fact], new: Iterable[Fact]) -> Iterable[Change]:
    before = {_same(each): each for each in old}
    after = {_same(each): each for each in new}
    for same, fact in before.items():
        if same not in after:
            yield Change(code, "removed", _what(fact), before=words(fact.value))
    for same, fact in after.items():
        was = before.get(same)
        if was is None:
            yield Change(code, "added", _what(fact), after=words(fact.value))
            continue
        for part in PARTS:
            a, b = getattr(was, part), getattr(fact, part)
            if a != b:
                yield Change(code, "changed", _what(fact), part, words(a), words(b))


def _same(fact: Fact) -> object:
    return fact.identity, fact.professions, fact.in_force


def _what(fact: Fact) -> str:
    """Return what tells a fact from the others of its pack, in one line."""
    apart = " ".join(fact.identity).translate({ord(each): None for each in "[]'"})
    named = [apart, *(f"({each})" for each in fact.professions)]
    return " ".join([*named, f"from {fact.in_force.isoformat()}"] if fact.in_force else named)


def words(value: object) -> str:
    """Return a value in one line: `years 10, starts end-of-treatment`."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {words(each)}" for name, each in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(map(words, value))
    if hasattr(value, "title") and hasattr(value, "url"):
        return " ".join(filter(None, (value.title, value.url, getattr(value, "citation", ""))))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return shown(value)


def _named(pack: PackFile | None) -> dict[str, Any]:
    """Return the contacts of a pack by what they are called."""
    tree = pack.document.tree if pack and pack.document else {}
    found = {"emergency": tree["emergency"]} if "emergency" in tree else {}
    for section in ("lines", "unsure"):
        rows = tree.get(section)
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, Mapping):
                found[f"{section} {row.get('name')} {row.get('phone', '')}".strip()] = row
    return found


def _contacts(code: str, old: dict[str, Any], new: dict[str, Any]) -> Iterable[Change]:
    for name in old:
        if name not in new:
            yield Change(code, "removed", name)
    for name, row in new.items():
        if name not in old:
            yield Change(code, "added", name)
        elif row != old[name]:
            yield Change(code, "changed", name, "", words(old[name]), words(row))
