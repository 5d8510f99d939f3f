"""One client's record on its page: its deadlines and holds, what it holds, what stands before an erasure. Decides nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from intersession.people.models import Relationship
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.deadlines import code_of, line_of, on
from intersession.portal.shown.erasures import items
from intersession.portal.shown.prints import client_fingerprint, client_fingerprints
from intersession.records.erasing import keeping_of
from intersession.records.models import Deadline, Erasure, LegalHold
from intersession.records.taking import list_record
from intersession.rules.erasing import Keeping, before_proposing
from intersession.rules.records import WhyErased, WhyHeld
from intersession.texts import text


def record_context(relationship: Relationship, request: PortalRequest) -> dict[str, Any]:
    """Return what the page of a record shows."""
    lang, peers = request.language, client_fingerprints(me(request))
    rows = Deadline.objects.of(me(request)).filter(relationship=relationship).order_by("-created_at")
    keeping = keeping_of(relationship)
    return {
        "relationship": relationship,
        "code": code_of(relationship, lang),
        "peer": client_fingerprint(relationship),
        "ended": on(relationship.ended_at, request) if relationship.ended_at else "",
        "deadlines": [line_of(each, request, peers) for each in rows],
        "held": keeping.held,
        "holds": _holds(relationship, request),
        "reasons": [(each.value, text(lang, f"register-held-{each}")) for each in WhyHeld],
        "items": items(list_record(relationship), request),
        "erasure": Erasure.objects.filter(relationship=relationship, cancelled_at=None).first(),
        **_erasing(keeping, request.now, lang),
    }


def _erasing(keeping: Keeping, now: datetime, lang: str) -> dict[str, Any]:
    """Return what stands before an erasure, and the grounds there can be; a client's age only where it is asked for."""
    block = before_proposing(keeping, WhyErased.TIME_OVER, now)
    free = [each for each in WhyErased if before_proposing(keeping, each, now) is None]
    grounds = [each for each in free if block or each is not WhyErased.OF_AGE]
    return {
        "grounds": [(each.value, text(lang, f"register-ground-{each}")) for each in grounds],
        "blocked": text(lang, f"error-erasure-{block}") if block else "",
    }


def _holds(relationship: Relationship, request: PortalRequest) -> list[dict[str, str]]:
    holds = LegalHold.objects.filter(relationship=relationship).order_by("-placed_at")
    return [
        {
            "reason": text(request.language, f"register-held-{each.reason}"),
            "placed": on(each.placed_at, request),
            "lifted": on(each.lifted_at, request) if each.lifted_at else "",
        }
        for each in holds
    ]
