"""Decides whether somebody may ask for a call at an instant (clause A8) and, if not, why and when again.

Rings nobody and knows nobody's telephone: whether calls can be placed at all is told by the caller.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from intersession.rules.hours import Span, local_date, spans_from
from intersession.rules.reasons import Reason
from intersession.rules.schedule import Schedule
from intersession.rules.terms import Terms

THERAPIST, COVER = "therapist", "cover"


@dataclass(frozen=True, slots=True)
class UrgentAnswer:
    """Why one can't ask for a call (None: one can), and when one can again (UTC; None where no time is known)."""

    reason: Reason | None = None
    possible_again_at: datetime | None = None

    @property
    def can_ask(self) -> bool:
        """Whether a call may be asked for."""
        return self.reason is None


def can_ask(terms: Terms, now: datetime, *, service_up: bool) -> UrgentAnswer:
    """Return whether a call may be asked for at `now` (UTC); frame.md section 8.

    `service_up`: whether calls can be placed. While it is down no next time is named, for nobody knows one.
    """
    if not terms.urgent.offered:
        return UrgentAnswer(Reason.URGENT_NOT_OFFERED)
    if not service_up:
        return UrgentAnswer(Reason.URGENT_SERVICE_DOWN)
    start = next((start for start, _ in duty_from(terms, now)), None)
    return UrgentAnswer() if start == now else UrgentAnswer(Reason.URGENT_NOBODY_ON_DUTY, start)


def duty_from(terms: Terms, at: datetime) -> Iterator[Span]:
    """Yield the spans from `at` on in which somebody is on duty, the first one cut to start at `at`.

    The hours are the therapist's wall clock, and public holidays do not shorten them: what both signed names
    weekdays only. A day counts while one of the steps names somebody who is there on that date.
    """
    hours = Schedule(terms.schedule.zone, terms.urgent.hours)
    for start, end in spans_from(hours, at):
        if is_staffed(terms, local_date(hours, start)):
            yield start, end


def is_staffed(terms: Terms, on: date) -> bool:
    """Whether a step names somebody who is there: the therapist, or during an absence whoever stands in."""
    absences = terms.schedule.absences
    absence = next((each for each in absences if each.first <= on <= each.last), None)
    on_duty = THERAPIST if absence is None else COVER if absence.cover else ""
    return any(on_duty in step.notify for step in terms.urgent.steps)
