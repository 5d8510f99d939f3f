"""Two at once on the register: two clocks, a hold against an erasure, a request from two browsers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from intersession.audit.actions import verify_chains
from intersession.clock.duties import fire_timers
from intersession.messaging.models import Message
from intersession.messaging.verifying import verify_messages
from intersession.outbox.models import Delivery
from intersession.records.actions import ask_access
from intersession.records.ending import end_work
from intersession.records.erasing import confirm_erasure, propose_erasure
from intersession.records.errors import ErasureBlocked, ErasureOpen
from intersession.records.holds import place_hold
from intersession.records.models import Deadline, Erasure, LegalHold
from law_stage import LAW, use_law
from message_stage import add_way, build_talk
from together import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


@pytest.fixture
def talk(monkeypatch):
    use_law(monkeypatch, *LAW)
    talk = build_talk()
    add_way(talk.vera, "vera@example.org", talk.now)
    return talk


def test_two_clocks_remind_once(talk):
    made = ask_access(by=talk.alma, now=talk.now, relationship=talk.relationship)
    Delivery.objects.all().delete()
    at = made.due_at + timedelta(seconds=1)
    together(lambda: fire_timers(at), lambda: fire_timers(at))
    assert Delivery.objects.filter(kind="deadline").count() == 1


def test_two_browsers_ask_once(talk):
    def ask() -> Deadline:
        return ask_access(by=talk.alma, now=talk.now, relationship=talk.relationship)

    one, other = together(ask, ask)
    assert one == other == Deadline.objects.get()


def test_a_hold_or_an_erasure_one_of_them_wins(talk):
    talk.write("The week was hard")
    end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    talk.now = Deadline.objects.get(kind="retention").due_at + timedelta(days=1)
    id, code = talk.relationship.id, talk.relationship.code
    made = propose_erasure(by=talk.vera, now=talk.now, relationship=id, ground="time-over")
    later = talk.now + timedelta(days=2)
    erased, held = together(
        lambda: confirm_erasure(by=talk.vera, now=later, erasure=made.id, code=code),
        lambda: place_hold(by=talk.vera, now=later, relationship=id, reason="court"),
    )
    # Either it went before the hold came, or the hold kept all of it.
    assert isinstance(held, LegalHold)
    assert isinstance(erased, Erasure | ErasureBlocked)
    assert Message.objects.exists() is isinstance(erased, ErasureBlocked)
    assert not [fault for *_, fault in (*verify_chains(), *verify_messages()) if fault]


def test_two_proposals_are_one(talk):
    end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    now = Deadline.objects.get(kind="retention").due_at + timedelta(days=1)

    def propose() -> Erasure:
        return propose_erasure(by=talk.vera, now=now, relationship=talk.relationship.id, ground="time-over")

    results = together(propose, propose)
    assert {type(each) for each in results} == {Erasure, ErasureOpen}
