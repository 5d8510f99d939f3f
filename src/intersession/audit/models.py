"""The append-only ledger. Each entry holds the hash of the one before it in its chain; a head holds the last."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One thing that happened. `chain` is a conversation's id, or the practice's id for all the rest.

    Holds ids, codes and times; never a name, an address or a word anybody wrote. Ids are plain text, not
    foreign keys: an entry outlives what it speaks of.
    """

    practice_id = models.CharField(max_length=26)
    chain = models.CharField(max_length=26)
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    tag = models.CharField(max_length=60)
    by = models.CharField(max_length=26, blank=True)
    data = models.JSONField(default=dict)
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice_id", "chain", "seq"], name="entry_seq")]


class ChainHead(models.Model):
    """The newest entry of a chain. Without it, cutting off the newest entries would leave a chain that fits.

    `seal` is a keyed hash under the instance's secret, which is not in the database: who can only write to the
    database can't move a head back.
    """

    practice_id = models.CharField(max_length=26)
    chain = models.CharField(max_length=26)
    seq = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice_id", "chain"], name="chain_head")]
