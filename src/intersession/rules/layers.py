"""The five layers terms are composed from: law, practice, policy, suitability, choices. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from intersession.rules.schedule import Schedule
from intersession.rules.terms import (
    Addition,
    Answers,
    ChannelTerms,
    Emergency,
    Fees,
    Guide,
    NoticeChoice,
    Protect,
    Purpose,
    Reader,
    Review,
    Therapist,
    Urgent,
)
from intersession.rules.vocabulary import Channel, ContentClass, Fit, Role


@dataclass(frozen=True, slots=True)
class ChannelLaw:
    """What a jurisdiction says about one channel.

    `forbidden`: the channel can't be offered. `must_encrypt`: no client may waive encryption.
    `warn_first`: unencrypted use needs a warning and its acceptance on record.
    """

    channel: Channel
    forbidden: bool = False
    must_encrypt: bool = False
    warn_first: bool = True


@dataclass(frozen=True, slots=True)
class Pack:
    """A jurisdiction as data. The default is the careful one used where no law is on file."""

    code: str = ""
    version: str = ""
    channels: tuple[ChannelLaw, ...] = ()
    emergency: Emergency = field(default=Emergency())
    protect: Protect = field(default=Protect())

    def law_for(self, channel: Channel) -> ChannelLaw:
        """Return the rules for a channel; unencrypted use needs a recorded warning unless the law
        says else.
        """
        return next((each for each in self.channels if each.channel is channel), ChannelLaw(channel))


@dataclass(frozen=True, slots=True)
class Practice:
    """What the practice lead allows. `channels` None: all of them."""

    channels: tuple[Channel, ...] | None = None
    custodian: Reader | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What the therapist states in her frame file, before anybody else narrows it."""

    therapist: Therapist
    schedule: Schedule
    answers: Answers
    channels: tuple[ChannelTerms, ...]
    guide: Guide = field(default=Guide())
    fees: Fees | None = None
    urgent: Urgent = field(default=Urgent())
    review: Review = field(default=Review())
    emergency: Emergency = field(default=Emergency())
    readers: tuple[Reader, ...] = ()
    purpose: Purpose = field(default=Purpose())
    additions: tuple[Addition, ...] = ()


@dataclass(frozen=True, slots=True)
class Suitability:
    """The clinician's decision for one relationship. `content` caps every channel under "with limits"."""

    fit: Fit = Fit.OFFER
    content: ContentClass = ContentClass.PERSONAL
    urgent: bool = True
    review_on: date | None = None

    @property
    def cap(self) -> ContentClass:
        """Return the most private content this decision leaves open."""
        if self.fit is Fit.LOGISTICS_ONLY:
            return min(self.content, ContentClass.LOGISTICS, key=lambda each: each.rank)
        if self.fit is Fit.NOT_NOW:
            return ContentClass.NOTICES
        return self.content if self.fit is Fit.WITH_LIMITS else ContentClass.PERSONAL


@dataclass(frozen=True, slots=True)
class ChannelChoice:
    """What the client wants on one channel: never, at most some content, and whether she accepted its
    risk.
    """

    channel: Channel
    use: bool = True
    content: ContentClass = ContentClass.PERSONAL
    accepts_risk: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What the client decided. No arguments: she takes what is offered and accepts no channel's risk.

    `refused_roles` are readers (A10) she said no to; `safe_times` are hours, in her own zone, in which
    notices may reach her (None: any time).
    """

    channels: tuple[ChannelChoice, ...] = ()
    refused_roles: tuple[Role, ...] = ()
    urgent: bool = True
    notices: NoticeChoice = field(default=NoticeChoice())
    safe_times: Schedule | None = None

    def on(self, channel: Channel) -> ChannelChoice:
        """Return the choice for a channel; silence means: as offered, risk not accepted."""
        return next((each for each in self.channels if each.channel is channel), ChannelChoice(channel))
