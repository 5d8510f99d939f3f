"""Offer, answer, reply: who may do what in which state, and that nothing said is lost."""

from __future__ import annotations

import json

import pytest

from agreement_stage import FRAME, Stage, build_stage
from intersession.agreement.actions import answer, offer
from intersession.agreement.actions.answering import Given
from intersession.agreement.errors import (
    ChoiceUnknown,
    NotAPoint,
    NothingNew,
    NotJoined,
    OfferChanged,
    OfferOver,
    TextNotChanged,
    WordsMissing,
)
from intersession.agreement.models import Agreement
from intersession.agreement.points import Turn, standings
from intersession.agreement.wording import word_difference
from intersession.audit.models import Entry
from intersession.errors import BadInput, IntersessionError, NotFound
from intersession.keys.envelope import RecipientExtra, RecipientMissing
from intersession.people.models import Person
from intersession.rules.vocabulary import Clause

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage() -> Stage:
    return build_stage()


def turn(agreement: Agreement, clause: str) -> Turn:
    fresh = Agreement.objects.get(pk=agreement.pk)
    return next(each.turn for each in standings(fresh) if each.clause == clause)


def test_an_offer_holds_the_clauses_the_keys_and_the_rules(stage):
    agreement = stage.offer()
    content = agreement.content
    assert agreement.state == "offered"
    assert [each["clause"] for each in content["texts"]][:3] == ["A1", "A2", "A3"]
    assert content["parties"]["client"] == {"name": "K7PD", "fingerprint": stage.alma_device.fingerprint}
    assert content["parties"]["therapist"]["fingerprint"] == stage.vera_device.fingerprint
    assert content["terms"] == agreement.terms
    assert content["pack"]["code"] == "DE"


def test_the_offer_is_told_and_recorded(stage):
    stage.offer()
    assert Entry.objects.filter(chain=stage.conv, tag="agreement:offered").count() == 1


def test_all_agreed_is_ready(stage):
    agreement = stage.agree_to_all(stage.offer())
    assert agreement.state == "ready"


def test_a_question_waits_for_the_therapist(stage):
    agreement = stage.answer(stage.offer(), "A10", "question", "Who reads this?")
    assert turn(agreement, "A10") is Turn.THERAPIST
    agreement = stage.agree_to_all(agreement)
    assert agreement.state == "answered"
    agreement = stage.reply(agreement, "A10", "keep")
    assert agreement.state == "ready"
    assert turn(agreement, "A10") is Turn.NOBODY


def test_talk_first_keeps_the_point_open(stage):
    agreement = stage.agree_to_all(stage.answer(stage.offer(), "A5", "question", "When?"))
    agreement = stage.reply(agreement, "A5", "talk-first")
    assert agreement.state == "answered"
    agreement = stage.reply(agreement, "A5", "keep", "Two working days.")
    assert agreement.state == "ready"
    kept = [row for row in agreement.answers.all() if row.reply == "talk-first"]
    assert len(kept) == 1
    assert kept[0].reply_sealed


def test_words_can_be_opened_by_both_and_name_their_clause(stage):
    agreement = stage.answer(stage.offer(), "A6", "agree-with-change", "Some weeks I need more.")
    row = agreement.answers.current().get(clause="A6")
    assert agreement.content["points"] == [
        {
            "clause": "A6",
            "stance": "agree-with-change",
            "words_sha256": row.words_sha256,
            "reply": "",
            "reply_sha256": "",
        }
    ]


@pytest.mark.parametrize("stance", ["agree-with-change", "question", "not-for-me"])
def test_a_wish_needs_words(stage, stance):
    agreement = stage.offer()
    with pytest.raises(WordsMissing):
        stage.answer(agreement, "A1", stance)


@pytest.mark.parametrize(
    ("clause", "stance"), [("A9", "agree"), ("A99", "agree"), ("", "agree"), ("A1", "yes")]
)
def test_unknown_clauses_and_stances_are_refused(stage, clause, stance):
    agreement = stage.offer()
    with pytest.raises(BadInput):
        stage.answer(agreement, clause, stance, "text" if clause == "A1" else "")


def test_a_changed_mind_keeps_what_was_said(stage):
    agreement = stage.answer(stage.offer(), "A1", "question", "Why?")
    agreement = stage.answer(agreement, "A1", "agree")
    assert agreement.answers.count() == 2
    assert agreement.answers.exclude(replaced_at=None).get().words_sealed
    assert turn(agreement, "A1") is Turn.NOBODY


def test_the_same_answer_sent_twice_counts_once(stage):
    agreement = stage.offer()
    words = stage.words(stage.alma_device, "Why?", "concern-a1", agreement.id)
    for _ in range(2):
        given = Given("A1", "question", words)
        answer(
            by=stage.alma, agreement=agreement.id, edition=agreement.edition, given=given, now=stage.tick()
        )
    assert agreement.answers.count() == 1


def test_yes_with_the_same_text_is_no_change(stage):
    agreement = stage.answer(stage.offer(), "A5", "agree-with-change", "Faster, please.")
    with pytest.raises(TextNotChanged):
        stage.reply(agreement, "A5", "change")
    assert turn(agreement, "A5") is Turn.THERAPIST


def test_new_words_change_the_text_and_it_is_the_clients_turn_again(stage):
    agreement = stage.answer(stage.offer(), "A5", "agree-with-change", "Say when you need longer.")
    before = agreement.edition
    agreement = stage.reply(agreement, "A5", "change", addition="Vera says by noon if she needs longer.")
    assert agreement.edition == before + 1
    assert "by noon" in agreement.document
    assert turn(agreement, "A5") is Turn.CLIENT
    agreement = stage.answer(agreement, "A5")
    assert turn(agreement, "A5") is Turn.NOBODY
    assert len(agreement.content["points"]) == 2
    assert agreement.editions.count() == 2


def test_added_words_stay_out_of_replies_that_change_nothing(stage):
    agreement = stage.answer(stage.offer(), "A5", "question", "Why?")
    with pytest.raises(BadInput):
        stage.reply(agreement, "A5", "keep", addition="New words.")


def test_a_newer_policy_is_a_new_edition_and_keeps_what_reads_the_same(stage):
    agreement = stage.agree_to_all(stage.offer())
    stage.publish(FRAME.replace("2 working days", "3 working days"))
    again = stage.offer()
    assert (again.id, again.version, again.state) == (agreement.id, 1, "offered")
    assert [each.clause for each in standings(again) if each.turn is Turn.CLIENT] == [Clause.A5]


def test_a_point_survives_a_new_edition_and_can_be_answered_with_it(stage):
    agreement = stage.answer(stage.offer(), "A5", "agree-with-change", "Three days are fine too.")
    stage.publish(FRAME.replace("2 working days", "3 working days"))
    agreement = stage.offer()
    assert turn(agreement, "A5") is Turn.THERAPIST
    agreement = stage.reply(agreement, "A5", "change")
    assert turn(agreement, "A5") is Turn.CLIENT


def test_offering_the_same_twice_says_so(stage):
    stage.offer()
    with pytest.raises(NothingNew):
        stage.offer()


def test_another_language_is_another_text(stage):
    agreement = stage.agree_to_all(stage.offer())
    again = stage.offer("de")
    assert again.sha256 != agreement.sha256
    assert again.state == "offered"
    with pytest.raises(BadInput):
        stage.offer("xx")


def test_nothing_is_offered_to_somebody_without_keys(stage):
    stage.relationship.state = "joined"
    stage.relationship.save()
    with pytest.raises(NotJoined):
        stage.offer()


def test_an_answer_to_an_older_text_gets_both(stage):
    agreement = stage.offer()
    stage.publish(FRAME.replace("2 working days", "3 working days"))
    stage.offer()
    given = Given("A5", "agree")
    with pytest.raises(OfferChanged) as caught:
        answer(by=stage.alma, agreement=agreement.id, edition=1, given=given, now=stage.tick())
    assert caught.value.values["therapist"] == "Vera Lindqvist"
    assert caught.value.values["clause"] == 5
    assert "3" in str(caught.value.values["text"])
    assert caught.value.status == 409


def test_choices_narrow_the_text_at_once(stage):
    agreement = stage.answer(stage.offer(), "A3", choices={"email": "never", "phone": "logistics"})
    channels = {each["channel"]: each["content"] for each in agreement.terms["channels"]}
    assert channels == {"portal": "personal", "phone": "logistics"}
    assert agreement.edition == 2
    assert turn(agreement, "A3") is Turn.NOBODY


def test_a_choice_does_not_reopen_other_clauses(stage):
    agreement = stage.agree_to_all(stage.offer())
    agreement = stage.answer(agreement, "A3", choices={"email": "never"})
    assert agreement.state == "ready"


def test_the_notice_choice_is_used_at_once(stage):
    stage.answer(stage.offer(), "A15", choices={"style": "own-words", "words": "Milk and  bread"})
    alma = Person.objects.get(pk=stage.alma.pk)
    assert (alma.notice_wording, alma.notice_words) == ("own", "Milk and bread")


@pytest.mark.parametrize(
    ("clause", "choices"),
    [
        ("A3", {"portal": "never"}),
        ("A3", {"fax": "never"}),
        ("A3", {"email": "everything"}),
        ("A13", {"email": "yes"}),
        ("A10", {"neighbour": True}),
        ("A8", {}),
        ("A8", {"urgent": 1}),
        ("A15", {"style": "loud"}),
        ("A15", {"style": "own-words", "words": ""}),
        ("A15", {"style": "own-words", "words": "x" * 31}),
        ("A1", {"topics": []}),
        ("A7", {"number": "1"}),
    ],
)
def test_choices_a_clause_does_not_have_are_refused(stage, clause, choices):
    agreement = stage.offer()
    if not choices:
        agreement = stage.answer(agreement, clause, choices=choices)
        assert agreement.edition == 1
        return
    with pytest.raises(ChoiceUnknown):
        stage.answer(agreement, clause, choices=choices)


def test_accepting_a_risk_is_recorded_in_the_text(stage):
    agreement = stage.answer(stage.offer(), "A13", choices={"email": True})
    email = next(each for each in agreement.terms["channels"] if each["channel"] == "email")
    assert email["warned"] is True


def test_words_for_the_wrong_readers_are_refused(stage):
    agreement = stage.offer()
    words = stage.words(stage.alma_device, "Hello", "concern-a1", agreement.id)
    from pysequoia import Cert, encrypt

    alone = encrypt(b"x", recipients=[Cert.from_bytes(stage.alma_device.certificate)], armor=False)
    extra = type(stage.vera_device).new().certificate
    certs = [stage.vera_device.certificate, stage.alma_device.certificate, extra]
    more = encrypt(b"x", recipients=[Cert.from_bytes(each) for each in certs], armor=False)
    for body, error in [(alone, RecipientMissing), (more, RecipientExtra), (b"hello", IntersessionError)]:
        given = Given("A1", "question", type(words)(words.id, 1, body))
        with pytest.raises(error):
            answer(by=stage.alma, agreement=agreement.id, edition=1, given=given, now=stage.tick())
    assert agreement.answers.count() == 0


def test_strangers_and_the_wrong_side_find_nothing(stage):
    agreement = stage.offer()
    other = build_stage()
    for who in (stage.vera, other.alma):
        with pytest.raises(NotFound):
            answer(by=who, agreement=agreement.id, edition=1, given=Given("A1", "agree"), now=stage.tick())
    with pytest.raises(NotFound):
        offer(by=other.vera, relationship=stage.relationship, language="en", now=stage.tick())
    with pytest.raises(NotFound):
        offer(by=stage.alma, relationship=stage.relationship, language="en", now=stage.tick())


def test_a_reply_needs_an_open_point(stage):
    agreement = stage.answer(stage.offer(), "A1")
    with pytest.raises(NotAPoint):
        stage.reply(agreement, "A1", "keep")


def test_nothing_more_is_said_to_a_version_that_is_over(stage):
    agreement = stage.activate()
    with pytest.raises(OfferOver):
        stage.answer(agreement, "A1")


def test_the_document_is_canonical_json(stage):
    import rfc8785

    document = stage.offer().document
    assert rfc8785.dumps(json.loads(document)) == document.encode()


def test_a_comparison_gives_back_both_texts():
    old, new = "She answers within two days.\nSo it is.", "She answers by Friday, within two days.\nThus."
    pieces = word_difference(old, new)
    assert "".join(each.text for each in pieces if each.kind != "new") == old
    assert "".join(each.text for each in pieces if each.kind != "gone") == new
