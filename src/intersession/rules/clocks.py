"""By when a request for access is answered and a data breach is reported: the shortest time any level of law sets.

Computes instants; keeps no register and reminds nobody.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from intersession.rules.asking import NOBODY, open_question, questions, whom
from intersession.rules.facts import Fact, Jurisdiction, Profession
from intersession.rules.findings import Finding, found
from intersession.rules.temporary import is_weekday

LAST_MOMENT = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due. All instants UTC; None: no such time is known.

    `extended`: until when an answer may be put off if the person is told. `assess`: by when a suspected breach is
    judged. `report`: by when its final report is due.
    """

    at: datetime | None
    extended: datetime | None
    findings: tuple[Finding, ...]
    assess: datetime | None = None
    report: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Clock:
    """One event in the zone whose calendar days count."""

    event: datetime
    zone: ZoneInfo
    is_working_day: Callable[[date], bool]

    @property
    def day(self) -> date:
        return self.event.astimezone(self.zone).date()

    def end_of(self, day: date) -> datetime:
        """Return the last second of a local day. Where a clock shows it twice, the first time."""
        return datetime.combine(day, LAST_MOMENT, self.zone).astimezone(UTC)

    def after(self, fact: Fact) -> datetime | None:
        """Return the earliest end of the times a fact sets; None where it sets none."""
        value = fact.value
        ends = []
        if value.get("hours"):
            ends.append(self.event + timedelta(hours=int(value["hours"])))
        if value.get("days"):
            ends.append(self.end_of(self.day + timedelta(days=int(value["days"]))))
        if value.get("working_days"):
            ends.append(
                self.end_of(working_days_after(self.day, int(value["working_days"]), self.is_working_day))
            )
        if value.get("months"):
            ends.append(self.end_of(months_after(self.day, int(value["months"]))))
        return min(ends, default=None)

    def put_off(self, due: datetime, fact: Fact) -> datetime:
        """Return when an answer due at an instant is due if put off as far as the fact lets it."""
        day = due.astimezone(self.zone).date()
        days = int(fact.value.get("extension_days") or 0)
        months = int(fact.value.get("extension_months") or 0)
        return self.end_of(months_after(day, months) + timedelta(days=days)) if days or months else due


def months_after(day: date, months: int) -> date:
    """Return the same day some months on; the month's last day where there is none (31 January: 28 February).

    As Regulation 1182/71 Art. 3(2)(c) counts periods in months.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def working_days_after(day: date, count: int, is_working_day: Callable[[date], bool]) -> date:
    """Return the count-th working day after a day; the day itself does not count."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def access_due(
    at: Jurisdiction,
    profession: Profession | None,
    received: datetime,
    zone: str,
    is_working_day: Callable[[date], bool] = is_weekday,
) -> Due:
    """Return by when a request for access received at an instant (UTC) is answered.

    Days are calendar days in `zone`, to their end. Without the holidays of a place (`is_working_day`) a time in
    working days ends early rather than late.
    """
    clock = _Clock(received, ZoneInfo(zone), is_working_day)
    values = {**whom(at, profession, clock.day), "zone": zone}
    facts = at.all("access-request", profession, clock.day)
    due, first, findings = _shortest("access", at, profession, clock, facts, values)
    if due is None or first is None:
        return Due(None, None, findings)
    # Every law must let the answer be put off, so the shortest of all put-off times counts.
    later = [(clock.put_off(end, fact), fact) for fact, end in _timed(clock, facts)]
    extended, by = min(later, key=lambda pair: pair[0])
    if extended <= due:
        return Due(due, None, findings)
    return Due(due, extended, (*findings, found("access-extended", by, **values, due=_shown(extended))))


def breach_due(
    at: Jurisdiction,
    aware: datetime,
    zone: str,
    profession: Profession | None = None,
    is_working_day: Callable[[date], bool] = is_weekday,
) -> Due:
    """Return by when a data breach known since an instant (UTC) is reported, assessed and finally reported."""
    clock = _Clock(aware, ZoneInfo(zone), is_working_day)
    values = {**whom(at, profession, clock.day), "zone": zone}
    facts = at.all("breach-notice", profession, clock.day)
    due, _, findings = _shortest("breach", at, profession, clock, facts, values)
    assess, assessing = _step("assess", clock, facts, values)
    report, reporting = _step("report", clock, facts, values)
    return Due(due, None, (*findings, *assessing, *reporting), assess, report)


def _timed(clock: _Clock, facts: Sequence[Fact]) -> list[tuple[Fact, datetime]]:
    ends = [(fact, clock.after(fact)) for fact in facts if fact.is_asserted]
    return [(fact, end) for fact, end in ends if end is not None]


def _shortest(
    rule: str,
    at: Jurisdiction,
    profession: Profession | None,
    clock: _Clock,
    facts: Sequence[Fact],
    values: dict[str, str | int],
) -> tuple[datetime | None, Fact | None, tuple[Finding, ...]]:
    """Return the shortest time, the fact that sets it and the findings; what starts later is told too."""
    unsure = tuple(each for each in facts if not each.is_asserted)
    later = _not_yet(rule, at, profession, clock.day, values)
    timed = _timed(clock, facts)
    if timed:
        fact, due = min(timed, key=lambda pair: pair[1])
        first = found(f"{rule}-due", fact, **values, due=_shown(due), to=str(fact.value.get("to") or NOBODY))
        return due, fact, (first, *questions(f"{rule}-unsure", unsure, values), *later)
    prompt = [each for each in facts if each.is_asserted and not _is_step(each)]
    if prompt:
        named = {**values, "to": str(prompt[0].value.get("to") or NOBODY)}
        open_ = (found(f"{rule}-no-number", prompt[0], **named),)
        return None, None, (*open_, *questions(f"{rule}-unsure", unsure, values), *later)
    if any(each.is_asserted for each in facts):
        return None, None, (*questions(f"{rule}-unsure", unsure, values), *later)
    return None, None, (*open_question(rule, unsure, at, profession, clock.day), *later)


def _is_step(fact: Fact) -> bool:
    return bool(fact.value.get("assess_days") or fact.value.get("report_days"))


def _step(
    name: str, clock: _Clock, facts: Sequence[Fact], values: dict[str, str | int]
) -> tuple[datetime | None, tuple[Finding, ...]]:
    """Return the shortest of one further step's times."""
    timed = [each for each in facts if each.is_asserted and each.value.get(f"{name}_days")]
    if not timed:
        return None, ()
    fact = min(timed, key=lambda each: int(each.value[f"{name}_days"]))
    due = clock.end_of(clock.day + timedelta(days=int(fact.value[f"{name}_days"])))
    return due, (found(f"breach-{name}", fact, **values, due=_shown(due)),)


def _not_yet(
    rule: str, at: Jurisdiction, profession: Profession | None, on: date, values: dict[str, str | int]
) -> tuple[Finding, ...]:
    """Return what will start later: laws that are passed and not yet in force."""
    key = {"access": "access-request", "breach": "breach-notice"}[rule]
    coming = [
        each
        for each in at.facts
        if each.key == key and each.is_asserted and each.in_force and each.in_force > on
        if not each.professions or profession in each.professions
    ]
    return tuple(
        found(f"{rule}-not-yet", each, **values, start=each.in_force.isoformat())
        for each in coming
        if each.in_force
    )


def _shown(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat()
