"""Reads what people have signed in the open: rosters, statements (`ack`, `withdraw`, `more-time`) and agreements.

Every fact returned was covered by exactly one good signature of a given certificate. It decides nothing about rights.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pysequoia import Cert, Sig, verify
from pysequoia.packet import HashAlgorithm, PublicKeyAlgorithm, SignatureType

from intersession.errors import IntersessionError
from intersession.keys.facts import DEVICE, FINGERPRINT, ULID, WORD, Facts, FactsError, read_canonical
from intersession.keys.packets import LITERAL, ONE_PASS, SIGNATURE, EnvelopeShape, read_packets

SUITE = "IS1"
ROLES = ("therapist", "client", "deputy", "custodian")
KINDS = ("ack", "withdraw", "more-time")
MOST_SIGNED = 1_048_576
MOST_MEMBERS = 16
MOST_REFS = 500


class SignatureInvalid(IntersessionError):
    """Not exactly one good signature of one of the given certificates."""

    code = "signature-invalid"
    status = 422


class RosterInvalid(IntersessionError):
    """Well signed or not, this is no roster of the suite for this conversation."""

    code = "roster-invalid"
    status = 422


class RosterOutOfOrder(IntersessionError):
    """The roster does not continue the one before it."""

    code = "roster-out-of-order"
    status = 409


class StatementInvalid(IntersessionError):
    """Well signed or not, this is no statement of the suite."""

    code = "statement-invalid"
    status = 422


@dataclass(frozen=True, slots=True)
class SignedFacts:
    """Content covered by one good signature. `signer` is the fingerprint of the certificate, `sha256` the content's hash."""

    signer: str
    content: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """One reader of a conversation, from `from_at` to `until` (not included; None: without end)."""

    fp: str
    enc_fp: str
    role: str
    label: str
    from_at: datetime
    until: datetime | None
    history: str

    def reads_at(self, at: datetime) -> bool:
        """Tell whether this member reads at the aware instant `at`."""
        return self.from_at <= at and (self.until is None or at < self.until)


@dataclass(frozen=True, slots=True)
class RosterFacts:
    """A verified roster. `sha256` is the hash of the signed JSON, which messages and later rosters name."""

    conv: str
    seq: int
    prev: str | None
    sha256: str
    therapist_fp: str
    members: tuple[MemberFacts, ...]
    retention: str | None
    reason: str
    created: datetime

    def active(self, at: datetime) -> tuple[MemberFacts, ...]:
        """Return the members who read at the aware instant `at`, in the roster's order."""
        return tuple(member for member in self.members if member.reads_at(at))


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """A verified statement. `ids` are (message ULID, SHA-256 of its inner bytes); `until` is set for `more-time` only."""

    kind: str
    conv: str
    signer: str
    dev: str
    n: int
    at: datetime
    ids: tuple[tuple[str, str], ...]
    until: datetime | None
    sha256: str


def _sound(signature: Sig) -> bool:
    strong = signature.hash_algorithm in (HashAlgorithm.SHA256, HashAlgorithm.SHA512)
    kind = signature.signature_type == SignatureType.Binary
    return (
        signature.version == 6 and strong and kind and signature.key_algorithm == PublicKeyAlgorithm.Ed25519
    )


def check_signature(data: bytes, certs: Sequence[bytes]) -> SignedFacts:
    """Open a signed object: one-pass, literal, signature, made by one of `certs`. Raises SignatureInvalid."""
    try:
        packets = read_packets(data) if len(data) <= MOST_SIGNED else []
        if [packet.tag for packet in packets] != [ONE_PASS, LITERAL, SIGNATURE] or packets[1].body[
            :1
        ] != b"b":
            raise SignatureInvalid("not one signature around one literal")
        if not _sound(Sig.from_bytes(packets[2].raw)):
            raise SignatureInvalid("signature of another kind")
        known = [Cert.from_bytes(cert) for cert in certs]
        result = verify(bytes=data, store=lambda _ids: known)
    except IntersessionError as problem:
        raise SignatureInvalid(str(problem)) from problem
    except Exception as problem:  # pysequoia raises bare Exception
        raise SignatureInvalid("no good signature") from problem
    if len(result.valid_sigs) != 1 or result.bytes is None:
        raise SignatureInvalid("not exactly one good signature")
    content = bytes(result.bytes)
    return SignedFacts(result.valid_sigs[0].certificate, content, hashlib.sha256(content).hexdigest())


def check_detached(document: bytes, signature: bytes, cert: bytes) -> SignedFacts:
    """Check that `cert` signed exactly `document`. Raises SignatureInvalid."""
    try:
        packets = read_packets(signature)
        if [packet.tag for packet in packets] != [SIGNATURE]:
            raise SignatureInvalid("not exactly one signature")
        parsed = Sig.from_bytes(signature)
        if not _sound(parsed):
            raise SignatureInvalid("signature of another kind")
        known = [Cert.from_bytes(cert)]
        result = verify(bytes=document, store=lambda _ids: known, signature=parsed)
    except EnvelopeShape as problem:
        raise SignatureInvalid(str(problem)) from problem
    except SignatureInvalid:
        raise
    except Exception as problem:  # pysequoia raises bare Exception
        raise SignatureInvalid("no good signature") from problem
    if len(result.valid_sigs) != 1:
        raise SignatureInvalid("not exactly one good signature")
    return SignedFacts(result.valid_sigs[0].certificate, document, hashlib.sha256(document).hexdigest())


def _read_member(value: object) -> MemberFacts:
    member = Facts(value)
    return MemberFacts(
        fp=member.text("fp", FINGERPRINT),
        enc_fp=member.text("enc_fp", FINGERPRINT),
        role=member.one_of("role", ROLES),
        label=member.text("label"),
        from_at=member.instant("from"),
        until=member.instant_or_none("until"),
        history=member.text("history", WORD),
    )


def _check_sense(roster: RosterFacts, signer: str) -> None:
    members = roster.members
    therapists = [member.fp for member in members if member.role == "therapist"]
    if roster.therapist_fp != signer or therapists != [signer]:
        raise RosterInvalid("the therapist is not the signer")
    if len({m.fp for m in members}) != len(members) or len({m.enc_fp for m in members}) != len(members):
        raise RosterInvalid("a member or a key stands twice")
    if (roster.seq == 1) != (roster.prev is None):
        raise RosterInvalid("the first and only the first roster has none before it")


def read_roster(
    data: bytes, therapist_cert: bytes, *, conv: str | None = None, previous: RosterFacts | None = None
) -> RosterFacts:
    """Read a roster signed by the therapist.

    Raises SignatureInvalid, RosterInvalid (shape, other conversation), or RosterOutOfOrder unless it is the very
    next one after `previous`.
    """
    signed = check_signature(data, [therapist_cert])
    try:
        facts = Facts(read_canonical(signed.content))
        facts.require(v=1, suite=SUITE)
        roster = RosterFacts(
            conv=facts.text("conv"),
            seq=facts.whole("seq", 1),
            prev=facts.text_or_none("prev", FINGERPRINT),
            sha256=signed.sha256,
            therapist_fp=facts.text("therapist_fp", FINGERPRINT),
            members=tuple(_read_member(item) for item in facts.items("members", MOST_MEMBERS)),
            retention=facts.text_or_none("retention"),
            reason=facts.text("reason"),
            created=facts.instant("created"),
        )
    except FactsError as problem:
        raise RosterInvalid(str(problem)) from problem
    _check_sense(roster, signed.signer)
    if conv is not None and roster.conv != conv:
        raise RosterInvalid("roster of another conversation")
    if previous is not None and (roster.seq, roster.prev) != (previous.seq + 1, previous.sha256):
        raise RosterOutOfOrder("does not continue the roster before it")
    return roster


def read_statement(data: bytes, certs: Sequence[bytes], *, conv: str | None = None) -> StatementFacts:
    """Read a statement signed by one of `certs`. Raises SignatureInvalid or StatementInvalid."""
    signed = check_signature(data, certs)
    try:
        facts = Facts(read_canonical(signed.content))
        facts.require(v=1, suite=SUITE)
        refs = [Facts(item) for item in facts.items("ids", MOST_REFS)]
        statement = StatementFacts(
            kind=facts.one_of("kind", KINDS),
            conv=facts.text("conv"),
            signer=facts.text("from", FINGERPRINT),
            dev=facts.text("dev", DEVICE),
            n=facts.whole("n", 1),
            at=facts.instant("at"),
            ids=tuple((ref.text("msg", ULID), ref.text("sha256", FINGERPRINT)) for ref in refs),
            until=facts.instant_or_none("until"),
            sha256=signed.sha256,
        )
    except FactsError as problem:
        raise StatementInvalid(str(problem)) from problem
    if statement.signer != signed.signer or not statement.ids:
        raise StatementInvalid("signed by someone else, or about nothing")
    if (statement.until is not None) != (statement.kind == "more-time"):
        raise StatementInvalid("only more-time names a day")
    if conv is not None and statement.conv != conv:
        raise StatementInvalid("about another conversation")
    return statement
