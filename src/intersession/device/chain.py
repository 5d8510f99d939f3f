"""What a device has seen of one conversation: counters per sending device and the newest message ids.

Finds a counter used twice; the browser's chain.ts also finds gaps and orders.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from intersession.errors import IntersessionError


class CounterReused(IntersessionError):
    """One device, one counter, two messages: somebody shows different texts to different readers."""

    code = "message-reused"
    status = 422


@dataclass(slots=True)
class Chain:
    """Counters by (fingerprint, device, n) and the ids no known message names as a parent."""

    seen: dict[tuple[str, str, int], str] = field(default_factory=dict)
    heads: list[str] = field(default_factory=list)

    def check(self, sender: str, dev: str, n: int, inner_id: str) -> None:
        """Raise CounterReused when this counter was used for another message."""
        if self.seen.get((sender, dev, n), inner_id) != inner_id:
            raise CounterReused("one counter, two messages")

    def accept(self, sender: str, dev: str, n: int, inner_id: str, parents: tuple[str, ...]) -> None:
        """Take in a message. Taking it in twice changes nothing."""
        self.check(sender, dev, n, inner_id)
        if (sender, dev, n) in self.seen:
            return
        self.seen[sender, dev, n] = inner_id
        self.heads = sorted({*self.heads, inner_id} - set(parents))[-8:]

    def next_count(self, sender: str, dev: str) -> int:
        """Return the counter of the next message from this device, from 1."""
        return max((n for who, which, n in self.seen if (who, which) == (sender, dev)), default=0) + 1
