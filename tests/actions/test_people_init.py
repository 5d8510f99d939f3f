"""`intersession init`: what it makes, what it says, and that running it again is safe."""

from __future__ import annotations

import argparse

import pytest

from intersession import init_command
from intersession.init_command import FINE, WRONG_USE, run_init
from intersession.people.models import Practice, SetupToken
from world import make_person, make_practice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def brought_up(monkeypatch):
    """The test database is there already."""
    monkeypatch.setattr(init_command, "bring_up", lambda: None)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)


def run(**given) -> int:
    return run_init(argparse.Namespace(**{"practice": None, "origin": None, "new_link": False, **given}))


def test_it_makes_a_practice_and_prints_a_link_once(capsys):
    assert run(practice="Praxis am Park", origin="https://desk.example/") == FINE
    assert "https://desk.example/setup/" in capsys.readouterr().out
    assert run(practice="Another name") == FINE
    again = capsys.readouterr().out
    assert "Praxis am Park (was there)" in again
    assert "/setup/" not in again
    assert (Practice.objects.count(), SetupToken.objects.count()) == (1, 1)


def test_a_new_link_replaces_the_old_one(capsys):
    run(practice="Praxis am Park")
    old = SetupToken.objects.get().token_hash
    assert run(new_link=True) == FINE
    assert SetupToken.objects.get().token_hash != old
    assert "/setup/" in capsys.readouterr().out


def test_without_a_name_it_says_what_to_type(capsys):
    assert run() == WRONG_USE
    assert "--practice NAME" in capsys.readouterr().err
    assert Practice.objects.count() == 0


def test_with_a_therapist_there_is_no_further_link(capsys):
    make_person(make_practice(), "vera")
    assert run(new_link=True) == FINE
    assert "/sign-in" in capsys.readouterr().out
    assert SetupToken.objects.count() == 0
