"""How long records are kept: worked examples, leap days, and what must hold of every period."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.retention import Events, add_years, retention
from rules.places import DAY, PSYCHOLOGIST, Profession, at, codes, fact

MAJORITY = fact("age-of-majority", "QQ", age=18)


def kept(records: str, starts: str, *professions: Profession, code: str = "QQ", **value: object):
    """Return a fact on how long records are kept."""
    basis = value.pop("basis", "law")
    return fact("retention", code, *professions, records=records, starts=starts, basis=basis, **value)


FINLAND = at(
    "FI",
    kept("clinical-record", "death", code="FI", years=12, years_from_birth=120),
    kept("client-written", "receipt", code="FI", years=12),
    kept("appointments", "record-made", code="FI", years=12),
    kept("recordings", "record-made", code="FI", years=12),
    fact("age-of-majority", "FI", age=18),
)


def test_germany_keeps_ten_years_after_the_end_of_treatment():
    germany = at("DE", kept("clinical-record", "end-of-treatment", code="DE", years=10))
    found = retention(germany, None, DAY, "clinical-record", Events(end_of_treatment=date(2026, 3, 5)))
    assert (found.until, found.at_most, codes(found.findings)) == (
        date(2036, 3, 5),
        None,
        ["retention-until"],
    )


@pytest.mark.parametrize(
    ("records", "events", "until", "said"),
    [
        (
            "clinical-record",
            Events(death=date(2030, 5, 1), birth=date(1980, 1, 2)),
            date(2042, 5, 1),
            "retention-until",
        ),
        ("clinical-record", Events(birth=date(1980, 1, 2)), date(2100, 1, 2), "retention-birth"),
        ("client-written", Events(receipt=date(2026, 11, 22)), date(2038, 11, 22), "retention-until"),
        ("appointments", Events(record_made=date(2026, 11, 22)), date(2038, 11, 22), "retention-until"),
    ],
)
def test_finland_tells_record_types_apart(records, events, until, said):
    found = retention(FINLAND, None, DAY, records, events)
    assert found.until == until
    assert said in codes(found.findings)


def test_belgium_has_a_most_too():
    belgium = at("BE", kept("clinical-record", "last-contact", code="BE", years=30, at_most_years=50))
    found = retention(belgium, None, DAY, "clinical-record", Events(last_contact=date(2024, 2, 29)))
    assert (found.until, found.at_most) == (date(2054, 3, 1), date(2074, 2, 28))
    assert codes(found.findings) == ["retention-until", "retention-at-most"]


def test_a_least_above_the_most_is_said():
    clash = at(
        "QQ",
        kept("clinical-record", "receipt", years=9),
        kept("clinical-record", "receipt", PSYCHOLOGIST, at_most_years=5),
    )
    found = retention(clash, PSYCHOLOGIST, DAY, "clinical-record", Events(receipt=DAY))
    assert found.until > found.at_most
    assert "retention-clash" in codes(found.findings)


@pytest.mark.parametrize(
    ("rows", "birth", "until"),
    [
        (
            [{"kind": "until-age", "years": 22}],
            date(2010, 6, 1),
            date(2034, 12, 1),
        ),  # Washington: the later of
        ([{"kind": "until-age", "years": 28}], date(2010, 6, 1), date(2038, 6, 1)),  # Ontario
        ([{"kind": "years-after-majority", "years": 3}], date(2018, 6, 1), date(2039, 6, 1)),  # Delaware
        (
            [{"kind": "years-after-age", "years": 7, "age": 18}],
            date(2018, 6, 1),
            date(2043, 6, 1),
        ),  # California
        ([{"kind": "years-after-last-contact", "years": 13}], date(2018, 6, 1), date(2039, 12, 1)),
        (
            [{"kind": "years-after-majority", "years": 2}, {"kind": "years-after-end", "years": 5}],
            date(2020, 6, 1),
            date(2040, 6, 1),  # Kansas: the later of both rows
        ),
        ([{"kind": "until-age", "years": 28}], date(2008, 11, 1), date(2034, 12, 1)),  # of age already
    ],
)
def test_a_minors_record_is_kept_to_the_later_day(rows, birth, until):
    place = at("QQ", kept("clinical-record", "last-contact", years=8, minors=rows), MAJORITY)
    found = retention(place, None, DAY, "clinical-record", Events(last_contact=DAY, birth=birth))
    assert found.until == until
    assert ("retention-minor" in codes(found.findings)) is (until != date(2034, 12, 1))


def test_without_a_date_of_birth_the_longer_time_for_minors_is_a_question():
    place = at(
        "QQ",
        kept("clinical-record", "last-contact", years=8, minors=[{"kind": "until-age", "years": 25}]),
        MAJORITY,
    )
    found = retention(place, None, DAY, "clinical-record", Events(last_contact=DAY))
    assert found.until == date(2034, 12, 1)
    assert codes(found.findings) == ["retention-until", "retention-minor-unknown"]


def test_a_missing_date_is_asked_for_by_name():
    found = retention(FINLAND, None, DAY, "client-written", Events(last_contact=DAY))
    assert (found.until, codes(found.findings)) == (None, ["retention-date-missing"])
    assert dict(found.findings[0].values)["event"] == "receipt"


def test_a_start_the_law_does_not_name_counts_from_the_latest_day_and_asks():
    place = at("QQ", kept("clinical-record", "not-stated", years=7, at_most_years=9))
    events = Events(last_contact=date(2026, 1, 1), last_entry=date(2026, 2, 1))
    found = retention(place, None, DAY, "clinical-record", events)
    assert (found.until, found.at_most) == (date(2033, 2, 1), None)
    assert codes(found.findings) == ["retention-until", "retention-start-not-stated"]


def test_a_rule_without_a_number_is_a_question():
    place = at("QQ", kept("clinical-record", "last-contact"))
    found = retention(place, None, DAY, "clinical-record", Events(last_contact=DAY))
    assert (found.until, codes(found.findings)) == (None, ["retention-not-known"])


def test_the_states_rule_comes_before_the_countrys_guideline():
    guideline = kept("clinical-record", "last-contact", PSYCHOLOGIST, code="US", years=7, basis="guideline")
    state = kept("clinical-record", "last-contact", PSYCHOLOGIST, code="US-WA", years=8)
    events = Events(last_contact=DAY)
    both = retention(at("US-WA", guideline, state), PSYCHOLOGIST, DAY, "clinical-record", events)
    assert (both.until, codes(both.findings)) == (date(2034, 12, 1), ["retention-until"])
    alone = retention(at("US-WA", guideline), PSYCHOLOGIST, DAY, "clinical-record", events)
    assert (alone.until, codes(alone.findings)) == (
        date(2033, 12, 1),
        ["retention-until", "retention-guideline"],
    )


def test_two_rules_of_one_place_bind_both():
    nevada = at("US-NV", kept("clinical-record", "last-contact", PSYCHOLOGIST, code="US-NV", years=5),
                kept("clinical-record", "last-contact", code="US-NV", years=6))  # fmt: skip
    found = retention(nevada, PSYCHOLOGIST, DAY, "clinical-record", Events(last_contact=DAY))
    assert found.until == date(2032, 12, 1)


def test_a_physicians_row_never_drives_a_psychologists_clock():
    virginia = at(
        "US-VA", kept("clinical-record", "last-contact", Profession.PHYSICIAN, code="US-VA", years=6)
    )
    found = retention(virginia, PSYCHOLOGIST, DAY, "clinical-record", Events(last_contact=DAY))
    assert (found.until, codes(found.findings)) == (None, ["retention-not-known"])


def test_a_period_of_low_confidence_is_a_question():
    low = kept("clinical-record", "last-contact", years=5, confidence="low")
    found = retention(at("QQ", low), None, DAY, "clinical-record", Events(last_contact=DAY))
    assert (found.until, codes(found.findings)) == (None, ["retention-unsure"])
    assert dict(found.findings[0].values)["records"] == "clinical-record"


@pytest.mark.parametrize(
    ("day", "years", "least", "most"),
    [
        (date(2024, 2, 29), 10, date(2034, 3, 1), date(2034, 2, 28)),
        (date(2024, 2, 29), 8, date(2032, 2, 29), date(2032, 2, 29)),
        (date(2096, 2, 29), 4, date(2100, 3, 1), date(2100, 2, 28)),
        (date(2024, 3, 1), 10, date(2034, 3, 1), date(2034, 3, 1)),
    ],
)
def test_leap_days_are_read_so_that_no_reading_is_broken(day, years, least, most):
    assert (add_years(day, years, later=True), add_years(day, years, later=False)) == (least, most)


days = st.dates(date(1960, 1, 1), date(2030, 12, 31))
kinds = st.sampled_from(
    ["until-age", "years-after-majority", "years-after-age", "years-after-last-contact", "years-after-end"]
)
rows = st.lists(
    st.fixed_dictionaries({"kind": kinds, "years": st.integers(1, 30), "age": st.just(18)}), max_size=3
)
starting = st.sampled_from(
    ["last-contact", "end-of-treatment", "last-entry", "record-made", "receipt", "death", "not-stated"]
)
periods = st.builds(
    lambda starts, years, most, minors, sure: kept(
        "clinical-record", starts, years=years, at_most_years=most, minors=minors, confidence=sure
    ),
    starting, st.one_of(st.none(), st.integers(1, 60)), st.one_of(st.none(), st.integers(1, 60)), rows,
    st.sampled_from(["high", "low"]),
)  # fmt: skip
maybe = st.one_of(st.none(), days)
happened = st.builds(Events, maybe, maybe, maybe, maybe, maybe, maybe, maybe)


@given(st.lists(periods, max_size=3), happened)
def test_every_period_is_whole_or_asks(facts, events):
    found = retention(at("QQ", MAJORITY, *facts), None, DAY, "clinical-record", events)
    said = codes(found.findings)
    if found.until and found.at_most:
        assert (found.until > found.at_most) is ("retention-clash" in said)
    if found.until is None and found.at_most is None:
        assert all(each.asks or each.code == "retention-guideline" for each in found.findings)
    assert all(each.asks or each.fact is None or each.fact.is_asserted for each in found.findings)
