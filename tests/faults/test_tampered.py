"""Somebody with the database file changes one row of the ledger: `intersession verify` names that entry and ends with 1."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys

import pytest

from faults.house import House

SUNDAY = "2026-11-22T21:42:00+00:00"
ENTRY = "UPDATE intersession_entry SET {} WHERE chain = ? AND seq = ?"
# What somebody may do to the entry of a message that was accepted, also in ways that no program of ours writes.
CHANGES = {
    "another word": ("data = replace(data, 'question', 'practical')", "changed"),
    "no facts": ("data = '{}'", "changed"),
    "no object": ("data = '[1e999, {}]'", "changed"),
    "no message": ("data = json_remove(data, '$.message')", "changed"),
    "another day": ("at = '2026-11-21 21:42:00'", "changed"),
    "no day": ("at = 'some day'", "changed"),
    "a thirteenth month": ("at = '2026-13-21 21:42:00'", "changed"),
    "another hand": ("\"by\" = 'nobody'", "changed"),
    "another tag": ("tag = 'message:withdrawn'", "changed"),
    "another link": ("prev_hash = hash", "unlinked"),
    "another number": ("seq = seq + 1000", "missing"),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """An instance whose ledger holds three accepted messages, stopped."""
    house = House(tmp_path_factory.mktemp("ledger"))
    house.prepare(3)
    house.start(SUNDAY)
    try:
        for post in house.seed["posts"]:
            assert house.send(post)[0] == 200
    finally:
        house.kill()
    return house


@pytest.fixture
def tampered(ledger, tmp_path):
    """A copy of that instance, to be spoilt."""
    shutil.copytree(ledger.folder / "home", tmp_path / "home")
    return House(tmp_path, seed=ledger.seed)


def verify(house: House) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "intersession", "verify"]
    return subprocess.run(
        command, env=house.environment, capture_output=True, text=True, timeout=60, check=False
    )


def middle(house: House) -> int:
    """The number of the second accepted message's entry in its chain."""
    rows = house.rows("SELECT seq FROM intersession_entry WHERE tag = 'message:accepted' ORDER BY seq")
    assert len(rows) == 3
    return int(rows[1][0])


def spoil(house: House, question: str, *values: object) -> None:
    database = sqlite3.connect(house.folder / "home" / "intersession.sqlite3")
    with database:
        assert database.execute(question, values).rowcount == 1
    database.close()


def test_an_unbroken_ledger_is_proved(tampered):
    done = verify(tampered)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{tampered.seed['conv']}: 3 x message, unbroken" in done.stdout


@pytest.mark.parametrize(("change", "why"), CHANGES.values(), ids=CHANGES)
def test_the_first_broken_entry_is_named(tampered, change, why):
    conv, number = tampered.seed["conv"], middle(tampered)
    spoil(tampered, ENTRY.format(change), conv, number)
    done = verify(tampered)
    assert done.returncode == 1
    assert f"{conv}: entry {number} is {why}; before it all is unbroken\n" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_entry_that_was_cut_out_is_missed(tampered):
    conv, number = tampered.seed["conv"], middle(tampered)
    spoil(tampered, "DELETE FROM intersession_entry WHERE chain = ? AND seq = ?", conv, number)
    done = verify(tampered)
    assert done.returncode == 1
    assert f"{conv}: entry {number} is missing; before it all is unbroken\n" in done.stderr


def test_a_message_row_beyond_reading_is_named_and_the_rest_is_looked_at(tampered):
    spoil(tampered, "UPDATE intersession_message SET alert_at = '2026-13-01 09:00:00' WHERE seq = 2")
    done = verify(tampered)
    assert done.returncode == 1
    assert f"{tampered.seed['conv']}: message 2 is swapped; before it all is unbroken\n" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_other_chains_are_still_proved(tampered):
    spoil(tampered, ENTRY.format("data = '{}'"), tampered.seed["conv"], middle(tampered))
    done = verify(tampered)
    practice, *_ = [line for line in done.stdout.splitlines() if not line.startswith(tampered.seed["conv"])]
    assert practice.endswith(" x entry, unbroken")
