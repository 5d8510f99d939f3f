"""The choices a client has under a clause, as fields of a form with what holds now. Decides nothing.

What is on offer is what the terms would be if she had chosen nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from intersession.agreement.choices import additions_of, choices_of
from intersession.agreement.models import Agreement
from intersession.agreement.wording import compose_terms
from intersession.rules.layers import ChannelChoice, Choices
from intersession.rules.terms import ChannelTerms, Terms
from intersession.rules.vocabulary import Channel, Clause, ContentClass, Encryption, NoticeStyle


@dataclass(frozen=True, slots=True)
class Field:
    """One choice. `label` is the id of its text with `name` as value; options are (value, text id) pairs.

    An empty list of options is a yes or no; `value` is what holds now ("yes", "no", or an option).
    """

    name: str
    label: str
    person: str
    value: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """All choices of one clause. `words` are the client's own words for notices (A15)."""

    clause: str
    fields: tuple[Field, ...]
    words: str = ""


def choice_list(agreement: Agreement, clause: Clause, now: datetime) -> ChoiceList | None:
    """Return the choices this clause offers, None when there are none."""
    maker = MAKERS.get(clause)
    if maker is None:
        return None
    chosen = choices_of(agreement.narrowed_choices or agreement.choices)
    offered = compose_terms(agreement.policy.policy, additions_of(agreement.additions), Choices(), now)
    fields = maker(offered, chosen)
    return ChoiceList(clause.value, fields, chosen.notices.words) if fields else None


def _channels(offered: Terms, chosen: Choices) -> tuple[Field, ...]:
    return tuple(
        Field(
            name=each.channel.value,
            label=f"agreement-channel-{each.channel}",
            person="",
            value=_wanted(each, chosen.on(each.channel)),
            options=_classes(each),
        )
        for each in offered.channels
        if each.channel is not Channel.PORTAL
    )


def _classes(each: ChannelTerms) -> tuple[tuple[str, str], ...]:
    lower = [content for content in ContentClass if content.rank < each.content.rank]
    named = [(content.value, f"agreement-content-{content}") for content in reversed(lower)]
    return (("as-offered", f"agreement-content-{each.content}"), *named, ("never", "agreement-content-never"))


def _wanted(each: ChannelTerms, choice: ChannelChoice) -> str:
    if not choice.use:
        return "never"
    return choice.content.value if choice.content.rank < each.content.rank else "as-offered"


def _risks(offered: Terms, chosen: Choices) -> tuple[Field, ...]:
    return tuple(
        Field(
            name=each.channel.value,
            label=f"agreement-risk-{each.channel}",
            person="",
            value="yes" if chosen.on(each.channel).accepts_risk else "no",
        )
        for each in offered.channels
        if each.encryption is not Encryption.REQUIRED
    )


def _readers(offered: Terms, chosen: Choices) -> tuple[Field, ...]:
    return tuple(
        Field(
            name=each.role.value,
            label=f"agreement-reader-{each.role}",
            person=each.name,
            value="no" if each.role in chosen.refused_roles else "yes",
        )
        for each in offered.readers
    )


def _urgent(offered: Terms, chosen: Choices) -> tuple[Field, ...]:
    if not offered.urgent.offered:
        return ()
    return (Field("urgent", "agreement-urgent", "", "yes" if chosen.urgent else "no"),)


def _notices(offered: Terms, chosen: Choices) -> tuple[Field, ...]:
    del offered
    options = tuple((style.value, f"agreement-notice-{style}") for style in NoticeStyle)
    return (Field("style", "agreement-notice-title", "", chosen.notices.style.value, options),)


MAKERS = {
    Clause.A3: _channels,
    Clause.A8: _urgent,
    Clause.A10: _readers,
    Clause.A13: _risks,
    Clause.A15: _notices,
}
