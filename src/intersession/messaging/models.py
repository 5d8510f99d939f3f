"""Conversations and sealed messages with the decision stamped on each. The server can't read a body."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import models

from intersession.agreement.models import Agreement, listed
from intersession.people.models import Person, Practice, Relationship, new_id
from intersession.rules.vocabulary import Kind, OwnKind

AT_ONCE = 500


class ConversationQuerySet(models.QuerySet["Conversation"]):
    """Reads on conversations."""

    def of(self, person: Person) -> ConversationQuerySet:
        """Return the conversations this person takes part in."""
        mine = models.Q(relationship__therapist=person) | models.Q(relationship__client=person)
        return self.filter(mine, practice_id=person.practice_id).select_related("relationship")

    def marks_of(self, person_ids: Iterable[str]) -> dict[str, str]:
        """Return for each person a short text that changes when any of their conversations moves."""
        totals: dict[str, int] = {}
        ids = sorted(set(person_ids))
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            for side in ("relationship__therapist_id", "relationship__client_id"):
                rows = self.filter(**{f"{side}__in": some}).order_by()
                for person, moves in rows.values_list(side).annotate(total=models.Sum("moves")):
                    totals[person] = totals.get(person, 0) + moves
        return {person: str(total) for person, total in totals.items()}


class Conversation(models.Model):
    """What a relationship writes. `seq` is the number of the last message or statement; it orders everything.

    `moves` counts every change a reader may see (a state, a new agreement): live updates compare it.
    """

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    relationship = models.OneToOneField(Relationship, on_delete=models.PROTECT)
    seq = models.PositiveBigIntegerField(default=0)
    moves = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField()

    objects = ConversationQuerySet.as_manager()


class Message(models.Model):
    """One sealed message. `id` is made by the sender's device, so sending it twice stores it once.

    The stamped decision (`handling` … `notices`) and the agreement it was made under never change afterwards.
    `body` is the encrypted part; with its wraps in order it is the envelope that `body_sha256` is about.
    `released_at`: handed to its reader, from then on it can't be changed or taken back. `opened_at`: the reader's
    device has signed that it was opened. `session_at` is the session known when a note was accepted, `agenda_at`
    when its session began. `settled_at`: nothing is left to do about it.
    """

    id = models.CharField(primary_key=True, max_length=26)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="messages")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=12, choices=[*listed(Kind), *listed(OwnKind)])
    body = models.BinaryField()
    body_sha256 = models.CharField(max_length=64)
    size_class = models.PositiveSmallIntegerField()
    roster_seq = models.PositiveIntegerField()
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    reply_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replies")
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="superseded_by"
    )
    received_at = models.DateTimeField()
    handling = models.CharField(max_length=8)
    alert_at = models.DateTimeField(null=True)
    seen_by = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)
    reasons = models.JSONField(default=list)
    notices = models.JSONField(default=list)
    alerted_at = models.DateTimeField(null=True)
    released_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    opening_outside_hours = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="answers")
    withdrawn_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)
    more_time_until = models.DateTimeField(null=True)
    overdue_at = models.DateTimeField(null=True)
    deputy_due_at = models.DateTimeField(null=True)
    deputy_told_at = models.DateTimeField(null=True)
    session_at = models.DateTimeField(null=True)
    agenda_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "conversation", "seq"], name="message_seq")
        ]
        # The inbox reads only what is not settled, so it costs the same after ten years as on the first day.
        indexes = [
            models.Index(fields=["conversation"], name="message_open", condition=models.Q(settled_at=None))
        ]

    @property
    def due(self) -> datetime | None:
        """Return when an answer is due: the stamped promise, or the later day the therapist named."""
        return self.more_time_until or self.answer_by

    @property
    def is_over(self) -> bool:
        """Whether its author took it back or changed it: it no longer stands."""
        return self.withdrawn_at is not None or self.replaced_at is not None


class Wrap(models.Model):
    """One recipient's PKESK packet. Wraps in the order of `position`, then the body, are a valid OpenPGP message."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="wraps")
    position = models.PositiveSmallIntegerField()
    enc_fingerprint = models.CharField(max_length=64)
    pkesk = models.BinaryField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    roster_seq = models.PositiveIntegerField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "message", "enc_fingerprint"], name="wrap_recipient"),
            models.UniqueConstraint(fields=["practice", "message", "position"], name="wrap_position"),
        ]


class Statement(models.Model):
    """A signed statement about messages: opened (`ack`), taken back (`withdraw`), needs more time (`more-time`)."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="statements")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    messages = models.JSONField(default=list)
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    seq = models.PositiveBigIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "conversation", "seq"], name="statement_seq"),
            models.UniqueConstraint(fields=["practice", "conversation", "sha256"], name="statement_once"),
        ]
