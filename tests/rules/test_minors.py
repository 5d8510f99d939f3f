"""Who consents for a young person: one row per way the packs say it, and the traps between professions."""

from __future__ import annotations

import pytest

from intersession.rules.minors import minors
from rules.places import COUNSELOR, DAY, PSYCHOLOGIST, at, codes, fact, regulator

MAJORITY = fact("age-of-majority", "QQ", age=18)


def consent(rule: str, age: int | None = None, **more: object):
    value = {"rule": rule} if age is None else {"rule": rule, "age": age}
    return fact("minor-consent", "QQ", **value, **more)


@pytest.mark.parametrize(
    ("rule", "floor", "age", "code"),
    [
        ("age-floor", 12, 15, "minor-own-consent"),  # California
        ("age-floor", 12, 12, "minor-own-consent"),
        ("age-floor", 12, 11, "minor-guardian"),
        ("age-floor", None, 15, "minor-guardian"),
        ("capacity", 15, 15, "minor-capacity"),  # Germany
        ("capacity", 15, 11, "minor-capacity"),
        ("capacity", None, 15, "minor-capacity"),  # Finland, Ontario
        ("mature-minor", None, 16, "minor-capacity"),  # Kansas
        ("no-floor", None, 9, "minor-own-consent"),  # Vermont
        ("no-floor-conditions", None, 15, "minor-own-consent-conditions"),  # Connecticut
        ("purpose-limited", None, 15, "minor-purpose"),  # Texas
        ("joint-consent", 16, 16, "minor-both"),  # Poland
        ("joint-consent", 16, 15, "minor-guardian"),
        ("parent-required", 18, 17, "minor-guardian"),  # Idaho
        ("parent-required", None, 17, "minor-guardian"),
    ],
)
def test_each_way_to_say_it(rule, floor, age, code):
    place = at("QQ", MAJORITY, consent(rule, floor))
    assert codes(minors(place, age, PSYCHOLOGIST, DAY)) == [code]


@pytest.mark.parametrize(
    ("age", "code"),
    [(11, "minor-guardian"), (12, "minor-both"), (15, "minor-both"), (16, "minor-own-consent")],
)
def test_below_the_age_of_own_consent_both_may_have_to_agree(age, code):
    netherlands = at("QQ", MAJORITY, fact("minor-consent", "QQ", rule="age-floor", age=16, joint_from=12))
    assert codes(minors(netherlands, age, PSYCHOLOGIST, DAY)) == [code]


@pytest.mark.parametrize(
    ("age", "code"), [(11, "minor-guardian"), (12, "minor-both"), (16, "minor-own-consent")]
)
def test_the_dutch_ask_both_from_twelve_to_sixteen(age, code):
    rule = fact("minor-consent", "QQ", rule="age-floor", age=16, joint_from=12)
    assert codes(minors(at("QQ", MAJORITY, rule), age, PSYCHOLOGIST, DAY)) == [code]


def test_of_age_is_of_age_where_the_place_says_so():
    nebraska = at("QQ", fact("age-of-majority", "QQ", age=19), consent("age-floor", 18))
    assert codes(minors(nebraska, 17, PSYCHOLOGIST, DAY)) == ["minor-guardian"]
    assert codes(minors(nebraska, 18, PSYCHOLOGIST, DAY)) == ["minor-own-consent"]
    assert codes(minors(nebraska, 19, PSYCHOLOGIST, DAY)) == ["minor-of-age"]


def test_nobody_is_taken_to_be_of_age_where_the_age_is_not_known():
    assert codes(minors(at("QQ"), 40, PSYCHOLOGIST, DAY)) == ["minor-majority-not-known", "minor-not-known"]
    assert codes(minors(at("QQ"), 15, PSYCHOLOGIST, DAY)) == ["minor-not-known"]


def test_another_professions_rule_is_never_used():
    louisiana = at("QQ", MAJORITY, fact("minor-consent", "QQ", PSYCHOLOGIST, rule="no-floor"))
    assert codes(minors(louisiana, 15, COUNSELOR, DAY)) == ["minor-not-known"]
    assert codes(minors(louisiana, 15, None, DAY)) == ["minor-not-known"]


def test_a_rule_of_low_confidence_is_a_question_with_its_source():
    low = consent("parent-required", 18, confidence="low")
    (found,) = minors(at("QQ", MAJORITY, low, regulator("QQ", "the Board")), 15, PSYCHOLOGIST, DAY)
    assert (found.code, found.asks, found.fact) == ("minor-unsure", True, low)
    assert dict(found.values)["regulator"] == "the Board"


def test_an_age_that_is_not_on_record_is_asked_for():
    assert codes(minors(at("QQ", MAJORITY, consent("no-floor")), None, PSYCHOLOGIST, DAY)) == [
        "minor-age-missing"
    ]


def test_consent_to_online_services_is_another_matter():
    place = at("QQ", MAJORITY, consent("age-floor", 14), fact("digital-consent-age", "QQ", age=16))
    assert codes(minors(place, 15, PSYCHOLOGIST, DAY)) == ["minor-own-consent", "minor-digital-consent"]
    assert codes(minors(place, 16, PSYCHOLOGIST, DAY)) == ["minor-own-consent"]
