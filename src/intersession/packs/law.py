"""Turns a jurisdiction code into the top layer of the terms: the law on channels and whom to call in an
emergency.

Reads data that is shipped with the program; decides nothing and looks nothing up elsewhere.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from intersession.packs import crisis
from intersession.rules.layers import ChannelLaw, Pack
from intersession.rules.terms import CrisisLine, Emergency
from intersession.rules.vocabulary import Channel

CHANNELS = Path(__file__).parent / "data" / "law" / "channels.yaml"
# How many talk lines the agreement names; the help page has them all.
LINES = 2


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(CHANNELS.read_text(encoding="utf-8"))
    return data


@lru_cache(maxsize=512)
def pack_for(jurisdiction: str) -> Pack:
    """Return the pack of an ISO 3166 code. A part of a country inherits what the country says.

    A place without data gets the careful default: unencrypted use only after a recorded warning.
    """
    country = jurisdiction.partition("-")[0]
    known = _data()["jurisdictions"]
    law = {**known.get(country, {}), **known.get(jurisdiction, {})}
    channels = tuple(_law(Channel(name), rule["unencrypted"]) for name, rule in law.items())
    return Pack(jurisdiction, str(_data()["version"]), channels, _emergency(country))


def _law(channel: Channel, unencrypted: str) -> ChannelLaw:
    return ChannelLaw(
        channel,
        forbidden=unencrypted == "forbidden",
        must_encrypt=unencrypted == "never",
        warn_first=unencrypted != "free",
    )


def _emergency(country: str) -> Emergency:
    place = crisis.find(country)
    if place is None or place.emergency is None:
        return Emergency()
    general = [line for line in place.lines if line.audience == "general" and line.phone is not None]
    lines = tuple(CrisisLine(line.name, line.phone.written) for line in general[:LINES] if line.phone)
    return Emergency(place.emergency.number.written, lines)
