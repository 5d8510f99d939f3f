"""Reads what the client chose under a clause: ways of contact, their risks, readers, calls, notices.

Choices narrow; whether they do is checked by comparing the terms (rules/consent.py), not here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from intersession.agreement.errors import ChoiceUnknown
from intersession.frame import calendar, choices_from_json
from intersession.rules.codec import Json, from_json, to_json
from intersession.rules.layers import ChannelChoice, Choices
from intersession.rules.terms import Addition, NoticeChoice
from intersession.rules.vocabulary import Channel, Clause, ContentClass, NoticeStyle, Role

MOST_WORDS = 30
Given = Mapping[str, Any]


def choices_of(data: Json) -> Choices:
    """Return stored choices; an empty record means that nothing was chosen."""
    return choices_from_json(data) if data else Choices()


def choices_json(choices: Choices) -> Any:
    """Return choices in the form they are stored."""
    return to_json(choices)


def additions_of(data: Json) -> tuple[Addition, ...]:
    """Return stored additions."""
    return tuple(from_json(Addition, each, calendar) for each in data) if isinstance(data, list) else ()


def with_choice(choices: Choices, clause: Clause, given: Given) -> Choices:
    """Return `choices` with what was chosen under `clause`. Raises ChoiceUnknown."""
    reader = READERS.get(clause)
    if reader is None:
        raise ChoiceUnknown(clause.value, field="choices", clause=clause.number)
    try:
        return reader(choices, given)
    except (ValueError, TypeError, AttributeError) as problem:
        raise ChoiceUnknown(json.dumps(str(problem)), field="choices", clause=clause.number) from problem


def _channels(choices: Choices, given: Given) -> Choices:
    """`{"email": "as-offered" | "never" | "notices" | "logistics" | …}`. The portal itself is stopped under A28."""
    found = choices
    for name, wanted in given.items():
        channel = Channel(name)
        if channel is Channel.PORTAL:
            raise ValueError("the portal is not a choice")
        before = found.on(channel)
        content = ContentClass.PERSONAL if wanted in ("as-offered", "never") else ContentClass(wanted)
        found = _with_channel(found, replace(before, use=wanted != "never", content=content))
    return found


def _risks(choices: Choices, given: Given) -> Choices:
    """`{"email": true}`: the risk of this way is accepted."""
    found = choices
    for name, accepts in given.items():
        found = _with_channel(found, replace(found.on(Channel(name)), accepts_risk=_flag(accepts)))
    return found


def _with_channel(choices: Choices, choice: ChannelChoice) -> Choices:
    others = [each for each in choices.channels if each.channel is not choice.channel]
    kept = sorted([*others, choice], key=lambda each: list(Channel).index(each.channel))
    return replace(choices, channels=tuple(kept))


def _readers(choices: Choices, given: Given) -> Choices:
    """`{"supervisor": false}`: this role is refused."""
    wanted = {Role(name): _flag(agreed) for name, agreed in given.items()}
    refused = [role for role in Role if not wanted.get(role, role not in choices.refused_roles)]
    return replace(choices, refused_roles=tuple(refused))


def _urgent(choices: Choices, given: Given) -> Choices:
    """`{"urgent": false}`: no asking for a call."""
    return replace(choices, urgent=_flag(given["urgent"])) if set(given) == {"urgent"} else _wrong("urgent")


def _notices(choices: Choices, given: Given) -> Choices:
    """`{"style": "own-words", "words": "…"}`; words only for own words, one line, at most 30 letters."""
    style, words = NoticeStyle(given.get("style", "")), given.get("words", "")
    own = style is NoticeStyle.OWN_WORDS
    words = " ".join(str(words).split()) if own else ""
    if own and not 1 <= len(words) <= MOST_WORDS:
        _wrong("words")
    return replace(choices, notices=NoticeChoice(style, words))


def _flag(value: object) -> bool:
    return value if isinstance(value, bool) else _wrong("yes or no")


def _wrong(what: str) -> Any:
    raise ValueError(what)


READERS: dict[Clause, Callable[[Choices, Given], Choices]] = {
    Clause.A3: _channels,
    Clause.A8: _urgent,
    Clause.A10: _readers,
    Clause.A13: _risks,
    Clause.A15: _notices,
}
