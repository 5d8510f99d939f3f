"""Commitment 1: while the relationship is active no message of a client is refused, whatever its hour, length or number."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intersession.messaging.models import Message
from intersession.outbox.models import Timer
from intersession.people.models import Person
from message_stage import build_talk

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
MINUTES = 2 * 366 * 24 * 60
INSTANTS = st.integers(0, MINUTES).map(lambda minutes: START + timedelta(minutes=minutes))
START = datetime(2026, 11, 23, tzinfo=UTC)
KINDS = st.sampled_from(["question", "practical", "no-answer", "for-session"])
TEXTS = st.one_of(st.text(max_size=200), st.sampled_from([2_000, 31_000, 110_000]).map("x".__mul__))
PLACES = st.sampled_from(["", "DE", "AT", "US-CA", "ZZ"])
quick = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(params=[True, False], ids=["with-agreement", "without"])
def talk(request):
    return build_talk(signed=request.param)


@quick
@given(INSTANTS, KINDS, TEXTS, PLACES, st.integers(1, 3))
def test_every_submission_is_taken_and_what_it_promises_is_timed(talk, now, kind, text, place, count):
    Person.objects.filter(pk=talk.alma.pk).update(place=place)
    for _ in range(count):
        talk.now = now
        sent = talk.write(text, kind)
        assert Message.objects.filter(pk=sent.id).exists()
        due = set(Timer.objects.filter(subject=sent.id, done_at=None).values_list("kind", "due_at"))
        promised = {("alert", sent.alert_at), ("overdue", sent.answer_by), ("deputy", sent.deputy_due_at)}
        assert due == {pair for pair in promised if pair[1]}
        assert sent.handling in ("alert", "quiet", "agenda")
        assert sent.alert_at is None or sent.alert_at >= sent.received_at
