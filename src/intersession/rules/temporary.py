"""Short-time practice: how many days are used under each way of counting, and whether one fact covers a contact.

Judges one fact on its own; which of several routes is taken is decided in place.py.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from intersession.rules.facts import Fact
from intersession.rules.findings import Answer, Finding, found

# What a place may ask for before short-time practice (packs/vocabulary.yaml).
APPROVAL, REGISTRATION, NOTICE = "approval", "registration", "notice"
FORMALITIES = frozenset({APPROVAL, REGISTRATION, NOTICE})


@dataclass(frozen=True, slots=True)
class Limit:
    """So many `days` `within` a stretch of time, counted by `count` (the words of packs/vocabulary.yaml)."""

    days: int
    within: str
    count: str


@dataclass(frozen=True, slots=True)
class Visit:
    """What the rule needs to know about a contact on day `on`.

    `chain`: the therapist's place and its parents. `recorded`: which formalities are on record there.
    `lives_there`, `moved`: how the client stays. `days`: on which days there was contact before, if known.
    `used`: a count given by hand, held against the widest limit; None if not known.
    """

    on: date
    chain: tuple[str, ...]
    recorded: frozenset[str]
    established: bool
    lives_there: bool
    moved: bool
    days: Sequence[date] | None = None
    used: int | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """What one route leads to. `answer` None: it does not lead anywhere."""

    answer: Answer | None
    findings: tuple[Finding, ...]


def is_weekday(day: date) -> bool:
    """Whether a day is one of Monday to Friday."""
    return day.weekday() < 5


def months_before(day: date, months: int) -> date:
    """Return the same day some months earlier, the month's last day where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def window_start(within: str, on: date) -> date:
    """Return the first day that counts together with `on`. Not stated: all days ever count, the strictest reading.

    A stretch "in any 12 months" rolls: the day a year earlier is outside, the one after it inside.
    """
    day = timedelta(days=1)
    starts: Mapping[str, Callable[[], date]] = {
        "month": lambda: on.replace(day=1),
        "calendar-year": lambda: date(on.year, 1, 1),
        "12-months": lambda: months_before(on, 12) + day,
        "9-months": lambda: months_before(on, 9) + day,
        "90-days": lambda: on - timedelta(days=89),
        "not-stated": lambda: date.min,
    }
    return starts[within]()


def days_used(
    days: Sequence[date], limit: Limit, on: date, is_working_day: Callable[[date], bool] = is_weekday
) -> int:
    """Return how many days of a limit are used before the day `on`.

    days, working-days: each day with contact counts once; a day worked on is a working day, a Sunday too (the
    strict reading). consecutive-days: the days run on from the first one, with contact or without (California,
    B&P Code 2912: "30 consecutive days a year"). consecutive-working-days: the same, working days only.
    """
    start = window_start(limit.within, on)
    counting = sorted({each for each in days if start <= each < on})
    if not counting or limit.count in ("days", "working-days"):
        return len(counting)
    span = [counting[0] + timedelta(days=n) for n in range((on - counting[0]).days)]
    return len(span) if limit.count == "consecutive-days" else sum(map(is_working_day, span))


def limits_of(fact: Fact) -> tuple[Limit, ...]:
    """Return a fact's limits, the widest (most days) last."""
    rows: Sequence[Mapping[str, Any]] = fact.value.get("limits") or ()
    limits = [Limit(int(row["days"]), str(row["within"]), str(row["count"])) for row in rows]
    return tuple(sorted(limits, key=lambda limit: limit.days))


def temporary(fact: Fact, visit: Visit, values: dict[str, str | int]) -> Route:
    """Return what a fact of short-time practice leads to; `values` fill its sentences."""
    homes = fact.value.get("homes") or ()
    if homes and not set(homes) & set(visit.chain):
        return Route(None, (found("place-temporary-other-homes", fact, **values),))
    if fact.value.get("clients") == "established" and not visit.established:
        return Route(None, (found("place-temporary-established", fact, **values),))
    counted, used_up = _counted(fact, visit, values)
    if used_up:
        return Route(None, counted)
    missing = _missing(fact, visit, values)
    if _is_for_short_stays(fact, visit):
        missing = (found("place-temporary-short-stay", fact, **values), *missing)
    if missing:
        return Route(Answer.ASK, (*missing, *counted))
    allowed = found("place-temporary-allowed", fact, **values)
    return Route(Answer.ALLOWED, (allowed, *counted, *_unstated(fact, visit, values)))


def _missing(fact: Fact, visit: Visit, values: dict[str, str | int]) -> tuple[Finding, ...]:
    asked = [name for name in (APPROVAL, REGISTRATION, NOTICE) if fact.value.get(name) == "yes"]
    missing = [name for name in asked if name not in visit.recorded]
    return tuple(found(f"place-temporary-{name}", fact, **values) for name in missing)


def _unstated(fact: Fact, visit: Visit, values: dict[str, str | int]) -> tuple[Finding, ...]:
    """The rule lets a therapist in; that it names no approval or registration is still worth a question."""
    names = {fact.value.get(name, "not-stated") for name in (APPROVAL, REGISTRATION)}
    if visit.recorded or "not-stated" not in names:
        return ()
    return (found("place-temporary-formalities", fact, **values),)


def _is_for_short_stays(fact: Fact, visit: Visit) -> bool:
    """Whether the rule is made for visits and the client lives there.

    A registration or approval without a limit of days is a lasting route. A limit of days, or a notice, serves
    a client who lives there and comes back to her now and then, but not one who has just moved.
    """
    lasting = "yes" in (fact.value.get("registration"), fact.value.get("approval"))
    limits = bool(limits_of(fact))
    if visit.moved:
        return limits or not lasting
    return visit.lives_there and not limits and not lasting and fact.value.get("notice") != "yes"


def _counted(fact: Fact, visit: Visit, values: dict[str, str | int]) -> tuple[tuple[Finding, ...], bool]:
    limits = limits_of(fact)
    findings = []
    for limit in limits:
        used = _used(limit, visit, widest=limit is limits[-1])
        named = {**values, "days": limit.days, "within": limit.within, "count": limit.count}
        if used is None:
            findings.append(found("place-temporary-count", fact, **named))
        elif used >= limit.days:
            return (found("place-temporary-used-up", fact, **named, used=used),), True
        else:
            findings.append(found("place-temporary-days-left", fact, **named, left=limit.days - used))
    return tuple(findings), False


def _used(limit: Limit, visit: Visit, widest: bool) -> int | None:
    if visit.days is not None:
        return days_used(visit.days, limit, visit.on)
    return visit.used if widest else None
