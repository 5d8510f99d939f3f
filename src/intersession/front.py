"""The one port: live updates stay in asyncio, everything else goes to Django's WSGI handler in a thread pool.

Decides nothing and reads no body it does not pass on. Why not Django's own ASGI handler: docs/adr/0001-stack.md.
"""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from typing import Any

from intersession.live import stream

Scope = dict[str, Any]
Event = dict[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
# What the middleware (portal/signed_in.py) finds in the environment of a body that did not arrive: an Unread.
UNREAD = "intersession.unread"
MAX_BODY = 262_144
MOST_DROPPED = 33_554_432
THREADS = 16


class Unread(StrEnum):
    """Why there is no body to act on. Such a request is answered before any view sees it."""

    TOO_LARGE = "too-large"
    CUT_OFF = "cut-off"


class Front:
    """An ASGI application around a WSGI one."""

    def __init__(self, wsgi: Callable[..., Any]) -> None:
        self.wsgi = wsgi
        self.pool = ThreadPoolExecutor(THREADS, thread_name_prefix="web")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. Granian calls it; so can any ASGI server."""
        if scope["type"] != "http":
            return
        if scope["path"] == "/live":
            await stream(scope, receive, send, self.pool)
            return
        body = await read_body(receive)
        loop = asyncio.get_running_loop()
        status, headers, chunks = await loop.run_in_executor(self.pool, self.answer, scope, body)
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": chunks})

    def answer(self, scope: Scope, body: bytes | Unread) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        """Run the WSGI application in this thread and return status, headers and the whole body."""
        started: dict[str, Any] = {}

        def start_response(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> None:
            del exc_info
            started["status"] = int(status.split(" ", 1)[0])
            started["headers"] = [
                (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers
            ]

        result = self.wsgi(environ(scope, body), start_response)
        try:
            whole = b"".join(result)
        finally:
            if close := getattr(result, "close", None):
                close()
        if scope["method"] == "HEAD":
            whole = b""
        return started["status"], started["headers"], whole


async def read_body(receive: Receive) -> bytes | Unread:
    """Return the whole body, or why it is not there: over MAX_BODY, or the sender left before its end.

    The rest of a body that is too large is read and dropped: a browser that is still sending would not see the answer.
    """
    parts: list[bytes] = []
    size = 0
    while True:
        event = await receive()
        if event["type"] == "http.disconnect":
            # Half a request was never made: what did arrive must not be taken for the whole, nor for an empty one.
            return Unread.CUT_OFF
        part = event.get("body", b"")
        size += len(part)
        if size > MOST_DROPPED:
            return Unread.TOO_LARGE
        if size <= MAX_BODY:
            parts.append(part)
        if not event.get("more_body"):
            return b"".join(parts) if size <= MAX_BODY else Unread.TOO_LARGE


def environ(scope: Scope, body: bytes | Unread) -> dict[str, Any]:
    """Return the WSGI environment (PEP 3333) of an ASGI scope; of a body that did not arrive only why."""
    unread, whole = (body, b"") if isinstance(body, Unread) else ("", body)
    host, port = scope.get("server") or ("127.0.0.1", 80)
    env: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        # PEP 3333: bytes as latin-1 text.
        "PATH_INFO": scope["path"].encode("utf-8").decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": (scope.get("client") or ("", 0))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": io.BytesIO(whole),
        UNREAD: unread,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "CONTENT_LENGTH": str(len(whole)),
    }
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").upper().replace("-", "_"), raw_value.decode("latin-1")
        if name == "CONTENT_TYPE":
            env["CONTENT_TYPE"] = value
        elif name != "CONTENT_LENGTH":
            key = f"HTTP_{name}"
            joiner = "; " if name == "COOKIE" else ","
            env[key] = f"{env[key]}{joiner}{value}" if key in env else value
    return env
