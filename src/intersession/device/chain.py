"""What a device has seen of one conversation: counters per sending device, newest ids, and own messages that are void.

Finds a counter used twice; the browser's chain.ts also finds gaps and orders.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from intersession.device.inner import MOST_VOIDED, Inner, Voided
from intersession.errors import IntersessionError


class CounterReused(IntersessionError):
    """One device, one counter, two messages: somebody shows different texts to different readers."""

    code = "message-reused"
    status = 422


@dataclass(slots=True)
class Chain:
    """Known messages by inner id, counters by (fingerprint, device, n), and rows that were taken back or replaced."""

    seen: dict[tuple[str, str, int], str] = field(default_factory=dict)
    known: dict[str, Inner] = field(default_factory=dict)
    void_rows: set[tuple[str, str]] = field(default_factory=set)

    def check(self, sender: str, dev: str, n: int, inner_id: str) -> None:
        """Raise CounterReused when this counter was used for another message."""
        if self.seen.get((sender, dev, n), inner_id) != inner_id:
            raise CounterReused("one counter, two messages")

    def accept(self, inner: Inner, inner_id: str) -> None:
        """Take in a message. Taking it in twice changes nothing."""
        self.check(inner.from_, inner.dev, inner.n, inner_id)
        self.seen[inner.from_, inner.dev, inner.n] = inner_id
        self.known[inner_id] = inner
        if inner.supersedes:
            self.void_rows.add((inner.from_, inner.supersedes))

    def withdraw(self, sender: str, rows: list[str]) -> None:
        """`sender` took these rows (ULIDs) back."""
        self.void_rows.update((sender, row) for row in rows)

    def next_count(self, sender: str, dev: str) -> int:
        """Return the counter of the next message from this device, from 1."""
        return max((n for who, which, n in self.seen if (who, which) == (sender, dev)), default=0) + 1

    def heads(self, replacing: str = "") -> tuple[str, ...]:
        """Return the ids no known message names as a parent, void messages left out; at most eight."""
        alive = {id: inner for id, inner in self.known.items() if not self._is_void(inner, replacing)}
        named = {parent for inner in alive.values() for parent in inner.parents}
        return tuple(sorted(set(alive) - named)[-8:])

    def voided(self, sender: str, replacing: str = "") -> tuple[Voided, ...]:
        """Return the sender's messages that readers need not miss: known here, or named by an earlier message."""
        refs = {ref.id: ref for inner in self.known.values() if inner.from_ == sender for ref in inner.voided}
        for id, inner in self.known.items():
            if inner.from_ == sender and self._is_void(inner, replacing):
                refs[id] = Voided(inner.dev, inner.n, id)
        return tuple(sorted(refs.values(), key=lambda ref: (ref.n, ref.id))[-MOST_VOIDED:])

    def _is_void(self, inner: Inner, replacing: str) -> bool:
        return inner.msg == replacing or (inner.from_, inner.msg) in self.void_rows
