"""What the message pages say, to whom, in both languages: true states, due order, the closed drawer, no text at all."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from intersession.messaging.models import Message
from intersession.people.logins import start_login
from intersession.people.models import Person, Relationship, Session
from intersession.policy.models import PolicyVersion
from message_stage import MONDAY_9, Talk, build_talk

pytestmark = pytest.mark.django_db
THURSDAY_4 = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)
SECRET = "My sister is coming for Christmas"


@pytest.fixture
def talk() -> Talk:
    return build_talk()


def read(talk: Talk, who: Person, path: str, *, now: datetime | None = None, lang: str = "") -> str:
    """The page as this person reads it at the stage's time."""
    now = now or talk.now
    started = start_login(by=who, now=now, label="")
    browser = Client()
    browser.cookies[settings.LOGIN_COOKIE] = started.token
    with time_machine.travel(now, tick=False):
        answer = browser.get(path, {"lang": lang} if lang else {})
    assert answer.status_code == 200, answer.content[:300]
    return " ".join(answer.content.decode().split())


def thread_path(talk: Talk) -> str:
    return f"/thread/{talk.relationship.id}"


def set_session(talk: Talk, at: datetime = THURSDAY_4) -> Session:
    about = {"practice_id": talk.alma.practice_id, "relationship": talk.relationship, "created_at": talk.now}
    return Session.objects.create(starts_at=at, ends_at=at + timedelta(minutes=50), **about)


@pytest.mark.parametrize("lang", ["en", "de"])
def test_an_empty_conversation_says_that_one_can_write_at_any_hour(talk, lang):
    page = read(talk, talk.alma, "/messages", lang=lang)
    assert {"en": "Nothing here yet. You can write at any hour.", "de": "Hier steht noch nichts."}[
        lang
    ] in page


def test_sunday_night_says_that_she_does_not_read_and_when_she_does(talk):
    page = read(talk, talk.alma, "/messages")
    assert "It is Sunday, 22:41. Vera is not reading now." in page
    assert "Vera reads next on Mon 23 Nov, 9:00." in page
    assert 'href="/help"' in page


def test_in_her_hours_the_notice_says_until_when(talk):
    page = read(talk, talk.alma, "/messages", now=MONDAY_9 + timedelta(minutes=20))
    assert "Vera is reading now." in page
    assert "This reading time lasts until Mon 23 Nov, 12:30." in page


def test_the_four_kinds_carry_what_they_would_mean_now(talk):
    set_session(talk)
    page = read(talk, talk.alma, "/messages")
    assert page.count('name="kind"') == 4
    assert "Answer due by Tue 24 Nov, 12:30." in page
    assert "Vera reads it. Nothing is owed." in page
    assert "It opens when your session starts: Thu 26 Nov, 16:00." in page
    assert 'data-send="Send for Thursday"' in page


def test_a_note_without_a_known_session_says_so(talk):
    page = read(talk, talk.alma, "/for-session")
    assert "No session is set yet." in page
    assert 'value="for-session" data-outcome' in page
    assert "checked" in page


def test_times_are_shown_on_both_clocks_where_they_differ(talk):
    talk.alma.zone = "Europe/London"
    talk.alma.save()
    page = read(talk, talk.alma, "/messages")
    assert "Mon 23 Nov, 8:00 your time (9:00 in Berlin)" in page
    talk.write(SECRET)
    page = read(talk, talk.alma, "/messages")
    assert "Due by Tue 24 Nov, 12:30 in Berlin." in page


def test_a_waiting_message_shows_state_path_and_what_can_be_done(talk):
    message = talk.write(SECRET)
    page = read(talk, talk.alma, "/messages")
    assert "Waiting quietly until Mon" in page
    assert f'id="state-{message.id}"' in page
    assert 'class="now" aria-current="step"><b><span class="quietly">now: </span>Waiting quietly' in page
    assert page.count('data-act="change"') == page.count('data-act="take-back"') == 1
    assert SECRET not in page


def test_the_automatic_note_comes_once_per_closed_period_and_ends_with_it(talk):
    talk.write(SECRET)
    talk.write("And another")
    page = read(talk, talk.alma, "/messages")
    assert page.count("Automatic note.") == 1
    assert "Automatic note." not in read(talk, talk.alma, "/messages", now=MONDAY_9 + timedelta(minutes=1))


def test_once_handed_over_it_can_no_longer_be_changed(talk):
    message = talk.write(SECRET)
    talk.now = MONDAY_9
    talk.open(message)
    page = read(talk, talk.alma, "/messages")
    assert 'data-act="change"' not in page
    talk.state(talk.vera, "ack", message)
    page = read(talk, talk.alma, "/messages")
    assert "Opened Mon" in page
    assert 'class="now" aria-current="step"><b><span class="quietly">now: </span>Answered' in page


def test_an_answer_closes_the_promise_on_both_sides(talk):
    message = talk.write(SECRET)
    talk.now = MONDAY_9 + timedelta(minutes=5)
    talk.read(message)
    talk.answer(message)
    client, desk = read(talk, talk.alma, "/messages"), read(talk, talk.vera, thread_path(talk))
    assert "Answered Mon" in client
    assert "Answered in time." in client
    assert "See the whole path" in client
    assert "Answered in time." in desk
    assert "No answer is owed." in desk


def test_late_shows_on_both_sides(talk):
    message = talk.write(SECRET)
    talk.now = MONDAY_9
    talk.read(message)
    late = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    page = read(talk, talk.alma, "/messages", now=late)
    assert re.search(r'#i-clock"/></svg><span>The answer is late. It was due Tue', page)
    inbox = read(talk, talk.vera, "/inbox", now=late)
    assert "Nothing is due today. One answer is late." in " ".join(inbox.split())
    assert 'id="late"' in inbox
    assert "was due Tue 24 Nov, 12:30" in inbox
    assert "Late since Tue" in read(talk, talk.vera, thread_path(talk), now=late)


def test_taken_back_is_shown_to_its_writer_only(talk):
    message = talk.write(SECRET)
    talk.state(talk.alma, "withdraw", message)
    assert "Taken back Sun" in read(talk, talk.alma, "/messages")
    assert message.id not in read(talk, talk.vera, thread_path(talk), now=MONDAY_9)


def test_the_drawer_is_closed_and_says_what_opening_does(talk):
    talk.write(SECRET)
    talk.write("And another", kind="no-answer")
    for page in (read(talk, talk.vera, "/inbox"), read(talk, talk.vera, thread_path(talk))):
        assert "Waiting quietly until" in page
        assert "— 2 messages" in page
        assert '<details class="drawer" id="waiting">' in page
        assert "shows the time of opening to your client" in page
    inbox = read(talk, talk.vera, "/inbox")
    assert "Waiting quietly until Mon 23 Nov, 9:00 — 2 messages" in inbox


def test_a_due_message_may_be_opened_a_waiting_one_is_not_even_there(talk):
    message = talk.write(SECRET)
    sunday = read(talk, talk.vera, thread_path(talk))
    assert f'data-sealed-id="{message.id}"' not in sunday
    monday = read(talk, talk.vera, thread_path(talk), now=MONDAY_9)
    assert f'data-sealed-id="{message.id}" data-may-open' in monday


def test_notes_for_the_session_wait_for_it(talk):
    session = set_session(talk)
    note = talk.write(SECRET, kind="for-session")
    page = read(talk, talk.vera, thread_path(talk))
    assert "A note for the session" in page
    assert f'data-sealed-id="{note.id}"' not in page
    inbox = read(talk, talk.vera, "/inbox")
    assert "1 note waits" in inbox
    assert "Thu 26 Nov, 16:00" in inbox
    started = read(talk, talk.vera, thread_path(talk), now=session.starts_at)
    assert f'data-sealed-id="{note.id}" data-may-open' in started
    assert "1 note waits" in read(talk, talk.alma, "/messages")


def test_the_inbox_is_in_due_order(talk):
    first, second = talk.write("one"), talk.write("two", kind="practical")
    Message.objects.filter(pk=second.id).update(answer_by=datetime(2026, 11, 23, 15, 0, tzinfo=UTC))
    now = MONDAY_9 + timedelta(minutes=1)
    page = read(talk, talk.vera, "/inbox", now=now)
    assert page.index("by 16:00") < page.index("by Tue 24 Nov, 12:30")
    assert "One answer is due today." in page
    assert first.conversation_id == second.conversation_id


UNSIGNED = {
    "en": ("Without an agreement", "no day promised"),
    "de": ("Ohne Vereinbarung", "kein Tag zugesagt"),
}


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("policy", [True, False])
def test_without_an_agreement_a_message_is_to_be_read_and_not_due(lang, policy):
    talk = build_talk(signed=False)
    if not policy:
        PolicyVersion.objects.all().delete()
    # Opened on purpose: until then it may be in the drawer.
    talk.read(talk.write(SECRET), on_purpose=True)
    page = read(talk, talk.vera, "/inbox", now=MONDAY_9 + timedelta(minutes=1), lang=lang)
    assert 'id="unsigned"' in page
    assert all(words in page for words in UNSIGNED[lang])
    assert 'id="later"' not in page
    assert "Nothing is due. " not in page
    assert "is set" not in page


def test_without_any_reading_time_a_message_waits_for_both_in_the_same_words():
    talk = build_talk(signed=False)
    PolicyVersion.objects.all().delete()
    message = talk.write(SECRET)
    inbox = read(talk, talk.vera, "/inbox", now=MONDAY_9 + timedelta(minutes=1))
    assert 'id="unsigned"' not in inbox
    for page in (inbox, read(talk, talk.vera, thread_path(talk))):
        assert "<b>Waiting quietly — 1 message</b>" in page
    assert "Waiting quietly. Vera has named no reading time." in read(talk, talk.alma, "/messages")
    talk.open(message, on_purpose=True)
    assert "In Vera&#x27;s mailbox since 22:41" in read(talk, talk.alma, "/messages")
    assert 'id="unsigned"' in read(talk, talk.vera, "/inbox", now=MONDAY_9 + timedelta(minutes=1))


def test_the_path_and_the_state_line_of_a_message_handed_over_early_agree(talk):
    talk.open(talk.write(SECRET), on_purpose=True)
    page = read(talk, talk.alma, "/messages")
    assert "In Vera&#x27;s mailbox since 22:41" in page
    assert re.findall(r'<li class="now"[^>]*><b><span [^>]*>now: </span>([^<]*)<', page) == [
        "In Vera’s mailbox"
    ]


def test_what_was_sent_before_the_signing_stays_without_a_day(talk):
    talk.write(SECRET)
    Message.objects.update(agreement=None, answer_by=None)
    page = read(talk, talk.vera, "/inbox", now=MONDAY_9 + timedelta(minutes=1))
    assert "Without an agreement" in page


def test_a_promise_without_a_day_is_still_a_promise(talk):
    talk.write(SECRET)
    Message.objects.update(answer_by=None)
    page = read(talk, talk.vera, "/inbox", now=MONDAY_9 + timedelta(minutes=1))
    assert ('id="later"' in page, 'id="unsigned"' in page) == (True, False)
    assert "no day is set" in page


def test_the_rail_lists_todays_sessions(talk):
    set_session(talk)
    page = read(talk, talk.vera, "/inbox", now=THURSDAY_4 - timedelta(hours=6))
    assert 'dt>Sessions</dt><dd>16:00 <span data-module="peer-name"' in page


@pytest.mark.parametrize("lang", ["en", "de"])
def test_an_empty_inbox_names_the_next_reading_time(talk, lang):
    page = read(talk, talk.vera, "/inbox", lang=lang)
    wanted = {"en": "Nothing is due. Your next reading time is at Mon", "de": "Nichts ist fällig."}
    assert wanted[lang] in page


def test_her_own_message_out_of_hours_is_offered_for_later(talk):
    message = talk.write(SECRET)
    talk.read(message, on_purpose=True)
    page = read(talk, talk.vera, thread_path(talk))
    assert 'name="when" value="later" checked' in page
    assert "You are outside your reading hours." in page
    monday = read(talk, talk.vera, thread_path(talk), now=MONDAY_9 + timedelta(minutes=1))
    assert 'name="when"' not in monday


def test_more_time_offers_the_ends_of_coming_reading_days(talk):
    message = talk.write(SECRET)
    talk.now = MONDAY_9
    talk.read(message)
    page = read(talk, talk.vera, thread_path(talk))
    assert page.count('type="radio" name="until"') == 4
    talk.state(talk.vera, "more-time", message, until=datetime(2026, 11, 27, 16, 0, tzinfo=UTC))
    assert "needs more time" in read(talk, talk.alma, "/messages")


def test_without_an_agreement_the_page_says_whose_rules_hold():
    talk = build_talk(signed=False)
    page = read(talk, talk.alma, "/messages")
    assert "You two have not signed an agreement yet." in page
    assert 'data-module="compose"' in page


@pytest.mark.parametrize(
    ("state", "words"), [("joined", "Vera has not confirmed you yet"), ("ended", "has ended")]
)
def test_what_is_not_open_says_why(talk, state, words):
    Relationship.objects.filter(pk=talk.relationship.pk).update(state=state)
    page = read(talk, talk.alma, "/messages")
    assert words in page
    assert 'data-module="compose"' not in page
    assert 'href="/help"' in page


def test_a_foreign_conversation_does_not_exist(talk):
    started = start_login(by=talk.otto, now=talk.now, label="") if hasattr(talk, "otto") else None
    browser = Client()
    if started:
        browser.cookies[settings.LOGIN_COOKIE] = started.token
    answer = browser.get(f"/thread/{talk.relationship.id}")
    assert answer.status_code in (302, 404)


def test_older_letters_are_folded_and_all_of_them_can_be_asked_for(talk):
    for at in range(12):
        talk.write(f"letter {at}", kind="no-answer")
    page = read(talk, talk.alma, "/messages")
    assert "Older messages (2)" in page
    assert page.count("data-sealed-id") == 12


@pytest.mark.parametrize("path", ["/messages", "/for-session", "/inbox", "thread"])
def test_pages_are_german_when_asked(talk, path):
    talk.write(SECRET)
    who = talk.alma if path in ("/messages", "/for-session") else talk.vera
    page = read(talk, who, thread_path(talk) if path == "thread" else path, lang="de")
    assert '<html lang="de"' in page
