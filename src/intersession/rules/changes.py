"""Finds clock changes of a zone and what they do to weekly hours: how long these are that night, as they read and really.

How a wall clock becomes an instant is hours.py's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from intersession.rules.hours import ONE_DAY, Span, change_between, instant_of, merged, zone_of
from intersession.rules.schedule import Week, Windows

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Change:
    """A clock change at an instant (UTC): the offsets before and after it."""

    at: datetime
    before: timedelta
    after: timedelta

    def clock(self, offset: timedelta) -> int:
        """Return what a clock with this offset shows at the change, in minutes after midnight."""
        wall = self.at + offset
        return wall.hour * 60 + wall.minute


@dataclass(frozen=True, slots=True)
class ChangedHours:
    """The windows a clock change makes shorter or longer, their instants, and their minutes as read and really."""

    windows: Windows
    start: datetime
    end: datetime
    planned: int
    real: int


def changes_between(zone: str, first: datetime, until: datetime) -> Iterator[Change]:
    """Yield the clock changes at instants in [first, until), in order. Looks once a day."""
    here = zone_of(zone)
    # One second earlier, so that a change in the very first instant counts.
    at = first - timedelta(seconds=1)
    while at < until:
        later = min(at + ONE_DAY, until)
        before, after = _offset(at, here), _offset(later, here)
        if before != after:
            change = change_between(at, later, here)
            if change < until:
                yield Change(change, before, after)
        at = later


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def changed_hours(week: Week, zone: str, change: Change) -> ChangedHours | None:
    """Return the windows of a week that last shorter or longer because of a change; None where it touches none."""
    here = zone_of(zone)
    windows: Windows = ()
    spans: list[Span] = []
    low, high = change.at + min(change.before, change.after), change.at + max(change.before, change.after)
    # A repeated midnight also lengthens what ends the day before.
    for on in sorted({(low - MINUTE).date(), low.date(), high.date()}):
        for window in week[on.weekday()]:
            span = instant_of(on, window.start, here), instant_of(on, window.end, here, end=True)
            if max(span[1] - span[0], timedelta()) != (window.end - window.start) * MINUTE:
                windows += (window,)
                spans.append(span)
    if not windows:
        return None
    real = merged(iter(spans))
    planned = sum(window.end - window.start for window in windows)
    length = sum((end - start for start, end in real), timedelta()) // MINUTE
    start = real[0][0] if real else change.at
    return ChangedHours(windows, start, real[-1][1] if real else change.at, planned, length)
