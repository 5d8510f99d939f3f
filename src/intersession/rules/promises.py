"""Works out when a promise falls due: working days, working hours, elapsed time, the next session.

Reads schedules; does not know messages.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from intersession.rules.hours import HORIZON_DAYS, ONE_DAY, day_plan, local_date, spans_from
from intersession.rules.schedule import Period, Promise, Schedule
from intersession.rules.vocabulary import PeriodUnit, Unit


def add_promise(
    schedule: Schedule,
    promise: Promise,
    at: datetime,
    next_session_at: datetime | None = None,
    day: date | None = None,
) -> datetime | None:
    """Return the instant by which `promise`, made at `at`, is due; None when it can't be known.

    Semantics: frame.md section 3. Only a session still ahead counts as the next one.
    `day` is the local date of `at` where the caller knows it already.
    """
    if promise.unit is Unit.WORKING_DAYS:
        return _working_days(schedule, promise.amount, day or local_date(schedule, at))
    if promise.unit is Unit.WORKING_HOURS:
        return _working_time(schedule, timedelta(hours=promise.amount), at)
    if promise.unit is Unit.NEXT_SESSION:
        return next_session_at if next_session_at and next_session_at >= at else None
    return at + elapsed(promise)


def elapsed(promise: Promise) -> timedelta:
    """Return the plain length of a promise in hours or minutes."""
    minutes = promise.amount * (60 if promise.unit in (Unit.HOURS, Unit.WORKING_HOURS) else 1)
    return timedelta(minutes=minutes)


def _working_days(schedule: Schedule, count: int, day: date) -> datetime | None:
    """Return the close of the last window on the `count`-th working day after `day`. Remembered by date."""
    key = day, count
    if key not in schedule.dues:
        schedule.dues[key] = _close_of_working_day(schedule, *key)
    return schedule.dues[key]


def _close_of_working_day(schedule: Schedule, day: date, count: int) -> datetime | None:
    barren = 0
    while barren < HORIZON_DAYS and (any(schedule.week) or schedule.extra):
        day += ONE_DAY
        spans = day_plan(schedule, day).spans
        barren = 0 if spans else barren + 1
        count -= bool(spans)
        if count == 0:
            return spans[-1][1]
    return None


def _working_time(schedule: Schedule, left: timedelta, at: datetime) -> datetime | None:
    """Return the instant at which `left` of reading time has passed since `at`."""
    for start, end in spans_from(schedule, at):
        if end - start >= left:
            return start + left
        left -= end - start
    return None


def add_period(on: date, period: Period) -> date:
    """Return the date a period later. Months and years keep the day, or end on the month's last day."""
    if period.unit in (PeriodUnit.DAYS, PeriodUnit.WEEKS):
        return on + timedelta(days=period.amount * (7 if period.unit is PeriodUnit.WEEKS else 1))
    months = on.month - 1 + period.amount * (12 if period.unit is PeriodUnit.YEARS else 1)
    year, month = on.year + months // 12, months % 12 + 1
    return date(year, month, min(on.day, monthrange(year, month)[1]))
