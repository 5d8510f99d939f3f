"""The closed lists the rules speak in: clauses, layers, channels, kinds of message, states of an agreement.

Holds words only. What follows from them is decided elsewhere in this package.
"""

from __future__ import annotations

from enum import StrEnum


class Clause(StrEnum):
    """The stable clause ids of an agreement (research: clinical requirements, table 2.1)."""

    A1 = "A1"
    A2 = "A2"
    A3 = "A3"
    A4 = "A4"
    A5 = "A5"
    A6 = "A6"
    A7 = "A7"
    A8 = "A8"
    A9 = "A9"
    A10 = "A10"
    A11 = "A11"
    A12 = "A12"
    A13 = "A13"
    A14 = "A14"
    A15 = "A15"
    A16 = "A16"
    A17 = "A17"
    A18 = "A18"
    A19 = "A19"
    A20 = "A20"
    A21 = "A21"
    A22 = "A22"
    A23 = "A23"
    A24 = "A24"
    A25 = "A25"
    A26 = "A26"
    A27 = "A27"
    A28 = "A28"
    A29 = "A29"
    A30 = "A30"
    A31 = "A31"
    A32 = "A32"

    @property
    def number(self) -> int:
        """Return the clause's number as people read it: 5 for A5."""
        return int(self.value[1:])


class Layer(StrEnum):
    """Who set a value. From the top; each may only narrow what the one above offers."""

    PACK = "pack"
    PRACTICE = "practice"
    POLICY = "policy"
    SUITABILITY = "suitability"
    CHOICES = "choices"


class Channel(StrEnum):
    """The ways contact can take."""

    PORTAL = "portal"
    EMAIL = "email"
    PHONE = "phone"
    SMS = "sms"


class ContentClass(StrEnum):
    """What a channel may carry, from least to most private. Each class includes the ones before it."""

    NOTICES = "notices"
    LOGISTICS = "logistics"
    HOMEWORK = "homework"
    PERSONAL = "personal"

    @property
    def rank(self) -> int:
        """Return 0 for notices up to 3 for personal content."""
        return _RANKS[self]


class Encryption(StrEnum):
    """How a channel must be protected, from strict to lenient."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    CLIENT_ACCEPTS_RISK = "client-accepts-risk"

    @property
    def rank(self) -> int:
        """Return 0 for the strictest up to 2 for the most lenient."""
        return _RANKS[self]


class Kind(StrEnum):
    """What a client says a message is (frame.md section 4)."""

    QUESTION = "question"
    PRACTICAL = "practical"
    NO_ANSWER = "no-answer"
    FOR_SESSION = "for-session"


class OwnKind(StrEnum):
    """What a therapist writes: an answer to a message, or a note of her own."""

    ANSWER = "answer"
    NOTE = "note"


class Handling(StrEnum):
    """How the therapist meets a message."""

    ALERT = "alert"
    QUIET = "quiet"
    AGENDA = "agenda"


class Viewer(StrEnum):
    """Whose eyes a state line is written for."""

    CLIENT = "client"
    THERAPIST = "therapist"


class Unit(StrEnum):
    """The units a promise may be made in."""

    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_HOURS = "working-hours"
    WORKING_DAYS = "working-days"
    NEXT_SESSION = "next-session"


class PeriodUnit(StrEnum):
    """The units between two reviews."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Role(StrEnum):
    """Who else may come near the contact (clause A10)."""

    DEPUTY = "deputy"
    SUPERVISOR = "supervisor"
    CUSTODIAN = "custodian"
    INTERPRETER = "interpreter"


class Sees(StrEnum):
    """What such a person may learn, from least to most."""

    LATE_ONLY = "late-only"
    ANONYMISED = "anonymised"
    TEXT = "text"

    @property
    def rank(self) -> int:
        """Return 0 for the least up to 2 for the full text."""
        return _RANKS[self]


class NoticeStyle(StrEnum):
    """What may show on the client's screen when something waits (clause A15)."""

    SOMETHING_NEW = "something-new"
    REMINDER = "reminder"
    OWN_WORDS = "own-words"
    NOTHING = "nothing"


class Fit(StrEnum):
    """The clinician's decision about between-session contact for one relationship."""

    OFFER = "offer"
    WITH_LIMITS = "offer-with-limits"
    LOGISTICS_ONLY = "logistics-only"
    NOT_NOW = "not-now"


class Stance(StrEnum):
    """The client's answer to one clause."""

    AGREE = "agree"
    WITH_CHANGE = "agree-with-change"
    QUESTION = "question"
    NOT_FOR_ME = "not-for-me"


class Reply(StrEnum):
    """The therapist's answer to an open point."""

    CHANGE = "change"
    PART = "part"
    KEEP = "keep"
    TALK_FIRST = "talk-first"


class AgreementState(StrEnum):
    """Where an agreement stands."""

    DRAFT = "draft"
    OFFERED = "offered"
    ANSWERED = "answered"
    READY = "ready"
    ACTIVE = "active"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


# Looked up on every decision; counting through an enum each time costs more than the decision.
_RANKS: dict[StrEnum, int] = {
    each: rank for closed_list in (ContentClass, Encryption, Sees) for rank, each in enumerate(closed_list)
}


class ProtectKind(StrEnum):
    """What a place says for when others are in danger, as the packs name it; `not-known` where nothing may be relied on."""

    MANDATORY = "mandatory"
    PERMISSIVE = "permissive"
    CASE_LAW = "case-law"
    NONE = "none"
    NOT_KNOWN = "not-known"


class PermitKind(StrEnum):
    """What a place gives a therapist who has no licence of it; `compact` is a right under an agreement between states."""

    APPROVAL = "approval"
    REGISTRATION = "registration"
    NOTICE = "notice"
    COMPACT = "compact"


class Compact(StrEnum):
    """The agreements between states the rules know (rules/compacts.py), as the packs name them."""

    PSYPACT = "psypact"
    COUNSELING = "counseling-compact"
    SOCIAL_WORK = "social-work-compact"
