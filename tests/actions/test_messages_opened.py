"""Handing over, acknowledging, taking back, more time, answering: what each makes true, and who was faster."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from agreement_stage import person
from intersession.agreement.models import Agreement
from intersession.errors import BadInput, NotFound
from intersession.frame import dump, load_terms
from intersession.messaging.errors import (
    AlreadyOpened,
    NothingDue,
    OpensWithNextSession,
    OpensWithSession,
    StillWaiting,
    UntilNotLater,
    WaitsWithoutTime,
)
from intersession.messaging.joining import move_session, set_session
from intersession.messaging.models import Message, Statement
from intersession.messaging.reads import sync_for
from intersession.messaging.statements import record_statement
from intersession.outbox.models import Delivery, Timer
from intersession.people.models import Role
from intersession.rules.schedule import Schedule
from message_stage import MONDAY_9, TUESDAY_CLOSE, add_way, build_talk

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
THURSDAY_16 = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)
HOUR = timedelta(minutes=50)


@pytest.fixture
def talk():
    return build_talk()


def test_a_waiting_message_is_opened_on_purpose_only_and_that_shows(talk):
    sent = talk.write()
    with pytest.raises(StillWaiting) as waits:
        talk.open(sent)
    assert waits.value.values["until"] == MONDAY_9
    opened = talk.open(sent, on_purpose=True)
    assert opened.opening_outside_hours
    assert opened.opened_at is None


def test_without_any_alert_time_a_message_is_opened_on_purpose_only(talk):
    sent = talk.write()
    Message.objects.filter(pk=sent.pk).update(alert_at=None)
    with pytest.raises(WaitsWithoutTime):
        talk.open(sent)
    assert talk.open(sent, on_purpose=True).released_at


def test_after_its_alert_time_it_is_opened_in_her_hours(talk):
    sent = talk.write()
    talk.now = MONDAY_9
    assert not talk.open(sent).opening_outside_hours


def test_only_her_signed_acknowledgement_makes_it_opened_at_the_servers_time(talk):
    sent = talk.write()
    talk.now = MONDAY_9
    talk.open(sent)
    assert talk.fresh(sent).opened_at is None
    talk.state(talk.vera, "ack", sent)
    first = talk.fresh(sent)
    assert (first.opened_at, first.opened_by_id) == (talk.now, talk.vera.id)
    talk.state(talk.vera, "ack", sent)
    assert talk.fresh(sent).opened_at == first.opened_at


def test_she_can_not_acknowledge_what_was_not_handed_over(talk):
    sent = talk.write()
    with pytest.raises(NotFound):
        talk.state(talk.vera, "ack", sent)
    assert not Statement.objects.exists()


def test_the_writers_own_acknowledgement_opens_nothing(talk):
    sent = talk.write()
    talk.state(talk.alma, "ack", sent)
    assert talk.fresh(sent).opened_at is None


def test_the_same_statement_again_changes_nothing(talk):
    sent = talk.write()
    data = talk.statement(talk.alma, "withdraw", sent)
    first = record_statement(by=talk.alma, now=talk.tick(), conversation=talk.conv, data=data)
    again = record_statement(by=talk.alma, now=talk.tick(), conversation=talk.conv, data=data)
    assert first.statement.seq == again.statement.seq
    assert Statement.objects.count() == 1


def test_a_statement_signed_by_the_other_or_for_another_conversation_is_refused(talk):
    sent = talk.write()
    data = talk.statement(talk.vera, "withdraw", sent)
    with pytest.raises(Exception) as refused:
        record_statement(by=talk.alma, now=talk.tick(), conversation=talk.conv, data=data)
    assert refused.value.status == 422
    foreign = talk.alma_device.sign_statement("withdraw", "A" * 26, [(sent.id, "0" * 64)], now=talk.now)
    with pytest.raises(BadInput):
        record_statement(by=talk.alma, now=talk.tick(), conversation=talk.conv, data=foreign)
    assert talk.fresh(sent).withdrawn_at is None


def test_taken_back_it_is_gone_for_her_and_stays_for_its_writer(talk):
    sent = talk.write()
    talk.state(talk.alma, "withdraw", sent)
    assert talk.fresh(sent).withdrawn_at == talk.now
    with pytest.raises(NotFound):
        talk.open(sent, on_purpose=True)
    hers = sync_for(talk.vera, talk.conv, 0, 0, talk.now)
    his = sync_for(talk.alma, talk.conv, 0, 0, talk.now)
    assert (hers.letters, hers.gone) == ((), (sent.id,))
    assert [letter.state.code for letter in his.letters] == ["state-client-taken-back"]
    assert not Timer.objects.filter(subject=sent.id, done_at=None).exists()


def test_opened_first_it_can_not_be_taken_back(talk):
    sent = talk.write()
    talk.open(sent, on_purpose=True)
    with pytest.raises(AlreadyOpened):
        talk.state(talk.alma, "withdraw", sent)
    assert talk.fresh(sent).withdrawn_at is None
    assert not Statement.objects.exists()


def test_of_several_taken_back_at_once_one_opened_keeps_all(talk):
    first, second = talk.write(), talk.write()
    talk.open(second, on_purpose=True)
    with pytest.raises(AlreadyOpened):
        talk.state(talk.alma, "withdraw", first, second)
    assert talk.fresh(first).withdrawn_at is None


def test_nobody_takes_back_what_somebody_else_wrote(talk):
    sent = talk.write()
    answer = talk.answer(sent)
    with pytest.raises(NotFound):
        talk.state(talk.alma, "withdraw", answer)
    with pytest.raises(BadInput):
        talk.state(talk.vera, "withdraw", answer)


def test_more_time_moves_the_day_and_what_hangs_on_it(talk):
    add_way(talk.alma, "alma@example.org", talk.now)
    talk.relationship.deputy = person(talk.vera.practice, Role.THERAPIST, "Otto", talk.now)
    talk.relationship.save()
    sent = talk.write()
    friday = TUESDAY_CLOSE + timedelta(days=3)
    talk.state(talk.vera, "more-time", sent, until=friday)
    moved = talk.fresh(sent)
    assert (moved.answer_by, moved.more_time_until, moved.due) == (TUESDAY_CLOSE, friday, friday)
    due = Timer.objects.filter(subject=sent.id, done_at=None, kind="overdue").values_list("due_at", flat=True)
    assert list(due) == [friday]
    assert Delivery.objects.get(person=talk.alma).kind == "more-time"


@pytest.mark.parametrize("until", [TUESDAY_CLOSE, TUESDAY_CLOSE - timedelta(days=1)])
def test_a_new_day_that_is_not_later_is_refused(talk, until):
    sent = talk.write()
    with pytest.raises(UntilNotLater):
        talk.state(talk.vera, "more-time", sent, until=until)


def test_more_time_needs_an_answer_that_is_owed(talk):
    later = TUESDAY_CLOSE + timedelta(days=3)
    with pytest.raises(NothingDue):
        talk.state(talk.vera, "more-time", talk.write(kind="no-answer"), until=later)
    answered = talk.write()
    talk.answer(answered)
    with pytest.raises(NothingDue):
        talk.state(talk.vera, "more-time", answered, until=later)
    with pytest.raises(BadInput):
        talk.state(talk.alma, "more-time", talk.write(), until=later)


def test_an_answer_meets_the_promise_and_the_clock_stops(talk):
    add_way(talk.alma, "alma@example.org", talk.now)
    sent, other = talk.write(), talk.write()
    talk.now = MONDAY_9
    answer = talk.answer(sent)
    done = talk.fresh(sent)
    assert (done.answered_at, done.answered_by_id) == (answer.received_at, answer.id)
    assert not Timer.objects.filter(subject=sent.id, done_at=None).exists()
    assert talk.fresh(other).answered_at is None
    assert Delivery.objects.get(person=talk.alma).kind == "answer"


def test_one_answer_may_close_several(talk):
    first, second = talk.write(), talk.write(kind="practical")
    answer = talk.answer(first, also=(second.id,))
    assert {row.answered_by_id for row in Message.objects.filter(author=talk.alma)} == {answer.id}


def test_an_answer_to_a_foreign_message_is_not_stored(talk):
    with pytest.raises(NotFound):
        talk.answer(talk.write(), also=("01M82K97C0EXPXV4EAXXEA3EM0",))
    assert Message.objects.filter(author=talk.vera).count() == 0


def test_a_note_for_the_session_opens_with_it(talk):
    note = talk.write(kind="for-session")
    with pytest.raises(OpensWithNextSession):
        talk.open(note, on_purpose=True)
    session = set_session(
        by=talk.vera, now=talk.tick(), relationship=talk.relationship, starts_at=THURSDAY_16, length=HOUR
    )
    with pytest.raises(OpensWithSession) as waits:
        talk.open(note, on_purpose=True)
    assert waits.value.values["at"] == THURSDAY_16
    moved = THURSDAY_16 + timedelta(hours=18)
    move_session(by=talk.vera, now=talk.tick(), session=session, starts_at=moved, length=HOUR)
    talk.now = THURSDAY_16 + timedelta(hours=1)
    with pytest.raises(OpensWithSession):
        talk.open(note)
    talk.now = moved
    assert not talk.open(note).opening_outside_hours


def test_a_note_says_that_its_session_moved(talk):
    session = set_session(
        by=talk.vera, now=talk.tick(), relationship=talk.relationship, starts_at=THURSDAY_16, length=HOUR
    )
    note = talk.write(kind="for-session")
    assert note.session_at == THURSDAY_16
    assert state(talk) == "state-client-for-session"
    move_session(by=talk.vera, now=talk.tick(), session=session, starts_at=THURSDAY_16 + HOUR, length=HOUR)
    assert state(talk) == "state-session-moved"


def state(talk):
    [letter] = sync_for(talk.alma, talk.conv, 0, 0, talk.now).letters
    return letter.state.code


def test_she_gets_only_what_was_handed_over(talk):
    sent = talk.write()
    assert [letter.body for letter in sync_for(talk.vera, talk.conv, 0, 0, talk.now).letters] == [None]
    talk.open(sent, on_purpose=True)
    [letter] = sync_for(talk.vera, talk.conv, 0, 0, talk.now).letters
    assert letter.body == talk.sealed[sent.id].body


def test_both_meet_true_states_on_the_way(talk):
    sent = talk.write()
    assert state(talk) == "state-client-waiting"
    talk.now = MONDAY_9 + timedelta(minutes=5)
    assert state(talk) == "state-client-in-mailbox"
    talk.read(sent)
    assert state(talk) == "state-client-opened"
    talk.now = TUESDAY_CLOSE + timedelta(minutes=1)
    assert state(talk).startswith("state-client-late")
    talk.answer(sent)
    found = sync_for(talk.alma, talk.conv, 0, 0, talk.now)
    assert [letter.state.code for letter in found.letters] == ["state-client-answered", ""]


def test_a_notice_waits_for_the_hours_the_client_has_called_safe(talk):
    add_way(talk.alma, "alma@example.org", talk.now)
    sent, other = talk.write(), talk.write()
    narrow_to_thursdays(talk)
    talk.now = MONDAY_9
    talk.answer(sent)
    talk.state(talk.vera, "more-time", other, until=TUESDAY_CLOSE + timedelta(days=9))
    thursday_9 = MONDAY_9 + timedelta(days=3)
    assert list(Delivery.objects.values_list("due_at", flat=True)) == [thursday_9, thursday_9]


def narrow_to_thursdays(talk):
    """Alma has called only Thursdays safe for notices."""
    agreement = Agreement.objects.get(pk=talk.agreement)
    terms = load_terms(agreement.terms_text)
    week = tuple(day if number == 3 else () for number, day in enumerate(terms.schedule.week))
    narrowed = replace(terms, safe_times=Schedule("Europe/Berlin", week))
    Agreement.objects.filter(pk=talk.agreement).update(narrowed_terms=json.loads(dump(narrowed)))
