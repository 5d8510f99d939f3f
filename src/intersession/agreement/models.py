"""Agreements: the frozen terms, every text that was offered, each clause's answers, the signatures.

States move only through actions. Words that somebody wrote are sealed; this room can't open them.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from django.db import models

from intersession.frame import load_terms
from intersession.people.models import Person, Practice, Relationship, new_id
from intersession.policy.models import PolicyVersion
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import AgreementState, Reply, Stance


def listed(closed_list: type[StrEnum]) -> list[tuple[str, str]]:
    """Return a closed list of the rules as a column's choices. They have no labels: words are in locale/."""
    return [(each.value, each.value) for each in closed_list]


OPEN_STATES = (AgreementState.OFFERED, AgreementState.ANSWERED, AgreementState.READY)
CLOSED_STATES = (AgreementState.WITHDRAWN, AgreementState.ENDED)


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Reads on agreements."""

    def in_force(self, relationship: Relationship) -> Agreement | None:
        """Return the agreement both signed and nobody ended, if there is one."""
        return (
            self.filter(relationship=relationship, state=AgreementState.ACTIVE).order_by("-version").first()
        )

    def newest(self, relationship: Relationship) -> Agreement | None:
        """Return the newest version in whatever state."""
        return self.filter(relationship=relationship).order_by("-version").first()

    def being_made(self, relationship: Relationship) -> Agreement | None:
        """Return the version that is offered and not yet in force, if there is one."""
        return self.filter(relationship=relationship, state__in=OPEN_STATES).order_by("-version").first()

    def terms_in_force(self, relationship: Relationship) -> tuple[Agreement | None, Terms | None]:
        """Return the agreement in force and the terms the rules read now: as signed, or narrower by the client."""
        found = self.in_force(relationship)
        return found, load_terms(found.terms_text) if found else None

    def standing(self, relationship: Relationship) -> str | None:
        """Return the state that decides whether writing is open: in force, else stopped, else the newest one's."""
        states = list(
            self.filter(relationship=relationship).order_by("-version").values_list("state", flat=True)
        )
        for wanted in ((AgreementState.ACTIVE,), CLOSED_STATES):
            if found := next((state for state in states if state in wanted), None):
                return found
        return states[0] if states else None


class Agreement(models.Model):
    """One version. `document` is the canonical JSON (RFC 8785) of what both sign; `sha256` is over its bytes.

    `edition` counts the texts this version has had while it was worked out. `additions` are the therapist's own
    words under a clause, agreed for this client alone. `narrowed_terms` hold since the client took something back
    from an agreement in force; what both signed stays beside it, unchanged.
    """

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    relationship = models.ForeignKey(Relationship, on_delete=models.PROTECT, related_name="agreements")
    version = models.PositiveIntegerField()
    edition = models.PositiveIntegerField(default=0)
    state = models.CharField(
        max_length=10, choices=listed(AgreementState), default=AgreementState.DRAFT.value
    )
    policy = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT)
    choices = models.JSONField(default=dict)
    additions = models.JSONField(default=list)
    terms = models.JSONField()
    narrowed_choices = models.JSONField(null=True)
    narrowed_terms = models.JSONField(null=True)
    narrowed_at = models.DateTimeField(null=True)
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
        constraints = [
            models.UniqueConstraint(fields=["practice", "relationship", "version"], name="agreement_version"),
            # Two in force at once would leave the rules without an answer.
            models.UniqueConstraint(
                fields=["practice", "relationship"],
                condition=models.Q(state="active"),
                name="agreement_one_active",
            ),
        ]

    @property
    def terms_text(self) -> str:
        """Return the terms that hold, as JSON text for `frame.load_terms`."""
        return json.dumps(self.narrowed_terms or self.terms, sort_keys=True)

    @property
    def signed_terms(self) -> Terms:
        """Return the terms of the text itself, whatever was narrowed since."""
        return load_terms(json.dumps(self.terms, sort_keys=True))

    @property
    def content(self) -> dict[str, Any]:
        """Return the document as data: format, parties, terms, texts, points."""
        read: dict[str, Any] = json.loads(self.document)
        return read

    @property
    def is_open(self) -> bool:
        """Whether it is being worked out: offered, and not yet in force or over."""
        return self.state in OPEN_STATES


class AgreementEdition(models.Model):
    """One text a version has had. Kept for good: what was offered and changed again can be read later."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="editions")
    edition = models.PositiveIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "agreement", "edition"], name="agreement_edition")
        ]


class AnswerQuerySet(models.QuerySet["ClauseAnswer"]):
    """Reads on clause answers."""

    def current(self) -> AnswerQuerySet:
        """Return the answers that count; an answer the client gave anew leaves the old one behind."""
        return self.filter(replaced_at=None)


class ClauseAnswer(models.Model):
    """The client's answer to one clause and the therapist's reply. Words are sealed like messages.

    `text` is the clause as it stood when she answered, so that a change of it shows. `words_for` and
    `reply_for` name the agreement the words were sealed for: an answer can be carried into the next version.
    """

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="answers")
    clause = models.CharField(max_length=4)
    stance = models.CharField(max_length=20, choices=listed(Stance))
    text = models.TextField()
    words_id = models.CharField(max_length=26, blank=True)
    words_for = models.CharField(max_length=26, blank=True)
    words_roster_seq = models.PositiveIntegerField(default=0)
    words_sealed = models.BinaryField(null=True)
    words_sha256 = models.CharField(max_length=64, blank=True)
    answered_at = models.DateTimeField()
    reply = models.CharField(max_length=20, choices=listed(Reply), blank=True)
    reply_id = models.CharField(max_length=26, blank=True)
    reply_for = models.CharField(max_length=26, blank=True)
    reply_roster_seq = models.PositiveIntegerField(default=0)
    reply_sealed = models.BinaryField(null=True)
    reply_sha256 = models.CharField(max_length=64, blank=True)
    replied_at = models.DateTimeField(null=True)
    carried = models.BooleanField(default=False)
    replaced_at = models.DateTimeField(null=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "agreement", "clause"],
                condition=models.Q(replaced_at=None),
                name="clause_answer",
            )
        ]


class AgreementSignature(models.Model):
    """A detached OpenPGP signature over the agreement's document, made in the signer's browser.

    It counts only while `sha256` is the agreement's own: a later change of the text leaves it behind.
    """

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "agreement", "person", "sha256"], name="agreement_signature"
            )
        ]
