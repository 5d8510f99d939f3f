"""Real parts for the browser tests: a server process with a seeded practice and a settable clock, and Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parent.parent.parent
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SUNDAY = "2026-11-22T21:41:00+00:00"  # Sunday 22:41 in Berlin


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Portal:
    """A running server. `set_clock` moves its time; `url` is its origin; `home` its data."""

    url: str
    home: Path
    clock: Path
    process: subprocess.Popen[bytes]

    def set_clock(self, instant: str) -> None:
        """Move the server's clock to an ISO 8601 instant and wait until it is there."""
        self.clock.write_text(instant)
        seen = self.clock.with_suffix(".seen")
        deadline = time.monotonic() + 5
        while not seen.exists() or seen.read_text() != instant:
            assert time.monotonic() < deadline, "the server did not take the new time"
            time.sleep(0.02)


def environment(home: Path, url: str) -> dict[str, str]:
    """Return the environment of a server process on its own home."""
    path = os.pathsep.join([str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")])
    own = {
        "INTERSESSION_HOME": str(home),
        "INTERSESSION_ORIGIN": url,
        "PYTHONPATH": path,
        "INTERSESSION_DEMO": "yes",
    }
    return {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "intersession.settings"}


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A seeded practice, made once; each server starts from a copy."""
    home = tmp_path_factory.mktemp("seed") / "home"
    command = [sys.executable, "-m", "intersession", "demo", "--seed-only", "--now", SUNDAY]
    subprocess.run(command, env=environment(home, "http://127.0.0.1:8000"), check=True, timeout=120)
    return home


@pytest.fixture
def start_portal(seed: Path, tmp_path: Path) -> Iterator[Callable[..., Portal]]:
    """Start a server on a copy of the seed (or on an empty home) at an instant."""
    running: list[Portal] = []

    def start(instant: str = SUNDAY, *, empty: bool = False) -> Portal:
        home = tmp_path / f"home{len(running)}"
        if not empty:
            shutil.copytree(seed, home)
        portal = launch(home, tmp_path / f"clock{len(running)}", instant)
        running.append(portal)
        return portal

    yield start
    for portal in running:
        portal.process.terminate()
        portal.process.wait(timeout=10)


def launch(home: Path, clock: Path, instant: str) -> Portal:
    """Start the server process and wait for its first answer."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    clock.write_text(instant)
    env = environment(home, url)
    subprocess.run([sys.executable, "-m", "intersession", "migrate"], env=env, check=True, timeout=60)
    command = [sys.executable, str(ROOT / "tests" / "served.py"), str(port), str(clock)]
    portal = Portal(url, home, clock, subprocess.Popen(command, env=env))
    deadline = time.monotonic() + 20
    while True:
        try:
            urllib.request.urlopen(f"{url}/health", timeout=1).close()
            return portal
        except OSError:
            assert time.monotonic() < deadline, "the server did not start"
            assert portal.process.poll() is None, "the server ended"
            time.sleep(0.1)


@pytest.fixture
def portal(start_portal: Callable[..., Portal]) -> Portal:
    """A server on a copy of the seeded practice, on Sunday 22 November 2026, 22:41 in Berlin."""
    return start_portal()


@pytest.fixture
def browse(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a fresh browser profile on a portal, as one person's device: `page = browse(portal)`.

    The device's clock is set to `at` (an ISO instant) when given. An error in the page fails the test.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_profile(portal: Portal, *, at: str | None = None, width: int = 390, **options: object) -> Page:
        options.setdefault("locale", "en-GB")
        context = chromium.new_context(
            base_url=portal.url, viewport={"width": width, "height": 844}, **options
        )
        contexts.append(context)
        page = context.new_page()
        if at:
            page.clock.install(time=datetime.fromisoformat(at))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None,
        )
        return page

    yield open_profile
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Check a page with axe: `axe(page)` fails with each violation's rule and place."""

    def check(page: Page) -> None:
        # A move from page to page is over when Turbo says so: what is judged is the page that arrived.
        page.wait_for_selector(":root:not([aria-busy])", state="attached")
        # Through the debugger, so that the page's strict CSP stays as it is.
        session = page.context.new_cdp_session(page)
        session.send("Page.setBypassCSP", {"enabled": False})
        session.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
        tags = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']"
        run = f"axe.run(document, {{runOnly: {tags}}}).then(r => JSON.stringify(r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 120))])))"
        result = session.send(
            "Runtime.evaluate", {"expression": run, "awaitPromise": True, "returnByValue": True}
        )
        session.detach()
        assert result["result"]["value"] == "[]", result["result"]["value"]

    return check
