"""The year check as a page shows it: first what comes again and again, then by month, one sentence of each sort in view.

What is found is the rules' (rules/year.py); this words it. Which agreements are looked at again is read here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from intersession.agreement.models import Agreement
from intersession.frame.year import by_month, crisis_numbers, finding_text, last_of_year, month
from intersession.people.models import Person
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import AgreementState
from intersession.rules.year import Known, ReviewDay, YearFinding, YearKind, year
from intersession.texts import day, text

ICONS = {
    YearKind.URGENT_UNCOVERED: "phone",
    YearKind.ABSENCE_UNCOVERED: "calendar",
    YearKind.PROMISE_BROKEN: "alert",
    YearKind.LICENCE_LAPSES: "doc",
    YearKind.REVIEW_DUE: "people",
    YearKind.CONTACT_STALE: "help",
    YearKind.CLOCK_CHANGE: "clock",
    YearKind.HOLIDAY_UNKNOWN: "calendar",
}

# What is found more often than this in a year is no matter of single days.
OFTEN = 6


@dataclass(slots=True)
class Sort:
    """The first finding of a sort in a month, and the others of that sort."""

    icon: str
    sentence: str
    more: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Month:
    """A heading and what stands under it, in order of time: a month, or what comes all through the year."""

    name: str
    sorts: tuple[Sort, ...]


@dataclass(frozen=True, slots=True)
class YearAhead:
    """The first and the last day in words, how much to look at (what comes again and again is one thing), and the months."""

    first: str
    last: str
    count: int
    months: tuple[Month, ...]


def year_ahead(terms: Terms, therapist: Person, lang: str, first: date) -> YearAhead:
    """Return what to look at in the twelve months from a day on, if these terms were the policy."""
    last, zone = last_of_year(first), terms.therapist.zone
    known = Known(crisis_numbers(terms.therapist.jurisdiction), review_days(therapist))
    found = year(terms, first, last, known)
    often = {code for code, times in Counter(each.code for each in found).items() if times > OFTEN}
    again = _sorted([each for each in found if each.code in often], zone, lang)
    rest = [each for each in found if each.code not in often]
    months = [Month(month(start, lang), _sorted(each, zone, lang)) for start, each in by_month(rest, zone)]
    if again:
        months.insert(0, Month(text(lang, "year-page-again"), again))
    days = day(first, lang, year=True), day(last, lang, year=True)
    return YearAhead(*days, len(again) + len(rest), tuple(months))


def _sorted(found: list[YearFinding], zone: str, lang: str) -> tuple[Sort, ...]:
    sorts: dict[str, Sort] = {}
    for each in found:
        sentence = finding_text(each, zone, lang)
        if each.code in sorts:
            sorts[each.code].more.append(sentence)
        else:
            sorts[each.code] = Sort(ICONS[each.kind], sentence)
    return tuple(sorts.values())


def review_days(therapist: Person) -> tuple[ReviewDay, ...]:
    """Return when each agreement in force is looked at again."""
    active = Agreement.objects.filter(
        relationship__therapist=therapist, state=AgreementState.ACTIVE, review_on__isnull=False
    )
    rows = active.order_by("review_on").values_list("review_on", "relationship__code")
    return tuple(ReviewDay(on, code) for on, code in rows if on)
