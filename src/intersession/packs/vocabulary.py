"""The closed vocabulary of `vocabulary.yaml` as values: keys, their fields, the professions.

Reads one file that is shipped with the program; a test holds it against the rules' own lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent / "vocabulary.yaml"
TYPES = ("choice", "whole", "yes-no", "text", "url", "code", "codes", "texts", "date", "rows")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a value. `of`: the choices; `fields`: those of each row."""

    name: str
    type: str
    required: bool = False
    of: tuple[str, ...] = ()
    unit: str = ""
    fields: Mapping[str, Field] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the vocabulary. `many`: the fields that tell two facts of it apart."""

    name: str
    label: Mapping[str, str]
    read_by: tuple[str, ...]
    many: tuple[str, ...]
    fields: Mapping[str, Field]


@lru_cache(maxsize=1)
def keys() -> Mapping[str, Key]:
    """Return every key by its name, in the order of the file."""
    tree: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {name: _key(name, key) for name, key in tree["keys"].items()}


def label(key: str, lang: str) -> str:
    """Return what a key is called in `lang`; the key itself when the vocabulary does not know it."""
    known = keys().get(key)
    return known.label.get(lang, known.label["en"]) if known else key


def _key(name: str, tree: Mapping[str, Any]) -> Key:
    many, read_by = tuple(tree.get("many", ())), tuple(tree["read_by"])
    return Key(name, tree["label"], read_by, many, _fields(tree["fields"]))


def _fields(tree: Mapping[str, Any]) -> dict[str, Field]:
    return {
        name: Field(
            name,
            each["type"],
            each.get("required", False),
            tuple(each.get("of", ())),
            each.get("unit", ""),
            _fields(each.get("fields", {})),
        )
        for name, each in tree.items()
    }
