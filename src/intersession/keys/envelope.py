"""Judges sealed things from the outside: who can open a message, whether slots, vaults and certificates have the suite's shape.

It holds no key and opens nothing. Pure functions over bytes; the suite is IS1 (docs/encryption.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pysequoia import Cert, encrypt
from pysequoia.packet import PacketPile, Tag

from intersession.errors import IntersessionError
from intersession.keys.packets import (
    AES256,
    ED25519,
    GCM,
    OCB,
    PKESK,
    SEIPD,
    SKESK,
    X25519,
    EnvelopeShape,
    Packet,
    read_packets,
)

if TYPE_CHECKING:
    from intersession.keys.statements import RosterFacts

MOST_WRAPS = 16
_S2K_ITERATED = 3


class EnvelopeAlgorithms(IntersessionError):
    """Well-formed OpenPGP, but not with the algorithms of the suite."""

    code = "envelope-algorithms"
    status = 422


class RecipientMissing(IntersessionError):
    """Somebody on the roster could not open this message."""

    code = "recipient-missing"
    status = 422


class RecipientExtra(IntersessionError):
    """Somebody who is not on the roster could open this message."""

    code = "recipient-extra"
    status = 422


class CertificateUnusable(IntersessionError):
    """Not a public certificate of the suite: v6, Ed25519, one X25519 subkey, no user id, no end date, not revoked."""

    code = "certificate-unusable"
    status = 422


@dataclass(frozen=True, slots=True)
class Wrap:
    """A session key sealed for one encryption subkey (64 lower-case hex digits)."""

    enc_fingerprint: str
    pkesk: bytes


@dataclass(frozen=True, slots=True)
class Split:
    """A message taken apart: wraps + sealed = the message."""

    wraps: tuple[Wrap, ...]
    sealed: bytes


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What a certificate says: fingerprints of the primary key and of the encryption subkey, lower-case hex."""

    fingerprint: str
    enc_fingerprint: str


def _read_wrap(packet: Packet) -> Wrap:
    """PKESK v6 (RFC 9580, 5.1.2): version, length, key version, fingerprint, algorithm, …."""
    body = packet.body
    if packet.tag != PKESK or body[:3] != b"\x06\x21\x06" or len(body) <= 36:
        raise EnvelopeShape("not a wrap of PKESK v6 for a v6 key")
    if body[35] != X25519:
        raise EnvelopeAlgorithms("wrap is not X25519")
    return Wrap(body[3:35].hex(), packet.raw)


def split(body: bytes) -> Split:
    """Take a message apart and check it: PKESK v6 …, then exactly one SEIPDv2 with AES-256 in GCM or OCB.

    Raises EnvelopeShape or EnvelopeAlgorithms.
    """
    packets = read_packets(body)
    if not packets or packets[-1].tag != SEIPD or not 1 <= len(packets) - 1 <= MOST_WRAPS:
        raise EnvelopeShape("not wraps and one sealed part")
    wraps = tuple(_read_wrap(packet) for packet in packets[:-1])
    if len({wrap.enc_fingerprint for wrap in wraps}) != len(wraps):
        raise EnvelopeShape("two wraps for one key")
    sealed = packets[-1]
    if sealed.body[:2] != bytes([2, AES256]) or sealed.body[2:3] not in (bytes([GCM]), bytes([OCB])):
        raise EnvelopeAlgorithms("sealed part is not SEIPDv2 with AES-256")
    return Split(wraps, sealed.raw)


def recipients(body: bytes) -> list[str]:
    """Return the encryption fingerprints of those who can open `body`, in order. Raises like `split`."""
    return [wrap.enc_fingerprint for wrap in split(body).wraps]


def join(wraps: Sequence[Wrap], sealed: bytes) -> bytes:
    """Put wraps and a sealed part together; the result is an ordinary OpenPGP message."""
    return b"".join(wrap.pkesk for wrap in wraps) + sealed


def check_recipients(body: bytes, roster: RosterFacts, at: datetime) -> None:
    """Raise RecipientMissing or RecipientExtra unless exactly the roster's active members can open `body`."""
    given = set(recipients(body))
    expected = {member.enc_fp for member in roster.active(at)}
    if expected - given:
        raise RecipientMissing("a reader was left out")
    if given - expected:
        raise RecipientExtra("a reader was added")


def check_password_message(data: bytes) -> None:
    """Raise unless `data` has the shape of a slot or vault: one SKESK v6, one SEIPDv2, both AES-256-GCM."""
    packets = read_packets(data)
    if [packet.tag for packet in packets] != [SKESK, SEIPD]:
        raise EnvelopeShape("not one lock and one box")
    lock, box = packets[0].body, packets[1].body
    # SKESK v6 (RFC 9580, 5.3.2): version, count, cipher, mode, S2K length, S2K specifier.
    strong = len(lock) > 5 and lock[0] == 6 and lock[2:4] == bytes([AES256, GCM]) and lock[5] == _S2K_ITERATED
    if not strong or box[:3] != bytes([2, AES256, GCM]):
        raise EnvelopeAlgorithms("not SKESK v6 and SEIPDv2 with AES-256-GCM")


def _key_facts(data: bytes) -> CertificateFacts:
    pile = list(PacketPile.from_bytes(data))
    keys = [packet for packet in pile if packet.tag in (Tag.PublicKey, Tag.PublicSubkey)]
    allowed = (Tag.PublicKey, Tag.PublicSubkey, Tag.Signature)
    if not keys or keys[0].tag != Tag.PublicKey or any(packet.tag not in allowed for packet in pile):
        raise CertificateUnusable("packets that do not belong into a certificate of the suite")
    # v6 key packet (RFC 9580, 5.5.2.3): version, four bytes of time, algorithm.
    if any(key.body[0] != 6 for key in keys) or keys[0].body[5] != ED25519:
        raise CertificateUnusable("not v6 with an Ed25519 primary key")
    readers = [key for key in keys[1:] if key.body[5] == X25519]
    if len(readers) != 1 or any(key.body[5] not in (X25519, ED25519) for key in keys[1:]):
        raise CertificateUnusable("needs exactly one X25519 subkey")
    return CertificateFacts(str(keys[0].fingerprint), str(readers[0].fingerprint))


def read_certificate(data: bytes) -> CertificateFacts:
    """Read a public certificate. Raises CertificateUnusable unless it fits the suite and can be encrypted to."""
    try:
        if not data or data[0] & 0xC0 != 0xC0:
            raise CertificateUnusable("armored or empty")
        facts = _key_facts(data)
        cert = Cert.from_bytes(data)
        if cert.is_revoked or cert.expiration is not None or cert.fingerprint != facts.fingerprint:
            raise CertificateUnusable("revoked, with an end date, or another key")
        # The library picks only subkeys that are bound by a good signature and in force.
        if recipients(encrypt(b"", recipients=[cert], armor=False)) != [facts.enc_fingerprint]:
            raise CertificateUnusable("the encryption subkey can't be used")
    except IntersessionError as problem:
        raise CertificateUnusable(str(problem)) from problem
    except Exception as problem:  # pysequoia raises bare Exception for whatever it can't read
        raise CertificateUnusable("unreadable") from problem
    return facts
