"""The fixed cast in a database: Vera (therapist), Alma and Ben (clients), Otto (deputy), Mara (custodian).

Their certificates, vaults and slots are real (demo/cast.json), so what a test stores can be opened again.
"""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import intersession
from intersession.keys.accounts import open_account, read_account
from intersession.messaging.models import Conversation
from intersession.people.models import Person, Practice, Relationship, RelationshipState, Role
from intersession.people.practices import create_practice
from intersession.people.sealing import seal_text

# Sunday evening, 22:41 in Berlin: the hour the project is about.
SUNDAY = datetime(2026, 11, 22, 21, 41, tzinfo=UTC)
BEGUN = datetime(2026, 9, 3, 9, 0, tzinfo=UTC)
ZONE = "Europe/Berlin"


@lru_cache(maxsize=1)
def cast() -> dict[str, Any]:
    """Return demo/cast.json."""
    path = Path(intersession.__file__).parent / "demo" / "cast.json"
    loaded: dict[str, Any] = json.loads(path.read_text())
    return loaded


def entry(name: str) -> dict[str, Any]:
    """Return one person's keys and secrets: `entry("vera")["passphrase"]`."""
    found: dict[str, Any] = cast()["people"][name]
    return found


def auth_half(name: str, type: str = "passphrase") -> str:
    """Return what this person's browser sends as proof, by `passphrase` or by printed code (`recovery`)."""
    return str(entry(name)["auth" if type == "passphrase" else "recovery_auth"])


def account_payload(name: str) -> dict[str, Any]:
    """Return the account payload as the browser posts it (frontend/src/keys/enrol.ts)."""
    made = entry(name)
    names = ("id", "handle", "kdf", "auth", "recovery_auth", "certificate", "vault", "slots")
    return deepcopy({key: made[key] for key in names})


@dataclass(frozen=True, slots=True)
class World:
    """A practice and who is in it."""

    practice: Practice
    people: dict[str, Person]
    alma_and_vera: Relationship
    ben_and_vera: Relationship

    def __getitem__(self, name: str) -> Person:
        return self.people[name]


def make_practice(now: datetime = BEGUN, name: str = "Praxis am Park") -> Practice:
    """Make the practice under the cast's own id: their salts are bound to it."""
    return create_practice(name=name, now=now, id=cast()["practice"])


def make_person(practice: Practice, name: str, now: datetime = BEGUN, language: str = "en") -> Person:
    """Make one of the cast with an account, and a code app for professionals."""
    made = entry(name)
    client = made["role"] == "client"
    return open_account(
        account=read_account(account_payload(name)),
        role=Role(made["role"]),
        practice=practice,
        now=now,
        name="" if client else made["name"],
        language=language,
        zone=ZONE,
        totp_sealed="" if client else seal_text(made["totp"]),
        place="DE",
    )


def make_world(now: datetime = BEGUN, *names: str) -> World:
    """Make the practice and its people (all five unless named). Alma and Ben are Vera's clients, Otto her deputy."""
    practice = make_practice(now)
    people = {name: make_person(practice, name, now) for name in names or cast()["people"]}
    return World(practice, people, *(relate(practice, people, name, now) for name in ("alma", "ben")))


def relate(practice: Practice, people: dict[str, Person], client: str, now: datetime) -> Relationship:
    """Make an active relationship of Vera and a client, and its conversation, with nothing said in it yet."""
    relationship = Relationship.objects.create(
        practice=practice,
        therapist=people["vera"],
        client=people.get(client),
        deputy=people.get("otto"),
        code={"alma": "K7PD", "ben": "3MWX"}[client],
        state=RelationshipState.ACTIVE,
        created_at=now,
        joined_at=now,
    )
    Conversation.objects.create(practice=practice, relationship=relationship, created_at=now)
    return relationship
