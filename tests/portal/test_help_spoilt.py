"""The help page when a country's pack is spoilt: it still answers, with the emergency number, whatever the file holds."""

from __future__ import annotations

import gzip
import shutil

import pytest
from django.test import Client

from intersession.packs import crisis
from intersession.texts import LANGUAGES, text

WHOLE = (crisis.FOLDER / "de.yaml").read_bytes()
LINES = WHOLE.index(b"\nlines:")
SPOILT = {
    "garbage": b"%$ code: [}{ \n\t- : :",
    "truncated in the facts": WHOLE[:2000],
    "truncated in the lines": WHOLE[: LINES + 90],
    "empty": b"",
    "a list": b"- 1\n- 2\n",
    "binary": bytes(range(256)) * 40,
    "packed": gzip.compress(WHOLE),
    "not UTF-8": WHOLE.replace("ü".encode(), b"\xfc"),
    "huge": WHOLE + b"# more\n" * 200_000,
    "too deep": b"facts: " + b"[" * 100_000,
    "a bomb": b"a: &a [1]\n"
    + b"".join(b"%c: &%c [*%c,*%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 121)),
    "another country": (crisis.FOLDER / "fr.yaml").read_bytes(),
    "emergency is a word": WHOLE.replace(b'number: "112"', b"number: help"),
}


@pytest.fixture
def packs(tmp_path, monkeypatch):
    """The shipped packs, copied to where a test may spoil them; nothing is in memory."""
    for path in crisis.FOLDER.glob("[a-f]?.*"):
        shutil.copy(path, tmp_path)
    shutil.copy(crisis.FOLDER / crisis.SHORT_LIST, tmp_path)
    monkeypatch.setattr(crisis, "FOLDER", tmp_path)
    crisis.clear()
    yield tmp_path
    crisis.clear()


def page(lang: str = "en", path: str = "/help/de") -> tuple[int, str]:
    answer = Client(headers={"Accept-Language": lang}).get(path)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_spoilt_pack_leaves_the_emergency_number(packs, spoilt):
    (packs / "de.yaml").write_bytes(SPOILT[spoilt])
    status, html = page()
    assert status == 200
    assert 'href="tel:112"' in html
    assert page(path="/help/at")[0] == 200
    assert '"/help/de"' in page(path="/help")[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_missing_pack_leaves_the_emergency_number_and_says_so(packs, lang):
    (packs / "de.yaml").unlink()
    status, html = page(lang)
    assert status == 200
    assert 'href="tel:112"' in html
    assert text(lang, "help-checked-short") in html
    assert 'href=""' not in html


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_pack_spoilt_while_the_portal_runs_leaves_the_page_as_it_was(packs, spoilt):
    before = page()
    assert "TelefonSeelsorge" in before[1]
    (packs / "de.yaml").write_bytes(SPOILT[spoilt])
    assert page()[0] == 200
    shown = page()[1]
    assert "TelefonSeelsorge" in shown
    assert 'href="tel:112"' in shown


def test_lines_survive_an_emergency_number_that_is_spoilt(packs):
    (packs / "de.yaml").write_bytes(SPOILT["emergency is a word"])
    assert "TelefonSeelsorge" in page()[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_that_less_confirms_says_so(lang):
    place = crisis.find("DE")
    medium = [line for line in place.lines if line.confidence == "medium"]
    assert medium
    assert page(lang)[1].count(text(lang, "help-checked-less")) == len(medium)
