"""Whom to ask: a body of the profession first, a checked name before a doubtful one, and nobody where none is known."""

from __future__ import annotations

from intersession.rules.asking import NOBODY, regulator, whom
from rules.places import COUNSELOR, DAY, PSYCHOLOGIST, at, fact


def body(name: str, kind: str = "regulator", *professions, confidence: str = "high"):
    url = "https://board.example/"
    return fact("regulator", "QQ", *professions, confidence=confidence, name=name, url=url, kind=kind)


def test_a_body_comes_before_a_list_to_look_licences_up_in():
    place = at("QQ", body("the look-up", "licence-lookup", PSYCHOLOGIST), body("the Board"))
    assert regulator(place, PSYCHOLOGIST, DAY) == "the Board"


def test_a_body_of_the_profession_comes_before_one_for_all():
    place = at("QQ", body("the ministry"), body("the Board", "regulator", PSYCHOLOGIST))
    assert regulator(place, PSYCHOLOGIST, DAY) == "the Board"
    assert regulator(place, COUNSELOR, DAY) == "the ministry"


def test_a_checked_name_comes_before_a_doubtful_one_and_that_before_none():
    doubtful = body("the chamber", "regulator", PSYCHOLOGIST, confidence="low")
    assert regulator(at("QQ", doubtful, body("the Board")), PSYCHOLOGIST, DAY) == "the Board"
    assert regulator(at("QQ", doubtful), PSYCHOLOGIST, DAY) == "the chamber"
    assert regulator(at("QQ"), PSYCHOLOGIST, DAY) == NOBODY


def test_a_doubtful_name_goes_with_a_mark():
    doubtful = at("QQ", body("the chamber", "regulator", PSYCHOLOGIST, confidence="low"))
    assert whom(doubtful, PSYCHOLOGIST, DAY) == {
        "place": "QQ",
        "regulator": "the chamber",
        "regulator_unsure": 1,
    }
    assert whom(at("QQ", body("the Board")), PSYCHOLOGIST, DAY) == {"place": "QQ", "regulator": "the Board"}
    assert whom(at("QQ"), PSYCHOLOGIST, DAY) == {"place": "QQ", "regulator": NOBODY}
