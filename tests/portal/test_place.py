"""A client says where they are: what both see at once, which help numbers, and that nothing is refused or guessed."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from agreement_stage import FRAME
from intersession.messaging.models import Message
from intersession.packs import crisis
from intersession.packs.crisis import CrisisDataError
from intersession.people.logins import start_login
from intersession.people.models import Person, Relationship, Stay
from intersession.texts import text
from message_stage import build_talk

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk():
    talk = build_talk()
    Person.objects.filter(pk=talk.alma.pk).update(place="DE", language="en")
    with time_machine.travel(talk.now, tick=False):
        yield talk


def browser(talk, who: Person) -> Client:
    client = Client()
    client.cookies[settings.LOGIN_COOKIE] = start_login(by=who, now=talk.now, label="").token
    return client


def tell(alma: Client, **more):
    given = {"kind": "travelling", "place": "AT", "from": "2026-11-22", "until": "2026-12-12"} | more
    return alma.post("/place", {name: value for name, value in given.items() if value is not None})


def said(answer) -> str:
    return answer.content.decode()


def test_a_trip_is_told_and_both_see_what_it_means_at_once(talk):
    alma, vera = browser(talk, talk.alma), browser(talk, talk.vera)
    answer = tell(alma)
    assert answer.status_code == 303
    page = said(alma.get(answer["Location"]))
    assert "Travelling: Austria, from Sun 22 Nov 2026 until Sat 12 Dec 2026" in page
    assert "nothing is refused" in page
    assert "tel:142" in page
    shown = said(vera.get(f"/clients/{talk.relationship.id}"))
    assert "Travelling: Austria" in shown
    assert "Why does it say this?" in shown
    assert "not legal advice" in shown
    assert "Travelling: Austria" in said(vera.get(f"/thread/{talk.relationship.id}"))
    assert "Travelling: Austria" in said(vera.get("/inbox"))


def test_help_shows_the_numbers_of_the_place_from_the_first_day(talk):
    alma = browser(talk, talk.alma)
    tell(alma, **{"from": "2026-11-24"})
    assert "Germany" in said(alma.get("/help")).split('id="where"')[0]
    assert 'data-place="DE"' in said(alma.get("/place"))
    with time_machine.travel(talk.now + timedelta(days=2), tick=False):
        assert "Austria" in said(alma.get("/help")).split('id="where"')[0]
        assert 'data-place="AT"' in said(alma.get("/place"))


def test_back_again_and_undone(talk):
    alma = browser(talk, talk.alma)
    tell(alma)
    stay = Stay.objects.get()
    answer = alma.post(f"/place/{stay.id}/end")
    page = said(alma.get(answer["Location"]))
    assert "Saved. This counts no more: Travelling: Austria" in page
    assert 'data-place="DE"' in page
    alma.post(f"/place/{stay.id}/resume")
    assert 'data-place="AT"' in said(alma.get("/place"))


def test_a_correction_takes_its_place(talk):
    alma = browser(talk, talk.alma)
    tell(alma, place="CH")
    wrong = Stay.objects.get()
    form = said(alma.get(f"/place?correct={wrong.id}"))
    assert f'name="instead-of" value="{wrong.id}"' in form
    assert '<option value="CH" selected>' in form
    tell(alma, **{"instead-of": wrong.id})
    page = said(alma.get("/place"))
    assert "Travelling: Austria" in page
    assert "Travelling: Switzerland" not in page


def test_a_move_is_told(talk):
    alma = browser(talk, talk.alma)
    page = said(alma.get(tell(alma, kind="moved", place="FR", until=None)["Location"]))
    assert "Moved: France, since Sun 22 Nov 2026" in page
    assert "You can still write" in page


def test_a_part_of_a_country_can_be_named(talk):
    alma = browser(talk, talk.alma)
    page = said(alma.get(tell(alma, place="US-CA")["Location"]))
    assert "United States: California" in page
    assert "/help/us" in page


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"place": "XX"}, "Choose a place from the list."),
        ({"place": "EU"}, "Choose a place from the list."),
        ({"kind": "lost"}, "Choose what it is."),
        ({"from": "tomorrow"}, "Write a day."),
        ({"until": "2026-11-01"}, "Write a day after the first one"),
    ],
)
def test_a_slip_is_named_and_what_was_typed_stays(talk, wrong, words):
    answer = tell(browser(talk, talk.alma), **wrong)
    assert answer.status_code == 422
    assert words in said(answer)
    assert not Stay.objects.exists()


def test_a_letter_from_elsewhere_is_kept_and_says_what_can_be_answered(talk):
    tell(browser(talk, talk.alma), place="FR")
    message = talk.write()
    assert "out-of-area" in message.reasons
    assert message.alert_at is not None
    assert "out-of-area" in [notice["code"] for notice in message.notices]


def test_a_letter_from_home_says_nothing_of_it(talk):
    assert "out-of-area" not in talk.write().reasons


def test_an_approval_in_her_frame_changes_the_answer_at_once(talk):
    here = 'jurisdiction = "US-WA"\nlicences = [{ jurisdiction = "US-WA", profession = "psychologist" }]'
    permit = '\npermits = [{ jurisdiction = "US-CA", kind = "approval" }]'
    Person.objects.filter(pk=talk.alma.pk).update(place="US-WA")
    talk.publish(FRAME.replace('jurisdiction = "DE"', here))
    tell(browser(talk, talk.alma), place="US-CA", **{"from": "2026-11-20"})
    Message.objects.filter(pk=talk.answer(talk.write()).pk).update(received_at=talk.now - timedelta(days=1))
    path, vera = f"/clients/{talk.relationship.id}", browser(talk, talk.vera)
    asked = said(vera.get(path))
    assert text("en", "place-answer-ask") in asked
    assert "short-time work needs approval first" in asked
    assert "Days left: 29." in asked
    talk.publish(FRAME.replace('jurisdiction = "DE"', here + permit))
    allowed = said(vera.get(path))
    assert text("en", "place-answer-allowed") in allowed
    assert "short-time work needs approval first" not in allowed
    assert "Days left: 29." in allowed


def test_a_client_who_lives_elsewhere_is_seen_too(talk):
    vera = browser(talk, talk.vera)
    assert "The client is elsewhere" not in said(vera.get(f"/clients/{talk.relationship.id}"))
    Person.objects.filter(pk=talk.alma.pk).update(place="FR")
    assert "Lives here, as the client told us: France" in said(vera.get(f"/clients/{talk.relationship.id}"))


def test_on_a_trip_the_letters_page_says_what_can_be_answered(talk):
    alma = browser(talk, talk.alma)
    assert "nothing is refused" not in said(alma.get("/messages"))
    tell(alma)
    page = said(alma.get("/messages"))
    assert "nothing is refused" in page
    assert "/help/at" in page


def test_in_german(talk):
    Person.objects.filter(pk=talk.alma.pk).update(language="de")
    alma = browser(talk, talk.alma)
    page = said(alma.get(tell(alma)["Location"]))
    assert "Auf Reisen: Österreich" in page
    assert "Ich bin zurück" in page


def test_broken_help_data_takes_nothing_down(talk, monkeypatch):
    def broken(code):
        raise CrisisDataError("at.yaml: lines")

    monkeypatch.setattr(crisis, "find", broken)
    alma = browser(talk, talk.alma)
    page = said(alma.get(tell(alma)["Location"]))
    assert "We know no help numbers there." in page


def test_a_reader_without_a_therapist_can_say_it_too(talk):
    Relationship.objects.filter(pk=talk.relationship.pk).update(client=talk.vera)
    alma = browser(talk, talk.alma)
    page = said(alma.get(tell(alma)["Location"]))
    assert "Travelling: Austria" in page
    assert "nothing is refused" not in page
