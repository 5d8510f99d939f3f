"""Each sentence exists in every language, is used, and is asked for with the values it needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "src" / "intersession"
LOCALE = PACKAGE / "locale"
LANGUAGES = sorted(p.name for p in LOCALE.iterdir() if p.is_dir())
FORBIDDEN = {
    "en": r"\b(soon|shortly|as soon as possible|don.t worry|simply|oops|we care about you|we noticed|we miss you|"
    r"limit reached|not allowed|denied|failed to comply|high risk|low risk|compliant|is typing)\b|!",
    "de": r"\b(bald|in Kürze|keine Sorge|einfach nur|Hoppla|nicht erlaubt|verweigert|hohes Risiko|wir vermissen)\b|!",
}


def messages(lang: str) -> dict[str, tuple[str, set[str]]]:
    """Return each message's source text and the names of its values."""
    found: dict[str, tuple[str, set[str]]] = {}
    for path in sorted((LOCALE / lang).glob("*.ftl")):
        source = path.read_text(encoding="utf-8")
        for entry in FluentParser().parse(source).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content[:60]!r}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{path.name}: {entry.id.name} stands twice"
                raw = source[entry.span.start : entry.span.end]
                found[entry.id.name] = (raw, set(re.findall(r"\$([a-z][a-z-]*)", raw)))
    return found


TEXTS = {lang: messages(lang) for lang in LANGUAGES}


def code() -> str:
    """Return all code that may name a sentence."""
    files = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"), *(ROOT / "frontend" / "src").rglob("*.ts")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_sentence(lang):
    assert set(TEXTS[lang]) ^ set(TEXTS["en"]) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_take_the_same_values_in_every_language(lang):
    assert [i for i, (_, names) in TEXTS[lang].items() if names != TEXTS["en"].get(i, ("", names))[1]] == []


def test_no_sentence_is_unused():
    text = code()
    literal = set(re.findall(r"[\"'`]([a-z][a-z0-9]*(?:-[a-zA-Z0-9]+)+)[\"'`]", text))
    # Ids made from a code: f"error-{code}" names all ids that begin with "error-".
    starts = tuple(set(re.findall(r"[\"'`]([a-z][a-z0-9-]*-)(?:\{|\$\{|[\"'`])", text)))
    assert [i for i in TEXTS["en"] if i not in literal and not i.startswith(starts)] == []


def test_every_sentence_a_page_asks_for_exists():
    asked = set(re.findall(r"\{% say \"([^\"]+)\"", code()))
    asked |= set(re.findall(r"(?<![a-zA-Z_.])(?:say|text)\((?:[a-z_.]+, )?\"([a-z][a-z0-9-]+)\"", code()))
    assert asked - set(TEXTS["en"]) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_uses_a_word_we_never_write(lang):
    bad = re.compile(FORBIDDEN.get(lang, r"(?!)"), re.IGNORECASE)
    shown = {i: raw.split("=", 1)[1] for i, (raw, _) in TEXTS[lang].items()}
    assert {i: bad.search(raw)[0] for i, raw in shown.items() if bad.search(raw)} == {}
