"""The command `intersession place` as people type it, over the packs that are shipped."""

from __future__ import annotations

import json

import pytest

from intersession.cli import main
from intersession.packs import library
from intersession.rules.findings import CODES

ON = ("--on", "2026-12-01")


@pytest.fixture
def place(capsys):
    """Run `intersession place ...`; returns status, standard output and standard error."""

    def run(therapist: str, client_at: str, *more: str) -> tuple[int, str, str]:
        status = main(["place", "--therapist", therapist, "--client-at", client_at, *ON, *more])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return run


def answer(place, therapist: str, client_at: str, profession: str, *more: str) -> tuple[str, list[str]]:
    status, out, err = place(therapist, client_at, "--profession", profession, "--json", *more)
    body = json.loads(out)
    assert err == ""
    assert status == (1 if body["answer"] == "not-allowed" else 0)
    return body["answer"], [each["code"] for each in body["findings"]]


@pytest.mark.parametrize(
    ("therapist", "client_at", "profession", "more", "expected", "code"),
    [
        ("DE", "AT", "psychotherapist", (), "ask", "place-title-protected"),
        ("AT", "DE", "psychotherapist", (), "ask", "place-temporary-notice"),
        ("AT", "DE", "psychotherapist", ("--approved", "DE"), "allowed", "place-temporary-allowed"),
        ("DE", "AT", "psychotherapist", ("--licence", "AT:2028-01-01"), "allowed", "place-own-licence"),
        ("US-CA", "US-WA", "psychologist", ("--stay", "travelling"), "allowed", "place-temporary-allowed"),
        ("US-WA", "US-CA", "psychologist", (), "ask", "place-temporary-approval"),
        ("US-WA", "US-CA", "psychologist", ("--approved", "US-CA", "--days-used", "30"), "not-allowed",
         "place-temporary-used-up"),
        ("US-TX", "US-WA", "psychologist", (), "ask", "place-compact-possible"),
        ("US-TX", "US-WA", "psychologist", ("--approved", "PSYPACT"), "allowed", "place-compact-authority"),
        ("US-TX", "US-NY", "psychologist", ("--stay", "moved"), "not-allowed", "place-moved"),
        ("US-TX", "US-NY", "psychologist", ("--stay", "travelling"), "limited", "place-travelling"),
        ("US-CA", "US-WA", "psychologist", ("--stay", "travelling", "--new-client"), "limited",
         "place-temporary-established"),
        ("CA-ON", "CA-QC", "psychologist", (), "allowed", "place-counts-therapist"),
        ("US-LA", "US-LA", "counselor", (), "allowed", "messages-not-therapy"),
        ("BR", "US-NY", "psychologist", (), "not-allowed", "place-home-anywhere"),
        ("DE", "BR", "psychologist", (), "ask", "place-not-known"),
        ("DE", "DE-BY", "psychotherapist", (), "allowed", "place-own-place"),
        ("US-NY", "US", "psychologist", (), "ask", "place-which-part"),
    ],
)  # fmt: skip
def test_worked_examples(place, therapist, client_at, profession, more, expected, code):
    given, codes = answer(place, therapist, client_at, profession, *more)
    assert given == expected
    assert code in codes


def test_json_holds_what_the_issue_asks_for(place):
    body = json.loads(place("DE", "AT", "--profession", "psychotherapist", "--licence", "DE", "--json")[1])
    assert set(body) == {"answer", "findings"}
    for each in body["findings"]:
        assert set(each) == {"code", "severity", "text", "todo", "asks", "source", "as_of", "confidence"}
        assert each["code"] in CODES
        assert each["severity"] in ("info", "warning", "error")
        assert each["text"].endswith(".")
        assert set(each["source"]) == {"title", "url", "citation"}
        assert each["confidence"] in ("high", "medium", "low")
        assert each["asks"] or each["confidence"] != "low"
    title = next(each for each in body["findings"] if each["code"] == "place-title-protected")
    assert title["source"]["url"].startswith("https://")
    assert title["as_of"] > 2000


def test_a_finding_without_a_source_says_so_with_null(place):
    body = json.loads(place("DE", "GL", "--json")[1])
    open_ = next(each for each in body["findings"] if each["code"] == "place-not-known")
    assert (body["answer"], open_["source"], open_["as_of"], open_["confidence"]) == ("ask", None, None, None)


def test_people_read_sentences_with_the_source_and_what_to_do(place):
    status, out, _ = place("DE", "AT", "--profession", "psychotherapist")
    assert status == 0
    assert out.startswith("Not clear yet: ask before Tue 1 Dec 2026 (Germany to Austria).\n")
    assert "  What to do: Ask: " in out
    assert "  Source: Psychotherapiegesetz 2024" in out
    assert out.endswith(
        "This is not legal advice. A message from a client is never held back because of it.\n"
    )


def test_german_reads_german(place):
    out = place("AT", "DE", "--profession", "psychotherapist", "--lang", "de")[1]
    assert out.startswith(
        "Noch nicht klar: Fragen Sie vor dem Di, 1. Dez. 2026 nach (Österreich nach Deutschland).\n"
    )
    assert "Was zu tun ist: Schicken Sie die Meldung an:" in out


@pytest.mark.parametrize(
    ("therapist", "client_at", "more", "said"),
    [
        ("ZZ", "AT", (), '"ZZ" is no place'),
        ("DE", "US-QQ", (), '"US-QQ" is no place'),
        ("DE", "DE/../x", (), '"DE/../x" is no place'),
        ("DE", "", (), '"" is no place'),
        ("DE", "AT", ("--approved", "XQ"), '"XQ" is no place'),
        ("DE", "AT", ("--licence", "AT:tomorrow"), '"AT:tomorrow" is no licence'),
        ("DE", "AT", ("--licence", "AT:"), '"AT:" is no licence'),
        ("DE", "AT", ("--days-used", "-1"), '"-1" is no number of days'),
        ("DE", "AT", ("--days-used", "²"), '"²" is no number of days'),
        ("DE", "AT", ("--on", "2026-02-30"), '"2026-02-30" is no day'),
    ],
)
def test_what_cant_be_read_is_one_clear_sentence(place, therapist, client_at, more, said):
    status, out, err = place(therapist, client_at, *more)
    assert (status, out) == (2, "")
    assert err.startswith(said)
    assert err.count("\n") == 1


def test_codes_may_be_typed_small(place):
    assert place("de", "at")[0] == 0


def test_no_pair_of_places_breaks_the_command(place):
    with_law = [code for code in library.codes() if library.jurisdiction(code).facts]
    for there in with_law:
        for stay in ("usual", "travelling"):
            status, out, _ = place(
                "DE", there, "--profession", "psychologist", "--stay", stay, "--lang", "de"
            )
            assert status in (0, 1)
            assert out
