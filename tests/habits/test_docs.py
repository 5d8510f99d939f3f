"""What the docs name exists, and what exists is in the docs: settings, reasons, ledger tags, errors, paths."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import intersession
from intersession.audit.tags import Tag
from intersession.errors import IntersessionError
from intersession.rules.reasons import Reason
from intersession.texts import LANGUAGES, has

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "src" / "intersession"
DOCS = ROOT / "docs"
# Where a path in a document may start.
BASES = (ROOT, PACKAGE, ROOT / "frontend" / "src", ROOT / "frontend", DOCS)
PATH = re.compile(r"`((?:[\w.*<>-]+/)+(?:[\w.*-]+)?|[\w-]+\.(?:py|md|toml|html|ts))(?:: ([\w./]+))?`")
GUIDES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted(DOCS.glob("*.md")),
]


def named_in(guide: Path) -> list[tuple[str, str]]:
    """Return each path a document names between backticks, and what it names inside that file.

    `name/1` is the version of a format, not a path; `var/` is made when the program runs.
    """
    return [
        hit
        for hit in PATH.findall(guide.read_text(encoding="utf-8"))
        if not hit[0][-1].isdigit() and hit[0][:4] != "var/"
    ]


def found(path: str) -> list[Path]:
    """Return the files a path may mean; `<room>` and `*` stand for any name."""
    pattern = re.sub(r"<\w+>", "*", path).rstrip("/")
    return [hit for base in BASES for hit in base.glob(pattern)]


def errors() -> list[type[IntersessionError]]:
    """Return every error an action or a door may raise; a device played in Python has no reader."""
    for module in pkgutil.walk_packages(intersession.__path__, "intersession."):
        if "migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    kinds, waiting = [], [IntersessionError]
    while waiting:
        kinds.append(waiting.pop())
        waiting += kinds[-1].__subclasses__()
    return [kind for kind in kinds if not kind.__module__.startswith("intersession.device")]


def test_every_setting_is_documented_and_no_other():
    read = set(re.findall(r"env\(\"([A-Z_]+)\"", (PACKAGE / "settings.py").read_text(encoding="utf-8")))
    rows = re.findall(r"^\| `INTERSESSION_([A-Z_]+)`", (DOCS / "self-hosting.md").read_text("utf-8"), re.M)
    assert set(rows) == read
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_words_and_a_test(reason):
    assert all(has(lang, f"reason-{reason}") for lang in LANGUAGES)
    tests = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert any(f"Reason.{reason.name}" in source for source in tests), f"no test gives {reason}"


def test_every_tag_is_recorded_and_documented():
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert [tag for tag in Tag if f"Tag.{tag.name}" not in code] == []
    rows = re.findall(r"^\| `([a-z-]+:[a-z-]+)`", (DOCS / "audit.md").read_text(encoding="utf-8"), re.M)
    assert sorted(rows) == sorted(tag.value for tag in Tag)


def test_every_error_has_its_words():
    codes = {kind.code for kind in errors()}
    assert [(lang, code) for lang in LANGUAGES for code in codes if not has(lang, f"error-{code}")] == []


def test_every_error_of_the_crypto_core_has_its_words():
    source = (ROOT / "frontend" / "src" / "crypto" / "errors.ts").read_text(encoding="utf-8")
    codes = re.findall(r"^  \"([a-z-]+)\",$", source, re.M)
    assert len(codes) > 20
    assert [(lang, code) for lang in LANGUAGES for code in codes if not has(lang, f"crypto-{code}")] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda p: p.name)
def test_every_path_a_document_names_exists(guide):
    assert [path for path, _ in named_in(guide) if not found(path)] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda p: p.name)
def test_every_function_a_document_names_is_in_that_file(guide):
    missing = [
        f"{path}: {name}"
        for path, name in named_in(guide)
        if name
        and not any(re.search(rf"\b{re.escape(name)}\b", hit.read_text("utf-8")) for hit in found(path))
    ]
    assert missing == []


@pytest.mark.parametrize("guide", [*GUIDES, *sorted((DOCS / "adr").glob("*.md"))], ids=lambda p: p.name)
def test_every_link_leads_somewhere(guide):
    links = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", guide.read_text(encoding="utf-8"))
    assert [link for link in links if not (guide.parent / link).exists()] == []


def test_decisions_are_numbered_without_a_gap():
    papers = sorted((DOCS / "adr").glob("*.md"))
    assert [int(path.name[:4]) for path in papers] == list(range(1, len(papers) + 1))
    assert [p.name for p in papers if not p.read_text("utf-8").startswith(f"# {p.name[:4]} · ")] == []
