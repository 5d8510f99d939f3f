"""Checks a pack file or a folder of packs and lists every problem at once, each with file, line, key and mend.

Changes nothing and follows no link: what a source says is for a person to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from intersession.packs import contacts, examples, library, shapes
from intersession.packs.library import Level, PackFile, pack_of
from intersession.packs.phones import fault
from intersession.packs.problems import Problem
from intersession.packs.reading import Document, Path_, read, written
from intersession.rules.facts import Fact, Jurisdiction

CHECKED = ("confidence", "checked_on", "newest", "source")
EMERGENCY = ("number", "ambulance", "police", "fire", *CHECKED)
UNSURE = ("kind", "name", "phone", "chat", "sms", "audience", "note", *CHECKED)
NUMBERS = ("number", *contacts.SERVICES, "phone", "tty", "sms")
CHOICES = {"confidence": contacts.GRADES, "audience": contacts.AUDIENCES, "facts": contacts.FACTS}
LINE = ("name", "audience", "phone", "press", "tty", "sms", "chat", "hours", "languages", "facts", "note")


def check(path: Path, today: date, by_practice: bool = False) -> tuple[Problem, ...]:
    """Return every problem of a file, or of all packs in a folder, in the order of files and lines.

    A file's parents are looked for beside it, then among the shipped packs. `by_practice`: the file is to be laid
    over a shipped pack.
    """
    paths = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    packs = {each.stem.upper(): pack_of(read(each), each, by_practice) for each in paths}
    look = _look(packs, path if path.is_dir() else path.parent, by_practice)
    found: list[Problem] = []
    for pack in packs.values():
        found += [*pack.problems, *across(pack, look, today, by_practice)]
    return tuple(sorted(set(found), key=lambda each: (each.file, each.line, each.key, each.mend)))


def _look(packs: dict[str, PackFile], folder: Path, by_practice: bool) -> Callable[[str], Level]:
    """Return how a code is found: among the files under check, beside them, then in the library."""

    def look(code: str) -> Level:
        if by_practice:
            return library.pack_file(code), packs.get(code) or library.overlay_file(code)
        beside = folder / f"{code.lower()}.yaml"
        if code not in packs and "/" not in code and beside.is_file():
            packs_beside[code] = packs_beside.get(code) or pack_of(read(beside), beside)
        return packs.get(code) or packs_beside.get(code) or library.pack_file(code), None

    packs_beside: dict[str, PackFile] = {}
    return look


def across(pack: PackFile, look: Callable[[str], Level], today: date, by_practice: bool) -> Iterable[Problem]:
    """Yield what is wrong between facts, between files, with the contacts and with the examples."""
    document = pack.document
    if document is None or not document.tree:
        return
    yield from _parents(pack, document, look, by_practice)
    yield from _two_values(pack, document)
    yield from _days(document, (), document.tree, today)
    yield from _contacts(document, pack.code)
    listed = document.tree.get("examples")
    if listed is not None and not isinstance(listed, list):
        yield document.problem(("examples",), listed, "type", "rows")
    if pack.is_good:
        yield from _examples(pack, document, lambda code: library.composed(code, look))


def _parents(
    pack: PackFile, document: Document, look: Callable[[str], Level], by_practice: bool
) -> Iterable[Problem]:
    named = document.tree.get("parent")
    if not isinstance(named, str):
        return
    if by_practice:
        shipped = library.pack_file(pack.code)
        if shipped is not None and shipped.parent != named:
            yield document.problem(("parent",), named, "overlay-parent", shipped.parent)
    seen, code = [pack.code], named
    while code:
        if code in seen:
            yield document.problem(("parent",), " > ".join([*seen, code]), "cycle")
            return
        seen.append(code)
        above = next((each for each in look(code) if each), None)
        if above is None:
            yield document.problem(("parent",), code, "parent")
            return
        code = _parent(above)
    if len(seen) > library.LONGEST_CHAIN:
        yield document.problem(("parent",), " > ".join(seen), "chain", str(library.LONGEST_CHAIN))


def _parent(pack: PackFile) -> str:
    """Return the parent a file names, also when something else in it is wrong."""
    named = pack.document.tree.get("parent") if pack.document else pack.parent
    return named if isinstance(named, str) else ""


def _two_values(pack: PackFile, document: Document) -> Iterable[Problem]:
    seen: dict[object, int] = {}
    rows = document.tree.get("facts")
    for at, fact in _placed(pack, rows if isinstance(rows, list) else []):
        same = (fact.identity, fact.professions, fact.in_force)
        if same in seen:
            first = document.line(("facts", seen[same]))
            yield document.problem(("facts", at), " ".join(fact.identity), "two-values", str(first))
        seen.setdefault(same, at)


def _placed(pack: PackFile, rows: list[Any]) -> Iterable[tuple[int, Fact]]:
    """Yield each fact that fits with its place in the file; facts stand in the order of the rows."""
    if pack.is_good:
        yield from enumerate(pack.facts)
        return
    for at in range(len(rows)):
        shape = shapes.Shape(Document("", {"facts": rows[at : at + 1]}, {}, ()))
        for fact in shapes.facts(shape, pack.code):
            yield at, fact


def _days(document: Document, path: Path_, value: object, today: date) -> Iterable[Problem]:
    """Yield each reading that lies after today. Laws may come into force later; nobody has read them later."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            if name in ("checked_on", "retrieved") and _is_after(each, today):
                yield document.problem((*path, name), each, "future", today.isoformat())
            else:
                yield from _days(document, (*path, name), each, today)
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from _days(document, (*path, at), each, today)


def _is_after(value: object, today: date) -> bool:
    day = value.isoformat() if isinstance(value, date) else str(value)
    # What is no day at all is named elsewhere, once.
    return shapes.is_day_read(day) and day > today.isoformat()[: len(day)]


def _contacts(document: Document, code: str) -> Iterable[Problem]:
    country = code.partition("-")[0]
    if (emergency := document.tree.get("emergency")) is not None:
        yield from _contact(document, ("emergency",), emergency, contacts.EMERGENCY, EMERGENCY, country)
    for section, fields, known in (
        ("lines", contacts.LINE, (*LINE, *CHECKED)),
        ("unsure", None, UNSURE),
    ):
        rows = document.tree.get(section)
        if rows is None:
            continue
        if not isinstance(rows, list) or not rows:
            yield document.problem((section,), rows, "type", "rows")
            continue
        for at, row in enumerate(rows):
            yield from _contact(document, (section, at), row, fields, known, country)


def _contact(
    document: Document,
    path: Path_,
    row: object,
    fields: contacts.Fields | None,
    known: tuple[str, ...],
    country: str,
) -> Iterable[Problem]:
    """Yield what is wrong with one contact. `fields` None: an unsure one, which needs only a source and a day."""
    if not isinstance(row, Mapping):
        yield document.problem(path, row, "type", "fields")
        return
    for name in row:
        if name not in known:
            yield document.problem((*path, name), name, "unknown-field", ", ".join(known))
    if fields is None:
        return
    numbers = [each for name in NUMBERS for each in _phone(document, (*path, name), row.get(name), country)]
    yield from numbers
    named = {each.key for each in numbers}
    _, wrong = contacts.part(row, fields)
    for name, found in wrong:
        at = _where(name, row)
        place = (*path, next((each for each in at if each in row), ""))
        if not place[-1]:
            yield document.problem(path, found, "missing", ", ".join(at))
        elif name in CHOICES:
            yield document.problem(place, found, "choice", ", ".join(CHOICES[name]))
        elif written(place) not in named:
            yield document.problem(place, found or row[place[-1]], "contacts", ", ".join(at))


def _where(name: str, row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields of the file that one value is made of."""
    return {
        "checked": (contacts.checked_at(row),),
        "services": contacts.SERVICES,
        "phone": ("phone", "sms", "chat"),
    }.get(name, (name,))


def _phone(document: Document, path: Path_, value: object, country: str) -> Iterable[Problem]:
    number = value.get("to") if isinstance(value, Mapping) else value
    if number is not None and (why := fault(str(number), country)):
        yield document.problem(path, number, "phone", why)


def _examples(pack: PackFile, document: Document, look: Callable[[str], Jurisdiction]) -> Iterable[Problem]:
    for at, example in enumerate(pack.examples):
        path: Path_ = ("examples", at)
        try:
            came, holds = examples.run(example, look)
        except examples.ExampleError as error:
            field, found, wants = error.args
            yield document.problem((*path, *str(field).split(".")), found, "example", str(wants))
            continue
        if not holds:
            yield document.problem((*path, "expect"), came, "example-fails")
