"""Where a client is on a day: first and last day count, a trip before a new home, the last word wins."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.place import Stay
from intersession.rules.stays import Declared, Where, days_at, place_on

SAID = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TRIP = Declared("AT", Stay.TRAVELLING, date(2026, 12, 1), date(2026, 12, 12), SAID, id="1")
MOVE = Declared("FR", Stay.MOVED, date(2026, 12, 5), None, SAID + timedelta(hours=1), id="2")


@pytest.mark.parametrize(
    ("on", "place", "stay"),
    [
        ("2026-11-30", "DE", Stay.USUAL),
        ("2026-12-01", "AT", Stay.TRAVELLING),
        ("2026-12-05", "AT", Stay.TRAVELLING),
        ("2026-12-12", "AT", Stay.TRAVELLING),
        ("2026-12-13", "FR", Stay.MOVED),
        ("2030-01-01", "FR", Stay.MOVED),
    ],
)
def test_the_place_on_a_day(on, place, stay):
    found = place_on("DE", [MOVE, TRIP], date.fromisoformat(on))
    assert (found.place, found.stay) == (place, stay)


def test_nothing_said_is_the_usual_place():
    assert place_on("", [], date(2026, 12, 1)) == Where("")


def test_the_last_word_counts():
    later = Declared("IT", Stay.TRAVELLING, date(2026, 12, 1), None, SAID + timedelta(minutes=1), id="0")
    assert place_on("DE", [TRIP, later], date(2026, 12, 2)).declared is later


def test_days_at_a_place_are_those_on_which_it_was_the_place():
    asked = [date(2026, 12, 13), date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 12), date(2026, 12, 1)]
    assert days_at("AT", "DE", [MOVE, TRIP], asked) == (date(2026, 12, 1), date(2026, 12, 12))
    assert days_at("FR", "DE", [MOVE, TRIP], asked) == (date(2026, 12, 13),)
    assert days_at("DE", "DE", [MOVE, TRIP], asked) == (date(2026, 11, 30),)


def test_what_was_ended_counts_no_more():
    ended = Declared("AT", Stay.TRAVELLING, date(2026, 12, 1), None, SAID, ended=True)
    assert place_on("DE", [ended], date(2026, 12, 2)).stay is Stay.USUAL
    assert not ended.is_ahead(date(2026, 11, 1))


@given(st.lists(st.sampled_from([TRIP, MOVE]), max_size=4), st.dates(date(2026, 11, 1), date(2027, 2, 1)))
def test_the_place_is_one_that_was_said_and_holds(said, on):
    found = place_on("DE", said, on)
    assert found.declared is None or (found.declared in said and found.declared.holds(on))
    assert found == place_on("DE", list(reversed(said)), on)
