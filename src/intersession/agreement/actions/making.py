"""Offers an agreement: a first version, the next version, or a new text for the one being worked out."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from intersession.agreement.actions.steps import (
    note,
    recompose,
    settle,
    step,
    tell_client,
)
from intersession.agreement.choices import choices_json, choices_of
from intersession.agreement.errors import NoPolicy, NothingNew, NotJoined
from intersession.agreement.models import Agreement
from intersession.agreement.wording import clause_bodies
from intersession.audit.tags import Tag
from intersession.errors import BadInput, NotFound
from intersession.keys.models import Certificate
from intersession.people.models import Person, Relationship, RelationshipState, new_id
from intersession.policy.models import PolicyVersion
from intersession.rules.signing import AgreementEvent
from intersession.rules.vocabulary import Clause
from intersession.texts import LANGUAGES


@transaction.atomic
def offer(*, by: Person, relationship: Relationship, language: str, now: datetime) -> Agreement:
    """Offer what the therapist's newest policy gives for this client.

    A version that is being worked out gets a new edition: answers to clauses that read the same stay. Otherwise
    it is the next version, with the choices of the one in force and its answers to clauses that read the same.
    Raises NotFound, NoPolicy, NotJoined, BadInput (language), NothingNew.
    """
    locked = _relationship(by, relationship)
    policy = PolicyVersion.objects.latest_of(by)
    if policy is None:
        raise NoPolicy
    if language not in LANGUAGES:
        raise BadInput(language, field="language")
    made = Agreement.objects.being_made(locked)
    agreement = (
        _new_edition(made, policy, language, now) if made else _new_version(locked, policy, language, now)
    )
    settle(agreement, by=by, now=now, new_text=True)
    edition, sha256 = agreement.edition, agreement.sha256
    note(Tag.AGREEMENT_OFFERED, agreement, by, now, policy=policy.number, edition=edition, sha256=sha256)
    tell_client(agreement, "offered", now)
    return agreement


def _relationship(by: Person, relationship: Relationship) -> Relationship:
    rows = Relationship.objects.select_for_update().filter(pk=relationship.pk, therapist=by)
    found = rows.first()
    if found is None:
        raise NotFound("foreign relationship")
    has_keys = (
        found.client_id and Certificate.objects.filter(person=found.client_id, replaced_at=None).exists()
    )
    if found.state != RelationshipState.ACTIVE or not has_keys:
        raise NotJoined(found.state)
    return found


def _new_edition(agreement: Agreement, policy: PolicyVersion, language: str, now: datetime) -> Agreement:
    if agreement.policy_id == policy.id and agreement.language == language:
        raise NothingNew("the same policy is on offer")
    agreement.policy = policy
    agreement.language = language
    recompose(agreement, now)
    return agreement


def _new_version(
    relationship: Relationship, policy: PolicyVersion, language: str, now: datetime
) -> Agreement:
    latest, active = Agreement.objects.newest(relationship), Agreement.objects.in_force(relationship)
    agreement = Agreement(
        practice_id=relationship.practice_id,
        relationship=relationship,
        version=latest.version + 1 if latest else 1,
        policy=policy,
        language=language,
        choices=_choices_before(active),
        additions=active.additions if active else [],
        created_at=now,
        offered_at=now,
    )
    recompose(agreement, now)
    if active and active.language == language and active.terms == agreement.terms:
        raise NothingNew("in force already")
    step(agreement, AgreementEvent.OFFER)
    agreement.save(force_insert=True)
    if active:
        _carry_answers(active, agreement)
    return agreement


def _choices_before(active: Agreement | None) -> object:
    """Return what the client chose last; what she took back from an agreement in force stays taken back."""
    if active is None:
        return choices_json(choices_of({}))
    return active.narrowed_choices or active.choices


def _carry_answers(active: Agreement, agreement: Agreement) -> None:
    """Take over the signed answers to clauses that read exactly the same; the others have to be looked at."""
    texts = clause_bodies(agreement.signed_terms, agreement.language)
    for answer in active.answers.current():
        if texts.get(Clause(answer.clause)) == answer.text:
            answer.id, answer.agreement, answer.carried = new_id(), agreement, True
            answer.save(force_insert=True)
