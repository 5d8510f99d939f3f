"""May two people have contact across two places: worked examples, judged by hand from the research."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from intersession.rules.facts import Profession
from intersession.rules.findings import Answer, Severity
from intersession.rules.place import covers, place
from intersession.rules.terms import Licence
from rules.places import (
    AUSTRIA,
    BRAZIL,
    CALIFORNIA,
    COUNSELOR,
    DAY,
    GERMANY,
    NEW_YORK,
    NOWHERE,
    ONTARIO,
    PSYCHOTHERAPIST,
    QUEBEC,
    TEXAS,
    WASHINGTON,
    asked,
    at,
    codes,
    compact,
    fact,
    limit,
    short,
    where,
)


def test_germany_to_austria_is_asked_because_the_title_is_protected():
    found = place(asked("DE", "AT", PSYCHOTHERAPIST, Licence("DE", "psychotherapist")), GERMANY, AUSTRIA)
    assert found.answer is Answer.ASK
    assert codes(found.findings) == ["place-title-protected"]
    assert dict(found.findings[0].values)["regulator"] == "the Federal Ministry"
    assert found.findings[0].fact in AUSTRIA.facts


def test_austria_to_germany_needs_a_notice_first():
    found = place(asked("AT", "DE", PSYCHOTHERAPIST), AUSTRIA, GERMANY)
    assert found.answer is Answer.ASK
    assert codes(found.findings) == ["place-temporary-notice"]


def test_austria_to_germany_with_the_notice_on_record():
    found = place(asked("AT", "DE", PSYCHOTHERAPIST, approved=frozenset({"DE"})), AUSTRIA, GERMANY)
    assert found.answer is Answer.ALLOWED
    assert codes(found.findings) == ["place-temporary-allowed"]


def test_the_german_rule_for_services_is_not_for_brazil():
    found = place(asked("BR", "DE", PSYCHOTHERAPIST, approved=frozenset({"DE"})), BRAZIL, GERMANY)
    assert found.answer is Answer.ASK
    assert "place-temporary-other-homes" in codes(found.findings)


def test_a_california_client_on_holiday_in_washington_is_followed_up_without_a_day_count():
    found = place(asked("US-CA", "US-WA", stay="travelling"), CALIFORNIA, WASHINGTON)
    assert found.answer is Answer.ALLOWED
    assert codes(found.findings) == ["place-counts-client", "place-temporary-allowed"]


def test_a_new_client_on_holiday_in_washington_gets_logistics_and_safety():
    found = place(asked("US-CA", "US-WA", stay="travelling", established=False), CALIFORNIA, WASHINGTON)
    assert found.answer is Answer.LIMITED
    assert codes(found.findings) == ["place-counts-client", "place-temporary-established", "place-travelling"]


def test_a_californian_who_lives_in_washington_is_no_holiday_follow_up():
    found = place(asked("US-CA", "US-WA"), CALIFORNIA, WASHINGTON)
    assert found.answer is Answer.ASK
    assert "place-temporary-short-stay" in codes(found.findings)


def test_washington_to_california_needs_approval_first():
    found = place(asked("US-WA", "US-CA", stay="travelling"), WASHINGTON, CALIFORNIA)
    assert found.answer is Answer.ASK
    assert codes(found.findings) == [
        "place-counts-client",
        "place-temporary-approval",
        "place-temporary-count",
        "place-travelling",
    ]


def test_washington_to_california_with_approval_counts_thirty_days_in_a_row():
    first = DAY - timedelta(days=26)
    right = {"approved": frozenset({"US-CA"}), "stay": "travelling"}
    found = place(asked("US-WA", "US-CA", days=(first,), **right), WASHINGTON, CALIFORNIA)
    assert found.answer is Answer.ALLOWED
    assert codes(found.findings)[-1] == "place-temporary-days-left"
    assert dict(found.findings[-1].values)["left"] == 4

    over = place(asked("US-WA", "US-CA", days=(DAY - timedelta(days=30),), **right), WASHINGTON, CALIFORNIA)
    assert over.answer is Answer.LIMITED
    assert "place-temporary-used-up" in codes(over.findings)


def test_days_used_up_for_a_client_who_lives_there_need_a_licence():
    known = asked("US-WA", "US-CA", approved=frozenset({"US-CA"}), days_used=30)
    found = place(known, WASHINGTON, CALIFORNIA)
    assert found.answer is Answer.NOT_ALLOWED
    assert codes(found.findings) == ["place-counts-client", "place-temporary-used-up", "place-licence-needed"]


def test_a_psypact_pair_without_the_authority_is_asked():
    found = place(asked("US-TX", "US-WA", stay="moved"), TEXAS, WASHINGTON)
    assert found.answer is Answer.ASK
    assert "place-compact-possible" in codes(found.findings)
    assert "place-moved" in codes(found.findings)


def test_an_approval_of_the_place_is_no_authority_under_psypact():
    found = place(asked("US-TX", "US-WA", approved=frozenset({"US-WA"})), TEXAS, WASHINGTON)
    assert found.answer is Answer.ASK


def test_a_psypact_pair_with_the_authority_is_allowed():
    found = place(asked("US-TX", "US-WA", approved=frozenset({"psypact"})), TEXAS, WASHINGTON)
    assert found.answer is Answer.ALLOWED
    assert codes(found.findings) == ["place-counts-client", "place-compact-authority"]


def test_psypact_is_for_psychologists_only():
    found = place(asked("US-TX", "US-WA", COUNSELOR, approved=frozenset({"psypact"})), TEXAS, WASHINGTON)
    assert "place-compact-authority" not in codes(found.findings)


def test_psypact_does_not_reach_a_state_that_is_no_member():
    found = place(asked("US-TX", "US-NY", approved=frozenset({"psypact"})), TEXAS, NEW_YORK)
    assert found.answer is Answer.NOT_ALLOWED


def test_a_compact_that_starts_later_is_not_in_use_yet():
    soon = at("US-MT", where("US-MT", "client"), compact("US-MT", since="2027-01-01"))
    found = place(asked("US-TX", "US-MT", approved=frozenset({"psypact"})), TEXAS, soon)
    assert found.answer is Answer.NOT_ALLOWED
    assert "place-compact-not-yet" in codes(found.findings)


def test_a_compact_that_issues_nothing_is_not_in_use_yet():
    one, two = (
        at(code, where(code, "client"), compact(code, "counseling-compact", issuing=issuing))
        for code, issuing in (("US-OH", "yes"), ("US-UT", "no"))
    )
    found = place(asked("US-OH", "US-UT", COUNSELOR, approved=frozenset({"US-UT"})), one, two)
    assert "place-compact-not-yet" in codes(found.findings)
    assert found.answer is Answer.NOT_ALLOWED


def test_ontario_to_quebec_is_left_to_ontario():
    found = place(asked("CA-ON", "CA-QC"), ONTARIO, QUEBEC)
    assert found.answer is Answer.ALLOWED
    assert codes(found.findings) == ["place-counts-therapist"]


def test_quebec_to_ontario_needs_a_registration():
    found = place(asked("CA-QC", "CA-ON"), QUEBEC, ONTARIO)
    assert found.answer is Answer.ASK
    assert "place-temporary-registration" in codes(found.findings)


def test_quebec_leaves_it_only_to_canadian_colleges():
    found = place(asked("US-NY", "CA-QC"), NEW_YORK, QUEBEC)
    assert found.answer is Answer.ASK
    assert "place-temporary-other-homes" in codes(found.findings)


def test_brazil_lets_its_psychologists_serve_anywhere_but_germany_has_a_rule_of_its_own():
    found = place(asked("BR", "DE"), BRAZIL, GERMANY)
    assert found.answer is Answer.ASK
    assert codes(found.findings) == ["place-home-anywhere", "place-title-protected"]


def test_a_rule_that_speaks_only_of_its_own_therapists_is_a_question_for_others():
    found = place(asked("DE", "BR"), GERMANY, BRAZIL)
    assert (found.answer, codes(found.findings)) == (Answer.ASK, ["place-not-known"])


def test_a_place_that_leaves_it_to_the_therapists_own_leaves_it():
    assert place(asked("DE", "QQ"), GERMANY, at("QQ", where("QQ", "therapist"))).answer is Answer.ALLOWED


def test_brazil_wants_its_own_registration_to_hold():
    lapsed = (Licence("BR", "psychologist", date(2026, 6, 30)), Licence("DE", "psychologist"))
    found = place(asked("BR", "DE", Profession.PSYCHOLOGIST, *lapsed), BRAZIL, GERMANY)
    assert found.answer is Answer.NOT_ALLOWED
    assert {"place-licence-expired", "place-licence-needed"} <= set(codes(found.findings))


@pytest.mark.parametrize(
    "there", [GERMANY, AUSTRIA, CALIFORNIA, ONTARIO, NOWHERE], ids=lambda each: each.code
)
def test_an_own_licence_of_the_place_settles_it(there):
    own = Licence(there.code, "psychologist", date(2028, 1, 1))
    found = place(asked("BR", there.code, Profession.PSYCHOLOGIST, own, stay="moved"), BRAZIL, there)
    assert found.answer is Answer.ALLOWED
    assert codes(found.findings)[0] == "place-own-licence"


def test_a_licence_that_ends_within_sixty_days_is_named():
    for until, said in ((DAY, True), (DAY + timedelta(days=60), True), (DAY + timedelta(days=61), False)):
        own = Licence("US-NY", "psychologist", until)
        found = place(asked("US-NY", "US-NY", Profession.PSYCHOLOGIST, own), NEW_YORK, NEW_YORK)
        assert found.answer is Answer.ALLOWED
        assert ("place-licence-ends" in codes(found.findings)) is said


def test_a_licence_that_has_ended_counts_for_nothing():
    own = Licence("US-NY", "psychologist", DAY - timedelta(days=1))
    found = place(asked("US-NY", "US-NY", Profession.PSYCHOLOGIST, own), NEW_YORK, NEW_YORK)
    assert found.answer is Answer.NOT_ALLOWED
    assert codes(found.findings) == ["place-licence-expired", "place-counts-client", "place-licence-needed"]


def test_an_ended_licence_at_home_closes_the_compact():
    own = Licence("US-TX", "psychologist", DAY - timedelta(days=1))
    known = asked("US-TX", "US-WA", Profession.PSYCHOLOGIST, own, approved=frozenset({"psypact"}))
    assert place(known, TEXAS, WASHINGTON).answer is Answer.NOT_ALLOWED


def test_a_licence_of_another_profession_counts_for_nothing():
    own = Licence("US-NY", "counselor")
    found = place(asked("US-TX", "US-NY", Profession.PSYCHOLOGIST, own), TEXAS, NEW_YORK)
    assert found.answer is Answer.NOT_ALLOWED
    assert "place-other-profession" in codes(found.findings)


def test_where_nothing_is_on_record_at_home_the_place_of_practice_is_taken_as_given():
    found = place(asked("DE", "DE", PSYCHOTHERAPIST), GERMANY, GERMANY)
    assert (found.answer, codes(found.findings)) == (Answer.ALLOWED, ["place-own-place"])
    assert found.findings[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("licence", "code", "does"),
    [
        ("DE", "DE-BY", True),
        ("DE-BY", "DE-BE", True),
        ("US", "US-CA", False),
        ("US-NY", "US-CA", False),
        ("CA", "CA-ON", False),
        ("CH-ZH", "CH-BE", False),
        ("EU", "EU", False),
        ("AT", "DE", False),
    ],
)
def test_a_licence_of_a_whole_country_covers_its_parts_only_where_there_is_such_a_licence(
    licence, code, does
):
    assert covers(licence, at(code, parents=("EU",))) is does


def test_the_united_states_as_a_whole_are_no_place_to_be():
    found = place(asked("US-NY", "US"), NEW_YORK, at("US", where("US", "client")))
    assert (found.answer, codes(found.findings)) == (Answer.ASK, ["place-which-part"])


def test_a_right_for_the_whole_country_needs_no_part():
    swiss = at(
        "CH", where("CH", "title-protected"), short("CH", notice="yes", homes=["EU"], limits=[limit(90)])
    )
    open_ = place(asked("AT", "CH", stay="travelling"), AUSTRIA, swiss)
    assert (open_.answer, codes(open_.findings)[:2]) == (
        Answer.ASK,
        ["place-which-part", "place-temporary-notice"],
    )
    noticed = place(asked("AT", "CH", stay="travelling", approved=frozenset({"CH"})), AUSTRIA, swiss)
    assert noticed.answer is Answer.ALLOWED


def test_a_rule_for_other_homes_is_not_named_beside_one_for_mine():
    swiss = [short("XX", homes=["XX"], approval="yes"), short("XX", homes=["EU"], notice="yes")]
    found = place(asked("AT", "XX", stay="travelling"), AUSTRIA, at("XX", where("XX", "client"), *swiss))
    assert codes(found.findings) == ["place-counts-client", "place-temporary-notice", "place-travelling"]


def test_a_place_without_a_pack_is_asked_about():
    found = place(asked("DE", "XX", stay="travelling"), GERMANY, NOWHERE)
    assert found.answer is Answer.ASK
    assert codes(found.findings) == ["place-not-known", "place-travelling"]
    assert found.findings[1].asks


def test_a_rule_of_low_confidence_is_a_question():
    there = at("FJ", where("FJ", "therapist", confidence="low"))
    found = place(asked("DE", "FJ"), GERMANY, there)
    assert (found.answer, codes(found.findings)) == (Answer.ASK, ["place-unsure"])


def test_a_known_way_is_named_and_taken_where_the_rule_is_doubtful():
    doubt = where("DE", "title-protected", confidence="low")
    germany = at("DE", doubt, *GERMANY.facts[1:], parents=("EU",))
    found = place(asked("AT", "DE", PSYCHOTHERAPIST), AUSTRIA, germany)
    assert (found.answer, codes(found.findings)) == (Answer.ASK, ["place-unsure", "place-temporary-notice"])
    noticed = place(asked("AT", "DE", PSYCHOTHERAPIST, approved=frozenset({"DE"})), AUSTRIA, germany)
    assert (noticed.answer, codes(noticed.findings)) == (Answer.ALLOWED, ["place-temporary-allowed"])


def test_a_nearer_source_of_low_confidence_that_says_otherwise_is_a_question():
    there = at("US-XX", where("US", "client"), where("US-XX", "unregulated", confidence="low"))
    found = place(asked("US-NY", "US-XX"), NEW_YORK, there)
    assert (found.answer, codes(found.findings)) == (Answer.ASK, ["place-unsure"])


def test_short_time_practice_of_low_confidence_never_opens_and_never_closes():
    there = at("US-MA", where("US-MA", "client"), short("US-MA", confidence="low", limits=[limit(12)]))
    here = place(asked("US-NY", "US-MA"), NEW_YORK, there)
    assert (here.answer, codes(here.findings)) == (
        Answer.ASK,
        ["place-counts-client", "place-temporary-unsure"],
    )
    away = place(asked("US-NY", "US-MA", stay="travelling"), NEW_YORK, there)
    assert away.answer is Answer.LIMITED


def test_papers_the_source_does_not_name_are_worth_a_question():
    there = at("US-FL", where("US-FL", "client"), short("US-FL", approval="not-stated", limits=[limit(15)]))
    found = place(asked("US-NY", "US-FL"), NEW_YORK, there)
    assert found.answer is Answer.ALLOWED
    assert codes(found.findings)[1:] == [
        "place-temporary-allowed",
        "place-temporary-count",
        "place-temporary-formalities",
    ]


def test_of_two_ways_the_one_that_leads_further_is_taken():
    there = at(
        "US-DE",
        where("US-DE", "client"),
        short("US-DE", Profession.SOCIAL_WORKER, approval="yes", limits=[limit(30)]),
        short("US-DE", registration="no"),
    )
    found = place(asked("US-NY", "US-DE", Profession.SOCIAL_WORKER, stay="travelling"), NEW_YORK, there)
    assert (found.answer, codes(found.findings)[-1]) == (Answer.ALLOWED, "place-temporary-allowed")


def test_the_country_wide_rule_for_short_stays_gives_way_to_the_nearer_one():
    there = at("CA-XX", where("CA-XX", "client"), short("CA", limits=[]), short("CA-XX", registration="yes"))
    assert place(asked("CA-ON", "CA-XX", stay="travelling"), ONTARIO, there).answer is Answer.ASK


def test_a_month_and_a_year_limit_both_hold():
    there = at("US-FL", where("US-FL", "client"), short("US-FL", limits=[limit(5, "month"), limit(15)]))
    five = tuple(date(2026, 12, n) for n in range(1, 6))
    on = date(2026, 12, 20)
    over = place(asked("US-NY", "US-FL", on=on, days=five), NEW_YORK, there)
    assert over.answer is Answer.NOT_ALLOWED
    new_month = place(asked("US-NY", "US-FL", on=date(2027, 1, 4), days=five), NEW_YORK, there)
    assert new_month.answer is Answer.ALLOWED


def test_a_count_by_hand_is_held_against_the_widest_limit():
    there = at("US-FL", where("US-FL", "client"), short("US-FL", limits=[limit(15), limit(5, "month")]))
    assert place(asked("US-NY", "US-FL", days_used=14), NEW_YORK, there).answer is Answer.ALLOWED
    assert place(asked("US-NY", "US-FL", days_used=15), NEW_YORK, there).answer is Answer.NOT_ALLOWED


@pytest.mark.parametrize(
    ("value", "answer"),
    [({"registration": "yes"}, Answer.ALLOWED), ({"registration": "yes", "limits": [limit(30)]}, Answer.ASK)],
)
def test_who_has_moved_there_needs_a_lasting_way(value, answer):
    there = at("US-ID", where("US-ID", "client"), short("US-ID", **value))
    found = place(asked("US-NY", "US-ID", stay="moved", approved=frozenset({"US-ID"})), NEW_YORK, there)
    assert found.answer is answer


def test_who_has_moved_without_a_way_is_told_what_to_do():
    found = place(asked("US-TX", "US-NY", stay="moved"), TEXAS, NEW_YORK)
    assert found.answer is Answer.NOT_ALLOWED
    assert codes(found.findings)[-2:] == ["place-licence-needed", "place-moved"]
    assert found.findings[-2].severity is Severity.ERROR


def test_a_profession_without_a_licence_there_is_free():
    there = at("PL", where("PL", "unregulated"), parents=("EU",))
    found = place(asked("DE", "PL", PSYCHOTHERAPIST), GERMANY, there)
    assert (found.answer, codes(found.findings)) == (Answer.ALLOWED, ["place-not-regulated"])


def test_another_professions_rule_is_never_used():
    there = at("QQ", fact("place-rule", "QQ", Profession.PSYCHOLOGIST, where="therapist"))
    assert place(asked("DE", "QQ", COUNSELOR), GERMANY, there).answer is Answer.ASK


def test_the_places_must_be_the_ones_asked_about():
    with pytest.raises(ValueError, match="asked about"):
        place(asked("DE", "AT"), GERMANY, BRAZIL)
