"""Asks the rules over packs by when, for a therapist's own place and profession, and keeps the answer as plain data.

A day is stamped with what it rests on when its clock begins; a later pack changes no running clock. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from intersession.agreement.models import Agreement
from intersession.packs.library import jurisdiction
from intersession.people.models import Relationship
from intersession.records.home import Home, day_in, end_of_day
from intersession.rules.care import consent_expiry
from intersession.rules.clocks import Due, access_due, breach_due
from intersession.rules.facts import Confidence, Fact, Source
from intersession.rules.findings import CODES, Finding
from intersession.rules.promises import add_period
from intersession.rules.retention import Events, retention
from intersession.rules.schedule import Period
from intersession.rules.vocabulary import PeriodUnit

# What this program holds of a relationship, in the packs' words. The first is the record as a whole; the others count
# only where the law names a time of their own for them.
RECORD, PARTS = "clinical-record", ("client-written", "appointments")
# What makes a consent a clock: the client is told how long it counts, or it counts for a number of months.
CONSENT_RUNS = frozenset({"consent-say-how-long", "consent-ends"})


@dataclass(frozen=True, slots=True)
class Ground:
    """A day and what it rests on. `due` None: not known here. `at_most`: the record goes by then."""

    due: datetime | None
    basis: dict[str, Any]
    at_most: date | None = None


def access_ground(home: Home, received: datetime) -> Ground:
    """Return by when a request for access is answered, and how far that may be put off."""
    at, works = jurisdiction(home.place), home.is_working_day
    return _clock(home, access_due(at, home.profession, received, home.zone, works))


def breach_ground(home: Home, noticed: datetime) -> Ground:
    """Return by when a breach is reported."""
    at, works = jurisdiction(home.place), home.is_working_day
    return _clock(home, breach_due(at, noticed, home.zone, home.profession, works))


def _clock(home: Home, due: Due) -> Ground:
    further = {"extendable_until": due.extended, "assess_until": due.assess, "report_until": due.report}
    instants = {name: at.isoformat() if at else None for name, at in further.items()}
    return Ground(due.at, _basis(home, due.findings) | instants)


def retention_grounds(home: Home, relationship: Relationship, ended: datetime) -> dict[str, Ground]:
    """Return until when each kind of record is kept that the law of this place names; the record as a whole always.

    The end of the work is taken as the last contact and the last entry. Births and deaths are not known here.
    """
    on, at = day_in(ended, home.zone), jurisdiction(home.place)
    begun = day_in(relationship.created_at, home.zone)
    events = Events(last_contact=on, end_of_treatment=on, last_entry=on, record_made=begun)
    kept = {each: retention(at, home.profession, on, each, events) for each in (RECORD, *PARTS)}
    return {
        each: Ground(
            end_of_day(found.until, home.zone) if found.until else None,
            _basis(home, found.findings),
            found.at_most,
        )
        for each, found in kept.items()
        if each == RECORD or found.until or found.at_most
    }


def consent_ground(home: Home, agreement: Agreement, now: datetime) -> Ground | None:
    """Return by when the consent of an agreement in force is renewed, None where the law of the place sets no clock.

    The law's number of months, or the day both agreed to look at the agreement again, whichever comes first.
    """
    on = day_in(now, home.zone)
    findings = consent_expiry(jurisdiction(home.place), home.profession, on)
    if not CONSENT_RUNS & {each.code for each in findings}:
        return None
    days = [agreement.review_on] if agreement.review_on else []
    months = [dict(each.values)["months"] for each in findings if each.code == "consent-ends"]
    days += [add_period(on, Period(int(each), PeriodUnit.MONTHS)) for each in months]
    due = end_of_day(min(days), home.zone) if days else None
    return Ground(due, _basis(home, findings))


def _basis(home: Home, findings: Iterable[Finding]) -> dict[str, Any]:
    """Return what a day rests on, as JSON can hold it."""
    return {
        "jurisdiction": home.place,
        "profession": str(home.profession or ""),
        "findings": [
            {
                "code": each.code,
                "values": [list(pair) for pair in each.values],
                "fact": _fact_json(each.fact) if each.fact else None,
            }
            for each in findings
        ],
    }


def _fact_json(fact: Fact) -> dict[str, Any]:
    source = fact.source
    return {
        "key": fact.key,
        "jurisdiction": fact.jurisdiction,
        "source": [source.title, source.url, source.citation, source.retrieved],
        "confidence": fact.confidence.value,
        "checked_on": fact.checked_on,
        "as_of": fact.as_of,
        "by_practice": fact.by_practice,
        # What the law said, for whoever reads the register later; dates as text.
        "value": {name: str(value) for name, value in fact.value.items()},
    }


def findings_of(basis: dict[str, Any]) -> tuple[Finding, ...]:
    """Return the findings a day was stamped with, so that they can be said in the reader's language."""
    return tuple(_finding(each) for each in basis.get("findings", ()) if each["code"] in CODES)


def _finding(stored: dict[str, Any]) -> Finding:
    kind, fact = CODES[stored["code"]], stored["fact"]
    values = tuple((str(name), value) for name, value in stored["values"])
    return Finding(stored["code"], kind.severity, values, _fact(fact) if fact else None, kind.asks)


def _fact(stored: dict[str, Any]) -> Fact:
    return Fact(
        key=stored["key"],
        jurisdiction=stored["jurisdiction"],
        source=Source(*stored["source"]),
        confidence=Confidence(stored["confidence"]),
        checked_on=stored["checked_on"],
        value=stored["value"],
        as_of=stored["as_of"],
        by_practice=stored["by_practice"],
    )
