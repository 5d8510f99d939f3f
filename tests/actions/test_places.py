"""A client tells of a trip or a move, corrects it, ends it, undoes that; the therapist gets one notice without content."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from intersession.audit.models import Entry
from intersession.errors import BadInput, NotFound
from intersession.messaging.places import Told, declare_stay, end_stay, resume_stay
from intersession.outbox.models import Delivery
from intersession.people.models import Person, Stay
from intersession.people.stays import declared_by, where_now
from intersession.rules.place import Stay as As
from message_stage import MONDAY_9, add_way, build_talk

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.fixture
def talk():
    talk = build_talk()
    Person.objects.filter(pk=talk.alma.pk).update(place="DE")
    talk.alma.refresh_from_db()
    return talk


def trip(**more) -> Told:
    return Told(
        **{"kind": "travelling", "place": "AT", "from_on": TODAY, "until_on": date(2026, 12, 12), **more}
    )


def test_a_trip_counts_from_its_first_day_to_its_last(talk):
    declare_stay(by=talk.alma, now=talk.now, told=trip(from_on=TODAY + timedelta(days=2)))
    assert where_now(talk.alma, talk.now).place == "DE"
    assert where_now(talk.alma, talk.now + timedelta(days=2)).place == "AT"
    assert where_now(talk.alma, talk.now + timedelta(days=21)).place == "DE"


def test_the_day_is_the_clients_own(talk):
    Person.objects.filter(pk=talk.alma.pk).update(zone="Asia/Tokyo")
    talk.alma.refresh_from_db()
    declare_stay(by=talk.alma, now=talk.now, told=trip(from_on=date(2026, 11, 23)))
    assert where_now(talk.alma, talk.now).place == "AT"


def test_back_again_and_undone(talk):
    stay = declare_stay(by=talk.alma, now=talk.now, told=trip())
    end_stay(by=talk.alma, now=talk.now, stay=stay.id)
    end_stay(by=talk.alma, now=talk.now, stay=stay.id)
    assert where_now(talk.alma, talk.now).stay is As.USUAL
    resume_stay(by=talk.alma, now=talk.now, stay=stay.id)
    assert where_now(talk.alma, talk.now).place == "AT"
    tags = list(Entry.objects.filter(tag__startswith="stay:").order_by("seq").values_list("tag", flat=True))
    assert tags == ["stay:declared", "stay:ended", "stay:resumed"]


def test_a_correction_takes_the_place_of_what_was_told(talk):
    first = declare_stay(by=talk.alma, now=talk.now, told=trip(place="CH"))
    declare_stay(by=talk.alma, now=talk.now, told=trip(), instead_of=first.id)
    assert [each.place for each in declared_by(talk.alma)] == ["AT"]
    assert Stay.objects.count() == 2


def test_saying_it_twice_is_saying_it_once(talk):
    first = declare_stay(by=talk.alma, now=talk.now, told=trip(place="CH"))
    assert declare_stay(by=talk.alma, now=talk.now, told=trip(place="CH")) == first
    second = declare_stay(by=talk.alma, now=talk.now, told=trip(), instead_of=first.id)
    assert declare_stay(by=talk.alma, now=talk.now, told=trip(), instead_of=first.id) == second
    assert Stay.objects.count() == 2
    assert Entry.objects.filter(tag="stay:ended").count() == 1


def test_a_move_has_no_last_day(talk):
    declare_stay(by=talk.alma, now=talk.now, told=trip(kind="moved", until_on=None))
    assert where_now(talk.alma, talk.now + timedelta(days=900)).stay is As.MOVED


def test_the_ledger_and_the_notice_do_not_name_the_place(talk):
    add_way(talk.vera, "vera@example.org", talk.now)
    first = declare_stay(by=talk.alma, now=talk.now, told=trip(place="CH"))
    declare_stay(by=talk.alma, now=talk.now, told=trip(), instead_of=first.id)
    assert all(set(each.data) == {"stay"} for each in Entry.objects.filter(tag__startswith="stay:"))
    queued = Delivery.objects.get(kind="place")
    assert (queued.person_id, queued.due_at) == (talk.vera.id, MONDAY_9)


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("kind", {"kind": "lost"}),
        ("place", {"place": ""}),
        ("from", {"from_on": date(2020, 1, 1), "until_on": None}),
        ("from", {"from_on": date(2036, 1, 1), "until_on": None}),
        ("until", {"until_on": TODAY - timedelta(days=1), "from_on": TODAY - timedelta(days=3)}),
        ("until", {"from_on": TODAY + timedelta(days=3), "until_on": TODAY + timedelta(days=2)}),
        ("until", {"until_on": date(2099, 1, 1)}),
        ("until", {"kind": "moved"}),
    ],
)
def test_a_slip_is_named_and_nothing_is_kept(talk, field, told):
    with pytest.raises(BadInput) as caught:
        declare_stay(by=talk.alma, now=talk.now, told=trip(**told))
    assert caught.value.values["field"] == field
    assert not Stay.objects.exists()


def test_nobody_tells_for_another(talk):
    stay = declare_stay(by=talk.alma, now=talk.now, told=trip())
    for act in (end_stay, resume_stay):
        with pytest.raises(NotFound):
            act(by=talk.vera, now=talk.now, stay=stay.id)
    with pytest.raises(NotFound):
        declare_stay(by=talk.vera, now=talk.now, told=trip())
