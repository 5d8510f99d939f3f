"""Reminders that a licence ends: at her reading time, once each, without content, and only while the policy holds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from agreement_stage import FRAME
from intersession.clock.duties import fire_timers
from intersession.outbox.models import Delivery, Timer
from message_stage import add_way, build_talk

pytestmark = pytest.mark.django_db
LICENCE = (
    'jurisdiction = "DE"\nlicences = [{ jurisdiction = "DE", profession = "psychotherapist", until = %s }]'
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.fixture
def talk():
    talk = build_talk()
    add_way(talk.vera, "vera@example.org", talk.now)
    return talk


def publish(talk, until: str) -> None:
    talk.publish(FRAME.replace('jurisdiction = "DE"', LICENCE % until))


def due() -> list[str]:
    return [
        str(each.due_at.date())
        for each in Timer.objects.filter(kind="licence", done_at=None).order_by("due_at")
    ]


def told() -> int:
    return Delivery.objects.filter(kind="licence").count()


def test_the_clock_is_asked_for_four_reminders(talk):
    publish(talk, "2027-03-31")
    # 31 Dec (Thursday), 1 Mar (Monday), then Wednesdays are no reading days of hers.
    assert due() == ["2026-12-31", "2027-03-01", "2027-03-25", "2027-04-01"]


def test_each_is_told_once(talk):
    publish(talk, "2026-12-24")
    fire_timers(at("2026-11-26T08:00"))
    assert told() == 1
    fire_timers(at("2026-11-26T08:05"))
    assert told() == 1
    fire_timers(at("2027-01-01T08:00"))
    assert told() == 2


def test_a_renewed_licence_is_not_told_of(talk):
    publish(talk, "2026-12-24")
    publish(talk, "2029-12-24")
    fire_timers(at("2027-02-01T08:00"))
    assert told() == 0


def test_without_an_end_nothing_is_asked_for(talk):
    talk.publish(FRAME.replace("words = 300", "words = 200"))
    assert due() == []
