"""What a client is told about asking for a call: nothing where it was not agreed, and never more than is true."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from agreement_stage import FRAME
from intersession.people.logins import start_login
from intersession.portal.shown.count_on import call_facts
from intersession.portal.shown.eyes import Eyes
from intersession.rules.terms import Urgent
from intersession.rules.vocabulary import Viewer
from message_stage import build_talk
from rules.samples import terms
from rules.test_urgent import MONDAY, MONDAYS, SUNDAY

OFFERED = (
    FRAME
    + """
[urgent]
offered = true
[urgent.hours]
sun = ["08:00-24:00"]
[[urgent.steps]]
notify = ["therapist"]
by = ["voice"]
wait = "10 minutes"
"""
)


def eyes(now, lang="en"):
    return Eyes(Viewer.CLIENT, lang, "Europe/Berlin", "Europe/Berlin", now, "Vera", "Alma")


@pytest.mark.django_db
@pytest.mark.parametrize(("source", "said"), [(FRAME, False), (OFFERED, True)])
def test_a_client_reads_that_calls_do_not_work_before_relying_on_one(source, said):
    talk = build_talk(source=source)
    browser = Client()
    browser.cookies[settings.LOGIN_COOKIE] = start_login(by=talk.alma, now=talk.now, label="").token
    with time_machine.travel(talk.now, tick=False):
        page = browser.get("/messages").content.decode()
    line = re.search(r"<dt>Asking for a call</dt><dd>([^<]*)<small>([^<]*)</small>", page)
    down = ("Asking for a call does not work right now.", "Help now shows who answers at once.")
    assert (line.groups() if line else None) == (down if said else None)


def test_with_calls_that_work_the_line_says_when_somebody_is_on_duty_again():
    [fact] = call_facts(terms(urgent=MONDAYS), eyes(SUNDAY), service_up=True)
    assert fact.fact == "No one is on call now."
    assert fact.remark == "Next: Mon 23 Nov, 8:00. Help now shows who answers at once."
    [fact] = call_facts(terms(urgent=MONDAYS), eyes(SUNDAY, "de"), service_up=True)
    assert fact.fact == "Gerade hat niemand Rufdienst."


def test_where_no_duty_is_known_the_line_names_no_time():
    [fact] = call_facts(terms(urgent=Urgent(offered=True)), eyes(SUNDAY), service_up=True)
    assert fact.remark == "Help now shows who answers at once."


@pytest.mark.parametrize("now", [MONDAY, MONDAY + timedelta(hours=3)])
def test_there_is_no_line_while_one_can_ask_or_where_it_was_not_agreed(now):
    assert call_facts(terms(urgent=MONDAYS), eyes(now), service_up=True) == []
    assert call_facts(terms(), eyes(now), service_up=False) == []
