"""The rail: what the client can count on, what was agreed, and who can read. Made from the terms, not from promises."""

from __future__ import annotations

from dataclasses import dataclass

from intersession.frame import reason_text
from intersession.portal.shown.eyes import Eyes
from intersession.portal.shown.now import coming
from intersession.rules.hours import next_opening
from intersession.rules.messages import answer_promise
from intersession.rules.reasons import Reason
from intersession.rules.schedule import Promise
from intersession.rules.terms import Terms
from intersession.rules.urgent import can_ask
from intersession.rules.vocabulary import Kind
from intersession.texts import weekdays

# Nothing in this version can ring anybody. A client whose terms offer calls is told so before relying on one
# (frame.md section 8).
CALLS_WORK = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the rail: what it is about, the fact, and a smaller remark."""

    term: str
    fact: str
    remark: str = ""


def promise_text(promise: Promise, eyes: Eyes) -> str:
    """Return a promise as words: "by the end of her second reading day"."""
    return eyes.named(f"thread-promise-{promise.unit}", n=promise.amount)


def reading_days(terms: Terms, eyes: Eyes) -> str:
    """Return "Vera reads on Mon, Wed and Fri", empty when no weekday has hours."""
    numbers = [number for number, windows in enumerate(terms.schedule.week) if windows]
    return eyes.named("thread-reads-on", days=weekdays(numbers, eyes.lang)) if numbers else ""


def client_facts(terms: Terms, eyes: Eyes, session: str, notes: int, *, signed: bool = True) -> list[Fact]:
    """Return what the client can count on; `session` is empty when none is known, `notes` counts waiting notes.

    Before both have `signed`, nobody has promised by when an answer comes (messaging/deciding.py stamps none).
    """
    first, then = coming(terms, eyes)
    promise = _answers(terms, eyes, signed)
    return [
        Fact(eyes.named("thread-reads-next"), first or eyes.say("thread-no-time-known"), then),
        Fact(eyes.say("thread-answers-to-questions"), promise, reading_days(terms, eyes)),
        session_fact(eyes, session, notes),
        *call_facts(terms, eyes, service_up=CALLS_WORK),
    ]


def _answers(terms: Terms, eyes: Eyes, signed: bool) -> str:
    if not signed:
        return eyes.say("thread-promise-unsigned")
    return promise_text(answer_promise(terms, Kind.QUESTION), eyes)


def session_fact(eyes: Eyes, session: str, notes: int) -> Fact:
    """Return the line about the next session."""
    waiting = eyes.say("thread-notes-waiting", count=notes)
    return Fact(eyes.say("thread-next-session"), session or eyes.say("thread-no-session-known"), waiting)


def call_facts(terms: Terms, eyes: Eyes, *, service_up: bool) -> list[Fact]:
    """Return the line that says why a call can't be asked for now; none where calls were not agreed or can be."""
    answer = can_ask(terms, eyes.now, service_up=service_up)
    if answer.reason is None or answer.reason is Reason.URGENT_NOT_OFFERED:
        return []
    again = answer.possible_again_at
    remark = eyes.say("thread-call-again", again=again) if again else eyes.say("thread-call-help")
    return [Fact(eyes.say("thread-call"), reason_text(answer.reason, eyes.lang, terms), remark)]


def agreed_facts(terms: Terms, eyes: Eyes, sent: int, *, signed: bool = True) -> list[Fact]:
    """Return what the therapist sees beside a conversation; `sent` counts the client's last seven days.

    Before both have `signed`, no answer day is promised.
    """
    promise = _answers(terms, eyes, signed)
    facts = [Fact(eyes.say("thread-agreed-answers"), promise, reading_days(terms, eyes))]
    guide = terms.guide
    if guide.words or guide.messages_per_week:
        words = eyes.say("thread-agreed-guide-words", words=guide.words) if guide.words else ""
        weekly = guide.messages_per_week
        week = eyes.say("thread-agreed-guide-week", sent=sent, weekly=weekly) if weekly else ""
        facts.append(Fact(eyes.say("thread-agreed-guide"), words or week, week if words else ""))
    if terms.safe_times is not None:
        facts.append(Fact(eyes.say("thread-agreed-safe-times"), _safe_time(terms, eyes)))
    return facts


def _safe_time(terms: Terms, eyes: Eyes) -> str:
    opening = next_opening(terms.safe_times, eyes.now) if terms.safe_times else None
    if opening is None:
        return eyes.say("thread-no-time-known")
    return eyes.say("thread-safe-now") if opening == eyes.now else eyes.say("thread-safe-next", next=opening)


def other_readers(terms: Terms | None, eyes: Eyes) -> str:
    """Return the sentence about everybody else: who covers and learns of a late answer, and what the server sees."""
    deputy = terms.deputy if terms else ""
    if not deputy:
        return eyes.named(f"thread-others-{eyes.viewer}")
    return eyes.named(f"thread-others-deputy-{eyes.viewer}", deputy=deputy)
