"""Agreements: the frozen terms, each clause's answers, the signatures. States move only through actions."""

from __future__ import annotations

from django.db import models

from intersession.people.models import Person, Practice, Relationship, new_id
from intersession.policy.models import PolicyVersion


class AgreementState(models.TextChoices):
    """draft → offered → answered → ready → active → superseded | withdrawn | ended (frame.md section 2)."""

    DRAFT = "draft"
    OFFERED = "offered"
    ANSWERED = "answered"
    READY = "ready"
    ACTIVE = "active"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class Stance(models.TextChoices):
    """How a client answers a clause."""

    AGREE = "agree"
    WITH_CHANGE = "agree-with-change"
    QUESTION = "question"
    NOT_FOR_ME = "not-for-me"


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Reads on agreements."""

    def in_force(self, relationship: Relationship) -> Agreement | None:
        """Return the agreement both signed and nobody ended, if there is one."""
        return self.filter(relationship=relationship, state=AgreementState.ACTIVE).order_by("-version").first()

    def latest(self, relationship: Relationship) -> Agreement | None:
        """Return the newest version in whatever state."""
        return self.filter(relationship=relationship).order_by("-version").first()


class Agreement(models.Model):
    """One version. `document` is the canonical JSON (RFC 8785) of what both sign; `sha256` is over its bytes."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    relationship = models.ForeignKey(Relationship, on_delete=models.PROTECT, related_name="agreements")
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=AgreementState.choices, default=AgreementState.DRAFT)
    policy = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT)
    choices = models.JSONField(default=dict)
    terms = models.JSONField()
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    language = models.CharField(max_length=8)
    pack_version = models.CharField(max_length=40)
    created_at = models.DateTimeField()
    offered_at = models.DateTimeField(null=True)
    activated_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    review_on = models.DateField(null=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "relationship", "version"], name="agreement_version")]


class ClauseAnswer(models.Model):
    """The client's answer to one clause and the therapist's reply. Words are sealed like messages."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="answers")
    clause = models.CharField(max_length=4)
    stance = models.CharField(max_length=20, choices=Stance.choices)
    words_sealed = models.BinaryField(null=True)
    answered_at = models.DateTimeField()
    reply = models.CharField(max_length=20, blank=True)
    reply_sealed = models.BinaryField(null=True)
    replied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "agreement", "clause"], name="clause_answer")]


class AgreementSignature(models.Model):
    """A detached OpenPGP signature over the agreement's document, made in the signer's browser."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=64)
    data = models.BinaryField()
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "agreement", "person"], name="agreement_signature")]
