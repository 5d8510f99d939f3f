"""The public help pages as the server sends them. No test here may touch the database: help must not need it."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.utils import timezone

from intersession.packs import crisis
from intersession.portal import signed_in as signed_in_module
from intersession.portal.public import help as pages
from intersession.portal.public.help_lines import checked_day, countries, place_card
from intersession.rules.stays import Where
from intersession.texts import LANGUAGES, text

CSS = Path(pages.__file__).parents[2] / "static" / "css"
PAGES = ["/help", "/help/de", "/help/us", "/about/leaving", "/offline"]
LIMIT = 20_000


class Links(HTMLParser):
    """Collects addresses in the order of the keyboard, and whatever a strict page must not have."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.inline: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "a":
            self.hrefs.append(found["href"])
        self.inline += [name for name in found if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in found):
            self.inline.append(tag)


def get(path: str, lang: str = "en", **headers: str):
    return Client(headers={"Accept-Language": lang, **headers}).get(path)


def body(path: str, lang: str = "en") -> str:
    return get(path, lang).content.decode()


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """A data folder where Germany is broken and Austria is fine."""
    (tmp_path / "at.yaml").write_text(
        (crisis.FOLDER / "at.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (tmp_path / "de.yaml").write_text("code: DE\nlines: [", encoding="utf-8")
    monkeypatch.setattr(crisis, "FOLDER", tmp_path)
    crisis.clear()
    yield tmp_path
    crisis.clear()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_pages_open_for_anyone_in_each_language(path, lang):
    answer = get(path, lang)
    assert answer.status_code == 200
    assert f'<html lang="{lang}"' in answer.content.decode()
    assert answer.headers["Content-Language"] == lang
    assert answer.headers["Cache-Control"] == "no-cache"
    assert not answer.cookies, "a help page leaves no cookie"


@pytest.mark.parametrize("path", PAGES)
def test_leave_then_skip_then_help_come_first(path):
    assert Links(body(path)).hrefs[:3] == ["https://www.wikipedia.org/", "#main", "/help"]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_inline_and_nothing_from_elsewhere(path):
    html = body(path)
    assert Links(html).inline == []
    assert re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(?!/static/built/)', html) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_country_page_weighs_little(lang):
    manifest = json.loads((pages.BUILT / "manifest.json").read_text())
    built = [(pages.BUILT / manifest[name]["file"]).read_bytes() for name in ("help.css", "help.js")]
    files = sum(len(gzip.compress(content)) for content in built)
    weights = {}
    for code in crisis.codes():
        weights[code] = files + len(gzip.compress(get(f"/help/{code.lower()}", lang).content))
    weights["index"] = files + len(gzip.compress(get("/help", lang).content))
    heaviest = max(weights, key=weights.__getitem__)
    assert weights[heaviest] <= LIMIT, (heaviest, weights[heaviest])


@pytest.mark.parametrize("code", crisis.codes())
def test_every_number_of_a_country_is_a_link_that_never_breaks(code):
    html, place = body(f"/help/{code.lower()}"), crisis.find(code)
    emergency = [place.emergency.number] if place.emergency else []
    for phone in [*emergency, *(line.phone for line in place.lines if line.phone)]:
        assert f'href="tel:{phone.dialled}"' in html
        assert f'<bdi dir="ltr">{phone.written}</bdi>' in html
    for line in place.lines:
        assert not line.sms or f'href="sms:{line.sms.to.dialled}' in html


def test_danger_to_life_comes_before_the_lines():
    html = body("/help/de")
    assert html.index("tel:112") < html.index("tel:08001110111") < html.index("Where these numbers come from")
    assert "Police: <bdi" in html
    assert "Checked: November 2026" in html


def test_a_country_without_a_sure_emergency_number_says_so():
    html = body("/help/co")
    assert text("en", "help-danger-unknown") in html
    assert "tel:125" not in html


def test_german_words_for_germany():
    html = body("/help/de?lang=de")
    for words in (
        "Tag und Nacht.",
        "Kostenlos.",
        "Sprache: Deutsch.",
        "Geprüft: November 2026",
        "Lebensgefahr",
    ):
        assert words in html


def test_a_chosen_language_is_carried_along():
    html = body("/help?lang=de", "en")
    assert 'href="/help/fr?lang=de"' in html
    assert '<input type="hidden" name="lang" value="de">' in html
    assert get("/help?place=FR&lang=de").headers["Location"] == "/help/fr?lang=de"


@pytest.mark.parametrize("path", ["/help", "/help/de"])
def test_a_page_links_to_itself_in_the_other_language(path):
    assert {"?lang=en", "?lang=de"} <= set(Links(body(path)).hrefs)


def test_nothing_is_assumed_and_every_country_is_a_plain_link():
    html = body("/help")
    assert "selected" not in html
    assert {f"/help/{code.lower()}" for code in crisis.codes()} <= set(Links(html).hrefs)
    assert "TelefonSeelsorge" not in html


def usual(person, now) -> Where:
    return Where(person.place)


def unanswered(person, now) -> Where:
    raise OperationalError("no answer")


def signed_in(place: str, where=usual) -> str:
    """The page of somebody with a place, without a database: `where` stands for what was told of a trip."""
    request = RequestFactory().get("/help")
    request.person = SimpleNamespace(place=place, id="x", role="client", lock_minutes=5)
    request.language, request.zone, request.now = "en", "Europe/Berlin", timezone.now()
    with mock.patch.object(pages, "where_now", where):
        return pages.choose(request).content.decode()


@pytest.mark.parametrize(
    ("place", "number"), [("DE", "tel:08001110111"), ("US-CO", "tel:988"), ("at", "tel:142")]
)
def test_a_declared_place_comes_before_the_question(place, number):
    html = signed_in(place)
    assert 0 < html.index(number) < html.index('id="where-title"')


def test_the_place_of_a_trip_comes_first_and_the_usual_one_stands_in_for_it():
    assert "tel:142" in signed_in("DE", lambda *_: Where("AT"))
    assert "tel:08001110111" in signed_in("DE", unanswered)


@pytest.mark.parametrize("place", ["", "ZZ"])
def test_without_a_known_place_the_question_comes_first(place):
    assert "TelefonSeelsorge" not in signed_in(place)


@pytest.mark.parametrize("code", ["zz", "xyz", "germany", "0", "d-e"])
def test_an_unknown_code_is_a_clear_404_with_the_list(code):
    answer = get(f"/help/{code}")
    assert answer.status_code == (200 if code == "d-e" and crisis.find("D") else 404)
    assert "No list for this address" in answer.content.decode()
    assert "/help/de" in Links(answer.content.decode()).hrefs


def test_a_part_of_a_country_shows_the_country():
    assert "988" in body("/help/us-co")


def test_broken_data_of_one_country_says_what_to_do(broken):
    answer = get("/help/de")
    html = answer.content.decode()
    assert answer.status_code == 503, "the worker then prefers an older copy"
    assert "Call your local emergency number." in html
    assert "one country: Germany" in html
    assert get("/help/at").status_code == 200
    assert get("/help").status_code == 200
    assert "TelefonSeelsorge" not in signed_in("DE")


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Call your local emergency number."), ("de", "Notrufnummer")]
)
def test_no_data_at_all_still_gives_a_page(broken, lang, words):
    for path in broken.glob("*.yaml"):
        path.unlink()
    crisis.clear()
    for path in ("/help", "/help/de"):
        answer = get(path, lang)
        assert answer.status_code == 503
        assert words in answer.content.decode()


def test_help_opens_when_the_database_does_not_answer(monkeypatch, settings):
    def fail(request):
        raise OperationalError("database is locked")

    monkeypatch.setattr(signed_in_module, "_login", fail)
    client = Client(raise_request_exception=False)
    client.cookies[settings.LOGIN_COOKIE] = "a-login"
    assert client.get("/help/de").status_code == 200
    assert client.get("/help").status_code == 200
    assert client.get("/offline").status_code == 500


def test_the_worker_is_served_from_the_root():
    answer = get("/sw.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert b"import" not in answer.content[:200]


def test_leaving_says_that_history_stays():
    assert "It does not clear the history of this browser." in body("/about/leaving")
    assert "Es löscht nicht den Verlauf dieses Browsers." in body("/about/leaving", "de")
    assert "does not clear the history" in body("/help/de")


def test_the_exit_address_can_be_set(settings):
    settings.EXIT_URL = "https://example.org/weather"
    assert Links(body("/help/de")).hrefs[0] == "https://example.org/weather"


def test_the_wallet_card_has_at_most_four_numbers():
    for code in crisis.codes():
        place = crisis.find(code)
        wallet = place_card(place, "en").wallet
        assert 1 <= len(wallet) <= 4
        assert not place.emergency or wallet[0][1] == place.emergency.number


def test_countries_sort_as_people_expect():
    names = [name for _, name in countries(crisis.codes(), "de")]
    assert names.index("Norwegen") < names.index("Österreich") < names.index("Peru")


@pytest.mark.parametrize(
    ("on", "lang", "shown"),
    [
        ("2026-11", "en", "November 2026"),
        ("2026-11", "de", "November 2026"),
        ("2026-10-02", "en", "2 October 2026"),
    ],
)
def test_the_day_of_the_check(on, lang, shown):
    assert checked_day(on, lang) == shown


def test_every_line_says_something_in_every_language():
    for code in crisis.codes():
        for lang in LANGUAGES:
            for card in place_card(crisis.find(code), lang).lines:
                assert all(sentence.strip().endswith(".") for sentence in card.says), (code, card.says)


def test_help_css_holds_the_same_values_as_the_tokens():
    def values(name: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for key, value in re.findall(r"(--[a-z0-9-]+):\s*([^;]+);", (CSS / name).read_text(encoding="utf-8")):
            found.setdefault(key, set()).add(" ".join(value.split()))
        return found

    tokens, own = values("tokens.css"), values("help.css")
    assert {key: value for key, value in own.items() if not value <= tokens.get(key, set())} == {}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 204),
        ({"Origin": "http://127.0.0.1:8000"}, 204),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:8000"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({}, 403),
    ],
)
def test_only_our_own_pages_can_sign_a_browser_out(headers, status):
    answer = Client(headers=headers, enforce_csrf_checks=True).post("/leave")
    assert answer.status_code == status
