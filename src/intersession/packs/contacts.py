"""The shape of crisis contacts, and what of a document fits it: emergency numbers and talk lines.

Opens no file; what is shown when a file is spoilt is decided in crisis.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from intersession.packs.reading import Document, Odd
from intersession.packs.shapes import is_day_read, is_url

AUDIENCES = ("general", "youth", "domestic_violence", "veterans", "lgbtq", "older")
FACTS = ("free", "not-always", "not-at-night", "chat-limited", "any-text")
SERVICES = ("ambulance", "police", "fire")
# What the research graded low is a question (`unsure:` in the packs) and never shown as a number.
GRADES = ("high", "medium")

PHONE = re.compile(r"^[*#+(]?[0-9][0-9 ()/*#.-]*$")
_CLOCK = re.compile(r"^([01]\d|2[0-4]):[0-5]\d$")
CODE = re.compile(r"^[A-Z]{2}$")

Tree = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number was read."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Checked:
    """When the sources were read ("2026-11" or a full date) and the year of the newest (0: not known).

    `on` is empty for a number from the short list.
    """

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
    confidence: str
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
    """A country or territory. `emergency` is None where no number is sure enough to show.

    `is_whole` False: the file is spoilt, and this is what is left of it.
    """

    code: str
    emergency: Emergency | None
    lines: tuple[Line, ...]
    is_whole: bool = True

    @property
    def can_write(self) -> bool:
        """Whether at least one line takes text messages or chat."""
        return any(line.sms or line.chat for line in self.lines)

    @property
    def checked_on(self) -> str:
        """The oldest reading of any number here; empty when none is known."""
        found = [line.checked.on for line in self.lines]
        found += [self.emergency.checked.on] if self.emergency else []
        return min((on for on in found if on), default="")


def contacts_of(document: Document, code: str) -> tuple[Place | None, tuple[str, ...]]:
    """Return the contacts of a document that fit, and what is wrong with its others.

    What is wrong with its facts does not matter here.
    """
    tree = document.tree
    faults = [f"{each.mend} {each.key}" for each in document.problems if each.section in OWN or not tree]
    if str(tree.get("code")) != code or not CODE.match(code):
        faults.append("code")
    rows = tree.get("lines", [])
    if not isinstance(rows, list) or ("lines" in tree and not rows):
        faults.append("lines")
        rows = []
    lines = []
    for at, row in enumerate(rows):
        line, wrong = part(row, LINE)
        faults += [f"lines[{at + 1}].{name}" for name, _ in wrong]
        lines += [Line(**line)] if not wrong else []
    emergency = None
    if "emergency" in tree:
        found, wrong = part(tree["emergency"], EMERGENCY)
        faults += [f"emergency.{name}" for name, _ in wrong]
        emergency = Emergency(**found) if not wrong else None
    if not emergency and not lines and not faults:
        faults.append("emergency, lines")
    usable = "code" not in faults
    return (Place(code, emergency, tuple(lines)) if usable else None), tuple(faults)


def part(row: object, fields: Fields) -> tuple[dict[str, Any], list[tuple[str, object]]]:
    """Return the values of an emergency or a line, and (field, what was found) for each that does not fit."""
    values: dict[str, Any] = {}
    wrong: list[tuple[str, object]] = []
    if not isinstance(row, Mapping):
        return {}, [("", row)]
    for name, parse in fields.items():
        try:
            values[name] = parse(row)
        except (KeyError, TypeError, ValueError, AttributeError):
            wrong.append((name, row.get(name)))
    return values, wrong


def _checked(tree: Tree) -> Checked:
    source = Source(_words(tree["source"]["title"]), _url(tree["source"]["url"]))
    return Checked(_day_read(tree["checked_on"]), int(tree.get("newest", 0)), source)


def _day_read(value: object) -> str:
    """Return a day of reading as text; a day without quotes is a date by now, as in a fact."""
    day = value.isoformat() if isinstance(value, date) else value
    _demand(isinstance(day, str) and is_day_read(day), "checked_on")
    return str(day)


def checked_at(tree: Tree) -> str:
    """Return which of the fields that `checked` is made of does not fit."""
    for name, fits in (("checked_on", _day_read), ("newest", int)):
        try:
            fits(tree.get(name, 0))
        except (TypeError, ValueError):
            return name
    return "source"


def _phone(value: object) -> Phone:
    _demand(isinstance(value, str) and not isinstance(value, Odd), f"phone {value!r}")
    _demand(PHONE.match(str(value)) and len(str(value)) <= 24, f"phone {value!r}")
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


def _url(value: object) -> str:
    _demand(isinstance(value, str) and is_url(value), f"url {value!r}")
    return str(value)


def _words(value: object) -> str:
    _demand(isinstance(value, str) and value.strip(), f"text {value!r}")
    return str(value)


def _demand(fits: object, field: str) -> None:
    if not fits:
        raise ValueError(field)


def _grade(tree: Tree) -> str:
    _demand(tree["confidence"] in GRADES, "confidence")
    return str(tree["confidence"])


def _audience(tree: Tree) -> str:
    _demand(tree["audience"] in AUDIENCES, "audience")
    return str(tree["audience"])


def _facts(tree: Tree) -> tuple[str, ...]:
    _demand(set(tree.get("facts", ())) <= set(FACTS), "facts")
    return tuple(tree.get("facts", ()))


def _line_phone(tree: Tree) -> Phone | None:
    _demand(any(way in tree for way in ("phone", "sms", "chat")), "phone, sms or chat")
    return _phone(tree["phone"]) if "phone" in tree else None


Fields = Mapping[str, Callable[[Tree], Any]]
OWN = ("emergency", "lines", "code")
EMERGENCY: Fields = {
    "number": lambda tree: _phone(tree["number"]),
    "services": lambda tree: tuple((name, _phone(tree[name])) for name in SERVICES if name in tree),
    "confidence": _grade,
    "checked": _checked,
}
LINE: Fields = {
    "name": lambda tree: _words(tree["name"]),
    "audience": _audience,
    "phone": _line_phone,
    "press": lambda tree: _words(tree["press"]) if "press" in tree else "",
    "tty": lambda tree: _phone(tree["tty"]) if "tty" in tree else None,
    "sms": lambda tree: _sms(tree["sms"]) if "sms" in tree else None,
    "chat": lambda tree: _url(tree["chat"]) if "chat" in tree else "",
    "hours": lambda tree: _hours(tree["hours"]) if "hours" in tree else None,
    "languages": lambda tree: tuple(_words(code) for code in tree.get("languages", ())),
    "facts": _facts,
    "note": lambda tree: tuple((lang, _words(words)) for lang, words in tree.get("note", {}).items()),
    "confidence": _grade,
    "checked": _checked,
}
