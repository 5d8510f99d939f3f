"""Waits: between tries to sign in, and between tries to hand over a notice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.delivery import PAUSES, next_attempt_at
from intersession.rules.signin import wait_before_sign_in
from rules.samples import at

NOW = at("2026-11-22 22:41")


@given(st.integers(0, 10**9), st.one_of(st.none(), st.integers(-(10**6), 10**6)), st.booleans())
def test_nobody_is_ever_locked_out(failures, ago, known):
    last = None if ago is None else NOW - timedelta(seconds=ago)
    wait = wait_before_sign_in(failures, last, NOW, known_device=known)
    assert timedelta(0) <= wait <= timedelta(seconds=40)


@given(st.integers(0, 100), st.integers(0, 60))
def test_more_failures_never_wait_less_and_a_known_device_never_more(failures, seconds):
    last = NOW - timedelta(seconds=seconds)
    wait = wait_before_sign_in(failures, last, NOW)
    assert wait <= wait_before_sign_in(failures + 1, last, NOW)
    assert wait_before_sign_in(failures, last, NOW, known_device=True) <= wait


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (2, 0), (3, 1), (4, 2), (5, 4), (7, 16), (8, 32), (9, 40), (500, 40)]
)
def test_the_wait_doubles_up_to_forty_seconds(failures, seconds):
    assert wait_before_sign_in(failures, NOW, NOW) == timedelta(seconds=seconds)


def test_the_wait_runs_out():
    assert wait_before_sign_in(9, NOW - timedelta(seconds=30), NOW) == timedelta(seconds=10)
    assert wait_before_sign_in(9, NOW - timedelta(seconds=40), NOW) == timedelta(0)


def test_a_known_device_starts_to_wait_later():
    assert wait_before_sign_in(5, NOW, NOW, known_device=True) == timedelta(0)
    assert wait_before_sign_in(6, NOW, NOW, known_device=True) == timedelta(seconds=1)


def test_tries_get_rarer_and_end():
    gaps = [next_attempt_at(attempt, NOW) - NOW for attempt in range(1, len(PAUSES) + 1)]
    assert gaps == sorted(gaps)
    assert gaps[0] == timedelta(minutes=1)
    assert next_attempt_at(len(PAUSES) + 1, NOW) is None


def test_there_is_no_next_try_before_the_first():
    with pytest.raises(ValueError, match="no try"):
        next_attempt_at(0, NOW)
