"""Asks the rules over packs by when, for a therapist's own place and profession, and keeps the answer as plain data.

A day is stamped with what it rests on when its clock begins; a later pack changes no running clock. Decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from intersession.agreement.models import Agreement
from intersession.packs.library import jurisdiction
from intersession.people.models import Relationship
from intersession.records.home import Home, day_in, end_of_day
from intersession.records.stamp import stamp
from intersession.rules.care import consent_expiry
from intersession.rules.clocks import Due, access_due, breach_due
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
    return Ground(due.at, stamp(home, due.findings) | instants)


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
            stamp(home, found.findings),
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
    return Ground(due, stamp(home, findings))
