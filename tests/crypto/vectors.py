"""Reads the shared vectors: what the browser made (browser.json) and what Python made (python.json)."""

from __future__ import annotations

import base64
import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from intersession.device.device import Device
from intersession.device.opening import OuterRow
from intersession.keys.statements import RosterFacts, read_roster

FOLDER = Path(__file__).parent.parent / "vectors"


@cache
def browser() -> dict[str, Any]:
    """Return the browser's vectors."""
    return json.loads((FOLDER / "browser.json").read_text(encoding="utf-8"))


def blob(text: str) -> bytes:
    """Read base64."""
    return base64.b64decode(text, validate=True)


def device(name: str) -> Device:
    """Return the device of one of the vectors' people."""
    return Device.of(browser()["people"][name])


def certificate(name: str) -> bytes:
    """Return the certificate of one of the vectors' people."""
    return blob(browser()["people"][name]["certificate"])


def certificates() -> list[bytes]:
    """Return all certificates of the vectors' people."""
    return [certificate(name) for name in browser()["people"]]


def roster(at: int = 0) -> RosterFacts:
    """Return one of the conversation's two rosters, verified."""
    return read_roster(blob(browser()["rosters"][at]), certificate("vera"), conv=browser()["conv"])


def outer_row(row: dict[str, Any]) -> OuterRow:
    """Read the server's row about a message."""
    return OuterRow(**{**row, "received_at": datetime.fromisoformat(row["received_at"])})
