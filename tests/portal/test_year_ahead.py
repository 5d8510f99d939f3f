"""The coming year on the rules page: what is found before publishing, agreements looked at again, nothing while there are errors."""

from __future__ import annotations

import re
from datetime import date

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from agreement_stage import FRAME
from intersession.agreement.models import Agreement
from intersession.people.logins import start_login
from intersession.portal.shown.year import ICONS
from intersession.rules.year import YearKind
from message_stage import build_talk

pytestmark = pytest.mark.django_db
AWAY = "\n[[absences]]\nfrom = 2026-12-21\nuntil = 2027-01-03\n"
IMPATIENT = FRAME.replace('"2 working days"', '"12 hours"')


@pytest.fixture
def talk():
    talk = build_talk()
    with time_machine.travel(talk.now, tick=False):
        yield talk


def checked(talk, source: str, lang: str = "en") -> str:
    client = Client()
    client.cookies[settings.LOGIN_COOKIE] = start_login(by=talk.vera, now=talk.now, label="").token
    answer = client.post(f"/hours?lang={lang}", {"source": source, "do": "check"})
    assert answer.status_code == 200, answer.content[:500]
    return " ".join(answer.content.decode().split())


def test_what_an_unpublished_file_leaves_open_is_said(talk):
    assert "you are away and nobody stands in" not in checked(talk, FRAME)
    page = checked(talk, FRAME + AWAY)
    assert "From Mon 21 Dec 2026 to Sun 3 Jan 2027 you are away and nobody stands in." in page
    german = checked(talk, FRAME + AWAY, "de")
    assert "Das kommende Jahr:" in german
    assert "Von Mo, 21. Dez. 2026 bis So, 3. Jan. 2027 sind Sie nicht da und niemand vertritt Sie." in german


def test_what_comes_again_and_again_is_one_thing_and_all_of_it_is_there(talk):
    page = checked(talk, IMPATIENT + AWAY)
    once = re.search(r"The coming year: (\d+) things to look at", page)
    assert once is not None
    assert int(once[1]) < 8
    assert page.index("Again and again") < page.index("December 2026</h3>")
    assert page.count("would be due before you read again") > 100
    assert " more like it" in page
    assert "Again and again" not in checked(talk, FRAME + AWAY)


def test_agreements_in_force_are_looked_at_again(talk):
    Agreement.objects.update(review_on=date(2027, 2, 1))
    code = Agreement.objects.get().relationship.code
    said = f"On Mon 1 Feb 2027 the agreement with client {code} is due to be looked at again."
    assert said in checked(talk, FRAME)
    Agreement.objects.update(state="withdrawn")
    assert said not in checked(talk, FRAME)


def test_a_file_with_errors_has_no_year(talk):
    page = checked(talk, FRAME.replace('"2 working days"', '"some time"'))
    assert "It appears here when the file has no errors." in page
    assert "things to look at" not in page


def test_every_kind_has_a_picture():
    assert set(ICONS) == set(YearKind)
