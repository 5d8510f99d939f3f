"""One deadline as a reader sees it: what it is, who asked, when it is due, how it ended, and what its day rests on.

Formats; decides nothing. Codes become words here, so that templates hold none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from intersession.packs.library import name
from intersession.people.models import Relationship
from intersession.portal.requests import PortalRequest
from intersession.portal.shown.findings import Shown, shown
from intersession.records.home import day_in
from intersession.records.models import Deadline
from intersession.records.stamp import findings_of, zone_of
from intersession.rules.records import BreachStep, DeadlineKind
from intersession.texts import day, text, when


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the register. `over`: its day has passed and it is not done. `peer` and `code`: whose it is."""

    id: str
    kind: str
    code: str
    peer: str
    asked: str
    day: str
    due: str
    remark: str
    done: str
    over: bool


def line_of(deadline: Deadline, request: PortalRequest, peers: dict[str, str]) -> Line:
    """Return a deadline's line; `peers` holds the fingerprint of each client by id."""
    lang, over = request.language, is_over(deadline, request.now)
    late = over if deadline.kind != DeadlineKind.RETENTION else must_be_gone(deadline, request)
    relationship = deadline.relationship
    return Line(
        id=deadline.id,
        kind=kind_of(deadline, lang),
        code=code_of(relationship, lang),
        peer=peers.get(relationship.client_id or "", "") if relationship else "",
        asked=text(
            lang,
            f"register-asked-{deadline.asked_by}",
            day=on(deadline.received_at, request),
        ),
        day=day_of(deadline, request),
        due=due_of(deadline, request),
        remark=text(lang, "register-over") if late else "",
        done=outcome_of(deadline, request),
        over=over,
    )


def is_over(deadline: Deadline, now: datetime) -> bool:
    """Whether a deadline is not done and its day has passed."""
    return deadline.done_at is None and deadline.due is not None and deadline.due < now


def must_be_gone(deadline: Deadline, request: PortalRequest) -> bool:
    """Whether the last day on which a record may be kept has passed, and it is not done."""
    at_most, today = deadline.at_most_on, day_in(request.now, zone_of(deadline.basis, request.zone))
    return deadline.done_at is None and at_most is not None and at_most < today


def kind_of(deadline: Deadline, lang: str) -> str:
    """Return what runs out; for a record, which kind of record."""
    if deadline.kind == DeadlineKind.RETENTION:
        return text(lang, f"register-keep-{deadline.records}")
    return text(lang, f"register-kind-{deadline.kind}")


def code_of(relationship: Relationship | None, lang: str) -> str:
    """Return "Client K7PD", empty when the deadline is about nobody."""
    return text(lang, "clients-code", code=relationship.code) if relationship else ""


def on(instant: datetime, request: PortalRequest) -> str:
    """Return the day of an instant in the reader's zone, with its year."""
    return day(day_in(instant, request.zone), request.language, year=True)


def day_of(deadline: Deadline, request: PortalRequest) -> str:
    """Return the day that counts, to the minute for a breach; in words when none is known."""
    if deadline.due is None:
        return text(request.language, "register-no-day")
    if deadline.kind == DeadlineKind.BREACH:
        return when(deadline.due, request.zone, request.language, request.now)
    return day_there(deadline.due, deadline.basis, request)


def day_there(instant: datetime, basis: dict[str, Any], request: PortalRequest) -> str:
    """Return the day of an instant where its days are counted: the same day for both readers, whatever their zones."""
    return day(day_in(instant, zone_of(basis, request.zone)), request.language, year=True)


def due_of(deadline: Deadline, request: PortalRequest) -> str:
    """Return the day with what it is: due then, or kept until then."""
    shown = day_of(deadline, request)
    if deadline.due is None:
        return shown
    kept = deadline.kind == DeadlineKind.RETENTION
    return text(request.language, "register-kept-until" if kept else "register-due", day=shown)


def outcome_of(deadline: Deadline, request: PortalRequest) -> str:
    """Return how and when it ended, empty while it runs."""
    if deadline.done_at is None:
        return ""
    ended = text(request.language, f"register-outcome-{deadline.outcome}")
    return text(request.language, "register-done", outcome=ended, day=on(deadline.done_at, request))


def later_of(deadline: Deadline, request: PortalRequest) -> str:
    """Return that and why the day was put off, empty when it was not."""
    if deadline.extended_until is None or deadline.due_at is None:
        return ""
    why = text(request.language, f"register-later-{deadline.extension_reason}")
    return text(
        request.language,
        "register-put-off",
        first=day_there(deadline.due_at, deadline.basis, request),
        reason=why,
    )


def reasons_of(basis: dict[str, Any], lang: str) -> list[Shown]:
    """Return what a day rests on, in the reader's words."""
    return [shown(each, lang) for each in findings_of(basis)]


def place_of(basis: dict[str, Any], lang: str) -> str:
    """Return the name of the place whose law was asked, empty when none was known."""
    code = str(basis.get("jurisdiction", ""))
    return name(code, lang) if code else ""


def steps_of(deadline: Deadline, request: PortalRequest) -> list[dict[str, Any]]:
    """Return what has to be written down about a breach, each with the day it was ticked."""
    return [
        {
            "code": each.value,
            "label": text(request.language, f"register-step-{each}"),
            "day": on(datetime.fromisoformat(deadline.steps[each]), request)
            if each in deadline.steps
            else "",
        }
        for each in BreachStep
    ]
