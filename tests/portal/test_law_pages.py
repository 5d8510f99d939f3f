"""The law of every place in words, in both languages, with sources; what is unsure is a question, what is missing says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils.html import escape

from agreement_stage import FRAME
from intersession.packs import crisis, library
from intersession.packs.vocabulary import keys
from intersession.people.logins import start_login
from intersession.people.models import Person
from intersession.portal.shown.fact_values import WRITERS
from intersession.portal.shown.facts import fact_card
from intersession.portal.shown.young import AGES, young
from intersession.rules.facts import Confidence, Fact, Jurisdiction, Profession, Source
from intersession.rules.minors import minors
from intersession.rules.showing import ahead, gaps, in_force
from intersession.texts import LANGUAGES, text
from intersession.texts.findings import sentence, todo
from message_stage import build_talk

ON = date(2026, 11, 24)


def browser(talk, who: Person) -> Client:
    client = Client()
    client.cookies[settings.LOGIN_COOKIE] = start_login(by=who, now=talk.now, label="").token
    return client


@pytest.fixture
def talk(db):
    talk = build_talk()
    with time_machine.travel(talk.now, tick=False):
        yield talk


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_of_every_pack_has_words(lang):
    count = 0
    for code in library.codes():
        for fact in library.jurisdiction(code).facts:
            card = fact_card(fact, lang)
            count += 1
            assert card.label
            assert card.values
            assert all(line.text and line.text != "None" and "{" not in line.text for line in card.values)
            assert card.source.title
            assert card.source.read
            assert card.confidence
    assert count > 500


def test_every_key_of_the_vocabulary_has_a_writer():
    assert set(WRITERS) == set(keys())


def test_a_place_says_what_holds_what_is_unsure_and_what_is_missing(talk):
    page = browser(talk, talk.vera).get("/law/de").content.decode()
    assert "Germany: what we know" in page
    assert "These rules come from, nearest first: Germany, European Union" in page
    sure, unsure = page.split("Not sure: please check")
    assert "Kept at least 10 years from the end of therapy." in sure
    assert "gesetze-im-internet.de/bgb/__630f.html" in sure
    assert 'rel="noreferrer' in sure
    assert 'lang="en"' in sure
    assert "Read November 2026." in sure
    assert "We are not sure: please check it." not in sure
    assert "We are not sure: please check it." in unsure
    assert "This is information, not legal advice." in page
    assert "Emergency number: 112." in page


def test_in_german_the_note_is_marked_as_english(talk):
    Person.objects.filter(pk=talk.vera.pk).update(language="de")
    page = browser(talk, talk.vera).get("/law/de").content.decode()
    assert "Deutschland: was wir wissen" in page
    assert "Die Anmerkung ist auf Englisch." in page
    assert "Hier nicht bekannt" in page


@pytest.mark.parametrize("who", ["vera", "alma"])
def test_the_list_can_be_searched_without_script(talk, who):
    reader = browser(talk, getattr(talk, who))
    page = reader.get("/law").content.decode()
    assert "/law/us-ca" in page
    found = reader.get("/law?q=AUSTRI").content.decode()
    assert "/law/at" in found
    assert "/law/us-ca" not in found
    nothing = reader.get("/law?q=Atlantis").content.decode()
    assert "No place has that name here." in nothing


def test_a_place_without_law_still_has_its_numbers(talk):
    bare = next(code for code in library.codes() if not library.jurisdiction(code).facts)
    page = browser(talk, talk.alma).get(f"/law/{bare}").content.decode()
    assert "not known here. Ask the authority there." in page


def test_an_unknown_place_is_not_here(talk):
    assert browser(talk, talk.alma).get("/law/atlantis").status_code == 404
    assert browser(talk, talk.alma).get("/law/zz").status_code == 404


OVERLAY = """---
format: 1
code: DE
parent: EU
facts:
  - key: age-of-majority
    value: {age: 18}
    source: {title: "Our lawyer", url: "https://example.org/letter", retrieved: "2026-11-20"}
    checked_on: "2026-11-20"
    confidence: high
    reviewed_by: "Vera Lindqvist, 20 Nov 2026"
"""


def test_a_value_of_the_practice_is_shown_as_its_own(talk):
    folder = library.overlay_folder()
    folder.mkdir(parents=True, exist_ok=True)
    own = folder / "de.yaml"
    own.write_text(OVERLAY)
    try:
        page = browser(talk, talk.alma).get("/law/de").content.decode()
    finally:
        own.unlink()
        library.clear()
    assert "Your practice&#x27;s own value, reviewed by Vera Lindqvist, 20 Nov 2026." in page
    assert "Our lawyer" in page


SOURCE = Source("A law", "https://example.org/law", retrieved="2026-11")


def fact(code: str, in_force: date | None = None, **more) -> Fact:
    given = {
        "key": "age-of-majority",
        "confidence": Confidence.HIGH,
        "checked_on": "2026-11",
        "value": {"age": 18},
    }
    return Fact(jurisdiction=code, source=SOURCE, in_force=in_force, **{**given, **more})


def test_an_older_value_has_passed_and_a_later_one_is_ahead():
    old, new, later = fact("DE"), fact("DE", date(2026, 1, 1)), fact("DE", date(2027, 5, 14))
    above = fact("EU")
    at = Jurisdiction("DE", ("DE", "EU"), (above, old, later, new))
    assert in_force(at, ON) == (new, above)
    assert ahead(at, ON) == (later,)
    assert in_force(at, date(2027, 5, 14))[0] is later
    assert gaps(at, ON, ["age-of-majority", "email"]) == ("email",)


def test_an_overlay_of_the_practice_is_visible():
    card = fact_card(fact("DE", by_practice=True, reviewed_by="Vera, 20 Nov 2026"), "en")
    assert card.own == "Vera, 20 Nov 2026"
    assert fact_card(fact("DE"), "en").own == ""


def test_talk_lines_are_named_where_no_emergency_number_is_sure(talk, monkeypatch):
    whole = crisis.find("DE")
    monkeypatch.setattr(crisis, "find", lambda _: replace(whole, emergency=None))
    page = browser(talk, talk.alma).get("/law/de").content.decode()
    assert "We know of no help numbers for this place." not in page
    assert text("en", "help-danger-unknown") in page
    assert 'href="/help/de"' in page


def table_of(page: str) -> str:
    return " ".join(page.split('id="young"')[1].split("</section>")[0].split())


def test_who_signs_for_a_young_person_is_told_age_by_age(talk):
    vera = browser(talk, talk.vera)
    shown = table_of(vera.get("/law/us-ca?profession=psychologist").content.decode())
    at, on = library.jurisdiction("US-CA"), talk.now.date()
    for age in AGES:
        for each in minors(at, age, Profession.PSYCHOLOGIST, on):
            assert escape(sentence(each, "en")) in shown
            assert escape(todo(each, "en")) in shown
    assert '<option value="psychologist" selected>' in shown
    assert "For: psychologist" in shown
    assert "Why does it say this?" in shown
    assert shown.count("Where we read it") >= 1


def test_her_own_profession_is_asked_first(talk):
    licence = 'jurisdiction = "DE"\nlicences = [{ jurisdiction = "DE", profession = "psychotherapist" }]'
    talk.publish(FRAME.replace('jurisdiction = "DE"', licence))
    vera = browser(talk, talk.vera)
    assert '<option value="psychotherapist" selected>' in table_of(vera.get("/law/de").content.decode())
    assert '<option value="" selected>' in table_of(vera.get("/law/de?profession=").content.decode())
    wrong = vera.get("/law/de?profession=astrologer").content.decode()
    assert '<option value="psychotherapist" selected>' in table_of(wrong)


def test_in_german_who_signs_reads_the_same(talk):
    page = browser(talk, talk.vera).get("/law/de?lang=de").content.decode()
    assert "Wer für einen jungen Menschen unterschreibt" in page
    assert "18" in table_of(page)


def test_a_client_is_not_shown_who_signs(talk):
    assert 'id="young"' not in browser(talk, talk.alma).get("/law/de").content.decode()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_signs_has_words_for_every_place_and_profession(lang):
    for code in library.codes():
        at = library.jurisdiction(code)
        for profession in (Profession.PSYCHOLOGIST, None):
            section = young(at, profession, ON, lang)
            assert section.rows
            assert section.rows[0].ages.startswith("12")
            assert section.rows[-1].ages.endswith("18")
            assert all(each.sentence and each.todo for row in section.rows for each in row.says)
            assert len(section.why) == len({(card.code, card.key, card.professions) for card in section.why})
