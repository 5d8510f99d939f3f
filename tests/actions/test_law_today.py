"""The law her policy stands under is the one of the day and of the practice's own facts, with no restart between."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from agreement_stage import FRAME
from intersession.messaging.standing import policy_terms
from intersession.packs import library
from intersession.packs.law import pack_over
from intersession.rules.terms import Licence, Therapist
from intersession.rules.vocabulary import Channel
from message_stage import build_talk

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
OWN = """format: 1
code: DE
parent: EU
facts:
  - key: email
    {more}
    value: {{unencrypted: "no"}}
    source: {{title: Letter of the chamber, url: "https://chamber.example/letter", retrieved: "2026-11-20"}}
    checked_on: "2026-11-20"
    confidence: high
    reviewed_by: Dr. Vera Stein, 2026-11-20
"""


@pytest.fixture
def adopt(tmp_path, monkeypatch):
    """Put the practice's own fact on e-mail in place."""
    monkeypatch.setattr(library, "overlay_folder", lambda: tmp_path)
    library.clear()
    yield lambda more: (tmp_path / "de.yaml").write_text(OWN.format(more=more))
    library.clear()


@pytest.fixture
def vera():
    return build_talk(source=FRAME).vera


def law(vera, now: datetime = NOW) -> str:
    return policy_terms(vera, now).pack_version


def test_facts_adopted_meanwhile_are_seen(vera, adopt):
    before = law(vera)
    adopt("in_force: 2026-01-01")
    assert law(vera) != before


def test_a_law_of_a_later_day_begins_on_that_day(vera, adopt):
    def protected(now: datetime) -> bool:
        return policy_terms(vera, now).channel(Channel.EMAIL).encryption.value == "required"

    adopt("in_force: 2026-12-01")
    assert not protected(NOW)
    assert not protected(datetime(2026, 11, 30, 22, 59, tzinfo=UTC))
    assert protected(datetime(2026, 11, 30, 23, 1, tzinfo=UTC)), "in Berlin it is the first of December"


def test_the_law_on_mail_of_one_profession_holds_for_it_alone(adopt):
    adopt("for: [psychologist]")

    def must_encrypt(profession: str) -> bool:
        therapist = Therapist(
            name="Vera",
            zone="Europe/Berlin",
            languages=("de",),
            jurisdiction="DE",
            licences=(Licence("DE", profession),),
        )
        return pack_over(therapist, NOW).law_for(Channel.EMAIL).must_encrypt

    assert must_encrypt("psychologist")
    assert not must_encrypt("counselor")
