"""A small law for tests of the register: what Germany says here holds whatever the packs say this year."""

from __future__ import annotations

from typing import Any

import pytest

from intersession.rules.facts import Confidence, Fact, Jurisdiction, Source


def fact(key: str, confidence: str = "high", **value: Any) -> Fact:
    """One fact of the test law."""
    source = Source("Test law", "https://law.example.org/1", "s. 1", "2026-11")
    return Fact(key, "DE", source, Confidence(confidence), "2026-11", value)


ACCESS = fact("access-request", months=1, extension_months=2)
BREACH = fact("breach-notice", hours=72, to="the authority")
TEN_YEARS = fact("retention", records="clinical-record", years=10, starts="end-of-treatment", basis="law")
CONSENT = fact("consent-expiry", say_how_long=True, months=12)
LAW = (ACCESS, BREACH, TEN_YEARS, CONSENT)


def use_law(monkeypatch: pytest.MonkeyPatch, *facts: Fact) -> None:
    """Let every place be one with these facts."""
    monkeypatch.setattr(
        "intersession.records.law.jurisdiction",
        lambda code: Jurisdiction(
            code,
            (code,),
            facts
            and tuple(
                Fact(**{**{name: getattr(each, name) for name in each.__slots__}, "jurisdiction": code})
                for each in facts
            ),
        ),
    )
