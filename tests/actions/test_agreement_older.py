"""Agreements signed before clause A11 was part of the text: they stay as they were signed, until a new version."""

from __future__ import annotations

import pytest

from agreement_stage import FRAME, Stage, build_stage
from intersession.agreement.actions import narrow
from intersession.agreement.actions.steps import settle
from intersession.agreement.models import Agreement
from intersession.agreement.points import blocks, standings
from intersession.rules.consent import difference
from intersession.rules.vocabulary import Clause

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage() -> Stage:
    return build_stage()


def offered(stage: Stage) -> Agreement:
    """An offer as it was made then: its terms don't know the clause."""
    agreement = stage.offer()
    del agreement.terms["protect"]
    settle(agreement, by=stage.vera, now=stage.tick(), new_text=True)
    return agreement


def signed(stage: Stage) -> Agreement:
    agreement = offered(stage)
    for each in standings(agreement):
        agreement = stage.answer(agreement, each.clause.value)
    stage.sign(agreement, stage.alma)
    return stage.sign(agreement, stage.vera)


def clauses(agreement: Agreement) -> list[str]:
    return [each["clause"] for each in agreement.content["texts"]]


def test_it_is_signed_and_read_without_the_clause(stage):
    agreement = signed(stage)
    assert agreement.state == "active"
    assert "A11" not in clauses(agreement)
    assert Clause.A11 not in [each.clause for each in standings(agreement)]


def test_the_client_can_still_take_something_back(stage):
    agreement = signed(stage)
    choices = {"A3": {"email": "never"}}
    narrowed = narrow(by=stage.alma, agreement=agreement.id, choices=choices, now=stage.tick())
    assert "protect" not in narrowed.narrowed_terms
    assert narrowed.sha256 == agreement.sha256


def test_a_new_version_brings_the_clause_and_asks_for_it(stage):
    before = signed(stage)
    stage.publish(FRAME.replace("words = 300", "words = 200"))
    after = stage.offer()
    assert "A11" in clauses(after)
    told = [each.code for each in difference(before.signed_terms, after.signed_terms)]
    assert told == ["guide-words", "protect-added"]
    assert [each.clause for each in blocks(after)] == [Clause.A6, Clause.A11]


def test_an_open_offer_gets_the_clause_with_its_next_text(stage):
    agreement = stage.answer(offered(stage), "A3", choices={"email": "never"})
    assert "A11" in clauses(agreement)
    assert Clause.A11 in [each.clause for each in blocks(agreement)]
