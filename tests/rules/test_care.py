"""Consent to care at a distance and to therapy, how long it is relied on, and danger to others."""

from __future__ import annotations

from datetime import date

import pytest

from intersession.rules.care import (
    consent_expiry,
    duty_to_protect,
    protect,
    telehealth_consent,
    therapy_consent,
)
from intersession.rules.terms import Protect
from intersession.rules.vocabulary import ProtectKind
from intersession.texts import LANGUAGES, has
from rules.places import COUNSELOR, DAY, PSYCHOLOGIST, at, codes, fact


@pytest.mark.parametrize(
    ("required", "form", "code"),
    [(True, "written", "telehealth-consent-required"), (False, "not-stated", "telehealth-consent-free")],
)
def test_consent_to_care_at_a_distance(required, form, code):
    (found,) = telehealth_consent(
        at("QQ", fact("telehealth-consent", "QQ", required=required, form=form)), None, DAY
    )
    assert (found.code, dict(found.values)["form"]) == (code, form)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("written", "therapy-consent-written"),
        ("verbal", "therapy-consent-spoken"),
        ("either", "therapy-consent-spoken"),
        ("not-stated", "therapy-consent-form-open"),
    ],
)
def test_consent_to_therapy(form, code):
    place = at("QQ", fact("informed-consent", "QQ", COUNSELOR, form=form))
    assert codes(therapy_consent(place, COUNSELOR, DAY)) == [code]
    assert codes(therapy_consent(place, PSYCHOLOGIST, DAY)) == ["therapy-consent-not-known"]


@pytest.mark.parametrize("kind", ["mandatory", "permissive", "case-law", "none"])
def test_danger_to_others_and_what_clause_a11_states(kind):
    rule = fact("duty-to-protect", "QQ", kind=kind)
    place = at("QQ", rule)
    assert codes(duty_to_protect(place, None, DAY)) == [f"protect-{kind}"]
    assert protect(place, None, DAY) == Protect(ProtectKind(kind), "QQ", rule.source.citation)
    assert all(has(lang, f"clauses-a11-{kind}") for lang in LANGUAGES)


def test_danger_to_others_where_only_a_table_speaks():
    low = fact("duty-to-protect", "QQ", confidence="low", kind="mandatory")
    assert codes(duty_to_protect(at("QQ", low), None, DAY)) == ["protect-unsure"]
    assert protect(at("QQ", low), None, DAY) == Protect(ProtectKind.NOT_KNOWN)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"say_how_long": True}, ["consent-say-how-long"]),  # Australia
        ({"say_how_long": True, "months": 12}, ["consent-say-how-long", "consent-ends"]),
        ({"say_how_long": False, "months": 12}, ["consent-ends"]),
    ],
)
def test_how_long_a_consent_is_relied_on(value, expected):
    rule = fact("consent-expiry", "QQ", in_force=date(2025, 12, 1), **value)
    assert codes(consent_expiry(at("QQ", rule), None, DAY)) == expected
    assert codes(consent_expiry(at("QQ", rule), None, date(2025, 11, 30))) == ["consent-expiry-none"]


@pytest.mark.parametrize("rule", [telehealth_consent, therapy_consent, duty_to_protect, consent_expiry])
def test_what_is_not_known_or_unsure_is_never_more_than_a_question(rule):
    keys = {
        telehealth_consent: {"key": "telehealth-consent", "required": True, "form": "written"},
        therapy_consent: {"key": "informed-consent", "form": "written"},
        duty_to_protect: {"key": "duty-to-protect", "kind": "mandatory"},
        consent_expiry: {"key": "consent-expiry", "say_how_long": True},
    }
    value = dict(keys[rule])
    low = at("QQ", fact(str(value.pop("key")), "QQ", confidence="low", **value))
    (found,) = rule(low, None, DAY)
    assert found.asks
    assert found.code.endswith("-unsure")
    (missing,) = rule(at("QQ"), None, DAY)
    assert missing.fact is None
