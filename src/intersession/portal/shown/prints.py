"""Which key each client uses now: the fingerprint under which a therapist's vault keeps the client's name."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from intersession.keys.models import Certificate
from intersession.people.models import Person, Relationship


def client_fingerprint(relationship: Relationship) -> str:
    """Return the fingerprint of a relationship's client; empty before they joined."""
    return fingerprints([relationship]).get(relationship.client_id or "", "")


def fingerprints(relationships: Iterable[Relationship]) -> dict[str, str]:
    """Return the fingerprint of each of these clients, by the client's id."""
    return _in_use(Q(person_id__in=[each.client_id for each in relationships if each.client_id]))


def client_fingerprints(therapist: Person) -> dict[str, str]:
    """Return the fingerprint of each of a therapist's clients, by the client's id, in one query."""
    return _in_use(Q(person__relationships_held__therapist=therapist))


def _in_use(of: Q) -> dict[str, str]:
    """Return the newest fingerprint in use of each person: the last of several stays."""
    used = Certificate.objects.filter(of, replaced_at=None).order_by("created_at")
    return dict(used.values_list("person_id", "fingerprint"))
