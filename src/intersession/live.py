"""Live updates: server-sent events that carry only "something of yours moved", never content.

One look at the database serves all open streams of this process: at once when a request or the clock changed something,
and every few seconds anyway, so that a hint that got lost, or a change by another process, costs a moment and nothing else.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import threading
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any

from django.conf import settings
from django.utils import timezone

log = logging.getLogger(__name__)
LOOK_EVERY = 5.0
# Many changes within this time cost one look.
LOOK_PAUSE = 0.25
HEARTBEAT_EVERY = 20.0
AT_ONCE = 500
HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]
Event = dict[str, Any]
Send = Callable[[Event], Awaitable[None]]
Receive = Callable[[], Awaitable[Event]]
ENDED = "ended"


@dataclass(eq=False)
class Reader:
    """One open stream: whose, what was last said, and the bell that rings when there is something to say."""

    token_hash: str
    mark: str
    bell: asyncio.Event = field(default_factory=asyncio.Event)


class Hub:
    """All streams of one event loop, and the one task that looks for them."""

    def __init__(self, pool: Executor) -> None:
        self.pool = pool
        self.readers: set[Reader] = set()
        self.woken = asyncio.Event()
        self.task: asyncio.Task[None] | None = None

    def join(self, reader: Reader) -> None:
        """Look for this reader too; the task starts with the first and ends with the last."""
        self.readers.add(reader)
        if self.task is None or self.task.done():
            self.task = asyncio.get_running_loop().create_task(self._follow())

    async def _follow(self) -> None:
        while self.readers:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.woken.wait(), LOOK_EVERY)
            self.woken.clear()
            try:
                await self._look()
            except Exception:
                # The database did not answer: the streams stay, and the next look tells them.
                log.exception("live updates could not look")
            await asyncio.sleep(LOOK_PAUSE)

    async def _look(self) -> None:
        readers = list(self.readers)
        hashes = {reader.token_hash for reader in readers}
        marks = await asyncio.get_running_loop().run_in_executor(self.pool, marks_of, hashes)
        for reader in readers:
            mark = marks.get(reader.token_hash, ENDED)
            if mark != reader.mark:
                reader.mark = mark
                reader.bell.set()


_hubs: dict[asyncio.AbstractEventLoop, Hub] = {}
_guard = threading.Lock()


def hub_of(pool: Executor) -> Hub:
    """Return the hub of the running loop."""
    loop = asyncio.get_running_loop()
    with _guard:
        for old in [each for each in _hubs if each.is_closed()]:
            del _hubs[old]
        return _hubs.setdefault(loop, Hub(pool))


def wake() -> None:
    """Tell every open stream of this process to look now. Safe from any thread, and cheap when there is none."""
    with _guard:
        hubs = list(_hubs.items())
    for loop, hub in hubs:
        if not loop.is_closed():
            loop.call_soon_threadsafe(hub.woken.set)


def marks_of(token_hashes: Iterable[str]) -> dict[str, str]:
    """Return, for each log-in that still holds, a short mark that changes when anything of its reader's moves."""
    from django.db import close_old_connections

    from intersession.messaging.models import Conversation
    from intersession.people.models import Login

    close_old_connections()
    held: dict[str, str] = {}
    hashes = sorted(token_hashes)
    for start in range(0, len(hashes), AT_ONCE):
        wanted = Login.objects.filter(token_hash__in=hashes[start : start + AT_ONCE])
        alive = wanted.filter(ended_at=None, expires_at__gt=timezone.now(), person__closed_at=None)
        held.update(alive.values_list("token_hash", "person_id"))
    marks = Conversation.objects.marks_of(held.values())
    return {token: marks.get(person, "0") for token, person in held.items()}


async def stream(scope: dict[str, Any], receive: Receive, send: Send, pool: Executor) -> None:
    """Answer `/live` until the browser leaves or its log-in ends."""
    token = cookie(scope, settings.LOGIN_COOKIE)
    hashed = hashlib.sha256(token.encode()).hexdigest()
    loop = asyncio.get_running_loop()
    marks = await loop.run_in_executor(pool, marks_of, [hashed]) if token else {}
    if hashed not in marks:
        await send(
            {"type": "http.response.start", "status": 401, "headers": [(b"cache-control", b"no-store")]}
        )
        await send({"type": "http.response.body", "body": b""})
        return
    reader, hub = Reader(hashed, marks[hashed]), hub_of(pool)
    hub.join(reader)
    gone = asyncio.create_task(left(receive))
    try:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await follow(reader, gone, send)
    finally:
        hub.readers.discard(reader)
        gone.cancel()


async def follow(reader: Reader, gone: asyncio.Task[None], send: Send) -> None:
    """Send a hint each time the reader's mark changes, and a heartbeat in between; end when the log-in has ended."""
    # The mark goes first: a page that was loaded before something moved sees that it is behind.
    await send(chunk(f"event: alive\ndata: {reader.mark}\n\n"))
    while not gone.done():
        bell = asyncio.create_task(reader.bell.wait())
        waiting: set[asyncio.Task[Any]] = {bell, gone}
        await asyncio.wait(waiting, timeout=HEARTBEAT_EVERY, return_when=asyncio.FIRST_COMPLETED)
        bell.cancel()
        if gone.done():
            return
        rung = reader.bell.is_set()
        reader.bell.clear()
        if reader.mark == ENDED:
            break
        await send(chunk(f"event: {'moved' if rung else 'alive'}\ndata: {reader.mark}\n\n"))
    await send({"type": "http.response.body", "body": b"", "more_body": False})


def chunk(text: str) -> Event:
    """Return an ASGI body event that keeps the stream open."""
    return {"type": "http.response.body", "body": text.encode(), "more_body": True}


async def left(receive: Receive) -> None:
    """Return when the browser has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


def cookie(scope: dict[str, Any], name: str) -> str:
    """Return a cookie's value, empty when it is not there or can't be read."""
    jar: SimpleCookie = SimpleCookie()
    for raw_name, raw_value in scope["headers"]:
        if raw_name == b"cookie":
            try:
                jar.load(raw_value.decode("latin-1"))
            except CookieError:
                return ""
    return jar[name].value if name in jar else ""
