"""Reads the bytes of a frame file into values and line numbers, and finds everything wrong with it as TOML.

Values come from tomllib; the line of each key, duplicate keys and dates that don't exist from a syntax
tree. What is broken is blanked out, so that one mistake does not hide the others. Knows nothing about what
a frame must say.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from intersession.frame.problems import Findings, Path

LARGEST = 256 * 1024
# After this many lines that can't be read, more of them tell nobody anything new.
MOST_BROKEN_LINES = 20
AT_LINE = re.compile(r"\(at line (\d+),")
DATES = frozenset({"local_date", "local_time", "local_date_time", "offset_date_time"})
LANGUAGE = Language(tree_sitter_toml.language())
Values = dict[str, Any]


def read_source(data: bytes, findings: Findings) -> tuple[Values | None, bool]:
    """Return the values of a file and whether it could be read as TOML.

    Findings about the text are added to `findings`, together with the line of each key. The values are
    None when there is nothing left worth checking.
    """
    unreadable = _not_text(data)
    if unreadable:
        findings.add(unreadable, (), allowed=str(LARGEST // 1024))
        return None, False
    if not data.strip():
        findings.add("empty", ())
        return None, True
    try:
        return _read(bytearray(data), findings)
    except RecursionError:
        findings.add("too-deep", ())
        return None, False


def _not_text(data: bytes) -> str:
    if len(data) > LARGEST:
        return "too-large"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "not-text"
    return "not-text" if "\0" in text else ""


def _read(data: bytearray, findings: Findings) -> tuple[Values | None, bool]:
    readable = True
    for _ in range(MOST_BROKEN_LINES):
        tree = Parser(LANGUAGE).parse(bytes(data))
        lines: dict[Path, int] = {}
        repair = _Repair(data, findings, lines)
        repair.document(tree.root_node)
        findings.lines = lines
        try:
            return tomllib.loads(data.decode("utf-8")), readable
        except ValueError as error:
            readable = False
            if not _blank_line(data, str(error), findings):
                return None, False
    return None, False


def _blank_line(data: bytearray, message: str, findings: Findings) -> bool:
    """Report the line tomllib stumbled over and blank it. Returns False when the rest can't be trusted."""
    at = AT_LINE.search(message)
    rows = bytes(data).split(b"\n")
    if at is None or int(at[1]) > len(rows):
        findings.add("not-toml", (), message)
        return False
    number = int(at[1])
    row = rows[number - 1]
    shown = row.decode("utf-8", "replace")
    findings.add("syntax", (), shown, line=number)
    findings.broken_keys.add(shown.partition("=")[0].strip())
    start = sum(len(each) + 1 for each in rows[: number - 1])
    if not row.strip():
        return False
    data[start : start + len(row)] = b" " * len(row)
    # Without its header a table's keys would be blamed on the table above.
    return not row.lstrip().startswith(b"[")


class _Repair:
    """Walks a syntax tree once: notes lines, reports duplicates and impossible dates, and blanks both out."""

    def __init__(self, data: bytearray, findings: Findings, lines: dict[Path, int]) -> None:
        self.data = data
        self.findings = findings
        self.lines = lines
        self.tables: set[Path] = set()
        self.arrays: dict[Path, int] = {}

    def document(self, root: Node) -> None:
        for node in root.children:
            if node.type == "pair":
                self.pair((), node)
            elif node.type in ("table", "table_array_element"):
                self.table(node)

    def table(self, node: Node) -> None:
        header = next((child for child in node.children if child.type.endswith("key")), None)
        if header is None:
            return
        path = self.resolve(self.names(header))
        if node.type == "table_array_element":
            if path in self.tables or (path in self.lines and path not in self.arrays):
                self.duplicate(path, node)
                return
            self.arrays[path] = self.arrays.get(path, -1) + 1
            self.lines.setdefault(path, _line(node))
            path = (*path, self.arrays[path])
        elif path in self.tables or path in self.arrays:
            self.duplicate(path, node)
            return
        self.tables.add(path)
        self.lines[path] = _line(node)
        for child in node.children:
            if child.type == "pair":
                self.pair(path, child)

    def resolve(self, names: Path) -> Path:
        """Return a header's path with the index of the array element it belongs to at each step."""
        path: Path = ()
        for position, name in enumerate(names):
            path = (*path, name)
            if path in self.arrays and position < len(names) - 1:
                path = (*path, self.arrays[path])
        return path

    def pair(self, base: Path, node: Node) -> None:
        key, value = node.children[0], node.children[-1]
        path = (*base, *self.names(key))
        if path in self.lines:
            self.duplicate(path, node)
            return
        self.lines[path] = _line(node)
        self.value(path, value)

    def value(self, path: Path, node: Node) -> None:
        if node.type in DATES:
            self.date(path, node)
        elif node.type == "inline_table":
            for child in node.children:
                if child.type == "pair":
                    self.pair(path, child)
        elif node.type == "array":
            members = (child for child in node.children if child.is_named and child.type != "comment")
            for index, child in enumerate(members):
                self.lines[(*path, index)] = _line(child)
                self.value((*path, index), child)

    def date(self, path: Path, node: Node) -> None:
        text = _text(node)
        try:
            tomllib.loads(f"x = {text}")
        except ValueError:
            self.findings.add("no-such-date", path, text, line=_line(node))
            self.findings.muted.add(path)
            self.data[node.start_byte : node.end_byte] = b'""'.ljust(node.end_byte - node.start_byte)

    def duplicate(self, path: Path, node: Node) -> None:
        self.findings.add(
            "duplicate", path, _text(node).split("\n")[0], str(self.lines[path]), line=_line(node)
        )
        before = node.prev_sibling
        # In an inline table the comma before it has to go as well, or what is left is no TOML.
        start = before.start_byte if before is not None and before.type == "," else node.start_byte
        span = self.data[start : node.end_byte]
        self.data[start : node.end_byte] = re.sub(rb"[^\n]", b" ", span)

    def names(self, key: Node) -> Path:
        return tuple(_key_parts(key))


def _key_parts(key: Node) -> Iterator[str]:
    if key.type == "dotted_key":
        for child in key.children:
            if child.is_named:
                yield from _key_parts(child)
        return
    text = _text(key)
    if key.type == "quoted_key":
        try:
            text = str(tomllib.loads(f"x = {text}")["x"])
        except ValueError:
            text = text.strip("\"'")
    yield text


def _text(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")


def _line(node: Node) -> int:
    return int(node.start_point[0]) + 1
