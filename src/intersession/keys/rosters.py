"""Signed rosters: stored only when the therapist's signature, the chain and every member fit. Opens no message.

The list says who can read a conversation from when to when. Devices check it again against their own pins; this check
keeps a broken or foreign list from ever being served.
"""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import Conflict, IntersessionError, NotFound
from intersession.keys.models import Certificate, Roster
from intersession.keys.statements import RosterFacts, read_roster
from intersession.people.models import Person, Relationship, Role

MOST_ROSTER = 16_384


class RosterRefused(IntersessionError):
    """The list is well signed, but it names somebody it must not name, or leaves one of the two out."""

    code = "roster-refused"
    status = 422


def certificate_of(person: Person) -> Certificate:
    """Return the certificate a person uses now. Raises NotFound."""
    found = Certificate.objects.filter(person=person, replaced_at=None).order_by("-created_at").first()
    if found is None:
        raise NotFound("no certificate")
    return found


def certificates_in(relationship: Relationship) -> list[Certificate]:
    """Return every certificate the people of a relationship use or have used, oldest first; the practice's custodians too."""
    among = [relationship.therapist_id, relationship.client_id, relationship.deputy_id]
    wanted = Q(person_id__in=[id for id in among if id]) | Q(person__role=Role.CUSTODIAN)
    found = Certificate.objects.filter(wanted, practice_id=relationship.practice_id)
    return list(found.select_related("person").order_by("created_at"))


def rosters(conv: str) -> list[Roster]:
    """Return all rosters of a conversation, oldest first."""
    return list(Roster.objects.filter(conv=conv).order_by("seq"))


def current_roster(conv: str) -> Roster | None:
    """Return the newest roster of a conversation; None before the therapist has confirmed the keys."""
    return Roster.objects.filter(conv=conv).order_by("-seq").first()


def facts_of(roster: Roster) -> RosterFacts:
    """Return what a stored roster says, checked against the therapist who signed it."""
    signed_by = Certificate.objects.filter(practice_id=roster.practice_id, person__role=Role.THERAPIST)
    for certificate in signed_by.order_by("-created_at"):
        try:
            return read_roster(bytes(roster.data), bytes(certificate.data), conv=roster.conv)
        except IntersessionError:
            continue
    raise RosterRefused("signed by nobody of this practice")


@transaction.atomic
def add_roster(*, by: Person, now: datetime, conv: str, relationship: Relationship, data: bytes) -> Roster:
    """Store the next roster of a conversation.

    Raises what `read_roster` raises for a bad signature or a broken chain, RosterRefused for members that do not
    belong here, Conflict when another roster came first.
    """
    last = current_roster(conv)
    mine = bytes(certificate_of(by).data)
    previous = facts_of(last) if last else None
    facts = read_roster(data, mine, conv=conv, previous=previous)
    if facts.seq != (last.seq + 1 if last else 1):
        raise Conflict("another roster came first")
    _check_members(facts, relationship)
    stored, made = Roster.objects.get_or_create(
        practice_id=by.practice_id,
        conv=conv,
        seq=facts.seq,
        defaults={"data": data, "sha256": facts.sha256, "created_at": now},
    )
    if not made:
        raise Conflict("another roster came first")
    signed = hashlib.sha256(data).hexdigest()
    record(
        Tag.ROSTER_SIGNED,
        practice=by.practice_id,
        by=by.id,
        now=now,
        chain=conv,
        seq=facts.seq,
        sha256=facts.sha256,
        data_sha256=signed,
    )
    return stored


def _check_members(facts: RosterFacts, relationship: Relationship) -> None:
    """Every member is somebody of this relationship with the key they use now; both of the two are in it."""
    known = {}
    for certificate in certificates_in(relationship):
        if certificate.replaced_at is None:
            known[certificate.fingerprint] = (
                certificate.enc_fingerprint,
                certificate.person.role,
                certificate.person_id,
            )
    for member in facts.members:
        if known.get(member.fp, ("", "", ""))[:2] != (member.enc_fp, str(member.role)):
            raise RosterRefused("a member who is not of this relationship")
    present = {known[member.fp][2] for member in facts.members if member.until is None}
    if not {relationship.therapist_id, relationship.client_id} <= present:
        raise RosterRefused("one of the two is missing")
