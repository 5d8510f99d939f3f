"""Terms freeze to JSON and come back equal; anything else is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from intersession.rules.codec import clock, from_json, minutes, terms_from_json, terms_to_json, to_json
from intersession.rules.layers import Choices, Policy
from intersession.rules.messages import Submission, decide_message
from intersession.rules.schedule import HolidayCalendar
from intersession.rules.terms import Addition, Fees, Permit, Protect
from intersession.rules.vocabulary import Clause, Compact, PermitKind, ProtectKind
from rules.samples import calendar, instants, kinds, policy, schedules, terms


def calendars(code: str) -> HolidayCalendar:
    return calendar() if code == "test" else HolidayCalendar(code)


@given(schedules(), schedules())
def test_terms_come_back_equal(reading, safe):
    agreed = terms(
        reading,
        choices=Choices(safe_times=safe),
        fees=Fees("EUR", 10, "1.50"),
        additions=(Addition(Clause.A7, "de", "Zeile eins\nZeile zwei"),),
    )
    frozen = json.dumps(terms_to_json(agreed))
    assert terms_from_json(json.loads(frozen), calendars) == agreed


@given(schedules(), kinds, instants())
def test_frozen_terms_decide_the_same(reading, kind, moment):
    agreed = terms(reading)
    back = terms_from_json(terms_to_json(agreed), lambda _: reading.calendar)
    assert decide_message(back, Submission(kind), moment) == decide_message(agreed, Submission(kind), moment)


def test_policies_and_choices_come_back_equal():
    assert from_json(Policy, to_json(policy()), calendars) == policy()
    assert from_json(Choices, to_json(Choices()), calendars) == Choices()


def test_windows_read_as_people_write_them():
    data = terms_to_json(terms())
    assert data["schedule"]["week"][0] == ["09:00-12:30", "14:00-17:00"]
    assert data["schedule"]["calendar"] == "none"
    assert "plans" not in data["schedule"]


@pytest.mark.parametrize(
    "change",
    [
        {"therapist": None},
        {"extra": 1},
        {"channels": {}},
        {"guide": {"messages_per_week": True, "words": 1}},
        {"guide": {"messages_per_week": "2", "words": 1}},
        {"pack_code": 5},
        {"origin": [["A99", "policy"]]},
        {"answers": {"seen": {"amount": 0, "unit": "hours"}, "answered": None, "practical": None}},
    ],
)
def test_anything_else_is_refused(change):
    with pytest.raises(ValueError):
        terms_from_json({**terms_to_json(terms()), **change}, calendars)


def test_a_missing_field_is_refused():
    data = terms_to_json(terms())
    del data["urgent"]
    with pytest.raises(ValueError, match="urgent"):
        terms_from_json(data, calendars)


def test_terms_frozen_before_there_were_permits_read_and_stay_as_they_are():
    data = terms_to_json(terms())
    assert "permits" not in data["therapist"]
    assert terms_from_json(data, calendars).therapist.permits == ()


def test_permits_come_back_equal():
    permits = (
        Permit("US-CA", PermitKind.APPROVAL, until=date(2027, 5, 31)),
        Permit("", PermitKind.COMPACT, Compact.PSYPACT),
    )
    agreed = replace(terms(), therapist=replace(terms().therapist, permits=permits))
    assert terms_from_json(json.loads(json.dumps(terms_to_json(agreed))), calendars) == agreed


def test_terms_frozen_before_clause_a11_read_and_stay_as_they_are():
    older = replace(terms(), protect=None)
    data = terms_to_json(older)
    assert "protect" not in data
    assert terms_from_json(data, calendars) == older


def test_what_holds_when_others_are_in_danger_comes_back_equal():
    agreed = replace(terms(), protect=Protect(ProtectKind.MANDATORY, "DE", "StGB § 34"))
    assert terms_from_json(json.loads(json.dumps(terms_to_json(agreed))), calendars) == agreed


def test_only_rule_values_are_frozen():
    with pytest.raises(TypeError):
        to_json(1.5)


@pytest.mark.parametrize("text", ["", "9:00", "09.00", "24:01", "12:60", "-1:00", "०९:००", "09:00 "])
def test_times_of_day_are_strict(text):
    with pytest.raises(ValueError, match="time of day"):
        minutes(text)


def test_times_of_day_come_back():
    assert [clock(minutes(each)) for each in ("00:00", "09:05", "24:00")] == ["00:00", "09:05", "24:00"]
