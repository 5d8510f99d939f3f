"""The demo's cast in the database: accounts, relationships and rosters, made by the same actions as real ones.

Passphrases and keys in cast.json are public. Nothing here may ever be used for a real person.
"""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from intersession.device.device import Device, Reader
from intersession.keys.accounts import open_account, read_account
from intersession.keys.models import Roster
from intersession.keys.rosters import current_roster, facts_of
from intersession.keys.statements import RosterFacts
from intersession.messaging.joining import Joining, confirm_join, conversation_id, invite_client, join
from intersession.people.models import Person, Practice, Relationship, Role
from intersession.people.practices import create_practice
from intersession.people.sealing import seal_text

ZONE = "Europe/Berlin"
ACCOUNT = ("id", "handle", "kdf", "auth", "recovery_auth", "certificate", "vault", "slots")


@lru_cache(maxsize=1)
def cast() -> dict[str, Any]:
    """Return cast.json."""
    loaded: dict[str, Any] = json.loads((Path(__file__).parent / "cast.json").read_text())
    return loaded


def entry(name: str) -> dict[str, Any]:
    """Return one person's keys and secrets."""
    found: dict[str, Any] = cast()["people"][name]
    return found


def make_practice(now: datetime) -> Practice:
    """Make the practice under the cast's own id: their salts are bound to it."""
    return create_practice(name="Practice at the canal", now=now, id=cast()["practice"])


def make_professional(practice: Practice, name: str, now: datetime) -> Person:
    """Make a therapist, deputy or custodian with an account and a code app."""
    made = entry(name)
    account = read_account({key: made[key] for key in ACCOUNT})
    full = "Vera Lindqvist" if name == "vera" else made["name"]
    about = {"name": full, "language": made["language"], "zone": ZONE}
    sealed = seal_text(made["totp"])
    return open_account(
        account=account, role=Role(made["role"]), practice=practice, now=now, totp_sealed=sealed, **about
    )


@dataclass
class Pair:
    """A therapist and a client with their devices; what a story needs to let them write."""

    therapist: Person
    client: Person
    relationship: Relationship
    conv: str
    desk: Device
    notebook: Device

    @property
    def roster(self) -> Roster:
        """The roster that holds now."""
        found = current_roster(self.conv)
        assert found
        return found

    @property
    def readers(self) -> RosterFacts:
        """Who can read, as signed."""
        return facts_of(self.roster)

    def certificates(self) -> list[bytes]:
        """Both public certificates."""
        return [self.desk.certificate, self.notebook.certificate]


def make_pair(therapist: Person, deputy: Person, name: str, now: datetime) -> Pair:
    """Invite a client, let them join with their own keys, and confirm them with a signed roster."""
    made = entry(name)
    desk, notebook = Device.of(entry("vera")), Device.of(made)
    auth = secrets.token_urlsafe(32)
    invitation = invite_client(by=therapist, now=now, auth=auth)
    relationship = invitation.relationship
    Relationship.objects.filter(pk=relationship.pk).update(deputy=deputy)
    account = read_account({key: made[key] for key in ACCOUNT})
    answer = base64.b64decode(made["certificate"])
    joining = Joining(auth, account, answer, made["language"], ZONE, "Sample browser")
    client = join(now=now + timedelta(minutes=4), invitation_id=invitation.id, joining=joining).person
    Person.objects.filter(pk=client.pk).update(place="DE")
    relationship.refresh_from_db()
    conv = conversation_id(relationship)
    readers = [
        Reader(desk.certificate, "therapist", "Vera Lindqvist"),
        Reader(notebook.certificate, "client"),
    ]
    confirmed = now + timedelta(minutes=5)
    data = desk.make_roster(conv, readers, now=confirmed)
    confirm_join(by=therapist, now=confirmed, relationship=relationship, roster=data)
    relationship.refresh_from_db()
    return Pair(therapist, client, relationship, conv, desk, notebook)
