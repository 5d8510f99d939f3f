"""Two at once, on real connections: one of them wins, the other is told, and the conversation has no gap."""

from __future__ import annotations

import pytest

from intersession.audit.actions import verify_chains
from intersession.clock.duties import fire_timers
from intersession.messaging.errors import AlreadyChanged, AlreadyOpened
from intersession.messaging.models import Message, Statement
from intersession.messaging.statements import record_statement
from intersession.outbox.models import Delivery
from message_stage import MONDAY_9, add_way, build_talk
from together import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
ROUNDS = 6


def test_open_or_take_back_one_of_them_wins():
    talk = build_talk()
    for _ in range(ROUNDS):
        sent = talk.write()
        data = talk.statement(talk.alma, "withdraw", sent)
        opened, taken = together(
            lambda sent=sent: talk.open(sent, on_purpose=True),
            lambda data=data: record_statement(by=talk.alma, now=talk.now, conversation=talk.conv, data=data),
        )
        row = talk.fresh(sent)
        assert (row.released_at is None) != (row.withdrawn_at is None)
        assert isinstance(taken, AlreadyOpened) == (row.released_at is not None)
        assert isinstance(opened, Message) == (row.released_at is not None)
        assert Statement.objects.filter(messages=[sent.id]).exists() == (row.withdrawn_at is not None)


def test_open_or_change_one_of_them_wins():
    talk = build_talk()
    for _ in range(ROUNDS):
        sent = talk.write("First")
        second = talk.seal(talk.alma, "Second", kind="question", supersedes=sent.id)
        opened, changed = together(
            lambda sent=sent: talk.open(sent, on_purpose=True),
            lambda second=second: talk.submit(talk.alma, second, "question"),
        )
        row = talk.fresh(sent)
        assert (row.released_at is None) != (row.replaced_at is None)
        assert isinstance(changed, AlreadyOpened) == (row.released_at is not None)
        assert isinstance(opened, Message) == (row.released_at is not None)
        assert Message.objects.filter(pk=second.id).exists() == (row.replaced_at is not None)


def test_two_tabs_change_the_same_text_once():
    talk = build_talk()
    sent = talk.write("First")
    tabs = [talk.seal(talk.alma, text, kind="question", supersedes=sent.id) for text in ("One", "Two")]
    results = together(*(lambda tab=tab: talk.submit(talk.alma, tab, "question") for tab in tabs))
    assert sum(isinstance(result, AlreadyChanged) for result in results) == 1
    assert Message.objects.filter(supersedes=sent).count() == 1


def test_one_message_sent_by_two_connections_at_once_is_stored_once():
    talk = build_talk()
    sealed = talk.seal(talk.alma)
    results = together(*[lambda: talk.submit(talk.alma, sealed, "question")] * 4)
    assert sorted(result.replayed for result in results) == [False, True, True, True]
    assert Message.objects.count() == 1


def test_many_at_once_are_numbered_without_a_gap():
    talk = build_talk()
    many = [talk.seal(talk.alma, f"{number}") for number in range(8)]
    together(*(lambda each=each: talk.submit(talk.alma, each, "question") for each in many))
    assert sorted(Message.objects.values_list("seq", flat=True)) == list(range(1, 9))
    assert [fault for _, _, fault in verify_chains() if fault] == []


def test_two_clocks_alert_once():
    talk = build_talk()
    add_way(talk.vera, "vera@example.org", talk.now)
    sent = [talk.write() for _ in range(4)]
    fired = together(lambda: fire_timers(MONDAY_9), lambda: fire_timers(MONDAY_9))
    assert sum(fired) == len(sent)
    assert Delivery.objects.count() == 1
    assert Message.objects.filter(alerted_at=MONDAY_9).count() == len(sent)


def test_an_alert_and_a_taking_back_do_not_wait_for_each_other():
    talk = build_talk()
    add_way(talk.vera, "vera@example.org", talk.now)
    for _ in range(ROUNDS):
        sent = talk.write()
        data = talk.statement(talk.alma, "withdraw", sent)
        together(
            lambda: fire_timers(MONDAY_9),
            lambda data=data: record_statement(by=talk.alma, now=talk.now, conversation=talk.conv, data=data),
        )
        assert talk.fresh(sent).withdrawn_at is not None
