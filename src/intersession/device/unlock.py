"""From a passphrase or a printed code to the vault: Argon2id, HKDF, then two OpenPGP passphrase messages.

The same steps as frontend/src/crypto/{kdf,recovery,slots,vault}.ts. It opens slots and vaults; it never makes them.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pysequoia import decrypt

from intersession.errors import IntersessionError
from intersession.keys.envelope import check_password_message

# RFC 9106's second recommended choice: 64 MiB, three passes, four lanes. The client accepts nothing lower.
FLOOR = {"m": 64 * 1024, "t": 3, "p": 4}
_CEILING = {"m": 1024 * 1024, "t": 16, "p": 16}
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_GROUPS = 11


class CannotUnlock(IntersessionError):
    """A passphrase, code, slot or vault does not fit; `code` says which."""

    status = 422

    def __init__(self, code: str, message: str = "", **values: str | int) -> None:
        super().__init__(message or code, **values)
        self.code = code


@dataclass(frozen=True, slots=True)
class Halves:
    """`auth_half` goes to the server (base64url of 32 bytes), `unlock_half` is the secret of the passphrase slot."""

    auth_half: str
    unlock_half: bytes


def base64url(data: bytes) -> str:
    """Return base64url without padding."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def from_base64url(text: str) -> bytes:
    """Read base64url without padding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def hkdf(secret: bytes, info: str) -> bytes:
    """HKDF-SHA256 (RFC 5869) with an empty salt; 32 bytes."""
    return HKDF(SHA256(), 32, salt=None, info=info.encode()).derive(secret)


def bound_salt(practice: str, handle: str, salt: str) -> bytes:
    """Bind the server's salt (base64url) to practice and person, so that two accounts never share one."""
    name = unicodedata.normalize("NFKC", handle).strip().lower()
    return hashlib.sha256(f"is1|kdf|{practice}|{name}|{salt}".encode()).digest()


def stretch(passphrase: str, *, practice: str, handle: str, salt: str, **costs: int) -> Halves:
    """Stretch a passphrase. `costs` are m (KiB), t and p. Raises CannotUnlock("weak-kdf") below the floor."""
    cost = {**FLOOR, **costs}
    if len(from_base64url(salt)) < 16 or any(not FLOOR[n] <= cost[n] <= _CEILING[n] for n in FLOOR):
        raise CannotUnlock("weak-kdf")
    words = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", passphrase).strip())
    kdf = Argon2id(
        salt=bound_salt(practice, handle, salt),
        length=32,
        iterations=cost["t"],
        lanes=cost["p"],
        memory_cost=cost["m"],
    )
    stretched = kdf.derive(words.encode())
    return Halves(base64url(hkdf(stretched, "is1|auth")), hkdf(stretched, "is1|unlock"))


def read_recovery_code(text: str) -> bytes:
    """Return the 20 bytes of a printed code. Raises CannotUnlock with code recovery-code-length, -group or -wrong."""
    letters = re.sub(r"[\s.\-‐-―]", "", text.upper())
    if len(letters) != _GROUPS * 4:
        raise CannotUnlock("recovery-code-length", letters=len(letters), expected=_GROUPS * 4)
    bits = 0
    for group in range(_GROUPS):
        values = [_LETTERS.find(letter) for letter in letters[group * 4 : group * 4 + 4]]
        check = (7 * group + sum(v * (2 * place + 1) for place, v in enumerate(values[:3]))) % 32
        if -1 in values or check != values[3]:
            raise CannotUnlock("recovery-code-group", group=group + 1)
        for value in values[:3]:
            bits = bits << 5 | value
    secret = (bits >> 5).to_bytes(20, "big")
    if sum(secret) % 32 != bits & 31:
        raise CannotUnlock("recovery-code-wrong")
    return secret


def recovery_auth_half(secret: bytes) -> str:
    """Return what the server sees of a printed code."""
    return base64url(hkdf(secret, "is1|recovery-auth"))


def open_box(data: bytes, password: str) -> bytes:
    """Open a slot or vault with its password. Raises shape errors, or the library's Exception."""
    check_password_message(data)
    return bytes(decrypt(data, passwords=[password]).bytes or b"")


_REFUSED = {"passphrase": "wrong-passphrase", "recovery": "recovery-code-wrong"}


def open_slot(data: bytes, *, account: str, type: str, id: str, secret: bytes) -> bytes:
    """Return the vault key in a slot. Raises CannotUnlock with the code for the slot's type."""
    password = base64url(hkdf(secret, f"is1|slot|{account}|{type}|{id}"))
    try:
        return from_base64url(open_box(data, password).decode())
    except Exception as problem:  # pysequoia raises bare Exception
        raise CannotUnlock(_REFUSED.get(type, "device-slot-gone")) from problem


def open_vault(data: bytes, vault_key: bytes, *, account: str, at_least: int = 1) -> dict[str, Any]:
    """Return the vault's JSON. Raises CannotUnlock("vault-unreadable") or ("vault-older")."""
    try:
        vault: dict[str, Any] = json.loads(open_box(data, base64url(vault_key)))
        fits = vault["v"] == 1 and vault["account"] == account
    except Exception as problem:  # pysequoia raises bare Exception
        raise CannotUnlock("vault-unreadable") from problem
    if not fits:
        raise CannotUnlock("vault-unreadable")
    if vault["version"] < at_least:
        raise CannotUnlock("vault-older")
    return vault
