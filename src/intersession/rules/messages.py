"""Decides what happens to a client's message: when the therapist is alerted, and by when it is seen and
answered.

Never refuses one: what waits is the alert, not the message. The therapist's own messages are in
own_messages.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from intersession.rules.codec import Json, to_json
from intersession.rules.findings import Answer
from intersession.rules.hours import (
    ONE_DAY,
    Moment,
    alert_after,
    day_plan,
    in_weekly_hours,
    local_date,
    moment_of,
    opening_after,
)
from intersession.rules.promises import add_promise
from intersession.rules.reasons import Reason
from intersession.rules.schedule import Promise, Schedule
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import AgreementState, Channel, ContentClass, Handling, Kind, Unit

HANDLING = {
    Kind.QUESTION: Handling.ALERT,
    Kind.PRACTICAL: Handling.ALERT,
    Kind.NO_ANSWER: Handling.QUIET,
    Kind.FOR_SESSION: Handling.AGENDA,
}
# A word of prose with its space and Markdown is rarely above this; a size class then proves a length,
# never guesses.
BYTES_A_WORD = 12
# What the writer's own choice of kind may carry at most; a question may turn personal, a note waits for
# the room.
CONTENT = {
    Kind.QUESTION: ContentClass.PERSONAL,
    Kind.PRACTICAL: ContentClass.LOGISTICS,
    Kind.NO_ANSWER: ContentClass.PERSONAL,
    Kind.FOR_SESSION: ContentClass.NOTICES,
}
CLOSURES = (Reason.ABSENCE, Reason.ABSENCE_COVERED, Reason.HOLIDAY)
# Reasons the writer is told about in a sentence of their own.
TOLD = frozenset(
    {
        Reason.NO_ANSWER_EXPECTED,
        Reason.KEPT_FOR_SESSION,
        Reason.OUT_OF_AREA,
        Reason.CHANNEL_NOT_AGREED,
        Reason.CHANNEL_NOT_FOR_CONTENT,
        Reason.SUITABILITY_LIMITS,
        Reason.AGREEMENT_REVIEW_DUE,
    }
)
OVERDUE_GRACE = Promise(4, Unit.WORKING_HOURS)
MAX_DAYS_EXPLAINED = 400


@dataclass(frozen=True, slots=True)
class Submission:
    """What the rules may know of a client's message; its text is sealed.

    `words` is known only where the text is (the writer's device, `frame explain`); the server knows
    `size_class`, the padded size in kB. `sent_in_window` counts earlier messages of the last seven
    days, notes for the session left out. `place` is the declared place (ISO 3166), None when unknown;
    `contact` what the law of the two places says of it (rules/place.py), None when nobody asked.
    """

    kind: Kind
    channel: Channel = Channel.PORTAL
    words: int | None = None
    size_class: int | None = None
    sent_in_window: int = 0
    place: str | None = None
    next_session_at: datetime | None = None
    review_on: date | None = None
    contact: Answer | None = None


class Notice(NamedTuple):
    """Something to tell the writer: a code with a text in every language, and its values."""

    code: str
    values: tuple[tuple[str, str | int | datetime], ...] = ()


class Decision(NamedTuple):
    """What was promised for a message. Instants are UTC; None: no such instant."""

    handling: Handling
    alert_at: datetime | None
    seen_by: datetime | None
    answer_by: datetime | None
    reasons: tuple[Reason, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class OverdueStep:
    """One thing that happens when an answer is late: "remind-therapist" or "tell-deputy"."""

    kind: str
    at: datetime


def decide_message(terms: Terms, submission: Submission, now: datetime) -> Decision:
    """Return handling, times, reasons and notices for a client's message sent at `now` (UTC).

    Semantics: frame.md section 4. There is no refusal.
    """
    kind = submission.kind
    schedule = terms.schedule
    side = _side_reasons(terms, submission, now)
    if kind is Kind.FOR_SESSION:
        reasons = (Reason.KEPT_FOR_SESSION, *side)
        notices = _notices(terms, submission, reasons, Timing(None, None, ()))
        return Decision(Handling.AGENDA, None, None, None, reasons, notices)
    moment = moment_of(schedule, now)
    timing = _timing(schedule, moment)
    session = submission.next_session_at
    answer_by = None
    if kind is not Kind.NO_ANSWER:
        answer_by = add_promise(schedule, answer_promise(terms, kind), now, session, moment.day)
    expected = (Reason.NO_ANSWER_EXPECTED,) if kind is Kind.NO_ANSWER else ()
    reasons = (*expected, *timing.reasons, *side)
    seen_by = add_promise(schedule, terms.answers.seen, now, session, moment.day)
    notices = _notices(terms, submission, reasons, timing)
    return Decision(HANDLING[kind], timing.alert_at, seen_by, answer_by, reasons, notices)


def answer_promise(terms: Terms, kind: Kind) -> Promise:
    """Return the promise for an answer: practical messages may have their own."""
    practical = terms.answers.practical
    return practical if kind is Kind.PRACTICAL and practical else terms.answers.answered


class Timing(NamedTuple):
    """When she reads next, when she is alerted, why then, who stands in ("" for nobody), and whether it is a
    closed period.
    """

    opening: datetime | None
    alert_at: datetime | None
    reasons: tuple[Reason, ...]
    cover: str = ""
    closed: bool = False


def _timing(schedule: Schedule, moment: Moment) -> Timing:
    """Return the alert and its reasons: first what keeps her away longest."""
    opening = opening_after(moment)
    alert_at = alert_after(moment)
    if opening == moment.at:
        inside = (Reason.IN_HOURS,) if alert_at == opening else (Reason.IN_HOURS, Reason.ALERT_SLOT)
        return Timing(opening, alert_at, inside)
    key = moment.day, alert_at
    closures = schedule.closures.get(key)
    if closures is None:
        closures = schedule.closures[key] = _closures(schedule, *key)
    reasons = [reason for reason in CLOSURES if reason in closures] if closures else []
    if not closures or not in_weekly_hours(schedule, moment):
        reasons.append(Reason.OUTSIDE_HOURS)
    if alert_at != opening:
        reasons.append(Reason.ALERT_SLOT)
    cover = closures.get(Reason.ABSENCE_COVERED, "")
    return Timing(opening, alert_at, tuple(reasons), cover, closed=True)


def _closures(schedule: Schedule, day: date, alert_at: datetime | None) -> dict[str, str]:
    """Return what took away reading hours from `day` to the alert, each with the cover's name or ""."""
    found: dict[str, str] = {}
    for _ in range(MAX_DAYS_EXPLAINED if alert_at else 1):
        spans, _slots, closed_by, cover = day_plan(schedule, day)
        if closed_by == "absence":
            found.setdefault(Reason.ABSENCE_COVERED if cover else Reason.ABSENCE, cover)
        elif closed_by:
            found[Reason.HOLIDAY] = ""
        if alert_at and spans and spans[-1][1] >= alert_at:
            break
        day += ONE_DAY
    return found


def is_review_due(schedule: Schedule, review_on: date | None, now: datetime) -> bool:
    """Whether the agreement's review day has passed on the therapist's calendar. The agreement still holds."""
    return review_on is not None and local_date(schedule, now) > review_on


def _side_reasons(terms: Terms, submission: Submission, now: datetime) -> list[Reason]:
    """Return the reasons that change no time but belong to be said."""
    agreed = terms.channel(submission.channel)
    needed = CONTENT[submission.kind]
    found: list[Reason] = []
    if agreed is None:
        found.append(Reason.CHANNEL_NOT_AGREED)
    elif agreed.content is not needed and agreed.content.rank < needed.rank:
        limited = terms.suitability is not None and terms.suitability.content.rank < needed.rank
        found.append(Reason.SUITABILITY_LIMITS if limited else Reason.CHANNEL_NOT_FOR_CONTENT)
    if _is_elsewhere(terms, submission):
        found.append(Reason.OUT_OF_AREA)
    if is_review_due(terms.schedule, submission.review_on, now):
        found.append(Reason.AGREEMENT_REVIEW_DUE)
    guide = terms.guide
    if guide.words and words_at_least(submission) > guide.words:
        found.append(Reason.OVER_GUIDE_LENGTH)
    counted = submission.kind is not Kind.FOR_SESSION
    if counted and guide.messages_per_week and submission.sent_in_window >= guide.messages_per_week:
        found.append(Reason.OVER_GUIDE_COUNT)
    return found


def _is_elsewhere(terms: Terms, submission: Submission) -> bool:
    """Whether contact is limited or open to question where the writer is. It changes no time and refuses nothing."""
    if submission.contact is not None:
        return submission.contact is not Answer.ALLOWED
    return submission.place is not None and not is_in_area(terms, submission.place)


def is_in_area(terms: Terms, place: str) -> bool:
    """Whether contact is allowed at a declared place. A country covers its parts; no list means anywhere."""
    if place in terms.places or not terms.places:
        return True
    return any(place.startswith(f"{each}-") for each in terms.places)


def words_at_least(submission: Submission) -> int:
    """Return the number of words a message surely has: counted, or proved by half its padded size."""
    if submission.words is not None:
        return submission.words
    kilobytes = submission.size_class or 0
    # 2 kB is the smallest class, so it proves nothing; above it the text fills more than half.
    return kilobytes * 1024 // 2 // BYTES_A_WORD if kilobytes > 2 else 0


def _notices(
    terms: Terms, submission: Submission, reasons: tuple[Reason, ...], timing: Timing
) -> tuple[Notice, ...]:
    """Return what the writer is told besides the times, in the order of the reasons."""
    name = ("therapist", terms.therapist.name)
    notices = []
    if timing.closed:
        notices.append(_automatic_note(terms, submission, timing))
    for reason in reasons:
        if reason is Reason.ABSENCE_COVERED:
            notices.append(Notice(reason, (("cover", timing.cover), name)))
        elif reason is Reason.OVER_GUIDE_LENGTH:
            notices.append(Notice(reason, (("guide", terms.guide.words),)))
        elif reason is Reason.OVER_GUIDE_COUNT:
            count = ("count", submission.sent_in_window + 1)
            notices.append(Notice(reason, (count, ("guide", terms.guide.messages_per_week))))
        elif reason in TOLD:
            notices.append(Notice(reason, (name,)))
    return tuple(notices)


def _automatic_note(terms: Terms, submission: Submission, timing: Timing) -> Notice:
    """Return the note for a closed period. Numbers only where they are the writer's own country's."""
    name = ("therapist", terms.therapist.name)
    if timing.opening is None:
        return Notice("automatic-note-no-time", (name,))
    following = ("next", timing.opening)
    emergency, place = terms.emergency, submission.place
    # A country's code is the first two letters of every place in it.
    if place is None or place[:2] != terms.therapist.jurisdiction[:2] or not emergency.lines:
        return Notice("automatic-note", (name, following))
    numbers = (("number", emergency.number), ("line", emergency.lines[0].number))
    return Notice("automatic-note-numbers", (name, following, *numbers))


def overdue_steps(terms: Terms, answer_by: datetime) -> tuple[OverdueStep, ...]:
    """Return what happens to an answer still missing at `answer_by`, and when.

    The therapist is reminded at once; four working hours later the deputy, if one was agreed, learns that a
    message is overdue, never what it says.
    """
    steps = [OverdueStep("remind-therapist", answer_by)]
    deputy_at = add_promise(terms.schedule, OVERDUE_GRACE, answer_by) if terms.deputy else None
    if deputy_at is not None:
        steps.append(OverdueStep("tell-deputy", deputy_at))
    return tuple(steps)


def decide_composer(state: AgreementState, relationship_active: bool) -> Reason | None:
    """Return why nothing can be written any more, or None. Reading, export and help stay in every case."""
    if state is AgreementState.WITHDRAWN:
        return Reason.CONSENT_WITHDRAWN
    if state is AgreementState.ENDED or not relationship_active:
        return Reason.RELATIONSHIP_ENDED
    return None


def decision_to_json(decision: Decision) -> dict[str, Json]:
    """Return a decision in the form a message is stamped with: codes and RFC 3339 instants, never text."""
    return {
        "handling": decision.handling.value,
        "alert_at": to_json(decision.alert_at),
        "seen_by": to_json(decision.seen_by),
        "answer_by": to_json(decision.answer_by),
        "reasons": [reason.value for reason in decision.reasons],
        "notices": [
            {"code": str(each.code), "values": {name: to_json(value) for name, value in each.values}}
            for each in decision.notices
        ],
    }
