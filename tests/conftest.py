"""Shared by all tests: a home of its own, sockets closed but for loopback, the clock free to travel."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("INTERSESSION_HOME", tempfile.mkdtemp(prefix="intersession-test-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "intersession.settings")

import pytest
from pytest_socket import enable_socket, socket_allow_hosts


@pytest.fixture(autouse=True)
def closed_sockets():
    """Only this machine may be talked to."""
    enable_socket()
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    yield
    enable_socket()
