"""Writes and checks the ledger. It records what others did; it decides nothing."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import rfc8785
from django.conf import settings
from django.db import transaction

from intersession.audit.models import ChainHead, Entry
from intersession.audit.tags import Tag
from intersession.instance import instance_secret

FIRST = "0" * 64
Value = str | int | bool | None


@transaction.atomic(savepoint=False)
def record(
    tag: Tag, *, practice: str, by: str, now: datetime, chain: str = "", **data: Value | list[str]
) -> Entry:
    """Append one entry to `chain` (the practice's own chain when empty) and return it.

    Ids, codes and times only. Two writers on one chain: the second waits for the first at the chain's head.
    """
    chain = chain or practice
    head = _locked_head(practice, chain)
    entry = Entry(
        practice_id=practice,
        chain=chain,
        seq=head.seq + 1,
        at=now,
        tag=tag.value,
        by=by,
        data=data,
        prev_hash=head.hash,
    )
    entry.hash = entry_hash(entry)
    entry.save(force_insert=True)
    head.seq, head.hash = entry.seq, entry.hash
    ChainHead.objects.filter(pk=head.pk).update(seq=head.seq, hash=head.hash, seal=head_seal(head))
    return entry


def _locked_head(practice: str, chain: str) -> ChainHead:
    """Return the chain's head, locked until the transaction ends; a new chain begins with an empty one."""
    heads = ChainHead.objects.select_for_update().filter(practice_id=practice, chain=chain)
    if head := heads.first():
        return head
    start = {"seq": 0, "hash": FIRST, "seal": ""}
    ChainHead.objects.get_or_create(practice_id=practice, chain=chain, defaults=start)
    return heads.get()


def head_seal(head: ChainHead) -> str:
    """Return the keyed hash of a head. Its key is derived from the instance's secret, outside the database."""
    key = hmac.digest(instance_secret(settings.HOME, "pepper").encode(), b"audit heads", "sha256")
    return hmac.new(
        key, f"{head.practice_id}|{head.chain}|{head.seq}|{head.hash}".encode(), "sha256"
    ).hexdigest()


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
    """The first entry of a chain that does not fit, and why.

    `missing`: its number is left out, or it was cut off. `unlinked`: it does not follow the one before. `changed`:
    its content does not fit its hash. `unsealed`: the chain's head was moved by somebody without the instance's secret.
    """

    chain: str
    seq: int
    why: str


def verify_chains() -> Iterator[tuple[str, int, Broken | None]]:
    """Yield each chain's id, its length, and its first broken entry or None."""
    entries = Entry.objects.order_by().values_list("practice_id", "chain")
    heads = ChainHead.objects.order_by().values_list("practice_id", "chain")
    for practice, chain in sorted(set(entries.distinct()) | set(heads)):
        rows = Entry.objects.filter(practice_id=practice, chain=chain).order_by("seq")
        head = ChainHead.objects.filter(practice_id=practice, chain=chain).first()
        # Row by row: one that can't be read must not hide which it is.
        yield chain, rows.count(), first_broken(chain, rows.iterator(chunk_size=1), head)


def first_broken(chain: str, entries: Iterator[Entry], head: ChainHead | None) -> Broken | None:
    """Return the first entry whose number, link or hash does not fit, or where the head does not fit the last."""
    before, expected = FIRST, 1
    try:
        for entry in entries:
            if entry.seq != expected:
                return Broken(chain, expected, "missing")
            if entry.prev_hash != before:
                return Broken(chain, entry.seq, "unlinked")
            if not _fits(entry):
                return Broken(chain, entry.seq, "changed")
            before, expected = entry.hash, expected + 1
    except ValueError:
        # The database holds what is no value of that column, such as a thirteenth month: nobody of ours wrote it.
        return Broken(chain, expected, "changed")
    return _wrong_end(chain, expected - 1, before, head)


def _fits(entry: Entry) -> bool:
    """Whether an entry's content fits its hash; what has no canonical form, or no instant, fits none."""
    try:
        return entry.hash == entry_hash(entry)
    except (AttributeError, rfc8785.CanonicalizationError):
        return False


def _wrong_end(chain: str, last: int, hash: str, head: ChainHead | None) -> Broken | None:
    """Hold the chain's last entry against its head: a shorter chain was cut off, a longer one was added to."""
    if head is None or not hmac.compare_digest(head.seal, head_seal(head)):
        return Broken(chain, last, "unsealed")
    if head.seq > last:
        return Broken(chain, last + 1, "missing")
    if head.seq < last or head.hash != hash:
        return Broken(chain, min(head.seq + 1, last), "unsealed")
    return None
