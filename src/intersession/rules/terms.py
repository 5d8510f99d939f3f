"""Terms: the one thing the rules read, and what an agreement freezes. Plain values, all of them immutable.

Holds what was agreed, not how it came about (compose.py) and not what follows from it (messages.py and
others).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from intersession.rules.schedule import NO_HOURS, Period, Promise, Schedule, Week
from intersession.rules.vocabulary import (
    Channel,
    Clause,
    Compact,
    ContentClass,
    Encryption,
    Fit,
    Layer,
    NoticeStyle,
    PeriodUnit,
    PermitKind,
    ProtectKind,
    Role,
    Sees,
)

# Marks a field that frozen terms may lack because they are older than it (codec.py).
ADDED = {"added": True}


@dataclass(frozen=True, slots=True)
class Licence:
    """A right to practise somewhere, with its last day (None: no end known)."""

    jurisdiction: str
    profession: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Permit:
    """What lets her work in a place without a licence of it, with its last day (None: no end known).

    `compact` is set for the kind `compact` alone; then an empty `jurisdiction` means all places of that agreement.
    """

    jurisdiction: str
    kind: PermitKind
    compact: Compact | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Therapist:
    """Who she is and where she practises (ISO 3166-1 or -2)."""

    name: str
    zone: str
    languages: tuple[str, ...]
    jurisdiction: str
    licences: tuple[Licence, ...] = ()
    permits: tuple[Permit, ...] = field(default=(), metadata=ADDED)

    @property
    def rights(self) -> tuple[Licence | Permit, ...]:
        """Return all that can end: licences first."""
        return (*self.licences, *self.permits)


@dataclass(frozen=True, slots=True)
class Answers:
    """By when a message is seen and answered. `practical` may differ from questions; None: the same."""

    seen: Promise
    answered: Promise
    practical: Promise | None = None


@dataclass(frozen=True, slots=True)
class ChannelTerms:
    """One agreed way of contact.

    `minutes` bounds a call (0: no bound), `hours` are its own weekly times (empty: any time).
    `warned` says that the client's acceptance of this channel's risk is on record.
    """

    channel: Channel
    content: ContentClass
    encryption: Encryption = Encryption.REQUIRED
    minutes: int = 0
    hours: Week = NO_HOURS
    warned: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """Soft limits that inform and never block. 0 means no guide."""

    messages_per_week: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Fees:
    """What contact costs. Amounts are decimal strings; `never_for` lists what is never charged."""

    currency: str
    free_minutes: int = 0
    per_minute: str = "0"
    never_for: tuple[str, ...] = ("urgent",)


@dataclass(frozen=True, slots=True)
class UrgentStep:
    """One step of asking for a call: whom, by which ways, and how long to wait for them."""

    notify: tuple[str, ...]
    by: tuple[str, ...]
    wait: Promise


@dataclass(frozen=True, slots=True)
class Urgent:
    """Asking for a call in time-sensitive moments that are not emergencies (clause A8)."""

    offered: bool = False
    hours: Week = NO_HOURS
    steps: tuple[UrgentStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """When the agreement is looked at again."""

    first_after: Period = field(default=Period(6, PeriodUnit.WEEKS))
    every: Period = field(default=Period(3, PeriodUnit.MONTHS))


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """Somebody who answers in a crisis, with the number as it is dialled."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Emergency:
    """Where to turn in an emergency (clause A7). It is empty until there is a number to call."""

    number: str = ""
    lines: tuple[CrisisLine, ...] = ()
    service: str = ""

    @property
    def is_filled(self) -> bool:
        """Whether a client in danger would find a number here."""
        return bool(self.number)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody besides the two who may learn of the contact (clause A10), and how much."""

    name: str
    role: Role
    sees: Sees = Sees.LATE_ONLY


@dataclass(frozen=True, slots=True)
class Purpose:
    """What contact is for (topic codes, A1) and what is kept for sessions (A2)."""

    topics: tuple[str, ...] = ("questions", "homework", "diary", "appointments")
    keep: tuple[str, ...] = ("decisions", "new-topics")


@dataclass(frozen=True, slots=True)
class Addition:
    """The therapist's own words under a clause, in one language."""

    clause: Clause
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class SuitabilityLimits:
    """What the clinician's decision limits. The reason itself is sealed and never here."""

    fit: Fit
    content: ContentClass
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Protect:
    """What the law says for when others are in danger (clause A11): whose law, and where it is written.

    `place` and `citation` are empty while it is not known.
    """

    kind: ProtectKind = ProtectKind.NOT_KNOWN
    place: str = ""
    citation: str = ""


@dataclass(frozen=True, slots=True)
class NoticeChoice:
    """What the client lets her screen show (A15). `words` only for own words, at most 30 letters."""

    style: NoticeStyle = NoticeStyle.SOMETHING_NEW
    words: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds between one therapist and one client. `origin` names the layer that set each clause.

    `protect` None: frozen before clause A11 was part of an agreement; its text has no such clause.
    """

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
    suitability: SuitabilityLimits | None = None
    notices: NoticeChoice = field(default=NoticeChoice())
    safe_times: Schedule | None = None
    places: tuple[str, ...] = ()
    pack_code: str = ""
    pack_version: str = ""
    origin: tuple[tuple[Clause, Layer], ...] = ()
    protect: Protect | None = field(default=None, metadata=ADDED)

    def channel(self, channel: Channel) -> ChannelTerms | None:
        """Return what was agreed for a channel, or None when it was not agreed."""
        for each in self.channels:
            if each.channel is channel:
                return each
        return None

    def layer_of(self, clause: Clause) -> Layer:
        """Return the layer that set a clause; a clause nobody set comes from the therapist's policy."""
        return next((layer for each, layer in self.origin if each is clause), Layer.POLICY)

    def addition(self, clause: Clause, language: str) -> str:
        """Return the therapist's own words under a clause in a language, or "" when she wrote none."""
        found = (each.text for each in self.additions if each.clause is clause and each.language == language)
        return next(found, "")

    @property
    def deputy(self) -> str:
        """Return who learns that an answer is late, or "" when nobody was agreed."""
        return next((each.name for each in self.readers if each.role is Role.DEPUTY), "")
