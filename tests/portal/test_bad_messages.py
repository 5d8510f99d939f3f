"""Messages no device of ours would send, at the doors and in both languages: one sentence, the right status, nothing stored, nothing leaked."""

from __future__ import annotations

import base64
import json

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from ulid import ULID

from intersession.device.device import Device
from intersession.keys.envelope import read_certificate
from intersession.keys.models import Roster
from intersession.keys.rosters import facts_of
from intersession.messaging.actions import MAX_BODY
from intersession.messaging.models import Message
from intersession.people.logins import start_login
from intersession.texts import text
from message_stage import build_talk

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "de"]


@pytest.fixture
def talk():
    return build_talk()


@pytest.fixture(params=LANGUAGES)
def send(request, talk):
    """Post as Alma, reading in this language: `send(sealed, ...)` gives (status, answer)."""
    lang = request.param
    type(talk.alma).objects.filter(pk=talk.alma.pk).update(language=lang)
    browser = Client(headers={"accept": "application/json"}, raise_request_exception=False)
    browser.cookies[settings.LOGIN_COOKIE] = start_login(by=talk.alma, now=talk.now, label="").token

    def post(sealed, conv: str = "", **change):
        body = {
            "id": sealed.id,
            "kind": "question",
            "body": base64.b64encode(sealed.body).decode(),
            "roster_seq": 1,
            "agreement": talk.agreement,
        }
        path = f"/conversations/{conv or talk.conv}/messages"
        with time_machine.travel(talk.now, tick=False):
            answer = browser.post(path, json.dumps({**body, **change}), content_type="application/json")
        return answer.status_code, answer.json()

    post.lang = lang
    return post


def sealed_to(talk, *certificates: bytes):
    """Seal as Alma's device, but to the keys of these certificates, whatever the roster says."""
    from intersession.device import device

    facts = facts_of(Roster.objects.get(conv=talk.conv))
    with pytest.MonkeyPatch.context() as patch:
        readers = [
            (read_certificate(each).fingerprint, device.Cert.from_bytes(each)) for each in certificates
        ]
        patch.setattr(device, "_readers", lambda *_: readers)
        return talk.alma_device.seal("Hello", facts, certificates, now=talk.tick(), kind="question")


def said(send, code: str, **values: object) -> str:
    """The whole sentence of an error in the reader's language."""
    return text(send.lang, f"error-{code}", **values)


def test_a_reader_left_out_or_added_is_told_and_not_stored(talk, send):
    own, hers, stranger = talk.alma_device.certificate, talk.vera_device.certificate, Device.new().certificate
    for readers in ((own,), (hers,), (own, hers, stranger), (stranger,)):
        status, problem = send(sealed_to(talk, *readers))
        assert status == 422
        assert problem["detail"] == said(send, problem["code"], **problem["values"])
        assert problem["detail"] != said(send, "failed")
    assert not Message.objects.exists()


def test_one_byte_over_the_limit(talk, send):
    status, problem = send(talk.seal(talk.alma), body=base64.b64encode(bytes(MAX_BODY + 1)).decode())
    assert (status, problem["detail"]) == (413, said(send, "too-large", limit=MAX_BODY))


def test_a_superseded_agreement_and_a_foreign_conversation(talk, send):
    sealed = talk.seal(talk.alma)
    status, problem = send(sealed, agreement=str(ULID()))
    assert (status, problem["detail"]) == (409, said(send, "agreement-changed"))
    status, problem = send(sealed, conv=str(ULID()))
    assert (status, problem["detail"]) == (404, said(send, "not-found"))
    assert problem["values"] == {}
    assert not Message.objects.exists()


def test_other_bytes_under_a_used_id(talk, send):
    first, second = talk.seal(talk.alma), talk.seal(talk.alma)
    assert send(first)[0] == 200
    status, problem = send(second, id=first.id)
    assert (status, problem["detail"]) == (409, said(send, "message-id-taken"))
    assert Message.objects.get().body_sha256 == first.sha256


def test_sent_out_of_order_all_arrive_once_and_are_numbered_as_they_came(talk, send):
    written = [talk.seal(talk.alma, f"Letter {number}") for number in range(3)]
    order = [written[2], written[0], written[2], written[1], written[0]]
    answers = [send(sealed) for sealed in order]
    assert [status for status, _ in answers] == [200] * 5
    assert [answer["seq"] for _, answer in answers] == [1, 2, 1, 3, 2]
    assert [answer["replayed"] for _, answer in answers] == [False, False, True, False, True]
    stored = list(Message.objects.order_by("seq").values_list("id", flat=True))
    assert stored == [written[2].id, written[0].id, written[1].id]


def test_a_log_in_that_ended_while_writing(talk, send):
    from intersession.people.models import Login

    sealed = talk.seal(talk.alma)
    Login.objects.update(ended_at=talk.now)
    status, problem = send(sealed)
    # Nobody is signed in: the language is the browser's own choice.
    assert (status, problem["detail"]) == (401, text("en", "error-not-signed-in"))
    assert not Message.objects.exists()
