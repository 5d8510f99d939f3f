"""Takes a signature over the agreement's text. The second one puts it in force and retires the version before."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from intersession.agreement.actions.steps import (
    find,
    note,
    step,
    tell_client,
    tell_therapist,
)
from intersession.agreement.errors import (
    AlreadySigned,
    OfferChanged,
    OfferOver,
    SignatureRefused,
    SigningBlocked,
)
from intersession.agreement.models import Agreement, AgreementSignature
from intersession.agreement.points import blocks
from intersession.audit.tags import Tag
from intersession.errors import IntersessionError
from intersession.keys.rosters import certificate_of
from intersession.keys.statements import check_detached
from intersession.outbox.actions import set_timer
from intersession.people.models import Person
from intersession.rules.hours import local_date
from intersession.rules.promises import add_period
from intersession.rules.signing import AgreementEvent

CONSENT_CLOCK = "consent-clock"


@transaction.atomic
def sign(*, by: Person, agreement: str, sha256: str, signature: bytes, now: datetime) -> Agreement:
    """Take `by`'s detached signature over the document whose SHA-256 the signer saw.

    Raises NotFound, OfferOver, OfferChanged (another text), SigningBlocked, AlreadySigned, SignatureRefused.
    """
    found = find(by, agreement)
    _check_signable(found, by, sha256)
    fingerprint = _check_signature(found, by, signature)
    AgreementSignature.objects.create(
        practice_id=found.practice_id,
        agreement=found,
        person=by,
        fingerprint=fingerprint,
        sha256=found.sha256,
        data=signature,
        signed_at=now,
    )
    note(Tag.AGREEMENT_SIGNED, found, by, now, sha256=found.sha256, fingerprint=fingerprint)
    tell = tell_therapist if by.id == found.relationship.client_id else tell_client
    tell(found, "signed", now)
    if len(signers(found)) == 2:
        _activate(found, by, now)
    return found


def signers(agreement: Agreement) -> set[str]:
    """Return the ids of those who have signed the text as it stands now."""
    counting = agreement.signatures.filter(sha256=agreement.sha256)
    return set(counting.values_list("person_id", flat=True))


def _check_signable(agreement: Agreement, by: Person, sha256: str) -> None:
    if by.id in signers(agreement) and sha256 == agreement.sha256:
        raise AlreadySigned
    if not agreement.is_open:
        raise OfferOver(agreement.state)
    if sha256 != agreement.sha256:
        name = agreement.signed_terms.therapist.name
        raise OfferChanged("another text", therapist=name, clause=0, edition=agreement.edition, text="")
    if standing := blocks(agreement):
        raise SigningBlocked(standing[0])


def _check_signature(agreement: Agreement, by: Person, signature: bytes) -> str:
    """Return the fingerprint of the signer's certificate, which must be the one the text names."""
    certificate = certificate_of(by)
    side = "therapist" if by.id == agreement.relationship.therapist_id else "client"
    if agreement.content["parties"][side]["fingerprint"] != certificate.fingerprint:
        raise SignatureRefused("the text names another key")
    try:
        facts = check_detached(agreement.document.encode(), signature, bytes(certificate.data))
    except IntersessionError as problem:
        raise SignatureRefused(str(problem)) from problem
    if facts.signer != certificate.fingerprint:
        raise SignatureRefused("signed by another key")
    return certificate.fingerprint


def _activate(agreement: Agreement, by: Person, now: datetime) -> None:
    """Put the agreement in force; the version before it is superseded in the same transaction."""
    before = Agreement.objects.select_for_update().in_force(agreement.relationship)
    if before:
        step(before, AgreementEvent.SUPERSEDE)
        before.ended_at = now
        before.save()
        note(Tag.AGREEMENT_SUPERSEDED, before, by, now, by_version=agreement.version)
    terms = agreement.signed_terms
    step(agreement, AgreementEvent.SIGNED_BY_BOTH)
    agreement.activated_at = now
    agreement.review_on = add_period(local_date(terms.schedule, now), terms.review.first_after)
    agreement.save()
    note(Tag.AGREEMENT_ACTIVE, agreement, by, now, sha256=agreement.sha256)
    # How long a consent counts is the register's matter, above this room: the clock carries it there.
    set_timer(
        CONSENT_CLOCK,
        practice=agreement.practice_id,
        subject=agreement.id,
        due_at=now,
        dedup=f"{CONSENT_CLOCK}:{agreement.id}",
    )
