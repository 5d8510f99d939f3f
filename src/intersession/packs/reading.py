"""Reads one pack file as plain values with line numbers. Never raises for content: it lists problems.

Knows YAML and its traps (aliases, doubled keys, size, depth); what the values mean is in shapes.py and crisis.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from intersession.packs.problems import Problem

LARGEST = 1_000_000
DEEPEST = 30
MOST_SECTIONS = 50
# A text is refused before a parser sees it where brackets nest deeper than this, or one line's indentation does.
_BRACKET = re.compile(r"[\[\]{}]")
_INDENTED = re.compile(r"^[ \t?-]{120}", re.MULTILINE)
_SECTION = re.compile(r"^[A-Za-z_][\w-]*:", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = "tag:yaml.org,2002:"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read. `tree`: its values; `lines`: the line of each place inside; `problems`: what it cost.

    `raw`: what stands in the file for each yes or no. A section that can't be parsed is absent from `tree` and
    named in `problems`; the other sections stay.
    """

    file: str
    tree: Mapping[str, Any]
    lines: Mapping[Path_, int]
    problems: tuple[Problem, ...]
    raw: Mapping[Path_, str] = field(default_factory=dict)

    def line(self, path: Path_) -> int:
        """Return the line of a place inside, or of the nearest place around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)

    def problem(self, path: Path_, found: object, mend: str, wants: str = "") -> Problem:
        """Return a problem at a place inside."""
        found = self.raw.get(path, found) if isinstance(found, bool) else found
        return Problem(self.file, self.line(path), written(path), shown(found), mend, wants)


def written(path: Path_) -> str:
    """Return a place inside a file as people write it: `facts[2].source.url`, counted from 1."""
    out = ""
    for step in path:
        out += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if out else str(step)
    return out


def shown(value: object) -> str:
    """Return a value short enough for a sentence, on one line and without control characters."""
    words = " ".join(("" if value is None else str(value)).split())
    clean = "".join(char if char.isprintable() else "?" for char in words)
    return clean if len(clean) <= 80 else f"{clean[:77]}..."


def read(path: Path) -> Document:
    """Read a file. One that can't be opened is a document without values and with one problem."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        return _nothing(path.name, 0, error.strerror or str(error), "unreadable")
    return parse(data, path.name)


def parse(data: bytes, name: str) -> Document:
    """Read the bytes of a file called `name`; see `read`."""
    if len(data) > LARGEST:
        return _nothing(name, 0, f"{len(data)}", "too-large", str(LARGEST))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _nothing(name, data[: error.start].count(b"\n") + 1, f"byte {error.start}", "not-utf8")
    reader = _Reader(name)
    tree = reader.compose(text, 0)
    if tree is None and reader.failed:
        return _apart(text, name, reader.problems[-1])
    if not isinstance(tree, Mapping):
        return _nothing(name, 1, type(tree).__name__ if tree is not None else "", "empty")
    return Document(name, tree, reader.lines, tuple(reader.problems), reader.raw)


def _nothing(name: str, line: int, found: str, mend: str, wants: str = "") -> Document:
    return Document(name, {}, {}, (Problem(name, line, "", shown(found), mend, wants),))


def _apart(text: str, name: str, whole: Problem) -> Document:
    """Read each section alone, so that one that is spoilt does not take the others with it."""
    starts = [match.start() for match in _SECTION.finditer(text)]
    if len(starts) > MOST_SECTIONS:
        return Document(name, {}, {}, (whole,))
    tree: dict[str, Any] = {}
    reader = _Reader(name)
    for start, end in pairwise([*starts, len(text)]):
        section = text[start : text.index(":", start)]
        before = text.count("\n", 0, start)
        part = reader.compose(text[start:end], before)
        if isinstance(part, Mapping) and section not in tree:
            tree.update(part)
        else:
            reader.problems.append(Problem(name, before + 1, section, section, "section"))
    parts = [each for each in reader.problems if each.mend != "not-yaml"]
    return Document(name, tree, reader.lines, (whole, *parts), reader.raw)


def _is_deep(text: str) -> bool:
    """Whether a parser that calls itself for each level could run out of stack. Counts brackets in texts too."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest > 2 * DEEPEST or _INDENTED.search(text) is not None


@dataclass
class _Reader:
    """Turns the nodes of a parser into plain values, keeping the line of each."""

    name: str
    lines: dict[Path_, int] = field(default_factory=dict)
    raw: dict[Path_, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    failed: bool = False
    _seen: set[int] = field(default_factory=set)
    _nodes: list[yaml.Node] = field(default_factory=list)

    def compose(self, text: str, before: int) -> Any:
        """Return the values of a text that starts after `before` lines; None with a problem where it is no YAML."""
        self.failed = False
        try:
            if _is_deep(text):
                raise yaml.YAMLError("nested too deep")
            node = yaml.compose(text, LOADER)
            return self._value(node, (), before) if node is not None else None
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 + before if mark else before + 1
            words = getattr(error, "problem", None) or str(error)
            self.problems.append(Problem(self.name, line, "", shown(words), "not-yaml"))
            self.failed = True
            return None

    def _value(self, node: yaml.Node, path: Path_, before: int) -> Any:
        line = node.start_mark.line + 1 + before
        self.lines.setdefault(path, line)
        if id(node) in self._seen:
            self._add(line, path, "", "alias")
            return None
        self._seen.add(id(node))
        # Kept alive, so that no later node gets the same id.
        self._nodes.append(node)
        if len(path) > DEEPEST:
            raise yaml.YAMLError("nested too deep")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, before)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(each, (*path, at), before) for at, each in enumerate(node.value)]
        return self._scalar(node, path, line)

    def _mapping(self, node: yaml.MappingNode, path: Path_, before: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1 + before
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
            if not key:
                self._add(line, path, type(key_node.value).__name__, "unknown-field")
            elif key in values:
                self._add(line, (*path, key), key, "twice")
            else:
                values[key] = self._value(value_node, (*path, key), before)
                self.lines[(*path, key)] = line
        return values

    def _scalar(self, node: yaml.Node, path: Path_, line: int) -> Any:
        kind, raw = node.tag.removeprefix(_PLAIN), str(node.value)
        if kind == "str":
            return raw
        if kind == "null":
            return None
        if kind == "bool":
            self.raw[path] = raw
            return raw.lower() in ("yes", "true", "on", "y")
        if kind == "int" and re.fullmatch(r"[-+]?[0-9]{1,12}", raw) and not re.match(r"[-+]?0[0-9]", raw):
            return int(raw)
        if kind == "timestamp" and _DAY.fullmatch(raw):
            return _day(raw)
        if kind not in ("int", "float", "timestamp"):
            self._add(line, path, node.tag, "tag")
        # A number with a point or a leading zero: kept as it is written, so that a check can name it.
        return Odd(raw)

    def _add(self, line: int, path: Path_, found: str, mend: str) -> None:
        self.problems.append(Problem(self.name, line, written(path), shown(found), mend))


class Odd(str):
    """An unquoted value that YAML would take for something other than a text: `012`, `1.5`, `2026-1-1`."""

    __slots__ = ()


def _day(raw: str) -> date | Odd:
    try:
        return date.fromisoformat(raw)
    except ValueError:
        return Odd(raw)
