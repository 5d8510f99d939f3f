"""A letter as JSON for the modules of the message pages: facts, state line and notices in the reader's language.

The envelope goes along where the reader may open it; nothing here can.
"""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from typing import Any

from intersession.frame import notice_text, state_line
from intersession.messaging.letters import Letter
from intersession.portal.requests import PortalRequest
from intersession.rules.reasons import Reason
from intersession.rules.states import State
from intersession.texts import text

Json = dict[str, Any]
PLAIN = (
    "id",
    "seq",
    "kind",
    "size_class",
    "roster_seq",
    "reply_to",
    "supersedes",
    "agreement",
    "answered_by",
    "handling",
)
INSTANTS = (
    "received_at", "alert_at", "seen_by", "answer_by", "released_at", "opened_at", "answered_at", "withdrawn_at",
    "replaced_at", "more_time_until", "overdue_at",
)  # fmt: skip
KEYS = {"reply_to", "supersedes", "agreement", "answered_by"}


def letter_json(letter: Letter, language: str, zone: str, now: datetime) -> Json:
    """Return what docs/api of the message doors calls `Meta`; instants are RFC 3339 UTC, the envelope base64."""
    message = letter.message
    plain = {name: getattr(message, f"{name}_id" if name in KEYS else name) for name in PLAIN}
    instants = {name: iso_or_none(getattr(message, name)) for name in INSTANTS}
    return {
        **plain,
        **instants,
        "mine": letter.mine,
        "author": message.author_id,
        "author_fp": letter.author_fp,
        "sha256": message.body_sha256,
        "due": iso_or_none(letter.due),
        "session_at": iso_or_none(letter.session_at),
        "waiting": letter.waiting,
        "can_change": letter.can_change,
        "may_open": letter.may_open,
        "opened_outside": message.opening_outside_hours,
        "state": state_json(letter.state, language, zone, now),
        "notices": [
            {"code": each.code, "text": notice_text(each, language, zone, now)} for each in letter.notices
        ],
        "reasons": message.reasons,
        "body": b64encode(letter.body).decode() if letter.body is not None else None,
    }


def state_json(state: State, language: str, zone: str, now: datetime) -> Json:
    """Return a state's code and its sentence; both are empty where nothing is shown."""
    return {"code": state.code, "text": state_line(state, language, zone, now) if state.code else ""}


def composer_json(closed: Reason | None, language: str) -> Json:
    """Return whether writing is open and, if not, the sentence that says why."""
    if closed is None:
        return {"open": True, "code": "", "text": ""}
    return {"open": False, "code": closed.value, "text": text(language, f"error-{closed.value}")}


def states_json(letters: tuple[Letter, ...], request: PortalRequest) -> Json:
    """Return the state lines of letters by message id."""
    return {
        letter.message.id: state_json(letter.state, request.language, request.zone, request.now)
        for letter in letters
    }


def iso_or_none(instant: datetime | None) -> str | None:
    """Return an instant as RFC 3339 in UTC, or None."""
    return instant.isoformat() if instant else None
