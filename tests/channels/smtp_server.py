"""A real SMTP server process for tests: `python smtp_server.py FILE [--auth] [--tls CERT KEY]`; prints its port.

What it says depends on the name before the @ of the recipient; what it takes is appended to FILE, one JSON a line.
"""

from __future__ import annotations

import asyncio
import base64
import json
import ssl
import sys
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

RCPT = {
    "gone": "550 5.1.1 No such mailbox",
    "unknown": "550 No such user",
    "closed": "550 5.2.1 Mailbox disabled",
    "relay": "550 5.7.1 Relaying denied",
    "full": "552 5.2.2 Mailbox full",
    "later": "451 4.7.1 Greylisted",
}
DATA = {"refused": "554 5.6.0 Not like this", "busy": "452 4.3.1 No space"}


class Handler:
    """Takes mail into a file, or says what the recipient's name asks for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    async def handle_RCPT(self, *call: Any) -> str:
        """Answer RCPT TO: server, session, envelope, address, options."""
        envelope, address = call[2], call[3]
        if said := RCPT.get(address.partition("@")[0]):
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        """Answer the end of the mail."""
        name = envelope.rcpt_tos[0].partition("@")[0]
        if said := DATA.get(name):
            return said
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        row = {
            "helo": session.host_name,
            "login": bool(session.authenticated),
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "data": base64.b64encode(content).decode(),
        }
        with self.path.open("a") as file:
            file.write(json.dumps(row) + "\n")
        if name == "dropped":
            server.transport.close()
        return "250 OK"


def authenticate(server: Any, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    """Know one person."""
    return AuthResult(success=(data.login, data.password) == (b"desk", b"p@ss:word"))


async def main() -> None:
    """Serve until killed."""
    path, rest = Path(sys.argv[1]), sys.argv[2:]
    more: dict[str, Any] = {}
    if "--auth" in rest:
        more |= {"authenticator": authenticate, "auth_required": True, "auth_require_tls": False}
    if "--tls" in rest:
        at = rest.index("--tls")
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(rest[at + 1], rest[at + 2])
        more["tls_context"] = context
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(path), loop=loop, **more), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
