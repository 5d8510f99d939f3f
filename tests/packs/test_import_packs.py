"""The converter of the collected research: what it maps, what it refuses, and that it writes the same bytes twice.

Works on a small folder made up here; what the shipped packs hold is in test_shipped_packs.py.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

REPOSITORY = Path(__file__).parents[2]
TOOLS = REPOSITORY / "tools"
SOURCE = {"title": "A law", "url": "https://law.example/1", "citation": "s. 1", "retrieved": "2026-11"}


@pytest.fixture(scope="module")
def tool():
    """The converter as a module; its parts lie beside it."""
    sys.path.insert(0, str(TOOLS))
    try:
        import import_packs

        yield import_packs
    finally:
        sys.path.remove(str(TOOLS))


def graded(confidence="high", **more):
    return {"source": dict(SOURCE), "confidence": confidence, "as_of": 2025, **more}


def country(code="AA", **more):
    return {"code": code, "name": "Aland", "languages": ["en"], **more}


def contacts(confidence="high", *lines):
    emergency = {"number": "112", **graded(confidence), "note": "112 or 999"}
    return {"name": "Somewhere", "emergency": emergency, "lines": list(lines)}


def line(name="Talk", confidence="high", **more):
    return {"name": name, "phone": "116 123", "audience": "general", **graded(confidence), **more}


@pytest.fixture(scope="module")
def notes(tool):
    """What the shipped notes say; read once."""
    return tool.read(tool.NOTES)


@pytest.fixture
def converted(tool, notes, tmp_path):
    """A function that converts files given as trees and returns the run and its packs."""

    def convert(*trees, breadth=None, readings=None, **more):
        for tree in trees:
            name = tree["code"].lower() if "code" in tree else "us-psypact"
            (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(tree), encoding="utf-8")
        (tmp_path / "crisis-lines.yaml").write_text(yaml.safe_dump(breadth or {}), encoding="utf-8")
        own = {"readings": readings or {}, "packs": {}, "examples": {}, "lines": {}, "emergency": {}}
        run = tool.Run(tmp_path, {**notes, **own, **more})
        return run, run.packs()

    return convert


def only(pack, key):
    return [fact for fact in pack["facts"] if fact["key"] == key]


# -- law -------------------------------------------------------------------------------------------------------------


def test_a_graded_value_keeps_its_source_its_note_and_its_confidence(converted):
    tree = country(duty_to_protect=graded("medium", kind="common_law", note="A  duty\nfrom cases."))
    (fact,) = converted(tree)[1]["AA"]["facts"]
    assert fact == {
        "key": "duty-to-protect",
        "value": {"kind": "case-law"},
        "note": "A duty from cases.",
        "source": SOURCE,
        "checked_on": "2026-11",
        "as_of": 2025,
        "confidence": "medium",
    }


def test_a_value_without_a_source_is_only_a_question(converted):
    facts = converted(country(minors={"age_of_majority": 18}))[1]["AA"]["facts"]
    assert [(fact["value"], fact["confidence"]) for fact in facts] == [({"age": 18}, "low")]
    assert "url" not in facts[0]["source"]


def test_a_source_without_a_page_is_only_a_question_whatever_its_grade(converted):
    breach = graded("high", days=30, source={**SOURCE, "url": None})
    (fact,) = converted(country(privacy={"breach_notification": breach}))[1]["AA"]["facts"]
    assert (fact["value"], fact["confidence"]) == ({"days": 30}, "low")


def test_rows_of_physicians_stay_rows_of_physicians(converted):
    rows = [graded(profession="physician", adult_years=10, **{"from": "last_contact"})]
    (fact,) = converted(country(records={"retention": rows}))[1]["AA"]["facts"]
    assert fact["for"] == ["physician"]


def test_every_way_of_a_minors_record_becomes_a_row(converted):
    minor = {"years_after_age": 7, "age": 18, "or_years_after_last_contact": 7, "rule": "later"}
    rows = [graded(profession="any", adult_years=7, minor=minor, **{"from": "termination"})]
    (fact,) = converted(country(records={"retention": rows}))[1]["AA"]["facts"]
    assert fact["value"]["starts"] == "end-of-treatment"
    assert fact["value"]["minors"] == [
        {"kind": "years-after-last-contact", "years": 7},
        {"kind": "years-after-age", "years": 7, "age": 18},
    ]


def test_a_longer_minimum_for_minors_is_not_lost(converted):
    rows = [graded(profession="any", adult_years=5, minor={"until_age": 20, "minimum_years": 9})]
    with pytest.raises(SystemExit, match=r"minor\.minimum_years is neither mapped nor left out"):
        converted(country(records={"retention": rows}))


def test_days_and_working_days_are_told_apart(converted):
    tree = country(privacy={"access_request": graded(days=15, unit="working")})
    assert converted(tree)[1]["AA"]["facts"][0]["value"] == {"working_days": 15}


@pytest.mark.parametrize("path", ["surprise", "privacy.surprise", "records.surprise"])
def test_an_unknown_field_stops_the_run_and_is_named(converted, path):
    part, _, name = path.rpartition(".")
    tree = country(**({part: {name: "?"}} if part else {name: "?"}))
    with pytest.raises(SystemExit, match=rf"aa\.yaml: {path} is neither mapped nor left out"):
        converted(tree)


def test_an_unknown_profession_stops_the_run(converted):
    rows = [graded(profession="astrologer", adult_years=5)]
    with pytest.raises(SystemExit, match="astrologer"):
        converted(country(records={"retention": rows}))


# -- readings --------------------------------------------------------------------------------------------------------

VISIT = graded(profession="psychologist", days_per_year=30, note="30 days a year.")
LIMITS = {"limits": [{"days": 30, "within": "not-stated", "count": "days"}], "approval": "not-stated"}


def test_a_rule_that_lives_in_a_sentence_needs_a_reading(converted):
    with pytest.raises(SystemExit, match=r"licensing\.temporary_practice needs a reading"):
        converted(country(licensing={"temporary_practice": dict(VISIT)}))


def test_a_reading_gives_the_value_and_the_note_stays(converted):
    readings = {"AA": {"licensing.temporary_practice": {"value": LIMITS}}}
    pack = converted(country(licensing={"temporary_practice": dict(VISIT)}), readings=readings)[1]["AA"]
    (fact,) = pack["facts"]
    assert (fact["value"], fact["note"], fact["confidence"]) == (LIMITS, "30 days a year.", "high")


def test_a_reading_that_forgets_a_number_of_days_stops_the_run(converted):
    readings = {"AA": {"licensing.temporary_practice": {"value": {"approval": "yes"}}}}
    with pytest.raises(SystemExit, match="days_per_year is neither mapped nor left out"):
        converted(country(licensing={"temporary_practice": dict(VISIT)}), readings=readings)


def test_a_reading_may_make_several_facts_and_lower_a_confidence(converted):
    readings = {
        "AA": {
            "telehealth_consent": [
                {"for": ["psychologist"], "value": {"required": True, "form": "not-stated"}},
                {
                    "for": ["social-worker"],
                    "value": {"required": True, "form": "either"},
                    "confidence": "low",
                },
            ]
        }
    }
    facts = converted(country(telehealth_consent=graded(required=True)), readings=readings)[1]["AA"]["facts"]
    assert {(fact["for"][0], fact["confidence"]) for fact in facts} == {
        ("psychologist", "high"),
        ("social-worker", "low"),
    }


def test_a_reading_may_not_raise_a_confidence(converted):
    readings = {"AA": {"duty_to_protect": {"confidence": "high"}}}
    with pytest.raises(SystemExit, match="raises the confidence"):
        converted(country(duty_to_protect=graded("medium", kind="none")), readings=readings)


def test_a_page_a_person_read_for_the_notes_counts_with_its_own_grade(converted):
    page = {**SOURCE, "retrieved": date(2026, 11, 24)}
    readings = {"AA": {"minors.age_of_majority": {"source": page, "confidence": "high"}}}
    (fact,) = converted(country(minors={"age_of_majority": 18}), readings=readings)[1]["AA"]["facts"]
    assert (fact["confidence"], fact["checked_on"]) == ("high", "2026-11-24")


def test_a_reading_of_nothing_stops_the_run(converted):
    with pytest.raises(SystemExit, match="reads messaging"):
        converted(country(), readings={"AA": {"messaging[3]": {"value": {"answer": "allowed"}}}})


def test_two_facts_for_one_thing_stop_the_run(converted):
    rows = [graded(profession="any", adult_years=years) for years in (5, 7)]
    with pytest.raises(SystemExit, match="two facts"):
        converted(country(records={"retention": rows}))


# -- compacts --------------------------------------------------------------------------------------------------------


def state(status="member", **more):
    compact = graded(id="PSYPACT", status=status, professions=["psychologist"], **more)
    return {"code": "US-AA", "name": "A State", "parent": "US", "licensing": {"compacts": [compact]}}


def members(status="member", **more):
    row = {"code": "US-AA", "name": "A State", **more}
    return {"members": [{**row, "status": status}]} if status == "member" else {"not_members": [row]}


def test_the_list_of_members_adds_a_date_it_is_sure_of(converted):
    listed = members(effective="2020-07-01", date_confidence="high", date_source=dict(SOURCE))
    (fact,) = converted(state(), listed)[1]["US-AA"]["facts"]
    assert fact["value"] == {"compact": "psypact", "status": "member", "since": date(2020, 7, 1)}


def test_the_list_of_members_keeps_a_date_of_low_confidence_to_itself(converted):
    listed = members(effective="2020-07-01", date_confidence="low", date_source=dict(SOURCE))
    (fact,) = converted(state(), listed)[1]["US-AA"]["facts"]
    assert "since" not in fact["value"]


def test_where_state_and_list_differ_it_is_told_and_becomes_a_question(converted):
    run, packs = converted(state(), members("not_member"))
    assert packs["US-AA"]["facts"][0]["confidence"] == "low"
    assert run.problems == ["US-AA: PSYPACT member in the state's file, not-member in the list"]


# -- contacts --------------------------------------------------------------------------------------------------------


def test_low_contacts_become_questions_and_are_counted(converted):
    breadth = {"DE": contacts("low", line("Rumour", "low"), line("Sure", phone="116 123"))}
    run, packs = converted(breadth=breadth)
    assert "emergency" not in packs["DE"]
    assert [shown["name"] for shown in packs["DE"]["lines"]] == ["Sure"]
    assert [(each["kind"], each["confidence"]) for each in packs["DE"]["unsure"]] == [
        ("emergency", "low"),
        ("line", "low"),
    ]
    assert (run.tally["emergency numbers low"], run.tally["lines low"]) == (1, 1)
    assert "999" not in str(packs), "numbers in a note are not graded"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("999 press 1", "not written as a number"),
        ("33 1 45 39 40 00", "a country code without a plus"),
        ("0033 1 45 39 40 00", "a country code without a plus"),
        ("01 45 39 40 00 00 00", "not a possible number there"),
        ("01 45 39 40 00", ""),
        ("+33 1 45 39 40 00", ""),
        ("3114", ""),
        ("112", ""),
    ],
)
def test_an_odd_number_is_held_back_and_listed(tool, written, why):
    from import_packs_crisis import fault

    assert fault(written, "FR") == why


def test_a_held_back_number_is_a_question_and_a_line_in_the_list(converted):
    run, packs = converted(breadth={"FR": contacts("high", line(phone="33 1 45 39 40 00"))})
    assert "lines" not in packs["FR"]
    assert packs["FR"]["unsure"][0]["phone"] == "33 1 45 39 40 00"
    assert run.odd == ["FR 33 1 45 39 40 00 (Talk): a country code without a plus"]


def test_one_number_is_one_line_the_surer_one(converted):
    twice = [line("Likely", "medium", phone="+33 1 45 39 40 00"), line("Sure", phone="01 45 39 40 00")]
    lines = converted(breadth={"FR": contacts("high", *twice)})[1]["FR"]["lines"]
    assert [each["name"] for each in lines] == ["Sure"]


def test_general_lines_stand_before_special_ones_and_sure_ones_before_likely_ones(converted):
    lines = [
        line("Young", audience="youth", phone="116 111"),
        line("Likely", "medium", hours="24/7", phone="116 124"),
        line("Late", phone="116 125"),
        line("All day", hours="24/7", phone="116 126"),
    ]
    shown = converted(breadth={"DE": contacts("high", *lines)})[1]["DE"]["lines"]
    assert [each["name"] for each in shown] == ["All day", "Late", "Likely", "Young"]


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("24/7", "always"),
        ("daily 15:00-03:00", {"days": "daily", "opens": "15:00", "closes": "03:00"}),
        ("15:30-00:30", {"days": "daily", "opens": "15:30", "closes": "00:30"}),
        ("Mon-Fri 10:00-17:00", {"days": "mon-fri", "opens": "10:00", "closes": "17:00"}),
        ("at least 18 hours a day", None),
        ("", None),
    ],
)
def test_hours_are_read_or_left_open(tool, words, hours):
    from import_packs_crisis import _hours

    assert _hours(words) == hours


def test_a_part_without_lines_of_its_own_has_its_parents(converted):
    crisis = {"emergency_number": "112", "lines": [line()]}
    part = {"code": "DE-AA", "name": "A Land", "parent": "DE", "crisis": crisis}
    notes = {"emergency": {"DE": {"confirmed": {"number": "112"}, "second": ["list"]}}}
    _, packs = converted(country("DE", crisis=crisis), part, **notes)
    assert "lines" in packs["DE"]
    assert "lines" not in packs["DE-AA"]


def test_an_emergency_number_the_file_does_not_state_stops_the_run(converted):
    crisis = {"emergency_number": "112", "lines": []}
    notes = {"emergency": {"DE": {"confirmed": {"number": "110"}, "second": ["list"]}}}
    with pytest.raises(SystemExit, match="does not state 110"):
        converted(country("DE", crisis=crisis), **notes)


# -- files -----------------------------------------------------------------------------------------------------------


def test_the_same_bytes_twice_and_nothing_stale_stays(tool, converted, tmp_path):
    tree = country(duty_to_protect=graded(kind="none", note="x " * 200))
    target = tmp_path / "out"
    for _ in range(2):
        tool.write(converted(tree, breadth={"FJ": contacts()})[1], target)
        first = {path.name: path.read_bytes() for path in target.iterdir()}
        (target / "zz.yaml").write_text("stale", encoding="utf-8")
    tool.write(converted(tree, breadth={"FJ": contacts()})[1], target)
    assert {path.name: path.read_bytes() for path in target.iterdir()} == first
    assert sorted(first) == ["aa.yaml", "emergency.json", "fj.yaml"]
    assert b'"FJ": "112"' in first["emergency.json"]


def test_packs_that_are_there_are_replaced_only_when_told_so(tool, tmp_path, monkeypatch):
    corrected = tmp_path / "aa.yaml"
    corrected.write_text("corrected by hand", encoding="utf-8")
    written = []
    monkeypatch.setattr(tool, "write", lambda packs, folder: written.append((packs, folder)))
    monkeypatch.setattr(tool, "Run", lambda *_: SimpleNamespace(packs=dict, problems=(), odd=()))
    command = ["import_packs.py", "research", "--to", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", command)
    with pytest.raises(SystemExit, match="pack diff"):
        tool.main()
    assert not written
    monkeypatch.setattr(sys, "argv", [*command, "--over"])
    tool.main()
    assert written == [({}, tmp_path)]
    monkeypatch.setattr(sys, "argv", [*command[:-1], str(tmp_path / "empty")])
    tool.main()
    assert len(written) == 2


def test_a_source_nobody_opened_says_so_in_a_readers_words(converted):
    unread = {"title": "Somebody's knowledge, no page read", "retrieved": "2026-11"}
    pack = converted(country(duty_to_protect=graded(kind="none", source=unread)))[1]["AA"]
    assert only(pack, "duty-to-protect")[0]["source"]["title"] == "From memory, no page read"
