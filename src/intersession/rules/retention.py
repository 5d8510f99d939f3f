"""How long a record is kept at a place: at least until when, and at most until when.

Computes days from events; erases nothing and does not know about a legal hold.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from intersession.rules.asking import open_question, questions, whom
from intersession.rules.facts import Fact, Jurisdiction, Profession
from intersession.rules.findings import Finding, found


@dataclass(frozen=True, slots=True)
class Events:
    """The days a period may start from; None: not on record."""

    last_contact: date | None = None
    end_of_treatment: date | None = None
    last_entry: date | None = None
    record_made: date | None = None
    receipt: date | None = None
    death: date | None = None
    birth: date | None = None
    last_in_force: date | None = None

    def of(self, name: str) -> date | None:
        """Return the day of an event by its name in packs/vocabulary.yaml."""
        found_: date | None = getattr(self, name.replace("-", "_"))
        return found_

    def latest(self) -> date | None:
        """Return the latest day on record that a period may start from."""
        names = ("last_contact", "end_of_treatment", "last_entry", "record_made", "receipt")
        return max((day for day in map(self.of, names) if day), default=None)


@dataclass(frozen=True, slots=True)
class Kept:
    """The last day a record must be kept and the last day it may be; None: not known or not limited."""

    until: date | None
    at_most: date | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Period:
    """What one fact leads to."""

    until: date | None = None
    at_most: date | None = None
    findings: tuple[Finding, ...] = ()


def retention(
    at: Jurisdiction, profession: Profession | None, on: date, records: str, events: Events
) -> Kept:
    """Return how long records of one kind are kept, by the law of day `on`.

    The nearest place that can be relied on decides; where it has several rules for this profession all bind,
    so the latest minimum and the earliest maximum hold. A missing date leads to a question, never to a guess.
    """
    facts = [each for each in at.all("retention", profession, on) if each.value["records"] == records]
    asserted = [each for each in facts if each.is_asserted]
    level = asserted[0].jurisdiction if asserted else at.chain[-1]
    binding = [each for each in asserted if each.jurisdiction == level]
    near = at.chain[: at.chain.index(level) + 1]
    unsure = tuple(each for each in facts if not each.is_asserted and each.jurisdiction in near)
    values = {**whom(at, profession, on), "records": records}
    if not binding:
        asked = open_question("retention", unsure, at, profession, on)
        return Kept(None, None, tuple(_about(each, records) for each in asked))
    majority = at.find("age-of-majority", profession, on).fact
    periods = [_period(each, events, majority, values) for each in binding]
    return _together(periods, binding, values, questions("retention-unsure", unsure, values))


def _about(finding: Finding, records: str) -> Finding:
    """Add the kind of record to a question's values."""
    return found(finding.code, finding.fact, **dict(finding.values), records=records)


def _together(
    periods: Sequence[_Period],
    facts: Sequence[Fact],
    values: dict[str, str | int],
    unsure: tuple[Finding, ...],
) -> Kept:
    until = max((each.until for each in periods if each.until), default=None)
    at_most = min((each.at_most for each in periods if each.at_most), default=None)
    findings: list[Finding] = []
    for period, fact in zip(periods, facts, strict=True):
        if until and period.until == until:
            findings.append(found("retention-until", fact, **values, until=until.isoformat()))
        if at_most and period.at_most == at_most:
            findings.append(found("retention-at-most", fact, **values, until=at_most.isoformat()))
        findings += period.findings
    if until and at_most and until > at_most:
        findings.append(found("retention-clash", facts[0], **values))
    if not until and not at_most and not any(each.asks for each in findings):
        # The source speaks of the record and names no time.
        findings.append(found("retention-not-known", facts[0], **values))
    return Kept(until, at_most, (*findings, *unsure))


def add_years(day: date, years: int, later: bool) -> date:
    """Return the same day some years on. 29 February in a common year: 1 March if `later`, else 28 February.

    A minimum takes the later day and a maximum the earlier one, so that no reading of the law is broken.
    """
    if day.month == 2 and day.day == 29 and not isleap(day.year + years):
        return date(day.year + years, 3, 1) if later else date(day.year + years, 2, 28)
    return day.replace(year=day.year + years)


def _period(fact: Fact, events: Events, majority: Fact | None, values: dict[str, str | int]) -> _Period:
    start, before = _start(fact, events, values)
    guideline = (found("retention-guideline", fact, **values),) if fact.value["basis"] == "guideline" else ()
    if start is None:
        until = _from_birth(fact, events)
        birth = (found("retention-birth", fact, **values, years=_years(fact, "years_from_birth")),)
        return _Period(until, None, (*(birth if until else before), *guideline))
    years, most = _years(fact, "years"), _years(fact, "at_most_years")
    least = add_years(start, years, later=True) if years else None
    longer, about_minor = _minor(fact, start, events, majority, values)
    until = max((day for day in (least, longer) if day), default=None)
    at_most = add_years(start, most, later=False) if most and fact.value["starts"] != "not-stated" else None
    grown = longer is not None and longer == until and longer != least
    minor = (found("retention-minor", fact, **values),) if grown else ()
    return _Period(until, at_most, (*before, *minor, *about_minor, *guideline))


def _years(fact: Fact, name: str) -> int:
    return int(fact.value.get(name) or 0)


def _start(
    fact: Fact, events: Events, values: dict[str, str | int]
) -> tuple[date | None, tuple[Finding, ...]]:
    """Return the day a period starts. Where the law names none, the latest on record: safe for a minimum."""
    starts = str(fact.value["starts"])
    start = events.latest() if starts == "not-stated" else events.of(starts)
    if start is None:
        missing = "last-contact" if starts == "not-stated" else starts
        return None, (found("retention-date-missing", fact, **values, event=missing),)
    if starts == "not-stated":
        return start, (found("retention-start-not-stated", fact, **values),)
    return start, ()


def _from_birth(fact: Fact, events: Events) -> date | None:
    """Return the end where no death is known (Finland, act 703/2023, annex: 120 years from birth)."""
    years = _years(fact, "years_from_birth")
    return add_years(events.birth, years, later=True) if years and events.birth else None


def _minor(
    fact: Fact, start: date, events: Events, majority: Fact | None, values: dict[str, str | int]
) -> tuple[date | None, tuple[Finding, ...]]:
    """Return the end for a client who was a minor when the period started: the latest of the fact's rows."""
    rows: Sequence[Mapping[str, Any]] = fact.value.get("minors") or ()
    if not rows:
        return None, ()
    if events.birth is None:
        return None, (found("retention-minor-unknown", fact, **values),)
    of_age = int(majority.value["age"]) if majority else None
    if of_age is not None and add_years(events.birth, of_age, later=True) <= start:
        return None, ()
    ends = [_row(row, start, events.birth, of_age) for row in rows]
    unknown = () if of_age is not None else (found("minor-majority-not-known", **values, age=0),)
    return max((day for day in ends if day), default=None), unknown


def _row(row: Mapping[str, Any], start: date, birth: date, of_age: int | None) -> date | None:
    years, kind = int(row["years"]), str(row["kind"])
    if kind == "until-age":
        return add_years(birth, years, later=True)
    if kind == "years-after-majority":
        return add_years(birth, of_age + years, later=True) if of_age is not None else None
    if kind == "years-after-age":
        return add_years(birth, int(row["age"]) + years, later=True)
    return add_years(start, years, later=True)
