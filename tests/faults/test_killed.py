"""The server is killed while it works. Nothing it has acknowledged is lost, no alert is lost, nothing is stored twice."""

from __future__ import annotations

import random
import threading
import time

from faults.house import House

SUNDAY = "2026-11-22T21:42:00+00:00"
KILLS = 3
TIMERS = "SELECT count(*) FROM intersession_timer WHERE kind = 'alert'"


def send_all(house: House, posts, acknowledged: dict[str, int]) -> None:
    """Send until the server is gone; remember what it has acknowledged."""
    for post in posts:
        if post["id"] in acknowledged:
            continue
        try:
            status, answer = house.send(post)
        except (OSError, ValueError):
            return
        assert status == 200, answer
        acknowledged[post["id"]] = answer["seq"]


def test_killed_while_messages_arrive(house):
    house.prepare(120)
    posts = house.seed["posts"]
    acknowledged: dict[str, int] = {}
    chance = random.Random(2026)
    for _ in range(KILLS):
        house.start(SUNDAY)
        senders = [
            threading.Thread(target=send_all, args=(house, posts[part::3], acknowledged)) for part in range(3)
        ]
        for sender in senders:
            sender.start()
        wanted = len(acknowledged) + chance.randint(3, 25)
        wait_for(lambda wanted=wanted: len(acknowledged) >= wanted)
        house.kill()
        for sender in senders:
            sender.join(timeout=15)
        stored = dict(house.rows("SELECT id, seq FROM intersession_message"))
        assert {id: stored.get(id) for id in acknowledged} == acknowledged
    assert len(acknowledged) < len(posts)
    house.start(SUNDAY)
    send_all(house, posts, acknowledged)
    stored = dict(house.rows("SELECT id, seq FROM intersession_message"))
    assert stored == acknowledged
    assert sorted(stored.values()) == list(range(1, len(posts) + 1))
    [(alerts,)] = house.rows(
        "SELECT count(*) FROM intersession_timer WHERE kind = 'alert' AND done_at IS NULL"
    )
    assert alerts == len(posts)
    assert house.verify() == ""


def test_killed_while_alerts_go_out(house, mail):
    _, taken = mail
    house.prepare(150)
    house.start(SUNDAY)
    send_all(house, house.seed["posts"], {})
    house.kill()
    chance = random.Random(11)
    # Each start is two minutes later than the one before: a lease of the clock that was killed has lapsed by then.
    for minute in range(0, 2 * KILLS, 2):
        house.spawn(f"2026-11-23T08:{minute:02}:00+00:00")
        held = f"{TIMERS} AND done_at IS NULL AND lease_until > '2026-11-23 08:{minute:02}'"
        wait_for(lambda held=held: house.rows(held) != [(0,)])
        time.sleep(chance.uniform(0, 0.1))
        house.kill()
    [(left,)] = house.rows(f"{TIMERS} AND done_at IS NULL")
    assert left > 0
    house.start("2026-11-23T08:30:00+00:00")
    wait_for(
        lambda: house.rows("SELECT count(*) FROM intersession_message WHERE alerted_at IS NULL") == [(0,)]
    )
    wait_for(lambda: house.rows("SELECT count(*) FROM intersession_delivery WHERE sent_at IS NULL") == [(0,)])
    house.kill()
    # Sixty messages, one reading time: one notice, and at most one more for each kill.
    [(notices,)] = house.rows("SELECT count(*) FROM intersession_delivery")
    assert notices == 1
    assert 1 <= len(taken()) <= 1 + KILLS
    assert house.verify() == ""


def wait_for(done, seconds: float = 20) -> None:
    """Wait until it is so."""
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.005)
