"""Inviting a client: one link, one use, one week; and the first signed roster that lets both write."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crypto import vectors
from intersession.audit.models import Entry
from intersession.device.device import Reader
from intersession.errors import Conflict, IntersessionError, NotFound
from intersession.keys.accounts import read_account
from intersession.keys.actions import store_certificate
from intersession.keys.rosters import RosterRefused, add_roster, current_roster, facts_of
from intersession.messaging import joining
from intersession.messaging.models import Conversation
from intersession.messaging.standing import session_for
from intersession.outbox.models import Timer
from intersession.people import invitations
from intersession.people.accounts import HandleTaken, Proof, create_person
from intersession.people.invitations import InvitationClosed
from intersession.people.models import (
    Invitation,
    Login,
    Person,
    Practice,
    Relationship,
    Role,
    new_id,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
AUTH, OTHER = "a" * 43, "b" * 43
PROOF = {"kdf": {"salt": "s" * 22, "m": 65536, "t": 3, "p": 4}, "auth": "c" * 43}


def person(role: Role, name: str, practice: Practice, cast: str) -> Person:
    """Store somebody with the certificate of one of the vectors' people."""
    proof = Proof(PROOF["kdf"], PROOF["auth"])
    made = create_person(
        id=new_id(), handle=name, proof=proof, role=role, practice=practice, now=NOW, name=name
    )
    store_certificate(by=made, data=vectors.certificate(cast), now=NOW)
    return made


@pytest.fixture
def practice() -> Practice:
    return Practice.objects.create(name="Practice", created_at=NOW)


@pytest.fixture
def vera(practice: Practice) -> Person:
    return person(Role.THERAPIST, "Vera", practice, "vera")


def account(handle: str = "alma", cast: str = "alma") -> dict[str, Any]:
    """Return the payload of a client's browser; slots and vault are real ones that nobody opens here."""
    unlocking = vectors.browser()["unlocking"]
    slots = [{**slot, "id": new_id()} for slot in unlocking["slots"]]
    certificate = vectors.browser()["people"][cast]["certificate"]
    own = {"id": new_id(), "handle": handle, "recovery_auth": "d" * 43, "certificate": certificate}
    return {**own, **PROOF, "vault": unlocking["vault"], "slots": slots}


def joining_of(auth: str = AUTH, **given: str) -> joining.Joining:
    answer = vectors.blob(vectors.browser()["join"]["data"])
    return joining.Joining(auth, read_account(account(**given)), answer, "de", "Europe/Berlin")


def invited(vera: Person, auth: str = AUTH) -> Invitation:
    return joining.invite_client(by=vera, now=NOW, auth=auth)


def joined(vera: Person) -> Relationship:
    invitation = invited(vera)
    joining.join(now=NOW, invitation_id=invitation.id, joining=joining_of())
    return Relationship.objects.get(pk=invitation.relationship_id)


def roster(conv: str, *cast: tuple[str, str], by: str = "vera", **more: Any) -> bytes:
    """Return a roster signed by `by` with (name, role) as members."""
    readers = [Reader(vectors.certificate(name), role, name) for name, role in cast]
    return vectors.device(by).make_roster(conv, readers, now=NOW, **more)


BOTH = (("vera", "therapist"), ("alma", "client"))


def tags(chain: str | None = None) -> list[str]:
    entries = Entry.objects.order_by("id")
    return [entry.tag for entry in (entries.filter(chain=chain) if chain else entries)]


class TestInviting:
    def test_makes_relationship_conversation_and_invitation(self, vera: Person):
        invitation = invited(vera)
        relationship = invitation.relationship
        assert (relationship.state, relationship.client, len(relationship.code)) == ("invited", None, 4)
        assert Conversation.objects.get(relationship=relationship).moves == 0
        assert invitation.expires_at - NOW == timedelta(days=7)
        assert tags()[-1] == "invitation:created"

    def test_keeps_neither_the_auth_half_nor_a_name(self, vera: Person):
        invitation = invited(vera)
        stored = str(Invitation.objects.filter(pk=invitation.pk).values().get())
        assert AUTH not in stored
        assert invitation.therapist_fingerprint == vectors.device("vera").fingerprint

    def test_codes_of_one_therapist_differ(self, vera: Person):
        codes = {invited(vera).relationship.code for _ in range(20)}
        assert len(codes) == 20

    def test_a_new_link_ends_the_old_one(self, vera: Person):
        first = invited(vera)
        second = joining.invite_again(by=vera, now=NOW, relationship=first.relationship, auth=OTHER)
        first.refresh_from_db()
        assert invitations.state_of(first, NOW) == "revoked"
        assert invitations.state_of(second, NOW) == "open"

    def test_a_foreign_relationship_cannot_be_invited_into(self, vera: Person, practice: Practice):
        otto = person(Role.THERAPIST, "Otto", practice, "otto")
        relationship = invited(vera).relationship
        with pytest.raises(NotFound):
            joining.invite_again(by=otto, now=NOW, relationship=relationship, auth=OTHER)
        with pytest.raises(NotFound):
            invitations.revoke_invitation(by=otto, now=NOW, relationship=relationship)

    def test_nobody_is_invited_over_somebody_who_joined(self, vera: Person):
        relationship = joined(vera)
        with pytest.raises(Conflict):
            joining.invite_again(by=vera, now=NOW, relationship=relationship, auth=OTHER)
        with pytest.raises(Conflict):
            invitations.revoke_invitation(by=vera, now=NOW, relationship=relationship)


class TestJoining:
    def test_makes_the_client_and_signs_them_in(self, vera: Person):
        invitation = invited(vera)
        started = joining.join(now=NOW, invitation_id=invitation.id, joining=joining_of())
        relationship = Relationship.objects.get(pk=invitation.relationship_id)
        client = started.person
        assert (relationship.client, relationship.state, relationship.joined_at) == (client, "joined", NOW)
        assert (client.role, client.name, client.language, client.zone) == (
            "client",
            "",
            "de",
            "Europe/Berlin",
        )
        assert Login.objects.get(person=client).ended_at is None
        assert "invitation:used" in tags()

    def test_works_once(self, vera: Person):
        invitation = invited(vera)
        joining.join(now=NOW, invitation_id=invitation.id, joining=joining_of())
        with pytest.raises(InvitationClosed) as closed:
            joining.join(now=NOW, invitation_id=invitation.id, joining=joining_of(handle="eve", cast="eve"))
        assert closed.value.code == "invitation-used"
        assert Person.objects.filter(role=Role.CLIENT).count() == 1

    def test_of_two_at_once_one_wins(self, vera: Person, practice: Practice):
        invitation = invited(vera)
        # Both have passed the first look; the conditional update decides.
        seen = [invitations.find_open(invitation.id, AUTH, NOW) for _ in range(2)]
        alma, eve = (person(Role.CLIENT, name, practice, name) for name in ("alma", "eve"))
        invitations.use_invitation(now=NOW, invitation=seen[0], client=alma, join=b"1")
        with pytest.raises(InvitationClosed):
            invitations.use_invitation(now=NOW, invitation=seen[1], client=eve, join=b"2")
        invitation.refresh_from_db()
        assert bytes(invitation.join_sealed or b"") == b"1"
        assert Relationship.objects.get(pk=invitation.relationship_id).client == alma

    def test_works_until_the_last_second_of_its_week(self, vera: Person):
        invitation, last = invited(vera), NOW + timedelta(days=7) - timedelta(seconds=1)
        assert joining.join(now=last, invitation_id=invitation.id, joining=joining_of()).person.is_client

    def test_ends_after_a_week(self, vera: Person):
        invitation = invited(vera)
        with pytest.raises(InvitationClosed) as closed:
            joining.join(now=NOW + timedelta(days=7), invitation_id=invitation.id, joining=joining_of())
        assert closed.value.code == "invitation-expired"

    def test_a_taken_back_link_does_not_work(self, vera: Person):
        invitation = invited(vera)
        invitations.revoke_invitation(by=vera, now=NOW, relationship=invitation.relationship)
        with pytest.raises(InvitationClosed) as closed:
            joining.join(now=NOW, invitation_id=invitation.id, joining=joining_of())
        assert closed.value.code == "invitation-revoked"

    @pytest.mark.parametrize("state", ["open", "used", "expired", "revoked"])
    def test_a_wrong_half_gets_the_answer_of_an_unknown_link(self, vera: Person, state: str):
        invitation = invited(vera)
        stamped = {"used": {"used_at": NOW}, "revoked": {"revoked_at": NOW}, "expired": {"expires_at": NOW}}
        Invitation.objects.filter(pk=invitation.pk).update(**stamped.get(state, {"used_at": None}))
        answers = []
        for id, auth in ((invitation.id, OTHER), (new_id(), AUTH)):
            with pytest.raises(NotFound) as refused:
                invitations.find_open(id, auth, NOW)
            answers.append((refused.value.code, refused.value.status, refused.value.values))
        assert answers[0] == answers[1]

    def test_a_taken_handle_leaves_the_invitation_open(self, vera: Person):
        invitation = invited(vera)
        with pytest.raises(HandleTaken):
            joining.join(now=NOW, invitation_id=invitation.id, joining=joining_of(handle="VERA"))
        invitation.refresh_from_db()
        assert invitations.state_of(invitation, NOW) == "open"
        assert not Person.objects.filter(role=Role.CLIENT).exists()


class TestConfirming:
    def conv(self, relationship: Relationship) -> str:
        return joining.conversation_id(relationship)

    def test_stores_the_first_roster(self, vera: Person):
        relationship = joined(vera)
        conv = self.conv(relationship)
        joining.confirm_join(by=vera, now=NOW, relationship=relationship, roster=roster(conv, *BOTH))
        relationship.refresh_from_db()
        stored = current_roster(conv)
        assert stored is not None
        facts = facts_of(stored)
        assert (relationship.state, stored.seq, stored.sha256) == ("active", 1, facts.sha256)
        assert [member.role for member in facts.members] == ["therapist", "client"]
        assert tags(conv) == ["roster:signed"]
        assert tags()[-1] == "relationship:confirmed"
        assert Conversation.objects.get(pk=conv).moves == 2

    def test_is_for_the_therapist_and_once(self, vera: Person, practice: Practice):
        relationship = joined(vera)
        conv = self.conv(relationship)
        otto = person(Role.THERAPIST, "Otto", practice, "otto")
        with pytest.raises(NotFound):
            joining.confirm_join(by=otto, now=NOW, relationship=relationship, roster=roster(conv, *BOTH))
        joining.confirm_join(by=vera, now=NOW, relationship=relationship, roster=roster(conv, *BOTH))
        with pytest.raises(Conflict):
            joining.confirm_join(by=vera, now=NOW, relationship=relationship, roster=roster(conv, *BOTH))

    @pytest.mark.parametrize(
        "members",
        [
            (("vera", "therapist"),),
            (("vera", "therapist"), ("eve", "client")),
            (("vera", "therapist"), ("alma", "client"), ("eve", "deputy")),
            (("vera", "therapist"), ("alma", "custodian")),
        ],
        ids=["without the client", "another client", "a stranger too", "in another role"],
    )
    def test_refuses_other_readers(self, vera: Person, members: tuple[tuple[str, str], ...]):
        relationship = joined(vera)
        with pytest.raises(RosterRefused):
            joining.confirm_join(
                by=vera, now=NOW, relationship=relationship, roster=roster(self.conv(relationship), *members)
            )
        relationship.refresh_from_db()
        assert (relationship.state, current_roster(self.conv(relationship))) == ("joined", None)

    def test_refuses_a_roster_that_somebody_else_signed(self, vera: Person):
        relationship = joined(vera)
        conv = self.conv(relationship)
        forged = roster(conv, ("eve", "therapist"), ("alma", "client"), by="eve")
        for data in (forged, roster(new_id(), *BOTH), b"nothing"):
            with pytest.raises(IntersessionError):
                joining.confirm_join(by=vera, now=NOW, relationship=relationship, roster=data)
        assert current_roster(conv) is None

    def test_the_next_roster_continues_the_last(self, vera: Person):
        relationship = joined(vera)
        conv = self.conv(relationship)
        joining.confirm_join(by=vera, now=NOW, relationship=relationship, roster=roster(conv, *BOTH))
        last = current_roster(conv)
        assert last is not None
        with pytest.raises(IntersessionError):
            add_roster(by=vera, now=NOW, conv=conv, relationship=relationship, data=roster(conv, *BOTH))
        following = roster(conv, *BOTH, previous=facts_of(last))
        assert add_roster(by=vera, now=NOW, conv=conv, relationship=relationship, data=following).seq == 2

    def test_an_answer_that_does_not_fit_is_refused(self, vera: Person):
        relationship = joined(vera)
        joining.refuse_join(by=vera, now=NOW, relationship=relationship)
        relationship.refresh_from_db()
        assert (relationship.state, relationship.ended_at, tags()[-1]) == (
            "ended",
            NOW,
            "relationship:join-refused",
        )
        with pytest.raises(Conflict):
            joining.refuse_join(by=vera, now=NOW, relationship=relationship)


class TestSessions:
    def test_set_moved_and_cancelled_with_the_timer_of_its_notes(self, vera: Person):
        relationship = joined(vera)
        starts, length = NOW + timedelta(days=4), timedelta(minutes=50)
        session = joining.set_session(
            by=vera, now=NOW, relationship=relationship, starts_at=starts, length=length
        )
        timer = Timer.objects.get(subject=session.id)
        assert (timer.kind, timer.due_at) == ("session-open", starts)
        moved = joining.move_session(
            by=vera, now=NOW, session=session, starts_at=starts + timedelta(hours=1), length=length
        )
        timer.refresh_from_db()
        assert (moved.id, timer.due_at) == (session.id, starts + timedelta(hours=1))
        joining.cancel_session(by=vera, now=NOW, session=session)
        timer.refresh_from_db()
        assert timer.done_at == NOW
        assert session_for(relationship, NOW) is None
        assert tags()[-3:] == ["session:set", "session:moved", "session:cancelled"]

    def test_belongs_to_the_therapist(self, vera: Person, practice: Practice):
        relationship = joined(vera)
        otto = person(Role.THERAPIST, "Otto", practice, "otto")
        when = {"starts_at": NOW + timedelta(days=1), "length": timedelta(minutes=50)}
        session = joining.set_session(by=vera, now=NOW, relationship=relationship, **when)
        for act in (
            lambda: joining.set_session(by=otto, now=NOW, relationship=relationship, **when),
            lambda: joining.move_session(by=otto, now=NOW, session=session, **when),
            lambda: joining.cancel_session(by=otto, now=NOW, session=session),
        ):
            with pytest.raises(NotFound):
                act()
