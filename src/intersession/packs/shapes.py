"""Turns the plain values of a document into a pack's header and facts, and names whatever does not fit.

Looks at one file alone; what holds between facts and between files is in checking.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from intersession.packs import vocabulary
from intersession.packs.problems import Problem
from intersession.packs.reading import Document, Odd, Path_
from intersession.packs.vocabulary import Field
from intersession.rules.facts import Confidence, Fact, Profession, Source

FORMAT = 1
# No law counts further, and a day so many years ahead is still a day.
MOST = 1000
CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
READ_ON = re.compile(r"20\d\d-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")
TOP = ("format", "code", "name", "parent", "languages", "checked_on", "facts", "emergency", "lines", "unsure")
FACT = ("key", "for", "in_force", "value", "note", "source", "also", "checked_on", "as_of", "confidence")
SOURCE = ("title", "url", "citation", "retrieved")


@dataclass(frozen=True, slots=True)
class Header:
    """What a pack says about itself. Fields that do not fit are empty and named in the problems."""

    code: str = ""
    name: str = ""
    parent: str = ""
    languages: tuple[str, ...] = ()


@dataclass
class Shape:
    """Collects facts and problems of one document."""

    document: Document
    problems: list[Problem] = field(default_factory=list)

    def bad(self, path: Path_, found: object, mend: str, wants: str = "") -> None:
        """Note a problem."""
        self.problems.append(self.document.problem(path, found, mend, wants))

    def only(self, tree: Mapping[str, Any], path: Path_, known: tuple[str, ...]) -> None:
        """Note the fields that do not belong here."""
        for name in tree:
            if name not in known:
                self.bad((*path, name), name, "unknown-field", ", ".join(known))

    def text(self, tree: Mapping[str, Any], name: str, path: Path_, required: bool = False) -> str:
        """Return a text of a mapping, empty where it is absent or does not fit."""
        if tree.get(name) is None:
            if required:
                self.bad(path, name, "missing", name)
            return ""
        value = tree[name]
        if not isinstance(value, str) or isinstance(value, Odd) or not value.strip():
            self.bad((*path, name), value, "type", "text")
            return ""
        return value

    def day_read(self, tree: Mapping[str, Any], name: str, path: Path_) -> str:
        """Return the required "2026-11" or "2026-11-05" of a mapping."""
        value = tree.get(name)
        if isinstance(value, date):
            return value.isoformat()
        if value is None:
            self.bad(path, name, "missing", name)
        elif not isinstance(value, str) or not is_day_read(value):
            self.bad((*path, name), value, "day", '"2026-11"')
        else:
            return value
        return ""

    def url(self, value: object, path: Path_) -> str:
        """Return an address that a browser may open, empty where it is none."""
        if isinstance(value, str) and is_url(value):
            return value
        self.bad(path, value, "url")
        return ""


def is_url(value: str) -> bool:
    """Whether this is an http(s) address with a host and without spaces."""
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", value)
    except ValueError:
        return False


def is_day_read(value: str) -> bool:
    """Whether this is a month or a day of this century that exists: "2026-11" or "2026-11-05"."""
    return READ_ON.fullmatch(value) is not None and _is_day(value)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value if len(value) > len("2026-11") else f"{value}-01")
    except ValueError:
        return False
    return True


def header(shape: Shape) -> Header:
    """Return what the file says about itself."""
    tree = shape.document.tree
    shape.only(tree, (), (*TOP, "examples"))
    if tree.get("format") != FORMAT or isinstance(tree["format"], bool):
        shape.bad(("format",), tree.get("format"), "format", str(FORMAT))
    code, parent = shape.text(tree, "code", (), required=True), shape.text(tree, "parent", ())
    for name, value in (("code", code), ("parent", parent)):
        if value and not CODE.fullmatch(value):
            shape.bad((name,), value, "code")
    languages = tree.get("languages") or []
    if not _are_texts(languages):
        shape.bad(("languages",), languages, "type", "texts")
        languages = []
    if tree.get("checked_on") is not None:
        shape.day_read(tree, "checked_on", ())
    return Header(code, shape.text(tree, "name", ()), parent, tuple(languages))


def facts(shape: Shape, code: str, by_practice: bool = False) -> tuple[Fact, ...]:
    """Return the facts that fit, in the order of the file."""
    rows = shape.document.tree.get("facts")
    if rows is None:
        return ()
    if not isinstance(rows, list):
        shape.bad(("facts",), rows, "type", "rows")
        return ()
    found = []
    for at, row in enumerate(rows):
        before = len(shape.problems)
        fact = _fact(shape, row, ("facts", at), code, by_practice)
        if fact is not None and len(shape.problems) == before:
            found.append(fact)
    return tuple(found)


def _fact(shape: Shape, row: object, path: Path_, code: str, by_practice: bool) -> Fact | None:
    if not isinstance(row, Mapping):
        shape.bad(path, row, "type", "fields")
        return None
    shape.only(row, path, (*FACT, "reviewed_by"))
    key = shape.text(row, "key", path, required=True)
    confidence = _confidence(shape, row, path)
    known = vocabulary.keys().get(key)
    if key and known is None:
        shape.bad((*path, "key"), key, "unknown-key", ", ".join(vocabulary.keys()))
    reviewed = shape.text(row, "reviewed_by", path)
    if by_practice and not reviewed:
        shape.bad(path, key, "overlay-reviewed")
    as_of = row.get("as_of", 0)
    if not isinstance(as_of, int) or isinstance(as_of, bool) or (as_of and not 1900 <= as_of <= 2200):
        shape.bad((*path, "as_of"), as_of, "type", "year")
        as_of = 0
    return Fact(
        key=key,
        jurisdiction=code,
        source=_source(shape, row.get("source"), (*path, "source"), confidence),
        confidence=confidence,
        checked_on=shape.day_read(row, "checked_on", path),
        value=_value(shape, row.get("value"), (*path, "value"), known.fields) if known else {},
        professions=_professions(shape, row.get("for"), (*path, "for")),
        in_force=_in_force(shape, row.get("in_force"), (*path, "in_force")),
        as_of=as_of,
        note=" ".join(shape.text(row, "note", path).split()),
        also=tuple(_also(shape, row.get("also"), (*path, "also"))),
        reviewed_by=reviewed,
        by_practice=by_practice,
    )


def _confidence(shape: Shape, row: Mapping[str, Any], path: Path_) -> Confidence:
    value, grades = row.get("confidence"), [each.value for each in Confidence]
    if value in grades:
        return Confidence(str(value))
    if value is None:
        shape.bad(path, "confidence", "missing", "confidence")
    else:
        shape.bad((*path, "confidence"), value, "choice", ", ".join(grades))
    return Confidence.LOW


def _source(shape: Shape, tree: object, path: Path_, confidence: Confidence) -> Source:
    if not isinstance(tree, Mapping):
        # Also where it is absent: a fact without a source is nobody's word.
        shape.bad(path, "source", "missing", "source")
        return Source("")
    shape.only(tree, path, SOURCE)
    url = shape.url(tree["url"], (*path, "url")) if tree.get("url") is not None else ""
    if tree.get("url") is None and confidence is not Confidence.LOW:
        shape.bad(path, confidence.value, "url-missing")
    title, citation = shape.text(tree, "title", path, required=True), shape.text(tree, "citation", path)
    return Source(title, url, citation, shape.day_read(tree, "retrieved", path))


def _also(shape: Shape, rows: object, path: Path_) -> list[Source]:
    if rows is None:
        return []
    if not isinstance(rows, list):
        shape.bad(path, rows, "type", "rows")
        return []
    return [_source(shape, row, (*path, at), Confidence.LOW) for at, row in enumerate(rows)]


def _professions(shape: Shape, value: object, path: Path_) -> tuple[Profession, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not value:
        shape.bad(path, value, "type", "professions")
        return ()
    known = [each.value for each in Profession]
    for at, each in enumerate(value):
        if each not in known:
            shape.bad((*path, at), each, "profession", ", ".join(known))
        elif each in value[:at]:
            shape.bad((*path, at), each, "twice")
    return tuple(Profession(each) for each in value if each in known)


def _in_force(shape: Shape, value: object, path: Path_) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        shape.bad(path, value, "day", "2026-11-05")
        return None


def _value(shape: Shape, value: object, path: Path_, fields: Mapping[str, Field]) -> dict[str, Any]:
    """Return the fields of a value that fit the vocabulary."""
    tree = {} if value is None else value
    if not isinstance(tree, Mapping):
        shape.bad(path, value, "type", "fields")
        return {}
    for name in tree:
        if name not in fields:
            shape.bad((*path, name), name, "unknown-field", ", ".join(fields))
    for name, each in fields.items():
        if each.required and tree.get(name) is None:
            shape.bad(path, name, "missing", name)
    return {
        name: _field(shape, tree[name], (*path, name), each)
        for name, each in fields.items()
        if tree.get(name) is not None
    }


def _field(shape: Shape, value: object, path: Path_, known: Field) -> object:
    if known.type == "choice":
        if value not in known.of or not isinstance(value, str):
            shape.bad(path, value, "choice", ", ".join(known.of))
        return value
    if known.type == "rows":
        if not isinstance(value, list) or not value:
            shape.bad(path, value, "type", "rows")
            return []
        return [_value(shape, row, (*path, at), known.fields) for at, row in enumerate(value)]
    if known.type == "url":
        return shape.url(value, path)
    if not FITS[known.type](value):
        shape.bad(path, value, "type", known.type)
    return value.isoformat() if isinstance(value, date) else value


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not isinstance(value, Odd) and bool(value.strip())


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(_is_text(each) for each in value)


def _is_code(value: object) -> bool:
    return isinstance(value, str) and bool(CODE.fullmatch(value))


FITS: Mapping[str, Callable[[object], bool]] = {
    "whole": _is_whole,
    "yes-no": lambda value: isinstance(value, bool),
    "text": _is_text,
    "texts": _are_texts,
    "code": _is_code,
    "codes": lambda value: isinstance(value, list) and all(_is_code(each) for each in value),
    "date": lambda value: isinstance(value, date) or (isinstance(value, str) and _is_day(value)),
}
