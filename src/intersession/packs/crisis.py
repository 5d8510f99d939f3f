"""Crisis contacts by country: emergency numbers and talk lines, in `data/crisis/<code>.yaml`.

Reads and checks the shape of the data; does not guess where a reader is and looks nothing up elsewhere.
A file that does not fit raises CrisisDataError, so that a page can say so instead of showing half of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from babel import Locale

FOLDER = Path(__file__).parent / "data" / "crisis"
AUDIENCES = ("general", "youth", "domestic_violence", "veterans", "lgbtq", "older")
FACTS = ("free", "not-always", "not-at-night", "chat-limited", "any-text")
SERVICES = ("ambulance", "police", "fire")
# Shown without a second look only if the research graded it so: lines high, emergency numbers high or medium.
EMERGENCY_GRADES = ("high", "medium")

_PHONE = re.compile(r"^[*#+(]?[0-9][0-9 ()/*#.-]*$")
_MONTH = re.compile(r"^20\d\d-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$")
_CLOCK = re.compile(r"^([01]\d|2[0-4]):[0-5]\d$")
_CODE = re.compile(r"^[A-Z]{2}$")

Tree = Mapping[str, Any]


class CrisisDataError(Exception):
    """A crisis data file is missing or does not fit the shape. The message names the file and the field."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number was read."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Checked:
    """When the sources were read ("2026-11" or a full date) and the year of the newest (0: not known)."""

    on: str
    newest: int
    source: Source

    @property
    def is_older(self) -> bool:
        """Whether the newest source is from an earlier year than the reading of it."""
        return 0 < self.newest < int(self.on[:4])


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it is dialled inside the country, as people write it."""

    written: str

    @property
    def dialled(self) -> str:
        """What a `tel:` or `sms:` link needs: digits, *, # and a leading plus."""
        return re.sub(r"[^0-9*#+]", "", self.written).replace("#", "%23")


@dataclass(frozen=True, slots=True)
class Sms:
    """Where to send a text message, and the word that opens the talk, if one is needed."""

    to: Phone
    keyword: str


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours in local time: day and night, or one window on `days` ("daily" or "mon-fri")."""

    always: bool
    days: str = ""
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One talk line. `hours` is None and `languages` empty where the research does not know them."""

    name: str
    audience: str
    phone: Phone | None
    press: str
    tty: Phone | None
    sms: Sms | None
    chat: str
    hours: Hours | None
    languages: tuple[str, ...]
    facts: tuple[str, ...]
    note: tuple[tuple[str, str], ...]
    checked: Checked

    def note_in(self, lang: str) -> str:
        """Return the note in this language, or an empty text."""
        return dict(self.note).get(lang, "")


@dataclass(frozen=True, slots=True)
class Emergency:
    """Who to call in danger to life: the first number, and the services that have a number of their own."""

    number: Phone
    services: tuple[tuple[str, Phone], ...]
    confidence: str
    checked: Checked

    @property
    def others(self) -> tuple[tuple[str, Phone], ...]:
        """The services whose number is not the first one."""
        return tuple((name, phone) for name, phone in self.services if phone != self.number)

    @property
    def is_ambulance(self) -> bool:
        """Whether the first number is the ambulance's own and the police have another."""
        services = dict(self.services)
        return services.get("ambulance") == self.number and services.get("police", self.number) != self.number


@dataclass(frozen=True, slots=True)
class Place:
    """A country or territory. `emergency` is None where no number is sure enough to show."""

    code: str
    emergency: Emergency | None
    lines: tuple[Line, ...]

    @property
    def can_write(self) -> bool:
        """Whether at least one line takes text messages or chat."""
        return any(line.sms or line.chat for line in self.lines)

    @property
    def checked_on(self) -> str:
        """The oldest reading of any number here."""
        found = [line.checked.on for line in self.lines]
        return min([*found, self.emergency.checked.on] if self.emergency else found)


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """Return the codes (ISO 3166-1 alpha-2; XK for Kosovo) that have a file, sorted. Reads no file's content.

    Raises CrisisDataError when there is none.
    """
    found = tuple(sorted(path.stem.upper() for path in FOLDER.glob("*.yaml")))
    if not found:
        raise CrisisDataError(f"no crisis data in {FOLDER.name}")
    return found


def country_of(place: str) -> str:
    """Return the country code of a declared place: "DE" of "DE", "US" of "US-CO". Upper case."""
    return place.upper().partition("-")[0]


@lru_cache(maxsize=512)
def find(code: str) -> Place | None:
    """Return a country's contacts, or None when it has no file. Raises CrisisDataError for a broken file."""
    if code not in codes():
        return None
    return load(FOLDER / f"{code.lower()}.yaml")


def load(path: Path) -> Place:
    """Read and check one file. Raises CrisisDataError with the name of the file and of the field."""
    try:
        tree = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as problem:
        raise CrisisDataError(f"{path.name}: {problem}") from problem
    try:
        return _place(tree, path.stem.upper())
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise CrisisDataError(f"{path.name}: {problem!r}") from problem


@lru_cache(maxsize=8)
def _locale(lang: str) -> Locale:
    return Locale.parse({"en": "en_GB"}.get(lang, lang))


def country_name(code: str, lang: str) -> str:
    """Return the country's name in `lang` from Unicode's list (CLDR); the code itself when there is none."""
    return str(_locale(lang).territories.get(code, code))


def language_name(code: str, lang: str) -> str:
    """Return the name of a language in `lang` ("German", "Deutsch"); the code itself when there is none."""
    return str(_locale(lang).languages.get(code, code))


def _place(tree: Tree, code: str) -> Place:
    _demand(_CODE.match(str(tree["code"])) and tree["code"] == code, "code")
    lines = tuple(_line(line) for line in tree["lines"])
    _demand(lines, "lines")
    return Place(code, _emergency(tree["emergency"]) if "emergency" in tree else None, lines)


def _emergency(tree: Tree) -> Emergency:
    _demand(tree["confidence"] in EMERGENCY_GRADES, "confidence")
    services = tuple((name, _phone(tree[name])) for name in SERVICES if name in tree)
    return Emergency(_phone(tree["number"]), services, tree["confidence"], _checked(tree))


def _line(tree: Tree) -> Line:
    _demand(tree["audience"] in AUDIENCES, "audience")
    _demand(set(tree.get("facts", ())) <= set(FACTS), "facts")
    _demand(any(way in tree for way in ("phone", "sms", "chat")), "phone, sms or chat")
    return Line(
        name=_words(tree["name"]),
        audience=tree["audience"],
        phone=_phone(tree["phone"]) if "phone" in tree else None,
        press=_words(tree["press"]) if "press" in tree else "",
        tty=_phone(tree["tty"]) if "tty" in tree else None,
        sms=_sms(tree["sms"]) if "sms" in tree else None,
        chat=_url(tree["chat"]) if "chat" in tree else "",
        hours=_hours(tree["hours"]) if "hours" in tree else None,
        languages=tuple(_words(code) for code in tree.get("languages", ())),
        facts=tuple(tree.get("facts", ())),
        note=tuple((lang, _words(words)) for lang, words in tree.get("note", {}).items()),
        checked=_checked(tree),
    )


def _checked(tree: Tree) -> Checked:
    _demand(_MONTH.match(tree["checked_on"]), "checked_on")
    source = Source(_words(tree["source"]["title"]), _url(tree["source"]["url"]))
    return Checked(tree["checked_on"], int(tree.get("newest", 0)), source)


def _phone(value: object) -> Phone:
    _demand(isinstance(value, str) and _PHONE.match(value) and len(value) <= 24, f"phone {value!r}")
    return Phone(str(value))


def _sms(tree: Tree) -> Sms:
    keyword = tree.get("keyword", "")
    _demand(isinstance(keyword, str) and re.fullmatch(r"[A-Z0-9]{0,12}", keyword), "keyword")
    return Sms(_phone(tree["to"]), keyword)


def _hours(value: object) -> Hours:
    if value == "always":
        return Hours(always=True)
    _demand(isinstance(value, Mapping), "hours")
    tree: Tree = value  # type: ignore[assignment]  # just checked by _demand
    _demand(tree["days"] in ("daily", "mon-fri"), "hours.days")
    _demand(_CLOCK.match(tree["opens"]) and _CLOCK.match(tree["closes"]), "hours.opens")
    return Hours(always=False, days=tree["days"], opens=tree["opens"], closes=tree["closes"])


def _url(value: str) -> str:
    parts = urlsplit(value)
    _demand(parts.scheme in ("http", "https") and parts.hostname and " " not in value, f"url {value!r}")
    return value


def _words(value: object) -> str:
    _demand(isinstance(value, str) and value.strip(), f"text {value!r}")
    return str(value)


def _demand(fits: object, field: str) -> None:
    if not fits:
        raise ValueError(field)
