"""Our formats open with standard tools and a few lines: no code of ours is needed in ten years (docs/encryption.md).

Uses `sq` when it reads RFC 9580 (1.0 and later), else pysequoia; the test's name says which it was.
"""

from __future__ import annotations

import base64
import email
import hashlib
import hmac
import json
import re
import shutil
import subprocess

import pytest
from pysequoia import Cert, Tsk, decrypt

from crypto.vectors import blob, browser


def _sq() -> str:
    """Return sq's version when it reads v6 objects, else nothing. Debian 12's 0.27 does not."""
    path = shutil.which("sq")
    if path is None:
        return ""
    said = subprocess.run([path, "version"], capture_output=True, text=True, check=False)
    found = re.search(r"sq (\d+)\.(\d+)\.\d+", said.stdout + said.stderr)
    return found[0].replace(" ", "-") if found and int(found[1]) >= 1 else ""


TOOL = _sq() or "pysequoia"


def open_with_password(tmp_path, data, password):
    if TOOL == "pysequoia":
        return bytes(decrypt(data, passwords=[password]).bytes)
    (tmp_path / "box").write_bytes(data)
    (tmp_path / "password").write_text(password)
    command = ["sq", "--home=none", "decrypt", "--password-file", tmp_path / "password", tmp_path / "box"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def open_with_key(tmp_path, data, key, signer):
    if TOOL == "pysequoia":
        cert = Cert.from_bytes(signer)
        return bytes(decrypt(data, Tsk.from_bytes(key).decryptor(), store=lambda _ids: [cert]).bytes)
    (tmp_path / "message").write_bytes(data)
    (tmp_path / "key").write_bytes(key)
    (tmp_path / "signer").write_bytes(signer)
    command = ["sq", "--home=none", "decrypt", "--recipient-file", tmp_path / "key"]
    command += ["--signer-file", tmp_path / "signer", tmp_path / "message"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def hkdf(secret: bytes, info: str) -> bytes:
    """RFC 5869 with SHA-256, an empty salt and 32 bytes, from the standard library only."""
    extracted = hmac.digest(bytes(32), secret, "sha256")
    return hmac.digest(extracted, info.encode() + b"\x01", "sha256")


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@pytest.mark.parametrize("tool", [TOOL])
def test_from_the_printed_code_to_a_letter(tool, tmp_path):
    given = browser()["unlocking"]
    letters = given["recovery"]["text"].replace("-", "")
    bits = 0
    for at, letter in enumerate(letters):
        if at % 4 < 3:
            bits = bits << 5 | "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".index(letter)
    code = (bits >> 5).to_bytes(20, "big")

    slot = next(slot for slot in given["slots"] if slot["type"] == "recovery")
    password = base64url(hkdf(code, f"is1|slot|{given['account']}|recovery|{slot['id']}"))
    vault_password = open_with_password(tmp_path, blob(slot["data"]), password).decode()
    vault = json.loads(open_with_password(tmp_path, blob(given["vault"]), vault_password))

    letter = browser()["messages"][2]
    alma = blob(browser()["people"]["alma"]["certificate"])
    inner = open_with_key(tmp_path, blob(letter["body"]), blob(vault["privateKey"]), alma)
    assert hashlib.sha256(inner).hexdigest() == letter["inner_id"]
    facts, words, _padding = email.message_from_bytes(inner).get_payload()
    assert json.loads(facts.get_payload(decode=True))["kind"] == "message"
    assert words.get_payload(decode=True).decode().replace("\r\n", "\n") == letter["text"]
