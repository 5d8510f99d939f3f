"""Pages travel packed to browsers that take it, and the same page arrives."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_page_is_packed_for_whoever_takes_it():
    plain = Client().get("/sign-in")
    packed = Client().get("/sign-in", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["vary"]
    assert len(packed.content) < len(plain.content) / 2
    assert b"</html>" in gzip.decompress(packed.content)
    assert packed.headers["content-security-policy"] == plain.headers["content-security-policy"]
