"""The words of a notice: the one place that words it. A client reads the same line whatever the cause.

A therapist's or a deputy's line may say which of her duties it is about; none names a client, a count or a practice.
"""

from __future__ import annotations

from intersession.people.models import Person
from intersession.texts import text

# What a professional's notice says, by its kind; any other kind says that something is new.
PROFESSIONAL = {
    "alert": "notice-reading-time",
    "digest": "notice-reading-time",
    "alert-in-hours": "notice-new",
    "overdue": "notice-answer-due",
    "deputy": "notice-answer-late",
    "deadline": "notice-deadline",
}


def line_for(person: Person, kind: str) -> str:
    """Return the one line a notice to this person says; "" when they want none."""
    if person.notice_wording == "none":
        return ""
    if person.is_client or person.notice_wording in ("own", "reminder"):
        return _chosen(person)
    return text(person.language, PROFESSIONAL.get(kind, "notice-new"))


def _chosen(person: Person) -> str:
    if person.notice_wording == "own" and person.notice_words:
        return person.notice_words
    return text(
        person.language, "notice-reminder" if person.notice_wording == "reminder" else "notice-neutral"
    )
