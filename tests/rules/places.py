"""Places built by hand for the tests of the rules over packs: what the research says of them, in short."""

from __future__ import annotations

from datetime import date

from intersession.rules.facts import Confidence, Fact, Jurisdiction, Profession, Source
from intersession.rules.findings import Finding
from intersession.rules.place import PlaceAsked
from intersession.rules.terms import Licence

DAY = date(2026, 12, 1)
PSYCHOLOGIST = Profession.PSYCHOLOGIST
COUNSELOR = Profession.COUNSELOR
PSYCHOTHERAPIST = Profession.PSYCHOTHERAPIST
NO_PAPERS = {"approval": "no", "notice": "no", "registration": "no"}


def fact(
    key: str,
    code: str,
    *professions: Profession,
    confidence: str = "high",
    in_force: date | None = None,
    **value: object,
) -> Fact:
    """Return a fact of a place; field names with _ are those of the vocabulary."""
    return Fact(
        key=key,
        jurisdiction=code,
        source=Source(f"Law of {code}", "https://law.example/", "s. 1", "2026-11"),
        confidence=Confidence(confidence),
        checked_on="2026-11",
        value=value,
        professions=professions,
        in_force=in_force,
        as_of=2026,
    )


def where(code: str, rule: str, **more: object) -> Fact:
    """Return a fact on where care counts as given."""
    return fact("place-rule", code, where=rule, **more)  # type: ignore[arg-type]  # free fields of a fact


def short(code: str, *professions: Profession, confidence: str = "high", **value: object) -> Fact:
    """Return a fact on short-time practice, by default for any client and without papers."""
    return fact(
        "temporary-practice",
        code,
        *professions,
        confidence=confidence,
        **{"clients": "any", **NO_PAPERS, **value},
    )


def limit(days: int, within: str = "calendar-year", count: str = "days") -> dict[str, object]:
    """Return one limit of days."""
    return {"days": days, "within": within, "count": count}


def compact(code: str, name: str = "psypact", status: str = "member", **value: object) -> Fact:
    """Return a fact on an agreement between states."""
    return fact("compact", code, compact=name, status=status, **value)  # type: ignore[arg-type]  # free fields


def regulator(code: str, name: str, *professions: Profession) -> Fact:
    """Return a fact on who watches over the profession."""
    return fact("regulator", code, *professions, name=name, url="https://board.example/", kind="regulator")


def at(code: str, *facts: Fact, parents: tuple[str, ...] = ()) -> Jurisdiction:
    """Return a place with its parents' codes; for US-XX and CA-XX the country is a parent by itself."""
    country = code.partition("-")[0]
    chain = parents or ((country,) if country != code else ())
    return Jurisdiction(code, (code, *chain), facts)


def asked(
    home: str, there: str, profession: Profession | None = PSYCHOLOGIST, /, *licences: Licence, **more: object
) -> PlaceAsked:
    """Return a question about two places on the usual day."""
    on = more.pop("on", DAY)
    return PlaceAsked(home, licences, profession, there, on, **more)  # type: ignore[arg-type]  # passed on as they are


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """Return the findings' codes in their order, but for the one that she has no licence on record at home.

    The worked examples are about what places say; that one is about her file and has tests of its own.
    """
    return [each.code for each in findings if each.code != "place-licence-not-recorded"]


GERMANY = at(
    "DE",
    where("DE", "title-protected"),
    short("DE", PSYCHOTHERAPIST, notice="yes", homes=["EU", "IS", "LI", "NO", "CH"]),
    regulator("DE", "the Land chamber of psychotherapists", PSYCHOTHERAPIST),
    parents=("EU",),
)
AUSTRIA = at(
    "AT",
    where("AT", "title-protected"),
    regulator("AT", "the Federal Ministry", PSYCHOTHERAPIST),
    parents=("EU",),
)
CALIFORNIA = at(
    "US-CA",
    where("US-CA", "client"),
    short(
        "US-CA",
        PSYCHOLOGIST,
        approval="yes",
        clients="established",
        limits=[limit(30, count="consecutive-days")],
    ),
    compact("US-CA", status="not-member"),
    regulator("US-CA", "the Board of Psychology", PSYCHOLOGIST),
)
WASHINGTON = at(
    "US-WA",
    where("US-WA", "client"),
    short("US-WA", clients="established"),
    compact("US-WA", since="2022-06-09"),
)
TEXAS = at("US-TX", where("US-TX", "client"), compact("US-TX", since="2020-07-01"))
NEW_YORK = at("US-NY", where("US-NY", "client"), compact("US-NY", status="not-member"))
ONTARIO = at(
    "CA-ON",
    where("CA-ON", "client"),
    short("CA-ON", PSYCHOLOGIST, registration="yes", limits=[limit(365, "12-months")], homes=["CA"]),
)
QUEBEC = at("CA-QC", where("CA-QC", "therapist"), short("CA-QC", PSYCHOLOGIST, homes=["CA"]))
BRAZIL = at("BR", where("BR", "therapist", from_elsewhere="not-stated"))
NOWHERE = at("XX")
