"""The doors of invitations and of a client's page: what they show, to whom, and that looking changes nothing."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from crypto import vectors
from intersession.device.device import Reader
from intersession.keys.actions import store_certificate
from intersession.messaging import joining
from intersession.people import invitations
from intersession.people.accounts import Proof, create_person
from intersession.people.logins import start_login
from intersession.people.models import Invitation, Person, Practice, Relationship, Role, Session, new_id

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
AUTH, OTHER = "a" * 43, "b" * 43
PROOF = {"kdf": {"salt": "s" * 22, "m": 65536, "t": 3, "p": 4}, "auth": "c" * 43}


@pytest.fixture(autouse=True)
def sunday():
    with time_machine.travel(NOW, tick=False):
        yield


def person(role: Role, name: str, practice: Practice, cast: str) -> Person:
    proof = Proof(PROOF["kdf"], PROOF["auth"])
    about = {"name": name, "zone": "Europe/Berlin"}
    made = create_person(
        id=new_id(), handle=name, proof=proof, role=role, practice=practice, now=NOW, **about
    )
    store_certificate(by=made, data=vectors.certificate(cast), now=NOW)
    return made


@pytest.fixture
def practice() -> Practice:
    return Practice.objects.create(name="Practice", created_at=NOW)


@pytest.fixture
def vera(practice: Practice) -> Person:
    return person(Role.THERAPIST, "Vera", practice, "vera")


@pytest.fixture
def otto(practice: Practice) -> Person:
    return person(Role.THERAPIST, "Otto", practice, "otto")


def browser_of(somebody: Person | None = None) -> Client:
    """Return a browser, signed in as somebody."""
    browser = Client(headers={"Accept-Language": "en"})
    if somebody:
        started = start_login(by=somebody, now=NOW, label="")
        browser.cookies[settings.LOGIN_COOKIE] = started.token
    return browser


def invited(vera: Person) -> Invitation:
    return joining.invite_client(by=vera, now=NOW, auth=AUTH)


def body(auth: str = AUTH, **changed: Any) -> dict[str, Any]:
    """Return what a client's browser posts to join."""
    unlocking = vectors.browser()["unlocking"]
    slots = [{**slot, "id": new_id()} for slot in unlocking["slots"]]
    certificate = vectors.browser()["people"]["alma"]["certificate"]
    own = {"id": new_id(), "handle": "alma", "recovery_auth": "d" * 43, "certificate": certificate}
    account = {**own, **PROOF, "vault": unlocking["vault"], "slots": slots}
    rest = {
        "auth": auth,
        "join": vectors.browser()["join"]["data"],
        "zone": "Europe/Berlin",
        "own_device": True,
    }
    return {"account": account, **rest, **changed}


def post(browser: Client, url: str, given: dict[str, Any]) -> Any:
    return browser.post(url, given, content_type="application/json", headers={"Accept": "application/json"})


def joined(vera: Person) -> Relationship:
    invitation = invited(vera)
    assert post(browser_of(), f"/i/{invitation.id}/join", body()).status_code == 200
    return Relationship.objects.get(pk=invitation.relationship_id)


def confirm(vera: Person, relationship: Relationship) -> Any:
    conv = joining.conversation_id(relationship)
    readers = [Reader(vectors.certificate("vera"), "therapist", "Vera")]
    readers.append(Reader(vectors.certificate("alma"), "client", relationship.code))
    roster = base64.b64encode(vectors.device("vera").make_roster(conv, readers, now=NOW)).decode()
    return post(browser_of(vera), f"/clients/{relationship.id}/confirm", {"roster": roster})


class TestTheLink:
    def test_shows_who_invites_and_until_when(self, vera: Person):
        page = browser_of().get(f"/i/{invited(vera).id}")
        text = page.content.decode()
        assert page.status_code == 200
        assert "Vera invites you" in text
        assert vectors.browser()["people"]["vera"]["certificate"] in text

    def test_looking_changes_nothing(self, vera: Person):
        invitation = invited(vera)
        before = Invitation.objects.values().get()
        for method in ("get", "head", "get"):
            getattr(browser_of(), method)(f"/i/{invitation.id}")
        assert Invitation.objects.values().get() == before

    @pytest.mark.parametrize(
        ("changed", "says"),
        [
            ({"used_at": NOW}, "It was used on"),
            ({"expires_at": NOW}, "It ran out on"),
            ({"revoked_at": NOW}, "took it back"),
        ],
    )
    def test_says_why_it_does_not_work(self, vera: Person, changed: dict[str, Any], says: str):
        invitation = invited(vera)
        Invitation.objects.update(**changed)
        page = browser_of().get(f"/i/{invitation.id}")
        assert (page.status_code, says in page.content.decode()) == (410, True)
        assert "/help" in page.content.decode()

    def test_an_unknown_one_gets_a_page_with_help(self):
        page = browser_of().get(f"/i/{new_id()}")
        assert page.status_code == 404
        assert "no invitation at this address" in page.content.decode()

    def test_stops_when_somebody_is_signed_in(self, vera: Person):
        invitation = invited(vera)
        assert "Somebody is signed in" in browser_of(vera).get(f"/i/{invitation.id}").content.decode()
        refused = post(browser_of(vera), f"/i/{invitation.id}/join", body())
        assert (refused.status_code, refused.json()["code"]) == (409, "signed-in-already")


class TestJoining:
    def test_signs_the_client_in(self, vera: Person):
        browser, invitation = browser_of(), invited(vera)
        answer = post(browser, f"/i/{invitation.id}/join", body())
        assert answer.json()["next"] == "/messages"
        assert browser.get("/keys").json()["handle"] == "alma"

    def test_a_wrong_half_is_answered_like_an_unknown_link(self, vera: Person):
        invitation = invited(vera)
        answers = [
            post(browser_of(), f"/i/{id}/join", body(auth))
            for id, auth in ((invitation.id, OTHER), (new_id(), AUTH))
        ]
        assert answers[0].status_code == answers[1].status_code == 404
        assert answers[0].json() == answers[1].json()

    def test_says_when_it_was_used_in_the_meantime(self, vera: Person):
        invitation = invited(vera)
        post(browser_of(), f"/i/{invitation.id}/join", body())
        late = post(browser_of(), f"/i/{invitation.id}/join", body())
        assert (late.status_code, late.json()["code"]) == (410, "invitation-used")

    @pytest.mark.parametrize(
        "changed",
        [{"zone": "Moon/Base"}, {"auth": "short"}, {"join": "%%"}, {"account": {}}, {"zone": 7}],
        ids=["zone", "auth", "join", "account", "no text"],
    )
    def test_bad_input_uses_nothing_up(self, vera: Person, changed: dict[str, Any]):
        invitation = invited(vera)
        refused = post(browser_of(), f"/i/{invitation.id}/join", body(**changed))
        assert refused.status_code == 422
        invitation.refresh_from_db()
        assert invitations.state_of(invitation, NOW) == "open"

    def test_a_taken_name_is_told_before_the_work(self, vera: Person):
        url = f"/i/{invited(vera).id}/handle"
        assert post(browser_of(), url, {"auth": AUTH, "handle": "alma"}).status_code == 200
        assert post(browser_of(), url, {"auth": AUTH, "handle": "vera"}).json()["code"] == "handle-taken"
        assert post(browser_of(), url, {"auth": OTHER, "handle": "vera"}).status_code == 404


class TestConfirming:
    def test_lists_the_answer_and_takes_the_roster(self, vera: Person):
        relationship = joined(vera)
        (join,) = browser_of(vera).get("/clients/joins").json()["joins"]
        assert join["join"] == vectors.browser()["join"]["data"]
        assert join["certificate"]["fp"] == vectors.device("alma").fingerprint
        assert confirm(vera, relationship).status_code == 200
        assert browser_of(vera).get("/clients/joins").json() == {"joins": []}

    def test_other_therapists_see_and_confirm_nothing(self, vera: Person, otto: Person):
        relationship = joined(vera)
        assert browser_of(otto).get("/clients/joins").json() == {"joins": []}
        for url in ("invite", "revoke", "confirm", "refuse"):
            given = {"auth": OTHER, "roster": "AAAA"}
            assert post(browser_of(otto), f"/clients/{relationship.id}/{url}", given).status_code == 404
        assert browser_of(otto).get(f"/clients/{relationship.id}").status_code == 404

    def test_readers_are_told_to_the_two_only(self, vera: Person, otto: Person):
        relationship = joined(vera)
        confirm(vera, relationship)
        conv = joining.conversation_id(relationship)
        client = Relationship.objects.get(pk=relationship.pk).client
        for reader, name in ((vera, "vera"), (client, "alma")):
            for url in (f"/keys/{conv}", "/keys/mine"):
                told = browser_of(reader).get(url).json()
                assert told["me"]["fp"] == vectors.device(name).fingerprint
                assert {one["role"] for one in told["certificates"]} == {"therapist", "client"}
                assert (len(told["rosters"]), told["state"], told["conv"]) == (1, "active", conv)
        assert browser_of(otto).get(f"/keys/{conv}").status_code == 404
        assert browser_of().get(f"/keys/{conv}", headers={"Accept": "application/json"}).status_code == 401


class TestPages:
    def test_an_empty_list_says_what_to_do(self, vera: Person):
        assert "Make an invitation below" in browser_of(vera).get("/clients").content.decode()

    def test_each_state_has_its_words(self, vera: Person):
        relationship = joined(vera)
        other = invited(vera).relationship
        text = browser_of(vera).get("/clients").content.decode()
        assert "Joined, keys not confirmed" in text
        assert ">Invited<" in text
        assert "2 people" in text
        for one in (relationship, other):
            assert browser_of(vera).get(f"/clients/{one.id}").status_code == 200
        confirm(vera, relationship)
        text = browser_of(vera).get(f"/clients/{relationship.id}").content.decode()
        assert "since Sun 22 Nov 2026" in text
        assert f"/thread/{relationship.id}" in text

    @pytest.mark.parametrize("lang", ["en", "de"])
    def test_every_page_in_every_language(self, vera: Person, lang: str):
        vera.language = lang
        vera.save()
        open_one, used = invited(vera), joined(vera)
        for url in ("/clients", f"/clients/{used.id}", f"/clients/{open_one.relationship_id}"):
            assert browser_of(vera).get(url).status_code == 200
        assert browser_of().get(f"/i/{open_one.id}?lang={lang}").status_code == 200

    def test_a_client_is_not_let_in(self, vera: Person):
        relationship = joined(vera)
        client = Relationship.objects.get(pk=relationship.pk).client
        for url in ("/clients", f"/clients/{relationship.id}", "/clients/joins"):
            assert browser_of(client).get(url).status_code == 404


class TestSessions:
    WHEN = {"date": "2026-11-26", "time": "16:00", "minutes": "50"}

    def test_set_moved_cancelled_in_the_therapists_zone(self, vera: Person):
        relationship, browser = joined(vera), browser_of(vera)
        url = f"/clients/{relationship.id}/sessions"
        assert browser.post(url, self.WHEN).status_code == 303
        session = Session.objects.get()
        assert session.starts_at == datetime(2026, 11, 26, 15, tzinfo=UTC)
        assert session.ends_at - session.starts_at == timedelta(minutes=50)
        assert "Thu 26 Nov, 16:00" in browser.get(f"/clients/{relationship.id}").content.decode()
        browser.post(f"{url}/{session.id}", {**self.WHEN, "time": "17:30"})
        assert Session.objects.get().starts_at == datetime(2026, 11, 26, 16, 30, tzinfo=UTC)
        browser.post(f"{url}/{session.id}/cancel")
        assert Session.objects.get().cancelled_at == NOW

    @pytest.mark.parametrize(
        ("given", "says"),
        [
            ({"date": "2026-02-30"}, "still to come"),
            ({"date": "2026-11-21"}, "still to come"),
            ({"time": "25:00"}, "still to come"),
            ({"minutes": "5"}, "from 10 to 240"),
            ({"minutes": "many"}, "still to come"),
            # The clocks jump from 2:00 to 3:00.
            ({"date": "2027-03-28", "time": "02:30"}, "still to come"),
        ],
    )
    def test_says_what_to_correct_and_keeps_what_was_typed(
        self, vera: Person, given: dict[str, str], says: str
    ):
        relationship = joined(vera)
        page = browser_of(vera).post(f"/clients/{relationship.id}/sessions", {**self.WHEN, **given})
        assert (page.status_code, says in page.content.decode()) == (422, True)
        assert f'value="{given.get("time", "16:00")}"' in page.content.decode()
        assert not Session.objects.exists()

    def test_a_session_of_another_client_is_not_there(self, vera: Person):
        relationship, other = joined(vera), invited(vera).relationship
        browser = browser_of(vera)
        browser.post(f"/clients/{relationship.id}/sessions", self.WHEN)
        foreign = f"/clients/{other.id}/sessions/{Session.objects.get().id}"
        assert browser.post(foreign, self.WHEN).status_code == 404
        assert browser.post(f"{foreign}/cancel").status_code == 404
