"""The shape of what the rules over packs find: how grave it is, which fact says so, what to put into the sentence.

Holds no sentence (those are in `locale/*/findings.ftl`) and decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from intersession.rules.facts import Fact


class Severity(StrEnum):
    """How grave a finding is. ERROR: this may not be done as it stands."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Answer(StrEnum):
    """May these two have contact across these places? Gravest last; no answer ever refuses a client's message."""

    ALLOWED = "allowed"
    LIMITED = "limited"
    ASK = "ask"
    NOT_ALLOWED = "not-allowed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found. `values` fill the sentence `finding-<code>` and `finding-<code>-do` (what to do).

    `fact`: what it rests on, None where nothing is known. `asks`: a question to the therapist, not a rule.
    """

    code: str
    severity: Severity
    values: tuple[tuple[str, str | int], ...] = ()
    fact: Fact | None = None
    asks: bool = False
