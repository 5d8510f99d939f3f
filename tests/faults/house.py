"""A whole instance on its own home, as a process that can be killed: its server, its clock, its database."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent.parent
CSRF = "a" * 32


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class House:
    """One instance. `seed` is what prepare.py printed."""

    folder: Path
    smtp: str = ""
    seed: dict[str, Any] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """The environment of all its processes."""
        own = {
            "INTERSESSION_HOME": str(self.folder / "home"),
            "INTERSESSION_ORIGIN": f"http://127.0.0.1:{self.port}",
            "INTERSESSION_SMTP_URL": self.smtp,
            "INTERSESSION_DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "intersession.settings",
            "PYTHONPATH": str(TESTS),
        }
        return {**os.environ, **own}

    def prepare(self, count: int) -> None:
        """Fill the home and seal `count` messages."""
        command = [sys.executable, str(TESTS / "faults" / "prepare.py"), str(count)]
        made = subprocess.run(command, env=self.environment, check=True, capture_output=True, timeout=120)
        self.seed = json.loads(made.stdout)

    def start(self, instant: str) -> None:
        """Start the server at an instant and wait for its first answer."""
        self.spawn(instant)
        deadline = time.monotonic() + 30
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=2).close()
                return
            except OSError:
                assert time.monotonic() < deadline, "the server did not start"
                time.sleep(0.05)

    def spawn(self, instant: str) -> None:
        """Start the server at an instant and wait for nothing."""
        self.set_clock(instant)
        command = [sys.executable, str(TESTS / "served.py"), str(self.port), str(self.folder / "clock")]
        self.process = subprocess.Popen(command, env=self.environment, start_new_session=True)

    def set_clock(self, instant: str) -> None:
        """Move the server's time."""
        (self.folder / "clock").write_text(instant)

    def kill(self) -> None:
        """End the server and everything it started, at once and without a word."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=10)
        self.process = None

    def request(self, who: str, path: str, body: object = None) -> tuple[int, Any]:
        """Ask as this person; status and JSON. Raises OSError when no answer came."""
        headers = {
            "Cookie": f"login={self.seed['tokens'][who]}; csrftoken={CSRF}",
            "X-CSRFToken": CSRF,
            "Accept": "application/json",
            "Content-Type": "application/json",
        }
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data, headers)
        try:
            with urllib.request.urlopen(asked, timeout=10) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)

    def send(self, post: dict[str, Any]) -> tuple[int, Any]:
        """Send one of the sealed messages as Alma's browser would."""
        return self.request("alma", f"/conversations/{self.seed['conv']}/messages", post)

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """Look into the database itself."""
        database = sqlite3.connect(self.folder / "home" / "intersession.sqlite3", timeout=20)
        try:
            return database.execute(question).fetchall()
        finally:
            database.close()

    def verify(self) -> str:
        """Run `intersession verify`; what it complains about, empty when the ledger is proved."""
        command = [sys.executable, "-m", "intersession", "verify"]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60)
        assert (done.returncode == 0) == (done.stderr == "")
        return done.stderr
