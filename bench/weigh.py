"""Weighs a client's thread (target P10: at most 150 kB with gzip): every byte from an empty cache to open letters.

Run against a demo: .venv/bin/python bench/weigh.py http://127.0.0.1:8000. Prints a table; asserts nothing. Needs an
installed Chromium. The service worker is left out: what it keeps (the help page) is fetched after the page, once.

Measured on 24 November 2026, the demo's seven letters: 155 kB with gzip, 137 kB as sent (a browser takes Brotli), 172 and
170 kB before modules shared files, the page was packed and the mail parser went. 81 kB are OpenPGP.js and Argon2id, 26 kB
Turbo; their packages are single files that can't be taken apart without changing them, so 150 kB with gzip is not reached.
"""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Page, Request, StorageState, sync_playwright

ROOT = Path(__file__).parent.parent
ALMA = json.loads((ROOT / "src" / "intersession" / "demo" / "cast.json").read_text())["people"]["alma"]
SLOW = 60_000
SETTLED = 2500


@dataclass(frozen=True)
class Weight:
    """What one request cost, in bytes: `body` as it travelled, `packed` with gzip whatever travelled, `heads` around it."""

    path: str
    kind: str
    body: int
    packed: int
    heads: int


def content(page: Page, request: Request) -> bytes:
    """Return the body of an answer, unpacked."""
    response = request.response()
    try:
        return response.body() if response else b""
    except Error:
        # A Worker's files are not kept by the debugger: the same address once more, as it never changes.
        return page.request.get(request.url).body()


def weighed(page: Page, request: Request) -> Weight | None:
    """Return what a finished request cost; none for what came from the cache or never ends (the live stream)."""
    response = request.response()
    if response is None or urlsplit(request.url).path == "/live":
        return None
    sizes = request.sizes()
    if sizes["responseBodySize"] < 0:
        return None
    packed = len(gzip.compress(content(page, request), 9, mtime=0))
    path = urlsplit(request.url).path
    return Weight(
        path, request.resource_type, sizes["responseBodySize"], packed, sizes["responseHeadersSize"]
    )


def unlocked(page: Page) -> None:
    """Type the passphrase and wait for opened letters."""
    page.fill("input[type=password]", ALMA["passphrase"])
    page.press("input[type=password]", "Enter")
    page.wait_for_selector(".letter-text[data-open=yes]", timeout=SLOW)
    page.wait_for_timeout(SETTLED)


def signed_in(browser: Browser, url: str) -> StorageState:
    """Return Alma's cookies after a sign-in in a profile of its own."""
    context = browser.new_context(base_url=url, locale="en-GB")
    page = context.new_page()
    page.goto("/sign-in")
    page.fill("[name=handle]", ALMA["handle"])
    page.fill("[name=passphrase]", ALMA["passphrase"])
    page.click("main button[type=submit]")
    page.wait_for_url(lambda address: "/sign-in" not in address, timeout=SLOW)
    return {"cookies": context.storage_state()["cookies"], "origins": []}


def thread(browser: Browser, url: str) -> list[Weight]:
    """Load the thread with an empty cache, open the letters, return what each request cost."""
    state = signed_in(browser, url)
    context = browser.new_context(base_url=url, locale="en-GB", service_workers="block", storage_state=state)
    page = context.new_page()
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))
    page.goto("/messages")
    page.wait_for_selector("input[type=password]", timeout=SLOW)
    unlocked(page)
    return [weight for request in finished if (weight := weighed(page, request))]


def main() -> None:
    """Print every request, heaviest first, and the sums."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        weights = thread(browser, sys.argv[1])
        browser.close()
    print(f"{'':44} {'kind':11} {'gzip':>8} {'as sent':>8} {'headers':>8}")
    for one in sorted(weights, key=lambda weight: -weight.packed):
        print(f"{one.path[:44]:44} {one.kind:11} {one.packed:8} {one.body:8} {one.heads:8}")
    sums = [sum(column) for column in zip(*((w.packed, w.body, w.heads) for w in weights), strict=True)]
    print(f"{f'all {len(weights)}':44} {'':11} {sums[0]:8} {sums[1]:8} {sums[2]:8}")
    page = [weight for weight in weights if weight.kind != "fetch"]
    packed, sent = sum(weight.packed for weight in page), sum(weight.body for weight in page)
    print(f"without letters and keys: {packed / 1000:.1f} kB with gzip, {sent / 1000:.1f} kB as sent")


if __name__ == "__main__":
    main()
