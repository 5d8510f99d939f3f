"""The client answers a clause, the therapist answers a point. Words stay sealed; what was said before is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from intersession.agreement.actions.steps import (
    check_edition,
    find_open,
    note,
    recompose,
    settle,
    tell_client,
    tell_therapist,
    use_notices,
)
from intersession.agreement.choices import additions_of, choices_json, choices_of, with_choice
from intersession.agreement.errors import NotAPoint, TextNotChanged, WordsMissing
from intersession.agreement.models import Agreement, ClauseAnswer
from intersession.agreement.points import ClauseStanding, standings
from intersession.agreement.sealed import SealedWords, check_words
from intersession.agreement.wording import clause_bodies
from intersession.audit.tags import Tag
from intersession.errors import BadInput, NotFound
from intersession.people.models import Person, new_id
from intersession.rules.codec import to_json
from intersession.rules.terms import Addition
from intersession.rules.vocabulary import AgreementState, Clause, Reply, Stance

MOST_ADDED = 1_000
CHANGES = (Reply.CHANGE, Reply.PART)


@dataclass(frozen=True, slots=True)
class Given:
    """What a client sends for one clause: the stance, sealed words, and what she chose from the clause's own list."""

    clause: str
    stance: str
    words: SealedWords | None = None
    choices: Mapping[str, Any] | None = None


@transaction.atomic
def answer(*, by: Person, agreement: str, edition: int, given: Given, now: datetime) -> Agreement:
    """Answer one clause. An earlier answer to it is kept behind.

    A choice narrows the offer at once, so the text changes with it. Raises NotFound, OfferOver, OfferChanged,
    WordsMissing, ChoiceUnknown, BadInput, or what check_words raises.
    """
    found = find_open(by, agreement)
    if by.id != found.relationship.client_id:
        raise NotFound("only the client answers")
    standing = _standing(found, given.clause)
    if is_replay(standing, given):
        return found
    check_edition(found, edition, standing.clause, standing.text)
    stance = _stance(given)
    if given.words:
        check_words(given.words, found, now)
    chose = bool(given.choices) and _choose(found, standing.clause, given.choices or {}, now)
    if given.choices and standing.clause is Clause.A15:
        use_notices(by, choices_of(found.choices).notices, now)
    _put(found, standing, stance, given.words, now)
    settle(found, by=by, now=now, new_text=chose)
    note(Tag.CLAUSE_ANSWERED, found, by, now, clause=given.clause, stance=stance.value, edition=found.edition)
    if found.state != AgreementState.OFFERED:
        tell_therapist(found, "answered", now)
    return found


def is_replay(standing: ClauseStanding, given: Given) -> bool:
    """Whether exactly this was stored already: the answer to the first try got lost on its way."""
    stored = standing.answer
    if stored is None or given.choices:
        return False
    if given.words:
        return stored.words_id == given.words.id and stored.words_sha256 == given.words.sha256
    return stored.stance == given.stance == Stance.AGREE and stored.text == standing.text


def _standing(agreement: Agreement, clause: str) -> ClauseStanding:
    found = next((each for each in standings(agreement) if each.clause == clause), None)
    if found is None:
        raise BadInput(clause, field="clause")
    return found


def _stance(given: Given) -> Stance:
    try:
        stance = Stance(given.stance)
    except ValueError as problem:
        raise BadInput(given.stance, field="stance") from problem
    if stance is not Stance.AGREE and given.words is None:
        raise WordsMissing("stance without words", field="words")
    return stance


def _choose(agreement: Agreement, clause: Clause, given: Mapping[str, Any], now: datetime) -> bool:
    """Take over a choice and compose anew. Answers that fitted the text before still fit: she made the change."""
    before = clause_bodies(agreement.signed_terms, agreement.language)
    agreement.choices = choices_json(with_choice(choices_of(agreement.choices), clause, given))
    recompose(agreement, now)
    after = clause_bodies(agreement.signed_terms, agreement.language)
    for row in agreement.answers.current():
        own = Clause(row.clause)
        if row.text == before.get(own) != after.get(own):
            row.text = after[own]
            row.save(update_fields=["text"])
    return before != after


def _put(
    agreement: Agreement, standing: ClauseStanding, stance: Stance, words: SealedWords | None, now: datetime
) -> None:
    agreement.answers.current().filter(clause=standing.clause).update(replaced_at=now)
    text = clause_bodies(agreement.signed_terms, agreement.language)[standing.clause]
    row = ClauseAnswer(
        practice_id=agreement.practice_id,
        agreement=agreement,
        clause=standing.clause.value,
        stance=stance.value,
        text=text,
        answered_at=now,
    )
    if words and stance is not Stance.AGREE:
        row.words_id, row.words_for, row.words_roster_seq = words.id, agreement.id, words.roster_seq
        row.words_sealed, row.words_sha256 = words.body, words.sha256
    row.save(force_insert=True)


@dataclass(frozen=True, slots=True)
class Replied:
    """What a therapist sends for one point: the reply, sealed words, and the clause's new own words ("" for none)."""

    point: str
    reply: str
    words: SealedWords
    addition: str = ""


@transaction.atomic
def reply(*, by: Person, agreement: str, edition: int, given: Replied, now: datetime) -> Agreement:
    """Answer one point of the client.

    "Change" and "part" hold only if the clause reads differently from what the client answered to: by own words
    given with the reply, or by a newer policy offered before. Raises NotFound, OfferOver, OfferChanged, NotAPoint,
    TextNotChanged, BadInput, or what check_words raises.
    """
    found = find_open(by, agreement)
    if by.id != found.relationship.therapist_id:
        raise NotFound("only the therapist replies")
    point = _point(found, given.point)
    if point.reply_id == given.words.id and point.reply_sha256 == given.words.sha256:
        return found
    standing = _standing(found, point.clause)
    check_edition(found, edition, standing.clause, standing.text)
    wanted = _reply(given, standing)
    check_words(given.words, found, now)
    changed = bool(given.addition) and _add(found, standing.clause, given.addition, now)
    if wanted in CHANGES and _text(found, standing.clause) == point.text:
        raise TextNotChanged(field="addition", clause=standing.clause.number)
    _put_reply(point, wanted, given.words, now)
    settle(found, by=by, now=now, new_text=changed)
    note(Tag.CLAUSE_REPLIED, found, by, now, clause=point.clause, reply=wanted.value, edition=found.edition)
    tell_client(found, "replied", now)
    return found


def _point(agreement: Agreement, id: str) -> ClauseAnswer:
    found = agreement.answers.filter(pk=id).first()
    if found is None:
        raise NotFound("no such point")
    if found.replaced_at is not None or found.stance == Stance.AGREE:
        raise NotAPoint(clause=Clause(found.clause).number)
    return found


def _reply(given: Replied, standing: ClauseStanding) -> Reply:
    try:
        wanted = Reply(given.reply)
    except ValueError as problem:
        raise BadInput(given.reply, field="reply") from problem
    if given.addition and (wanted not in CHANGES or len(given.addition) > MOST_ADDED):
        raise BadInput(standing.clause.value, field="addition")
    return wanted


def _text(agreement: Agreement, clause: Clause) -> str:
    return clause_bodies(agreement.signed_terms, agreement.language)[clause]


def _add(agreement: Agreement, clause: Clause, words: str, now: datetime) -> bool:
    """Put the therapist's own words under the clause, in place of agreed ones, and compose anew."""
    before = _text(agreement, clause)
    kept = [
        each
        for each in additions_of(agreement.additions)
        if (each.clause, each.language) != (clause, agreement.language)
    ]
    agreement.additions = to_json((*kept, Addition(clause, agreement.language, words.strip())))
    recompose(agreement, now)
    return _text(agreement, clause) != before


def _put_reply(point: ClauseAnswer, wanted: Reply, words: SealedWords, now: datetime) -> None:
    """Write the reply; a second reply to one point leaves the first behind, words and all."""
    if point.reply:
        ClauseAnswer.objects.filter(pk=point.pk).update(replaced_at=now)
        point.id, point._state.adding = new_id(), True
    point.reply, point.replied_at = wanted.value, now
    point.reply_id, point.reply_for, point.reply_roster_seq = words.id, point.agreement_id, words.roster_seq
    point.reply_sealed, point.reply_sha256 = words.body, words.sha256
    point.save()
