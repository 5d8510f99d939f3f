"""The ledger: whatever one row suffers, `intersession verify` names the first entry that does not fit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from intersession.audit.actions import Broken, entry_hash, head_seal, record, verify_chains
from intersession.audit.models import ChainHead, Entry
from intersession.audit.tags import Tag
from intersession.cli import run_verify
from intersession.clock.duties import fire_timers
from intersession.messaging.models import Message, Wrap
from intersession.messaging.verifying import verify_messages
from message_stage import MONDAY_9, build_talk

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
AT = datetime(2026, 11, 22, 21, 41, tzinfo=UTC)
P, C = "P" * 26, "C" * 26
LENGTH = 6


@pytest.fixture
def chain():
    for number in range(LENGTH):
        record(Tag.SIGNED_IN, practice=P, by="X", now=AT + timedelta(seconds=number), chain=C, number=number)
    record(Tag.SIGNED_OUT, practice=P, by="X", now=AT)
    return Entry.objects.filter(chain=C)


def faults():
    return {chain: fault for chain, _, fault in verify_chains() if fault}


def test_an_unbroken_ledger_is_proved(chain):
    assert list(verify_chains()) == [(C, LENGTH, None), (P, 1, None)]


@pytest.mark.parametrize("seq", range(1, LENGTH + 1))
def test_an_entry_taken_out_is_named(chain, seq):
    chain.filter(seq=seq).delete()
    assert faults() == {C: Broken(C, seq, "missing")}


@pytest.mark.parametrize("left", range(LENGTH))
def test_newest_entries_cut_off_are_named(chain, left):
    chain.filter(seq__gt=left).delete()
    assert faults() == {C: Broken(C, left + 1, "missing")}


@pytest.mark.parametrize("seq", range(1, LENGTH + 1))
@pytest.mark.parametrize(
    "change",
    [
        {"at": AT + timedelta(days=1)},
        {"tag": "login:ended"},
        {"by": "Y"},
        {"data": {"number": 99}},
        {"hash": "0" * 64},
    ],
)
def test_a_changed_field_is_named(chain, seq, change):
    chain.filter(seq=seq).update(**change)
    assert faults() == {C: Broken(C, seq, "changed")}


@pytest.mark.parametrize("seq", range(2, LENGTH + 1))
def test_a_changed_link_is_named(chain, seq):
    chain.filter(seq=seq).update(prev_hash="f" * 64)
    assert faults() == {C: Broken(C, seq, "unlinked")}


@pytest.mark.parametrize("seq", range(1, LENGTH))
def test_two_entries_in_another_order_are_named(chain, seq):
    chain.filter(seq=seq).update(seq=1000)
    chain.filter(seq=seq + 1).update(seq=seq)
    chain.filter(seq=1000).update(seq=seq + 1)
    assert faults()[C].seq == seq


def test_a_chain_written_anew_from_one_entry_on_does_not_get_past_the_seal(chain):
    before = chain.get(seq=2).hash
    for entry in chain.filter(seq__gt=2).order_by("seq"):
        entry.data, entry.prev_hash = {"number": 0}, before
        entry.hash = before = entry_hash(entry)
        entry.save()
    assert faults() == {C: Broken(C, LENGTH, "unsealed")}
    ChainHead.objects.filter(chain=C).update(hash=before)
    assert faults() == {C: Broken(C, LENGTH, "unsealed")}


def test_an_entry_added_by_hand_is_named(chain):
    last = chain.get(seq=LENGTH)
    forged = Entry(practice_id=P, chain=C, seq=LENGTH + 1, at=AT, tag="login:ended", prev_hash=last.hash)
    forged.hash = entry_hash(forged)
    forged.save()
    assert faults() == {C: Broken(C, LENGTH + 1, "unsealed")}


def test_a_chain_without_its_head_and_a_head_without_its_chain_are_named(chain):
    ChainHead.objects.filter(chain=P).delete()
    chain.delete()
    assert faults() == {C: Broken(C, 1, "missing"), P: Broken(P, 1, "unsealed")}


def test_a_seal_needs_the_instances_secret(chain, settings, tmp_path):
    head = ChainHead.objects.get(chain=C)
    assert head.seal == head_seal(head)
    settings.HOME = tmp_path
    assert head.seal != head_seal(head)


def test_numbers_have_no_gap_after_a_failed_action(chain):
    with pytest.raises(RuntimeError):
        record_and_fail()
    record(Tag.SIGNED_IN, practice=P, by="X", now=AT, chain=C)
    assert faults() == {}
    assert chain.count() == LENGTH + 1


@transaction.atomic
def record_and_fail():
    record(Tag.SIGNED_IN, practice=P, by="X", now=AT, chain=C)
    raise RuntimeError


class TestMessages:
    @pytest.fixture
    def talk(self):
        talk = build_talk()
        self.first = talk.write("One")
        self.second = talk.write("Two", supersedes=self.first.id)
        talk.answer(self.second)
        return talk

    def wrong(self):
        return {conv: fault for conv, _, fault in verify_messages() if fault}

    @pytest.mark.usefixtures("talk")
    def test_a_whole_story_is_proved(self):
        fire_timers(MONDAY_9 + timedelta(days=3))
        assert self.wrong() == {}
        assert faults() == {}
        assert run_verify(None) == 0

    @pytest.mark.parametrize(
        "change",
        [
            {"kind": "for-session"},
            {"answer_by": None},
            {"alert_at": MONDAY_9 + timedelta(hours=1)},
            {"handling": "quiet"},
            {"body_sha256": "0" * 64},
        ],
    )
    def test_a_row_that_is_not_what_was_accepted_is_named(self, talk, change, capsys):
        Message.objects.filter(pk=self.second.id).update(**change)
        assert self.wrong() == {talk.conv: Broken(talk.conv, 2, "swapped")}
        assert run_verify(None) == 1
        assert "message 2 is swapped" in capsys.readouterr().err

    def test_a_swapped_body_is_named(self, talk):
        Message.objects.filter(pk=self.second.id).update(body=self.first.body)
        assert self.wrong() == {talk.conv: Broken(talk.conv, 2, "swapped")}

    def test_a_swapped_body_with_its_hash_is_named(self, talk):
        Message.objects.filter(pk=self.second.id).update(
            body=self.first.body, body_sha256=self.first.body_sha256
        )
        assert self.wrong() == {talk.conv: Broken(talk.conv, 2, "swapped")}

    def test_a_wrap_taken_away_or_put_in_is_named(self, talk):
        wrap = Wrap.objects.filter(message=self.second, position=1)
        wrap.update(pkesk=bytes(100))
        assert self.wrong() == {talk.conv: Broken(talk.conv, 2, "swapped")}
        wrap.delete()
        assert self.wrong() == {talk.conv: Broken(talk.conv, 2, "swapped")}

    def test_a_message_given_to_another_author_is_named(self, talk):
        Message.objects.filter(pk=self.second.id).update(author=talk.vera)
        assert self.wrong() == {talk.conv: Broken(talk.conv, 2, "swapped")}

    def test_a_message_that_vanished_is_named(self, talk):
        Message.objects.update(supersedes=None, reply_to=None, answered_by=None)
        Message.objects.filter(pk=self.second.id).delete()
        assert self.wrong() == {talk.conv: Broken(talk.conv, 2, "missing")}

    def test_a_message_nobody_accepted_is_named(self, talk):
        row = Message.objects.get(pk=self.second.id)
        row.pk, row.seq, row.supersedes = "01M82K97C0EXPXV4EAXXEA3EM0", 99, None
        row.save(force_insert=True)
        assert self.wrong() == {talk.conv: Broken(talk.conv, 99, "unknown")}
