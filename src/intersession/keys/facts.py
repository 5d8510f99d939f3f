"""Reads the fields of signed JSON one by one and stops at the first that does not fit.

Signed JSON is canonical (RFC 8785) and holds no floats. Fields nobody asks for are ignored: a changed meaning needs a new `v`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import rfc8785

FINGERPRINT = re.compile(r"[0-9a-f]{64}")
ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
WORD = re.compile(r"[a-z][a-z0-9-]{0,39}")
DEVICE = re.compile(r"[A-Za-z0-9_-]{8,32}")
NONCE = re.compile(r"[0-9a-f]{32}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


class FactsError(ValueError):
    """A field is missing or has another shape. Callers turn it into the error of their object."""


def write_canonical(value: Mapping[str, Any]) -> bytes:
    """Return canonical JSON (RFC 8785). Raises FactsError for values that are never signed."""
    try:
        return rfc8785.dumps(dict(value))
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as problem:
        raise FactsError("no canonical form") from problem


def read_canonical(data: bytes) -> Any:
    """Parse JSON that must be canonical already and hold no floats. Raises FactsError."""
    try:
        value = json.loads(data.decode("utf-8"), parse_float=_refuse, parse_constant=_refuse)
        same = rfc8785.dumps(value) == data
    except FactsError:
        raise
    except (ValueError, RecursionError, rfc8785.CanonicalizationError) as problem:
        raise FactsError("not canonical JSON") from problem
    if not same:
        raise FactsError("not canonical JSON")
    return value


def _refuse(text: str) -> None:
    raise FactsError(f"{text} is no value we sign")


def instant(at: datetime) -> str:
    """Return an aware UTC instant as signed objects write it: milliseconds and `Z`."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


class Facts:
    """One signed JSON object. Every reader raises FactsError that names the field."""

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise FactsError("not an object")
        self._value: Mapping[str, Any] = value

    def require(self, **expected: str | int) -> None:
        """Fields that must have exactly these values."""
        for name, value in expected.items():
            found = self._value.get(name)
            if type(found) is not type(value) or found != value:
                raise FactsError(name)

    def text(self, name: str, pattern: re.Pattern[str] | None = None) -> str:
        """A string that fits the whole pattern."""
        value = self._value.get(name)
        if not isinstance(value, str) or (pattern is not None and not pattern.fullmatch(value)):
            raise FactsError(name)
        return value

    def text_or_none(self, name: str, pattern: re.Pattern[str] | None = None) -> str | None:
        """The same, or None when the field is missing or null."""
        return None if self._value.get(name) is None else self.text(name, pattern)

    def one_of(self, name: str, words: Sequence[str]) -> str:
        """One of a closed list of words."""
        value = self.text(name)
        if value not in words:
            raise FactsError(name)
        return value

    def whole(self, name: str, least: int) -> int:
        """A whole number of at least `least`."""
        value = self._value.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value < 2**53:
            raise FactsError(name)
        return value

    def items(self, name: str, most: int) -> list[Any]:
        """A list of at most `most` things."""
        value = self._value.get(name)
        if not isinstance(value, list) or len(value) > most:
            raise FactsError(name)
        return value

    def texts(self, name: str, pattern: re.Pattern[str], most: int) -> tuple[str, ...]:
        """A list of strings that fit the pattern."""
        value = self.items(name, most)
        if not all(isinstance(item, str) and pattern.fullmatch(item) for item in value):
            raise FactsError(name)
        return tuple(value)

    def instant(self, name: str) -> datetime:
        """An instant in UTC with milliseconds and `Z`, as an aware datetime."""
        try:
            return datetime.fromisoformat(self.text(name, _INSTANT))
        except ValueError as problem:
            raise FactsError(name) from problem

    def instant_or_none(self, name: str) -> datetime | None:
        """The same, or None when the field is missing or null."""
        return None if self._value.get(name) is None else self.instant(name)
