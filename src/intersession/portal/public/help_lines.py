"""Turns crisis contacts into what a page says about them: whole sentences in the reader's language, dates.

Chooses words only. Which numbers exist and how sure they are is in packs/crisis.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from babel.dates import format_date
from babel.lists import format_list

from intersession.packs.crisis import Line, Phone, Place, country_name, language_name
from intersession.texts import text

AUDIENCES = {
    "general": "help-for-anyone",
    "youth": "help-for-youth",
    "domestic_violence": "help-for-violence",
    "veterans": "help-for-veterans",
    "lgbtq": "help-for-lgbtq",
    "older": "help-for-older",
}
FACTS = {
    "free": "help-fact-free",
    "not-always": "help-fact-not-always",
    "not-at-night": "help-fact-not-at-night",
    "chat-limited": "help-fact-chat-limited",
    "any-text": "help-text-any",
}
SERVICES = {"ambulance": "help-danger-medical", "police": "help-danger-police", "fire": "help-danger-fire"}
# These facts say something about the hours, so "we do not know the hours" would contradict them.
ABOUT_HOURS = {"not-always", "not-at-night"}
WALLET_NUMBERS = 4


@dataclass(frozen=True)
class LineCard:
    """One talk line as a page shows it: `says` are whole sentences, `checked` is the last of them."""

    line: Line
    says: tuple[str, ...]
    text_label: str
    checked: str


@dataclass(frozen=True)
class PlaceCard:
    """A country as a page shows it. `others` are (label, phone); `wallet` are (name, phone), at most four."""

    place: Place
    name: str
    emergency_says: str
    others: tuple[tuple[str, Phone], ...]
    lines: tuple[LineCard, ...]
    wallet: tuple[tuple[str, Phone], ...]
    checked: str


def place_card(place: Place, lang: str) -> PlaceCard:
    """Return the words for a country in `lang`."""
    emergency, name = place.emergency, country_name(place.code, lang)
    others = (
        tuple((text(lang, SERVICES[service]), phone) for service, phone in emergency.others)
        if emergency
        else ()
    )
    return PlaceCard(
        place=place,
        name=name,
        emergency_says=_emergency_says(place, lang),
        others=others,
        lines=tuple(_line_card(line, lang) for line in place.lines),
        wallet=_wallet(place, lang),
        checked=_checked_page(place, lang),
    )


def countries(codes: tuple[str, ...], lang: str) -> list[tuple[str, str]]:
    """Return (code in lower case, name in `lang`) in the order of the names; "Österreich" sorts under O."""
    named = [(code.lower(), country_name(code, lang)) for code in codes]
    return sorted(named, key=lambda pair: normalize("NFKD", pair[1]).casefold())


def checked_day(on: str, lang: str) -> str:
    """Return "November 2026" for "2026-11" and "2 November 2026" for a full date."""
    locale = {"en": "en_GB"}.get(lang, lang)
    if len(on) == len("2026-11"):
        return format_date(date.fromisoformat(f"{on}-01"), "MMMM y", locale=locale)
    return format_date(date.fromisoformat(on), "long", locale=locale)


def _emergency_says(place: Place, lang: str) -> str:
    if place.emergency is None:
        return text(lang, "help-danger-unknown")
    return text(lang, "help-danger-ambulance" if place.emergency.is_ambulance else "help-danger-emergency")


def _line_card(line: Line, lang: str) -> LineCard:
    says = [text(lang, AUDIENCES[line.audience]), *_hours(line, lang)]
    says += [text(lang, FACTS[fact]) for fact in line.facts]
    if line.languages:
        names = [language_name(code, lang) for code in line.languages]
        says.append(text(lang, "help-languages", languages=format_list(names, locale=lang)))
    if line.press:
        says.append(text(lang, "help-press", key=line.press))
    if note := line.note_in(lang):
        says.append(note)
    return LineCard(line, tuple(says), _text_label(line, lang), _checked(line, lang))


def _hours(line: Line, lang: str) -> list[str]:
    hours = line.hours
    if hours is None:
        known = ABOUT_HOURS & set(line.facts) or line.note
        return [] if known else [text(lang, "help-hours-unknown")]
    if hours.always:
        return [text(lang, "help-hours-always")]
    id = "help-hours-daily" if hours.days == "daily" else "help-hours-mon-fri"
    return [text(lang, id, opens=hours.opens.lstrip("0"), closes=hours.closes)]


def _text_label(line: Line, lang: str) -> str:
    if line.sms is None:
        return ""
    if line.sms.keyword:
        return text(lang, "help-text-word", word=line.sms.keyword)
    return text(lang, "help-text")


def _checked_page(place: Place, lang: str) -> str:
    if not place.is_whole:
        return text(lang, "help-checked-short")
    return text(lang, "help-checked-page", date=checked_day(place.checked_on, lang))


def _checked(line: Line, lang: str) -> str:
    """Say when a line was checked, how old the newest source is, and where only little confirms it."""
    on = checked_day(line.checked.on, lang)
    said = text(lang, "help-checked", date=on)
    if line.checked.is_older:
        said = text(lang, "help-checked-older", date=on, year=str(line.checked.newest))
    return f"{said} {text(lang, 'help-checked-less')}" if line.confidence == "medium" else said


def _wallet(place: Place, lang: str) -> tuple[tuple[str, Phone], ...]:
    first = [(text(lang, "help-danger"), place.emergency.number)] if place.emergency else []
    numbers = [*first, *((line.name, line.phone) for line in place.lines if line.phone)]
    return tuple(numbers[:WALLET_NUMBERS])
