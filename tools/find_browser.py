"""Makes sure the browser tests have a Chromium: an installed one, else the test tool's own, else Debian's package.

Prints its path, or one line that says what to install and fails. Tests are never skipped for want of a browser.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# A download that takes longer than this is not coming.
DOWNLOAD_SECONDS = 300
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def installed() -> str:
    """Return an installed Chromium or Chrome, or an empty string."""
    found = next(filter(None, map(shutil.which, NAMES)), "")
    return found or (str(MAC) if MAC.exists() else "")


def own_download() -> str:
    """Return the browser Playwright downloaded, downloading it when it can be had."""
    quietly([sys.executable, "-m", "playwright", "install", "chromium"])
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else ""


def debian_package() -> str:
    """Install Debian's chromium when this is root on a system with apt, and return its path."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return ""
    quietly(["apt-get", "update", "-qq"])
    quietly(["apt-get", "install", "-y", "-qq", "chromium"])
    return installed()


def quietly(command: list[str]) -> None:
    """Run a command that may fail or hang: whether a browser is there afterwards is all that counts."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(command, env=env, capture_output=True, timeout=DOWNLOAD_SECONDS, check=False)


def main() -> int:
    """Find or fetch a browser and print where it is."""
    for find in (installed, own_download, debian_package):
        if path := find():
            print(f"browser: {path}")
            return 0
    print("browser: none found. Please install Chromium or Google Chrome, then run this again.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
