"""Reads where a client says to be: rows into what the rules read. Writes nothing (messaging/places.py does)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from intersession.people.models import Person, Stay
from intersession.rules import place
from intersession.rules.stays import Declared, Where, place_on


def today_of(person: Person, now: datetime) -> date:
    """Return the day it is for a person."""
    return now.astimezone(ZoneInfo(person.zone)).date()


def declared_by(person: Person) -> tuple[Declared, ...]:
    """Return what a client told of other places and did not end, newest first."""
    found = Stay.objects.filter(person=person, ended_at=None).order_by("-declared_at", "-id")
    return tuple(declared(each) for each in found)


def lived_by(person: Person) -> tuple[Declared, ...]:
    """Return a client's stays as they were: one that was ended holds through that day, one that was corrected never did.

    A client who is back and one who takes a word back do the same, so both count as having been there until then: a
    count of days must not come out too low.
    """
    known = list(Stay.objects.filter(person=person))
    # A correction is written at the very moment it ends what it corrects (messaging/places.py).
    written = {each.declared_at for each in known}
    return tuple(_lived(each, person) for each in known if each.ended_at not in written)


def _lived(stay: Stay, person: Person) -> Declared:
    told = declared(stay)
    if stay.ended_at is None:
        return told
    last = today_of(person, stay.ended_at)
    return replace(told, ended=False, until_on=min(last, told.until_on or last))


def declared(stay: Stay) -> Declared:
    """Return a row as the rules read it."""
    return Declared(
        place=stay.place,
        stay=place.Stay(stay.kind),
        from_on=stay.from_on,
        until_on=stay.until_on,
        declared_at=stay.declared_at,
        ended=stay.ended_at is not None,
        id=stay.id,
    )


def where_now(person: Person, now: datetime) -> Where:
    """Return where a person says to be at this moment: a declared stay that holds today, else the usual place."""
    return place_on(person.place, declared_by(person), today_of(person, now))
