"""What her places say about a policy: licences in time, e-mail only where she offers it, clauses a place asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from intersession.rules.facts import Confidence, Fact, Jurisdiction, Profession, Source
from intersession.rules.findings import Answer
from intersession.rules.messages import Submission, decide_message
from intersession.rules.place import Stay
from intersession.rules.practising import (
    about_licences,
    about_policy,
    about_retention,
    contact,
    lapses,
    mandatory,
    profession_of,
    reminders,
)
from intersession.rules.reasons import Reason
from intersession.rules.stays import Where
from intersession.rules.terms import Licence, Permit, Therapist
from intersession.rules.vocabulary import Channel, Clause, Compact, Encryption, Kind, PermitKind
from rules.samples import policy as make_policy
from rules.samples import terms as make_terms

ON = date(2026, 11, 24)
SOURCE = Source("A law", "https://example.org/law", retrieved="2026-11")


def fact(key: str, code: str = "DE", confidence: Confidence = Confidence.HIGH, **value) -> Fact:
    return Fact(key, code, SOURCE, confidence, "2026-11", value)


FACTS = (
    fact("place-rule", where="client"),
    fact("email", unencrypted="after-warning"),
    fact("asynchronous-contact", answer="supplement-only"),
    fact("telehealth-consent", required=True, form="written"),
    fact("duty-to-protect", kind="mandatory"),
    fact("retention", records="clinical-record", years=10, starts="end-of-treatment", basis="law"),
)
PLACES = {
    "DE": Jurisdiction("DE", ("DE",), FACTS),
    "AT": Jurisdiction("AT", ("AT",), (fact("place-rule", "AT", where="client"),)),
}


def places(code: str) -> Jurisdiction:
    return PLACES.get(code, Jurisdiction(code, (code,)))


def vera(*licences: Licence) -> Therapist:
    return Therapist("Vera", "Europe/Berlin", ("de",), "DE", licences)


def licence(days: int | None, code: str = "DE", profession: str = "psychotherapist") -> Licence:
    return Licence(code, profession, None if days is None else ON + timedelta(days=days))


def codes(findings) -> list[str]:
    return [each.code for each in findings]


def test_her_profession_is_that_of_the_licence_for_the_place():
    both = vera(licence(None, "AT", "psychologist"), licence(None))
    assert profession_of(both, places("DE")) is Profession.PSYCHOTHERAPIST
    assert profession_of(both, places("AT")) is Profession.PSYCHOLOGIST
    assert profession_of(vera(licence(None, profession="healer")), places("DE")) is None


def test_a_policy_is_looked_at_for_what_it_offers():
    policy = make_policy(therapist=vera(licence(400)))
    found = codes(about_policy(policy, places, ON))
    assert {
        "email-after-warning",
        "messages-supplement",
        "telehealth-consent-required",
        "therapy-consent-not-known",
        "protect-mandatory",
    } <= set(found)
    without = replace(policy, channels=tuple(c for c in policy.channels if c.channel is not Channel.EMAIL))
    locked = replace(
        policy, channels=tuple(replace(c, encryption=Encryption.REQUIRED) for c in policy.channels)
    )
    for each in (without, locked):
        assert not any(code.startswith("email-") for code in codes(about_policy(each, places, ON)))


def test_licences_that_end_are_found_at_every_place():
    found = codes(about_licences(vera(licence(20), licence(-1, "AT")), places, ON))
    assert found == ["place-licence-ends", "place-licence-expired"]
    assert about_licences(vera(licence(400)), places, ON) == ()


@pytest.mark.parametrize(("days", "count"), [(91, 0), (90, 1), (0, 1), (-1, 1), (None, 0)])
def test_a_licence_is_told_of_from_ninety_days_before_its_end(days, count):
    assert len(lapses((licence(days),), ON)) == count


def test_a_renewed_licence_is_silent():
    assert lapses((licence(5), licence(900)), ON) == ()
    assert lapses((licence(5), licence(None)), ON) == ()
    assert [each.days for each in lapses((licence(30), licence(5, "AT")), ON)] == [5, 30]


def test_permits_lapse_like_licences():
    approval = Permit("US-CA", PermitKind.APPROVAL, until=ON + timedelta(days=5))
    later = replace(approval, until=ON + timedelta(days=900))
    other = Permit("", PermitKind.COMPACT, Compact.PSYPACT, ON + timedelta(days=900))
    assert [each.right for each in lapses((licence(30), approval, other), ON)] == [approval, licence(30)]
    assert lapses((approval, later), ON) == ()
    assert [(day - ON).days for day in reminders(approval, ON)] == [6]


def test_reminders_come_90_30_7_days_before_and_the_day_after():
    assert [(day - ON).days for day in reminders(licence(100), ON)] == [10, 70, 93, 101]
    assert [(day - ON).days for day in reminders(licence(7), ON)] == [0, 8]
    assert reminders(licence(-1), ON) == (ON,)
    assert reminders(licence(-2), ON) == ()
    assert reminders(licence(None), ON) == ()


def test_contact_with_a_client_on_a_trip_is_limited_and_at_home_it_is_not():
    assert contact(vera(licence(None)), Where("AT", Stay.TRAVELLING), places, ON).answer is Answer.LIMITED
    assert contact(vera(licence(None)), Where("DE"), places, ON).answer is Answer.ALLOWED


def test_a_file_is_kept_from_the_end_of_therapy():
    found = about_retention(vera(), places, ON)
    assert codes(found) == ["retention-until"]
    assert dict(found[0].values)["until"] == "2036-11-24"
    assert codes(about_retention(Therapist("V", "UTC", (), "XX"), places, ON)) == ["retention-not-known"]


def test_a_clause_is_mandatory_where_the_place_asks_for_it():
    terms = make_terms(therapist=vera(licence(None)))
    at = places("DE")
    assert [each.key for each in mandatory(terms, Clause.A2, at, ON)] == ["asynchronous-contact"]
    assert [each.key for each in mandatory(terms, Clause.A3, at, ON)] == ["telehealth-consent"]
    assert [each.key for each in mandatory(terms, Clause.A11, at, ON)] == ["duty-to-protect"]
    assert mandatory(terms, Clause.A5, at, ON) == ()
    assert [each.key for each in mandatory(terms, Clause.A13, at, ON)] == ["email"]
    locked = tuple(replace(each, encryption=Encryption.REQUIRED) for each in terms.channels)
    assert mandatory(replace(terms, channels=locked), Clause.A13, at, ON) == ()


def test_a_source_of_low_confidence_makes_nothing_mandatory():
    unsure = fact("telehealth-consent", confidence=Confidence.LOW, required=True, form="written")
    at = Jurisdiction("DE", ("DE",), (unsure,))
    assert mandatory(make_terms(therapist=vera()), Clause.A3, at, ON) == ()


@pytest.mark.parametrize(
    ("place", "contact", "told"),
    [
        ("FR", None, True),
        ("DE", None, False),
        ("FR", Answer.ALLOWED, False),
        ("DE", Answer.LIMITED, True),
        ("AT", Answer.ASK, True),
        ("AT", Answer.NOT_ALLOWED, True),
    ],
)
def test_what_the_law_says_of_contact_is_told_and_changes_no_time(place, contact, told):
    terms, now = make_terms(), datetime(2026, 11, 22, 21, 41, tzinfo=UTC)
    plain = decide_message(terms, Submission(Kind.QUESTION), now)
    found = decide_message(terms, Submission(Kind.QUESTION, place=place, contact=contact), now)
    assert (Reason.OUT_OF_AREA in found.reasons) is told
    times = (plain.handling, plain.alert_at, plain.seen_by, plain.answer_by)
    assert (found.handling, found.alert_at, found.seen_by, found.answer_by) == times
