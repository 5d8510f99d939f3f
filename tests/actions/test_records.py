"""The register's clocks: who asked, when, due, done; extended, reminded once, closed when there is nothing left to run for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from agreement_stage import person
from intersession.agreement.actions import withdraw
from intersession.agreement.models import Agreement
from intersession.audit.models import Entry
from intersession.clock.duties import TIMERS, fire_timers
from intersession.errors import BadInput, NotFound
from intersession.outbox.models import Delivery, Timer
from intersession.people.models import Person, Role
from intersession.people.models import Practice as PracticeRow
from intersession.records.actions import (
    ask_access,
    extend,
    finish,
    note_breach,
    note_request,
    set_day,
    tick_steps,
)
from intersession.records.ending import end_work
from intersession.records.errors import DayIsSet, DeadlineOver, NoLongerDay
from intersession.records.models import Deadline
from intersession.records.stamp import findings_of
from law_stage import ACCESS, LAW, fact, use_law
from message_stage import add_way, build_talk

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def talk(monkeypatch):
    use_law(monkeypatch, *LAW)
    talk = build_talk()
    add_way(talk.vera, "vera@example.org", talk.now)
    add_way(talk.alma, "alma@example.org", talk.now)
    Agreement.objects.update(review_on=date(2027, 1, 3))
    Delivery.objects.all().delete()
    Timer.objects.all().delete()
    return talk


def ask(talk) -> Deadline:
    return ask_access(by=talk.alma, now=talk.tick(), relationship=talk.relationship)


def tags(of: str = "deadline:") -> list[str]:
    rows = Entry.objects.filter(tag__startswith=of).order_by("id")
    return list(rows.values_list("tag", flat=True))


def told(who: Person) -> int:
    return Delivery.objects.filter(person=who).count()


def test_a_client_asks_and_both_know_the_day(talk):
    made = ask(talk)
    assert made.due_at.astimezone(BERLIN).isoformat() == "2026-12-22T23:59:59+01:00"
    assert (made.kind, made.asked_by, made.therapist) == ("access-request", "client", talk.vera)
    assert made.basis["jurisdiction"] == "DE"
    assert made.basis["findings"][0]["fact"]["source"]["title"] == "Test law"
    assert made.basis["extendable_until"].startswith("2027-02-22")
    assert told(talk.vera) == 1
    assert tags() == ["deadline:started"]


def test_what_a_day_rests_on_reads_the_same_years_later(talk):
    made = ask(talk)
    made.refresh_from_db()
    due, extended = findings_of(made.basis)
    assert (due.code, due.asks, extended.code) == ("access-due", False, "access-extended")
    assert due.fact == replace(ACCESS, value=dict(ACCESS.value))
    forgotten = {**made.basis, "findings": [{**made.basis["findings"][0], "code": "a-code-nobody-knows"}]}
    assert findings_of(forgotten) == ()


def test_asking_twice_is_asking_once(talk):
    first = ask(talk)
    assert ask(talk) == first
    finish(by=talk.vera, now=talk.tick(), deadline=first.id, outcome="given")
    assert ask(talk) != first


@pytest.mark.parametrize("before", ["nothing", "withdrawn", "ended"])
def test_a_request_is_never_refused(talk, before):
    if before == "withdrawn":
        withdraw(by=talk.alma, relationship=talk.relationship, now=talk.tick())
    if before == "ended":
        end_work(by=talk.vera, relationship=talk.relationship, now=talk.tick())
    assert ask(talk).done_at is None


def test_nobody_asks_for_another_ones_record(talk):
    practice = PracticeRow.objects.create(name="Elsewhere", created_at=talk.now)
    about = {"handle_hash": "c", "handle_sealed": "c", "auth_hash": "-", "kdf": {}, "created_at": talk.now}
    carl = Person.objects.create(practice=practice, role=Role.CLIENT, **about)
    for who in (carl, talk.vera):
        with pytest.raises(NotFound):
            ask_access(by=who, now=talk.tick(), relationship=talk.relationship)
    with pytest.raises(NotFound):
        note_request(
            by=carl, now=talk.now, relationship=talk.relationship, asked_by="other", received=talk.now
        )
    with pytest.raises(NotFound):
        note_breach(by=carl, now=talk.now, noticed=talk.now)


def test_nobody_changes_another_ones_deadline(talk):
    made, breach = ask(talk), note_breach(by=talk.vera, now=talk.now, noticed=talk.now)
    practice = PracticeRow.objects.create(name="Elsewhere", created_at=talk.now)
    for who in (person(practice, Role.THERAPIST, "Gerd", talk.now), talk.alma):
        about = {"by": who, "now": talk.now}
        for act in (
            lambda about=about: finish(**about, deadline=made.id, outcome="given"),
            lambda about=about: extend(**about, deadline=made.id, until=talk.now, reason="complex"),
            lambda about=about: set_day(**about, deadline=made.id, due=talk.now, reason="lawyer-said"),
            lambda about=about: tick_steps(**about, deadline=breach.id, steps=[]),
        ):
            with pytest.raises(NotFound):
                act()


def test_what_came_on_paper_counts_from_the_day_it_came(talk):
    came = datetime(2026, 10, 31, 9, 0, tzinfo=UTC)
    made = note_request(
        by=talk.vera, now=talk.now, relationship=talk.relationship, asked_by="guardian", received=came
    )
    # A month after the 31st is the last of November; the clocks were changed before.
    assert made.due_at.astimezone(BERLIN).isoformat() == "2026-11-30T23:59:59+01:00"
    with pytest.raises(BadInput):
        note_request(
            by=talk.vera,
            now=talk.now,
            relationship=talk.relationship,
            asked_by="other",
            received=talk.now + timedelta(days=1),
        )


@pytest.mark.parametrize(
    ("noticed", "due"),
    [
        # 72 hours are 72 hours, whatever the clocks on the wall do in those nights.
        ("2026-10-24T12:00:00+02:00", "2026-10-27T11:00:00+01:00"),
        ("2026-03-28T12:00:00+01:00", "2026-03-31T13:00:00+02:00"),
    ],
)
def test_a_breach_runs_through_the_night_of_the_clock_change(talk, noticed, due):
    made = note_breach(by=talk.vera, now=talk.now, noticed=datetime.fromisoformat(noticed))
    assert made.due_at.astimezone(BERLIN).isoformat() == due


def test_an_unknown_law_is_a_question_and_a_person_sets_the_day(talk, monkeypatch):
    use_law(monkeypatch)
    made = ask(talk)
    assert made.due_at is None
    assert made.basis["findings"][0]["code"] == "access-not-known"
    assert not Timer.objects.filter(kind="deadline").exists()
    day = talk.now + timedelta(days=20)
    with pytest.raises(BadInput):
        set_day(by=talk.vera, now=talk.now, deadline=made.id, due=day, reason="it seemed right")
    dated = set_day(by=talk.vera, now=talk.tick(), deadline=made.id, due=day, reason="authority-said")
    assert (dated.due_at, dated.due_reason) == (day, "authority-said")
    assert Timer.objects.filter(kind="deadline", subject=made.id, done_at=None).count() == 1
    again = set_day(
        by=talk.vera, now=talk.tick(), deadline=made.id, due=day + timedelta(days=1), reason="lawyer-said"
    )
    assert again.due_reason == "lawyer-said"


def test_a_day_set_twice_and_back_is_reminded_of(talk, monkeypatch):
    use_law(monkeypatch)
    made = ask(talk)
    day = talk.now + timedelta(days=20)
    for due in (day, day + timedelta(days=5), day):
        set_day(by=talk.vera, now=talk.tick(), deadline=made.id, due=due, reason="authority-said")
    waiting = Timer.objects.filter(kind="deadline", done_at=None)
    assert [each.due_at for each in waiting] == [made.received_at + (day - made.received_at) / 2]


def test_a_day_set_anew_counts_although_the_one_before_was_put_off(talk, monkeypatch):
    use_law(monkeypatch)
    made, day = ask(talk), talk.now + timedelta(days=20)
    about = {"by": talk.vera, "deadline": made.id}
    set_day(**about, now=talk.tick(), due=day, reason="authority-said")
    extend(**about, now=talk.tick(), until=day + timedelta(days=40), reason="complex")
    anew = set_day(**about, now=talk.tick(), due=day + timedelta(days=5), reason="lawyer-said")
    assert anew.due == day + timedelta(days=5)
    assert (anew.extended_until, anew.extension_reason) == (None, "")


def test_the_laws_own_day_can_not_be_set(talk):
    made = ask(talk)
    with pytest.raises(DayIsSet):
        set_day(by=talk.vera, now=talk.now, deadline=made.id, due=talk.now, reason="lawyer-said")


def test_an_extension_has_a_reason_and_an_end(talk):
    made = ask(talk)
    farthest = datetime.fromisoformat(made.basis["extendable_until"])
    for until in (made.due_at, farthest + timedelta(seconds=1)):
        with pytest.raises(NoLongerDay):
            extend(by=talk.vera, now=talk.now, deadline=made.id, until=until, reason="complex")
    longer = extend(by=talk.vera, now=talk.tick(), deadline=made.id, until=farthest, reason="complex")
    assert (longer.due, longer.due_at) == (farthest, made.due_at)
    assert told(talk.alma) == 1
    assert tags() == ["deadline:started", "deadline:extended"]


def test_an_extension_comes_before_the_day_is_over(talk):
    made = ask(talk)
    late = made.due_at + timedelta(seconds=1)
    with pytest.raises(NoLongerDay):
        extend(by=talk.vera, now=late, deadline=made.id, until=late + timedelta(days=1), reason="complex")


def test_done_is_done(talk):
    made = ask(talk)
    with pytest.raises(BadInput):
        finish(by=talk.vera, now=talk.now, deadline=made.id, outcome="reported")
    done = finish(by=talk.vera, now=talk.tick(), deadline=made.id, outcome="given-in-part")
    assert (done.done_by, done.outcome) == (talk.vera.id, "given-in-part")
    assert told(talk.alma) == 1
    assert not Timer.objects.filter(kind="deadline", done_at=None).exists()
    for act in (finish, extend, set_day, tick_steps):
        more = {
            finish: {"outcome": "given"},
            extend: {"until": talk.now, "reason": "complex"},
            set_day: {"due": talk.now, "reason": "lawyer-said"},
            tick_steps: {"steps": []},
        }[act]
        with pytest.raises(DeadlineOver):
            act(by=talk.vera, now=talk.now, deadline=made.id, **more)


def test_a_breach_has_a_list_without_words(talk):
    made = note_breach(by=talk.vera, now=talk.now, noticed=talk.now)
    ticked = tick_steps(
        by=talk.vera, now=talk.tick(), deadline=made.id, steps=["what-happened", "whose-data"]
    )
    first = dict(ticked.steps)
    ticked = tick_steps(
        by=talk.vera, now=talk.tick(), deadline=made.id, steps=["what-happened", "authority-told"]
    )
    assert ticked.steps["what-happened"] == first["what-happened"]
    assert set(ticked.steps) == {"what-happened", "authority-told"}
    with pytest.raises(BadInput):
        tick_steps(by=talk.vera, now=talk.now, deadline=made.id, steps=["Alma called"])


def rounds(until: datetime, start: datetime, step: timedelta) -> None:
    """Let the clock run round after round."""
    now = start
    while now <= until:
        fire_timers(now)
        now += step


def test_reminders_come_in_their_order_and_once_each(talk):
    made = ask(talk)
    Delivery.objects.all().delete()
    rounds(made.due_at + timedelta(days=3), talk.now, timedelta(hours=1))
    made.refresh_from_db()
    assert made.reminded == ["half", "most", "working-day-before", "over"]
    assert told(talk.vera) == 4
    assert tags("deadline:reminded") == ["deadline:reminded"] * 4
    assert told(talk.alma) == 0


def test_after_a_standstill_there_is_one_reminder_not_four(talk):
    made = ask(talk)
    Delivery.objects.all().delete()
    late = made.due_at + timedelta(days=2)
    rounds(late + timedelta(hours=2), late, timedelta(hours=1))
    made.refresh_from_db()
    assert (made.reminded, told(talk.vera)) == (["over"], 1)


def test_two_clocks_remind_once(talk):
    made = ask(talk)
    Delivery.objects.all().delete()
    at = made.due_at + timedelta(seconds=1)
    TIMERS["deadline"](made.id, at)
    TIMERS["deadline"](made.id, at)
    assert told(talk.vera) == 1


def test_an_extended_day_is_reminded_of_anew(talk):
    made = ask(talk)
    rounds(talk.now + timedelta(days=20), talk.now, timedelta(days=1))
    farthest = datetime.fromisoformat(made.basis["extendable_until"])
    extend(
        by=talk.vera, now=talk.now + timedelta(days=20), deadline=made.id, until=farthest, reason="complex"
    )
    Delivery.objects.all().delete()
    rounds(made.due_at + timedelta(days=1), talk.now + timedelta(days=20), timedelta(days=1))
    made.refresh_from_db()
    assert "over" not in made.reminded
    rounds(farthest + timedelta(days=1), made.due_at + timedelta(days=1), timedelta(days=1))
    made.refresh_from_db()
    assert made.reminded[-1] == "over"


def test_a_breach_is_reminded_of_at_once_and_a_request_at_her_reading_time(talk):
    breach, asked = note_breach(by=talk.vera, now=talk.now, noticed=talk.now), ask(talk)
    for each in (breach, asked):
        Delivery.objects.all().delete()
        night = each.received_at + (each.due_at - each.received_at) / 2
        night = night.replace(hour=2, minute=0)  # a Berlin night
        Deadline.objects.filter(pk=each.pk).update(
            received_at=night - (each.due_at - night) - timedelta(minutes=1)
        )
        TIMERS["deadline"](each.id, night)
        due = Delivery.objects.get(person=talk.vera).due_at
        assert (due == night) is (each == breach)


def test_a_breachs_further_days_are_reminded_of(talk, monkeypatch):
    use_law(monkeypatch, fact("breach-notice", days=10, assess_days=30, to="the authority"))
    made = note_breach(by=talk.vera, now=talk.now, noticed=talk.now)
    assert made.basis["assess_until"]
    rounds(talk.now + timedelta(days=40), talk.now, timedelta(hours=3))
    made.refresh_from_db()
    assert made.reminded == ["half", "most", "working-day-before", "over", "assess"]


def test_the_register_is_in_the_order_of_the_days(talk, monkeypatch):
    later = ask(talk)
    soon = note_breach(by=talk.vera, now=talk.now, noticed=talk.now)
    use_law(monkeypatch)
    open_end = note_breach(by=talk.vera, now=talk.now, noticed=talk.now)
    register = Deadline.objects.of(talk.vera)
    assert list(register.running()) == [soon, later, open_end]
    assert list(register.pressing(talk.now)) == [soon]
    assert list(register.pressing(talk.now + timedelta(days=25))) == [soon, later]
