"""The year check in words and as data: findings of rules/year.py, in a language, by month.

Finds nothing itself. Reads the crisis numbers' dates from the packs.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from babel.dates import format_date

from intersession.frame.wording import LOCALES, clock_time, worded
from intersession.packs import crisis
from intersession.packs.crisis import CrisisDataError
from intersession.rules.promises import add_period
from intersession.rules.schedule import Period
from intersession.rules.vocabulary import PeriodUnit
from intersession.rules.year import CrisisNumbers, Value, YearFinding
from intersession.texts import day, iso, moment, text
from intersession.texts.dates import on_paper

# Values that are minutes: what a clock shows, or how long something lasts.
CLOCKS = frozenset({"before", "after", "planned", "real"})
ROW = dict[str, str]


def last_of_year(first: date) -> date:
    """Return the last day of the twelve months that start on a day."""
    return add_period(first, Period(1, PeriodUnit.YEARS)) - timedelta(days=1)


def crisis_numbers(jurisdiction: str) -> CrisisNumbers | None:
    """Return when the crisis numbers of a place's country were read; None where there are none to grow old."""
    country = crisis.country_of(jurisdiction)
    try:
        place = crisis.find(country)
    except CrisisDataError:
        return None
    if place is None:
        return None
    # Where only the month is known its first day counts: rather early than late.
    read = f"{place.checked_on}-01"[:10]
    return CrisisNumbers(country, date.fromisoformat(read) if place.checked_on else None)


def finding_text(finding: YearFinding, zone: str, lang: str) -> str:
    """Return a finding as a sentence, instants in the therapist's zone."""
    one_day = _local(finding.start, zone).date() == _local(finding.end, zone).date()
    named = {
        "from": on_paper(finding.start, zone, lang),
        "until": moment(finding.end, zone, lang) if one_day else on_paper(finding.end, zone, lang),
        **{name: _worded(name, value, zone, lang) for name, value in finding.values},
    }
    return text(lang, f"year-{finding.code}", **named)


def _worded(name: str, value: Value, zone: str, lang: str) -> str | int:
    if isinstance(value, datetime):
        # The night of a clock change is a day; everything else is a moment.
        return (
            day(_local(value, zone).date(), lang, year=True)
            if name == "change"
            else on_paper(value, zone, lang)
        )
    if name == "checked" and isinstance(value, date):
        return month(value, lang)
    if name in CLOCKS and isinstance(value, int):
        return clock_time(value)
    return worded(value, lang)


def month(on: date, lang: str) -> str:
    """Return the month of a day: "November 2026"."""
    return str(format_date(on, "LLLL y", locale=LOCALES.get(lang, lang)))


def by_month(found: Iterable[YearFinding], zone: str) -> list[tuple[date, list[YearFinding]]]:
    """Return findings by the month they start in, in order."""
    groups = groupby(found, key=lambda each: _local(each.start, zone).date().replace(day=1))
    return [(first, list(each)) for first, each in groups]


def year_json(found: Iterable[YearFinding], zone: str, lang: str) -> list[ROW]:
    """Return findings as `frame year --json` prints them: instants as RFC 3339 with the therapist's offset."""
    return [
        {
            "kind": each.kind.value,
            "from": iso(each.start, zone),
            "until": iso(each.end, zone),
            "text": finding_text(each, zone, lang),
            "clause": each.kind.clause.value,
        }
        for each in found
    ]


def year_lines(found: tuple[YearFinding, ...], first: date, last: date, zone: str, lang: str) -> list[str]:
    """Return findings as people read them in a terminal: one paragraph for each month that has any."""
    span = {"first": day(first, lang, year=True), "last": day(last, lang, year=True)}
    if not found:
        return [text(lang, "year-nothing", **span)]
    lines = [text(lang, "year-heading", **span)]
    for start, each_month in by_month(found, zone):
        lines += ["", month(start, lang)]
        lines += [
            "  " + text(lang, "year-line", text=finding_text(each, zone, lang), clause=each.kind.clause.value)
            for each in each_month
        ]
    return lines


def _local(instant: datetime, zone: str) -> datetime:
    return instant.astimezone(ZoneInfo(zone))
