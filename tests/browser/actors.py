"""What the cast does in a browser: sign in, unlock, write, wait for a state. Shared by the stories."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pyotp
from playwright.sync_api import Page, expect

import intersession

SLOW = 60_000  # Argon2id on a busy machine


def entry(name: str) -> dict[str, Any]:
    """One of the cast, with passphrase and keys."""
    cast = json.loads((Path(intersession.__file__).parent / "demo" / "cast.json").read_text())
    found: dict[str, Any] = cast["people"][name]
    return found


def code_at(name: str, instant: str) -> str:
    """The six digits of the code app at an ISO instant."""
    return pyotp.TOTP(entry(name)["totp"]).at(datetime.fromisoformat(instant))


def sign_in(page: Page, name: str, at: str, start: str = "/", *, own: bool = False) -> None:
    """Sign in with the passphrase, and the code for professionals; wait for the first page behind it."""
    page.goto(start)
    page.locator("#handle, [name=handle]").first.fill(entry(name)["handle"])
    page.locator("[name=passphrase]").first.fill(entry(name)["passphrase"])
    if entry(name)["totp"]:
        page.locator("[name=code]").fill(code_at(name, at))
    if own:
        page.get_by_label("Only I use this device").check()
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url(lambda url: "/sign-in" not in url, timeout=SLOW)


def unlock(page: Page, name: str) -> None:
    """Type the passphrase into the panel of a locked page."""
    panel = page.locator("[data-part=unlock], .unlock").first
    panel.locator("input[type=password]").fill(entry(name)["passphrase"])
    panel.locator("button[type=submit]").click()


def write(page: Page, kind: str, text: str) -> None:
    """Choose a kind, write, send with one tap."""
    page.locator(f"input[name=kind][value={kind}]").check()
    page.locator("textarea[name=text]").fill(text)
    page.locator("form.composer button[type=submit]").click()


def letter(page: Page, text: str):
    """The letter that holds a text."""
    return page.locator(".letter").filter(has_text=text)


def expect_state(page: Page, text: str, state: str) -> None:
    """Wait until the letter that holds `text` says `state` (a part of its state line, or a pattern)."""
    shown = letter(page, text).locator(".state").first
    expect(shown).to_contain_text(re.compile(state) if "\\" in state else state, timeout=SLOW)
