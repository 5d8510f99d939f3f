"""Live updates over a real server: a hint when something moved, an end with the log-in, and no word of what it was."""

from __future__ import annotations

import contextlib
import http.client
import time
from collections.abc import Iterator

import pytest

from faults.house import CSRF, House

SUNDAY = "2026-11-22T21:42:00+00:00"
MANY = 120


class Stream:
    """One open `/live`."""

    def __init__(self, house: House, token: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=15)
        self.connection.request("GET", "/live", headers={"Cookie": f"login={token}"})
        self.answer = self.connection.getresponse()

    def event(self) -> tuple[str, str] | None:
        """The next event and its data; None when the stream has ended."""
        found: dict[str, str] = {}
        while line := self.answer.readline().decode():
            name, _, value = line.rstrip("\n").partition(": ")
            if not line.strip():
                return found["event"], found["data"]
            found[name] = value
        return None

    def close(self) -> None:
        """Leave, as a closed tab does."""
        self.answer.close()
        self.connection.close()


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[House]:
    """One instance for all of this file."""
    house = House(tmp_path_factory.mktemp("live"))
    house.prepare(8)
    house.start(SUNDAY)
    yield house
    house.kill()


@pytest.fixture
def open_stream(house):
    """Open streams that are closed afterwards."""
    with contextlib.ExitStack() as opened:

        def start(who: str = "vera") -> Stream:
            stream = Stream(house, house.seed["tokens"][who])
            opened.callback(stream.close)
            return stream

        yield start


def send_next(house: House) -> None:
    """Send the next sealed message."""
    status, _ = house.send(house.seed["posts"].pop())
    assert status == 200


def test_nobody_signed_in_gets_no_stream(house):
    for token in ("", "x" * 43):
        stream = Stream(house, token)
        assert (stream.answer.status, stream.answer.read()) == (401, b"")
        stream.close()


def test_it_says_where_one_is_and_then_that_something_moved(house, open_stream):
    hers, his = open_stream("vera"), open_stream("alma")
    assert hers.answer.headers["content-type"] == "text/event-stream"
    assert hers.answer.headers["cache-control"] == "no-store"
    before = hers.event()
    assert before[0] == "alive"
    his.event()
    started = time.monotonic()
    send_next(house)
    moved = hers.event()
    assert moved[0] == "moved"
    assert int(moved[1]) > int(before[1])
    assert time.monotonic() - started < 3
    assert his.event()[0] == "moved"


def test_many_streams_hear_of_it_and_leave_nothing_behind(house, open_stream):
    streams = [open_stream() for _ in range(MANY)]
    assert {stream.event()[0] for stream in streams} == {"alive"}
    started = time.monotonic()
    send_next(house)
    assert {stream.event()[0] for stream in streams} == {"moved"}
    assert time.monotonic() - started < 5
    for stream in streams:
        stream.close()
    last = open_stream()
    last.event()
    send_next(house)
    assert last.event()[0] == "moved"


def test_it_ends_with_the_log_in(house, open_stream):
    stream, other = open_stream("alma"), open_stream("vera")
    stream.event()
    other.event()
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=10)
    cookies = f"login={house.seed['tokens']['alma']}; csrftoken={CSRF}"
    connection.request(
        "POST", "/sign-out", headers={"Cookie": cookies, "X-CSRFToken": CSRF, "Accept": "application/json"}
    )
    answer = connection.getresponse()
    answer.read()
    connection.close()
    assert answer.status < 400
    assert stream.event() is None
