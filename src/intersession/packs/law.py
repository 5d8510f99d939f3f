"""Turns a jurisdiction code into the top layer of the terms: the law on plain e-mail and on danger to
others, and whom to call in an emergency.

Reads the packs; decides nothing else and looks nothing up elsewhere.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from zoneinfo import ZoneInfo

from intersession.packs import crisis, library
from intersession.packs.crisis import CrisisDataError, Place
from intersession.rules.care import protect
from intersession.rules.facts import Jurisdiction, Profession
from intersession.rules.layers import ChannelLaw, Pack
from intersession.rules.practising import profession_of
from intersession.rules.terms import CrisisLine, Emergency, Therapist
from intersession.rules.vocabulary import Channel

# How many talk lines the agreement names; the help page has them all.
LINES = 2

_versions: dict[str, tuple[Jurisdiction, Place | None, str]] = {}


def pack_over(therapist: Therapist, now: datetime) -> Pack:
    """Return the pack of where a therapist practises, for her profession, on the day it is for her."""
    on = now.astimezone(ZoneInfo(therapist.zone)).date()
    here = library.jurisdiction(therapist.jurisdiction)
    return pack_for(therapist.jurisdiction, profession_of(therapist, here), on)


def pack_for(jurisdiction: str, profession: Profession | None, on: date) -> Pack:
    """Return the pack of an ISO 3166 code as it stands on a day, for a profession (None: what holds for all).

    A place
    whose packs say nothing that can be relied on gets the careful default: unencrypted use only after a recorded warning.
    """
    here = library.jurisdiction(jurisdiction)
    place = _place(crisis.country_of(jurisdiction))
    email = here.find("email", profession, on).fact
    channels = (_law(Channel.EMAIL, str(email.value["unencrypted"])),) if email else ()
    danger = protect(here, profession, on)
    return Pack(jurisdiction, _version(here, place), channels, _emergency(place), danger)


def _law(channel: Channel, unencrypted: str) -> ChannelLaw:
    """Return a channel's law. "unclear" is read as carefully as "after-warning"."""
    return ChannelLaw(channel, must_encrypt=unencrypted == "no", warn_first=unencrypted != "free")


def _place(country: str) -> Place | None:
    try:
        return crisis.find(country)
    except CrisisDataError:
        return None


def _version(here: Jurisdiction, place: Place | None) -> str:
    """Return when the newest fact was read and a short sum of everything said, such as "2026-11.5f3a90c1"."""
    known = _versions.get(here.code)
    if known is None or known[0] is not here or known[1] is not place:
        newest = max((fact.checked_on for fact in here.facts), default=place.checked_on if place else "")
        content = hashlib.sha256(repr((here, place)).encode()).hexdigest()[:8]
        known = (here, place, f"{newest}.{content}" if newest else content)
        _versions[here.code] = known
    return known[2]


def _emergency(place: Place | None) -> Emergency:
    if place is None or place.emergency is None:
        return Emergency()
    general = [line for line in place.lines if line.audience == "general" and line.phone is not None]
    lines = tuple(CrisisLine(line.name, line.phone.written) for line in general[:LINES] if line.phone)
    return Emergency(place.emergency.number.written, lines)
