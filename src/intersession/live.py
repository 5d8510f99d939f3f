"""Live updates: server-sent events that carry only "something of yours moved", never content.

In one process the writer wakes the streams; a stream also looks at the database itself every few seconds, so a
hint that got lost, or came from another process, costs a moment and nothing else.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from http.cookies import SimpleCookie
from typing import Any

LOOK_EVERY = 5.0
HEARTBEAT_EVERY = 20.0
_waiters: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
_guard = threading.Lock()


def wake() -> None:
    """Tell every open stream of this process to look now. Safe from any thread."""
    with _guard:
        waiters = list(_waiters)
    for loop, event in waiters:
        loop.call_soon_threadsafe(event.set)


def position(token: str) -> tuple[str, str] | None:
    """Return the reader's id and a short mark that changes when anything of theirs moves; None: not signed in."""
    import hashlib

    from django.db import close_old_connections
    from django.utils import timezone

    from intersession.messaging.models import Conversation
    from intersession.people.models import Login

    close_old_connections()
    hashed = hashlib.sha256(token.encode()).hexdigest()
    login = Login.objects.filter(token_hash=hashed, ended_at=None, expires_at__gt=timezone.now()).first()
    if login is None:
        return None
    return login.person_id, Conversation.objects.mark_of(login.person_id)


async def stream(
    scope: dict[str, Any],
    receive: Callable[[], Awaitable[dict[str, Any]]],
    send: Callable[[dict[str, Any]], Awaitable[None]],
    pool: Executor,
) -> None:
    """Answer `/live` until the browser leaves or its log-in ends."""
    from django.conf import settings

    loop = asyncio.get_running_loop()
    token = cookie(scope, settings.LOGIN_COOKIE)
    seen = await loop.run_in_executor(pool, position, token) if token else None
    if seen is None:
        await send({"type": "http.response.start", "status": 401, "headers": []})
        await send({"type": "http.response.body", "body": b""})
        return
    headers = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store"), (b"x-accel-buffering", b"no")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    event = asyncio.Event()
    gone = asyncio.ensure_future(left(receive))
    with _guard:
        _waiters.add((loop, event))
    try:
        await follow(token, seen, event, gone, send, lambda: loop.run_in_executor(pool, position, token))
    finally:
        gone.cancel()
        with _guard:
            _waiters.discard((loop, event))


async def follow(
    token: str,
    seen: tuple[str, str],
    event: asyncio.Event,
    gone: asyncio.Future[None],
    send: Callable[[dict[str, Any]], Awaitable[None]],
    look: Callable[[], Awaitable[tuple[str, str] | None]],
) -> None:
    """Send a hint each time the reader's mark changes, and a heartbeat in between."""
    del token
    quiet = HEARTBEAT_EVERY
    while not gone.done():
        if quiet >= HEARTBEAT_EVERY:
            await send(chunk("event: alive\ndata: \n\n"))
            quiet = 0.0
        await asyncio.wait({asyncio.ensure_future(event.wait()), gone}, timeout=LOOK_EVERY, return_when="FIRST_COMPLETED")
        event.clear()
        quiet += LOOK_EVERY
        now = await look()
        if now is None:
            break
        if now != seen:
            seen = now
            await send(chunk(f"event: moved\ndata: {now[1]}\n\n"))
    await send({"type": "http.response.body", "body": b"", "more_body": False})


def chunk(text: str) -> dict[str, Any]:
    """Return an ASGI body event that keeps the stream open."""
    return {"type": "http.response.body", "body": text.encode(), "more_body": True}


async def left(receive: Callable[[], Awaitable[dict[str, Any]]]) -> None:
    """Return when the browser has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


def cookie(scope: dict[str, Any], name: str) -> str:
    """Return a cookie's value, empty when it is not there."""
    jar: SimpleCookie = SimpleCookie()
    for raw_name, raw_value in scope["headers"]:
        if raw_name == b"cookie":
            jar.load(raw_value.decode("latin-1"))
    return jar[name].value if name in jar else ""
