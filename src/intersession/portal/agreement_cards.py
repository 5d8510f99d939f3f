"""Puts an agreement into the shape its pages show: one card per clause, both voices, what blocks signing.

Formats only. Whose turn it is and what blocks comes from intersession.agreement; sealed words stay sealed.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from intersession.agreement.models import Agreement, ClauseAnswer
from intersession.agreement.points import ClauseStanding, Turn, standings
from intersession.agreement.wording import Piece, word_difference
from intersession.errors import NotFound
from intersession.frame import ClauseText, render
from intersession.keys.models import Certificate
from intersession.keys.rosters import certificates_in
from intersession.packs import library
from intersession.people.models import Person, Relationship
from intersession.portal.agreement_choices import ChoiceList, choice_list
from intersession.portal.shown.eyes import first_name
from intersession.portal.shown.facts import FactCard, fact_card
from intersession.rules.practising import mandatory
from intersession.rules.vocabulary import Clause
from intersession.texts import day, text


@dataclass(frozen=True, slots=True)
class Words:
    """Sealed words with everything a device needs to check and open them."""

    id: str
    kind: str
    bound_to: str
    author: str
    roster_seq: int
    received_at: str
    body: str


@dataclass(frozen=True, slots=True)
class Voice:
    """What one of the two said about a clause: who, when and what in one line, and the sealed words."""

    of_client: bool
    line: str
    words: Words


@dataclass(frozen=True, slots=True)
class Card:
    """One clause as a page shows it. `pieces` compare it with the text that was answered, when it changed since.

    `required`: the facts of the therapist's place that make the clause mandatory.
    """

    clause: str
    number: int
    text: ClauseText
    body: str
    aid: ClauseText | None
    turn: str
    answer: ClauseAnswer | None
    stance: str
    pieces: tuple[Piece, ...]
    voices: tuple[Voice, ...]
    choices: ChoiceList | None
    required: tuple[FactCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Checks:
    """What stands between now and both signatures, counted."""

    total: int
    settled: int
    for_client: tuple[Card, ...]
    for_therapist: tuple[Card, ...]
    emergency_empty: bool

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands before signing."""
        return self.settled == self.total and not self.emergency_empty


@dataclass(frozen=True, slots=True)
class Reading:
    """Who looks at the page, in which language, and who the therapist is."""

    viewer: Person
    language: str
    therapist: str

    def line(self, role: str, what: str, at: datetime) -> str:
        """Return "You, 18 Nov: a question" for what `role` said at `at`."""
        mine = role == self.viewer.role
        start = {"client": "you" if mine else "client", "therapist": "own" if mine else "therapist"}[role]
        on = day(at.astimezone(ZoneInfo(self.viewer.zone)).date(), self.language)
        return text(self.language, f"agreement-{start}-{what}", day=on, therapist=self.therapist)


def cards(agreement: Agreement, viewer: Person, language: str, now: datetime) -> tuple[Card, ...]:
    """Return the clauses in order, as `viewer` sees them; texts in the agreement's language."""
    reading = Reading(viewer, language, first_name(agreement.relationship.therapist))
    terms = agreement.signed_terms
    texts = {each.clause: each for each in render(terms, agreement.language)}
    aids = {each.clause: each for each in render(terms, language)} if language != agreement.language else {}
    authors = Authors(agreement.relationship)
    made = []
    for each in standings(agreement):
        choices = choice_list(agreement, each.clause, now) if viewer.is_client else None
        voices = _voices(each, reading, authors)
        card = _card(each, texts[each.clause], aids.get(each.clause), voices, choices)
        made.append(replace(card, required=_required(agreement, each.clause, language)))
    return tuple(made)


def _required(agreement: Agreement, clause: Clause, language: str) -> tuple[FactCard, ...]:
    """Return the law that asks for a clause, as it stood on the day the text was made."""
    terms = agreement.signed_terms
    at = library.jurisdiction(terms.therapist.jurisdiction)
    facts = mandatory(terms, clause, at, agreement.created_at.date())
    return tuple(fact_card(each, language) for each in facts)


def _card(
    standing: ClauseStanding,
    text: ClauseText,
    aid: ClauseText | None,
    voices: tuple[Voice, ...],
    choices: ChoiceList | None,
) -> Card:
    answer = standing.answer
    changed = answer is not None and answer.text != standing.text
    return Card(
        clause=standing.clause.value,
        number=standing.clause.number,
        text=text,
        body=standing.text,
        aid=aid,
        turn=standing.turn.value,
        answer=answer,
        stance=answer.stance if answer and not changed else "",
        pieces=word_difference(answer.text, standing.text) if answer and changed else (),
        voices=voices,
        choices=choices,
    )


def checks(agreement: Agreement, made: Iterable[Card]) -> Checks:
    """Return the list "Before you both sign"."""
    listed = tuple(made)
    return Checks(
        total=len(listed),
        settled=sum(card.turn == Turn.NOBODY for card in listed),
        for_client=tuple(card for card in listed if card.turn == Turn.CLIENT),
        for_therapist=tuple(card for card in listed if card.turn == Turn.THERAPIST),
        emergency_empty=not agreement.signed_terms.emergency.is_filled,
    )


class Authors:
    """Finds the key with which somebody of a relationship sealed words at a time."""

    def __init__(self, relationship: Relationship) -> None:
        self._relationship = relationship
        self._all = certificates_in(relationship)

    def fingerprint(self, person_id: str | None, at: datetime) -> str:
        """Return the fingerprint that was in use at `at`, "" when none was."""
        mine = [each for each in self._all if each.person_id == person_id and _used(each, at)]
        return mine[-1].fingerprint if mine else ""

    def client(self, at: datetime) -> str:
        """Return the client's fingerprint at `at`."""
        return self.fingerprint(self._relationship.client_id, at)

    def therapist(self, at: datetime) -> str:
        """Return the therapist's fingerprint at `at`."""
        return self.fingerprint(self._relationship.therapist_id, at)


def _used(certificate: Certificate, at: datetime) -> bool:
    return certificate.created_at <= at and (certificate.replaced_at is None or at < certificate.replaced_at)


def _voices(standing: ClauseStanding, reading: Reading, authors: Authors) -> tuple[Voice, ...]:
    """Return what was said, oldest first. Answers the client took back before a reply are hers to see alone."""
    rows = [row for row in standing.earlier if row.reply]
    if standing.answer:
        rows.append(standing.answer)
    voices: list[Voice] = []
    said: set[str] = set()
    for row in rows:
        if row.words_sealed and row.words_id not in said:
            said.add(row.words_id)
            words = _words(row.words_id, "concern", row, row.words_sealed, authors.client(row.answered_at))
            line = reading.line("client", row.stance, row.answered_at)
            voices.append(Voice(True, line, words))
        if row.reply and row.reply_sealed and row.replied_at:
            words = _words(row.reply_id, "reply", row, row.reply_sealed, authors.therapist(row.replied_at))
            line = reading.line("therapist", row.reply, row.replied_at)
            voices.append(Voice(False, line, words))
    return tuple(voices)


def _words(id: str, what: str, row: ClauseAnswer, body: bytes | memoryview, author: str) -> Words:
    reply = what == "reply"
    at = row.replied_at if reply and row.replied_at else row.answered_at
    return Words(
        id=id,
        kind=f"{what}-{row.clause.lower()}",
        bound_to=row.reply_for if reply else row.words_for,
        author=author,
        roster_seq=row.reply_roster_seq if reply else row.words_roster_seq,
        received_at=at.isoformat(),
        body=b64encode(bytes(body)).decode(),
    )


def own_agreement(person: Person, id: str) -> Agreement:
    """Return an agreement of which `person` is one of the two. Raises NotFound."""
    found = Agreement.objects.select_related("relationship", "policy").filter(pk=id).first()
    if found is None or person.id not in (found.relationship.therapist_id, found.relationship.client_id):
        raise NotFound("foreign agreement")
    return found
