"""Reads YAML and writes pack files: the same bytes each time, short lines, calm diffs. Judges nothing in them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml

Tree = dict[str, Any]

KEYWORDS = {"no", "yes", "on", "off", "y", "n", "true", "false", "null"}
# PyYAML breaks a line after the word that passes this width, so it stays well under the 120 of yamllint.
WIDTH = 84
FLOW_WIDTH = 88


class Row(dict[str, Any]):
    """A small mapping that is written on one line: `{age: 12, rule: age-floor}`."""


class Dumper(yaml.SafeDumper):
    """Writes every text that looks like a number or a keyword in double quotes, long ones folded."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (name is PyYAML's)
        """Write repeated parts in full: a reader looks at one fact at a time."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 (name is PyYAML's)
        """Indent list items below their key, as yamllint asks."""
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    plain = re.fullmatch(r"[^\W\d_][\w .,()/–-]*", value) and value.lower() not in KEYWORDS
    style = None if plain else ">" if len(value) > FLOW_WIDTH and " " in value else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _list(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.SequenceNode:
    small = all(isinstance(each, str) for each in value) and len(str(value)) <= FLOW_WIDTH
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=small)


def _row(dumper: yaml.SafeDumper, value: Row) -> yaml.MappingNode:
    pairs = {key: _rows(inner) for key, inner in value.items()}
    rows = any(isinstance(each, Row) for inner in pairs.values() if isinstance(inner, list) for each in inner)
    small = len(str(pairs)) <= FLOW_WIDTH and not rows
    return dumper.represent_mapping("tag:yaml.org,2002:map", pairs.items(), flow_style=small)


def _rows(value: Any) -> Any:
    if isinstance(value, list):
        return [Row(each) if isinstance(each, dict) else each for each in value]
    return value


Dumper.add_representer(str, _text)
Dumper.add_representer(list, _list)
Dumper.add_representer(Row, _row)


def read(path: Path) -> Tree:
    """Read one YAML file that holds a mapping. Raises SystemExit with the file's name if it can't be read."""
    try:
        tree = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as problem:
        raise SystemExit(f"{path.name}: {problem}") from problem
    if not isinstance(tree, dict):
        raise SystemExit(f"{path.name}: no mapping")
    return tree


def text(pack: Tree, header: str) -> str:
    """Return a pack as the text of its file."""
    body = yaml.dump(pack, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    return f"---\n{header}{body}"


def tidy(words: object) -> str:
    """Return a text with every run of white space as one space."""
    return " ".join(str(words).split())


def day_or_month(value: object) -> str:
    """Return "2026-11" or "2026-11-24" whether YAML read it as text or as a date."""
    return value.isoformat() if isinstance(value, date) else str(value)
