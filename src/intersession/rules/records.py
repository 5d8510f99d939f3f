"""The register of deadlines: its closed lists, and which outcome ends which kind of deadline.

Closed lists instead of free words, so that the register holds nothing that names a person. Works out no date.
"""

from __future__ import annotations

from enum import StrEnum


class DeadlineKind(StrEnum):
    """What runs out."""

    ACCESS = "access-request"
    BREACH = "breach-notice"
    RETENTION = "retention"
    CONSENT = "consent-expiry"


class AskedBy(StrEnum):
    """Who set the clock going. LAW: nobody asked; the end of the work or an agreement did."""

    CLIENT = "client"
    GUARDIAN = "guardian"
    OTHER = "other"
    PRACTICE = "practice"
    LAW = "law"


class Outcome(StrEnum):
    """How a deadline ended."""

    GIVEN = "given"
    GIVEN_IN_PART = "given-in-part"
    REFUSED = "refused"
    TAKEN_BACK = "taken-back"
    REPORTED = "reported"
    REPORTED_AND_TOLD = "reported-and-told"
    NOT_NEEDED = "not-needed"
    ERASED = "erased"
    KEPT = "kept"
    RENEWED = "renewed"
    OVER = "over"


class WhyLater(StrEnum):
    """Why a deadline was extended (GDPR Art. 12(3): complexity and number of requests), or a record is kept longer."""

    COMPLEX = "complex"
    MANY = "many-requests"
    AGREED = "agreed-with-person"
    MINOR = "client-was-minor"
    OTHER_LAW = "another-law"


class WhyThatDay(StrEnum):
    """On whose word the therapist set a date that is not known here."""

    AUTHORITY = "authority-said"
    LAWYER = "lawyer-said"
    PROFESSION = "profession-rule"


class BreachStep(StrEnum):
    """What has to be written down about a breach (GDPR Art. 33(3) and (5)), ticked off; the words stay on paper."""

    WHAT = "what-happened"
    WHOSE = "whose-data"
    EFFECTS = "what-may-follow"
    DONE = "what-was-done"
    AUTHORITY = "authority-told"
    PEOPLE = "people-told"


class WhyHeld(StrEnum):
    """Why a record may not be erased although its time is over."""

    DISPUTE = "dispute"
    COMPLAINT = "complaint"
    COURT = "court"
    AUTHORITY = "authority"
    INSURER = "insurer"


class WhyErased(StrEnum):
    """On what ground a record is erased. TIME_OVER: every date of the register has passed; OF_AGE: that too.

    OF_AGE answers, by the therapist's word, whether the client was ever a minor: births are not known here.
    """

    TIME_OVER = "time-over"
    OF_AGE = "client-of-age"
    AUTHORITY = "authority-said"
    LAWYER = "lawyer-said"


_K, _O = DeadlineKind, Outcome
# What the therapist may choose. ERASED, RENEWED and OVER follow from what else happened.
OUTCOMES: dict[DeadlineKind, tuple[Outcome, ...]] = {
    _K.ACCESS: (_O.GIVEN, _O.GIVEN_IN_PART, _O.REFUSED, _O.TAKEN_BACK),
    _K.BREACH: (_O.REPORTED, _O.REPORTED_AND_TOLD, _O.NOT_NEEDED),
    _K.RETENTION: (_O.KEPT,),
    _K.CONSENT: (_O.NOT_NEEDED,),
}
# Reasons that put a day off. A record may always be kept longer than the law's least time, never shorter.
LATER: dict[DeadlineKind, tuple[WhyLater, ...]] = {
    _K.ACCESS: (WhyLater.COMPLEX, WhyLater.MANY, WhyLater.AGREED),
    _K.BREACH: (),
    _K.RETENTION: (WhyLater.MINOR, WhyLater.OTHER_LAW),
    _K.CONSENT: (),
}
# What may be asked for on paper, and by whom.
ASKERS = (AskedBy.CLIENT, AskedBy.GUARDIAN, AskedBy.OTHER)
