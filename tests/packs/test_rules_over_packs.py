"""The rules over the packs that are shipped: examples of the research, and what holds of every pack."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from intersession.packs import library
from intersession.rules.care import consent_expiry, duty_to_protect, telehealth_consent, therapy_consent
from intersession.rules.clocks import access_due, breach_due
from intersession.rules.contact import asynchronous, email
from intersession.rules.facts import Profession
from intersession.rules.findings import Finding, Severity
from intersession.rules.minors import minors
from intersession.rules.place import PlaceAsked, Stay, place
from intersession.rules.retention import Events, retention
from intersession.texts import LANGUAGES
from intersession.texts.findings import sentence, todo

ON = date(2026, 12, 1)
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
P = Profession
RECORDS = ("clinical-record", "client-written", "appointments", "recordings", "policy-documents")
BORN = Events(last_contact=ON, end_of_treatment=ON, last_entry=ON, record_made=ON, birth=date(2012, 2, 29))


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [each.code for each in findings]


def at(code: str):
    return library.jurisdiction(code)


def test_a_fifteen_year_old_in_germany_and_in_california():
    assert "minor-capacity" in codes(minors(at("DE"), 15, P.PSYCHOTHERAPIST, ON))
    assert "minor-own-consent" in codes(minors(at("US-CA"), 15, P.PSYCHOLOGIST, ON))
    assert "minor-guardian" in codes(minors(at("US-CA"), 11, P.PSYCHOLOGIST, ON))


def test_plain_email_under_hipaa_and_in_germany():
    for code in ("US", "US-CA", "DE"):
        (found,) = email(at(code), P.PSYCHOLOGIST, ON)
        assert (found.code, found.severity) == ("email-after-warning", Severity.WARNING)
        assert found.fact.source.url


def test_a_louisiana_counsellor_by_text():
    assert codes(asynchronous(at("US-LA"), P.COUNSELOR, ON)) == ["messages-not-therapy"]
    assert codes(asynchronous(at("US-LA"), P.PSYCHOLOGIST, ON)) == ["messages-not-known"]


def test_finlands_record_types():
    kept = {each: retention(at("FI"), None, ON, each, BORN).until for each in RECORDS[:4]}
    assert kept["clinical-record"] == date(2132, 2, 29)
    assert kept["client-written"] is None  # nobody has entered when it arrived
    assert kept["appointments"] == kept["recordings"] == date(2038, 12, 1)


def test_the_clocks_of_europe_washington_and_india():
    assert access_due(at("AT"), None, NOW, "Europe/Vienna").at == datetime(2027, 1, 1, 22, 59, 59, tzinfo=UTC)
    assert breach_due(at("AT"), NOW, "Europe/Vienna").at == datetime(2026, 12, 4, 12, tzinfo=UTC)
    washington = access_due(at("US-WA"), None, NOW, "America/Los_Angeles")
    assert washington.at == datetime(2026, 12, 23, 7, 59, 59, tzinfo=UTC)
    india = breach_due(at("IN"), NOW, "Asia/Kolkata")
    assert (india.at, "breach-not-yet" in codes(india.findings)) == (None, True)


def test_australia_wants_it_said_how_long_a_consent_is_relied_on():
    assert codes(consent_expiry(at("AU"), P.PSYCHOLOGIST, ON)) == ["consent-say-how-long"]
    assert codes(consent_expiry(at("AU"), P.PSYCHOLOGIST, date(2025, 11, 30))) == ["consent-expiry-none"]


WITH_LAW = [code for code in library.codes() if any(each.jurisdiction == code for each in at(code).facts)]


def everything(code: str, profession: Profession | None) -> list[Finding]:
    """Return whatever the rules find at a place for a profession."""
    there = at(code)
    found = [each for age in (None, 11, 15, 17, 18, 21) for each in minors(there, age, profession, ON)]
    for records in RECORDS:
        for events in (BORN, Events(), Events(birth=date(1990, 1, 1))):
            found += retention(there, profession, ON, records, events).findings
    for rule in (email, asynchronous, telehealth_consent, therapy_consent, duty_to_protect, consent_expiry):
        found += rule(there, profession, ON)
    found += access_due(there, profession, NOW, "Europe/Berlin").findings
    found += breach_due(there, NOW, "Europe/Berlin", profession).findings
    for home in ("DE", "US-TX", "CA-ON", "BR", code):
        for stay in Stay:
            found += place(PlaceAsked(home, (), profession, code, ON, stay), at(home), there).findings
    return found


@pytest.mark.parametrize("code", WITH_LAW)
def test_every_pack_leads_to_whole_sentences_and_no_doubtful_rule(code):
    found = [each for whose in (None, P.PSYCHOLOGIST, P.COUNSELOR) for each in everything(code, whose)]
    assert [each for each in found if not each.asks and each.fact and not each.fact.is_asserted] == []
    for each in {(each.code, each.values): each for each in found}.values():
        for lang in LANGUAGES:
            assert "{" not in sentence(each, lang) + todo(each, lang)
