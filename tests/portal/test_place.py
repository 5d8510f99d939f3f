"""A client says where they are: what both see at once, which help numbers, and that nothing is refused or guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from agreement_stage import FRAME
from intersession.messaging.models import Message
from intersession.packs import crisis, library
from intersession.packs.crisis import CrisisDataError
from intersession.people.logins import start_login
from intersession.people.models import Person, Relationship, Stay
from intersession.portal.shown.places import grounds, says
from intersession.rules.findings import Answer, found
from intersession.rules.place import PlaceAnswer
from intersession.rules.place import Stay as Kind
from intersession.rules.practising import contact
from intersession.rules.stays import Declared, Where
from intersession.rules.terms import Licence, Therapist
from intersession.texts import LANGUAGES, text
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


def asked(home: str, there: str, profession: str, stay: Kind = Kind.TRAVELLING) -> PlaceAnswer:
    therapist = Therapist("Vera", "Europe/Berlin", ("en",), home, (Licence(home, profession),), ())
    return contact(therapist, Where(there, stay), library.jurisdiction, date(2026, 12, 1))


def test_the_rule_that_restricts_is_shown_beside_the_one_that_does_not():
    shown = [(fact.jurisdiction, fact.key) for fact in grounds(asked("CA-QC", "CA-ON", "psychologist"))]
    assert ("CA-QC", "place-rule") in shown
    assert ("CA-ON", "place-rule") in shown
    assert len(shown) == len(set(shown))


def test_what_is_a_question_is_no_reason_for_a_client(talk):
    answer = asked("DE", "AT", "psychotherapist")
    assert any(each.asks for each in answer.findings)
    assert grounds(answer)
    page = said(browser(talk, talk.alma).get(tell(browser(talk, talk.alma))["Location"]))
    assert text("en", "law-confidence-low") not in page
    assert "Vera will check" in page


@pytest.mark.parametrize("stay", [Kind.TRAVELLING, Kind.MOVED])
@pytest.mark.parametrize("home", ["DE", "CA-QC", "US-NY"])
def test_no_client_reads_a_reason_nobody_relies_on(home, stay):
    therapist = "psychologist"
    for there in library.codes():
        answer = asked(home, there, therapist, stay)
        unsure = [
            each.fact for each in answer.findings if each.fact and (each.asks or not each.fact.is_asserted)
        ]
        relied = [
            each.fact for each in answer.findings if each.fact and not each.asks and each.fact.is_asserted
        ]
        shown = grounds(answer)
        assert all(fact in shown for fact in relied)
        assert not [fact for fact in shown if fact in unsure and fact not in relied]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("until", [None, date(2026, 12, 12)])
def test_an_open_question_beside_the_answer_is_hers_to_check(lang, until):
    stay = Declared("AT", Kind.TRAVELLING, date(2026, 12, 1), until, datetime(2026, 11, 24, tzinfo=UTC))
    answer = PlaceAnswer(Answer.LIMITED, (found("place-not-known", place="AT", regulator="none"),))
    check = {"en": "Vera will check if more is possible", "de": "Vera prüft, ob mehr möglich ist"}[lang]
    assert check in says(stay, answer, "Vera", lang)
    assert check not in says(stay, PlaceAnswer(Answer.LIMITED, ()), "Vera", lang)
