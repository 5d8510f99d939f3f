"""From a message to the mail: what leaves the house says nothing, whatever was written and whoever wrote it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from intersession.audit.models import Entry
from intersession.clock.duties import deliver_due, fire_timers
from intersession.outbox.models import Delivery
from intersession.people.models import Way
from intersession.rules.delivery import PAUSES
from message_stage import MONDAY_9, add_way, build_talk

pytestmark = pytest.mark.django_db
CANARY = "Zitronenfalter"


@pytest.fixture
def talk(settings, post):
    settings.SMTP_URL, settings.MAIL_FROM = post.url, "notice@notes.example"
    return build_talk()


def test_no_mail_holds_a_word_a_name_or_a_number_of_anybody(talk, post):
    add_way(talk.vera, "v@example.org", talk.now)
    add_way(talk.alma, "a@example.org", talk.now)
    first = talk.write(f"{CANARY} one")
    talk.write(f"{CANARY} two", kind="practical")
    fire_timers(MONDAY_9)
    talk.now = MONDAY_9
    talk.answer(first, f"{CANARY} answer")
    assert deliver_due(MONDAY_9 + timedelta(minutes=1)) == 2
    subjects = {mail["To"]: mail["Subject"] for mail in post.mails}
    assert subjects == {
        "v@example.org": "Desk: your reading time has started.",
        "a@example.org": "Notebook: something new.",
    }
    forbidden = [CANARY, "Vera", "Lindqvist", "Alma", "Practice", "therap", "client", "K7PD", "Intersession"]
    forbidden += [
        talk.vera.id,
        talk.alma.id,
        talk.conv,
        first.id,
        *Delivery.objects.values_list("id", flat=True),
    ]
    for raw in post.raw:
        text = raw.decode().casefold()
        assert [word for word in forbidden if word.casefold() in text] == []


def test_sent_is_written_down_once(talk, post):
    add_way(talk.alma, "a@example.org", talk.now)
    talk.answer(talk.write())
    deliver_due(talk.now)
    deliver_due(talk.now + timedelta(hours=1))
    assert len(post.rows) == 1
    assert Delivery.objects.get().sent_at == talk.now
    assert Entry.objects.filter(tag="notice:sent").count() == 1


def test_a_mailbox_that_is_gone_is_switched_off_and_its_owner_can_see_why(talk, post):
    way = add_way(talk.alma, "gone@example.org", talk.now)
    talk.answer(talk.write())
    deliver_due(talk.now)
    way.refresh_from_db()
    assert (way.disabled_at, way.disabled_reason, way.told_at) == (talk.now, "refused", None)
    assert Entry.objects.filter(tag="way:disabled").count() == 1
    talk.answer(talk.write())
    assert Delivery.objects.count() == 1


def test_a_server_in_trouble_is_asked_again_later_and_given_up_at_last(talk, post):
    way = add_way(talk.alma, "later@example.org", talk.now)
    talk.answer(talk.write())
    at = talk.now
    for pause in PAUSES:
        assert deliver_due(at) == 1
        row = Delivery.objects.get()
        assert row.due_at == at + pause
        assert deliver_due(row.due_at - timedelta(seconds=1)) == 0
        at = row.due_at
    deliver_due(at)
    way.refresh_from_db()
    assert (Delivery.objects.get().failed_at, way.disabled_reason) == (at, "gave-up")


def test_after_a_cut_it_is_sent_again_with_the_same_id(talk, post):
    add_way(talk.alma, "dropped@example.org", talk.now)
    talk.answer(talk.write())
    deliver_due(talk.now)
    deliver_due(talk.now + PAUSES[0])
    assert len(post.mails) == 2
    assert len({mail["Message-ID"] for mail in post.mails}) == 1


def test_a_clock_that_died_while_sending_is_followed_by_another(talk, post):
    from intersession.outbox.actions import LEASE, take_deliveries

    add_way(talk.alma, "a@example.org", talk.now)
    talk.answer(talk.write())
    assert len(take_deliveries(talk.now)) == 1
    assert deliver_due(talk.now + LEASE - timedelta(seconds=1)) == 0
    assert deliver_due(talk.now + LEASE) == 1
    assert len(post.rows) == 1


def test_who_has_said_no_meanwhile_gets_nothing(talk, post):
    add_way(talk.alma, "a@example.org", talk.now)
    talk.answer(talk.write())
    type(talk.alma).objects.filter(pk=talk.alma.pk).update(notice_wording="none")
    deliver_due(talk.now)
    assert post.rows == []
    assert Delivery.objects.get().failed_at == talk.now


def test_without_a_server_notices_wait(talk, post, settings):
    add_way(talk.alma, "a@example.org", talk.now)
    talk.answer(talk.write())
    settings.SMTP_URL = ""
    assert deliver_due(talk.now) == 0
    settings.SMTP_URL = post.url
    assert deliver_due(talk.now) == 1
    assert Way.objects.get().failures == 0
