"""Turns weekly wall-clock windows into instants and finds the next reading time or alert slot.

Decides nothing about messages. Clock changes follow frame.md section 3: a start or slot inside a skipped
hour begins at the first instant after the gap; an ambiguous start is its first occurrence, an ambiguous end
its second.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from intersession.rules.schedule import DayPlan, Outlook, Schedule, Windows

# How far ahead an opening is looked for. Beyond three years "never" is the honest answer.
HORIZON_DAYS = 1100
ONE_DAY = timedelta(days=1)
Span = tuple[datetime, datetime]


def instant_of(on: date, minute: int, zone: ZoneInfo, *, end: bool = False) -> datetime:
    """Return the UTC instant of a wall-clock minute (0-1440) on a date.

    `end` picks the second occurrence of an ambiguous time. Skipped times become the first instant after
    the gap.
    """
    wall = datetime.combine(on, time()) + timedelta(minutes=minute)
    first = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    second = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    if second >= first:
        return second if end else first
    # PEP 495: inside a gap the offset before the change gives the later instant. The change lies between.
    return change_between(second, first, zone)


def change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """Return the first instant, to the second, with the offset that holds at `after`."""
    wanted = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == wanted:
            after = middle
        else:
            before = middle
    return after


def day_plan(schedule: Schedule, on: date) -> DayPlan:
    """Return the reading hours, slots and closure of one local date. Remembered per schedule."""
    plan = schedule.plans.get(on)
    if plan is None:
        plan = schedule.plans[on] = _work_out(schedule, on)
    return plan


def _work_out(schedule: Schedule, on: date) -> DayPlan:
    zone = zone_of(schedule.zone)
    windows: Windows = schedule.week[on.weekday()]
    absence = next((each for each in schedule.absences if each.first <= on <= each.last), None)
    closed_by = ""
    if absence or on in schedule.calendar.days_in(on.year):
        closed_by = ("absence" if absence else "holiday") if windows else ""
        windows = ()
    for opening in schedule.extra:
        if opening.on == on:
            windows += opening.windows
    spans = merged((instant_of(on, w.start, zone), instant_of(on, w.end, zone, end=True)) for w in windows)
    slots = sorted({instant_of(on, minute, zone) for minute in schedule.alerts})
    touching = tuple(slot for slot in slots if any(start <= slot <= end for start, end in spans))
    return DayPlan(spans, touching, closed_by, absence.cover if absence else "")


def merged(spans: Iterator[Span]) -> tuple[Span, ...]:
    """Return spans in order without overlaps; empty ones (swallowed by a clock change) vanish."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return tuple(merged)


@lru_cache(maxsize=1024)
def zone_of(name: str) -> ZoneInfo:
    """Return a zone by its IANA name. Raises ZoneInfoNotFoundError for an unknown one."""
    return ZoneInfo(name)


def local_date(schedule: Schedule, at: datetime) -> date:
    """Return the date on the wall calendar of the schedule's zone."""
    return at.astimezone(zone_of(schedule.zone)).date()


def _days_from(schedule: Schedule, day: date) -> Iterator[DayPlan]:
    """Yield day plans from `day` to the horizon; none for a schedule without any hours."""
    if not any(schedule.week) and not schedule.extra:
        return
    for _ in range(HORIZON_DAYS):
        yield day_plan(schedule, day)
        day += ONE_DAY


class Moment(NamedTuple):
    """An instant seen on the wall calendar of a schedule, with what may come next. Saves converting it
    twice.
    """

    at: datetime
    local: datetime
    day: date
    outlook: Outlook


def moment_of(schedule: Schedule, at: datetime) -> Moment:
    """Return an instant (UTC) as a schedule sees it."""
    local = at.astimezone(zone_of(schedule.zone))
    day = local.date()
    outlook = schedule.outlooks.get(day)
    if outlook is None:
        outlook = schedule.outlooks[day] = _look_ahead(schedule, day)
    return Moment(at, local, day, outlook)


def _look_ahead(schedule: Schedule, day: date) -> Outlook:
    # The day before counts too: its last window may reach past a repeated midnight.
    spans = day_plan(schedule, day - ONE_DAY).spans + day_plan(schedule, day).spans
    slots = day_plan(schedule, day - ONE_DAY).slots + day_plan(schedule, day).slots
    later = (plan.spans for plan in _days_from(schedule, day + ONE_DAY) if plan.spans)
    later_slots = (plan.slots for plan in _days_from(schedule, day + ONE_DAY) if plan.slots)
    return Outlook(spans + next(later, ()), slots + next(later_slots, ()) if schedule.alerts else ())


def spans_from(schedule: Schedule, at: datetime) -> Iterator[Span]:
    """Yield reading spans from `at` on, the first one cut to start at `at`, none counted twice."""
    cursor = at
    for plan in _days_from(schedule, local_date(schedule, at) - ONE_DAY):
        for start, end in plan.spans:
            if end > cursor:
                yield max(start, cursor), end
                cursor = end


def opening_after(moment: Moment) -> datetime | None:
    """Return the first reading instant at or after a moment, or None."""
    at = moment.at
    for start, end in moment.outlook.spans:
        if end > at:
            return start if start > at else at
    return None


def alert_after(moment: Moment) -> datetime | None:
    """Return the first alert slot at or after a moment; without slots the opening.

    A schedule whose slots never touch reading hours still alerts at the opening: silence would lose an alert.
    """
    for slot in moment.outlook.slots:
        if slot >= moment.at:
            return slot
    return opening_after(moment)


def next_opening(schedule: Schedule, at: datetime) -> datetime | None:
    """Return the first reading instant at or after `at`: `at` itself inside a window, None without any."""
    return opening_after(moment_of(schedule, at))


def next_openings(schedule: Schedule, at: datetime, count: int) -> tuple[datetime, ...]:
    """Return up to `count` coming reading times, the current window's instant first."""
    return tuple(start for start, _ in islice(spans_from(schedule, at), count))


def next_slot(schedule: Schedule, at: datetime) -> datetime | None:
    """Return the first alert slot at or after `at` that touches reading hours; None when there is none."""
    return next((slot for slot in moment_of(schedule, at).outlook.slots if slot >= at), None)


def next_alert(schedule: Schedule, at: datetime) -> datetime | None:
    """Return when an alert for `at` is due; see alert_after."""
    return alert_after(moment_of(schedule, at))


def is_open(schedule: Schedule, at: datetime) -> bool:
    """Whether `at` lies inside reading hours."""
    return next_opening(schedule, at) == at


def in_weekly_hours(schedule: Schedule, moment: Moment) -> bool:
    """Whether the plain week, before holidays and absences, would be open at this wall-clock time."""
    windows = schedule.week[moment.day.weekday()]
    minute = moment.local.hour * 60 + moment.local.minute
    return any(window.start <= minute < window.end for window in windows)
