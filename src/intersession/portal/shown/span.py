"""How much of a conversation one page shows: the newest letters open, older ones folded, all of it when asked."""

from __future__ import annotations

from typing import TypedDict

from intersession.messaging.reads import Thread
from intersession.portal.requests import PortalRequest

FRESH = 10
WHOLE = 100_000


class Span(TypedDict, total=False):
    """Arguments for the read; empty means its own default."""

    most: int


def span(request: PortalRequest) -> Span:
    """Return how many letters to read: `?all=1` asks for the whole conversation."""
    return Span(most=WHOLE) if request.GET.get("all") == "1" else Span()


def first_number(thread: Thread) -> int:
    """Return the number before the first letter on the page: devices load from there on; 0 is the beginning."""
    return thread.letters[0].message.seq - 1 if thread.earlier else 0
