"""The composer's four kinds with what each would mean if it were sent now, worded on the server at page time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from intersession.portal.shown.eyes import Eyes
from intersession.rules.findings import Answer
from intersession.rules.messages import Decision, Submission, decide_message
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import Kind
from intersession.texts import weekday

ICONS = {
    Kind.QUESTION: "question",
    Kind.NO_ANSWER: "leaf",
    Kind.FOR_SESSION: "chair",
    Kind.PRACTICAL: "calendar",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One kind: its name, the line beneath it, what will happen, and the words on the button."""

    kind: str
    icon: str
    name: str
    hint: str
    outcome: str
    send: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What the decision depends on besides the terms. Before both have `signed`, no answer day is promised."""

    sent: int
    place: str | None
    session_at: datetime | None
    review_on: date | None
    signed: bool = True
    contact: Answer | None = None


def choices(terms: Terms, setting: Setting, eyes: Eyes) -> list[Choice]:
    """Return the four kinds as they would be decided at this moment."""
    return [_choice(kind, terms, setting, eyes) for kind in ICONS]


def _choice(kind: Kind, terms: Terms, setting: Setting, eyes: Eyes) -> Choice:
    submission = Submission(
        kind,
        sent_in_window=setting.sent,
        place=setting.place,
        next_session_at=setting.session_at,
        review_on=setting.review_on,
        contact=setting.contact,
    )
    decision = decide_message(terms, submission, eyes.now)
    name = eyes.say(f"thread-kind-{kind}-client")
    hint, outcome = _words(kind, decision, setting, eyes)
    return Choice(kind.value, ICONS[kind], name, hint, outcome, _button(kind, setting, eyes))


def _button(kind: Kind, setting: Setting, eyes: Eyes) -> str:
    if kind is Kind.FOR_SESSION and setting.session_at:
        return eyes.say("thread-send-for", day=weekday(setting.session_at, eyes.zone, eyes.lang))
    return eyes.say("thread-send")


def _words(kind: Kind, decision: Decision, setting: Setting, eyes: Eyes) -> tuple[str, str]:
    """Return the hint under the kind and the sentence about what will happen."""
    if kind is Kind.FOR_SESSION:
        return _session_words(setting.session_at, eyes)
    arrival = _arrival(decision, eyes)
    if kind is Kind.NO_ANSWER:
        return eyes.named("thread-hint-no-answer"), f"{arrival} {eyes.say('thread-outcome-no-answer')}"
    due = decision.answer_by
    if not setting.signed:
        return eyes.say("thread-hint-unsigned"), f"{arrival} {eyes.say('thread-outcome-unsigned')}"
    if due is None:
        return eyes.say("thread-hint-no-due"), f"{arrival} {eyes.say('thread-outcome-no-due')}"
    id = "thread-hint-practical" if kind is Kind.PRACTICAL else "thread-hint-question"
    return eyes.say(id, due=due), f"{arrival} {eyes.say('thread-outcome-due', due=due)}"


def _arrival(decision: Decision, eyes: Eyes) -> str:
    at = decision.alert_at
    if at is None:
        return eyes.named("thread-outcome-waits-no-time")
    if at <= eyes.now:
        return eyes.named("thread-outcome-now")
    return eyes.named("thread-outcome-waits", until=at)


def _session_words(session_at: datetime | None, eyes: Eyes) -> tuple[str, str]:
    if session_at is None:
        return eyes.say("thread-hint-session-none"), eyes.named("thread-outcome-session-none")
    return eyes.say("thread-hint-session"), eyes.named("thread-outcome-session", at=session_at)
