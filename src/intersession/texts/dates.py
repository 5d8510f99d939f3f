"""Instants and days as people read them: weekday, date, time, in the reader's zone. Never relative ("soon")."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, get_day_names, get_timezone_location
from babel.lists import format_list

MINUTE = {"en": "EEE d MMM, H:mm", "de": "EEE, d. MMM, H:mm 'Uhr'"}
MINUTE_YEAR = {"en": "EEE d MMM y, H:mm", "de": "EEE, d. MMM y, H:mm 'Uhr'"}
CLOCK = {"en": "H:mm", "de": "H:mm 'Uhr'"}
SHORT = {"en": "EEE H:mm", "de": "EEE, H:mm 'Uhr'"}
SPOKEN = {"en": "EEEE, H:mm", "de": "EEEE, H:mm 'Uhr'"}
DAY = {"en": "EEE d MMM", "de": "EEE, d. MMM"}
DAY_YEAR = {"en": "EEE d MMM y", "de": "EEE, d. MMM y"}
DAY_LONG = {"en": "EEEE d MMMM", "de": "EEEE, d. MMMM"}


@lru_cache(maxsize=8)
def _locale(lang: str) -> Locale:
    return Locale.parse({"en": "en_GB"}.get(lang, lang))


def _pattern(table: dict[str, str], lang: str) -> str:
    return table.get(lang, table["en"])


def _format(instant: datetime, zone: str, lang: str, table: dict[str, str]) -> str:
    # Abbreviated German days and months carry dots of their own; one is enough.
    shown = format_datetime(instant, _pattern(table, lang), tzinfo=ZoneInfo(zone), locale=_locale(lang))
    return shown.replace("..", ".").replace(".,", ",")


def when(instant: datetime, zone: str, lang: str, now: datetime | None = None) -> str:
    """Return "Mon 23 Nov, 9:00" in the zone; with the year when it is not the year of `now`."""
    far = now is not None and instant.astimezone(ZoneInfo(zone)).year != now.astimezone(ZoneInfo(zone)).year
    return _format(instant, zone, lang, MINUTE_YEAR if far else MINUTE)


def on_paper(instant: datetime, zone: str, lang: str) -> str:
    """Return "Mon 26 Oct 2026, 14:00": paper is read in later years too."""
    return _format(instant, zone, lang, MINUTE_YEAR)


def moment(instant: datetime, zone: str, lang: str) -> str:
    """Return the clock time alone: "9:00"."""
    return _format(instant, zone, lang, CLOCK)


def short(instant: datetime, zone: str, lang: str) -> str:
    """Return weekday and time: "Mon 9:00"."""
    return _format(instant, zone, lang, SHORT)


def spoken(instant: datetime, zone: str, lang: str) -> str:
    """Return the weekday in full and the clock time: "Sunday, 22:41"."""
    return _format(instant, zone, lang, SPOKEN)


def weekday(instant: datetime, zone: str, lang: str) -> str:
    """Return the weekday in full: "Thursday"."""
    return format_datetime(instant, "EEEE", tzinfo=ZoneInfo(zone), locale=_locale(lang))


def weekdays(numbers: list[int], lang: str) -> str:
    """Return weekdays (0 = Monday) as a list: "Mon, Wed and Fri"."""
    names = get_day_names("abbreviated", context="stand-alone", locale=_locale(lang))
    return format_list([names[number].rstrip(".") for number in numbers], locale=_locale(lang))


def day(on: date, lang: str, *, year: bool = False) -> str:
    """Return a date: "Mon 23 Nov", or with the year."""
    shown = format_date(on, _pattern(DAY_YEAR if year else DAY, lang), locale=_locale(lang))
    return shown.replace("..", ".").replace(".,", ",")


def day_long(on: date, lang: str) -> str:
    """Return a date in full: "Monday 23 November"."""
    return format_date(on, _pattern(DAY_LONG, lang), locale=_locale(lang))


def iso(instant: datetime, zone: str) -> str:
    """Return RFC 3339 with the zone's offset, to the second."""
    return instant.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")


def zone_city(zone: str, lang: str) -> str:
    """Return the place a zone is named after, in the reader's language: "Berlin", "London"."""
    return get_timezone_location(zone, locale=_locale(lang), return_city=True)
