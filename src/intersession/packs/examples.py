"""Runs the examples of a pack (`given`, `expect`) through the rules and says which do not hold.

Knows the names an example may use; what the law says is in the packs, and what follows from it in rules/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from typing import Any

from intersession.rules import care, clocks, contact, minors, place, retention
from intersession.rules.facts import Jurisdiction, Profession
from intersession.rules.findings import Answer, Finding
from intersession.rules.terms import Licence

Look = Callable[[str], Jurisdiction]
Given = Mapping[str, Any]
ZONE = "UTC"
EXPECT = ("answer", "findings", "until", "at_most")


class ExampleError(Exception):
    """An example can't be read. The arguments are the field, what was found and what could stand there."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of an example: the codes found, the answer of `place`, the days of `retention`."""

    findings: tuple[str, ...]
    answer: str = ""
    until: str = ""
    at_most: str = ""

    def __str__(self) -> str:
        """Return it in one line."""
        return " ".join(filter(None, (self.answer, self.until, self.at_most, ", ".join(self.findings))))


def run(example: object, look: Look) -> tuple[Came, bool]:
    """Return what came of an example and whether that is what it expects. Raises ExampleError."""
    given, expect = _part(example, "given"), _part(example, "expect")
    for name in expect:
        if name not in EXPECT:
            raise ExampleError(f"expect.{name}", name, ", ".join(EXPECT))
    if not expect:
        raise ExampleError("expect", "", ", ".join(EXPECT))
    came = _came(given, look)
    wanted = expect.get("findings", [])
    if not isinstance(wanted, list):
        raise ExampleError("expect.findings", wanted, "[...]")
    single = all(
        str(expect[name]) == getattr(came, name) for name in EXPECT if name in expect and name != "findings"
    )
    return came, single and set(map(str, wanted)) <= set(came.findings)


def _part(example: object, name: str) -> Given:
    tree = example.get(name) if isinstance(example, Mapping) else None
    if not isinstance(tree, Mapping):
        raise ExampleError(name, tree, "given, expect")
    return tree


def _came(given: Given, look: Look) -> Came:
    rule = given.get("rule")
    if not isinstance(rule, str) or rule not in RULES:
        raise ExampleError("given.rule", rule, ", ".join(RULES))
    run_rule, known = RULES[rule]
    for name in given:
        if name not in (*known, "rule", "profession", "on"):
            raise ExampleError(f"given.{name}", name, ", ".join(known))
    try:
        return run_rule(given, look)
    except (ValueError, OverflowError) as error:
        # A day the calendar does not have, such as one after the year 9999.
        raise ExampleError("given", str(error), ", ".join(known)) from error


def _codes(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.code for each in findings))


def _need(given: Given, name: str) -> Any:
    if given.get(name) is None:
        raise ExampleError(f"given.{name}", "", name)
    return given[name]


def _on(given: Given) -> date:
    return _day(given, "on")


def _day(given: Given, name: str) -> date:
    value = _need(given, name)
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError as error:
        raise ExampleError(f"given.{name}", value, "2026-12-01") from error


def _texts(given: Given, name: str) -> frozenset[str]:
    value = given.get(name) or []
    if not isinstance(value, list):
        raise ExampleError(f"given.{name}", value, "[...]")
    return frozenset(map(str, value))


def _whole(given: Given, name: str) -> int | None:
    value = given.get(name)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise ExampleError(f"given.{name}", value, "15")
    return value


def _profession(given: Given) -> Profession | None:
    value = given.get("profession")
    try:
        return None if value is None else Profession(value)
    except ValueError as error:
        raise ExampleError("given.profession", value, ", ".join(Profession)) from error


def _at(given: Given, look: Look) -> Jurisdiction:
    return look(str(_need(given, "at")))


def _place(given: Given, look: Look) -> Came:
    home, there = look(str(_need(given, "therapist"))), look(str(_need(given, "client_at")))
    stay = given.get("stay", "usual")
    if stay not in list(place.Stay):
        raise ExampleError("given.stay", stay, ", ".join(place.Stay))
    asked = place.PlaceAsked(
        home=home.code,
        licences=tuple(_licence(row) for row in _rows(given)),
        profession=_profession(given),
        client_at=there.code,
        on=_on(given),
        stay=place.Stay(stay),
        established=given.get("established", True) is True,
        days_used=_whole(given, "days_used"),
        approved=_texts(given, "approved"),
    )
    answer = place.place(asked, home, there)
    return Came(_codes(answer.findings), Answer(answer.answer).value)


def _rows(given: Given) -> list[Any]:
    rows = given.get("licences") or []
    if not isinstance(rows, list):
        raise ExampleError("given.licences", rows, "[{at: US-CA, profession: psychologist}]")
    return rows


def _licence(row: object) -> Licence:
    if not isinstance(row, Mapping):
        raise ExampleError("given.licences", row, "{at: US-CA, profession: psychologist}")
    until = _day(row, "until") if row.get("until") else None
    return Licence(str(_need(row, "at")), str(_need(row, "profession")), until)


def _minors(given: Given, look: Look) -> Came:
    found = minors.minors(_at(given, look), _whole(given, "age"), _profession(given), _on(given))
    return Came(_codes(found))


def _retention(given: Given, look: Look) -> Came:
    days = given.get("events") or {}
    if not isinstance(days, Mapping) or not set(days) <= set(EVENTS):
        raise ExampleError("given.events", days, ", ".join(EVENTS))
    events = retention.Events(**{name: _day(days, name) for name in days})
    records = str(given.get("records", "clinical-record"))
    kept = retention.retention(_at(given, look), _profession(given), _on(given), records, events)
    ends = [day.isoformat() if day else "" for day in (kept.until, kept.at_most)]
    return Came(_codes(kept.findings), "", *ends)


def _simple(rule: Callable[[Jurisdiction, Profession | None, date], tuple[Finding, ...]]) -> Rule:
    return lambda given, look: Came(_codes(rule(_at(given, look), _profession(given), _on(given))))


def _noon(given: Given) -> datetime:
    return datetime.combine(_on(given), time(12), UTC)


def _access(given: Given, look: Look) -> Came:
    due = clocks.access_due(_at(given, look), _profession(given), _noon(given), ZONE)
    return Came(_codes(due.findings), "", due.at.date().isoformat() if due.at else "")


def _breach(given: Given, look: Look) -> Came:
    due = clocks.breach_due(_at(given, look), _noon(given), ZONE, _profession(given))
    return Came(_codes(due.findings), "", due.at.date().isoformat() if due.at else "")


Rule = Callable[[Given, Look], Came]
EVENTS = tuple(each.name for each in fields(retention.Events))
PLACE = ("therapist", "client_at", "stay", "licences", "established", "days_used", "approved")
# Each rule an example may name, with the fields it takes besides `profession` and `on`.
RULES: Mapping[str, tuple[Rule, tuple[str, ...]]] = {
    "place": (_place, PLACE),
    "minors": (_minors, ("at", "age")),
    "retention": (_retention, ("at", "records", "events")),
    "email": (_simple(contact.email), ("at",)),
    "asynchronous": (_simple(contact.asynchronous), ("at",)),
    "telehealth-consent": (_simple(care.telehealth_consent), ("at",)),
    "therapy-consent": (_simple(care.therapy_consent), ("at",)),
    "duty-to-protect": (_simple(care.duty_to_protect), ("at",)),
    "consent-expiry": (_simple(care.consent_expiry), ("at",)),
    "access": (_access, ("at",)),
    "breach": (_breach, ("at",)),
}
