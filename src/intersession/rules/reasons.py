"""The closed list of reasons for every "later", "no" and "not by this way", each with the clause it comes
from.

Holds no sentences: those are in locale/<lang>/reasons.ftl, one per code.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from intersession.rules.vocabulary import Clause


class Reason(StrEnum):
    """Why a rule decided as it did."""

    IN_HOURS = "in-hours"
    OUTSIDE_HOURS = "outside-hours"
    HOLIDAY = "holiday"
    ABSENCE = "absence"
    ABSENCE_COVERED = "absence-covered"
    ALERT_SLOT = "alert-slot"
    NO_ANSWER_EXPECTED = "no-answer-expected"
    KEPT_FOR_SESSION = "kept-for-session"
    OVER_GUIDE_LENGTH = "over-guide-length"
    OVER_GUIDE_COUNT = "over-guide-count"
    OUT_OF_AREA = "out-of-area"
    CHANNEL_NOT_AGREED = "channel-not-agreed"
    CHANNEL_NOT_FOR_CONTENT = "channel-not-for-content"
    ENCRYPTION_REQUIRED = "encryption-required"
    WARNING_NOT_RECORDED = "warning-not-recorded"
    SUITABILITY_LIMITS = "suitability-limits"
    CLIENT_SAFE_TIMES = "client-safe-times"
    AGREEMENT_REVIEW_DUE = "agreement-review-due"
    RELATIONSHIP_ENDED = "relationship-ended"
    CONSENT_WITHDRAWN = "consent-withdrawn"
    URGENT_NOT_OFFERED = "urgent-not-offered"
    URGENT_NOBODY_ON_DUTY = "urgent-nobody-on-duty"
    URGENT_SERVICE_DOWN = "urgent-service-down"

    @property
    def clause(self) -> Clause:
        """Return the clause of the agreement this reason comes from."""
        return CLAUSE_OF[self]


CLAUSE_OF = MappingProxyType(
    {
        Reason.IN_HOURS: Clause.A4,
        Reason.OUTSIDE_HOURS: Clause.A4,
        Reason.HOLIDAY: Clause.A4,
        Reason.ABSENCE: Clause.A9,
        Reason.ABSENCE_COVERED: Clause.A9,
        Reason.ALERT_SLOT: Clause.A4,
        Reason.NO_ANSWER_EXPECTED: Clause.A5,
        Reason.KEPT_FOR_SESSION: Clause.A2,
        Reason.OVER_GUIDE_LENGTH: Clause.A6,
        Reason.OVER_GUIDE_COUNT: Clause.A6,
        Reason.OUT_OF_AREA: Clause.A18,
        Reason.CHANNEL_NOT_AGREED: Clause.A3,
        Reason.CHANNEL_NOT_FOR_CONTENT: Clause.A3,
        Reason.ENCRYPTION_REQUIRED: Clause.A13,
        Reason.WARNING_NOT_RECORDED: Clause.A13,
        Reason.SUITABILITY_LIMITS: Clause.A3,
        Reason.CLIENT_SAFE_TIMES: Clause.A15,
        Reason.AGREEMENT_REVIEW_DUE: Clause.A30,
        Reason.RELATIONSHIP_ENDED: Clause.A27,
        Reason.CONSENT_WITHDRAWN: Clause.A28,
        Reason.URGENT_NOT_OFFERED: Clause.A8,
        Reason.URGENT_NOBODY_ON_DUTY: Clause.A8,
        Reason.URGENT_SERVICE_DOWN: Clause.A8,
    }
)
