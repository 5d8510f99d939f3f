"""Pages: the law of a place as far as it is known: every fact with its source and date, what is unsure, what is missing.

For therapists and clients alike. Shows what the packs say; decides nothing and is no legal advice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from unicodedata import normalize

from babel.lists import format_list
from django.http import HttpResponse
from django.shortcuts import render

from intersession.errors import NotFound
from intersession.messaging.standing import policy_terms
from intersession.packs import crisis, library
from intersession.packs.vocabulary import keys, label
from intersession.people.models import Role
from intersession.people.stays import today_of
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.facts import FactCard, fact_card
from intersession.portal.shown.places import full_name, near
from intersession.portal.shown.young import Young, young
from intersession.rules.asking import regulator_fact
from intersession.rules.facts import Fact, Jurisdiction, Profession
from intersession.rules.practising import profession_of
from intersession.rules.showing import ahead, gaps, in_force
from intersession.texts import day
from intersession.texts.findings import authority
from intersession.texts.packs import problem_line

BASES: dict[str, str] = {Role.CLIENT: "client/base.html", Role.THERAPIST: "therapist/base.html"}
# Keys that only some places have, so that their absence says nothing.
NOT_MISSED = frozenset({"compact", "compact-terms", "licensing", "privacy-duty", "privacy-laws", "regulator"})
MOST_ASKED = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in the list. `facts`: something of the law is known; else only help numbers."""

    code: str
    name: str
    facts: bool


@dataclass(frozen=True, slots=True)
class Group:
    """All facts of one key, nearest level first."""

    key: str
    label: str
    facts: tuple[FactCard, ...]


@page("GET")
def places(request: PortalRequest) -> HttpResponse:
    """List the places; `?q=` shows those whose name has it."""
    asked = request.GET.get("q", "").strip()[:MOST_ASKED]
    listed = [each for each in entries(request.language) if plain(asked) in plain(each.name)]
    return render(request, "law/list.html", frame(request) | {"entries": listed, "asked": asked})


@page("GET")
def place(request: PortalRequest, code: str) -> HttpResponse:
    """Show everything known about one place. Raises NotFound for a place without a pack."""
    code = code.upper()
    if code not in library.codes():
        raise NotFound("no pack")
    return render(request, "law/place.html", frame(request) | facts_of(code, request))


def frame(request: PortalRequest) -> dict[str, Any]:
    """Return what both pages need: the reader's own frame around them."""
    return {"base": BASES.get(me(request).role, "settings/base.html"), "tab": "law"}


def entries(lang: str) -> list[Entry]:
    """Return every place with a pack, by name; "Österreich" stands under O."""
    found = [
        Entry(code.lower(), full_name(code, lang), bool(library.jurisdiction(code).facts))
        for code in library.codes()
    ]
    return sorted(found, key=lambda each: plain(each.name))


def plain(name: str) -> str:
    """Return a name as it is searched and sorted: no accents, no capitals."""
    return "".join(each for each in normalize("NFKD", name) if each.isalnum() or each == " ").casefold()


def facts_of(code: str, request: PortalRequest) -> dict[str, Any]:
    """Return the page of one place."""
    at, on, lang = library.jurisdiction(code), today_of(me(request), request.now), request.language
    holding = in_force(at, on)
    missing = gaps(at, on, [key for key in keys() if key not in NOT_MISSED])
    return {
        "code": code,
        "name": full_name(code, lang),
        "chain": chain(at, lang),
        "groups": grouped([fact for fact in holding if fact.is_asserted], lang),
        "unsure": grouped([fact for fact in holding if not fact.is_asserted], lang),
        "gaps": [label(key, lang) for key in missing],
        "whom": whom(at, on, lang),
        "ahead": [
            (day(fact.in_force, lang, year=True), fact_card(fact, lang))
            for fact in ahead(at, on)
            if fact.in_force
        ],
        "young": signing(at, on, request),
        "contacts": near(code, lang),
        "country": crisis.country_of(code).lower(),
        "spoilt": spoilt(at, lang) if me(request).role == Role.THERAPIST else (),
    }


def signing(at: Jurisdiction, on: date, request: PortalRequest) -> Young | None:
    """Return who signs for a young person there, for a therapist where something is known; `?profession=` asks for another."""
    person = me(request)
    if person.role != Role.THERAPIST or not at.facts:
        return None
    terms = policy_terms(person, request.now)
    profession = profession_of(terms.therapist, at) if terms else None
    asked = request.GET.get("profession")
    if asked in ("", *Profession):
        profession = Profession(asked) if asked else None
    return young(at, profession, on, request.language)


def chain(at: Jurisdiction, lang: str) -> str:
    """Return the names of the levels the facts come from, nearest first; "" where there is one only."""
    names = [library.name(code, lang) for code in at.chain]
    return format_list(names, style="unit", locale=lang) if len(names) > 1 else ""


def spoilt(at: Jurisdiction, lang: str) -> tuple[str, ...]:
    """Return what is wrong in the files of this place, the practice's own among them: for whoever can mend them."""
    return tuple(problem_line(each, lang) for code in at.chain for each in library.problems_of(code))


def whom(at: Jurisdiction, on: date, lang: str) -> str:
    """Return whom to ask about what is missing, "" for nobody by name."""
    known = regulator_fact(at, None, on)
    return authority(str(known.value["name"]), not known.is_asserted, lang) if known else ""


def grouped(facts: list[Fact], lang: str) -> list[Group]:
    """Return facts by key, in the vocabulary's order."""
    found = [(key, tuple(fact_card(fact, lang) for fact in facts if fact.key == key)) for key in keys()]
    return [Group(key, label(key, lang), cards) for key, cards in found if cards]
