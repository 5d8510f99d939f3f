"""Canary words: after a whole story nothing of it stands in clear in the database, the logs, the mails or the pages.

Looked for as text, and as base64 and hex of it, because what is stored is often one of these.
"""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client

from agreement_stage import FRAME
from channels.conftest import mail_server
from intersession.clock.duties import deliver_due, fire_timers
from intersession.messaging.models import Message
from intersession.people.logins import start_login
from intersession.people.models import Login, Person
from intersession.people.practices import new_setup_link
from message_stage import MONDAY_9, build_talk
from world import account_payload

pytestmark = pytest.mark.django_db
# What the people write to each other, and what they call each other. It may stand nowhere.
LETTER, CONCERN, REPLY, ANSWER = "Zitronenfalter", "Trauermantel", "Schwalbenschwanz", "Ligusterschwärmer"
CALLED = "Henriette Kleiber"
WORDS = (LETTER, CONCERN, REPLY, ANSWER, CALLED)
# What the server must know of a client: it may stand on their own settings page and in the mail's envelope only.
HANDLE, ADDRESS, OWN_WORDS = "admiral.im.herbst", "perlmutter@falter.example", "Watering day"
LINK_HALF = "c" * 42 + "A"


def spellings(word: str) -> set[bytes]:
    """Return the word as text, and every way it can stand inside base64 or hex."""
    found = set()
    for raw in {
        word.encode(),
        word.casefold().encode(),
        json.dumps(word)[1:-1].encode(),
        word.encode("utf-16-le"),
    }:
        found |= {raw, raw.hex().encode()}
        for shift in range(3):
            # The first and last letters of base64 hold bits of their neighbours too.
            whole = base64.b64encode(bytes(shift) + raw)
            found.add(whole[4 if shift else 0 : -4])
    return found


def found_in(data: bytes, *words: str) -> list[str]:
    """Return which of the words stand in the bytes, in any spelling."""
    return [word for word in words if any(spelling in data for spelling in spellings(word))]


class Story:
    """Everything that can be done, done once, through the doors where there is one."""

    def __init__(self, post) -> None:
        self.post = post
        self.talk = build_talk(signed=False)
        self.browsers: dict[str, Client] = {}
        self.pages: dict[str, bytes] = {}

    def browser(self, person: Person) -> Client:
        """This person's browser, signed in."""
        if person.id not in self.browsers:
            self.browsers[person.id] = Client(raise_request_exception=False)
            token = start_login(by=person, now=self.talk.now, label="").token
            self.browsers[person.id].cookies[django_settings.LOGIN_COOKIE] = token
        return self.browsers[person.id]

    def ask(self, browser: Client, path: str, body: object = None, *, form: bool = False, status: int = 200):
        """Post JSON or a form at the story's time, or look at a page and keep it."""
        more = {} if form else {"content_type": "application/json"}
        with time_machine.travel(self.talk.now, tick=False):
            answer = browser.get(path) if body is None else browser.post(path, body, **more)
        assert answer.status_code == status, (path, answer.content[:300])
        if body is None:
            self.pages[path] = answer.content
        return answer

    def agreement(self) -> None:
        """A concern, its reply, and two signatures."""
        talk, stage = self.talk, self.talk.stage
        offered = stage.offer()
        words = stage.words(stage.alma_device, f"{CONCERN}, {CALLED}", "concern-a5", offered.id)
        body = {"id": words.id, "roster_seq": 1, "body": base64.b64encode(words.body).decode()}
        about = {"agreement": offered.id, "edition": 1, "clause": "A5", "stance": "question", "words": body}
        self.ask(self.browser(talk.alma), "/agreement/answer", about)
        stage.reply(offered, "A5", "keep", REPLY)
        stage.answer(offered, "A5")
        talk.agreement = stage.agree_to_all(offered).id
        stage.sign(offered, talk.alma)
        stage.sign(offered, talk.vera)

    def letters(self) -> None:
        """A letter on Sunday night by the door; on Monday it is read and answered. One that the server refuses."""
        talk, alma = self.talk, self.browser(self.talk.alma)
        sealed = talk.seal(talk.alma, f"{LETTER} and {CALLED}", kind="question")
        body = {"id": sealed.id, "kind": "question", "roster_seq": 1, "agreement": talk.agreement}
        body["body"] = base64.b64encode(sealed.body).decode()
        path = f"/conversations/{talk.conv}/messages"
        self.ask(alma, path, {**body, "roster_seq": 9}, status=409)
        self.ask(alma, path, body)
        fire_timers(MONDAY_9)
        talk.now = MONDAY_9 + timedelta(minutes=5)
        message = Message.objects.get(pk=sealed.id)
        talk.read(message)
        talk.answer(message, ANSWER)

    def invitation(self) -> Client:
        """Somebody joins by a link, mistypes the passphrase, and sets up how to be told."""
        vera = self.browser(self.talk.vera)
        made = self.ask(vera, "/clients/invite", {"auth": LINK_HALF}).json()
        joined = Client(raise_request_exception=False)
        self.ask(joined, f"/i/{made['invitation']}")
        account = {**account_payload("ben"), "handle": HANDLE}
        body = {"auth": LINK_HALF, "handle": HANDLE}
        self.ask(joined, f"/i/{made['invitation']}/handle", body)
        join = base64.b64encode(b"\x00" * 600).decode()
        body = {
            "auth": LINK_HALF,
            "account": account,
            "join": join,
            "zone": "Europe/Berlin",
            "language": "de",
            "own_device": True,
        }
        self.ask(joined, f"/i/{made['invitation']}/join", body)
        guess = {"handle": HANDLE, "auth": "x" * 43, "next": "/"}
        self.ask(Client(), "/sign-in/enter", guess, status=401)
        self.ask(Client(), "/sign-in/salt", {"handle": HANDLE})
        return joined

    def settings(self, browser: Client) -> None:
        """An address for notices, and words of one's own."""
        self.ask(browser, "/settings/ways", {"address": ADDRESS}, form=True, status=303)
        self.ask(browser, "/settings/ways", {"address": f"{ADDRESS}, {ADDRESS}"}, form=True, status=422)
        self.ask(browser, "/settings/notices", {"wording": "own", "words": OWN_WORDS}, form=True, status=303)

    def look_around(self, joined: Client) -> None:
        """Open every page."""
        talk, rel = self.talk, self.talk.relationship.id
        for path in ("/messages", "/for-session", "/agreement", "/agreement/print", f"/sync/{talk.conv}"):
            self.ask(self.browser(talk.alma), path)
        for path in (
            "/inbox",
            "/clients",
            f"/clients/{rel}",
            f"/thread/{rel}",
            "/agreements",
            f"/agreements/{rel}",
        ):
            self.ask(self.browser(talk.vera), path)
        self.ask(self.browser(talk.vera), "/clients/joins")
        self.ask(joined, "/settings")


@pytest.fixture
def story(tmp_path, settings, caplog) -> Iterator[Story]:
    """The story, told; the log as talkative as it can be."""
    caplog.set_level(logging.DEBUG)
    with mail_server(tmp_path / "mail.jsonl") as post:
        settings.SMTP_URL, settings.MAIL_FROM = post.url, "notice@notes.example"
        told = Story(post)
        told.agreement()
        joined = told.invitation()
        told.settings(joined)
        person = Person.objects.get(pk=account_payload("ben")["id"])
        # The same address for Alma: she is the one who is written to.
        told.ask(told.browser(told.talk.alma), "/settings/ways", {"address": ADDRESS}, form=True, status=303)
        told.letters()
        told.look_around(joined)
        assert deliver_due(told.talk.now + timedelta(minutes=1)) > 0
        assert person.ways.count() == 1
        yield told


def every_table() -> Iterator[tuple[str, bytes]]:
    """Return every row of every table as bytes."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                cells = [bytes(c) if isinstance(c, bytes | memoryview) else str(c).encode() for c in row]
                yield table, b"\n".join(cells)


def test_the_database_holds_no_word_no_name_no_handle_and_no_address(story):
    rows = list(every_table())
    assert len(rows) > 50
    found = [
        (table, word) for table, row in rows for word in found_in(row, *WORDS, HANDLE, ADDRESS, LINK_HALF)
    ]
    assert found == []


def test_the_log_holds_none_of_it_and_no_link(story, caplog):
    link = new_setup_link(practice=story.talk.vera.practice, now=story.talk.now)
    story.ask(Client(raise_request_exception=False), f"/setup/{link}/finish", {}, status=422)
    assert caplog.records
    logged = "\n".join(caplog.handler.format(record) for record in caplog.records).encode()
    tokens = [browser.cookies[django_settings.LOGIN_COOKIE].value for browser in story.browsers.values()]
    ids = [story.talk.alma.id, story.talk.conv, *Message.objects.values_list("id", flat=True)]
    secrets = [*WORDS, HANDLE, ADDRESS, OWN_WORDS, LINK_HALF, link, *tokens]
    assert found_in(logged, *secrets, *ids) == []


def test_the_mails_hold_the_line_and_the_address_and_nothing_else(story):
    mails = b"\n".join(story.post.raw)
    assert ADDRESS.encode() in mails
    ids = [story.talk.alma.id, story.talk.conv, *Login.objects.values_list("id", flat=True)]
    assert found_in(mails, *WORDS, HANDLE, "Lindqvist", "Practice", *ids) == []


def test_no_page_holds_a_word_and_only_the_own_settings_the_name_and_address(story):
    assert len(story.pages) > 12
    found = [(path, word) for path, page in story.pages.items() for word in found_in(page, *WORDS, LINK_HALF)]
    assert found == []
    holding = {path for path, page in story.pages.items() if found_in(page, HANDLE, ADDRESS)}
    assert holding == {"/settings"}


def test_the_search_finds_what_is_there():
    """The search itself: a word that stands inside base64, hex or JSON at any place is found."""
    for word in WORDS:
        for before in range(4):
            data = b"x" * before + word.encode() + b"yz"
            for hidden in (
                data,
                base64.b64encode(data),
                data.hex().encode(),
                json.dumps(data.decode()).encode(),
            ):
                assert found_in(hidden, word) == [word]
    assert found_in(FRAME.encode(), *WORDS) == []
