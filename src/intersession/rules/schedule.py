"""The values reading hours are made of: windows, holidays, absences, promises.

Holds the shapes and their checks. The algebra over them is in hours.py and promises.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from intersession.rules.vocabulary import PeriodUnit, Unit

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A stretch of wall-clock time, half-open, in minutes after midnight. `end` may be 1440 ("24:00").

    Raises ValueError when it is empty, runs backwards or leaves the day.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= MINUTES_A_DAY:
            raise ValueError(f"not a window inside one day: {self.start}-{self.end}")


Windows = tuple[Window, ...]
# Monday first, seven entries.
Week = tuple[Windows, Windows, Windows, Windows, Windows, Windows, Windows]
NO_HOURS: Week = ((), (), (), (), (), (), ())


def week_of(days: dict[int, Windows]) -> Week:
    """Return a week from windows by weekday (0 = Monday), sorted by start."""
    mon, tue, wed, thu, fri, sat, sun = (tuple(sorted(days.get(day, ()))) for day in range(7))
    return mon, tue, wed, thu, fri, sat, sun


def _no_holidays(year: int) -> frozenset[date]:  # noqa: ARG001 - the shape of every calendar's source
    return frozenset()


@dataclass(frozen=True, slots=True)
class HolidayCalendar:
    """A named public holiday calendar. Two calendars with one code are the same calendar.

    `days_in` is a deterministic function of the year, built outside this package, so that the rules stay pure
    and a calendar has no last year.
    """

    code: str = "none"
    days_in: Callable[[int], frozenset[date]] = field(default=_no_holidays, compare=False, repr=False)


NO_CALENDAR = HolidayCalendar()


@dataclass(frozen=True, slots=True)
class Absence:
    """Dates, both inclusive, without reading hours. `cover` names who stands in; empty when nobody does."""

    first: date
    last: date
    cover: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"absence ends before it starts: {self.first} - {self.last}")


@dataclass(frozen=True, slots=True)
class ExtraOpening:
    """Reading hours on one date, also on a holiday or inside an absence."""

    on: date
    windows: Windows


class DayPlan(NamedTuple):
    """One local date, worked out.

    `spans` are the reading hours left, as UTC instants, merged and in order; `slots` the alert slots
    that touch them; `closed_by` says what took away the hours the week would have given: "holiday",
    "absence" or "".
    """

    spans: tuple[tuple[datetime, datetime], ...]
    slots: tuple[datetime, ...]
    closed_by: str
    cover: str


class Outlook(NamedTuple):
    """What may come next for an instant on one local date: spans and slots of the day before, the day
    itself and the first later day that has any.
    """

    spans: tuple[tuple[datetime, datetime], ...]
    slots: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything that decides when somebody reads. `alerts` are minutes after midnight; empty: as they
    come.
    """

    zone: str
    week: Week
    calendar: HolidayCalendar = NO_CALENDAR
    absences: tuple[Absence, ...] = ()
    extra: tuple[ExtraOpening, ...] = ()
    alerts: tuple[int, ...] = ()
    # Memories of pure results, not part of the value: days by date, what lies ahead of a date, working days by date
    # and number, what was closed between a date and an alert.
    plans: dict[date, DayPlan] = field(default_factory=dict, init=False, compare=False, repr=False)
    outlooks: dict[date, Outlook] = field(default_factory=dict, init=False, compare=False, repr=False)
    dues: dict[tuple[date, int], datetime | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    closures: dict[tuple[date, datetime | None], dict[str, str]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )


@dataclass(frozen=True, slots=True)
class Promise:
    """A time within which something will happen. `amount` is 0 only for the next session."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if (self.amount == 0) != (self.unit is Unit.NEXT_SESSION) or self.amount < 0:
            raise ValueError(f"not a promise: {self.amount} {self.unit}")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of calendar time between reviews."""

    amount: int
    unit: PeriodUnit

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise ValueError(f"not a period: {self.amount} {self.unit}")
