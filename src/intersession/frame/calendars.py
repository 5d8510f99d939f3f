"""Public holiday calendars, zones and jurisdiction codes by name, from the libraries that keep them.

Builds the calendar values the rules read. Decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale

from intersession.packs.crisis import country_name
from intersession.rules.schedule import NO_CALENDAR, HolidayCalendar
from intersession.texts import has, text

COUNTRY = re.compile(r"[A-Z]{2}")
# The library also has "NÖ", "Stmk" and "GUA" among its names.
LONGEST_ABBREVIATION = 4
# Entries of the territory list that are no countries: unions, zones, test codes.
NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


class UnknownCalendar(ValueError):
    """No holiday calendar has this code."""


@lru_cache(maxsize=1)
def _supported() -> Mapping[str, Sequence[str]]:
    # The library takes a noticeable part of a second to load, and a process without holidays never needs it.
    import holidays

    countries: Mapping[str, Sequence[str]] = holidays.list_supported_countries()
    return countries


def is_calendar(code: str) -> bool:
    """Whether a holiday calendar has this code: "none", a country ("DE") or a part of one ("DE-BE")."""
    country, dash, part = code.partition("-")
    if code == "none":
        return True
    return (
        bool(COUNTRY.fullmatch(country))
        and country in _supported()
        and (not dash or part in _supported()[country])
    )


def calendar(code: str) -> HolidayCalendar:
    """Return the calendar of a code. Raises UnknownCalendar when there is none."""
    if code == "none":
        return NO_CALENDAR
    if not is_calendar(code):
        raise UnknownCalendar(code)
    return HolidayCalendar(code, partial(_days_in, code))


@lru_cache(maxsize=2048)
def _days_in(code: str, year: int) -> frozenset[date]:
    import holidays

    country, _, part = code.partition("-")
    return frozenset(holidays.country_holidays(country, subdiv=part or None, years=year))


def calendars_like(code: str) -> list[str]:
    """Return the calendar codes a mistyped one may have meant."""
    country = code.partition("-")[0]
    if country in _supported():
        return [country, *(f"{country}-{part}" for part in _supported()[country])]
    return [each for each in _supported() if COUNTRY.fullmatch(each)]


def place_name(code: str, lang: str) -> str:
    """Return what a country, or a part of one, is called: "Berlin, Germany". The code "none" reads as no place.

    Parts have our own names first, then those of the holiday library, mostly in the place's language.
    """
    if code == NO_CALENDAR.code:
        return text(lang, "places-no-holidays")
    country, _, part = code.partition("-")
    land = country_name(country, lang)
    return text(lang, "places-part", part=_part_name(country, part, lang), country=land) if part else land


def _part_name(country: str, part: str, lang: str) -> str:
    id = f"places-{country}-{part}".lower()
    return text(lang, id) if has(lang, id) else _library_names(country).get(part, part)


@lru_cache(maxsize=32)
def _library_names(country: str) -> Mapping[str, str]:
    """Return a name of each part: its first that is no abbreviation, else its longest ("Iowa", "Goa")."""
    import holidays

    if country not in _supported():
        return {}
    aliases = getattr(holidays.country_holidays(country), "subdivisions_aliases", {})
    names: dict[str, list[str]] = {}
    for name, part in aliases.items():
        names.setdefault(part, []).append(name)
    return {
        part: next((name for name in known if len(name) > LONGEST_ABBREVIATION), max(known, key=len))
        for part, known in names.items()
    }


def is_zone(name: str) -> bool:
    """Whether the IANA database has a zone of this name."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        # Absolute paths and folder names are refused with different errors on different systems.
        return False
    return True


def zones() -> list[str]:
    """Return all zone names. Slow: only for suggestions."""
    return sorted(available_timezones())


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Return the ISO 3166-1 codes of all countries."""
    known = Locale("en").territories
    codes = (str(code) for code in known)
    return frozenset(code for code in codes if COUNTRY.fullmatch(code) and code not in NOT_COUNTRIES)


def is_jurisdiction(code: str) -> bool:
    """Whether this is an ISO 3166-1 country or a part of one (ISO 3166-2) that some calendar knows."""
    country, dash, part = code.partition("-")
    if country not in countries():
        return False
    return not dash or part in _supported().get(country, ())
