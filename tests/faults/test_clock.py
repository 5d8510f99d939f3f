"""The clock when something fails: the next duty runs, the next round tries again, pages are told only what happened."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from intersession import live
from intersession.clock.loop import Clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def woken(monkeypatch):
    calls = []
    monkeypatch.setattr(live, "wake", lambda: calls.append(1))
    return calls


def test_a_locked_database_fails_one_duty_for_one_round(caplog, woken):
    ran = []

    def locked_once(now):
        ran.append("first")
        if len(ran) == 1:
            raise OperationalError("database is locked")
        return 1

    def second(now):
        ran.append("second")
        return 0

    clock = Clock(duties=[locked_once, second], post=[])
    clock.round()
    assert ran == ["first", "second"]
    assert "locked_once failed" in caplog.text
    assert woken == []
    clock.round()
    assert ran == ["first", "second", "first", "second"]
    assert woken == [1]


def test_a_stopped_clock_ends(woken):
    clock = Clock(duties=[lambda _now: clock.stop() or 0], post=[])
    clock.run()
    assert clock.stopped.is_set()
