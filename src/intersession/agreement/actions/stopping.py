"""The client takes back: all of it (withdraw) or a part (narrow). At once, without a reason, without anybody's leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from intersession.agreement.actions.steps import find, note, step, tell_therapist, use_notices
from intersession.agreement.choices import additions_of, choices_json, choices_of, with_choice
from intersession.agreement.errors import NothingToStop, NotNarrower, OfferOver
from intersession.agreement.models import OPEN_STATES, Agreement
from intersession.agreement.wording import compose_terms
from intersession.audit.tags import Tag
from intersession.errors import BadInput, NotFound
from intersession.frame import load_terms
from intersession.people.models import Person, Relationship
from intersession.rules.codec import terms_to_json
from intersession.rules.consent import Direction, difference
from intersession.rules.layers import Choices
from intersession.rules.signing import AgreementEvent
from intersession.rules.vocabulary import AgreementState, Clause

# Her own screen is hers alone: other words there need nobody's signature.
OWN = frozenset({Clause.A15})


@transaction.atomic
def withdraw(*, by: Person, relationship: Relationship, now: datetime) -> list[Agreement]:
    """Withdraw the client's consent: the agreement in force and any that is being worked out end now.

    Raises NotFound for a foreign relationship and NothingToStop when there is none.
    """
    if relationship.client_id != by.id:
        raise NotFound("foreign relationship")
    going = Agreement.objects.select_for_update().filter(
        relationship=relationship, state__in=(AgreementState.ACTIVE, *OPEN_STATES)
    )
    stopped = list(going.select_related("relationship", "policy").order_by("version"))
    if not stopped:
        raise NothingToStop
    for agreement in stopped:
        step(agreement, AgreementEvent.WITHDRAW)
        agreement.ended_at, agreement.withdrawn_by = now, by
        agreement.save(update_fields=["state", "ended_at", "withdrawn_by"])
        note(Tag.AGREEMENT_WITHDRAWN, agreement, by, now)
    tell_therapist(stopped[-1], "withdrawn", now)
    return stopped


@transaction.atomic
def end_agreements(*, by: Person, relationship: Relationship, now: datetime) -> None:
    """End the agreement in force and any that is being worked out, because the work has ended. Raises NotFound."""
    if relationship.therapist_id != by.id:
        raise NotFound("foreign relationship")
    going = Agreement.objects.select_for_update().filter(
        relationship=relationship, state__in=(AgreementState.ACTIVE, *OPEN_STATES)
    )
    for agreement in going.order_by("version"):
        step(agreement, AgreementEvent.END)
        agreement.ended_at = now
        agreement.save(update_fields=["state", "ended_at"])
        note(Tag.AGREEMENT_ENDED, agreement, by, now)


@transaction.atomic
def narrow(
    *, by: Person, agreement: str, choices: Mapping[str, Mapping[str, Any]], now: datetime
) -> Agreement:
    """Take something back from the agreement in force. `choices` holds what was chosen, by clause id.

    The signed text stays; the narrower terms beside it are what the rules read from now on. Raises NotFound,
    OfferOver, ChoiceUnknown, NotNarrower.
    """
    found = find(by, agreement)
    if by.id != found.relationship.client_id:
        raise NotFound("only the client narrows her side here")
    if found.state != AgreementState.ACTIVE:
        raise OfferOver(found.state)
    wanted = _chosen(choices_of(found.narrowed_choices or found.choices), choices)
    before = load_terms(found.terms_text)
    # What the text says of the law is not hers to choose: it stays as it was signed, also where it is not in it.
    composed = compose_terms(found.policy.policy, additions_of(found.additions), wanted, now)
    narrower = replace(composed, protect=before.protect)
    for change in difference(before, narrower):
        if change.direction is not Direction.NARROWING and change.clause not in OWN:
            raise NotNarrower(change.code, clause=change.clause.number)
    found.narrowed_choices, found.narrowed_terms = choices_json(wanted), terms_to_json(narrower)
    found.narrowed_at = now
    if Clause.A15 in choices:
        use_notices(by, wanted.notices, now)
    found.save(update_fields=["narrowed_choices", "narrowed_terms", "narrowed_at"])
    note(Tag.AGREEMENT_NARROWED, found, by, now, clauses=" ".join(sorted(choices)))
    tell_therapist(found, "narrowed", now)
    return found


def _chosen(before: Choices, choices: Mapping[str, Mapping[str, Any]]) -> Choices:
    chosen = before
    for name, given in choices.items():
        try:
            clause = Clause(name)
        except ValueError as problem:
            raise BadInput(name, field="choices") from problem
        chosen = with_choice(chosen, clause, given)
    return chosen
