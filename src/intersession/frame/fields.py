"""Takes values out of one table of a frame file, checking each against what is allowed there.

Each method returns the value, or a fallback after recording a finding, so that reading goes on and every
problem of a file is found at once.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from intersession.frame.problems import Findings, Path
from intersession.rules.codec import minutes
from intersession.rules.schedule import NO_HOURS, Period, Promise, Week, Window, Windows, week_of
from intersession.rules.vocabulary import PeriodUnit, Unit
from intersession.rules.wording import WEEKDAYS

E = TypeVar("E", bound=StrEnum)
WINDOW = re.compile(r"(\d{2}:\d{2})-(\d{2}:\d{2})")
AMOUNT = re.compile(r"(\d{1,4}) (working )?(minute|hour|day)s?")
PERIOD = re.compile(r"(\d{1,4}) (day|week|month|year)s?")
PROMISES = '"2 working days", "4 working hours", "24 hours", "90 minutes", "next session"'
PERIODS = '"10 days", "6 weeks", "3 months", "1 year"'
LONGEST_TEXT = 80


class Table:
    """One table being read. Keys nobody asked for are reported by `close`."""

    def __init__(self, findings: Findings, path: Path, data: dict[str, Any]) -> None:
        self.findings = findings
        self.path = path
        self.data = data
        self.known: set[str] = set()

    def at(self, key: str) -> Path:
        """Return the path of a key of this table."""
        return (*self.path, key)

    def has(self, key: str) -> bool:
        """Whether the key stands in the file."""
        return key in self.data

    def take(self, key: str, kinds: type | tuple[type, ...], name: str, *, required: bool = False) -> Any:
        """Return the raw value of the wanted TOML type, or None after a finding. `name` is the type
        in words.
        """
        self.known.add(key)
        if key not in self.data:
            if required:
                self.findings.add("missing", self.at(key), allowed=name)
            return None
        value = self.data[key]
        wanted = kinds if isinstance(kinds, tuple) else (kinds,)
        # In TOML a boolean is no number and an instant is no date, though Python thinks so.
        odd = (isinstance(value, bool) and bool not in wanted) or isinstance(value, datetime)
        if odd or not isinstance(value, wanted):
            self.findings.add("wrong-type", self.at(key), value, name)
            return None
        return value

    def text(self, key: str, *, required: bool = False, longest: int = LONGEST_TEXT) -> str:
        """Return one line of text, or ""."""
        value = self.take(key, str, "string", required=required)
        if value is None:
            return ""
        if not value.strip() or len(value) > longest or not value.replace("\n", "").isprintable():
            self.findings.add("bad-text", self.at(key), value, str(longest))
            return ""
        return str(value.strip())

    def known_text(
        self, key: str, is_known: Callable[[str], bool], code: str, options: Callable[[str], Iterable[str]]
    ) -> str:
        """Return required text that a list knows; otherwise a finding `code` with what it may have meant."""
        value = self.text(key, required=True)
        if value and not is_known(value):
            near = difflib.get_close_matches(value, list(options(value)), n=3, cutoff=0.5)
            self.findings.add(code, self.at(key), value, ", ".join(near) or "–")
            return ""
        return value

    def number(self, key: str, low: int, high: int, *, default: int = 0) -> int:
        """Return a whole number in the range, or the default."""
        value = self.take(key, int, "integer")
        if value is None:
            return default
        if not low <= value <= high:
            self.findings.add("out-of-range", self.at(key), value, f"{low}–{high}")
            return default
        return int(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.take(key, bool, "boolean")
        return default if value is None else bool(value)

    def day(self, key: str, *, required: bool = False) -> date | None:
        """Return a date."""
        value = self.take(key, date, "date", required=required)
        return value if isinstance(value, date) else None

    def choice(
        self, key: str, kind: type[E], *, default: E | None = None, required: bool = False
    ) -> E | None:
        """Return a member of a closed list."""
        value = self.take(key, str, "string", required=required)
        if value is None:
            return default
        if value not in list(kind):
            self.findings.add("not-in-list", self.at(key), value, quoted(kind))
            return default
        return kind(value)

    def codes(
        self, key: str, allowed: Sequence[str] | None, default: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """Return a list of codes, each from `allowed` (None: any short text), without repetitions."""
        values = self.take(key, list, "array-of-strings")
        if values is None:
            return default
        found: dict[str, None] = {}
        for index, value in enumerate(values):
            place = (*self.at(key), index)
            if not isinstance(value, str):
                self.findings.add("wrong-type", place, value, "string")
            elif allowed is not None and value not in allowed:
                self.findings.add("not-in-list", place, value, quoted(allowed))
            elif not value.strip() or len(value) > LONGEST_TEXT or not value.isprintable():
                self.findings.add("bad-text", place, value, str(LONGEST_TEXT))
            else:
                found[value] = None
        return tuple(found)

    def promise(self, key: str, *, required: bool = False) -> Promise | None:
        """Return a promise such as "2 working days"."""
        value = self.take(key, str, "string", required=required)
        if value is None:
            return None
        if value == "next session":
            return Promise(0, Unit.NEXT_SESSION)
        match = AMOUNT.fullmatch(value)
        unit = f"{'working-' if match[2] else ''}{match[3]}s" if match else ""
        if not match or unit not in list(Unit):
            self.findings.add("not-a-promise", self.at(key), value, PROMISES)
        elif int(match[1]) == 0:
            self.findings.add("zero-wait", self.at(key), value, PROMISES)
        else:
            return Promise(int(match[1]), Unit(unit))
        return None

    def wait(self, key: str) -> Promise | None:
        """Return a required wait in plain minutes or hours."""
        promise = self.promise(key, required=True)
        if promise and promise.unit not in (Unit.MINUTES, Unit.HOURS):
            self.findings.add("not-a-wait", self.at(key), self.data[key], '"10 minutes", "1 hour"')
            return None
        return promise

    def period(self, key: str, default: Period) -> Period:
        """Return a period such as "6 weeks"."""
        value = self.take(key, str, "string")
        if value is None:
            return default
        match = PERIOD.fullmatch(value)
        if not match or int(match[1]) == 0:
            self.findings.add("not-a-period", self.at(key), value, PERIODS)
            return default
        return Period(int(match[1]), PeriodUnit(f"{match[2]}s"))

    def table(self, key: str, *, required: bool = False) -> Table | None:
        """Return a table inside this one."""
        value = self.take(key, dict, "table", required=required)
        return None if value is None else Table(self.findings, self.at(key), value)

    def tables(self, key: str) -> list[Table]:
        """Return an array of tables."""
        found = []
        for index, value in enumerate(self.take(key, list, "array-of-tables") or []):
            place = (*self.at(key), index)
            if isinstance(value, dict):
                found.append(Table(self.findings, place, value))
            else:
                self.findings.add("wrong-type", place, value, "table")
        return found

    def week(self, key: str, *, required: bool = False) -> Week:
        """Return weekly windows by weekday."""
        days = self.table(key, required=required)
        if days is None:
            return NO_HOURS
        week = week_of({number: days.windows(day) for number, day in enumerate(WEEKDAYS)})
        days.close()
        return week

    def windows(self, key: str) -> Windows:
        """Return the windows of one day; overlaps and windows over midnight are findings."""
        found: list[Window] = []
        for index, value in enumerate(self.take(key, list, "array-of-strings") or []):
            place = (*self.at(key), index)
            window = self._window(place, value)
            if window is None:
                continue
            clash = next(
                (each for each in found if window.start < each.end and each.start < window.end), None
            )
            if clash is not None:
                self.findings.add("overlap", place, value, self.data[key][found.index(clash)])
            else:
                found.append(window)
        return tuple(sorted(found))

    def _window(self, place: Path, value: object) -> Window | None:
        match = WINDOW.fullmatch(value) if isinstance(value, str) else None
        try:
            start, end = (minutes(match[1]), minutes(match[2])) if match else (0, 0)
        except ValueError:
            match = None
        if match is None:
            self.findings.add("not-a-window", place, value, '"09:00-12:30"')
        elif start == end:
            self.findings.add("empty-window", place, value, '"09:00-12:30"')
        elif start > end:
            split = f'"{match[1]}-24:00"' if end == 0 else f'"{match[1]}-24:00", "00:00-{match[2]}"'
            self.findings.add("over-midnight", place, value, split)
        else:
            return Window(start, end)
        return None

    def close(self) -> None:
        """Report every key nobody asked for, with what it may have meant."""
        for key in self.data:
            if key not in self.known:
                near = difflib.get_close_matches(key, sorted(self.known), n=1, cutoff=0.6)
                code = "unknown-key-near" if near else "unknown-key"
                self.findings.add(code, self.at(key), key, near[0] if near else ", ".join(sorted(self.known)))


def quoted(values: Iterable[str]) -> str:
    """Return a closed list as it stands in a file."""
    return ", ".join(f'"{each}"' for each in values)
