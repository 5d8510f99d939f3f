"""Two at once with one invitation, on real connections: one wins, the other is told, and nobody is left half joined."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from crypto import vectors
from intersession.device.device import Device
from intersession.errors import IntersessionError
from intersession.keys.accounts import read_account
from intersession.keys.actions import store_certificate
from intersession.keys.models import Certificate, Slot, Vault
from intersession.messaging import joining
from intersession.people import invitations
from intersession.people.accounts import Proof, create_person
from intersession.people.invitations import InvitationClosed
from intersession.people.logins import Started
from intersession.people.models import Invitation, Login, Person, Practice, Relationship, Role, new_id
from together import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
AUTH = "a" * 43
PROOF = {"kdf": {"salt": "s" * 22, "m": 65536, "t": 3, "p": 4}, "auth": "c" * 43}
ROUNDS = 4


@pytest.fixture
def vera() -> Person:
    practice = Practice.objects.create(name="Practice", created_at=NOW)
    about = {"proof": Proof(PROOF["kdf"], PROOF["auth"]), "role": Role.THERAPIST, "name": "Vera"}
    made = create_person(id=new_id(), handle="vera", practice=practice, now=NOW, **about)
    store_certificate(by=made, data=vectors.certificate("vera"), now=NOW)
    return made


def somebody(handle: str) -> joining.Joining:
    """Return what one new person's browser sends."""
    unlocking = vectors.browser()["unlocking"]
    slots = [{**slot, "id": new_id()} for slot in unlocking["slots"]]
    certificate = base64.b64encode(Device.new().certificate).decode()
    own = {"id": new_id(), "handle": handle, "recovery_auth": "d" * 43, "certificate": certificate}
    account = read_account({**own, **PROOF, "vault": unlocking["vault"], "slots": slots})
    return joining.Joining(AUTH, account, b"sealed", "en", "UTC")


def join(invitation: Invitation, who: joining.Joining) -> Callable[[], object]:
    return lambda: joining.join(now=NOW, invitation_id=invitation.id, joining=who)


def test_of_three_at_once_one_joins_and_the_others_leave_nothing_behind(vera: Person):
    for turn in range(ROUNDS):
        invitation = joining.invite_client(by=vera, now=NOW, auth=AUTH)
        people = [somebody(f"turn{turn}who{place}") for place in range(3)]
        results = together(*(join(invitation, who) for who in people))
        assert sum(isinstance(result, Started) for result in results) == 1
        told = {result.code for result in results if isinstance(result, InvitationClosed)}
        assert told == {"invitation-used"}
        assert Person.objects.filter(role=Role.CLIENT).count() == turn + 1
    clients = Person.objects.filter(role=Role.CLIENT)
    for table, each in ((Certificate, 1), (Vault, 1), (Slot, 2), (Login, 1)):
        assert table.objects.filter(person__in=clients).count() == ROUNDS * each
        assert table.objects.exclude(person__in=[*clients, vera]).count() == 0


def test_join_or_take_back_one_of_them_wins(vera: Person):
    for turn in range(ROUNDS):
        invitation = joining.invite_client(by=vera, now=NOW, auth=AUTH)
        relationship = invitation.relationship
        joined, taken = together(
            join(invitation, somebody(f"turn{turn}")),
            lambda relationship=relationship: invitations.revoke_invitation(
                by=vera, now=NOW, relationship=relationship
            ),
        )
        row = Invitation.objects.get(pk=invitation.pk)
        assert (row.used_at is None) != (row.revoked_at is None)
        assert isinstance(joined, Started) == (row.used_at is not None)
        assert isinstance(taken, IntersessionError) == (row.used_at is not None)
        state = "joined" if row.used_at else "invited"
        assert Relationship.objects.get(pk=relationship.pk).state == state


def test_of_two_new_links_at_once_one_works(vera: Person):
    relationship = joining.invite_client(by=vera, now=NOW, auth=AUTH).relationship
    auths = ["b" * 43, "c" * 43]
    together(
        *(
            lambda auth=auth: joining.invite_again(by=vera, now=NOW, relationship=relationship, auth=auth)
            for auth in auths
        )
    )
    states = [invitations.state_of(one, NOW) for one in Invitation.objects.filter(relationship=relationship)]
    assert sorted(states) == ["open", "revoked", "revoked"]
