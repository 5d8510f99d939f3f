"""Writes the frame file a therapist starts from: her name, zone and place filled in, modest promises, comments.

A starting point to change, not a recommendation; it publishes nothing.
"""

from __future__ import annotations

import json

from babel.core import get_global

from intersession.people.models import Person
from intersession.texts import text

LINES = """\
{head}
frame = 1

[therapist]
name = {name}
time_zone = {zone}
languages = {languages}
# {place_help}
jurisdiction = {place}
# {licences_help}
# licences = [{{ jurisdiction = {place}, profession = "psychologist", until = 2029-12-31 }}]
# {permits_help}
# permits = [{{ jurisdiction = "US-CA", kind = "approval", until = 2029-12-31 }}, {{ kind = "compact", compact = "psypact" }}]

[reading]
# {holidays_help}
holidays = {place}
# {alerts_help}
alerts = ["09:00", "16:00"]

# {hours_help}
[reading.hours]
mon = ["09:00-10:00", "16:00-17:00"]
wed = ["09:00-10:00", "16:00-17:00"]
fri = ["09:00-10:00", "16:00-17:00"]

# {answers_help}
[answers]
seen_within = "1 working day"
answered_within = "2 working days"

# {channels_help}
[channels.portal]
content = "personal"

[channels.phone]
content = "logistics"
minutes = 10

# {guide_help}
[guide]
messages_per_week = 2
words = 300

# {urgent_help}
[urgent]
offered = false

[review]
first_after = "6 weeks"
every = "3 months"
"""
HELPS = (
    "place",
    "licences",
    "permits",
    "holidays",
    "alerts",
    "hours",
    "answers",
    "channels",
    "guide",
    "urgent",
)


def starter(therapist: Person, lang: str) -> str:
    """Return a frame file for this therapist with comments in `lang`."""
    languages = list(dict.fromkeys([therapist.language, "en"]))
    values = {
        "name": quoted(therapist.name),
        "zone": quoted(therapist.zone),
        "languages": "[" + ", ".join(quoted(each) for each in languages) + "]",
        "place": quoted(therapist.place or country_of(therapist.zone)),
        "head": "\n".join(f"# {line}" for line in text(lang, "policy-starter-head").splitlines()),
    }
    return LINES.format(**values, **{f"{name}_help": text(lang, f"policy-starter-{name}") for name in HELPS})


def quoted(value: str) -> str:
    """Return a TOML basic string. JSON's escapes are a subset of TOML's."""
    return json.dumps(value, ensure_ascii=False)


def country_of(zone: str) -> str:
    """Return the country a zone lies in, a first guess for the place of practice; "DE" for zones of no country."""
    found = str(get_global("zone_territories").get(zone) or "")
    return found if len(found) == 2 else "DE"
