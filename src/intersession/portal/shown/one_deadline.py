"""One deadline's page: what its day rests on, and which forms fit it now. Decides nothing."""

from __future__ import annotations

from typing import Any

from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.deadlines import (
    day_there,
    is_over,
    later_of,
    line_of,
    place_of,
    reasons_of,
    steps_of,
)
from intersession.portal.shown.prints import client_fingerprints
from intersession.records.actions import farthest_day, time_is_over
from intersession.records.home import day_in
from intersession.records.models import Deadline
from intersession.rules.records import LATER, OUTCOMES, DeadlineKind, WhyThatDay
from intersession.texts import day, text


def deadline_context(deadline: Deadline, request: PortalRequest) -> dict[str, Any]:
    """Return what the page of a deadline shows."""
    lang, kind = request.language, DeadlineKind(deadline.kind)
    return {
        "line": line_of(deadline, request, client_fingerprints(me(request))),
        "deadline": deadline,
        "breach": kind is DeadlineKind.BREACH,
        "kept": kind is DeadlineKind.RETENTION,
        "later": later_of(deadline, request),
        "word": text(lang, f"register-word-{deadline.due_reason}") if deadline.due_reason else "",
        "at_most": day(deadline.at_most_on, lang, year=True) if deadline.at_most_on else "",
        "findings": reasons_of(deadline.basis, lang),
        "place": place_of(deadline.basis, lang),
        "steps": steps_of(deadline, request),
        **_forms(deadline, kind, request),
    }


def _forms(deadline: Deadline, kind: DeadlineKind, request: PortalRequest) -> dict[str, Any]:
    """Return which forms fit now, with what can be chosen in them."""
    lang, running = request.language, deadline.done_at is None
    may_finish = running and (kind is not DeadlineKind.RETENTION or time_is_over(deadline, request.now))
    outcomes = OUTCOMES[kind] if may_finish else ()
    farthest = farthest_day(deadline)
    return {
        "may_date": running and (deadline.due_at is None or deadline.due_reason),
        "may_extend": running and deadline.due and not is_over(deadline, request.now),
        "words": [(each.value, text(lang, f"register-word-{each}")) for each in WhyThatDay],
        "reasons": [(each.value, text(lang, f"register-later-{each}")) for each in LATER[kind]],
        "outcomes": [(each.value, text(lang, f"register-outcome-{each}")) for each in outcomes],
        "farthest": day_there(farthest, deadline.basis, request) if farthest else "",
        "farthest_value": day_in(farthest, deadline.zone).isoformat() if farthest else "",
    }
