"""The law page of a place whose file has a fault: it opens, and tells the therapist what to mend."""

from __future__ import annotations

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from intersession.packs import library
from intersession.people.logins import start_login
from message_stage import build_talk

OWN = """format: 1
code: DE
facts:
  - key: age-of-majority
    value: {age: eighteen}
    source: {title: A letter, url: "https://chamber.example/", retrieved: "2026-11"}
    checked_on: "2026-11"
    confidence: high
"""


@pytest.fixture
def talk(db, tmp_path, monkeypatch):
    """A talk, and a file of the practice's own with two faults."""
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "de.yaml").write_text(OWN, encoding="utf-8")
    monkeypatch.setenv("INTERSESSION_HOME", str(tmp_path))
    library.clear()
    talk = build_talk()
    with time_machine.travel(talk.now, tick=False):
        yield talk
    library.clear()


def law(talk, who, code="de"):
    client = Client()
    client.cookies[settings.LOGIN_COOKIE] = start_login(by=who, now=talk.now, label="").token
    answer = client.get(f"/law/{code}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_therapist_reads_what_is_wrong_and_the_shipped_facts_stay(talk):
    html = law(talk, talk.vera)
    assert "A file of this place has a fault" in html
    assert "de.yaml:5: facts[1].value.age: “eighteen” does not fit." in html
    assert "needs “reviewed_by”" in html
    assert "What holds now" in html


def test_the_client_and_other_places_do_not(talk):
    assert "A file of this place has a fault" not in law(talk, talk.alma)
    assert "A file of this place has a fault" not in law(talk, talk.vera, "at")
