"""What a channel is given and what it answers. A channel never reads the database, the people or the rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One notice, ready to go: where to, the line, the plain address beneath it, a key that names this notice, and when.

    The same `key` means the same notice: a channel that can tell repeats apart may use it. It says nothing about anybody.
    """

    address: str
    line: str
    link: str
    key: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """The next hop has taken the notice. `reference` is how it can be found there."""

    reference: str


class Channel(Protocol):
    """A way to hand over a notice."""

    def send(self, outgoing: Outgoing) -> Receipt:
        """Hand the notice over. Raises ChannelError, permanent when another try can't help."""
        ...
