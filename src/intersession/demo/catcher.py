"""Catches the demo's mail: a real SMTP server on this machine that delivers nothing and keeps each mail as a file.

The notices of the demo go through the same outbox and channel as real ones; only this server is not a real one.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from ulid import ULID

NEWEST = 50


@dataclass(frozen=True, slots=True)
class Caught:
    """One mail as it came: when, to whom, and all it says."""

    at: datetime
    to: str
    subject: str
    body: str


class Keeper:
    """The handler of the SMTP server: writes each mail into a folder, named so that names sort by time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep the mail. The name is the SMTP server library's."""
        del server, session
        content = envelope.content or b""
        data = content.encode() if isinstance(content, str) else content
        (self.folder / f"{ULID()}.eml").write_bytes(data)
        return "250 kept"


@contextmanager
def catching(home: Path) -> Iterator[None]:
    """Run the catcher, and point the settings of the processes started inside at it."""
    folder = folder_of(home)
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    controller = Controller(Keeper(folder), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        os.environ["INTERSESSION_SMTP_URL"] = f"smtp://127.0.0.1:{port}"
        yield
    finally:
        controller.stop()


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def folder_of(home: Path) -> Path:
    """Return where the demo's mail lies."""
    return home / "mail"


def caught(home: Path) -> list[Caught]:
    """Return the newest mails, newest first."""
    files = sorted(folder_of(home).glob("*.eml"), reverse=True)[:NEWEST]
    return [_read(path) for path in files]


def _read(path: Path) -> Caught:
    mail = message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=policy.default)
    body = mail.get_body(("plain",))
    text = body.get_content() if body else ""
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Caught(at, str(mail["To"] or ""), str(mail["Subject"] or ""), text.strip())
