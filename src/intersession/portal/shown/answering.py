"""What the therapist may answer and when: the open questions, what sending now would mean, days for more time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from intersession.messaging.reads import Letter
from intersession.portal.shown.eyes import Eyes
from intersession.rules.own_messages import OwnAction, OwnSubmission, decide_own
from intersession.rules.promises import add_promise
from intersession.rules.schedule import Promise
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import Unit

LATER_DAYS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Question:
    """A message that an answer is owed to: its id, its kind as words, when it came and when it is due."""

    id: str
    kind: str
    at: str
    due: str


def open_questions(letters: list[Letter], eyes: Eyes) -> list[Question]:
    """Return the opened or due messages without an answer, in due order."""
    owed = [letter for letter in letters if _is_owed(letter)]
    return [_question(letter, eyes) for letter in sorted(owed, key=lambda letter: letter.due or eyes.now)]


def _is_owed(letter: Letter) -> bool:
    return not letter.mine and letter.answer_owed


def _question(letter: Letter, eyes: Eyes) -> Question:
    message = letter.message
    kind = eyes.say(f"thread-kind-{message.kind}-therapist")
    due = eyes.say("thread-due-by", due=letter.due) if letter.due else ""
    return Question(message.id, kind, eyes.say("thread-sent-at", at=message.received_at), due)


def open_due(letters: list[Letter]) -> datetime | None:
    """Return the earliest instant an answer is due at."""
    return min((letter.due for letter in letters if _is_owed(letter) and letter.due), default=None)


@dataclass(frozen=True, slots=True)
class OwnMoment:
    """What the rules say about writing now: a sentence, and whether they suggest a later time."""

    later: bool
    words: str
    refused: bool = False


def own_moment(terms: Terms, eyes: Eyes) -> OwnMoment:
    """Return what sending right now would mean for her hours and the client's quiet times."""
    decision = decide_own(terms, OwnSubmission(), eyes.now)
    if decision.action is OwnAction.REFUSE:
        return OwnMoment(False, eyes.say(f"thread-own-{decision.reasons[0]}"), refused=True)
    if decision.action is OwnAction.SEND_NOW:
        return OwnMoment(False, eyes.say("thread-own-now"))
    reason = decision.reasons[0]
    if decision.suggest_at is None:
        return OwnMoment(True, eyes.say(f"thread-own-{reason}"))
    return OwnMoment(True, eyes.say(f"thread-own-{reason}-until", at=decision.suggest_at))


@dataclass(frozen=True, slots=True)
class Later:
    """A day she may name when she needs more time: the instant for the machine, and in words."""

    instant: str
    words: str


def later_days(terms: Terms, due: datetime | None, eyes: Eyes) -> list[Later]:
    """Return the ends of the next three reading days after the promise (or after now, when it has passed)."""
    if due is None:
        return []
    start = max(due, eyes.now)
    ends = [add_promise(terms.schedule, Promise(days, Unit.WORKING_DAYS), start) for days in LATER_DAYS]
    return [Later(end.isoformat(), eyes.when(end)) for end in ends if end is not None]
