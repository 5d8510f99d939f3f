"""One person's unlocked device: private key, certificate, and what it does with them: seal, sign, make rosters.

Opening lives in opening.py. It writes SEIPDv2 with OCB, as pysequoia does; browsers write GCM and read both.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pysequoia import Cert, Profile, SignatureMode, Tsk, encrypt, sign
from ulid import ULID

from intersession.device.chain import Chain
from intersession.device.inner import Inner, build_inner
from intersession.device.unlock import open_slot, open_vault, read_recovery_code, stretch
from intersession.keys.envelope import RecipientMissing, read_certificate
from intersession.keys.facts import instant, write_canonical
from intersession.keys.statements import SUITE, RosterFacts, read_roster, read_statement


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed message: row id, id of the inner bytes (hex), the body to store, and its SHA-256 (hex)."""

    id: str
    inner_id: str
    body: bytes
    sha256: str
    inner: Inner


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody to be put on a roster: certificate, role, and from when to when they read."""

    certificate: bytes
    role: str
    label: str = ""
    from_at: datetime | None = None
    until: datetime | None = None
    history: str = "all"


@dataclass(slots=True)
class Device:
    """A person's key in memory. `dev` names this device; counters of messages live in one Chain per conversation."""

    private_key: bytes
    vault: Mapping[str, Any] = field(default_factory=dict)
    dev: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    chains: dict[str, Chain] = field(default_factory=dict)
    statements_made: dict[str, int] = field(default_factory=dict)

    @classmethod
    def new(cls) -> Device:
        """Make a fresh identity. Unlike the browser's it signs with a subkey; readers accept both."""
        return cls(bytes(Tsk.generate(profile=Profile.RFC9580)))

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Device:
        """Take a person of the demo cast, key and all, without any passphrase."""
        return cls(base64.b64decode(entry["private_key"]))

    @classmethod
    def unlock(
        cls, entry: Mapping[str, Any], *, practice: str, passphrase: str = "", recovery: str = ""
    ) -> Device:
        """Open a person of the demo cast the long way: passphrase or printed code, slot, vault, key.

        Raises CannotUnlock.
        """
        kind = "passphrase" if passphrase else "recovery"
        slot = next(slot for slot in entry["slots"] if slot["type"] == kind)
        if passphrase:
            secret = stretch(
                passphrase, practice=practice, handle=entry["handle"], **entry["kdf"]
            ).unlock_half
        else:
            secret = read_recovery_code(recovery)
        data = base64.b64decode(slot["data"])
        vault_key = open_slot(data, account=entry["id"], type=kind, id=slot["id"], secret=secret)
        vault = open_vault(base64.b64decode(entry["vault"]), vault_key, account=entry["id"])
        return cls(base64.b64decode(vault["privateKey"]), vault)

    @property
    def tsk(self) -> Tsk:
        """The key as pysequoia has it."""
        return Tsk.from_bytes(self.private_key)

    @property
    def certificate(self) -> bytes:
        """The public certificate, binary."""
        return bytes(self.tsk.extract_certificate())

    @property
    def fingerprint(self) -> str:
        """Fingerprint of the certificate, lower-case hex."""
        return read_certificate(self.certificate).fingerprint

    def chain(self, conv: str) -> Chain:
        """Return what this device knows of a conversation."""
        return self.chains.setdefault(conv, Chain())

    def make_roster(
        self,
        conv: str,
        readers: Sequence[Reader],
        *,
        now: datetime,
        previous: RosterFacts | None = None,
        reason: str = "start",
        retention: str | None = None,
    ) -> bytes:
        """Make and sign the next roster of a conversation; this device must be the therapist's. Raises RosterInvalid."""
        members = [_member(reader, now) for reader in readers]
        data = write_canonical(
            {
                "v": 1,
                "suite": SUITE,
                "conv": conv,
                "seq": previous.seq + 1 if previous else 1,
                "prev": previous.sha256 if previous else None,
                "therapist_fp": self.fingerprint,
                "members": members,
                "retention": retention,
                "reason": reason,
                "created": instant(now),
            }
        )
        signed = sign(self.tsk.signer(), data, armor=False)
        read_roster(signed, self.certificate, conv=conv, previous=previous)
        return signed

    def seal(
        self,
        text: str,
        roster: RosterFacts,
        certificates: Iterable[bytes],
        *,
        now: datetime,
        kind: str = "message",
        id: str = "",
        reply_to: str | None = None,
        supersedes: str | None = None,
        aside: bool = False,
    ) -> Sealed:
        """Seal a message to everybody who reads at `now`. `aside` keeps it out of the conversation's count.

        Raises RecipientMissing when a reader's certificate is not among `certificates`.
        """
        readers = _readers(roster, certificates, now)
        chain = self.chain(roster.conv)
        dev = secrets.token_urlsafe(12) if aside else self.dev
        inner = Inner(
            kind=kind,
            msg=id or str(ULID.from_datetime(now)),
            conv=roster.conv,
            roster=roster.sha256,
            from_=self.fingerprint,
            to=tuple(fp for fp, _cert in readers),
            dev=dev,
            n=1 if aside else chain.next_count(self.fingerprint, dev),
            parents=() if aside else chain.heads(supersedes or ""),
            voided=() if aside else chain.voided(self.fingerprint, supersedes or ""),
            sent_at=now,
            sent_text=instant(now),
            nonce=secrets.token_hex(16),
            vv=int(self.vault.get("version", 1)),
            reply_to=reply_to,
            supersedes=supersedes,
        )
        data = build_inner(inner, re.sub(r"\r\n?", "\n", text))
        inner_id = hashlib.sha256(data).hexdigest()
        body = encrypt(
            data, recipients=[cert for _fp, cert in readers], signer=self.tsk.signer(), armor=False
        )
        if not aside:
            chain.accept(inner, inner_id)
        return Sealed(inner.msg, inner_id, body, hashlib.sha256(body).hexdigest(), inner)

    def sign_statement(
        self,
        kind: str,
        conv: str,
        ids: Sequence[tuple[str, str]],
        *,
        now: datetime,
        until: datetime | None = None,
    ) -> bytes:
        """Sign `ack`, `withdraw` or `more-time` about (message ULID, inner id) pairs. Raises StatementInvalid."""
        count = self.statements_made[conv] = self.statements_made.get(conv, 0) + 1
        facts = {
            "v": 1,
            "suite": SUITE,
            "kind": kind,
            "conv": conv,
            "from": self.fingerprint,
            "dev": self.dev,
            "n": count,
            "at": instant(now),
            "ids": [{"msg": msg, "sha256": inner_id} for msg, inner_id in ids],
        }
        if until is not None:
            facts["until"] = instant(until)
        signed = sign(self.tsk.signer(), write_canonical(facts), armor=False)
        read_statement(signed, [self.certificate], conv=conv)
        if kind == "withdraw":
            self.chain(conv).withdraw(self.fingerprint, [msg for msg, _inner_id in ids])
        return signed

    def sign_document(self, document: bytes) -> bytes:
        """Return a detached signature over exactly these bytes (an agreement's document)."""
        return sign(self.tsk.signer(), document, mode=SignatureMode.DETACHED, armor=False)


def _member(reader: Reader, now: datetime) -> dict[str, str | None]:
    facts = read_certificate(reader.certificate)
    return {
        "fp": facts.fingerprint,
        "enc_fp": facts.enc_fingerprint,
        "role": reader.role,
        "label": reader.label,
        "from": instant(reader.from_at or now),
        "until": instant(reader.until) if reader.until else None,
        "history": reader.history,
    }


def _readers(roster: RosterFacts, certificates: Iterable[bytes], at: datetime) -> list[tuple[str, Cert]]:
    known = {}
    for data in certificates:
        facts = read_certificate(data)
        known[facts.fingerprint, facts.enc_fingerprint] = Cert.from_bytes(data)
    try:
        return [(member.fp, known[member.fp, member.enc_fp]) for member in roster.active(at)]
    except KeyError as problem:
        raise RecipientMissing("a reader's certificate is missing") from problem
