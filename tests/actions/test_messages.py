"""Sending, changing and taking back: stored once, stamped with the decision, refused for nothing a client could help."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from ulid import ULID

from intersession.agreement.actions import withdraw
from intersession.agreement.models import Agreement
from intersession.audit.models import Entry
from intersession.device.device import Device, Reader
from intersession.errors import BadInput, IntersessionError, NotFound, TooLarge
from intersession.keys.envelope import RecipientExtra, RecipientMissing
from intersession.keys.models import Roster
from intersession.keys.rosters import add_roster, facts_of
from intersession.messaging.actions import MAX_BODY
from intersession.messaging.errors import (
    AgreementChanged,
    AlreadyChanged,
    AlreadyOpened,
    BetterLater,
    ConsentWithdrawn,
    MessageIdTaken,
    NotConfirmedYet,
    RelationshipEnded,
    RosterChanged,
)
from intersession.messaging.letters import whole
from intersession.messaging.models import Conversation, Message, Wrap
from intersession.outbox.models import Timer
from intersession.people.models import Relationship
from intersession.policy.models import PolicyVersion
from message_stage import MONDAY_9, TUESDAY_CLOSE, build_talk

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def talk():
    return build_talk()


def test_a_message_on_sunday_night_is_stored_with_what_is_promised(talk):
    sent = talk.write("I can't sleep.")
    assert (sent.seq, sent.kind, sent.handling) == (1, "question", "alert")
    assert sent.alert_at == MONDAY_9
    assert sent.answer_by == TUESDAY_CLOSE
    assert "outside-hours" in sent.reasons
    assert sent.agreement_id == talk.agreement
    assert whole(talk.fresh(sent)) == talk.sealed[sent.id].body


def test_what_was_promised_is_timed_in_the_same_transaction(talk):
    sent = talk.write()
    due = dict(Timer.objects.filter(subject=sent.id, done_at=None).values_list("kind", "due_at"))
    assert due == {"alert": MONDAY_9, "overdue": TUESDAY_CLOSE}


def test_the_wraps_stand_apart_from_the_body(talk):
    sent = talk.write()
    assert Wrap.objects.filter(message=sent).count() == 2
    assert len(bytes(talk.fresh(sent).body)) < len(talk.sealed[sent.id].body)


def test_sending_twice_stores_once(talk):
    sealed = talk.seal(talk.alma)
    first = talk.submit(talk.alma, sealed, "question")
    again = talk.submit(talk.alma, sealed, "question")
    assert (first.replayed, again.replayed) == (False, True)
    assert again.message.seq == first.message.seq
    assert Message.objects.count() == 1
    assert Entry.objects.filter(chain=talk.conv, tag="message:accepted").count() == 1


def test_the_same_id_with_other_bytes_is_a_conflict(talk):
    first = talk.seal(talk.alma)
    talk.submit(talk.alma, first, "question")
    other = talk.seal(talk.alma, "Something else", id=first.id)
    with pytest.raises(MessageIdTaken):
        talk.submit(talk.alma, other, "question")


def test_the_same_id_from_somebody_else_is_answered_like_a_foreign_one(talk):
    sent = talk.write()
    sealed = talk.seal(talk.vera, id=sent.id)
    with pytest.raises(NotFound):
        talk.submit(talk.vera, sealed, "note", at_once=True)


def test_a_foreign_conversation_is_not_found(talk):
    talk.stage.conv = build_other(talk)
    with pytest.raises(NotFound):
        talk.submit(talk.alma, talk.sealed_elsewhere, "question")


def build_other(talk):
    """Another client's conversation of the same therapist; Alma seals for her own."""
    talk.sealed_elsewhere = talk.seal(talk.alma)
    relationship = Relationship.objects.create(
        practice=talk.vera.practice, therapist=talk.vera, code="BEN1", state="active", created_at=talk.now
    )
    conversation = Conversation.objects.create(
        practice=talk.vera.practice, relationship=relationship, created_at=talk.now
    )
    return conversation.id


def test_one_byte_over_the_limit_is_too_large_and_says_the_limit(talk):
    sealed = talk.seal(talk.alma)
    with pytest.raises(TooLarge) as refused:
        talk.submit(talk.alma, sealed, "question", body=sealed.body + bytes(MAX_BODY - len(sealed.body) + 1))
    assert refused.value.values["limit"] == MAX_BODY


@pytest.mark.parametrize("body", [b"", b"hello", b"\x00" * 4000, b"-----BEGIN PGP MESSAGE-----"])
def test_bytes_that_are_no_envelope_are_refused(talk, body):
    with pytest.raises(IntersessionError) as refused:
        talk.submit(talk.alma, talk.seal(talk.alma), "question", body=body)
    assert refused.value.status == 422
    assert not Message.objects.exists()


def test_a_reader_left_out_or_added_is_refused(talk):
    roster = facts_of(Roster.objects.get(conv=talk.conv))
    sealed = talk.seal(talk.alma)
    stranger = Device.new()
    fewer = replace(roster, members=roster.members[:1])
    more = replace(roster, members=(*roster.members, member_of(roster, stranger)))
    for changed, error in ((fewer, RecipientMissing), (more, RecipientExtra)):
        certificates = [*talk.certificates(), stranger.certificate]
        made = talk.vera_device.seal("x", changed, certificates, now=talk.now, id=sealed.id, aside=True)
        with pytest.raises(error):
            talk.submit(talk.alma, sealed, "question", body=made.body)


def member_of(roster, device):
    from intersession.keys.envelope import read_certificate

    facts = read_certificate(device.certificate)
    return replace(roster.members[0], fp=facts.fingerprint, enc_fp=facts.enc_fingerprint)


def test_an_old_agreement_names_the_one_in_force_and_the_same_id_goes_through(talk):
    sealed = talk.seal(talk.alma)
    with pytest.raises(AgreementChanged) as refused:
        talk.submit(talk.alma, sealed, "question", agreement=str(ULID()))
    assert refused.value.values["agreement"] == talk.agreement
    assert talk.submit(talk.alma, sealed, "question").message.id == sealed.id


def test_an_old_roster_names_the_newest(talk):
    readers = [
        Reader(talk.vera_device.certificate, "therapist"),
        Reader(talk.alma_device.certificate, "client"),
    ]
    before = facts_of(Roster.objects.get(conv=talk.conv))
    data = talk.vera_device.make_roster(talk.conv, readers, now=talk.now, previous=before, reason="again")
    add_roster(by=talk.vera, now=talk.now, conv=talk.conv, relationship=talk.relationship, data=data)
    with pytest.raises(RosterChanged) as refused:
        talk.submit(talk.alma, talk.seal(talk.alma), "question")
    assert refused.value.values["roster_seq"] == 2


def test_before_the_therapist_has_confirmed_nothing_can_be_stored(talk):
    sealed = talk.seal(talk.alma)
    Roster.objects.all().delete()
    with pytest.raises(NotConfirmedYet):
        talk.submit(talk.alma, sealed, "question")


def test_without_an_agreement_it_is_taken_at_her_hours_and_nothing_is_promised():
    talk = build_talk(signed=False)
    sent = talk.write()
    assert (sent.handling, sent.alert_at, sent.answer_by, sent.seen_by) == ("alert", MONDAY_9, None, None)
    assert sent.notices[0]["code"] == "no-agreement-yet"
    assert Timer.objects.filter(subject=sent.id).values_list("kind", flat=True).get() == "alert"


def test_without_a_policy_it_is_taken_and_waits_without_a_time():
    talk = build_talk(signed=False)
    PolicyVersion.objects.all().delete()
    sent = talk.write()
    assert (sent.handling, sent.alert_at, sent.answer_by) == ("alert", None, None)
    assert [notice["code"] for notice in sent.notices] == ["no-agreement-yet"]


def test_only_withdrawal_and_ending_close_the_composer(talk):
    withdraw(by=talk.alma, relationship=talk.relationship, now=talk.stage.tick())
    with pytest.raises(ConsentWithdrawn):
        talk.write()
    with pytest.raises(ConsentWithdrawn):
        talk.submit(talk.vera, talk.seal(talk.vera), "note", at_once=True)
    Agreement.objects.all().update(state="ended")
    with pytest.raises(RelationshipEnded):
        talk.write()


def test_a_replay_is_answered_even_when_writing_is_closed_meanwhile(talk):
    sealed = talk.seal(talk.alma)
    talk.submit(talk.alma, sealed, "question")
    withdraw(by=talk.alma, relationship=talk.relationship, now=talk.stage.tick())
    assert talk.submit(talk.alma, sealed, "question").replayed


def test_a_change_takes_the_place_of_the_first_text(talk):
    first = talk.write("First")
    second = talk.write("Second", supersedes=first.id)
    old = talk.fresh(first)
    assert old.replaced_at == second.received_at
    assert second.supersedes_id == first.id
    assert not Timer.objects.filter(subject=first.id, done_at=None).exists()
    with pytest.raises(AlreadyChanged):
        talk.write("Third", supersedes=first.id)


def test_after_opening_a_change_comes_too_late_and_nothing_is_stored(talk):
    first = talk.write("First")
    talk.open(first, on_purpose=True)
    with pytest.raises(AlreadyOpened) as late:
        talk.write("Second", supersedes=first.id)
    assert late.value.values["at"] == talk.fresh(first).released_at
    assert Message.objects.count() == 1


def test_nobody_changes_a_message_of_somebody_else(talk):
    answer = talk.answer(talk.write())
    with pytest.raises(NotFound):
        talk.write("Mine now", supersedes=answer.id)
    with pytest.raises(BadInput):
        talk.answer(talk.write(), supersedes=answer.id)


def test_only_counted_messages_of_seven_days_are_counted(talk):
    talk.write()
    talk.write(kind="for-session")
    changed = talk.write(kind="practical")
    third = talk.write("again", kind="practical", supersedes=changed.id)
    assert "over-guide-count" not in third.reasons
    assert "over-guide-count" in talk.write().reasons
    talk.now += timedelta(days=8)
    assert "over-guide-count" not in talk.write().reasons


def test_the_therapist_is_told_that_later_is_better_and_may_send_all_the_same(talk):
    question = talk.write()
    sealed = talk.seal(talk.vera, kind="answer", reply_to=question.id)
    with pytest.raises(BetterLater) as suggested:
        talk.submit(talk.vera, sealed, "answer")
    assert suggested.value.values["at"] == MONDAY_9
    sent = talk.submit(talk.vera, sealed, "answer", at_once=True).message
    assert "outside-hours" in sent.reasons
    assert (
        Entry.objects.get(chain=talk.conv, data__message=sent.id, tag="message:accepted").data["at_once"]
        is True
    )


@pytest.mark.parametrize(
    ("field", "value"), [("id", "x" * 26), ("kind", "shout"), ("kind", "answer"), ("reply_to", "\0")]
)
def test_a_field_of_the_wrong_shape_is_named(talk, field, value):
    with pytest.raises(BadInput) as refused:
        talk.submit(talk.alma, talk.seal(talk.alma), **{"kind": "question", field: value})
    assert refused.value.values["field"] == field
