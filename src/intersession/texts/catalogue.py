"""Loads the Fluent catalogues and formats one message. Project Fluent: https://projectfluent.org."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("en", "de")
LOCALE = Path(__file__).parent.parent / "locale"


class MissingText(KeyError):
    """No catalogue of this language holds the id: a bug, found by the habit tests."""


@lru_cache(maxsize=8)
def _bundle(lang: str) -> FluentBundle:
    # No isolation marks: sentences go into HTML, where <bdi> does that job, and into plain mail.
    bundle = FluentBundle([lang], use_isolating=False)
    for path in sorted((LOCALE / lang).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def text(lang: str, id: str, /, **values: object) -> str:
    """Return the sentence `id` in `lang` with its named values. Unknown languages read English.

    Fluent names hold no underscores here: `answer_by=…` fills `$answer-by`.
    Raises MissingText for an unknown id and ValueError when a value is missing.
    """
    bundle = _bundle(lang if lang in LANGUAGES else "en")
    if not bundle.has_message(id):
        raise MissingText(f"{lang}: {id}")
    pattern = bundle.get_message(id).value
    if pattern is None:
        raise MissingText(f"{lang}: {id} has no sentence")
    named = {name.replace("_", "-"): value for name, value in values.items()}
    formatted, errors = bundle.format_pattern(pattern, named)
    if errors:
        raise ValueError(f"{lang}: {id}: {errors[0]}")
    return str(formatted)


def has(lang: str, id: str) -> bool:
    """Whether this language has the sentence."""
    return bool(_bundle(lang).has_message(id))


def all_ids(lang: str) -> set[str]:
    """Return the ids of every sentence of a language, terms left out."""
    return set(_bundle(lang)._messages)
