"""Erasure: proposed, a day's pause, confirmed by a person, with a certificate. A hold stops it; the ledger proves it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import models

from intersession.audit.actions import verify_chains
from intersession.audit.models import Entry
from intersession.errors import BadInput, NotFound
from intersession.messaging.models import Conversation, Message
from intersession.messaging.verifying import verify_messages
from intersession.people.models import Person, Relationship, RelationshipState, Session, Way
from intersession.records import erasing, taking
from intersession.records.actions import ask_access, extend, finish, set_day
from intersession.records.ending import end_work
from intersession.records.erasing import cancel_erasure, confirm_erasure, propose_erasure
from intersession.records.errors import ErasureBlocked, ErasureOpen, HoldStands, NotTheCode
from intersession.records.holds import lift_hold, place_hold
from intersession.records.models import Deadline, Erasure, LegalHold
from intersession.rules.erasing import Block
from law_stage import ACCESS, LAW, fact, use_law
from message_stage import add_way, build_talk

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
DAY = timedelta(days=1)
# What an erasure leaves: the shell of the relationship, its clocks, and what the therapist and the practice have.
STAYS = {
    "PolicyVersion",
    "Relationship",
    "Conversation",
    "Deadline",
    "LegalHold",
    "Erasure",
    "Entry",
    "ChainHead",
    "Timer",
}


@pytest.fixture
def talk(monkeypatch):
    """A work with everything in it that a record may hold, ended ten years ago."""
    use_law(monkeypatch, *LAW)
    talk = build_talk(signed=False)
    talk.agreement = talk.activate().id
    add_way(talk.alma, "alma@example.org", talk.now)
    first = talk.write("The week was hard")
    talk.read(first, on_purpose=True)
    talk.answer(first)
    talk.write("Shall we meet on Tuesday?")
    Session.objects.create(
        practice=talk.vera.practice,
        relationship=talk.relationship,
        starts_at=talk.now,
        ends_at=talk.now + timedelta(minutes=50),
        created_at=talk.now,
    )
    end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    talk.now = Deadline.objects.get(kind="retention").due_at + DAY
    return talk


def propose(talk, ground: str = "time-over") -> Erasure:
    return propose_erasure(by=talk.vera, now=talk.tick(), relationship=talk.relationship.id, ground=ground)


def confirm(talk, erasure: Erasure, code: str = "") -> Erasure:
    code = code or talk.relationship.code
    return confirm_erasure(by=talk.vera, now=talk.tick(), erasure=erasure.id, code=code)


def verified() -> list[str]:
    """What `intersession verify` would name."""
    found = [fault for results in (verify_chains(), verify_messages()) for *_, fault in results if fault]
    return [fault.why for fault in found]


def test_the_whole_way(talk):
    made = propose(talk)
    assert made.listing["messages"]["count"] == 3
    assert made.listing["accounts"]["count"] == made.listing["addresses"]["count"] == 1
    talk.now += DAY
    done = confirm(talk, made, f" {talk.relationship.code.lower()} ")
    assert done.erased["messages"] == made.listing["messages"]
    assert not Message.objects.exists()
    assert not Person.objects.filter(pk=talk.alma.pk).exists()
    assert not Way.objects.exists()
    shell = Relationship.objects.get()
    assert (shell.client, shell.state, shell.code) == (None, "ended", talk.relationship.code)
    assert [each.outcome for each in Deadline.objects.filter(kind="retention")] == ["erased"]
    assert verified() == []


def test_the_certificate_is_in_the_ledger(talk):
    hashes = sorted(Message.objects.values_list("id", "body_sha256"))
    made = propose(talk)
    talk.now += DAY
    done = confirm(talk, made)
    entry = Entry.objects.get(tag="erasure:done")
    assert (entry.by, entry.at, entry.chain) == (talk.vera.id, done.done_at, talk.conv)
    assert entry.data["sha256"] == done.sha256
    assert "messages 3" in entry.data["counts"]
    assert entry.data["oldest"] <= entry.data["newest"]
    assert entry.data["ground"] == "time-over"
    assert entry.data["deadlines"] == list(
        Deadline.objects.filter(kind="retention").values_list("id", flat=True)
    )
    accepted = Entry.objects.filter(tag="message:accepted")
    assert sorted((each.data["message"], each.data["sha256"]) for each in accepted) == hashes


def things_of(talk) -> dict[str, list[str]]:
    """The ids a row of any table may point at to be about this work."""
    return {
        "Relationship": [talk.relationship.id],
        "Conversation": [talk.conv],
        "Person": [talk.alma.id],
        "Message": list(Message.objects.values_list("id", flat=True)),
        "Agreement": [each.id for each in talk.relationship.agreements.all()],
    }


def pointing(things: dict[str, list[str]]) -> dict[tuple[type[models.Model], str], int]:
    """How many rows of each table point at them, by table and column."""
    return {
        (table, field.name): table._default_manager.filter(
            **{f"{field.name}__in": things[field.related_model.__name__]}
        ).count()
        for table in apps.get_app_config("intersession").get_models()
        for field in table._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        if field.related_model.__name__ in things
    }


def test_no_table_is_forgotten(talk):
    """A new table that points at a client's things is counted and taken, or named above as one that stays."""
    things = things_of(talk)
    counted = {rows.model for _, rows, _ in taking._parts(talk.relationship)}
    forgotten = (
        {table.__name__ for table, _ in pointing(things)} - {table.__name__ for table in counted} - STAYS
    )
    assert forgotten == set()
    made = propose(talk)
    talk.now += DAY
    confirm(talk, made)
    left = {(table.__name__, name) for (table, name), rows in pointing(things).items() if rows}
    assert {each for each in left if each[0] not in STAYS} == set()


def test_who_has_another_relationship_keeps_the_account(talk):
    other = Relationship.objects.create(
        practice=talk.vera.practice,
        therapist=talk.vera,
        client=talk.alma,
        code="2222",
        state=RelationshipState.ACTIVE,
        created_at=talk.now,
    )
    Conversation.objects.create(practice=talk.vera.practice, relationship=other, created_at=talk.now)
    made = propose(talk)
    assert "accounts" not in made.listing
    talk.now += DAY
    confirm(talk, made)
    assert Person.objects.filter(pk=talk.alma.pk).exists()
    assert verified() == []


def blocked(act) -> str:
    with pytest.raises(ErasureBlocked) as raised:
        act()
    return raised.value.code


def test_nothing_goes_before_its_time(talk):
    talk.now = Deadline.objects.get(kind="retention").due_at - timedelta(seconds=2)
    assert blocked(lambda: propose(talk)) == "erasure-time-runs"
    # Saying that somebody else said so does not shorten a time that is known.
    assert blocked(lambda: propose(talk, "lawyer-said")) == "erasure-time-runs"


def test_settling_it_as_kept_does_not_shorten_it(talk, monkeypatch):
    kept = Deadline.objects.get(kind="retention")
    finish(by=talk.vera, now=talk.now, deadline=kept.id, outcome="kept")
    talk.now = kept.due_at - DAY
    assert blocked(lambda: propose(talk)) == "erasure-time-runs"


def test_nothing_goes_while_the_work_goes_on(talk):
    Relationship.objects.update(state="active")
    assert blocked(lambda: propose(talk)) == "erasure-not-ended"


def test_a_hold_stops_the_proposal_and_the_confirmation(talk):
    made = propose(talk)
    place_hold(by=talk.vera, now=talk.tick(), relationship=talk.relationship.id, reason="dispute")
    with pytest.raises(HoldStands):
        place_hold(by=talk.vera, now=talk.tick(), relationship=talk.relationship.id, reason="court")
    talk.now += DAY
    assert blocked(lambda: confirm(talk, made)) == "erasure-held"
    assert Message.objects.count() == 3
    lift_hold(by=talk.vera, now=talk.tick(), relationship=talk.relationship.id)
    assert LegalHold.objects.get().lifted_by == talk.vera
    assert confirm(talk, made).done_at
    tags = list(Entry.objects.filter(tag__startswith="hold:").values_list("tag", flat=True))
    assert tags == ["hold:placed", "hold:lifted"]


def test_an_open_request_comes_first(talk):
    asked = ask_access(by=talk.alma, now=talk.tick(), relationship=talk.relationship)
    assert blocked(lambda: propose(talk)) == "erasure-asked"
    finish(by=talk.vera, now=talk.tick(), deadline=asked.id, outcome="given")
    assert propose(talk)


def test_where_the_law_is_not_known_a_person_says_on_whose_word(talk, monkeypatch):
    Deadline.objects.filter(kind="retention").update(due_at=None)
    assert blocked(lambda: propose(talk)) == "erasure-not-known"
    kept = Deadline.objects.get(kind="retention")
    set_day(by=talk.vera, now=talk.now, deadline=kept.id, due=talk.now + DAY, reason="authority-said")
    assert blocked(lambda: propose(talk, "authority-said")) == "erasure-time-runs"
    Deadline.objects.filter(kind="retention").update(due_at=None)
    assert propose(talk, "authority-said").ground == "authority-said"


def beside(*codes: str) -> None:
    """Let these questions stand beside the date of the record."""
    kept = Deadline.objects.get(kind="retention")
    kept.basis["findings"] += [{"code": each, "values": [], "fact": None} for each in codes]
    kept.save()


def test_nobody_knows_whether_the_client_was_a_minor_until_a_person_says_so(talk):
    beside("retention-minor-unknown")
    assert blocked(lambda: propose(talk)) == "erasure-not-known"
    made = propose(talk, "client-of-age")
    talk.now += DAY
    assert confirm(talk, made).done_at
    assert Entry.objects.get(tag="erasure:done").data["ground"] == "client-of-age"


def test_a_law_that_knows_minors_asks_although_a_day_is_known(monkeypatch):
    rows = [{"kind": "years-after-majority", "years": 7}]
    law = fact(
        "retention",
        records="clinical-record",
        years=7,
        starts="end-of-treatment",
        basis="law",
        minors=rows,
    )
    use_law(monkeypatch, law)
    talk = build_talk()
    end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    talk.now = Deadline.objects.get(kind="retention").due_at + DAY
    assert blocked(lambda: propose(talk)) == "erasure-not-known"
    assert propose(talk, "client-of-age")


def test_a_day_put_off_for_a_minor_has_answered_it(talk):
    beside("retention-minor-unknown")
    kept, talk.now = Deadline.objects.get(kind="retention"), talk.now - 2 * DAY
    later = kept.due_at + 900 * DAY
    extend(by=talk.vera, now=talk.tick(), deadline=kept.id, until=later, reason="another-law")
    talk.now = later + DAY
    assert blocked(lambda: propose(talk)) == "erasure-not-known"
    Deadline.objects.update(extension_reason="client-was-minor")
    assert propose(talk)


@pytest.mark.parametrize("code", ["retention-unsure", "retention-clash", "retention-start-not-stated"])
def test_a_question_about_the_date_is_for_somebody_else_to_answer(talk, code):
    beside(code, "retention-minor-unknown")
    for ground in ("time-over", "client-of-age"):
        assert blocked(lambda ground=ground: propose(talk, ground)) == "erasure-not-known"
    assert propose(talk, "authority-said")


def test_a_question_that_came_up_after_the_proposal_stops_the_confirmation(talk):
    made = propose(talk)
    talk.now += DAY
    beside("retention-minor-unknown")
    assert blocked(lambda: confirm(talk, made)) == "erasure-not-known"


def test_there_is_a_pause_and_an_end(talk):
    made = propose(talk)
    start = made.proposed_at
    talk.now = start + DAY - timedelta(seconds=2)
    assert blocked(lambda: confirm(talk, made)) == "erasure-too-early"
    talk.now = start + timedelta(days=30)
    assert blocked(lambda: confirm(talk, made)) == "erasure-lapsed"
    assert propose(talk) != made
    with pytest.raises(ErasureOpen):
        propose(talk)


def test_a_proposal_can_be_taken_back(talk):
    made = propose(talk)
    cancel_erasure(by=talk.vera, now=talk.tick(), erasure=made.id)
    talk.now += DAY
    for act in (
        lambda: confirm(talk, made),
        lambda: cancel_erasure(by=talk.vera, now=talk.now, erasure=made.id),
    ):
        with pytest.raises(NotFound):
            act()
    assert Message.objects.count() == 3


@pytest.mark.parametrize("code", ["", "K7P", "ALMA", "K7PD K7PD"])
def test_the_code_is_typed(talk, code):
    made = propose(talk)
    talk.now += DAY
    with pytest.raises(NotTheCode):
        confirm_erasure(by=talk.vera, now=talk.now, erasure=made.id, code=code)
    assert Message.objects.count() == 3


def test_only_what_was_shown_goes(talk):
    made = propose(talk)
    Session.objects.all().delete()
    talk.now += DAY
    assert blocked(lambda: confirm(talk, made)) == "erasure-changed"


def test_nobody_else_erases(talk):
    made = propose(talk)
    talk.now += DAY
    for who in (talk.alma,):
        with pytest.raises(NotFound):
            confirm_erasure(by=who, now=talk.now, erasure=made.id, code=talk.relationship.code)
        with pytest.raises(NotFound):
            propose_erasure(by=who, now=talk.now, relationship=talk.relationship.id, ground="time-over")
        with pytest.raises(NotFound):
            place_hold(by=who, now=talk.now, relationship=talk.relationship.id, reason="court")
    with pytest.raises(BadInput):
        propose(talk, "because")


def test_a_fault_between_erasing_and_certifying_leaves_neither(talk, monkeypatch):
    made = propose(talk)
    talk.now += DAY
    things, before = things_of(talk), pointing(things_of(talk))

    def killed(*_args: object) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr(erasing, "_certify", killed)
    with pytest.raises(RuntimeError):
        confirm(talk, made)
    assert pointing(things) == before
    assert not Entry.objects.filter(tag="erasure:done").exists()
    assert verified() == []


def test_verify_names_a_message_that_is_back(talk):
    kept = Message.objects.order_by("seq").first()
    made = propose(talk)
    talk.now += DAY
    confirm(talk, made)
    back = {
        each.attname: getattr(kept, each.attname)
        for each in Message._meta.concrete_fields
        if not isinstance(each, models.ForeignKey)
    }
    Message.objects.create(**back, practice=talk.vera.practice, conversation_id=talk.conv, author=talk.vera)
    assert verified() == ["back"]


def test_verify_names_a_certificate_over_something_else(talk, monkeypatch):
    made = propose(talk)
    talk.now += DAY
    monkeypatch.setattr(erasing, "messages_hash", lambda _relationship: "0" * 64)
    confirm(talk, made)
    assert verified() == ["uncertified"]


def test_a_record_nobody_ever_joined_has_no_dates(monkeypatch, talk):
    use_law(monkeypatch, ACCESS)
    Deadline.objects.filter(kind="retention").delete()
    assert blocked(lambda: propose(talk)) == Block.NOT_KNOWN.join(["erasure-", ""])
