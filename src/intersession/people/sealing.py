"""What the server keeps of handles, addresses and proofs: sealed under the instance key, or as keyed hashes.

A copy of the database without the instance file names nobody. Messages are not sealed here: their keys never
reach the server.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import unicodedata
from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

from intersession.instance import instance_secret, instance_secrets

SALT_BYTES = 16
# The costs every browser of ours writes (frontend/src/crypto/kdf.ts); RFC 9106's second recommended choice.
KDF_COSTS = {"m": 65_536, "t": 3, "p": 4}


@lru_cache(maxsize=1)
def _fernet() -> MultiFernet:
    # The newest key writes; older ones only open, until everything was written anew.
    return MultiFernet([Fernet(key) for key in instance_secrets(settings.HOME, "seal")])


def seal_text(text: str) -> str:
    """Return `text` sealed under the instance key (Fernet)."""
    return _fernet().encrypt(text.encode()).decode()


def open_text(sealed: str) -> str:
    """Return what `seal_text` sealed, also under an older key. Raises cryptography's InvalidToken."""
    return _fernet().decrypt(sealed.encode()).decode()


def _keyed(purpose: str, value: str) -> bytes:
    pepper = instance_secret(settings.HOME, "pepper").encode()
    return hmac.digest(pepper, f"{purpose}|{value}".encode(), "sha256")


def normal_handle(handle: str) -> str:
    """Return the handle as it is compared: NFKC, no space around it, case folded."""
    return unicodedata.normalize("NFKC", handle).strip().casefold()


def handle_hash(handle: str) -> str:
    """Return the keyed hash by which a person is found, 64 hex digits."""
    return _keyed("handle", normal_handle(handle)).hex()


def auth_hash(auth: str) -> str:
    """Return what is stored of an auth half, 64 hex digits.

    Cheap on purpose: each guess already costs the browser one Argon2id run (research: encryption 5.2).
    """
    return _keyed("auth", auth).hex()


def same_auth(auth: str, stored: str) -> bool:
    """Whether the auth half fits what is stored, compared in constant time."""
    return hmac.compare_digest(auth_hash(auth), stored)


def fake_kdf(handle: str) -> dict[str, str | int]:
    """Return settings for a handle nobody has: the same at each try, and shaped like real ones."""
    salt = base64.urlsafe_b64encode(_keyed("salt", normal_handle(handle))[:SALT_BYTES]).decode().rstrip("=")
    return {"salt": salt, **KDF_COSTS}


def token_hash(token: str) -> str:
    """Return the SHA-256 of a random token, 64 hex digits. Tokens have 256 bits; no key is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
