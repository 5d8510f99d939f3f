"""Writes tests/vectors/python.json: what the Python device makes, for the browser's core to open and refuse.

Run by hand: `python tests/crypto/make_python_vectors.py`. It uses the people of browser.json.
"""

from __future__ import annotations

import base64
import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from crypto.vectors import FOLDER, browser, certificate, certificates, device, roster
from intersession.device.device import Device, Reader
from intersession.keys.statements import read_roster

NOW = datetime(2026, 11, 22, 22, 41, 7, 123000, tzinfo=UTC)


def text(data: bytes) -> str:
    """Return base64."""
    return base64.b64encode(data).decode()


def _outer(sealed, seq):
    inner = sealed.inner
    return {
        "id": inner.msg,
        "conv": inner.conv,
        "kind": inner.kind,
        "author": inner.from_,
        "roster_seq": seq,
        "received_at": inner.sent_text,
        "reply_to": inner.reply_to,
        "supersedes": inner.supersedes,
    }


def _messages():
    vera, facts = device("vera"), roster()
    vera.dev = "python-desk"
    found = []
    for vector in browser()["inner"]:
        sealed = vera.seal(vector["text"], facts, certificates(), now=NOW)
        found.append(
            {
                "text": vector["text"],
                "inner_id": sealed.inner_id,
                "body": text(sealed.body),
                "outer": _outer(sealed, 1),
            }
        )
    return found


def _stranger():
    """A conversation of its own, with somebody whose key Python made (it signs with a subkey)."""
    vera, made = device("vera"), Device.new()
    conv = "01KAQ0000000000000000000C9"
    readers = [Reader(vera.certificate, "therapist"), Reader(made.certificate, "client", label="P.")]
    data = vera.make_roster(conv, readers, now=NOW - timedelta(days=1))
    facts = read_roster(data, vera.certificate, conv=conv)
    sealed = made.seal("From another tool.", facts, [vera.certificate, made.certificate], now=NOW)
    return {
        "conv": conv,
        "certificate": text(made.certificate),
        "fingerprint": made.fingerprint,
        "roster": text(data),
        "roster_sha256": facts.sha256,
        "body": text(sealed.body),
        "outer": _outer(sealed, 1),
    }


def main() -> None:
    """Write the file."""
    conv, vera, alma = browser()["conv"], device("vera"), device("alma")
    vera.dev = "python-desk"
    ids = [("01KAQ0000000000000000000M1", "ab" * 32)]
    document = '{"clauses":["a","b"],"version":1}'
    vectors = {
        "about": "Made by tests/crypto/make_python_vectors.py with the people of browser.json.",
        "messages": _messages(),
        "stranger": _stranger(),
        "statements": [
            text(vera.sign_statement("ack", conv, ids, now=NOW)),
            text(vera.sign_statement("more-time", conv, ids, now=NOW, until=NOW + timedelta(days=5))),
        ],
        "agreement": {"document": document, "signature": text(alma.sign_document(document.encode()))},
        "certificate": text(certificate("vera")),
    }
    target = FOLDER / "python.json"
    target.write_text(json.dumps(vectors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
