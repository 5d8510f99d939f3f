"""Steps that several actions share: finding and locking an agreement, making its text anew, moving its state, telling.

States move only by rules.signing.next_state; this module names the events between two of them.
"""

from __future__ import annotations

from datetime import datetime

from intersession.agreement.choices import additions_of, choices_of
from intersession.agreement.errors import OfferChanged, OfferOver
from intersession.agreement.models import Agreement, AgreementEdition
from intersession.agreement.points import ClauseStanding, points_json, signing_facts, standings
from intersession.agreement.wording import (
    Heading,
    Party,
    compose_terms,
    fingerprint_of,
    write_document,
)
from intersession.audit.actions import Value, record
from intersession.audit.tags import Tag
from intersession.errors import NotFound
from intersession.keys.rosters import certificate_of
from intersession.outbox.actions import notify
from intersession.people.models import Person, Relationship
from intersession.people.settings import choose_wording
from intersession.rules.codec import terms_to_json
from intersession.rules.hours import next_alert, next_opening
from intersession.rules.signing import AgreementEvent, next_state, state_after_answers
from intersession.rules.terms import NoticeChoice, Terms
from intersession.rules.vocabulary import AgreementState, Clause, NoticeStyle

_S, _E = AgreementState, AgreementEvent
# The events that lead from one open state to another; none when it stays.
PATHS: dict[tuple[AgreementState, AgreementState], tuple[AgreementEvent, ...]] = {
    (_S.OFFERED, _S.ANSWERED): (_E.ANSWER,),
    (_S.OFFERED, _S.READY): (_E.ANSWER, _E.SETTLE),
    (_S.ANSWERED, _S.OFFERED): (_E.REOPEN,),
    (_S.ANSWERED, _S.READY): (_E.SETTLE,),
    (_S.READY, _S.OFFERED): (_E.REOPEN,),
    (_S.READY, _S.ANSWERED): (_E.REOPEN, _E.ANSWER),
}
# The client's choice under A15 and the wording her notices are sent with are one thing.
WORDINGS = {
    NoticeStyle.SOMETHING_NEW: "neutral",
    NoticeStyle.REMINDER: "reminder",
    NoticeStyle.OWN_WORDS: "own",
    NoticeStyle.NOTHING: "none",
}


def find(by: Person, agreement: str) -> Agreement:
    """Return the agreement, locked, if `by` is one of its two. Raises NotFound."""
    rows = Agreement.objects.select_for_update().filter(pk=agreement, practice_id=by.practice_id)
    found = rows.select_related("relationship", "policy").first()
    if found is None or by.id not in (found.relationship.therapist_id, found.relationship.client_id):
        raise NotFound("foreign agreement")
    return found


def find_open(by: Person, agreement: str) -> Agreement:
    """Return an agreement that is being worked out, locked. Raises NotFound or OfferOver."""
    found = find(by, agreement)
    if not found.is_open:
        raise OfferOver(found.state)
    return found


def check_edition(agreement: Agreement, edition: int, clause: Clause | None, text: str) -> None:
    """Raise OfferChanged, with the clause as it stands, unless `edition` is the agreement's own."""
    if agreement.edition == edition:
        return
    raise OfferChanged(
        f"edition {agreement.edition}, not {edition}",
        therapist=agreement.signed_terms.therapist.name,
        clause=clause.number if clause else 0,
        edition=agreement.edition,
        text=text,
    )


def recompose(agreement: Agreement, now: datetime) -> None:
    """Compose the agreement's terms anew from its policy, additions and choices."""
    policy = agreement.policy.policy
    terms = compose_terms(policy, additions_of(agreement.additions), choices_of(agreement.choices), now)
    agreement.terms = terms_to_json(terms)
    agreement.pack_version = terms.pack_version


def settle(agreement: Agreement, *, by: Person, now: datetime, new_text: bool = False) -> None:
    """Make the document anew, move the state to where the answers are, and save.

    `new_text`: the clauses changed, so this is a new edition, kept for good.
    """
    if new_text:
        agreement.edition += 1
    clauses = standings(agreement)
    agreement.document = document_of(agreement, clauses)
    agreement.sha256 = fingerprint_of(agreement.document)
    was = agreement.state
    move_to(agreement, state_after_answers(signing_facts(agreement, clauses)))
    agreement.save()
    if new_text:
        keep_edition(agreement, by, now)
    if agreement.state == AgreementState.READY and was != AgreementState.READY:
        note(Tag.AGREEMENT_READY, agreement, by, now, sha256=agreement.sha256)


def move_to(agreement: Agreement, wanted: AgreementState) -> None:
    """Move between the open states, event by event."""
    for event in PATHS.get((AgreementState(agreement.state), wanted), ()):
        step(agreement, event)


def step(agreement: Agreement, event: AgreementEvent) -> None:
    """Move the state by one event. Raises rules.signing.Impossible, which would be a bug of the caller."""
    agreement.state = next_state(AgreementState(agreement.state), event).value


def document_of(agreement: Agreement, clauses: tuple[ClauseStanding, ...]) -> str:
    """Return the text both would sign as things stand."""
    relationship, terms = agreement.relationship, agreement.signed_terms
    before = Agreement.objects.in_force(relationship)
    heading = Heading(
        relationship=relationship.id,
        version=agreement.version,
        edition=agreement.edition,
        language=agreement.language,
        therapist=Party(terms.therapist.name, certificate_of(relationship.therapist).fingerprint),
        client=Party(relationship.code, certificate_of(client_of(relationship)).fingerprint),
        policy_number=agreement.policy.number,
        policy_sha256=agreement.policy.sha256,
        previous=before.sha256 if before else "",
    )
    return write_document(heading, terms, choices_of(agreement.choices), points_json(clauses))


def client_of(relationship: Relationship) -> Person:
    """Return the client of a relationship that somebody has joined. Raises NotFound."""
    if relationship.client is None:
        raise NotFound("nobody has joined")
    return relationship.client


def keep_edition(agreement: Agreement, by: Person, now: datetime) -> None:
    """Keep this edition's text for good."""
    AgreementEdition.objects.create(
        practice_id=agreement.practice_id,
        agreement=agreement,
        edition=agreement.edition,
        by=by,
        document=agreement.document,
        sha256=agreement.sha256,
        made_at=now,
    )


def note(tag: Tag, agreement: Agreement, by: Person, now: datetime, **data: Value) -> None:
    """Record what happened in the conversation's chain."""
    record(
        tag,
        practice=agreement.practice_id,
        by=by.id,
        now=now,
        chain=agreement.relationship.conversation.id,
        agreement=agreement.id,
        version=agreement.version,
        **data,
    )


def tell_therapist(agreement: Agreement, what: str, now: datetime) -> None:
    """Queue a notice for her next reading time; no agreement is worth waking anybody."""
    due_at = next_alert(agreement.signed_terms.schedule, now) or now
    notify(agreement.relationship.therapist, "agreement", due_at=due_at, dedup=_dedup(agreement, what, now))


def tell_client(agreement: Agreement, what: str, now: datetime) -> None:
    """Queue a notice for the client, inside the hours she keeps free for notices."""
    client = client_of(agreement.relationship)
    due_at = client_time(agreement.signed_terms, now)
    notify(client, "agreement", due_at=due_at, dedup=_dedup(agreement, what, now))


def client_time(terms: Terms, now: datetime) -> datetime:
    """Return the next instant at which a notice may reach the client."""
    return (next_opening(terms.safe_times, now) if terms.safe_times else now) or now


def use_notices(client: Person, choice: NoticeChoice, now: datetime) -> None:
    """Send the client's notices with the words she chose, from now on. Raises BadInput."""
    choose_wording(by=client, now=now, wording=WORDINGS[choice.style], words=choice.words)


def _dedup(agreement: Agreement, what: str, now: datetime) -> str:
    # Once a day at most for one cause: negotiating is not a chat.
    return f"agreement:{agreement.id}:{what}:{now.date().isoformat()}"
