"""The mail server process, and the mails it took."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest


@dataclass
class Post:
    """A running server: its address, and what arrived."""

    url: str
    path: Path

    @property
    def rows(self) -> list[dict[str, object]]:
        """What was taken, with the envelope around each mail."""
        return [json.loads(line) for line in self.path.read_text().splitlines()] if self.path.exists() else []

    @property
    def raw(self) -> list[bytes]:
        """The mails as they came over the wire."""
        return [base64.b64decode(str(row["data"])) for row in self.rows]

    @property
    def mails(self) -> list[EmailMessage]:
        """The mails, parsed."""
        return [message_from_bytes(raw, policy=default) for raw in self.raw]


@contextmanager
def mail_server(path: Path, *arguments: str) -> Iterator[Post]:
    """Run a mail server process with these arguments."""
    command = [sys.executable, str(Path(__file__).parent / "smtp_server.py"), str(path), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield Post(f"smtp://127.0.0.1:{int(process.stdout.readline())}", path)
        finally:
            process.terminate()


@pytest.fixture
def start_post(tmp_path: Path) -> Iterator[Callable[..., Post]]:
    """Start a mail server of its own, with these arguments."""
    with ExitStack() as running:
        yield lambda *arguments: running.enter_context(mail_server(tmp_path / "mail.jsonl", *arguments))


@pytest.fixture(scope="session")
def common_post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    """One mail server for all tests that need nothing special of it."""
    with mail_server(tmp_path_factory.mktemp("post") / "mail.jsonl") as post:
        yield post


@pytest.fixture
def post(common_post: Post) -> Post:
    """A mail server that has taken nothing yet."""
    common_post.path.unlink(missing_ok=True)
    return common_post
