"""Days of contact at a place: from the times of her messages and of sessions, in her zone, while the client was there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from agreement_stage import FRAME
from intersession.messaging.contact import contact_if_known
from intersession.messaging.days import contact_days
from intersession.messaging.models import Message
from intersession.messaging.places import Told, declare_stay, end_stay
from intersession.messaging.standing import standing_of
from intersession.people.models import Person, Relationship, Session
from intersession.rules.findings import Answer
from message_stage import build_talk

pytestmark = pytest.mark.django_db
LICENCE = 'jurisdiction = "US-WA"\nlicences = [{ jurisdiction = "US-WA", profession = "psychologist" }]'
APPROVAL = '\npermits = [{ jurisdiction = "US-CA", kind = "approval", until = 2027-05-31 }]'
NEW_YEAR = datetime(2027, 1, 5, 12, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.fixture
def talk():
    """Vera in Berlin (that is, her zone), Alma at home in Washington."""
    talk = build_talk(source=FRAME.replace('jurisdiction = "DE"', LICENCE))
    Person.objects.filter(pk=talk.alma.pk).update(place="US-WA")
    talk.alma.refresh_from_db()
    return talk


def relationship(talk) -> Relationship:
    return Relationship.objects.get(pk=talk.relationship.pk)


def wrote(talk, sent: str, opened: str = "", **more: object) -> None:
    """Vera answered at one time, and Alma opened it at another."""
    message = talk.answer(talk.write())
    times = {"received_at": at(sent), "opened_at": at(opened) if opened else None}
    Message.objects.filter(pk=message.pk).update(**times, **more)


def met(talk, start: str, minutes: int = 50, **more: object) -> None:
    """A session."""
    about = {"practice_id": talk.vera.practice_id, "relationship": talk.relationship, "created_at": talk.now}
    begin = at(start)
    Session.objects.create(**about, starts_at=begin, ends_at=begin + timedelta(minutes=minutes), **more)


def went(talk, place: str = "US-CA", first: str = "2026-12-28", last: str | None = "2027-01-04", **more):
    told = Told("travelling", place, date.fromisoformat(first), date.fromisoformat(last) if last else None)
    return declare_stay(by=talk.alma, now=talk.tick(), told=told, **more)


def days(talk, place: str = "US-CA", now: datetime = NEW_YEAR) -> list[str]:
    return [each.isoformat() for each in contact_days(relationship(talk), place, now)]


def test_her_messages_and_sessions_count_over_the_years_end(talk):
    went(talk)
    wrote(talk, "2026-12-29T10:00", "2026-12-31T23:30")  # opened on 1 January in Berlin
    wrote(talk, "2026-12-29T15:00")
    met(talk, "2027-01-03T15:00")
    assert days(talk) == ["2026-12-29", "2027-01-01", "2027-01-03"]
    assert days(talk, "US-OR") == []


def test_only_days_of_the_stay_count_its_first_and_last_too(talk):
    went(talk)
    for sent in ("2026-12-27T22:30", "2026-12-27T23:30", "2027-01-04T22:30", "2027-01-04T23:30"):
        wrote(talk, sent)
    assert days(talk) == ["2026-12-28", "2027-01-04"]
    assert days(talk, "US-WA") == ["2026-12-27", "2027-01-05"]


def test_a_session_counts_on_every_day_it_touches_once_it_has_begun(talk):
    went(talk)
    met(talk, "2026-12-29T22:30")  # over midnight in Berlin
    met(talk, "2027-01-01T22:10")  # until midnight
    met(talk, "2027-01-03T10:00", cancelled_at=talk.now)
    met(talk, "2027-01-04T10:00")
    assert days(talk, now=at("2027-01-04T09:00")) == ["2026-12-29", "2026-12-30", "2027-01-01"]
    assert days(talk, now=at("2027-01-04T10:00"))[-1] == "2027-01-04"


def test_what_she_took_back_and_what_the_client_wrote_count_nothing(talk):
    went(talk)
    wrote(talk, "2026-12-29T10:00", withdrawn_at=at("2026-12-29T10:01"))
    wrote(talk, "2026-12-30T10:00", replaced_at=at("2026-12-30T10:01"))
    Message.objects.filter(author=talk.alma).update(received_at=at("2026-12-31T10:00"))
    assert days(talk) == []


def test_a_trip_that_ended_early_counts_through_that_day(talk):
    stay = went(talk)
    for sent in ("2026-12-29T10:00", "2026-12-30T10:00", "2026-12-31T10:00"):
        wrote(talk, sent)
    end_stay(by=talk.alma, now=at("2026-12-30T12:00"), stay=stay.id)
    assert days(talk) == ["2026-12-29", "2026-12-30"]


def test_a_trip_taken_back_before_it_began_and_one_corrected_count_nothing(talk):
    stay = went(talk)
    wrong = went(talk, "US-OR", "2026-12-28", "2026-12-29")
    went(talk, "US-NV", "2026-12-28", "2026-12-29", instead_of=wrong.id)
    end_stay(by=talk.alma, now=talk.tick(), stay=stay.id)
    wrote(talk, "2026-12-29T10:00")
    assert days(talk) == days(talk, "US-OR") == []
    assert days(talk, "US-NV") == ["2026-12-29"]


def test_a_trip_corrected_on_the_way_counts_as_corrected(talk):
    wrong = went(talk)
    talk.now = at("2026-12-30T12:00")
    went(talk, first="2026-12-30", instead_of=wrong.id)
    wrote(talk, "2026-12-29T10:00")
    wrote(talk, "2026-12-31T10:00")
    assert days(talk) == ["2026-12-31"]


def test_before_a_client_has_joined_there_are_none(talk):
    empty = Relationship(therapist=talk.vera, client=None)
    assert contact_days(empty, "US-CA", NEW_YEAR) == ()


def ask(talk, now: datetime) -> tuple[Answer, dict[str, int]]:
    """The answer on a day, and how many days are left by each finding that counts them."""
    found = relationship(talk)
    _, answer = contact_if_known(found, standing_of(found, now).terms, now)
    left = {each.code: dict(each.values).get("left") for each in answer.findings}
    return answer.answer, {code: count for code, count in left.items() if count is not None}


def test_a_new_approval_counts_at_once_and_the_days_are_counted_down(talk):
    went(talk)
    met(talk, "2026-12-29T15:00")
    assert ask(talk, at("2026-12-31T12:00")) == (Answer.ASK, {"place-temporary-days-left": 28})
    # The agreement still says what was so when it was signed.
    talk.publish(FRAME.replace('jurisdiction = "DE"', LICENCE + APPROVAL))
    assert not standing_of(relationship(talk), talk.now).terms.therapist.permits
    assert ask(talk, at("2026-12-31T12:00")) == (Answer.ALLOWED, {"place-temporary-days-left": 28})
    # California counts by the calendar year.
    assert ask(talk, at("2027-01-02T12:00")) == (Answer.ALLOWED, {"place-temporary-days-left": 30})


def test_an_approval_that_has_ended_counts_no_more(talk):
    went(talk, first="2027-05-30", last="2027-06-30")
    talk.publish(FRAME.replace('jurisdiction = "DE"', LICENCE + APPROVAL))
    assert ask(talk, at("2027-05-31T12:00"))[0] is Answer.ALLOWED
    assert ask(talk, at("2027-06-01T12:00"))[0] is Answer.ASK


@pytest.mark.parametrize("broken", ["place", "place_on"])
def test_a_fault_in_the_rules_on_places_never_keeps_a_message(talk, monkeypatch, caplog, broken):
    went(talk)

    def fails(*_: object) -> None:
        raise ValueError("US-CA and more that nobody should read")

    where = {"place": "intersession.rules.practising.place", "place_on": "intersession.people.stays.place_on"}
    monkeypatch.setattr(where[broken], fails)
    talk.now = at("2026-12-29T12:00")
    sent = talk.write()
    assert sent.handling == "alert"
    said = [each.getMessage() for each in caplog.records if each.name == "intersession.messaging.contact"]
    assert said == ["no answer about a client's place: ValueError"]
