"""What a place says about plain e-mail and care by message: each word of the vocabulary, and what is not known."""

from __future__ import annotations

import pytest

from intersession.rules.contact import asynchronous, email
from intersession.rules.findings import Severity
from rules.places import COUNSELOR, DAY, PSYCHOLOGIST, at, codes, fact, regulator


@pytest.mark.parametrize(
    ("word", "code", "severity"),
    [
        ("free", "email-free", Severity.INFO),
        ("after-warning", "email-after-warning", Severity.WARNING),
        ("no", "email-encrypted-only", Severity.ERROR),
        ("unclear", "email-unclear", Severity.WARNING),
    ],
)
def test_plain_email(word, code, severity):
    (found,) = email(at("US-CA", fact("email", "US", unencrypted=word)), PSYCHOLOGIST, DAY)
    assert (found.code, found.severity, found.fact.jurisdiction) == (code, severity, "US")


@pytest.mark.parametrize("word", ["free", "no"])
def test_plain_email_by_a_source_of_low_confidence_is_a_question(word):
    (found,) = email(at("QQ", fact("email", "QQ", confidence="low", unencrypted=word)), PSYCHOLOGIST, DAY)
    assert (found.code, found.severity, found.asks) == ("email-unsure", Severity.WARNING, True)


def test_the_nearer_doubt_stands_beside_the_countrys_word():
    place = at(
        "US-CA",
        fact("email", "US", unencrypted="free"),
        fact("email", "US-CA", confidence="low", unencrypted="no"),
    )
    assert codes(email(place, PSYCHOLOGIST, DAY)) == ["email-free", "email-unsure"]


def test_what_is_not_known_names_whom_to_ask():
    (found,) = email(at("QQ", regulator("QQ", "the Board")), PSYCHOLOGIST, DAY)
    assert (found.code, found.fact, dict(found.values)["regulator"]) == ("email-not-known", None, "the Board")
    (nobody,) = asynchronous(at("QQ"), PSYCHOLOGIST, DAY)
    assert (nobody.code, dict(nobody.values)["regulator"]) == ("messages-not-known", "none")


LOUISIANA = at("US-LA", fact("asynchronous-contact", "US-LA", COUNSELOR, answer="not-allowed"))


def test_a_louisiana_counsellor_keeps_texts_to_logistics_and_safety():
    (found,) = asynchronous(LOUISIANA, COUNSELOR, DAY)
    assert (found.code, found.severity) == ("messages-not-therapy", Severity.WARNING)
    assert found.fact in LOUISIANA.facts


def test_the_counsellors_rule_is_not_the_psychologists():
    assert codes(asynchronous(LOUISIANA, PSYCHOLOGIST, DAY)) == ["messages-not-known"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"answer": "allowed"}, ["messages-allowed"]),
        ({"answer": "with-consent"}, ["messages-consent"]),
        ({"answer": "supplement-only", "secured_only": True}, ["messages-supplement", "messages-secured"]),
        ({"answer": "allowed", "secured_only": False}, ["messages-allowed"]),
    ],
)
def test_care_by_message(value, expected):
    assert codes(asynchronous(at("QQ", fact("asynchronous-contact", "QQ", **value)), None, DAY)) == expected
