"""The path of one client message as steps: what happened, where it is now, what is still to come. Shows facts only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from intersession.messaging.models import Message
from intersession.messaging.reads import Letter
from intersession.portal.shown.eyes import Eyes
from intersession.rules.states import Held, arrival, is_late
from intersession.rules.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name and its time as sentences, and whether it is "done", "now" or "later"."""

    name: str
    when: str
    state: str


def steps_of(letter: Letter, eyes: Eyes) -> list[Step]:
    """Return the steps of a client's message; none for one that was taken back or replaced."""
    message = letter.message
    if message.is_over:
        return []
    plan = [_sent(message, eyes), *_on_its_way(letter, eyes), _opened(message, eyes)]
    if message.kind not in (Kind.NO_ANSWER, Kind.FOR_SESSION):
        plan.append(_answered(letter, eyes))
    return _with_now(plan, letter)


# A step before its place is known: name, time, and whether it has happened.
_Draft = tuple[str, str, bool]


def _name(eyes: Eyes, step: str) -> str:
    return eyes.named(f"thread-step-{step}-{eyes.viewer}")


def _sent(message: Message, eyes: Eyes) -> _Draft:
    return _name(eyes, "sent"), eyes.short(message.received_at), True


def _on_its_way(letter: Letter, eyes: Eyes) -> list[_Draft]:
    """Return the steps between sending and opening: a wait, the mailbox, or the session."""
    message = letter.message
    if message.kind == Kind.FOR_SESSION:
        return [_session(letter, eyes)]
    by_itself = message.alerted_at or message.alert_at
    if message.opened_at and (by_itself is None or message.opened_at < by_itself):
        # She opened the drawer before her reading time: the message never came to the mailbox by itself.
        return [_waiting(eyes, message.opened_at, ended=True)]
    arrives, there = arrival(message), not waits(letter)
    if arrives is None:
        return [
            _waiting(eyes, None, ended=False),
            (_name(eyes, "in-mailbox"), eyes.say("thread-not-yet"), False),
        ]
    mailbox = (_name(eyes, "in-mailbox"), eyes.short(arrives), there)
    return [mailbox] if arrives <= message.received_at else [_waiting(eyes, arrives, ended=there), mailbox]


def _waiting(eyes: Eyes, until: datetime | None, *, ended: bool) -> _Draft:
    when = (
        eyes.say("thread-step-until", until=eyes.short(until)) if until else eyes.say("thread-no-time-known")
    )
    return _name(eyes, "waited" if ended else "waiting"), when, ended


def _session(letter: Letter, eyes: Eyes) -> _Draft:
    opens = letter.message.released_at or letter.session_at
    when = eyes.short(opens) if opens else eyes.say("thread-no-session-known")
    return _name(eyes, "session"), when, not waits(letter)


def _opened(message: Message, eyes: Eyes) -> _Draft:
    when = eyes.short(message.opened_at) if message.opened_at else eyes.say("thread-not-yet")
    return _name(eyes, "opened"), when, message.opened_at is not None


def _answered(letter: Letter, eyes: Eyes) -> _Draft:
    name = _name(eyes, "answered")
    if letter.message.answered_at:
        return name, eyes.short(letter.message.answered_at), True
    if letter.due is None:
        return name, eyes.say("thread-not-yet"), False
    late = is_late(letter.due, eyes.now)
    return (
        name,
        eyes.say("thread-step-was-due" if late else "thread-step-due", due=eyes.short(letter.due)),
        False,
    )


def _with_now(plan: list[_Draft], letter: Letter) -> list[Step]:
    """Mark where the message is: a wait that runs, the mailbox while unopened, the answer once opened."""
    done = [happened for _, _, happened in plan]
    now = done.index(False) if False in done else len(plan)
    if now < len(plan) and letter.message.opened_at is None and not waits(letter):
        now -= 1
    states = ["now" if at == now else "done" if happened else "later" for at, happened in enumerate(done)]
    return [Step(name, when, state) for (name, when, _), state in zip(plan, states, strict=True)]


def waits(letter: Letter) -> bool:
    """Whether a message's time has not come: its reading hours, or its session."""
    return letter.held is not Held.NOT


def is_settled(letter: Letter) -> bool:
    """Whether nothing more will happen to a message: its path is then folded away."""
    message = letter.message
    over = message.is_over or message.answered_at is not None
    return over or (message.opened_at is not None and letter.due is None)
