"""Deadlines with who asked, when, due and done; legal holds; erasures with what they took.

Codes, ids and instants only: nothing here names a person or says what anybody wrote.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models.functions import Coalesce

from intersession.agreement.models import Agreement, listed
from intersession.people.models import Person, Practice, Relationship, new_id
from intersession.records.stamp import zone_of
from intersession.rules.records import (
    AskedBy,
    DeadlineKind,
    Outcome,
    WhyErased,
    WhyHeld,
    WhyLater,
    WhyThatDay,
)
from intersession.rules.vocabulary import AgreementState

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    """Reads on deadlines."""

    def of(self, therapist: Person) -> DeadlineQuerySet:
        """Return this therapist's deadlines, with the relationships they are about."""
        mine = self.filter(practice_id=therapist.practice_id, therapist=therapist)
        return mine.select_related("relationship", "agreement", "practice")

    def running(self) -> DeadlineQuerySet:
        """Return those that are not done, by their day; those without one last.

        A consent whose agreement is no longer in force runs no more.
        """
        consent_over = models.Q(kind=DeadlineKind.CONSENT) & ~models.Q(agreement__state=AgreementState.ACTIVE)
        ends = Coalesce("extended_until", "due_at")
        open_ones = self.filter(done_at=None).exclude(consent_over)
        return open_ones.annotate(ends=ends).order_by(models.F("ends").asc(nulls_last=True), "id")

    def pressing(self, now: datetime) -> DeadlineQuerySet:
        """Return the running ones that are due within seven days, or over."""
        until = now + WEEK
        first = models.Q(extended_until=None, due_at__lte=until)
        later = models.Q(extended_until__lte=until) | models.Q(pk__in=self._gone_by(until))
        return self.running().filter(first | later)

    def _gone_by(self, until: datetime) -> list[str]:
        """Return those whose last day has begun by then, each where its days are counted: no zone is a day ahead."""
        near = self.running().filter(at_most_on__lte=until.date() + DAY).select_related("therapist")
        return [
            each.id
            for each in near
            if each.at_most_on and each.at_most_on <= until.astimezone(ZoneInfo(each.zone)).date()
        ]


class Deadline(models.Model):
    """Something that runs out.

    `due_at` None: the law is not known here. `basis` holds what the day rests on, as it was when the clock began:
    facts with sources, what was found, the farthest extension. `due_reason`: a person set the day, on whose word.
    `extended_until` is a later day; what was due first stays. `reminded` are the reminders given for `due`.
    `steps` is a breach's list: step → instant. `records` is the kind of record that a retention is about.
    """

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    therapist = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    relationship = models.ForeignKey(
        Relationship, on_delete=models.PROTECT, null=True, related_name="deadlines"
    )
    # Erased with the record it is about; the deadline stays.
    agreement = models.ForeignKey(Agreement, on_delete=models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=20, choices=listed(DeadlineKind))
    records = models.CharField(max_length=20, blank=True)
    asked_by = models.CharField(max_length=10, choices=listed(AskedBy))
    # A person's id, as in the ledger; empty: the clock. No foreign key: the register outlives an erased account.
    made_by = models.CharField(max_length=26, blank=True)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    at_most_on = models.DateField(null=True)
    due_reason = models.CharField(max_length=20, choices=listed(WhyThatDay), blank=True)
    basis = models.JSONField(default=dict)
    extended_until = models.DateTimeField(null=True)
    extension_reason = models.CharField(max_length=20, choices=listed(WhyLater), blank=True)
    steps = models.JSONField(default=dict)
    reminded = models.JSONField(default=list)
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=26, blank=True)
    outcome = models.CharField(max_length=20, choices=listed(Outcome), blank=True)
    created_at = models.DateTimeField()

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "agreement"],
                condition=models.Q(kind=DeadlineKind.CONSENT.value),
                name="deadline_consent",
            ),
            models.UniqueConstraint(
                fields=["practice", "relationship", "records"],
                condition=models.Q(kind=DeadlineKind.RETENTION.value),
                name="deadline_retention",
            ),
        ]
        indexes = [models.Index(fields=["therapist"], name="deadline_open", condition=models.Q(done_at=None))]

    @property
    def due(self) -> datetime | None:
        """Return the day that counts: the extended one, or the first."""
        return self.extended_until or self.due_at

    @property
    def zone(self) -> str:
        """Return the zone in which its days were counted; the therapist may have moved since."""
        return zone_of(self.basis, self.therapist.zone)


class LegalHold(models.Model):
    """While one stands, nothing of this relationship's record is erased. At most one stands."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    relationship = models.ForeignKey(Relationship, on_delete=models.PROTECT, related_name="holds")
    reason = models.CharField(max_length=20, choices=listed(WhyHeld))
    placed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    lifted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "relationship"], condition=models.Q(lifted_at=None), name="hold_one"
            )
        ]


class Erasure(models.Model):
    """A proposal to erase a relationship's record, and, once confirmed, what was erased. One is open at most.

    `listing` is what would go: kind → {count, oldest, newest}. `erased` is what went, in the same form, and
    `sha256` the hash over the ids and hashes of every message that went. `basis`: the dates it rests on.
    """

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    relationship = models.ForeignKey(Relationship, on_delete=models.PROTECT, related_name="erasures")
    ground = models.CharField(max_length=20, choices=listed(WhyErased))
    basis = models.JSONField(default=list)
    listing = models.JSONField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    erased = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "relationship"],
                condition=models.Q(cancelled_at=None),
                name="erasure_one",
            )
        ]
