"""The shapes a sentence's values take before a language gives them words: codes, weekdays, hours, periods.

Lets pure rules say what a sentence holds without knowing any language. Formatting is in frame/wording.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intersession.rules.codec import clock
from intersession.rules.schedule import Period, Promise, Windows

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Words:
    """Codes with a text each, `<prefix>-<code>`, read as a list: "by app and phone"."""

    prefix: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """Windows of one day, read as "9:00–12:30 and 14:00–17:00"; no windows read as "no hours"."""

    windows: Windows


@dataclass(frozen=True, slots=True)
class Times:
    """Minutes after midnight, read as "9:00 and 16:00"."""

    minutes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A country or a part of one by its code, read as "Berlin, Germany"; the code "none" reads as none."""

    code: str


LineValue = str | int | date | Words | Hours | Times | Place | Promise | Period


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: a text id and its values."""

    code: str
    values: tuple[tuple[str, LineValue], ...] = ()


def line(code: str, **values: LineValue) -> Line:
    """Return a line from named values."""
    return Line(code, tuple(values.items()))


def plain(value: LineValue) -> str | int:
    """Return a value in a form free of any language: codes, "09:00-12:30", "2 working-days"."""
    if isinstance(value, Words):
        return " ".join(value.codes)
    if isinstance(value, Hours):
        return " ".join(f"{clock(each.start)}-{clock(each.end)}" for each in value.windows)
    if isinstance(value, Times):
        return " ".join(clock(each) for each in value.minutes)
    if isinstance(value, Place):
        return value.code
    if isinstance(value, Promise | Period):
        return f"{value.amount} {value.unit}"
    return value.isoformat() if isinstance(value, date) else value
