"""The inside of a sealed message: the fixed MIME template of frontend/src/crypto/mime.ts, byte for byte.

What is read must be exactly what the template gives for the same content; anything else is refused.
"""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from email.message import Message
from email.utils import format_datetime
from typing import Any

from intersession.errors import IntersessionError
from intersession.keys.facts import (
    DEVICE,
    FINGERPRINT,
    NONCE,
    ULID,
    WORD,
    Facts,
    FactsError,
    read_canonical,
    write_canonical,
)
from intersession.keys.statements import SUITE

MOST_INNER = 1_048_576
MOST_VOIDED = 30
_JSON, _PADDING = "application/vnd.intersession+json", "application/vnd.intersession-padding"


class ContentInvalid(IntersessionError):
    """Signed bytes that the template would not have written."""

    code = "message-content"
    status = 422


@dataclass(frozen=True, slots=True)
class Voided:
    """An own message that was taken back or replaced before anybody opened it: device, counter, inner id."""

    dev: str
    n: int
    id: str


@dataclass(frozen=True, slots=True)
class Inner:
    """The signed facts of one message; the same names as in the browser (`from_` is `from`)."""

    kind: str
    msg: str
    conv: str
    roster: str
    from_: str
    to: tuple[str, ...]
    dev: str
    n: int
    parents: tuple[str, ...]
    voided: tuple[Voided, ...]
    sent_at: datetime
    sent_text: str
    nonce: str
    vv: int
    reply_to: str | None
    supersedes: str | None

    def as_json(self) -> bytes:
        """Return the canonical JSON of these facts."""
        facts: dict[str, Any] = asdict(self)
        facts["from"], facts["sent_at"] = facts.pop("from_"), facts.pop("sent_text")
        lists = {name: list(facts[name]) for name in ("to", "parents", "voided")}
        return write_canonical({**facts, **lists, "v": 1, "suite": SUITE})


def _read_voided(value: object) -> Voided:
    ref = Facts(value)
    return Voided(ref.text("dev", DEVICE), ref.whole("n", 1), ref.text("id", FINGERPRINT))


def read_facts(value: object) -> Inner:
    """Read and check the types of the signed facts. Raises FactsError."""
    facts = Facts(value)
    facts.require(v=1, suite=SUITE)
    return Inner(
        kind=facts.text("kind", WORD),
        msg=facts.text("msg", ULID),
        conv=facts.text("conv"),
        roster=facts.text("roster", FINGERPRINT),
        from_=facts.text("from", FINGERPRINT),
        to=facts.texts("to", FINGERPRINT, 16),
        dev=facts.text("dev", DEVICE),
        n=facts.whole("n", 1),
        parents=facts.texts("parents", FINGERPRINT, 8),
        voided=tuple(_read_voided(item) for item in facts.items("voided", MOST_VOIDED)),
        sent_at=facts.instant("sent_at"),
        sent_text=facts.text("sent_at"),
        nonce=facts.text("nonce", NONCE),
        vv=facts.whole("vv", 0),
        reply_to=facts.text_or_none("reply_to", ULID),
        supersedes=facts.text_or_none("supersedes", ULID),
    )


def _quoted_line(line: str) -> str:
    """One line as quoted-printable (RFC 2045, 6.7), broken the way the browser breaks it."""
    plain = {*range(0x20, 0x7F), 0x09} - {0x3D}
    units = [chr(byte) if byte in plain else f"={byte:02X}" for byte in line.encode()]
    if units and units[-1] in " \t":
        units[-1] = f"={ord(units[-1]):02X}"
    rows, row = [], ""
    for at, unit in enumerate(units):
        if len(row) + len(unit) > (76 if at == len(units) - 1 else 75):
            rows.append(row + "=")
            row = ""
        row += unit
    return "\r\n".join([*rows, row])


def quoted_printable(text: str) -> str:
    """Return `text` (LF line ends) as quoted-printable with CRLF."""
    return "\r\n".join(_quoted_line(line) for line in text.split("\n"))


def _part(boundary: str, type: str, encoding: str, content: str) -> str:
    return (
        f"--{boundary}\r\nContent-Type: {type}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{content}\r\n"
    )


def build_inner(inner: Inner, text: str) -> bytes:
    """Return the inner bytes, padded to 2^k kB. Raises ContentInvalid over 1 MiB."""
    boundary = f"=_is1_{inner.nonce}"
    boxes = [f"<{fp}@is1.invalid>" for fp in (inner.from_, *inner.to)]
    date = format_datetime(inner.sent_at.replace(microsecond=0, tzinfo=None)).replace("-0000", "+0000")
    heading = [
        f"From: {boxes[0]}",
        "To: " + ",\r\n ".join(boxes[1:]),
        "Subject: ...",
        f"Date: {date}",
        f"Message-ID: <{inner.msg}@is1.invalid>",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/mixed; hp="cipher"; boundary="{boundary}"',
        "\r\n",
    ]
    front = "\r\n".join(heading)
    front += _part(boundary, _JSON, "quoted-printable", quoted_printable(inner.as_json().decode()))
    front += _part(boundary, "text/plain; charset=utf-8", "quoted-printable", quoted_printable(text))
    closing = f"--{boundary}--\r\n"
    least = len(front) + len(_part(boundary, _PADDING, "7bit", "")) + len(closing)
    size = 2048
    while size < least:
        size *= 2
    if size > MOST_INNER:
        raise ContentInvalid("too large")
    lines, rest = divmod(size - least, 78)
    zeros = ("0" * 76 + "\r\n") * lines + "0" * rest
    return (front + _part(boundary, _PADDING, "7bit", zeros) + closing).encode()


def _payload(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    if not isinstance(found, bytes):
        raise ContentInvalid("a part is not bytes")
    return found


def read_inner(data: bytes) -> tuple[Inner, str]:
    """Return facts and text. Raises ContentInvalid on anything the template would not have written."""
    try:
        mail = (
            email.message_from_bytes(data, policy=email.policy.compat32) if len(data) <= MOST_INNER else None
        )
        parts = mail.get_payload() if mail is not None else None
        if not isinstance(parts, list) or len(parts) != 3:
            raise ContentInvalid("not three parts")
        facts, words, _padding = (_payload(part) for part in parts if isinstance(part, Message))
        inner = read_facts(read_canonical(facts))
        text = re.sub(r"\r\n", "\n", words.decode())
        same = build_inner(inner, text) == data
    except ContentInvalid:
        raise
    except (FactsError, ValueError, AttributeError, LookupError, TypeError) as problem:
        raise ContentInvalid(str(problem)) from problem
    if not same:
        raise ContentInvalid("not as the template writes it")
    return inner, text
