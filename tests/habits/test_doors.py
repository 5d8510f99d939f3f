"""Every address has an owner in portal/access.py, and nothing there names an address that is gone."""

from __future__ import annotations

from django.urls import URLPattern, get_resolver

from intersession.portal.access import ACCESS


def names() -> list[str]:
    return [p.name for p in get_resolver().url_patterns if isinstance(p, URLPattern)]


def test_every_address_has_a_name_and_an_owner():
    assert [n for n in names() if n not in ACCESS] == []


def test_no_owner_without_an_address():
    assert set(ACCESS) - set(names()) == set()


def test_no_address_is_listed_twice():
    assert len(names()) == len(set(names()))
