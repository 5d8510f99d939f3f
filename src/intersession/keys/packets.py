"""The outermost framing of an OpenPGP object (RFC 9580, section 4.2): which packets, in which order, with which bytes.

It opens nothing and verifies nothing. Armor, old-format headers and lengths without an end are refused.
"""

from __future__ import annotations

from dataclasses import dataclass

from intersession.errors import IntersessionError

# RFC 9580, section 5.
PKESK, SIGNATURE, SKESK, ONE_PASS, LITERAL, SEIPD = 1, 2, 3, 4, 11, 18

# RFC 9580, section 9. OCB is what other tools write by default; browsers of this program write GCM.
AES256, OCB, GCM, X25519, ED25519 = 9, 2, 3, 25, 27


class EnvelopeShape(IntersessionError):
    """These bytes are not the OpenPGP object they should be."""

    code = "envelope-shape"
    status = 422


@dataclass(frozen=True, slots=True)
class Packet:
    """One packet: its type, its body, and the packet as it stood in the input (header included)."""

    tag: int
    body: bytes
    raw: bytes


def _byte(data: bytes, at: int) -> int:
    if at >= len(data):
        raise EnvelopeShape("packet cut short")
    return data[at]


def _length(data: bytes, at: int) -> tuple[int, int, bool]:
    """Return size, where the body starts, and whether more pieces follow."""
    first = _byte(data, at)
    if first < 192:
        return first, at + 1, False
    if first < 224:
        return ((first - 192) << 8) + _byte(data, at + 1) + 192, at + 2, False
    if first < 255:
        return 1 << (first & 31), at + 1, True
    _byte(data, at + 4)
    return int.from_bytes(data[at + 1 : at + 5], "big"), at + 5, False


def read_packets(data: bytes) -> list[Packet]:
    """Return all packets of `data`, which must be used up exactly. Raises EnvelopeShape."""
    packets: list[Packet] = []
    at = 0
    while at < len(data):
        start = at
        head = _byte(data, at)
        if head & 0xC0 != 0xC0:
            raise EnvelopeShape("old or broken packet header")
        pieces: list[bytes] = []
        at, more = at + 1, True
        while more:
            size, at, more = _length(data, at)
            if at + size > len(data):
                raise EnvelopeShape("packet cut short")
            pieces.append(data[at : at + size])
            at += size
        packets.append(Packet(head & 63, b"".join(pieces), data[start:at]))
    return packets
