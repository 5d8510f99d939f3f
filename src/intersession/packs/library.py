"""The packs of this program with the practice's own facts laid over them: facts of a place along its chain.

A pack that can't be read is replaced by the last good one in memory. Without one, nothing above it in the chain
is used either: what a broken pack might have changed is asked, not assumed. Reads only the files of one chain.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale

from intersession.packs import shapes
from intersession.packs.problems import Problem
from intersession.packs.reading import Document, read
from intersession.rules.facts import Fact, Jurisdiction

FOLDER = Path(__file__).parent / "data"
# EU > DE > a Land is three; a chain that is longer goes in a circle or is a mistake.
LONGEST_CHAIN = 4
FACT_SECTIONS = ("", "format", "code", "parent", "facts")
# Unicode's list has names for two codes that stand for no place; they are free for a practice's own.
PSEUDO = frozenset({"XA", "XB"})

Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file as it is used. `problems`: everything in it that does not fit; facts are there only without one."""

    path: Path
    code: str
    name: str = ""
    parent: str = ""
    languages: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    examples: tuple[Any, ...] = ()
    document: Document | None = field(default=None, repr=False, compare=False)
    problems: tuple[Problem, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether the facts can be used; bad contacts do not matter here."""
        return not any(each.section in FACT_SECTIONS for each in self.problems)


# One place of a chain: the shipped pack and the practice's own.
Level = tuple[PackFile | None, PackFile | None]

_composed_before: dict[str, tuple[tuple[Level, ...], Jurisdiction]] = {}
_read: dict[Path, tuple[Stamp, PackFile]] = {}
_good: dict[Path, PackFile] = {}


def overlay_folder() -> Path:
    """Return where the practice's own facts lie: `packs` in the instance's home."""
    return _packs_of(os.environ.get("INTERSESSION_HOME") or "var/intersession")


@lru_cache(maxsize=8)
def _packs_of(home: str) -> Path:
    return Path(home) / "packs"


def codes() -> tuple[str, ...]:
    """Return the codes that have a pack, shipped or the practice's own, sorted."""
    stems = {path.stem.upper() for folder in (FOLDER, overlay_folder()) for path in folder.glob("*.yaml")}
    return tuple(sorted(code for code in stems if shapes.CODE.fullmatch(code)))


def pack_file(code: str) -> PackFile | None:
    """Return the shipped pack of a code: as it is now, or the last good one where its facts can't be used.

    None when there is no file and never was. `is_good` tells whether the facts may be used.
    """
    return _used(_path(FOLDER, code), by_practice=False)


def overlay_file(code: str) -> PackFile | None:
    """Return the practice's own facts for a code as they are now, good or not; None when there are none."""
    path = _path(overlay_folder(), code)
    return _now(path, by_practice=True) if path else None


def jurisdiction(code: str) -> Jurisdiction:
    """Return a place with its own facts and its parents', the practice's own laid over them.

    A code without a pack has its country's facts, if there are any.
    """
    wanted = code.upper()
    levels = tuple(_levels(wanted))
    known = _composed_before.get(wanted)
    # The same objects as before: no file of the chain has changed.
    if known is None or not _same(known[0], levels):
        known = (levels, _composed(wanted, levels))
        _composed_before[wanted] = known
    return known[1]


def problems() -> tuple[Problem, ...]:
    """Return what keeps a pack or an overlay from being used, over all files."""
    shipped = [_now(_path(FOLDER, code), by_practice=False) for code in codes()]
    return (*(problem for pack in shipped if pack for problem in pack.problems), *overlay_problems())


def problems_of(code: str) -> tuple[Problem, ...]:
    """Return what keeps the pack or the practice's own facts of one place from being used as they are now."""
    shipped, own = _now(_path(FOLDER, code), by_practice=False), overlay_file(code)
    return tuple(problem for pack in (shipped, own) if pack for problem in pack.problems)


def overlay_problems() -> tuple[Problem, ...]:
    """Return what keeps the practice's own facts from being used."""
    known = [path.stem.upper() for path in sorted(overlay_folder().glob("*.yaml"))]
    found = [overlay_file(code) for code in known]
    wrong = [code for code, pack in zip(known, found, strict=True) if pack is None]
    named = [Problem(f"{code.lower()}.yaml", 0, "", code, "code") for code in wrong]
    return (*named, *(problem for pack in found if pack for problem in pack.problems))


def name(code: str, lang: str) -> str:
    """Return what a place is called: in `lang` where Unicode's list has it, else as its pack says, else the code."""
    known = _locale(lang).territories.get(code)
    if known and code not in PSEUDO:
        return str(known)
    pack = pack_file(code) or overlay_file(code)
    return pack.name if pack and pack.name else code


def clear() -> None:
    """Forget everything that was read; for tests."""
    _read.clear()
    _good.clear()
    _composed_before.clear()


@lru_cache(maxsize=8)
def _locale(lang: str) -> Locale:
    return Locale.parse({"en": "en_GB"}.get(lang, lang))


@lru_cache(maxsize=2048)
def _path(folder: Path, code: str) -> Path | None:
    return folder / f"{code.lower()}.yaml" if shapes.CODE.fullmatch(code.upper()) else None


def _now(path: Path | None, by_practice: bool) -> PackFile | None:
    """Return a file as it is now, read again only when it changed; None when there is none."""
    if path is None:
        return None
    try:
        state = os.stat(path)
    except FileNotFoundError:
        return None
    except OSError:
        return _load(path, by_practice)
    stamp = (state.st_mtime_ns, state.st_size)
    known = _read.get(path)
    if known is None or known[0] != stamp:
        known = (stamp, _load(path, by_practice))
        _read[path] = known
        if known[1].is_good:
            _good[path] = known[1]
    return known[1]


def _used(path: Path | None, by_practice: bool) -> PackFile | None:
    now = _now(path, by_practice)
    if now is not None and now.is_good:
        return now
    return _good.get(path, now) if path else None


def _load(path: Path, by_practice: bool) -> PackFile:
    return pack_of(read(path), path, by_practice)


def pack_of(document: Document, path: Path, by_practice: bool = False) -> PackFile:
    """Return a document as a pack, with every problem of its header and facts."""
    shape = shapes.Shape(document)
    usable = bool(document.tree)
    head = shapes.header(shape) if usable else shapes.Header()
    code = path.stem.upper()
    if head.code and head.code != code:
        shape.bad(("code",), head.code, "file-name", path.name)
    if usable and by_practice:
        _overlay_only(shape)
    facts = shapes.facts(shape, code, by_practice)
    examples = document.tree.get("examples") or ()
    listed = tuple(examples) if isinstance(examples, list) else ()
    found = (*document.problems, *shape.problems)
    pack = PackFile(path, code, head.name, head.parent, head.languages, facts, listed, document, found)
    return pack if pack.is_good else PackFile(path, code, head.name, document=document, problems=found)


def _overlay_only(shape: shapes.Shape) -> None:
    """A practice lays facts over a pack; numbers to call in danger stay those that were checked."""
    for section in ("emergency", "lines", "unsure"):
        if section in shape.document.tree:
            shape.bad((section,), section, "overlay-facts-only")
    if not shape.document.tree.get("facts"):
        shape.bad((), "facts", "missing", "facts")
    seen: dict[object, int] = {}
    for at, fact in enumerate(shapes.facts(shapes.Shape(shape.document), "")):
        same = (fact.identity, fact.professions, fact.in_force)
        if same in seen:
            shape.bad(("facts", at), fact.key, "two-values")
        seen[same] = at


def _same(before: Sequence[Level], now: Sequence[Level]) -> bool:
    if len(before) != len(now):
        return False
    return all(a is c and b is d for (a, b), (c, d) in zip(before, now, strict=True))


def _levels(code: str, look: Callable[[str], Level] | None = None) -> Iterable[Level]:
    """Yield (shipped, own) from the place upwards. A level that can't be used ends the chain."""
    find, seen = look or _level, set[str]()
    while code and code not in seen and len(seen) < LONGEST_CHAIN:
        seen.add(code)
        shipped, own = find(code)
        yield shipped, own
        first = shipped or own
        code = first.parent if first else code.partition("-")[0] if "-" in code else ""


def _level(code: str) -> Level:
    return pack_file(code), _good_overlay(code)


def composed(code: str, look: Callable[[str], Level]) -> Jurisdiction:
    """Return a place from packs that are looked up by `look`: for files that are not in use yet."""
    return _composed(code.upper(), tuple(_levels(code.upper(), look)))


def _good_overlay(code: str) -> PackFile | None:
    own = overlay_file(code)
    return own if own is not None and not own.problems else None


def _over(shipped: tuple[Fact, ...], own: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Lay the practice's facts over the shipped ones: one of the same rule and professions replaces what is not older."""

    def replaced(fact: Fact) -> bool:
        return any(
            (each.identity, each.professions) == (fact.identity, fact.professions)
            and (each.in_force or date.min) <= (fact.in_force or date.min)
            for each in own
        )

    return (*(fact for fact in shipped if not replaced(fact)), *own)


def _composed(code: str, levels: Sequence[Level]) -> Jurisdiction:
    chain, facts = [code], list[Fact]()
    for shipped, own in levels:
        here = shipped or own
        if here is None:
            continue
        if here.code != code:
            chain.append(here.code)
        facts += _over(shipped.facts if shipped else (), own.facts if own else ())
    return Jurisdiction(code, tuple(chain), tuple(facts))
