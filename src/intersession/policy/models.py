"""Immutable versions of a therapist's policy (her part of the frame). A version is added, never changed."""

from __future__ import annotations

from django.db import models

from intersession.people.models import Person, Practice, new_id


class PolicyVersion(models.Model):
    """One published version. `source` is the frame file as she wrote it, `data` what was read from it."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    therapist = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="policies")
    number = models.PositiveIntegerField()
    source = models.TextField()
    data = models.JSONField()
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "therapist", "number"], name="policy_number")]
