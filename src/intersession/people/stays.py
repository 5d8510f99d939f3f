"""Reads where a client says to be: rows into what the rules read. Writes nothing (messaging/places.py does)."""

from __future__ import annotations

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
