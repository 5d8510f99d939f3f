"""Writes and checks the ledger. It records what others did; it decides nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import rfc8785
from django.db import transaction

from intersession.audit.models import Entry
from intersession.audit.tags import Tag

FIRST = "0" * 64
Value = str | int | bool | None


@transaction.atomic
def record(tag: Tag, *, practice: str, by: str, now: datetime, chain: str = "", **data: Value | list[str]) -> Entry:
    """Append one entry to `chain` (the practice's own chain when empty) and return it.

    Ids, codes and times only. Two writers on one chain: the second waits or fails on the unique key and the
    whole action is tried again, so the chain never forks.
    """
    chain = chain or practice
    last = Entry.objects.select_for_update().filter(practice_id=practice, chain=chain).order_by("-seq").first()
    entry = Entry(
        practice_id=practice,
        chain=chain,
        seq=last.seq + 1 if last else 1,
        at=now,
        tag=tag.value,
        by=by,
        data=data,
        prev_hash=last.hash if last else FIRST,
    )
    entry.hash = entry_hash(entry)
    entry.save(force_insert=True)
    return entry


def entry_hash(entry: Entry) -> str:
    """Return the SHA-256 over the entry's canonical JSON (RFC 8785), the hash before it included."""
    fields = {
        "practice": entry.practice_id,
        "chain": entry.chain,
        "seq": entry.seq,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "tag": entry.tag,
        "by": entry.by,
        "data": entry.data,
        "prev": entry.prev_hash,
    }
    return hashlib.sha256(rfc8785.dumps(fields)).hexdigest()


@dataclass(frozen=True, slots=True)
class Broken:
    """The first entry of a chain that does not fit, and why: `missing`, `changed` or `unlinked`."""

    chain: str
    seq: int
    why: str


def verify_chains() -> Iterator[tuple[str, int, Broken | None]]:
    """Yield each chain's id, its length, and its first broken entry or None."""
    for practice, chain in Entry.objects.order_by("practice_id", "chain").values_list("practice_id", "chain").distinct():
        entries = Entry.objects.filter(practice_id=practice, chain=chain).order_by("seq")
        yield chain, entries.count(), first_broken(chain, entries.iterator())


def first_broken(chain: str, entries: Iterator[Entry]) -> Broken | None:
    """Return the first entry whose number, link or hash does not fit."""
    before, expected = FIRST, 1
    for entry in entries:
        if entry.seq != expected:
            return Broken(chain, expected, "missing")
        if entry.prev_hash != before:
            return Broken(chain, entry.seq, "unlinked")
        if entry.hash != entry_hash(entry):
            return Broken(chain, entry.seq, "changed")
        before, expected = entry.hash, expected + 1
    return None
