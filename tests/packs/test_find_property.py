"""Whatever facts a chain holds, a look-up never rests on a low one, another profession's or one not yet in force."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.facts import Confidence, Fact, Jurisdiction, Profession, Source

CHAIN = ("ZR-ZE", "ZR", "EU")
KEYS = ("email", "minor-consent")
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
professions = st.sampled_from(Profession)
facts = st.builds(
    Fact,
    key=st.sampled_from(KEYS),
    jurisdiction=st.sampled_from(CHAIN),
    source=st.just(Source("A law")),
    confidence=st.sampled_from(Confidence),
    checked_on=st.just("2026-11"),
    value=st.fixed_dictionaries({"age": st.integers(0, 3)}),
    professions=st.lists(professions, max_size=2, unique=True).map(tuple),
    in_force=st.none() | days,
    by_practice=st.booleans(),
)


@given(st.lists(facts, max_size=12), st.sampled_from(KEYS), st.none() | professions, days)
def test_a_look_up_is_never_surer_than_its_sources(listed, key, profession, on):
    found = Jurisdiction("ZR-ZE", CHAIN, tuple(listed)).find(key, profession, on)
    for fact in filter(None, (found.fact, *found.questions)):
        assert fact.key == key
        assert not fact.professions or profession in fact.professions
        assert fact.in_force is None or fact.in_force <= on
    assert found.fact is None or found.fact.confidence is not Confidence.LOW
    assert all(each.confidence is Confidence.LOW for each in found.questions)


@given(st.lists(facts, max_size=12), st.sampled_from(KEYS), st.none() | professions, days)
def test_no_nearer_fact_that_can_be_relied_on_is_passed_over(listed, key, profession, on):
    here = Jurisdiction("ZR-ZE", CHAIN, tuple(listed))
    found, every = here.find(key, profession, on).fact, here.all(key, profession, on)
    relied = [each for each in every if each.is_asserted]
    assert (found is None) == (not relied)
    if found:
        assert CHAIN.index(found.jurisdiction) == min(CHAIN.index(each.jurisdiction) for each in relied)
