"""Writes what a person chooses for themselves: language, zone, lock, place, the wording and the way of notices."""

from __future__ import annotations

from datetime import datetime
from email.headerregistry import Address
from functools import lru_cache
from zoneinfo import available_timezones

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, NotFound
from intersession.people.models import Person, Way
from intersession.people.sealing import open_text, seal_text

# What a notice may say; `neutral` and `reminder` are sentences of notice.ftl.
WORDINGS = ("neutral", "reminder", "own", "none")
MOST_WORDS = 30
LOCK_MINUTES = range(1, 31)
MOST_WAYS = 3
REGIONS = {"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}


def is_zone(zone: str) -> bool:
    """Whether this is the name of a time zone we know ("Europe/Berlin")."""
    return zone in available_timezones()


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """Return the time zones a person may choose from: those named after a place, and UTC."""
    named = (zone for zone in available_timezones() if zone.split("/")[0] in REGIONS and zone.count("/") == 1)
    return (*sorted(named), "UTC")


@transaction.atomic
def change_settings(
    *, by: Person, now: datetime, language: str, zone: str, lock_minutes: int, place: str
) -> None:
    """Store language, zone, minutes until the lock, and the declared place (two letters, or empty).

    Raises BadInput that names the field. Languages and places on offer are the door's matter.
    """
    if not is_zone(zone):
        raise BadInput("zone", field="zone")
    if lock_minutes not in LOCK_MINUTES:
        raise BadInput("lock", field="lock")
    Person.objects.filter(pk=by.pk).update(
        language=language, zone=zone, lock_minutes=lock_minutes, place=place
    )
    record(Tag.SETTINGS_CHANGED, practice=by.practice_id, by=by.id, now=now, what="general")


@transaction.atomic
def choose_wording(*, by: Person, now: datetime, wording: str, words: str = "") -> None:
    """Store what a notice says. Own words: 1 to 30 letters on one line. Raises BadInput."""
    if wording not in WORDINGS:
        raise BadInput("wording", field="wording")
    words = " ".join(words.split()) if wording == "own" else ""
    if wording == "own" and not (1 <= len(words) <= MOST_WORDS and words.isprintable()):
        raise BadInput("words", field="words")
    Person.objects.filter(pk=by.pk).update(notice_wording=wording, notice_words=words)
    record(Tag.SETTINGS_CHANGED, practice=by.practice_id, by=by.id, now=now, what="notices")


def mail_address(text: str) -> str:
    """Return a mail address as it is stored. Raises BadInput when it is not one address on one line."""
    try:
        address = Address(addr_spec=text.strip())
    except (ValueError, IndexError) as problem:
        raise BadInput("address", field="address") from problem
    if not address.username or "." not in address.domain or len(text) > 254:
        raise BadInput("address", field="address")
    return address.addr_spec


@transaction.atomic
def add_way(*, by: Person, now: datetime, address: str) -> Way:
    """Add a mail address for notices, sealed at rest. Raises BadInput, also for the fourth one."""
    address = mail_address(address)
    kept = Way.objects.filter(person=by)
    if kept.count() >= MOST_WAYS or address in {open_text(way.address_sealed) for way in kept}:
        raise BadInput("address", field="address")
    way = Way.objects.create(
        practice=by.practice, person=by, kind="email", address_sealed=seal_text(address), created_at=now
    )
    record(Tag.WAY_ADDED, practice=by.practice_id, by=by.id, now=now, way=way.id)
    return way


@transaction.atomic
def remove_way(*, by: Person, now: datetime, way: str) -> None:
    """Forget an address. Raises NotFound for a foreign one."""
    deleted, _ = Way.objects.filter(pk=way, person=by).delete()
    if not deleted:
        raise NotFound
    record(Tag.WAY_REMOVED, practice=by.practice_id, by=by.id, now=now, way=way)


@transaction.atomic
def enable_way(*, by: Person, now: datetime, way: str) -> None:
    """Use a way again that was switched off after failures. Raises NotFound."""
    mine = Way.objects.filter(pk=way, person=by)
    if not mine.update(disabled_at=None, disabled_reason="", failures=0, told_at=None):
        raise NotFound
    record(Tag.WAY_ENABLED, practice=by.practice_id, by=by.id, now=now, way=way)
