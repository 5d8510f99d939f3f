"""Takes the pictures for docs/pictures from a demo that runs: `.venv/bin/python tools/pictures.py http://127.0.0.1:8000`.

Six main pages, 390 and 1280 px wide, light; the client's also in dark. Needs an installed Chromium.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pyotp
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "pictures"
CAST = json.loads((ROOT / "src" / "intersession" / "demo" / "cast.json").read_text())["people"]
PAGES = {
    "anyone": [("help", "/help/de"), ("sign-in", "/sign-in")],
    "alma": [("messages", "/messages"), ("agreement", "/agreement"), ("settings", "/settings")],
    "vera": [
        ("inbox", "/inbox"),
        ("thread", "/thread/{relationship}"),
        ("agreements", "/agreements/{other}"),
        ("hours", "/hours"),
        ("clients", "/clients"),
    ],
}
WIDTHS = (390, 1280)


def sign_in(page: Page, name: str) -> None:
    """Sign one of the cast in."""
    page.goto("/sign-in")
    page.wait_for_selector("main button[type=submit]:not([disabled])")
    page.fill("[name=handle]", CAST[name]["handle"])
    page.fill("[name=passphrase]", CAST[name]["passphrase"])
    if CAST[name]["totp"]:
        page.fill("[name=code]", pyotp.TOTP(CAST[name]["totp"]).now())
    page.click("main button[type=submit]")
    page.wait_for_url(lambda url: "/sign-in" not in url, timeout=60_000)
    page.wait_for_timeout(2500)


def go(page: Page, address: str) -> None:
    """Follow a link inside the page, so that the keys stay."""
    script = "a => { const l = document.createElement('a'); l.href = a; document.querySelector('main').append(l); l.click(); }"
    page.evaluate(script, address)
    page.wait_for_timeout(2500)


def relationships(page: Page) -> dict[str, str]:
    """Return the addresses of the two relationships, the one with an agreement first."""
    go(page, "/clients")
    rows = page.locator("main a[href^='/thread/']").evaluate_all(
        "ls => ls.map(l => l.getAttribute('href').split('/').pop())"
    )
    names = page.locator("main a[href^='/thread/']").evaluate_all(
        "ls => ls.map(l => l.closest('li,tr').innerText)"
    )
    alma = next((row for row, name in zip(rows, names, strict=True) if "Alma" in name), rows[-1])
    return {"relationship": alma, "other": next(row for row in rows if row != alma)}


def take(browser: Browser, url: str, who: str, scheme: str) -> None:
    """Take one person's pages."""
    context = browser.new_context(
        base_url=url, locale="en-GB", timezone_id="Europe/Berlin", color_scheme=scheme
    )
    page = context.new_page()
    values: dict[str, str] = {}
    if who != "anyone":
        sign_in(page, who)
    if who == "vera":
        values = relationships(page)
    for name, address in PAGES[who]:
        go(page, address.format(**values)) if who != "anyone" else page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            page.wait_for_timeout(400)
            ending = "" if scheme == "light" else "-dark"
            page.screenshot(path=OUT / f"{name}-{width}{ending}.png", full_page=True)
    context.close()


def main() -> None:
    """Take all pictures; `--dark` takes dark ones too."""
    OUT.mkdir(parents=True, exist_ok=True)
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for scheme in ("light", "dark") if "--dark" in sys.argv else ("light",):
            for who in PAGES:
                take(browser, sys.argv[1], who, scheme)


if __name__ == "__main__":
    main()
