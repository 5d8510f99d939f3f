"""Where a therapist practises, as what, in which zone and on which days: what every clock here starts from. Reads only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from intersession.packs.library import jurisdiction
from intersession.people.models import Person
from intersession.policy.models import PolicyVersion
from intersession.rules.clocks import LAST_MOMENT
from intersession.rules.facts import Profession
from intersession.rules.hours import next_alert
from intersession.rules.practising import profession_of
from intersession.rules.schedule import Schedule
from intersession.rules.temporary import is_weekday


@dataclass(frozen=True, slots=True)
class Home:
    """`place` is empty when none is known; `schedule` None: no hours were published."""

    place: str
    profession: Profession | None
    zone: str
    schedule: Schedule | None

    @property
    def is_off(self) -> Callable[[date], bool]:
        """Return whether a day is a public holiday in the calendar she chose."""
        days_in = self.schedule.calendar.days_in if self.schedule else lambda _year: frozenset[date]()
        return lambda day: day in days_in(day.year)

    def is_working_day(self, day: date) -> bool:
        """Whether people work on a day: no weekend, no public holiday."""
        return is_weekday(day) and not self.is_off(day)

    def reading_time(self, at: datetime) -> datetime:
        """Return her next reading time, or `at` when there is none."""
        return (next_alert(self.schedule, at) if self.schedule else at) or at


def home_of(therapist: Person) -> Home:
    """Return the therapist's home by her published rules; by her settings while she has none."""
    version = PolicyVersion.objects.latest_of(therapist)
    if version is None:
        return Home(therapist.place, None, therapist.zone, None)
    policy = version.policy
    who = policy.therapist
    profession = profession_of(who, jurisdiction(who.jurisdiction))
    return Home(who.jurisdiction, profession, who.zone, policy.schedule)


def end_of_day(on: date, zone: str) -> datetime:
    """Return the last second of a day in a zone, as UTC; rules/clocks.py ends days so too."""
    return datetime.combine(on, LAST_MOMENT, ZoneInfo(zone)).astimezone(UTC)


def day_in(instant: datetime, zone: str) -> date:
    """Return the day an instant falls on in a zone."""
    return instant.astimezone(ZoneInfo(zone)).date()
