"""Holds every stored message against the ledger: a body or a wrap that was swapped, added or taken away is found.

Reads only, and reads no word: hashes over sealed bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from intersession.audit.actions import Broken
from intersession.audit.models import Entry
from intersession.audit.tags import Tag
from intersession.messaging.letters import whole, with_wraps
from intersession.messaging.models import Conversation, Message

ACCEPTED = (Tag.MESSAGE_ACCEPTED.value, Tag.MESSAGE_REPLACED.value)


def verify_messages() -> Iterator[tuple[str, int, Broken | None]]:
    """Yield each conversation's id, how many messages were held against the ledger, and the first that does not fit.

    `seq` of a fault is the message's number. `missing`: the ledger knows it, the table does not. `swapped`: other
    bytes, another number, author or kind than were accepted. `unknown`: the ledger does not know it. After an erasure:
    `back`, a message stands where all were erased; `uncertified`, the certificate is over other messages.
    """
    for conversation in Conversation.objects.order_by("practice_id", "id"):
        entries = Entry.objects.filter(
            practice_id=conversation.practice_id, chain=conversation.id, tag__in=ACCEPTED
        )
        known = ((_facts(data), by) for data, by in entries.values_list("data", "by"))
        accepted = {str(facts.get("message", "")): (facts, by) for facts, by in known}
        rows = Message.objects.filter(conversation=conversation).order_by("seq")
        gone = (
            Entry.objects.filter(chain=conversation.id, tag=Tag.ERASURE_DONE.value).order_by("-seq").first()
        )
        wrong = (
            _first_back(conversation.id, rows, accepted, gone.data["sha256"])
            if gone
            else _first_wrong(conversation.id, rows, accepted)
        )
        yield conversation.id, len(accepted), wrong


def hash_over(pairs: Iterable[tuple[str, str]]) -> str:
    """Return the SHA-256 over one line "id hash" for each message, in the order of their ids, 64 hex digits."""
    lines = "".join(f"{id} {sha256}\n" for id, sha256 in sorted(pairs))
    return hashlib.sha256(lines.encode()).hexdigest()


def _first_back(
    conversation: str, rows: Any, accepted: dict[str, tuple[dict[str, Any], str]], certified: str
) -> Broken | None:
    """Hold an erasure against the ledger: all that was accepted is gone, and the certificate is over exactly that."""
    if (back := rows.first()) is not None:
        return Broken(conversation, back.seq, "back")
    if hash_over((id, facts["sha256"]) for id, (facts, _) in accepted.items()) != certified:
        return Broken(conversation, 0, "uncertified")
    return None


def _facts(data: object) -> dict[str, Any]:
    """Return what an entry says of a message: nothing, when somebody made something else of it."""
    return data if isinstance(data, dict) else {}


def _first_wrong(
    conversation: str, rows: Any, accepted: dict[str, tuple[dict[str, Any], str]], chunk: int = 200
) -> Broken | None:
    left = dict(accepted)
    try:
        for message in with_wraps(rows).iterator(chunk_size=chunk):
            known = left.pop(message.id, None)
            if known is None:
                return Broken(conversation, message.seq, "unknown")
            if not _fits(message, *known):
                return Broken(conversation, message.seq, "swapped")
    except ValueError:
        # A row holds what is no value of its column, such as a thirteenth month. Row by row it can be named.
        if chunk > 1:
            return _first_wrong(conversation, rows, accepted, 1)
        return Broken(conversation, _first_number(left), "swapped")
    return Broken(conversation, _first_number(left), "missing") if left else None


def _first_number(left: dict[str, tuple[dict[str, Any], str]]) -> int:
    """Return the lowest number that the ledger knows of these messages."""
    return min((_number(facts) for facts, _ in left.values()), default=0)


def _number(facts: dict[str, Any]) -> int:
    """Return the number an entry names, 0 when it names none any more."""
    number = facts.get("seq")
    return number if isinstance(number, int) else 0


def _fits(message: Message, facts: dict[str, Any], by: str) -> bool:
    """Whether a row is what was accepted: its bytes, its place, who wrote it and what it was promised."""
    envelope = hashlib.sha256(whole(message)).hexdigest()
    row = {
        "seq": message.seq,
        "kind": message.kind,
        "sha256": message.body_sha256,
        "agreement": message.agreement_id,
        "roster": message.roster_seq,
        "handling": message.handling,
        "alert_at": message.alert_at.isoformat() if message.alert_at else None,
        "answer_by": message.answer_by.isoformat() if message.answer_by else None,
    }
    same = all(facts.get(name) == value for name, value in row.items())
    return same and envelope == message.body_sha256 and message.author_id == by
