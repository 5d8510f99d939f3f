"""Notices and timers: queued once, handed to one clock at a time, worded the same whatever the cause."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intersession.outbox.actions import (
    LEASE,
    cancel_timers,
    move_timer,
    notify,
    set_timer,
    take_deliveries,
    take_timers,
)
from intersession.outbox.models import Delivery, Timer
from intersession.outbox.wording import line_for
from intersession.people.models import Person, Practice, Role
from message_stage import add_way

AT = datetime(2026, 11, 22, 21, 41, tzinfo=UTC)
both = [pytest.mark.django_db, pytest.mark.both_databases]
KINDS = st.one_of(
    st.sampled_from(["answer", "more-time", "alert", "overdue", "deputy", "digest", "session"]), st.text()
)
CHOICES = st.tuples(
    st.sampled_from(["neutral", "reminder", "own"]), st.text(max_size=30), st.sampled_from(["en", "de"])
)


def client(wording: str = "neutral", words: str = "", language: str = "en") -> Person:
    return Person(role=Role.CLIENT, notice_wording=wording, notice_words=words, language=language)


@settings(deadline=None)
@given(CHOICES, KINDS, KINDS)
def test_a_client_reads_the_same_line_for_every_cause(choice, kind, other):
    person = client(*choice)
    assert line_for(person, kind) == line_for(person, other) != ""


@settings(deadline=None)
@given(CHOICES, KINDS)
def test_a_clients_line_is_one_of_the_agreed_ones(choice, kind):
    wording, words, language = choice
    agreed = {
        "neutral": ["Notebook: something new.", "Notizbuch: etwas Neues."],
        "reminder": ["Reminder.", "Erinnerung."],
    }
    lines = agreed.get(wording) or ([words] if words else agreed["neutral"])
    assert line_for(client(wording, words, language), kind) in lines


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("alert", "Desk: your reading time has started."),
        ("digest", "Desk: your reading time has started."),
        ("overdue", "Desk: an answer is due today."),
        ("deputy", "Desk: an answer is late."),
        ("anything", "Desk: something new."),
    ],
)
def test_a_professional_learns_which_duty_it_is_and_nothing_more(kind, line):
    assert line_for(Person(role=Role.THERAPIST, notice_wording="neutral", language="en"), kind) == line


def test_who_wants_none_gets_none():
    assert line_for(client("none"), "answer") == ""


@pytest.fixture
def alma():
    practice = Practice.objects.create(name="Practice", created_at=AT)
    about = {"handle_hash": "a", "handle_sealed": "a", "auth_hash": "-", "kdf": {}, "created_at": AT}
    return Person.objects.create(practice=practice, role=Role.CLIENT, **about)


class TestRows:
    pytestmark = both

    def test_the_same_thing_is_queued_once_for_each_way(self, alma):
        add_way(alma, "a@example.org", AT)
        add_way(alma, "b@example.org", AT)
        for _ in range(2):
            notify(alma, "answer", due_at=AT, dedup="answer:1")
        assert Delivery.objects.count() == 2

    def test_a_way_that_is_switched_off_and_a_person_who_wants_none_queue_nothing(self, alma):
        way = add_way(alma, "a@example.org", AT)
        type(way).objects.filter(pk=way.pk).update(disabled_at=AT)
        assert notify(alma, "answer", due_at=AT, dedup="answer:1") == []
        add_way(alma, "b@example.org", AT)
        alma.notice_wording = "none"
        assert notify(alma, "answer", due_at=AT, dedup="answer:2") == []

    def test_a_row_is_held_by_one_clock_until_its_lease_lapses(self, alma):
        add_way(alma, "a@example.org", AT)
        notify(alma, "answer", due_at=AT, dedup="answer:1")
        assert take_deliveries(AT - timedelta(seconds=1)) == []
        assert len(take_deliveries(AT)) == 1
        assert take_deliveries(AT) == []
        assert len(take_deliveries(AT + LEASE)) == 1

    def test_timers_are_taken_oldest_first_and_only_when_due(self, alma):
        for minutes in (3, 1, 2, 9):
            due = AT + timedelta(minutes=minutes)
            set_timer(
                "alert", practice=alma.practice_id, subject=f"S{minutes}", due_at=due, dedup=f"t{minutes}"
            )
        taken = take_timers(AT + timedelta(minutes=5))
        assert [timer.subject for timer in taken] == ["S1", "S2", "S3"]
        assert take_timers(AT + timedelta(minutes=5)) == []

    def test_a_timer_moves_and_is_forgotten_only_while_it_waits(self, alma):
        timer = set_timer("alert", practice=alma.practice_id, subject="S", due_at=AT, dedup="t")
        later = AT + timedelta(days=1)
        move_timer("t", practice=alma.practice_id, due_at=later)
        assert take_timers(AT) == []
        cancel_timers("S", practice=alma.practice_id, kinds=("overdue",), now=AT)
        assert Timer.objects.get(pk=timer.pk).done_at is None
        cancel_timers("S", practice=alma.practice_id, kinds=("alert",), now=AT)
        assert take_timers(later) == []
