"""The instance's own secrets: made once, kept in one file beside the data, never in the database.

Holds the key that seals log-in handles and notice addresses at rest, and the peppers. A copy of the database
without this file is not a list of who is in therapy.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from functools import lru_cache
from pathlib import Path

NAMES = ("django", "pepper", "seal")


@lru_cache(maxsize=8)
def _secrets(home: Path) -> dict[str, str]:
    path = home / "instance.json"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = {name: base64.urlsafe_b64encode(secrets.token_bytes(32)).decode() for name in NAMES}
        # Written aside and linked: two processes that start at once agree on one file.
        aside = home / f".instance.{os.getpid()}"
        aside.touch(mode=0o600)
        aside.write_text(json.dumps(made))
        try:
            os.link(aside, path)
        except FileExistsError:
            pass
        finally:
            aside.unlink()
    loaded: dict[str, str] = json.loads(path.read_text())
    return loaded


def instance_secret(home: Path, name: str) -> str:
    """Return the secret `name` (32 bytes, base64url); makes the file, mode 0600, when there is none."""
    return _secrets(home)[name]


def instance_secrets(home: Path, name: str) -> list[str]:
    """Return the secret `name` and then its older ones (`name-1`, `name-2`, …), kept to open what they sealed."""
    return [
        value for key, value in sorted(_secrets(home).items()) if key == name or key.startswith(f"{name}-")
    ]
