"""The docs name what is there: settings, audit tags, reasons, files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from intersession.audit.tags import Tag
from intersession.rules.reasons import Reason
from intersession.texts import LANGUAGES, has

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "src" / "intersession"


def test_every_setting_is_documented_and_every_documented_one_is_read():
    read = set(re.findall(r'env\("([A-Z_]+)"', (PACKAGE / "settings.py").read_text()))
    named = set(re.findall(r"`INTERSESSION_([A-Z_]+)`", (ROOT / "docs" / "self-hosting.md").read_text()))
    assert read == named


def test_every_tag_of_the_ledger_is_used():
    code = "\n".join(path.read_text() for path in PACKAGE.rglob("*.py") if path.name != "tags.py")
    assert [tag.name for tag in Tag if f"Tag.{tag.name}" not in code] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_has_a_sentence(lang):
    assert [reason.value for reason in Reason if not has(lang, f"reason-{reason.value}")] == []


def test_every_reason_is_named_by_a_test():
    tests = "\n".join(path.read_text() for path in (ROOT / "tests").rglob("*.py"))
    assert [r.value for r in Reason if f'"{r.value}"' not in tests and f"Reason.{r.name}" not in tests] == []


@pytest.mark.parametrize("page", ["docs/journeys.md", "docs/architecture.md", "CONTRIBUTING.md", "README.md"])
def test_every_file_a_page_names_exists(page):
    text = (ROOT / page).read_text()
    linked = re.findall(r"\]\(([^)#:]+)\)", text)
    named = re.findall(r"`((?:src|tests|docs|frontend|examples|tools)/[\w./-]+\w)`", text)
    folder = (ROOT / page).parent
    missing = [name for name in linked if not (folder / name).exists()]
    assert missing + [name for name in named if not (ROOT / name).exists()] == []
