"""The process is killed between erasing and certifying: neither has happened. Afterwards the erased bytes are off the disk."""

from __future__ import annotations

import signal
import subprocess
import sys

from faults.house import TESTS, House


def step(house: House, name: str) -> int:
    command = [sys.executable, str(TESTS / "faults" / "erase.py"), name]
    return subprocess.run(command, env=house.environment, timeout=120).returncode


def counts(house: House) -> list[int]:
    tables = ("message", "wrap", "agreement", "person", "vault")
    return [house.rows(f"SELECT count(*) FROM intersession_{table}")[0][0] for table in tables]


def certificates(house: House) -> int:
    return int(house.rows("SELECT count(*) FROM intersession_entry WHERE tag = 'erasure:done'")[0][0])


def test_killed_between_erasing_and_certifying(house):
    assert step(house, "prepare") == 0
    before = counts(house)
    [(body,)] = house.rows("SELECT body FROM intersession_message WHERE seq = 1")
    assert step(house, "erase-killed") == -signal.SIGKILL
    assert (counts(house), certificates(house), house.verify()) == (before, 0, "")
    assert step(house, "erase") == 0
    assert (counts(house)[:3], certificates(house), house.verify()) == ([0, 0, 0], 1, "")
    house.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    files = list((house.folder / "home").glob("intersession.sqlite3*"))
    assert files
    assert not any(bytes(body) in path.read_bytes() for path in files)
