"""Holds files and functions to the sizes of docs/architecture.md: the tail is what makes code hard to read."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCES = sorted(p for p in (ROOT / "src").rglob("*.py") if "migrations" not in p.parts)
SCRIPTS = sorted((ROOT / "frontend" / "src").rglob("*.ts"))
PAGES = sorted((ROOT / "src" / "intersession" / "templates").rglob("*.html"))
TESTS = sorted([*(ROOT / "tests").rglob("*.py"), *(ROOT / "frontend" / "tests").rglob("*.ts")])


def p90(numbers: list[int]) -> int:
    return sorted(numbers)[int(len(numbers) * 0.9)]


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions() -> list[tuple[str, int]]:
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                start = node.body[0]
                doc = ast.get_docstring(node) is not None and len(node.body) > 1
                first = node.body[1].lineno if doc else start.lineno
                found.append((f"{path.name}:{node.name}", (node.end_lineno or 0) - first + 1))
    return found


@pytest.mark.parametrize("path", [*SOURCES, *SCRIPTS, *PAGES, *TESTS], ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_is_over_400_lines(path):
    assert lines(path) <= 400


def test_files_are_short_in_general():
    sizes = [lines(path) for path in SOURCES]
    assert statistics.median(sizes) <= 100
    assert p90(sizes) <= 250


def test_no_function_is_over_60_lines():
    assert [name for name, size in functions() if size > 60] == []


def test_functions_are_short_in_general():
    sizes = [size for _, size in functions()]
    assert statistics.median(sizes) <= 10
    assert p90(sizes) <= 30


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(path):
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text)), f"{path} has no docstring"


def test_every_public_function_has_a_docstring():
    missing = []
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        public = [
            n
            for n in tree.body
            if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")
        ]
        missing += [f"{path.name}:{node.name}" for node in public if not ast.get_docstring(node)]
    assert missing == []


def test_nothing_is_left_unfinished():
    marks = ("TO" + "DO", "FIX" + "ME", "X" + "XX", "NotImplemented" + "Error")
    found = [
        f"{p.name}: {mark}"
        for p in [*SOURCES, *SCRIPTS, *PAGES]
        for mark in marks
        if mark in p.read_text(encoding="utf-8")
    ]
    assert found == []


def test_every_exception_to_a_check_has_a_reason():
    bare = []
    for path in [*SOURCES, *[p for p in TESTS if p.suffix == ".py"]]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for mark in ("# type: ig" + "nore", "# no" + "qa"):
                if (
                    mark in line
                    and len(
                        line.split(mark, 1)[1].split("]")[-1].strip(" :#ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
                    )
                    < 8
                ):
                    bare.append(f"{path.name}:{number}")
    assert bare == []
