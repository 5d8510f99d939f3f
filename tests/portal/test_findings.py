"""What the law says, where it matters: while rules are edited, before an offer and a signature, beside a clause, in the inbox."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from agreement_stage import FRAME
from intersession.messaging.places import Told, declare_stay
from intersession.people.logins import start_login
from intersession.people.models import Person
from message_stage import build_talk

pytestmark = pytest.mark.django_db
LICENCE = (
    'jurisdiction = "DE"\nlicences = [{ jurisdiction = "DE", profession = "psychotherapist", until = %s }]'
)


@pytest.fixture
def talk():
    talk = build_talk(signed=False)
    with time_machine.travel(talk.now, tick=False):
        yield talk


def read(talk, who: Person, path: str, lang: str = "en", **posted: str) -> str:
    client = Client()
    client.cookies[settings.LOGIN_COOKIE] = start_login(by=who, now=talk.now, label="").token
    path = f"{path}?lang={lang}"
    answer = client.post(path, posted) if posted else client.get(path)
    assert answer.status_code == 200, answer.content[:500]
    return " ".join(answer.content.decode().split())


def test_rules_are_held_against_the_law_while_they_are_written(talk):
    source = FRAME.replace('jurisdiction = "DE"', LICENCE % "2028-01-31")
    page = read(talk, talk.vera, "/hours", source=source, do="check")
    law = page.split('id="policy-law"')[1].split('id="moment')[0]
    assert "Germany: messages may add to live sessions, not take their place." in law
    assert "Germany: plain e-mail may be used only after you warned the client" in law
    assert "care at a distance needs the client&#x27;s consent" in law
    assert "in which form consent to therapy is given" in law
    assert "the law says you must act in some cases" in law
    assert "If a therapy ended today" in law
    assert law.count("Why does it say this?") >= 5
    assert 'rel="noreferrer noopener nofollow"' in law
    assert 'href="/law/de"' in law
    assert "What to do:" in law


def test_another_place_says_other_things_at_once(talk):
    source = FRAME.replace('jurisdiction = "DE"', 'jurisdiction = "US-CA"')
    law = read(talk, talk.vera, "/hours", source=source, do="check").split('id="policy-law"')[1]
    assert "California" in law
    assert 'href="/law/us-ca"' in law


def test_a_file_with_faults_says_nothing_of_the_law(talk):
    page = read(talk, talk.vera, "/hours", source="frame = 1", do="check")
    assert "What the law says" not in page


def test_a_licence_that_ends_is_in_the_inbox_and_beside_the_rules(talk):
    talk.publish(FRAME.replace('jurisdiction = "DE"', LICENCE % "2026-12-10"))
    inbox = read(talk, talk.vera, "/inbox")
    assert "Germany: your licence as psychotherapist ends on Thu 10 Dec 2026. That is in 18 days." in inbox
    assert "your licence ends on Thu 10 Dec 2026" in read(talk, talk.vera, "/hours")
    with time_machine.travel(talk.now + timedelta(days=30), tick=False):
        talk.now += timedelta(days=30)
        assert "ended on Thu 10 Dec 2026." in read(talk, talk.vera, "/inbox")


def test_a_permit_that_ends_is_in_the_inbox_too(talk):
    rows = (
        '{ jurisdiction = "US-CA", kind = "approval", until = 2026-12-10 }',
        '{ kind = "compact", compact = "psypact", until = 2026-11-20 }',
    )
    talk.publish(
        FRAME.replace('jurisdiction = "DE"', f'jurisdiction = "DE"\npermits = [{", ".join(rows)}]', 1)
    )
    inbox = read(talk, talk.vera, "/inbox")
    assert "California: your approval ends on Thu 10 Dec 2026. That is in 18 days." in inbox
    assert (
        "PSYPACT: the authority for telepsychology (APIT), with an E.Passport ended on Fri 20 Nov 2026."
        in inbox
    )
    assert ": Ihre Zusage endet am" in read(talk, talk.vera, "/inbox", lang="de")


def test_before_an_offer_and_a_signature_she_reads_it_too(talk):
    declare_stay(by=talk.alma, now=talk.now, told=Told("travelling", "AT", talk.now.date()))
    page = read(talk, talk.vera, f"/agreements/{talk.relationship.id}")
    assert "What the law says" in page
    assert "Travelling: Austria" in page


def test_a_clause_the_law_asks_for_says_so_to_both_with_its_source(talk):
    talk.offer()
    for who, lang, words in (
        (talk.alma, "en", "The law of Germany asks for this."),
        (talk.alma, "de", "Das Recht von Deutschland"),
    ):
        page = read(talk, who, "/agreement", lang)
        assert words in page
        assert "mit-sicherheit-gut-behandelt.de" in page
    page = read(talk, talk.vera, f"/agreements/{talk.relationship.id}")
    assert "The law of Germany asks for this." in page


def test_an_agreement_in_force_says_so_too():
    signed = build_talk()
    with time_machine.travel(signed.now, tick=False):
        for who, path in (
            (signed.alma, "/agreement"),
            (signed.vera, f"/agreements/{signed.relationship.id}"),
        ):
            text = read(signed, who, path).split('id="plain-text"')[1]
            assert 'id="plain-law-A13"' in text
            assert "The law of Germany asks for this." in text
            assert "Why does it say this?" in text
