"""When a therapist is reminded of a deadline: at half and at four fifths of its time, a working day before, and when it is over.

Long deadlines (years of keeping a record) are reminded of a month before instead, and a month before the record must be gone;
further days of a breach a working day before each.
Works out instants; sends nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

LONG = timedelta(days=120)
AT_ONCE = timedelta(minutes=1)
MONTH_DAYS = 30
MOST_DAYS_OFF = 14
SATURDAY = 5


class Reminder(StrEnum):
    """Which reminder it is. Of two at one instant the later in this list is given."""

    HALF = "half"
    MOST = "most"
    MONTH = "month-before"
    WORKING_DAY = "working-day-before"
    ASSESS = "assess"
    REPORT = "report"
    MUST_GO = "must-go"
    OVER = "over"


Plan = tuple[tuple[Reminder, datetime], ...]


def reminders(
    received: datetime,
    due: datetime | None,
    zone: str,
    is_off: Callable[[date], bool] = lambda _day: False,
    at_most: datetime | None = None,
    further: Mapping[Reminder, datetime] | None = None,
) -> Plan:
    """Return each reminder with its instant, in order; none of a day that is not known.

    `is_off`: days in `zone` on which nobody works, besides Saturday and Sunday. `at_most`: the record is gone by then.
    `further`: other days to be kept, each reminded of once, the working day before.
    """
    plan = list(_before(received, due, zone, is_off)) if due else []
    if at_most:
        plan.append((Reminder.MUST_GO, _within(received, _days_before(at_most, MONTH_DAYS, zone), at_most)))
    for each, by in (further or {}).items():
        plan.append((each, _within(received, working_day_before(by, zone, is_off), by)))
    return _in_order(*plan)


def _within(received: datetime, at: datetime, by: datetime) -> datetime:
    """Return when to remind of a day: at half of a time that is too short, at once where it is over already."""
    return at if at > received else max(received + (by - received) / 2, received + AT_ONCE)


def _in_order(*planned: tuple[Reminder, datetime]) -> Plan:
    """Return reminders by their instants, one at each."""
    order = list(Reminder)
    by_instant = {at: each for each, at in sorted(planned, key=lambda one: order.index(one[0]))}
    return tuple((each, at) for at, each in sorted(by_instant.items()))


def _before(received: datetime, due: datetime, zone: str, is_off: Callable[[date], bool]) -> Plan:
    """Return the reminders before a day, the last at the day itself."""
    span = due - received
    planned = [(Reminder.WORKING_DAY, working_day_before(due, zone, is_off))]
    if span > LONG:
        planned.append((Reminder.MONTH, _days_before(due, MONTH_DAYS, zone)))
    else:
        planned += [(Reminder.HALF, received + span / 2), (Reminder.MOST, received + span * 0.8)]
    return _in_order(*(one for one in planned if received < one[1] < due), (Reminder.OVER, due))


def working_day_before(due: datetime, zone: str, is_off: Callable[[date], bool]) -> datetime:
    """Return the same time of day on the last working day before `due`, as the clocks in `zone` show it.

    A time that the clocks skip that night is moved as the zone moves it (RFC 5545, 3.3.5).
    """
    on = due.astimezone(ZoneInfo(zone)).date()
    back = 1
    while back < MOST_DAYS_OFF and (
        is_off(on - timedelta(back)) or (on - timedelta(back)).weekday() >= SATURDAY
    ):
        back += 1
    return _days_before(due, back, zone)


def _days_before(due: datetime, days: int, zone: str) -> datetime:
    # Arithmetic on an aware local time keeps the time on the wall.
    return (due.astimezone(ZoneInfo(zone)) - timedelta(days=days)).astimezone(due.tzinfo)


def reached(planned: Plan, sent: frozenset[Reminder], now: datetime) -> Reminder | None:
    """Return the newest reminder whose time has come, unless it was sent; earlier ones that were missed are dropped."""
    come = [each for each, at in planned if at <= now]
    return come[-1] if come and come[-1] not in sent else None


def next_at(planned: Plan, now: datetime) -> datetime | None:
    """Return the instant of the next reminder after `now`, None when there is none left."""
    return next((at for _, at in planned if at > now), None)
