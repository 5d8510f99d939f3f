"""Opens one sealed message and runs the same fail-closed list as frontend/src/crypto/open.ts.

One line of that list is out of reach here: pysequoia does not show the packets inside (`inner-shape`); it does
count the good signatures.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pysequoia import Cert, decrypt

from intersession.device.device import Device
from intersession.device.inner import Inner, read_inner
from intersession.errors import IntersessionError
from intersession.keys.envelope import EnvelopeAlgorithms, Split, read_certificate, split
from intersession.keys.statements import MemberFacts, RosterFacts

MOST_BODY = 2 * 1024 * 1024
CLOCK_SKEW = timedelta(minutes=10)
MOST_QUEUE_AGE = timedelta(days=30)


class NotBelieved(IntersessionError):
    """A check did not hold; `check` names it, `code` is the code the browser gives."""

    status = 422

    def __init__(self, check: str, code: str, message: str = "") -> None:
        super().__init__(f"{check}: {message or code}")
        self.check = check
        self.code = code


@dataclass(frozen=True, slots=True)
class OuterRow:
    """What the server says about a message. `author` is a certificate's fingerprint."""

    id: str
    conv: str
    kind: str
    author: str
    roster_seq: int
    received_at: datetime
    reply_to: str | None = None
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A message that passed every check."""

    id: str
    inner_id: str
    sender: MemberFacts
    inner: Inner
    text: str


@dataclass(slots=True)
class _Opening:
    body: bytes
    device: Device
    outer: OuterRow
    rosters: Sequence[RosterFacts]
    certificates: dict[tuple[str, str], bytes]
    parts: Split = field(init=False)
    roster: RosterFacts = field(init=False)
    author: bytes = field(init=False)
    member: MemberFacts = field(init=False)
    signatures: int = 0
    data: bytes = b""
    inner: Inner = field(init=False)
    text: str = ""

    @property
    def inner_id(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def _size(o: _Opening) -> bool:
    return len(o.body) <= MOST_BODY


def _packet_shape(o: _Opening) -> bool:
    try:
        o.parts = split(o.body)
    except EnvelopeAlgorithms as problem:
        raise NotBelieved("algorithms", "message-algorithms", str(problem)) from problem
    return True


def _locked_for_me(o: _Opening) -> bool:
    mine = read_certificate(o.device.certificate).enc_fingerprint
    return mine in [wrap.enc_fingerprint for wrap in o.parts.wraps]


def _known_roster(o: _Opening) -> bool:
    found = [r for r in o.rosters if (r.seq, r.conv) == (o.outer.roster_seq, o.outer.conv)]
    if found:
        o.roster = found[0]
    return bool(found)


def _author_on_roster(o: _Opening) -> bool:
    for member in o.roster.members:
        cert = o.certificates.get((member.fp, member.enc_fp))
        if member.fp == o.outer.author and cert is not None:
            o.member, o.author = member, cert
            return True
    return False


def _opens(o: _Opening) -> bool:
    author = Cert.from_bytes(o.author)
    try:
        result = decrypt(o.body, o.device.tsk.decryptor(), store=lambda _ids: [author])
    except Exception as problem:  # pysequoia raises bare Exception, also for a signature that does not verify
        if "signature" in str(problem).lower() or "missing key" in str(problem).lower():
            raise NotBelieved("one-signature", "message-signature", str(problem)) from problem
        return False
    o.data, o.signatures = bytes(result.bytes or b""), len(result.valid_sigs)
    return True


def _one_signature(o: _Opening) -> bool:
    return o.signatures == 1


def _content(o: _Opening) -> bool:
    o.inner, o.text = read_inner(o.data)
    return True


def _same_author(o: _Opening) -> bool:
    return o.inner.from_ == o.outer.author


def _same_place(o: _Opening) -> bool:
    return (o.inner.conv, o.inner.msg) == (o.outer.conv, o.outer.id)


def _same_kind(o: _Opening) -> bool:
    return o.inner.kind == o.outer.kind


def _same_references(o: _Opening) -> bool:
    return (o.inner.reply_to, o.inner.supersedes) == (o.outer.reply_to, o.outer.supersedes)


def _same_roster(o: _Opening) -> bool:
    return o.inner.roster == o.roster.sha256


def _to_is_roster(o: _Opening) -> bool:
    active = tuple(member.fp for member in o.roster.active(o.inner.sent_at))
    return o.inner.to == active and o.inner.from_ in active


def _wraps_are_roster(o: _Opening) -> bool:
    expected = {member.enc_fp for member in o.roster.members if member.fp in o.inner.to}
    later = [roster for roster in o.rosters if roster.seq > o.roster.seq]
    granted = {member.enc_fp for roster in later for member in roster.members if member.history != "none"}
    wraps = {wrap.enc_fingerprint for wrap in o.parts.wraps}
    return expected <= wraps <= expected | granted


def _counter_not_reused(o: _Opening) -> bool:
    o.device.chain(o.outer.conv).check(o.inner.from_, o.inner.dev, o.inner.n, o.inner_id)
    return True


def _date_within_limits(o: _Opening) -> bool:
    received = o.outer.received_at
    return received - MOST_QUEUE_AGE <= o.inner.sent_at <= received + CLOCK_SKEW


# Name, check, and the code the browser gives when it does not hold. The order is the browser's.
CHECKS: tuple[tuple[str, Callable[[_Opening], bool], str], ...] = (
    ("size", _size, "message-too-large"),
    ("packet-shape", _packet_shape, "message-shape"),
    ("locked-for-me", _locked_for_me, "not-for-this-key"),
    ("known-roster", _known_roster, "message-roster"),
    ("author-on-roster", _author_on_roster, "message-author"),
    ("opens", _opens, "message-unreadable"),
    ("one-signature", _one_signature, "message-signature"),
    ("content", _content, "message-content"),
    ("same-author", _same_author, "message-author"),
    ("same-place", _same_place, "message-place"),
    ("same-kind", _same_kind, "message-place"),
    ("same-references", _same_references, "message-place"),
    ("same-roster", _same_roster, "message-roster"),
    ("to-is-roster", _to_is_roster, "message-recipients"),
    ("wraps-are-roster", _wraps_are_roster, "message-recipients"),
    ("counter-not-reused", _counter_not_reused, "message-reused"),
    ("date-within-limits", _date_within_limits, "message-date"),
)


def open_message(
    device: Device,
    body: bytes,
    outer: OuterRow,
    *,
    rosters: Sequence[RosterFacts],
    certificates: Sequence[bytes],
) -> Opened:
    """Open a message. Raises NotBelieved with the first check that does not hold."""
    known = {}
    for data in certificates:
        facts = read_certificate(data)
        known[facts.fingerprint, facts.enc_fingerprint] = data
    opening = _Opening(body, device, outer, rosters, known)
    for name, check, code in CHECKS:
        try:
            held = check(opening)
        except NotBelieved:
            raise
        except IntersessionError as problem:
            raise NotBelieved(name, code, str(problem)) from problem
        if not held:
            raise NotBelieved(name, code)
    inner = opening.inner
    device.chain(outer.conv).accept(inner, opening.inner_id)
    return Opened(inner.msg, opening.inner_id, opening.member, inner, opening.text)
