"""The clocks nobody asks for: the keeping of a record when the work ends, and a consent where the law knows how long it counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from intersession.agreement.actions import withdraw
from intersession.agreement.models import Agreement
from intersession.audit.models import Entry
from intersession.clock.duties import TIMERS, fire_timers
from intersession.errors import BadInput, Conflict, NotFound
from intersession.messaging.actions import submit_message
from intersession.messaging.errors import RelationshipEnded
from intersession.outbox.models import Delivery
from intersession.packs.library import jurisdiction
from intersession.people.models import Person, Relationship
from intersession.policy.models import PolicyVersion
from intersession.records.actions import extend, farthest_day, finish, time_is_over
from intersession.records.ending import end_work
from intersession.records.errors import NoLongerDay
from intersession.records.home import home_of
from intersession.records.models import Deadline
from intersession.records.reminding import planned
from intersession.rules.facts import Profession
from intersession.rules.practising import profession_of
from law_stage import ACCESS, CONSENT, LAW, TEN_YEARS, fact, use_law
from message_stage import FRAME, add_way, build_talk

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def talk(monkeypatch):
    use_law(monkeypatch, *LAW)
    talk = build_talk()
    add_way(talk.vera, "vera@example.org", talk.now)
    Agreement.objects.update(review_on=date(2027, 1, 3))
    return talk


def tags(of: str = "") -> list[str]:
    return list(Entry.objects.filter(tag__startswith=of).order_by("id").values_list("tag", flat=True))


def told(who: Person) -> int:
    return Delivery.objects.filter(person=who).count()


def test_a_record_is_kept_longer_never_shorter(talk):
    end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    kept = Deadline.objects.get(kind="retention")
    about = {"by": talk.vera, "now": talk.now, "deadline": kept.id}
    with pytest.raises(NoLongerDay):
        extend(**about, until=kept.due_at - timedelta(days=1), reason="client-was-minor")
    with pytest.raises(BadInput):
        extend(**about, until=kept.due_at + timedelta(days=1), reason="complex")
    assert extend(**about, until=kept.due_at + timedelta(days=900), reason="client-was-minor").extended_until
    Deadline.objects.update(at_most_on=date(2040, 1, 1))
    with pytest.raises(NoLongerDay):
        extend(**about, until=kept.due_at + timedelta(days=2000), reason="another-law")


def test_the_end_of_the_work_starts_the_keeping_of_the_record(talk):
    ended = end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    kept = Deadline.objects.get(kind="retention")
    assert (ended.state, kept.records, kept.asked_by) == ("ended", "clinical-record", "law")
    assert kept.due_at.astimezone(BERLIN).date().isoformat() == "2036-11-22"
    assert [tag for tag in tags("") if tag in ("agreement:ended", "relationship:ended")] == [
        "agreement:ended",
        "relationship:ended",
    ]
    with pytest.raises(Conflict):
        end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    sending = talk.sending(talk.seal(talk.alma, "One more", kind="question"), "question")
    with pytest.raises(RelationshipEnded):
        submit_message(by=talk.alma, now=talk.now, conversation=talk.conv, sending=sending)


def test_only_her_therapist_ends_the_work(talk):
    with pytest.raises(NotFound):
        end_work(by=talk.alma, now=talk.tick(), relationship=talk.relationship)
    assert Relationship.objects.get(pk=talk.relationship.pk).state == "active"


def test_a_record_with_an_unknown_time_has_no_day(talk, monkeypatch):
    use_law(monkeypatch, ACCESS)
    end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    kept = Deadline.objects.get(kind="retention")
    assert (kept.due_at, kept.basis["findings"][0]["code"]) == (None, "retention-not-known")


def test_a_record_is_not_settled_as_kept_before_its_time(talk):
    end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    kept = Deadline.objects.get(kind="retention")
    with pytest.raises(BadInput):
        finish(by=talk.vera, now=talk.now, deadline=kept.id, outcome="kept")
    assert finish(by=talk.vera, now=kept.due_at + timedelta(days=1), deadline=kept.id, outcome="kept").done_at


def consents() -> list[tuple[str, str]]:
    rows = Deadline.objects.filter(kind="consent-expiry").order_by("id")
    return [(each.agreement_id or "", each.outcome) for each in rows]


def test_a_consent_in_force_has_a_clock_where_the_law_knows_one(talk):
    TIMERS["consent-clock"](talk.agreement, talk.now)
    TIMERS["consent-clock"](talk.agreement, talk.now)
    made = Deadline.objects.get(kind="consent-expiry")
    # Twelve months by law, or the review both agreed: six weeks.
    assert made.due_at.astimezone(BERLIN).date().isoformat() == "2027-01-03"
    assert list(Deadline.objects.of(talk.vera).running()) == [made]


def test_signing_asks_the_clock_for_it(monkeypatch):
    use_law(monkeypatch, CONSENT)
    talk = build_talk(signed=False)
    signed = talk.activate()
    fire_timers(talk.now)
    assert consents() == [(signed.id, "")]
    talk.publish(FRAME.replace("words = 300", "words = 200"))
    renewed = talk.activate()
    fire_timers(talk.now)
    assert consents() == [(signed.id, "renewed"), (renewed.id, "")]


def test_no_clock_where_the_law_knows_none(talk, monkeypatch):
    use_law(monkeypatch, TEN_YEARS)
    TIMERS["consent-clock"](talk.agreement, talk.now)
    assert consents() == []


def test_a_withdrawn_consent_runs_no_more(talk):
    TIMERS["consent-clock"](talk.agreement, talk.now)
    made = Deadline.objects.get(kind="consent-expiry")
    withdraw(by=talk.alma, relationship=talk.relationship, now=talk.tick())
    assert list(Deadline.objects.of(talk.vera).running()) == []
    Delivery.objects.all().delete()
    TIMERS["deadline"](made.id, made.due_at)
    assert consents() == [(talk.agreement, "over")]
    assert told(talk.vera) == 0


def test_a_record_that_must_be_gone_is_reminded_of_until_then(talk, monkeypatch):
    use_law(
        monkeypatch,
        fact(
            "retention",
            records="clinical-record",
            years=1,
            at_most_years=2,
            starts="end-of-treatment",
            basis="law",
        ),
    )
    end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    kept = Deadline.objects.get(kind="retention")
    assert kept.at_most_on == date(2028, 11, 22)
    now = talk.now
    while now < kept.due_at + timedelta(days=400):
        fire_timers(now)
        now += timedelta(days=5)
    kept.refresh_from_db()
    assert kept.reminded == ["month-before", "working-day-before", "over", "must-go"]
    with pytest.raises(BadInput):
        finish(by=talk.vera, now=kept.due_at + timedelta(days=1), deadline=kept.id, outcome="kept")
    assert list(Deadline.objects.of(talk.vera).pressing(kept.due_at + timedelta(days=363))) == [kept]


def test_days_stay_where_they_were_counted_when_she_moves(talk):
    end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    Deadline.objects.update(due_at=None, at_most_on=date(2036, 11, 22))
    talk.publish(FRAME.replace('time_zone = "Europe/Berlin"', 'time_zone = "America/Los_Angeles"'))
    Person.objects.filter(pk=talk.vera.pk).update(zone="America/Los_Angeles")
    kept = Deadline.objects.get(kind="retention")
    last = datetime(2036, 11, 22, 23, 59, 59, tzinfo=BERLIN)
    assert farthest_day(kept) == last
    assert not time_is_over(kept, last)
    assert time_is_over(kept, last + timedelta(seconds=1))
    [(_, told_at)] = planned(kept, home_of(talk.vera))
    assert told_at == datetime(2036, 10, 23, 23, 59, 59, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("zone", "from_"),
    [
        ("Pacific/Auckland", "2036-11-15T00:00:00+13:00"),
        ("Europe/Berlin", "2036-11-15T00:00:00+01:00"),
        ("America/Los_Angeles", "2036-11-15T00:00:00-08:00"),
    ],
)
def test_a_last_day_is_pressing_from_the_same_hour_on_the_wall(talk, zone, from_):
    end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    kept, begins = Deadline.objects.get(kind="retention"), datetime.fromisoformat(from_).astimezone(UTC)
    kept.due_at, kept.at_most_on, kept.basis["zone"] = None, date(2036, 11, 22), zone
    kept.save()
    register = Deadline.objects.of(talk.vera)
    assert list(register.pressing(begins)) == [kept]
    assert list(register.pressing(begins - timedelta(seconds=1))) == []


def test_a_licence_of_the_country_makes_the_profession_in_its_part(talk):
    """What she is, is decided in one place: rules/practising.py."""
    licences = [
        {"jurisdiction": "GB", "profession": "counselor"},
        {"jurisdiction": "DE", "profession": "psychotherapist"},
    ]
    tables = "".join(
        "[[therapist.licences]]\n" + "".join(f'{name} = "{value}"\n' for name, value in each.items())
        for each in licences
    )
    part = FRAME.replace('jurisdiction = "DE"\n', f'jurisdiction = "DE-BE"\n{tables}', 1)
    talk.publish(part)
    home = home_of(talk.vera)
    who = PolicyVersion.objects.latest_of(talk.vera).policy.therapist
    assert home.profession == profession_of(who, jurisdiction(home.place)) == Profession.PSYCHOTHERAPIST
