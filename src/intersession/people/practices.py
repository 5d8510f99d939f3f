"""Makes the practice of an instance, and the one-time link that lets its first therapist in."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import IntersessionError
from intersession.people.models import Person, Practice, Role, SetupToken, new_id
from intersession.people.sealing import token_hash
from intersession.people.second_factor import new_secret

LINK_LASTS = timedelta(hours=24)


class LinkClosed(IntersessionError):
    """The set-up link was used, is too old, or never was one; all three are answered alike."""

    code = "setup-link-closed"
    status = 410


@transaction.atomic
def create_practice(*, name: str, now: datetime, id: str = "") -> Practice:
    """Make the practice. Sample data names its `id`, because the salts of its people are bound to it."""
    practice = Practice.objects.create(id=id or new_id(), name=name, created_at=now)
    record(Tag.PRACTICE_CREATED, practice=practice.id, by="", now=now)
    return practice


def the_practice() -> Practice | None:
    """Return the practice of this instance, if it was set up."""
    return Practice.objects.order_by("created_at", "id").first()


def therapist_exists(practice: Practice) -> bool:
    """Whether the practice has a therapist; then no further set-up link is given."""
    return Person.objects.filter(practice=practice, role=Role.THERAPIST, closed_at=None).exists()


@transaction.atomic
def new_setup_link(*, practice: Practice, now: datetime) -> str:
    """Return the token of a fresh set-up link; older ones no longer work. It is stored as its hash only."""
    SetupToken.objects.filter(practice=practice, used_at=None).delete()
    token = secrets.token_urlsafe(24)
    SetupToken.objects.create(
        token_hash=token_hash(token),
        practice=practice,
        totp_sealed=new_secret(),
        created_at=now,
        expires_at=now + LINK_LASTS,
    )
    return token


def open_link(token: str, now: datetime) -> SetupToken:
    """Return the set-up link that can be used now. Raises LinkClosed."""
    found = SetupToken.objects.select_related("practice").filter(
        token_hash=token_hash(token), used_at=None, expires_at__gt=now
    )
    link = found.first()
    if link is None or therapist_exists(link.practice):
        raise LinkClosed
    return link
