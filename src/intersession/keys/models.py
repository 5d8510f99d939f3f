"""Public certificates, sealed vaults and their slots, signed rosters. The server holds no key that opens a message."""

from __future__ import annotations

from django.db import models

from intersession.people.models import Person, Practice, new_id


class Certificate(models.Model):
    """A person's OpenPGP v6 certificate (public part only). Fingerprints are lower-case hex, 64 characters."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="certificates")
    fingerprint = models.CharField(max_length=64)
    enc_fingerprint = models.CharField(max_length=64)
    data = models.BinaryField()
    created_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "fingerprint"], name="certificate_fingerprint")
        ]


class Vault(models.Model):
    """A person's sealed vault. `version` only grows; a write names the version it was made from."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    version = models.PositiveIntegerField()
    data = models.BinaryField()
    updated_at = models.DateTimeField()


class SlotType(models.TextChoices):
    """The ways into a vault. Passkeys have their place here; they come with a later issue."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"
    DEVICE = "device"
    PASSKEY = "passkey"


class Slot(models.Model):
    """One way into the vault: the vault key, sealed under a password that the server never sees."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="slots")
    type = models.CharField(max_length=10, choices=SlotType.choices)
    data = models.BinaryField()
    params = models.JSONField(default=dict)
    auth_hash = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)


class Roster(models.Model):
    """Who can read a conversation: JSON signed by the therapist, checked here and on every device."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    conv = models.CharField(max_length=26)
    seq = models.PositiveIntegerField()
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "conv", "seq"], name="roster_seq")]
