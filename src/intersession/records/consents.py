"""Starts the clock of a consent when an agreement comes into force, where the law of the place knows one.

The agreement's room asks for it by a timer; it knows nothing of the register.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from intersession.agreement.models import Agreement
from intersession.records.home import home_of
from intersession.records.law import consent_ground
from intersession.records.models import Deadline
from intersession.records.reminding import close
from intersession.records.starting import Cause, begin
from intersession.rules.records import AskedBy, DeadlineKind, Outcome
from intersession.rules.vocabulary import AgreementState


@transaction.atomic
def start_consent_clock(agreement: str, now: datetime) -> None:
    """End the clock of the agreement before, and start this one's. Does nothing twice."""
    rows = Agreement.objects.select_for_update(of=("self",)).select_related("relationship__therapist")
    found = rows.filter(pk=agreement, state=AgreementState.ACTIVE).first()
    if found is None or Deadline.objects.filter(kind=DeadlineKind.CONSENT, agreement=found).exists():
        return
    relationship = found.relationship
    for each in Deadline.objects.filter(relationship=relationship, kind=DeadlineKind.CONSENT, done_at=None):
        close(each, Outcome.RENEWED, by="", now=now)
    home = home_of(relationship.therapist)
    received = found.activated_at or now
    if ground := consent_ground(home, found, received):
        therapist = relationship.therapist
        begin(
            Cause(DeadlineKind.CONSENT, therapist, AskedBy.LAW, "", received, relationship, found),
            ground,
            now,
        )
