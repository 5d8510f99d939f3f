"""The demo is started a second time on the same home: it seeds nothing again, and what was done in between is still there."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from faults.house import CSRF, free_port
from world import auth_half, entry

WORDS = "Tea at four"


@contextmanager
def demo(home: Path, port: int):
    """The demo as `make demo` starts it, ended as Ctrl-C ends it; yields its log, which is whole when it has ended."""
    own = {"INTERSESSION_HOME": str(home), "PATH": os.environ["PATH"], "HOME": str(home.parent)}
    log = home.parent / "log"
    with log.open("w") as out:
        command = [sys.executable, "-m", "intersession", "demo", "--port", str(port)]
        process = subprocess.Popen(command, env=own, stdout=out, stderr=subprocess.STDOUT)
        try:
            wait(process, f"http://127.0.0.1:{port}/health", log)
            yield log
        finally:
            process.send_signal(signal.SIGINT)
            status = process.wait(timeout=20)
    assert status == 0, log.read_text()


def wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except OSError:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.1)


class Browser:
    """Alma's browser, which keeps its cookies over a restart."""

    def __init__(self, port: int) -> None:
        self.origin, self.cookies = f"http://127.0.0.1:{port}", {"csrftoken": CSRF}

    def ask(self, path: str, body: bytes | None = None, kind: str = "application/json") -> str:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "X-CSRFToken": CSRF, "Content-Type": kind}
        asked = urllib.request.Request(self.origin + path, body, headers)
        with urllib.request.urlopen(asked, timeout=20) as answer:
            for line in answer.headers.get_all("Set-Cookie") or []:
                name, value = line.split(";")[0].split("=", 1)
                self.cookies[name] = value
            return str(answer.read().decode())

    def sign_in(self) -> None:
        proof = {
            "handle": entry("alma")["handle"],
            "auth": auth_half("alma"),
            "next": "/",
            "own_device": True,
        }
        self.ask("/sign-in/enter", json.dumps(proof).encode())

    def choose_words(self) -> None:
        form = urllib.parse.urlencode({"wording": "own", "words": WORDS}).encode()
        self.ask("/settings/notices", form, "application/x-www-form-urlencoded")


def ids(home: Path) -> dict[str, set[str]]:
    """The ids of what the sample practice is made of."""
    database = sqlite3.connect(home / "intersession.sqlite3", timeout=20)
    tables = ("practice", "person", "relationship", "agreement", "message", "statement", "entry")
    found = {
        name: {str(row[0]) for row in database.execute(f"SELECT id FROM intersession_{name}")}
        for name in tables
    }
    database.close()
    return found


def test_the_second_start_keeps_what_is_there(tmp_path):
    home, port = tmp_path / "demo", free_port()
    alma = Browser(port)
    with demo(home, port) as log:
        alma.sign_in()
        alma.choose_words()
    assert "letters, sealed" in log.read_text()
    seeded, before = (home / "seeded").read_bytes(), ids(home)
    assert all(before.values())
    with demo(home, port) as log:
        # Still signed in, and her words are still what she chose.
        assert f'value="{WORDS}"' in alma.ask("/settings")
    said = log.read_text()
    assert "sample practice: already there" in said
    assert "letters, sealed" not in said
    assert (home / "seeded").read_bytes() == seeded
    after = ids(home)
    assert {name: before[name] - after[name] for name in before} == {name: set() for name in before}
    assert (after["practice"], after["person"], after["message"]) == (
        before["practice"],
        before["person"],
        before["message"],
    )
