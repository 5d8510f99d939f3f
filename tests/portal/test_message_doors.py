"""The JSON doors of messages: each answers with one clear sentence, the right status, nothing lost, nothing leaked."""

from __future__ import annotations

import base64
import json
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from ulid import ULID

from intersession.agreement.actions import withdraw
from intersession.messaging import reads
from intersession.messaging.actions import MAX_BODY
from intersession.messaging.models import Conversation, Message, Statement
from intersession.messaging.reads import MOST_SYNC
from intersession.people.logins import start_login
from intersession.people.models import Person, Practice, Relationship, RelationshipState, Role
from message_stage import MONDAY_9, build_talk

pytestmark = pytest.mark.django_db


class Doors:
    """One person's browser."""

    def __init__(self, talk, who):
        self.talk, self.who = talk, who
        self.browser = Client(headers={"accept": "application/json"})
        self.browser.cookies[settings.LOGIN_COOKIE] = start_login(by=who, now=talk.now, label="").token

    def call(self, method, path, body=None):
        """Ask at the stage's time; the answer with its parsed JSON."""
        more = {"data": json.dumps(body), "content_type": "application/json"} if body is not None else {}
        with time_machine.travel(self.talk.now, tick=False):
            answer = getattr(self.browser, method)(path, **more)
        return answer.status_code, answer.json()

    def send(self, sealed, kind="question", **more):
        """Post what was sealed."""
        body = {
            "id": sealed.id,
            "kind": kind,
            "body": base64.b64encode(sealed.body).decode(),
            "roster_seq": 1,
            "agreement": self.talk.agreement,
            "reply_to": sealed.inner.reply_to,
            "supersedes": sealed.inner.supersedes,
        }
        return self.call("post", f"/conversations/{self.talk.conv}/messages", {**body, **more})

    def open(self, message, **body):
        """Ask for an envelope."""
        return self.call("post", f"/conversations/{self.talk.conv}/messages/{message}/open", body)

    def state(self, data):
        """Post a signed statement."""
        body = {"data": base64.b64encode(data).decode()}
        return self.call("post", f"/conversations/{self.talk.conv}/statements", body)

    def sync(self, query=""):
        """Ask what is new."""
        return self.call("get", f"/sync/{self.talk.conv}{query}")


@pytest.fixture
def talk():
    return build_talk()


@pytest.fixture
def alma(talk):
    return Doors(talk, talk.alma)


@pytest.fixture
def vera(talk):
    return Doors(talk, talk.vera)


def test_sending_answers_with_the_state_in_words(talk, alma):
    sealed = talk.seal(talk.alma)
    status, answer = alma.send(sealed)
    assert status == 200
    assert answer["sha256"] == sealed.sha256
    letter = answer["letter"]
    assert letter["state"]["text"].startswith("Waiting quietly until Mon 9:00. Answer due by Tue 12:30.")
    assert letter["notices"][0]["text"].startswith("Automatic note. Your message is saved.")
    assert "2026-" not in letter["notices"][0]["text"]
    assert (letter["mine"], letter["waiting"], letter["can_change"], letter["kind"]) == (
        True,
        True,
        True,
        "question",
    )
    assert letter["author_fp"] == talk.alma_device.fingerprint


def test_a_lost_answer_costs_nothing(talk, alma):
    sealed = talk.seal(talk.alma)
    first, again = alma.send(sealed), alma.send(sealed)
    assert (first[1]["replayed"], again[1]["replayed"]) == (False, True)
    assert first[1]["seq"] == again[1]["seq"]
    assert Message.objects.count() == 1


def test_an_old_agreement_is_answered_with_the_new_one(talk, alma):
    sealed = talk.seal(talk.alma)
    status, problem = alma.send(sealed, agreement=str(ULID()))
    assert (status, problem["code"], problem["values"]["agreement"]) == (
        409,
        "agreement-changed",
        talk.agreement,
    )
    assert "kept" in problem["detail"]
    assert alma.send(sealed, agreement=problem["values"]["agreement"])[0] == 200


def test_an_old_roster_is_answered_with_the_new_number(talk, alma):
    status, problem = alma.send(talk.seal(talk.alma), roster_seq=0)
    assert (status, problem["code"], problem["values"]["roster_seq"]) == (409, "roster-changed", 1)


def test_one_byte_over_the_limit_says_so_and_the_limit_itself_is_an_envelopes_matter(talk, alma):
    for size, status in ((MAX_BODY + 1, 413), (MAX_BODY, 422)):
        got, problem = alma.send(talk.seal(talk.alma), body=base64.b64encode(bytes(size)).decode())
        assert got == status
        assert problem["detail"]
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"body": "not base64 !"}, 422),
        ({"body": None}, 422),
        ({"id": 7}, 422),
        ({"id": "x" * 26}, 422),
        ({"kind": "answer"}, 422),
        ({"roster_seq": "1"}, 422),
        ({"roster_seq": True}, 422),
        ({"also": "all"}, 422),
        ({"also": ["\x00"]}, 422),
        ({"reply_to": "\x00" * 26}, 422),
        ({"reply_to": "01M82K97C0EXPXV4EAXXEA3EM0"}, 404),
        ({"supersedes": "01M82K97C0EXPXV4EAXXEA3EM0"}, 404),
    ],
)
def test_bad_fields_are_one_sentence_and_store_nothing(talk, alma, change, status):
    got, problem = alma.send(talk.seal(talk.alma), **change)
    assert (got, bool(problem["detail"])) == (status, True)
    assert not Message.objects.exists()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b"null"])
def test_what_is_no_json_object_is_refused(talk, alma, body):
    path = f"/conversations/{talk.conv}/messages"
    with time_machine.travel(talk.now, tick=False):
        answer = alma.browser.post(path, data=body, content_type="application/json")
    assert answer.status_code == 422


def test_a_stranger_finds_nothing_at_any_door(talk, alma):
    alma.send(talk.seal(talk.alma))
    [sent] = Message.objects.all()
    for stranger in strangers(talk):
        doors = Doors(talk, stranger)
        kind = "question" if stranger.is_client else "note"
        answers = [
            doors.send(talk.seal(talk.alma), kind),
            doors.open(sent.id, on_purpose=True),
            doors.state(talk.statement(talk.alma, "withdraw", sent)),
            doors.sync(),
        ]
        assert [status for status, _ in answers] == [404] * 4
        assert {problem["code"] for _, problem in answers} == {"not-found"}


def strangers(talk):
    """A client and a therapist of the same practice, and one of another."""
    other = Practice.objects.create(name="Other", created_at=talk.now)
    about = {"handle_sealed": "-", "auth_hash": "-", "kdf": {}, "created_at": talk.now}
    for practice, role in (
        (talk.vera.practice, Role.CLIENT),
        (talk.vera.practice, Role.THERAPIST),
        (other, Role.THERAPIST),
    ):
        yield Person.objects.create(practice=practice, role=role, handle_hash=f"{practice.id}{role}", **about)


def test_nobody_signed_in_is_told_that_the_text_is_still_there(talk):
    answer = Client().post(f"/conversations/{talk.conv}/messages", data="{}", content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (401, "not-signed-in")


def test_she_opens_states_it_and_both_read_the_same_truth(talk, alma, vera):
    sealed = talk.seal(talk.alma)
    alma.send(sealed)
    status, waits = vera.open(sealed.id)
    assert (status, waits["code"]) == (409, "still-waiting")
    assert "Mon 23 Nov, 9:00" in waits["detail"]
    talk.now = MONDAY_9 + timedelta(minutes=12)
    status, opened = vera.open(sealed.id)
    assert base64.b64decode(opened["letter"]["body"]) == sealed.body
    [sent] = Message.objects.all()
    status, stated = vera.state(talk.statement(talk.vera, "ack", sent))
    assert (status, stated["states"][sent.id]["text"]) == (200, "You opened it Mon 9:12. Due Tue 12:30.")
    status, found = alma.sync("?after=1")
    assert found["messages"] == []
    assert found["states"][sent.id]["text"] == "Opened Mon 9:12. Answer due by Tue 12:30."
    assert [row["kind"] for row in found["statements"]] == ["ack"]


def test_her_page_is_told_what_to_take_away(talk, alma, vera):
    sealed = talk.seal(talk.alma)
    alma.send(sealed)
    [sent] = Message.objects.all()
    assert vera.sync()[1]["messages"][0]["body"] is None
    _, stated = alma.state(talk.statement(talk.alma, "withdraw", sent))
    assert stated["states"][sent.id]["text"] == "Taken back Sun 22:41. It was not opened."
    found = vera.sync()[1]
    assert (found["messages"], found["gone"]) == ([], [sent.id])


def test_sync_brings_everything_a_device_needs(talk, alma):
    alma.send(talk.seal(talk.alma))
    status, found = alma.sync()
    assert status == 200
    assert (found["seq"], found["roster_seq"], found["agreement"]) == (1, 1, talk.agreement)
    assert [row["seq"] for row in found["rosters"]] == [1]
    assert {row["fingerprint"] for row in found["certificates"]} == {
        talk.vera_device.fingerprint,
        talk.alma_device.fingerprint,
    }
    assert found["composer"] == {"open": True, "code": "", "text": ""}
    assert found["guide"]["sent_in_window"] == 1
    assert alma.sync("?after=1&rosters=1")[1]["rosters"] == []


def pages(doors):
    """Ask until there is no more, as a device does."""
    found, after = [], 0
    while not found or found[-1]["more"]:
        found.append(doors.sync(f"?after={after}")[1])
        assert found[-1]["seq"] > after, "the next question would be the same"
        after = found[-1]["seq"]
    return found


def store_statements(talk, numbers):
    """Store statements under these numbers; a sync passes them on without looking inside."""
    about = {"conversation_id": talk.conv, "author": talk.alma, "kind": "ack", "created_at": talk.now}
    Statement.objects.bulk_create(
        Statement(practice=talk.vera.practice, data=b"signed", sha256=f"{number:064}", seq=number, **about)
        for number in numbers
    )


def test_no_statement_is_lost_however_many_there_are(talk, alma):
    sent = [talk.write(f"Message {number}") for number in range(3)]
    last = MOST_SYNC * 2 + 100
    Message.objects.filter(pk=sent[1].id).update(seq=MOST_SYNC + 50)
    Message.objects.filter(pk=sent[2].id).update(seq=last)
    Conversation.objects.filter(pk=talk.conv).update(seq=last)
    numbers = sorted({*range(2, last)} - {MOST_SYNC + 50})
    store_statements(talk, numbers)
    found = pages(alma)
    assert [row["seq"] for page in found for row in page["statements"]] == numbers
    assert [row["id"] for page in found for row in page["messages"]] == [message.id for message in sent]
    assert [page["more"] for page in found] == [True, True, False]
    assert found[-1]["seq"] == last


def test_no_message_is_lost_behind_many_others(talk, alma, monkeypatch):
    monkeypatch.setattr(reads, "MOST_SYNC", 2)
    sent = [talk.write(f"Message {number}") for number in range(5)]
    store_statements(talk, [6])
    Conversation.objects.filter(pk=talk.conv).update(seq=6)
    found = pages(alma)
    assert [row["id"] for page in found for row in page["messages"]] == [message.id for message in sent]
    assert [len(page["statements"]) for page in found] == [0, 0, 1]


def test_what_is_stored_while_a_sync_reads_comes_with_the_next_one(talk, alma):
    """Its number is over the conversation's as the sync found it: taking it would jump over what came between."""
    talk.write("First")
    store_statements(talk, [3])
    found = alma.sync()[1]
    assert (found["seq"], found["statements"], found["more"]) == (1, [], False)
    Conversation.objects.filter(pk=talk.conv).update(seq=3)
    assert [row["seq"] for row in alma.sync("?after=1")[1]["statements"]] == [3]


@pytest.mark.parametrize("query", ["?after=-1", "?after=x", "?after=" + "9" * 40, "?rosters=1.5", "?after=١"])
def test_a_number_that_is_none_is_refused(alma, query):
    assert alma.sync(query)[0] == 422


def end(talk):
    """End the work together, as it stands in the database."""
    Relationship.objects.filter(pk=talk.relationship.pk).update(state=RelationshipState.ENDED)


def stop(talk):
    """Withdraw the consent to contact between sessions."""
    withdraw(by=talk.alma, relationship=talk.relationship, now=talk.now)


@pytest.mark.parametrize(("over", "code"), [(stop, "consent-withdrawn"), (end, "relationship-ended")])
def test_when_it_is_over_reading_and_help_stay_and_writing_says_why_not(talk, alma, over, code):
    """What the README says of the one case in which nothing more can be written."""
    alma.send(talk.seal(talk.alma))
    over(talk)
    status, problem = alma.send(talk.seal(talk.alma))
    assert (status, problem["code"]) == (403, code)
    found = alma.sync()[1]
    assert (len(found["messages"]), found["composer"]["open"]) == (1, False)
    with time_machine.travel(talk.now, tick=False):
        page = alma.browser.get("/messages").content.decode()
        assert alma.browser.get("/help/de").status_code == 200
    assert found["messages"][0]["id"] in page
    assert 'data-module="compose"' not in page
    assert 'name="text"' not in page


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_another_method_is_not_taken(talk, alma, method):
    assert getattr(alma.browser, method)(f"/conversations/{talk.conv}/messages").status_code == 405


def test_a_database_that_stays_locked_is_said_and_may_be_tried_again(talk, alma, monkeypatch):
    from django.db import OperationalError

    from intersession.portal import messages

    def locked(**_):
        raise OperationalError("database is locked")

    sealed = talk.seal(talk.alma)
    with monkeypatch.context() as patch:
        patch.setattr(messages, "submit_message", locked)
        status, problem = alma.send(sealed)
    assert (status, problem["code"]) == (503, "busy")
    assert "Your text is kept" in problem["detail"]
    assert alma.send(sealed)[0] == 200
