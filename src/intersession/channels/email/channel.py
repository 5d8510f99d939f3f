"""Hands a notice over by SMTP: one recipient, one line, one plain address; no name, no count, no practice.

Speaks to the next mail server only (settings SMTP_URL). It decides nothing about when or whether to try again.
"""

from __future__ import annotations

import hashlib
import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import ClassVar
from urllib.parse import parse_qs, unquote, urlsplit

from intersession.channels.protocol import Outgoing, Receipt
from intersession.errors import ChannelError

SECONDS = 10
# RFC 5321: the mailbox is not there, has moved, or its name is wrong.
NO_MAILBOX = frozenset({550, 551, 553})
# RFC 3463: 5.1.x is about the address, 5.2.1 a mailbox that takes nothing. The rest (full, policy, relaying) may pass.
ENHANCED = re.compile(rb"\b5\.(\d{1,3})\.(\d{1,3})\b")


@dataclass(frozen=True, slots=True)
class Server:
    """Where mail goes: `smtp://user:password@host:port`, `?starttls=yes`, or `smtps://…` for TLS from the start."""

    host: str
    port: int
    user: str
    password: str
    tls: bool
    starttls: bool

    PORTS: ClassVar[dict[str, int]] = {"smtp": 25, "smtps": 465}

    @classmethod
    def read(cls, url: str) -> Server:
        """Read the setting. Raises ValueError for another scheme or no host."""
        parts = urlsplit(url)
        if parts.scheme not in cls.PORTS or not parts.hostname:
            raise ValueError("SMTP_URL must be smtp://host or smtps://host")
        starttls = parse_qs(parts.query).get("starttls", ["no"]) == ["yes"]
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        port = parts.port or cls.PORTS[parts.scheme]
        return cls(parts.hostname, port, user, password, parts.scheme == "smtps", starttls)


@dataclass(frozen=True, slots=True)
class EmailChannel:
    """Sends from one neutral address through one server."""

    server: Server
    sender: str

    def send(self, outgoing: Outgoing) -> Receipt:
        """Hand the notice to the mail server. Raises ChannelError."""
        message = compose(outgoing, self.sender)
        try:
            with self._session() as session:
                session.send_message(message, self.sender, [outgoing.address])
        except smtplib.SMTPRecipientsRefused as refused:
            [(code, said)] = refused.recipients.values()
            raise ChannelError(f"recipient refused: {code}", permanent=is_permanent(code, said)) from None
        except smtplib.SMTPResponseException as refused:
            raise ChannelError(f"server said {refused.smtp_code}", permanent=False) from None
        except (OSError, smtplib.SMTPException) as problem:
            raise ChannelError(type(problem).__name__, permanent=False) from None
        return Receipt(message["Message-ID"])

    @contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        server, context = self.server, ssl.create_default_context()
        # The name said in EHLO would else be this machine's own.
        name = self.sender.rpartition("@")[2]
        if server.tls:
            session: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, local_hostname=name, timeout=SECONDS, context=context
            )
        else:
            session = smtplib.SMTP(server.host, server.port, local_hostname=name, timeout=SECONDS)
        try:
            if server.starttls:
                session.starttls(context=context)
            if server.user:
                session.login(server.user, server.password)
            yield session
            # The message is taken; a server that hangs up instead of saying goodbye changes nothing.
        finally:
            session.close()


def is_permanent(code: int, said: bytes) -> bool:
    """Whether a refusal means the mailbox itself. A server that does not relay for us must not cost people their way."""
    if found := ENHANCED.search(said):
        subject, detail = int(found[1]), int(found[2])
        return code >= 500 and (subject == 1 or (subject, detail) == (2, 1))
    return code in NO_MAILBOX


def compose(outgoing: Outgoing, sender: str) -> EmailMessage:
    """Return the whole mail. Subject and text are the line; the text has the plain address beneath it."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = outgoing.address
    message["Subject"] = outgoing.line
    message["Date"] = format_datetime(outgoing.at)
    message["Message-ID"] = message_id(outgoing.key, sender)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(f"{outgoing.line}\n\n{outgoing.link}\n")
    return message


def message_id(key: str, sender: str) -> str:
    """Return the same id for the same notice, so that a repeat can be told from a second one."""
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{sender.rpartition('@')[2]}>"
