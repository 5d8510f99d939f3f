"""A client's declared stay in words, for both: where, until when, what it means for contact, which numbers are near.

Words and look-ups only; the answer is the rules'.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from intersession.messaging.contact import contact_at
from intersession.messaging.standing import standing_of
from intersession.packs import crisis, library
from intersession.packs.crisis import CrisisDataError
from intersession.people.models import Person, Relationship
from intersession.people.stays import today_of, where_now
from intersession.portal.public.help_lines import PlaceCard, place_card
from intersession.portal.requests import PortalRequest
from intersession.portal.shown.eyes import first_name
from intersession.portal.shown.facts import FactCard, fact_card, once
from intersession.portal.shown.findings import Shown, ordered
from intersession.rules.facts import Fact
from intersession.rules.findings import Answer
from intersession.rules.place import PlaceAnswer, Stay
from intersession.rules.stays import Declared, Where
from intersession.texts import day, text

# Answers that hold and may still have an open question beside them. "Ask" says so anyway; "allowed" needs none.
WITH_CHECK = frozenset({Answer.LIMITED, Answer.NOT_ALLOWED})


@dataclass(frozen=True, slots=True)
class StayCard:
    """A stay as its client sees it. `answer` is "" where no therapist's frame is known yet."""

    id: str
    line: str
    place: str
    code: str
    country: str
    answer: str
    says: str
    why: tuple[FactCard, ...]
    help: PlaceCard | None
    begun: bool
    moved: bool


@dataclass(frozen=True, slots=True)
class Abroad:
    """A client who is elsewhere, as the therapist sees it: one line, the answer, and what led to it."""

    line: str
    answer: str
    findings: tuple[Shown, ...]
    help: PlaceCard | None
    country: str


def named_places(codes: tuple[str, ...], lang: str) -> list[tuple[str, str]]:
    """Return (code, name) in the order of the names; a part of a country stands under its country."""
    found = [(code, full_name(code, lang)) for code in codes]
    return sorted(found, key=lambda pair: pair[1].casefold())


def full_name(code: str, lang: str) -> str:
    """Return the name of a place, with its country before it where it is a part of one."""
    country = crisis.country_of(code)
    if country == code:
        return library.name(code, lang)
    return text(lang, "place-part", country=library.name(country, lang), part=library.name(code, lang))


def stay_card(stay: Declared, person: Person, request: PortalRequest) -> StayCard:
    """Return a stay with what it means from its first day on, or from today."""
    lang = request.language
    on = max(today_of(person, request.now), stay.from_on)
    relationship = Relationship.objects.of(person).filter(client=person).first()
    answer = (
        _answer(relationship, Where(stay.place, stay.stay, stay), on, request.now) if relationship else None
    )
    return StayCard(
        id=stay.id,
        line=line_of(stay, lang),
        place=full_name(stay.place, lang),
        code=stay.place.lower(),
        country=crisis.country_of(stay.place).lower(),
        answer=answer.answer.value if answer else "",
        says=says(stay, answer, first_name(relationship.therapist), lang) if answer and relationship else "",
        why=reasons(answer, lang) if answer else (),
        help=near(stay.place, lang),
        begun=stay.from_on <= today_of(person, request.now),
        moved=stay.stay is Stay.MOVED,
    )


def _answer(relationship: Relationship, where: Where, on: date, now: datetime) -> PlaceAnswer | None:
    terms = standing_of(relationship, now).terms
    return contact_at(relationship, terms, where, on, now) if terms else None


def line_of(stay: Declared, lang: str) -> str:
    """Return "Travelling: Austria, from Tue 1 Dec until Sat 12 Dec"."""
    place, start = full_name(stay.place, lang), day(stay.from_on, lang, year=True)
    if stay.stay is Stay.MOVED:
        return text(lang, "place-line-moved", place=place, day=start)
    if stay.until_on is None:
        return text(lang, "place-line-open", place=place, day=start)
    return text(lang, "place-line", place=place, day=start, until=day(stay.until_on, lang, year=True))


def _where_line(where: Where, lang: str) -> str:
    if where.declared is None:
        return text(lang, "place-line-usual", place=full_name(where.place, lang))
    return line_of(where.declared, lang)


def says(stay: Declared, answer: PlaceAnswer, therapist: str, lang: str) -> str:
    """Return what it means for the client, in plain words. What is a question to the therapist is hers to check."""
    values, word = {"therapist": therapist, "place": full_name(stay.place, lang)}, answer.answer.value
    if answer.answer is Answer.LIMITED and stay.until_on:
        values, word = {**values, "until": day(stay.until_on, lang, year=True)}, f"{word}-until"
    if answer.answer in WITH_CHECK and any(each.asks for each in answer.findings):
        word = f"{word}-check"
    return text(lang, f"place-says-{word}", **values)


def grounds(answer: PlaceAnswer) -> tuple[Fact, ...]:
    """Return the facts a client is shown as reasons, each once: those the answer relies on.

    A question, and a fact of low confidence, is for the therapist (docs/adr/0010-packs.md).
    """
    known = [each.fact for each in answer.findings if each.fact and not each.asks]
    return once(fact for fact in known if fact.is_asserted)


def reasons(answer: PlaceAnswer, lang: str) -> tuple[FactCard, ...]:
    """Return the grounds of an answer in words."""
    return tuple(fact_card(each, lang) for each in grounds(answer))


def near(code: str, lang: str) -> PlaceCard | None:
    """Return the help numbers of a place, None where none are known or their file is broken."""
    try:
        found = crisis.find(crisis.country_of(code))
    except CrisisDataError:
        return None
    return place_card(found, lang) if found else None


def abroad(relationship: Relationship, request: PortalRequest) -> Abroad | None:
    """Return what the therapist sees of a client who is elsewhere today, on a trip or at home; None where all is as usual."""
    client = relationship.client
    if client is None:
        return None
    where, lang = where_now(client, request.now), request.language
    answer = _answer(relationship, where, today_of(client, request.now), request.now)
    if where.declared is None and (answer is None or answer.answer is Answer.ALLOWED):
        return None
    word = text(lang, f"place-answer-{answer.answer}") if answer else ""
    return Abroad(
        line=_where_line(where, lang),
        answer=word,
        findings=ordered(answer.findings, lang) if answer else (),
        help=near(where.place, lang),
        country=crisis.country_of(where.place).lower(),
    )


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a client on a trip or after a move reads above the letters."""

    line: str
    says: str
    country: str


def elsewhere(where: Where, answer: PlaceAnswer | None, therapist: str, lang: str) -> Elsewhere | None:
    """Return it while contact there is not as usual, else None."""
    if where.declared is None or answer is None or answer.answer is Answer.ALLOWED:
        return None
    country = crisis.country_of(where.place).lower()
    return Elsewhere(line_of(where.declared, lang), says(where.declared, answer, therapist, lang), country)
