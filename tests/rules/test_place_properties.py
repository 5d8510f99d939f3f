"""What holds of every answer about two places, whatever the packs say; and how days are counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.facts import Fact, Jurisdiction, Profession
from intersession.rules.findings import CODES, Answer, Severity
from intersession.rules.place import PlaceAsked, place
from intersession.rules.temporary import Limit, days_used, months_before, window_start
from intersession.rules.terms import Licence
from rules.places import DAY, at, codes, fact, limit

WITHIN = ("month", "calendar-year", "12-months", "90-days", "9-months", "not-stated")
COUNT = ("days", "consecutive-days", "working-days", "consecutive-working-days")
HOME, THERE = "US-AA", "US-BB"
confidences = st.sampled_from(["high", "medium", "low"])
professions = st.sampled_from(list(Profession))
days = st.dates(date(2020, 1, 1), date(2032, 12, 31))
papers = st.sampled_from(["yes", "no", "not-stated"])
limits = st.builds(limit, st.integers(1, 90), st.sampled_from(WITHIN), st.sampled_from(COUNT))


def levels(code: str) -> st.SearchStrategy[str]:
    return st.sampled_from([code, "US"])


@st.composite
def facts_of(draw: st.DrawFn, code: str) -> Fact:
    level, confidence = draw(levels(code)), draw(confidences)
    whose = tuple(draw(st.sets(professions, max_size=2)))
    key = draw(st.sampled_from(["place-rule", "temporary-practice", "compact", "regulator"]))
    if key == "place-rule":
        rule = draw(st.sampled_from(["client", "therapist", "title-protected", "unregulated"]))
        return fact(key, level, *whose, confidence=confidence, where=rule)
    if key == "compact":
        return fact(
            key,
            level,
            *whose,
            confidence=confidence,
            compact=draw(st.sampled_from(["psypact", "counseling-compact", "social-work-compact"])),
            status=draw(st.sampled_from(["member", "enacted", "pending", "not-member"])),
            issuing=draw(papers),
        )
    if key == "regulator":
        return fact(
            key, level, *whose, confidence=confidence, name="Board", url="https://b.example", kind="regulator"
        )
    value = {name: draw(papers) for name in ("approval", "notice", "registration")}
    value["clients"] = draw(st.sampled_from(["any", "established", "not-stated"]))
    value["limits"] = draw(st.lists(limits, max_size=2))
    value["homes"] = draw(st.sampled_from([[], ["US"], ["EU"]]))
    return fact(key, level, *whose, confidence=confidence, **value)


def places(code: str) -> st.SearchStrategy[Jurisdiction]:
    return st.lists(facts_of(code), max_size=6).map(lambda facts: at(code, *facts))


licences = st.builds(
    Licence, st.sampled_from([HOME, THERE, "US"]), professions.map(str), st.one_of(st.none(), days)
)
questions = st.builds(
    PlaceAsked,
    home=st.just(HOME),
    licences=st.lists(licences, max_size=2).map(tuple),
    profession=st.one_of(st.none(), professions),
    client_at=st.just(THERE),
    on=days,
    stay=st.sampled_from(["usual", "travelling", "moved"]),
    established=st.booleans(),
    days_used=st.one_of(st.none(), st.integers(0, 100)),
    approved=st.sets(st.sampled_from([THERE, "psypact", "US-CC"])).map(frozenset),
    days=st.one_of(st.none(), st.lists(days, max_size=20).map(tuple)),
)


@given(questions, places(HOME), places(THERE))
def test_an_answer_depends_on_what_is_given_alone_and_fits_its_findings(question, home, there):
    found = place(question, home, there)
    assert found == place(question, home, there)
    assert set(codes(found.findings)) <= set(CODES)
    errors = any(each.severity is Severity.ERROR for each in found.findings)
    assert errors is (found.answer is Answer.NOT_ALLOWED)


@given(questions, places(HOME), places(THERE))
def test_a_travelling_client_is_never_cut_off(question, home, there):
    found = place(replace(question, stay="travelling"), home, there)
    assert found.answer is not Answer.NOT_ALLOWED


@given(questions, places(HOME), places(THERE))
def test_a_fact_of_low_confidence_is_never_more_than_a_question(question, home, there):
    for each in place(question, home, there).findings:
        assert each.asks or each.fact is None or each.fact.is_asserted


@given(questions, places(HOME), places(THERE))
def test_sources_of_low_confidence_change_an_answer_to_a_question_or_not_at_all(question, home, there):
    def sure(at_: Jurisdiction) -> Jurisdiction:
        return replace(at_, facts=tuple(each for each in at_.facts if each.is_asserted))

    with_them = place(question, home, there).answer
    assert with_them in (place(question, sure(home), sure(there)).answer, Answer.ASK)


@given(questions, places(HOME))
def test_where_nothing_is_known_nothing_is_allowed_without_an_own_licence(question, home):
    own = any(each.jurisdiction == THERE for each in question.licences)
    if not own:
        assert place(question, home, at(THERE)).answer is not Answer.ALLOWED


@given(questions, places(THERE))
def test_the_own_place_with_a_licence_that_holds_is_always_allowed(question, there):
    own = Licence(THERE, question.profession or "psychologist", question.on + timedelta(days=1))
    here = replace(question, home=THERE, licences=(*question.licences, own))
    assert place(here, there, there).answer is Answer.ALLOWED


@given(questions, places(HOME), places(THERE), st.data())
def test_knowing_less_never_allows_more_than_a_question(question, home, there, data):
    if not there.facts:
        return
    before = place(question, home, there)
    lost = data.draw(st.sampled_from(there.facts))
    less = replace(there, facts=tuple(each for each in there.facts if each is not lost))
    after = place(question, home, less)
    # A lost rule can uncover the one above it (a state's by its country's); that is knowing something else.
    uncovered = any(each.key == lost.key for each in less.facts)
    if before.answer is not Answer.ALLOWED and not uncovered and lost.is_asserted:
        assert after.answer is not Answer.ALLOWED


LIMIT_CASES = [
    # count, within, days with contact, on, used
    ("days", "calendar-year", ["2026-01-01", "2026-12-30", "2025-12-31"], "2026-12-31", 2),
    ("days", "calendar-year", ["2026-12-31"], "2027-01-01", 0),
    ("days", "calendar-year", ["2026-05-04", "2026-05-04"], "2026-05-05", 1),
    ("days", "calendar-year", ["2026-05-05"], "2026-05-05", 0),
    ("days", "month", ["2026-11-30", "2026-12-01"], "2026-12-02", 1),
    ("days", "12-months", ["2025-12-01", "2025-12-02"], "2026-12-01", 1),
    ("days", "12-months", ["2024-02-29", "2024-03-01"], "2025-02-28", 2),
    ("days", "90-days", ["2026-09-02", "2026-09-03"], "2026-12-01", 1),
    ("days", "9-months", ["2026-03-01", "2026-03-02"], "2026-12-01", 1),
    ("days", "not-stated", ["2001-01-01"], "2026-12-01", 1),
    ("consecutive-days", "calendar-year", ["2026-11-02"], "2026-12-02", 30),
    ("consecutive-days", "calendar-year", ["2025-12-20", "2026-01-02"], "2026-01-05", 3),
    ("consecutive-days", "calendar-year", ["2026-03-28"], "2026-03-30", 2),
    ("working-days", "calendar-year", ["2026-11-27", "2026-11-29"], "2026-12-01", 2),
    ("consecutive-working-days", "90-days", ["2026-11-27"], "2026-12-01", 2),
    ("consecutive-working-days", "90-days", ["2026-11-28"], "2026-11-30", 0),
]


@pytest.mark.parametrize(("count", "within", "when", "on", "used"), LIMIT_CASES)
def test_days_are_counted_as_each_rule_says(count, within, when, on, used):
    days_ = [date.fromisoformat(each) for each in when]
    assert days_used(days_, Limit(30, within, count), date.fromisoformat(on)) == used


def test_working_days_skip_holidays_where_the_place_is_known():
    holiday = date(2026, 11, 30)
    rule = Limit(10, "90-days", "consecutive-working-days")
    used = days_used([date(2026, 11, 27)], rule, DAY, lambda day: day.weekday() < 5 and day != holiday)
    assert used == 1


@given(st.lists(days, max_size=40), days, st.sampled_from(WITHIN))
def test_counts_stay_within_their_stretch(when, on, within):
    plain, work, row, work_row = (days_used(when, Limit(30, within, count), on) for count in
                                  ("days", "working-days", "consecutive-days", "consecutive-working-days"))  # fmt: skip
    assert plain == work <= row
    assert work_row <= row <= (on - max(window_start(within, on), min(when, default=on))).days or row == 0


@given(st.lists(days, min_size=1, max_size=40), days, st.sampled_from(WITHIN), st.sampled_from(COUNT))
def test_one_more_day_never_counts_less(when, on, within, count):
    rule = Limit(30, within, count)
    assert days_used(when[1:], rule, on) <= days_used(when, rule, on)


@given(days, st.integers(0, 30))
def test_months_before_keeps_the_day_or_takes_the_months_last(day, months):
    earlier = months_before(day, months)
    assert (day.year * 12 + day.month) - (earlier.year * 12 + earlier.month) == months
    assert earlier.day == day.day or (earlier + timedelta(days=1)).day == 1
