"""Shared by all tests: a home of its own, sockets closed but for loopback."""

from __future__ import annotations

import os
import tempfile

# Before Django reads its settings: pytest-django loads them when this file has run.
os.environ.setdefault("INTERSESSION_HOME", tempfile.mkdtemp(prefix="intersession-test-"))
os.environ["DJANGO_SETTINGS_MODULE"] = "intersession.settings"

import django
import pytest
from pytest_socket import enable_socket, socket_allow_hosts

django.setup()


@pytest.fixture(autouse=True)
def closed_sockets():
    """Only this machine may be talked to."""
    enable_socket()
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    yield
    enable_socket()
