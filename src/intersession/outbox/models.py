"""What must be sent and what must happen at a time. Rows are written in the transaction that caused them.

At-least-once: a lease that lapses is taken again. Effects are idempotent by `dedup`.
"""

from __future__ import annotations

from django.db import models

from intersession.people.models import Person, Practice, Way, new_id


class Delivery(models.Model):
    """One notice to one way. It holds no text: the words are the person's present choice, taken when it is sent.

    `kind` says why and `subject` what about, for the ledger; neither leaves the house.
    """

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    way = models.ForeignKey(Way, on_delete=models.CASCADE, related_name="deliveries")
    kind = models.CharField(max_length=30)
    subject = models.CharField(max_length=26, blank=True)
    dedup = models.CharField(max_length=120)
    due_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "dedup"], name="delivery_dedup")]
        indexes = [
            models.Index(
                fields=["due_at"], name="delivery_due", condition=models.Q(sent_at=None, failed_at=None)
            )
        ]


class Timer(models.Model):
    """Something that must happen at `due_at`. `kind` names the duty, `subject` the id it is about."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    kind = models.CharField(max_length=30)
    subject = models.CharField(max_length=26)
    dedup = models.CharField(max_length=120)
    due_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "dedup"], name="timer_dedup")]
        indexes = [
            models.Index(fields=["due_at"], name="timer_due", condition=models.Q(done_at=None)),
            models.Index(fields=["subject"], name="timer_subject", condition=models.Q(done_at=None)),
        ]
