"""Shared by all tests: a home of its own, sockets closed but for loopback."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

# Before Django reads its settings: pytest-django loads them when this file has run.
os.environ.setdefault("INTERSESSION_HOME", tempfile.mkdtemp(prefix="intersession-test-"))
os.environ["DJANGO_SETTINGS_MODULE"] = "intersession.settings"

import django
import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_socket import enable_socket, socket_allow_hosts

django.setup()

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(autouse=True)
def closed_sockets():
    """Only this machine may be talked to."""
    enable_socket()
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    path = path or (mac if Path(mac).exists() else None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()
