"""Signing, taking effect, narrowing and stopping."""

from __future__ import annotations

import pytest

from agreement_stage import FRAME, Stage, build_stage
from intersession.agreement.actions import narrow, sign, withdraw
from intersession.agreement.errors import (
    AlreadySigned,
    NothingToStop,
    NotNarrower,
    OfferChanged,
    OfferOver,
    SignatureRefused,
    SigningBlocked,
)
from intersession.agreement.models import Agreement
from intersession.audit.actions import verify_chains
from intersession.audit.models import Entry
from intersession.errors import NotFound
from intersession.people.models import Person
from intersession.rules.vocabulary import Clause, Layer

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage() -> Stage:
    return build_stage()


def tags(stage: Stage) -> list[str]:
    return list(Entry.objects.filter(chain=stage.conv).order_by("seq").values_list("tag", flat=True))


def test_both_signatures_put_it_in_force(stage):
    agreement = stage.agree_to_all(stage.offer())
    assert stage.sign(agreement, stage.alma).state == "ready"
    agreement = stage.sign(agreement, stage.vera)
    assert agreement.state == "active"
    assert Agreement.objects.in_force(stage.relationship) == agreement
    assert Agreement.objects.terms_in_force(stage.relationship)[1] == agreement.signed_terms
    assert str(agreement.review_on) == "2027-01-03"
    assert tags(stage)[-3:] == ["agreement:signed", "agreement:signed", "agreement:active"]


def test_the_therapist_may_sign_first(stage):
    agreement = stage.agree_to_all(stage.offer())
    stage.sign(agreement, stage.vera)
    assert stage.sign(agreement, stage.alma).state == "active"


def test_nothing_is_signed_while_a_point_is_open(stage):
    agreement = stage.agree_to_all(stage.answer(stage.offer(), "A10", "question", "Who?"))
    for who in (stage.alma, stage.vera):
        with pytest.raises(SigningBlocked) as caught:
            stage.sign(agreement, who)
        assert (caught.value.code, caught.value.values) == ("sign-point-open", {"clause": 10})


def test_nothing_is_signed_while_a_clause_is_unanswered(stage):
    agreement = stage.answer(stage.offer(), "A1")
    with pytest.raises(SigningBlocked) as caught:
        stage.sign(agreement, stage.vera)
    assert (caught.value.code, caught.value.values) == ("sign-clause-unanswered", {"clause": 2})


def test_nothing_is_signed_without_an_emergency_number(stage, monkeypatch):
    from dataclasses import replace

    from intersession.agreement import wording
    from intersession.rules.terms import Emergency

    known = wording.pack_over
    monkeypatch.setattr(wording, "pack_over", lambda *of: replace(known(*of), emergency=Emergency()))
    agreement = stage.agree_to_all(stage.offer())
    with pytest.raises(SigningBlocked) as caught:
        stage.sign(agreement, stage.alma)
    assert caught.value.code == "sign-emergency-empty"


def test_the_wrong_key_signs_nothing(stage):
    agreement = stage.agree_to_all(stage.offer())
    foreign = stage.vera_device.sign_document(agreement.document.encode())
    with pytest.raises(SignatureRefused):
        sign(
            by=stage.alma,
            agreement=agreement.id,
            sha256=agreement.sha256,
            signature=foreign,
            now=stage.tick(),
        )


@pytest.mark.parametrize("signature", [b"", b"signed", b"\xc2\x00"])
def test_rubbish_is_no_signature(stage, signature):
    agreement = stage.agree_to_all(stage.offer())
    with pytest.raises(SignatureRefused):
        sign(
            by=stage.alma,
            agreement=agreement.id,
            sha256=agreement.sha256,
            signature=signature,
            now=stage.tick(),
        )


def test_a_signature_over_another_text_is_refused(stage):
    agreement = stage.agree_to_all(stage.offer())
    other = stage.alma_device.sign_document(agreement.document.encode() + b" ")
    with pytest.raises(SignatureRefused):
        sign(
            by=stage.alma, agreement=agreement.id, sha256=agreement.sha256, signature=other, now=stage.tick()
        )
    with pytest.raises(OfferChanged):
        sign(by=stage.alma, agreement=agreement.id, sha256="0" * 64, signature=other, now=stage.tick())


def test_the_text_names_the_key_that_signs(stage):
    from intersession.device.device import Device
    from intersession.keys.actions import store_certificate

    agreement = stage.agree_to_all(stage.offer())
    stage.alma_device = Device.new()
    store_certificate(by=stage.alma, data=stage.alma_device.certificate, now=stage.tick())
    with pytest.raises(SignatureRefused):
        stage.sign(agreement, stage.alma)


def test_signing_twice_counts_once(stage):
    agreement = stage.agree_to_all(stage.offer())
    stage.sign(agreement, stage.alma)
    with pytest.raises(AlreadySigned):
        stage.sign(agreement, stage.alma)
    stage.sign(agreement, stage.vera)
    with pytest.raises(AlreadySigned):
        stage.sign(agreement, stage.vera)


def test_a_signature_does_not_outlive_the_text(stage):
    agreement = stage.agree_to_all(stage.offer())
    stage.sign(agreement, stage.vera)
    agreement = stage.answer(agreement, "A3", choices={"email": "never"})
    assert stage.sign(agreement, stage.alma).state == "ready"
    assert stage.sign(agreement, stage.vera).state == "active"


def test_a_replaced_offer_can_not_be_signed(stage):
    agreement = stage.agree_to_all(stage.offer())
    old = agreement.sha256
    signature = stage.alma_device.sign_document(agreement.document.encode())
    stage.publish(FRAME.replace("300", "200"))
    stage.offer()
    with pytest.raises(OfferChanged):
        sign(by=stage.alma, agreement=agreement.id, sha256=old, signature=signature, now=stage.tick())


def test_a_stranger_signs_nothing(stage):
    agreement = stage.agree_to_all(stage.offer())
    other = build_stage()
    with pytest.raises(NotFound):
        other.sign(agreement, other.alma)


def test_the_next_version_replaces_the_one_in_force(stage):
    first = stage.activate()
    stage.publish(FRAME.replace("300", "200"))
    second = stage.offer()
    assert (second.version, second.content["previous"]) == (2, first.sha256)
    assert second.answers.current().filter(carried=True).count() == 13
    assert Agreement.objects.in_force(stage.relationship) == first
    second = stage.answer(second, "A6")
    assert second.state == "ready"
    stage.sign(second, stage.alma)
    stage.sign(second, stage.vera)
    first.refresh_from_db()
    assert first.state == "superseded"
    assert Agreement.objects.in_force(stage.relationship) == second


def test_points_answered_before_stay_part_of_the_text(stage):
    agreement = stage.agree_to_all(stage.answer(stage.offer(), "A1", "question", "Why?"))
    stage.reply(agreement, "A1", "keep")
    stage.sign(agreement, stage.alma)
    stage.sign(agreement, stage.vera)
    stage.publish(FRAME.replace("300", "200"))
    second = stage.offer()
    assert next(each for each in second.content["points"] if each["clause"] == "A1")["reply"] == "keep"
    assert second.answers.current().get(clause="A1").words_for == agreement.id


def test_stopping_is_at_once_and_needs_no_reason(stage):
    stage.activate()
    stage.publish(FRAME.replace("300", "200"))
    stage.offer()
    stopped = withdraw(by=stage.alma, relationship=stage.relationship, now=stage.tick())
    assert [each.state for each in stopped] == ["withdrawn", "withdrawn"]
    assert Agreement.objects.in_force(stage.relationship) is None
    assert Agreement.objects.standing(stage.relationship) == "withdrawn"
    with pytest.raises(NothingToStop):
        withdraw(by=stage.alma, relationship=stage.relationship, now=stage.tick())


def test_only_the_client_stops(stage):
    stage.activate()
    with pytest.raises(NotFound):
        withdraw(by=stage.vera, relationship=stage.relationship, now=stage.tick())


def test_after_stopping_a_new_offer_starts_afresh_and_opens_nothing(stage):
    stage.activate()
    withdraw(by=stage.alma, relationship=stage.relationship, now=stage.tick())
    again = stage.offer()
    assert again.version == 2
    assert again.answers.count() == 0
    assert Agreement.objects.standing(stage.relationship) == "withdrawn"


def test_narrowing_counts_at_once_beside_the_signed_text(stage):
    agreement = stage.activate()
    signed = agreement.sha256
    narrowed = narrow(
        by=stage.alma, agreement=agreement.id, choices={"A3": {"email": "never"}}, now=stage.tick()
    )
    _, terms = Agreement.objects.terms_in_force(stage.relationship)
    assert [each.channel.value for each in terms.channels] == ["portal", "phone"]
    assert terms.layer_of(Clause.A3) is Layer.CHOICES
    assert narrowed.sha256 == signed
    assert len(narrowed.signed_terms.channels) == 3


def test_widening_again_needs_both(stage):
    agreement = stage.activate()
    narrow(by=stage.alma, agreement=agreement.id, choices={"A3": {"email": "never"}}, now=stage.tick())
    for choices in ({"A3": {"email": "as-offered"}}, {"A13": {"email": True}, "A3": {"email": "logistics"}}):
        with pytest.raises(NotNarrower):
            narrow(by=stage.alma, agreement=agreement.id, choices=choices, now=stage.tick())


def test_her_own_screen_is_hers_alone(stage):
    agreement = stage.activate()
    narrow(by=stage.alma, agreement=agreement.id, choices={"A15": {"style": "nothing"}}, now=stage.tick())
    narrow(by=stage.alma, agreement=agreement.id, choices={"A15": {"style": "reminder"}}, now=stage.tick())
    assert Person.objects.get(pk=stage.alma.pk).notice_wording == "reminder"


def test_only_an_agreement_in_force_is_narrowed(stage):
    agreement = stage.offer()
    with pytest.raises(OfferOver):
        narrow(by=stage.alma, agreement=agreement.id, choices={"A3": {"email": "never"}}, now=stage.tick())


def test_the_ledger_is_unbroken(stage):
    stage.activate()
    assert [fault for _, _, fault in verify_chains()] == [None] * len(list(verify_chains()))
