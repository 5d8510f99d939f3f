"""Who is here: practices, persons, log-ins, relationships, invitations, therapy sessions, ways to send a notice.

Holds tables and reads. It does not decide, and it does not know what anybody wrote.
"""

from __future__ import annotations

from django.db import models
from ulid import ULID


def new_id() -> str:
    """Return a fresh ULID as text, 26 characters."""
    return str(ULID())


class Practice(models.Model):
    """One practice. Every other table carries its id, so that data can be split by practice later."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    name = models.CharField(max_length=120)
    created_at = models.DateTimeField()


class Role(models.TextChoices):
    """What a person is here. One word per idea; see docs/glossary.md."""

    THERAPIST = "therapist"
    CLIENT = "client"
    DEPUTY = "deputy"
    CUSTODIAN = "custodian"


class Person(models.Model):
    """Somebody with a log-in.

    `name` is filled for professionals only: what a client is called lives in the therapist's sealed vault.
    The handle is kept as a keyed hash (to find it) and sealed under the instance key (to show it to its owner).
    """

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    role = models.CharField(max_length=10, choices=Role.choices)
    name = models.CharField(max_length=120, blank=True)
    handle_hash = models.CharField(max_length=64)
    handle_sealed = models.TextField()
    auth_hash = models.CharField(max_length=64)
    # Argon2id settings {salt, m, t, p}; the salt is public, and the browser refuses costs below its own floor.
    kdf = models.JSONField()
    totp_sealed = models.TextField(blank=True)
    totp_last_step = models.BigIntegerField(default=0)
    language = models.CharField(max_length=8, default="en")
    zone = models.CharField(max_length=64, default="UTC")
    notice_wording = models.CharField(max_length=12, default="neutral")
    notice_words = models.CharField(max_length=30, blank=True)
    lock_minutes = models.PositiveSmallIntegerField(default=5)
    place = models.CharField(max_length=6, blank=True)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "handle_hash"], name="person_handle")]

    @property
    def is_therapist(self) -> bool:
        """Whether this person is a therapist."""
        return self.role == Role.THERAPIST

    @property
    def is_client(self) -> bool:
        """Whether this person is a client."""
        return self.role == Role.CLIENT


class Login(models.Model):
    """One signed-in browser. The cookie holds a random token; here is only its SHA-256."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    token_hash = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=120)
    # The person said that only they use this browser; a client's log-in on a shared one lasts two hours.
    own_device = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class KnownDevice(models.Model):
    """A browser that has signed in before (OWASP "device cookie"): its tries are counted apart from strangers'."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    cookie_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "person", "cookie_hash"], name="known_device")
        ]


class SignInFailure(models.Model):
    """How often a handle was tried wrongly, counted per device; `device_hash` is empty for strangers."""

    handle_hash = models.CharField(max_length=64)
    device_hash = models.CharField(max_length=64, blank=True)
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["handle_hash", "device_hash"], name="sign_in_failure")]


class SetupToken(models.Model):
    """The one-time token that opens the first-run page; it carries the second factor until that is confirmed."""

    token_hash = models.CharField(primary_key=True, max_length=64)
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE)
    totp_sealed = models.TextField(blank=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class RelationshipState(models.TextChoices):
    """Where a relationship stands. `joined`: the client has keys, the therapist has not confirmed them yet."""

    INVITED = "invited"
    JOINED = "joined"
    ACTIVE = "active"
    ENDED = "ended"


class RelationshipQuerySet(models.QuerySet["Relationship"]):
    """Reads on relationships."""

    def of(self, person: Person) -> RelationshipQuerySet:
        """Return the relationships this person takes part in, newest first."""
        mine = models.Q(therapist=person) | models.Q(client=person)
        return (
            self.filter(mine, practice_id=person.practice_id)
            .select_related("therapist", "client")
            .order_by("-created_at")
        )


class Relationship(models.Model):
    """A therapist and a client. `code` is what the server calls the client; the name is sealed in the vault."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    therapist = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships_led")
    client = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="relationships_held")
    deputy = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="relationships_covered"
    )
    code = models.CharField(max_length=8)
    state = models.CharField(
        max_length=8, choices=RelationshipState.choices, default=RelationshipState.INVITED
    )
    created_at = models.DateTimeField()
    joined_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = RelationshipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "therapist", "code"], name="relationship_code")
        ]


class Invitation(models.Model):
    """An invitation to a client. The secret is in the link's fragment and never reaches the server.

    `auth_hash` is the SHA-256 of a value derived from the secret, so that only who holds the link can use it.
    `join_sealed` is the client's answer, sealed to the therapist.
    """

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="invitations")
    auth_hash = models.CharField(max_length=64)
    therapist_fingerprint = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    join_sealed = models.BinaryField(null=True)


class Session(models.Model):
    """A therapy session, as far as it is known here. Notes for the session open when it starts."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="sessions")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    created_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)


class StayKind(models.TextChoices):
    """What a client says about another place."""

    TRAVELLING = "travelling"
    MOVED = "moved"


class Stay(models.Model):
    """Another place a client told of: a trip, or a new home. Said by the client, never tracked, never guessed.

    Days are the client's own. `until_on` None: no end known. `ended_at`: back again, corrected, or taken back.
    """

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stays")
    kind = models.CharField(max_length=10, choices=StayKind.choices)
    place = models.CharField(max_length=6)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    declared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class Way(models.Model):
    """A way to send a person a notice. The address is sealed under the instance key."""

    id = models.CharField(primary_key=True, max_length=26, default=new_id)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ways")
    kind = models.CharField(max_length=10, default="email")
    address_sealed = models.TextField()
    created_at = models.DateTimeField()
    failures = models.PositiveIntegerField(default=0)
    disabled_at = models.DateTimeField(null=True)
    disabled_reason = models.CharField(max_length=40, blank=True)
    told_at = models.DateTimeField(null=True)
