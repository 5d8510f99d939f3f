"""An erasure as the therapist sees it: what would go, when it may be confirmed; afterwards its certificate, for paper too."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from intersession.audit.models import Entry
from intersession.audit.tags import Tag
from intersession.portal.requests import PortalRequest
from intersession.portal.shown.deadlines import code_of, day_there, on, reasons_of
from intersession.records.models import Erasure
from intersession.records.taking import Listing
from intersession.rules.erasing import LAPSE, PAUSE
from intersession.texts import on_paper, text, when


def items(listing: Listing, request: PortalRequest) -> list[dict[str, str | int]]:
    """Return one line for each kind of which there is anything: its name, how many, from when to when."""
    return [
        {
            "label": text(request.language, f"register-item-{kind}"),
            "count": int(each["count"]),
            "dates": _dates(each["oldest"], each["newest"], request),
        }
        for kind, each in listing.items()
        if each["count"]
    ]


def _dates(oldest: str | None, newest: str | None, request: PortalRequest) -> str:
    if not oldest or not newest:
        return ""
    days = [on(datetime.fromisoformat(each), request) for each in (oldest, newest)]
    return (
        days[0]
        if days[0] == days[1]
        else text(request.language, "register-from-to", first=days[0], last=days[1])
    )


def erasure_context(erasure: Erasure, request: PortalRequest) -> dict[str, Any]:
    """Return what the page of one erasure shows."""
    lang, from_at = request.language, erasure.proposed_at + PAUSE
    chain = erasure.relationship.conversation.id
    entry = Entry.objects.filter(chain=chain, tag=Tag.ERASURE_DONE.value).first()
    return {
        "erasure": erasure,
        "code": code_of(erasure.relationship, lang),
        "items": items(erasure.erased or erasure.listing, request),
        "ground": text(lang, f"register-ground-{erasure.ground}"),
        "basis": [_basis(each, request) for each in erasure.basis],
        "is_open": erasure.done_at is None and erasure.cancelled_at is None,
        "may_confirm": from_at <= request.now <= erasure.proposed_at + LAPSE,
        "from_at": when(from_at, request.zone, lang, request.now),
        "until_at": when(erasure.proposed_at + LAPSE, request.zone, lang, request.now),
        "done": on_paper(erasure.done_at, request.zone, lang) if erasure.done_at else "",
        "done_on": on(erasure.done_at, request) if erasure.done_at else "",
        "entry": entry,
    }


def _basis(stored: dict[str, Any], request: PortalRequest) -> dict[str, Any]:
    lang, until = request.language, stored["until"]
    return {
        "records": text(lang, f"register-keep-{stored['records']}"),
        "until": day_there(datetime.fromisoformat(until), stored["law"], request)
        if until
        else text(lang, "register-no-day"),
        "word": text(lang, f"register-word-{stored['reason']}") if stored["reason"] else "",
        "reasons": reasons_of(stored["law"], lang),
    }
