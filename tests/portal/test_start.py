"""The first page of each reader exists for them, and shows no way to a page that is not theirs."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client

from intersession.outbox.wording import line_for
from intersession.people.logins import start_login
from intersession.texts import text
from world import SUNDAY, make_world

pytestmark = pytest.mark.django_db
FIRST = {"alma": "/messages", "vera": "/inbox", "otto": "/settings", "mara": "/settings"}


@pytest.fixture(autouse=True)
def sunday():
    with time_machine.travel(SUNDAY, tick=False):
        yield


@pytest.fixture
def world():
    return make_world()


def browser(person, settings) -> Client:
    client = Client()
    client.cookies[settings.LOGIN_COOKIE] = start_login(by=person, now=SUNDAY, label="").token
    return client


@pytest.mark.parametrize(("name", "address"), FIRST.items())
def test_the_start_page_leads_to_a_page_the_reader_may_open(world, settings, name, address):
    answer = browser(world[name], settings).get("/", follow=True)
    assert answer.redirect_chain == [(address, 302)]
    assert answer.status_code == 200


@pytest.mark.parametrize("name", FIRST)
def test_the_settings_link_only_to_pages_that_open(world, settings, name):
    client = browser(world[name], settings)
    page = client.get("/settings").content.decode()
    ours = {part.split('"')[0] for part in page.split('href="/')[1:]} - {""}
    shown = {"/" + each for each in ours if not each.startswith("static/")}
    assert "/help" in shown
    assert {each: client.get(each).status_code for each in shown if client.get(each).status_code != 200} == {}


@pytest.mark.parametrize("name", FIRST)
def test_every_reader_has_the_lock_on_the_settings(world, settings, name):
    assert 'data-module="lock"' in browser(world[name], settings).get("/settings").content.decode()


@pytest.mark.parametrize("name", FIRST)
def test_the_settings_show_the_line_a_notice_really_says(world, settings, name):
    page = browser(world[name], settings).get("/settings").content.decode()
    line = line_for(world[name], "new-to-you")
    others = {text("en", "notice-new"), text("en", "notice-neutral")} - {line}
    assert line in page
    assert not any(other in page for other in others)
