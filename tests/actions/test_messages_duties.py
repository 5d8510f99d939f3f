"""What the clock does about messages: alerts, reminders, the deputy, the agenda. Again and again changes nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agreement_stage import FRAME, person
from intersession.agreement.actions import withdraw
from intersession.audit.models import Entry
from intersession.clock.duties import TIMERS, fire_timers
from intersession.messaging import duties
from intersession.messaging.inbox import inbox_for
from intersession.messaging.joining import set_session
from intersession.outbox.models import Delivery, Timer
from intersession.people.models import Role
from message_stage import MONDAY_9, TUESDAY_CLOSE, add_way, build_talk

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def talk():
    talk = build_talk()
    add_way(talk.vera, "vera@example.org", talk.now)
    return talk


def test_one_notice_at_her_reading_time_however_many_wait(talk):
    sent = [talk.write(), talk.write(kind="practical"), talk.write(kind="no-answer")]
    assert fire_timers(MONDAY_9 - timedelta(seconds=1)) == 0
    assert fire_timers(MONDAY_9) == 3
    assert {talk.fresh(each).alerted_at for each in sent} == {MONDAY_9}
    assert Delivery.objects.filter(person=talk.vera).count() == 1


def test_after_a_standstill_everything_missed_is_done_once(talk):
    sent = talk.write()
    late = TUESDAY_CLOSE + timedelta(hours=1)
    fire_timers(late)
    assert (talk.fresh(sent).alerted_at, talk.fresh(sent).overdue_at) == (late, late)
    assert fire_timers(late + timedelta(days=1)) == 0
    assert sorted(Delivery.objects.values_list("kind", flat=True)) == ["alert", "overdue"]


@pytest.mark.parametrize("how", ["withdraw", "replace", "open", "answer"])
def test_what_has_settled_itself_alerts_nobody(talk, how):
    sent = talk.write()
    if how == "withdraw":
        talk.state(talk.alma, "withdraw", sent)
    elif how == "replace":
        talk.write(supersedes=sent.id, kind="for-session")
    elif how == "open":
        talk.read(sent, on_purpose=True)
    else:
        talk.answer(sent)
    fire_timers(MONDAY_9)
    assert not Delivery.objects.filter(person=talk.vera).exists()


def test_a_note_for_the_session_alerts_nobody(talk):
    talk.write(kind="for-session")
    assert not Timer.objects.filter(done_at=None, kind__in=("alert", "overdue")).exists()


def test_late_shows_on_both_sides_and_reminds_her(talk):
    sent = talk.write()
    fire_timers(MONDAY_9)
    fire_timers(TUESDAY_CLOSE)
    assert talk.fresh(sent).overdue_at == TUESDAY_CLOSE
    assert Delivery.objects.get(kind="overdue").person == talk.vera
    inbox = inbox_for(talk.vera, TUESDAY_CLOSE + timedelta(seconds=1))
    assert [item.letter.message.id for item in inbox.late] == [sent.id]


WITH_DEPUTY = (
    FRAME
    + """
[[readers]]
name = "Otto Brandt"
role = "deputy"
sees = "late-only"
"""
)


@pytest.fixture
def covered():
    """Otto is agreed as deputy and has an address."""
    talk = build_talk(source=WITH_DEPUTY)
    otto = person(talk.vera.practice, Role.DEPUTY, "Otto Brandt", talk.now)
    add_way(otto, "otto@example.org", talk.now)
    talk.relationship.deputy = otto
    talk.relationship.save()
    return talk


def test_the_deputy_learns_that_an_answer_is_late_and_told_means_handed_over(covered):
    sent = covered.write()
    # Four working hours after Tuesday 12:30: Thursday 13:00 in Berlin.
    assert sent.deputy_due_at == TUESDAY_CLOSE + timedelta(days=2, minutes=30)
    fire_timers(sent.deputy_due_at - timedelta(seconds=1))
    assert not Delivery.objects.exists()
    fire_timers(sent.deputy_due_at)
    notice = Delivery.objects.get()
    assert (notice.kind, notice.subject, notice.person.role) == ("deputy", sent.id, "deputy")
    assert covered.fresh(sent).deputy_told_at is None
    duties.deputy_told(sent.id, sent.deputy_due_at)
    assert covered.fresh(sent).deputy_told_at == sent.deputy_due_at


def test_an_answer_in_between_spares_the_deputy(covered):
    sent = covered.write()
    fire_timers(TUESDAY_CLOSE)
    covered.answer(sent)
    fire_timers(sent.deputy_due_at)
    assert not Delivery.objects.exists()


def test_after_contact_was_stopped_nobody_is_reminded_of_what_can_not_be_answered(covered):
    sent = covered.write()
    withdraw(by=covered.alma, relationship=covered.relationship, now=covered.now)
    Delivery.objects.all().delete()
    fire_timers(sent.deputy_due_at)
    assert set(Delivery.objects.values_list("kind", flat=True)) <= {"alert"}
    assert covered.fresh(sent).overdue_at is None


def test_what_was_sent_before_the_end_is_still_to_be_read(talk):
    sent = talk.write()
    type(talk.relationship).objects.update(state="ended")
    assert len(inbox_for(talk.vera, MONDAY_9).due_later) == 1
    talk.now = MONDAY_9
    talk.read(sent)
    assert inbox_for(talk.vera, MONDAY_9).due_later == ()


def test_without_an_agreed_deputy_nobody_is_told(talk):
    assert talk.write().deputy_due_at is None


def test_the_session_opens_its_notes(talk):
    note = talk.write(kind="for-session")
    starts = MONDAY_9 + timedelta(hours=3)
    set_session(
        by=talk.vera,
        now=talk.tick(),
        relationship=talk.relationship,
        starts_at=starts,
        length=timedelta(minutes=50),
    )
    fire_timers(starts)
    assert talk.fresh(note).agenda_at == starts
    assert Entry.objects.filter(tag="session:agenda-opened").count() == 1


@pytest.mark.parametrize("effect", [duties.alert_therapist, duties.mark_overdue, duties.deputy_told])
def test_an_effect_run_again_changes_nothing(talk, effect):
    sent = talk.write()
    late = TUESDAY_CLOSE + timedelta(hours=1)
    effect(sent.id, late)
    before = (Delivery.objects.count(), Entry.objects.count())
    effect(sent.id, late + timedelta(minutes=1))
    assert (Delivery.objects.count(), Entry.objects.count()) == before


def test_a_timer_that_fails_is_tried_again_and_holds_up_nobody(talk, monkeypatch, caplog):
    broken, fine = talk.write(), talk.write()
    real = duties.alert_therapist

    def sometimes(subject, now):
        if subject == broken.id:
            raise RuntimeError("a fault")
        real(subject, now)

    monkeypatch.setitem(TIMERS, "alert", sometimes)
    fire_timers(MONDAY_9)
    assert talk.fresh(fine).alerted_at == MONDAY_9
    assert "failed" in caplog.text
    monkeypatch.setitem(TIMERS, "alert", real)
    assert fire_timers(MONDAY_9 + timedelta(seconds=1)) == 0
    fire_timers(MONDAY_9 + timedelta(seconds=6))
    assert talk.fresh(broken).alerted_at


def test_a_crash_between_effect_and_done_undoes_the_effect(talk, monkeypatch):
    sent = talk.write()

    def crash(subject, now):
        duties.alert_therapist(subject, now)
        raise RuntimeError("power cut")

    monkeypatch.setitem(TIMERS, "alert", crash)
    fire_timers(MONDAY_9)
    assert talk.fresh(sent).alerted_at is None
    assert not Delivery.objects.exists()


def test_the_inbox_has_its_sections(talk):
    waiting = talk.write()
    note = talk.write(kind="for-session")
    inbox = inbox_for(talk.vera, talk.now)
    assert [item.letter.message.id for item in inbox.waiting] == [waiting.id]
    assert [item.letter.message.id for item in inbox.for_sessions] == [note.id]
    assert (inbox.waiting_until, inbox.next_reading, inbox.is_open) == (MONDAY_9, MONDAY_9, False)
    quiet = talk.write(kind="no-answer")
    inbox = inbox_for(talk.vera, MONDAY_9)
    assert [item.letter.message.id for item in inbox.due_later] == [waiting.id]
    assert [item.letter.message.id for item in inbox.no_answer_owed] == [quiet.id]
    today = inbox_for(talk.vera, TUESDAY_CLOSE - timedelta(hours=2))
    assert [item.letter.message.id for item in today.due_today] == [waiting.id]
