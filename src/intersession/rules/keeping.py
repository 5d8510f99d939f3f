"""Finds when a message would have to be sent for a promise not to be kept: due before there is any time to read.

Looks at the hours only; whether somebody kept her word is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from intersession.rules.hours import spans_from
from intersession.rules.promises import add_promise, elapsed
from intersession.rules.schedule import Promise, Schedule
from intersession.rules.vocabulary import Unit

ELAPSED = (Unit.MINUTES, Unit.HOURS)


class Broken(NamedTuple):
    """Messages sent from `start` until just before `end` (UTC) break a promise; the next hours begin at `opens`."""

    start: datetime
    end: datetime
    opens: datetime | None


def broken(schedule: Schedule, promise: Promise, first: datetime, until: datetime) -> Iterator[Broken]:
    """Yield when messages sent in [first, until) break a promise, in order, without overlaps.

    A promise in reading days or reading hours stretches over holidays and absences and breaks only where no
    reading hours are left. The next session is no instant and never breaks.
    """
    if promise.unit in ELAPSED:
        yield from _in_gaps(schedule, elapsed(promise), first, until)
    elif promise.unit is not Unit.NEXT_SESSION:
        start = _runs_out(schedule, promise, first, until)
        if start < until:
            yield Broken(start, until, None)


def _in_gaps(schedule: Schedule, length: timedelta, first: datetime, until: datetime) -> Iterator[Broken]:
    """Yield the part of each gap between hours from which the next hours are further away than the promise."""
    closed = first
    for start, end in spans_from(schedule, first):
        if closed >= until:
            return
        if start - length > closed:
            yield Broken(closed, min(start - length, until), start)
        closed = end
    if closed < until:
        yield Broken(closed, until, None)


def _runs_out(schedule: Schedule, promise: Promise, first: datetime, until: datetime) -> datetime:
    """Return the first second from which a promise has no due time left; `until` where it always has."""
    last = until - timedelta(seconds=1)
    if add_promise(schedule, promise, last) is not None:
        return until
    while first < last:
        middle = first + timedelta(seconds=(last - first) // timedelta(seconds=2))
        if add_promise(schedule, promise, middle) is None:
            last = middle
        else:
            first = middle + timedelta(seconds=1)
    return first
