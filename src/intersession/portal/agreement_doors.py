"""Doors both sides use: sealed words as they arrive, signatures, and the files to check an agreement by hand."""

from __future__ import annotations

from django.http import HttpResponse

from intersession.agreement.actions import SealedWords, sign
from intersession.agreement.models import Agreement, AgreementSignature
from intersession.errors import BadInput, NotFound
from intersession.keys.models import Certificate
from intersession.messaging.joining import conversation_moved
from intersession.people.models import Role
from intersession.portal.agreement_cards import own_agreement
from intersession.portal.answers import Body, integer, json_door, page, sealed, string
from intersession.portal.requests import PortalRequest, me

MOST_WORDS = 65_536
# Base64 makes four letters of three bytes; the rest is room for the other fields.
MOST_BODY = 100_000


def words_in(body: Body) -> SealedWords | None:
    """Return the sealed words of a body, None when it holds none. Raises BadInput or TooLarge."""
    words = body.get("words")
    if words is None:
        return None
    if not isinstance(words, dict):
        raise BadInput("words", field="words")
    seq = integer(words, "roster_seq", least=1, most=1_000_000)
    return SealedWords(string(words, "id", least=26, most=26), seq, sealed(words, "body", most=MOST_WORDS))


def state_of(agreement: Agreement) -> Body:
    """Answer where an agreement stands after an action, and let both sides' pages know."""
    conversation_moved(agreement.relationship)
    return {"agreement": agreement.id, "state": agreement.state, "edition": agreement.edition}


@json_door("POST")
def signature(request: PortalRequest, body: Body) -> Body:
    """Take a signature of either side over the text whose SHA-256 was shown."""
    signed = sign(
        by=me(request),
        agreement=string(body, "agreement", most=26),
        sha256=string(body, "sha256", most=64),
        signature=sealed(body, "signature", most=4_096),
        now=request.now,
    )
    return state_of(signed)


@page("GET")
def document_file(request: PortalRequest, agreement_id: str) -> HttpResponse:
    """Return the signed document's exact bytes."""
    agreement = own_agreement(me(request), agreement_id)
    return as_file(agreement.document.encode(), "application/json", f"agreement-{agreement.version}.json")


@page("GET")
def signature_file(request: PortalRequest, agreement_id: str, side: str) -> HttpResponse:
    """Return one side's detached signature over the document, binary. Raises NotFound."""
    agreement = own_agreement(me(request), agreement_id)
    found = signature_of(agreement, side)
    return as_file(
        bytes(found.data), "application/pgp-signature", f"agreement-{agreement.version}-{side}.sig"
    )


@page("GET")
def key_file(request: PortalRequest, agreement_id: str, side: str) -> HttpResponse:
    """Return the public certificate one side signed with, binary. Raises NotFound."""
    agreement = own_agreement(me(request), agreement_id)
    fingerprint = signature_of(agreement, side).fingerprint
    found = Certificate.objects.get(practice_id=agreement.practice_id, fingerprint=fingerprint)
    return as_file(bytes(found.data), "application/pgp-keys", f"agreement-{agreement.version}-{side}.pgp")


def signature_of(agreement: Agreement, side: str) -> AgreementSignature:
    """Return one side's signature over the text as it stands. Raises NotFound."""
    role = Role.THERAPIST if side == "therapist" else Role.CLIENT
    found = agreement.signatures.filter(sha256=agreement.sha256, person__role=role).first()
    if found is None:
        raise NotFound("not signed")
    return found


def as_file(data: bytes, kind: str, name: str) -> HttpResponse:
    """Return bytes as a download."""
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
