"""Every crisis contact in the package: its shape, its grade, its links; and what happens to a file that does not fit."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

import pytest
import yaml

from intersession.packs import crisis
from intersession.texts import LANGUAGES

CODES = crisis.codes()
PLACES = {code: crisis.find(code) for code in CODES}
LINES = [(code, line) for code, place in PLACES.items() for line in place.lines]
PHONES = [
    (code, phone)
    for code, place in PLACES.items()
    for phone in [
        *([place.emergency.number, *dict(place.emergency.services).values()] if place.emergency else []),
        *(p for line in place.lines for p in (line.phone, line.tty, line.sms and line.sms.to) if p),
    ]
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A data folder of our own; the caches forget what they read."""
    monkeypatch.setattr(crisis, "FOLDER", tmp_path)
    crisis.clear()
    yield tmp_path
    crisis.clear()


def a_place(**changes):
    line = {
        "name": "Line",
        "audience": "general",
        "phone": "116 123",
        "confidence": "high",
        "checked_on": "2026-11",
        "source": {"title": "A list", "url": "https://example.org/"},
    }
    return {"code": "DE", "lines": [{**line, **changes}]}


def graded(confidence):
    source = {"title": "A list", "url": "https://example.org/"}
    return {"number": "112", "confidence": confidence, "checked_on": "2026-11", "source": source}


def write(folder, tree, name="de.yaml"):
    (folder / name).write_text(tree if isinstance(tree, str) else yaml.safe_dump(tree), encoding="utf-8")


def test_the_countries_of_the_research_are_there():
    assert len(CODES) >= 210
    assert len(LINES) >= 300
    assert {"DE", "AT", "CH", "GB", "US", "CA", "FR", "JP", "BR", "ZA", "UA", "PR"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_file_fits_its_name_and_shape(code):
    place = PLACES[code]
    assert place.code == code
    assert place.is_whole
    assert place.lines or place.emergency
    assert {line.confidence for line in place.lines} <= {"high", "medium"}
    if place.emergency:
        assert place.emergency.confidence in ("high", "medium")
        assert crisis.short_list()[code] == place.emergency.number.written


@pytest.mark.parametrize(("code", "phone"), PHONES, ids=lambda v: getattr(v, "written", v))
def test_every_number_can_be_dialled(code, phone):
    assert re.fullmatch(r"[*+]?[0-9]{2,15}(%23)?", phone.dialled), phone
    assert re.search(r"[A-Za-z]", phone.written) is None


@pytest.mark.parametrize(("code", "line"), LINES, ids=lambda v: getattr(v, "name", v))
def test_every_line_names_its_source_and_day(code, line):
    for url in filter(None, (line.chat, line.checked.source.url)):
        assert urlsplit(url).scheme in ("http", "https")
        assert "." in urlsplit(url).netloc
    assert date.fromisoformat(f"{line.checked.on}-01"[:10]) <= datetime.now(UTC).date()
    assert 2020 <= line.checked.newest <= int(line.checked.on[:4])
    assert line.name == line.name.strip()
    assert "Wikipedia" not in line.name


@pytest.mark.parametrize(("code", "line"), LINES, ids=lambda v: getattr(v, "name", v))
def test_notes_exist_in_every_language_of_the_app(code, line):
    assert not line.note or {lang for lang, _ in line.note} == set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_country_and_language_has_a_name(lang):
    assert [c for c in CODES if crisis.country_name(c, lang) == c] == []
    spoken = {code for _, line in LINES for code in line.languages}
    assert [c for c in spoken if crisis.language_name(c, lang) == c] == []


def test_a_general_line_comes_before_a_special_one():
    for place in PLACES.values():
        order = [crisis.AUDIENCES.index(line.audience) for line in place.lines]
        assert order == sorted(order)


def test_germany_as_a_person_reads_it():
    germany = PLACES["DE"]
    assert germany.emergency.number.dialled == "112"
    assert [(name, phone.written) for name, phone in germany.emergency.others] == [("police", "110")]
    first = germany.lines[0]
    assert (first.name, first.phone.dialled) == ("TelefonSeelsorge", "08001110111")
    assert first.hours.always
    grades = {line.name: line.confidence for line in germany.lines}
    assert grades["TelefonSeelsorge"] == "high"
    assert grades["krisenchat"] == "medium", "shown, and its page says that less confirms it"


def test_numbers_known_to_be_wrong_or_closed_are_absent():
    dialled = {(code, phone.dialled) for code, phone in PHONES}
    for bad in [("AT", "0800202016"), ("ES", "717"), ("JP", "0570046556"), ("IT", "199284284")]:
        assert bad not in dialled


def test_a_number_that_needs_a_key_press_says_so():
    veterans = next(line for line in PLACES["US"].lines if line.audience == "veterans")
    assert (veterans.phone.dialled, veterans.press) == ("988", "1")


@pytest.mark.parametrize(("place", "country"), [("DE", "DE"), ("US-CO", "US"), ("ca-on", "CA"), ("", "")])
def test_a_declared_place_leads_to_its_country(place, country):
    assert crisis.country_of(place) == country


def test_an_unknown_code_is_no_error():
    assert crisis.find("ZZ") is None
    assert crisis.find("../DE") is None


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "code: DE\nlines: [",
        b"\x00\xff".decode("latin-1"),
        {"code": "FR", "lines": a_place()["lines"]},
        {"code": "DE", "lines": []},
        {"code": "DE"},
        a_place(confidence="low"),
        a_place(phone=112),
        a_place(phone="call me"),
        a_place(phone="112; DROP"),
        a_place(audience="everyone"),
        a_place(facts=["cheap"]),
        a_place(hours="mostly"),
        a_place(hours={"days": "daily", "opens": "9", "closes": "17:00"}),
        a_place(chat="javascript:alert(1)"),
        a_place(checked_on="yesterday"),
        a_place(checked_on="2026-13"),
        a_place(source={"title": "A list", "url": "ftp://example.org"}),
        a_place(sms={"to": "85258", "keyword": "Hello there"}),
        {**a_place(), "emergency": {**graded("low")}},
        {**a_place(), "emergency": {**graded("high"), "number": "one one two"}},
    ],
    ids=str,
)
def test_a_file_that_does_not_fit_is_refused_by_name(folder, broken):
    write(folder, broken)
    with pytest.raises(crisis.CrisisDataError, match=r"^de\.yaml: "):
        crisis.load(folder / "de.yaml")


def test_a_whole_file_of_our_own_is_read(folder):
    write(folder, a_place(hours={"days": "mon-fri", "opens": "09:00", "closes": "17:00"}))
    line = crisis.find("DE").lines[0]
    assert (line.hours.days, line.hours.opens) == ("mon-fri", "09:00")
    assert line.note_in("de") == ""


@pytest.mark.parametrize("confidence", ["high", "medium"])
def test_an_emergency_number_needs_one_of_two_grades(folder, confidence):
    write(folder, {**a_place(), "emergency": graded(confidence)})
    assert crisis.find("DE").emergency.number.dialled == "112"


def test_one_broken_country_leaves_the_others_alone(folder):
    write(folder, a_place())
    write(folder, "lines: [fitting", "fr.yaml")
    assert crisis.codes() == ("DE", "FR")
    assert crisis.find("DE").lines
    with pytest.raises(crisis.CrisisDataError, match=r"^fr\.yaml: "):
        crisis.find("FR")


def test_one_bad_line_does_not_take_the_good_ones_away(folder):
    tree = a_place()
    write(folder, {"code": "DE", "lines": [*tree["lines"], *a_place(phone="call me")["lines"]]})
    place = crisis.find("DE")
    assert [line.phone.written for line in place.lines] == ["116 123"]
    assert not place.is_whole


def test_the_last_good_contacts_stay_in_memory(folder):
    write(folder, a_place(name="Known line"))
    assert crisis.find("DE").is_whole
    write(folder, "lines: [now broken, and of another size")
    assert [line.name for line in crisis.find("DE").lines] == ["Known line"]
    (folder / "de.yaml").unlink()
    assert [line.name for line in crisis.find("DE").lines] == ["Known line"]
    write(folder, a_place(name="Mended line"))
    assert [line.name for line in crisis.find("DE").lines] == ["Mended line"]


@pytest.mark.parametrize(
    "facts", ["facts: [", "facts: 7", "facts:\n  - key: nonsense", "facts: !!python/x y"]
)
def test_bad_facts_leave_the_contacts_whole(folder, facts):
    write(folder, f"code: DE\n{facts}\n{yaml.safe_dump({'lines': a_place()['lines']})}")
    place = crisis.find("DE")
    assert place.is_whole
    assert place.lines


def test_a_country_without_its_file_has_the_number_of_the_short_list(folder):
    (folder / crisis.SHORT_LIST).write_text('{"DE": "112", "zz": "1", "FR": "call"}')
    assert crisis.codes() == ("DE",)
    place = crisis.find("DE")
    assert (place.emergency.number.written, place.lines, place.is_whole) == ("112", (), False)


@pytest.mark.parametrize("spoilt", ["", "[", "[1]", '{"DE": 112}'])
def test_a_spoilt_short_list_is_empty(folder, spoilt):
    (folder / crisis.SHORT_LIST).write_text(spoilt)
    assert crisis.short_list() == {}


def test_no_data_at_all_is_said(folder):
    with pytest.raises(crisis.CrisisDataError, match="no crisis data"):
        crisis.codes()
