"""The demo's story, told backwards from `now`: a practice, two clients, a month of letters with true states.

Everything is made by the real actions with the cast's own keys; times follow the sample frame's rules.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from intersession.clock.duties import fire_timers
from intersession.demo.people import ZONE, Pair, make_pair, make_practice, make_professional
from intersession.demo.telling import Written, agree, ask, read, write
from intersession.messaging.joining import set_session
from intersession.people.models import Person
from intersession.people.settings import add_way
from intersession.policy.actions import publish

Say = Callable[[str], None]
FRAME = Path(__file__).parent / "frame.toml"
SESSION = timedelta(minutes=50)


def at(now: datetime, days_ago: int, clock: str) -> datetime:
    """Return an instant `days_ago` days before `now`, at a wall-clock time in Berlin."""
    day = (now.astimezone(ZoneInfo(ZONE)) - timedelta(days=days_ago)).date()
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(ZONE)).astimezone(ZoneInfo("UTC"))


def seed(now: datetime, say: Say) -> None:
    """Fill an empty database. `say` gets a line per step."""
    begun = at(now, 31, "15:00")
    say("people and their keys")
    practice = make_practice(begun)
    vera, otto, mara = (make_professional(practice, name, begun) for name in ("vera", "otto", "mara"))
    del mara
    publish(by=vera, source=FRAME.read_bytes(), base=0, now=begun + timedelta(minutes=1))
    alma = make_pair(vera, otto, "alma", begun + timedelta(minutes=2))
    ben = make_pair(vera, otto, "ben", at(now, 12, "11:00"))
    say("an agreement, clause by clause, signed by both")
    agreement_of_alma(alma, now)
    say("letters, sealed")
    letters_of_alma(alma, now)
    letters_of_ben(ben, now)
    give_ways(vera, alma.client, otto, now=now)
    fire_timers(now)


def agreement_of_alma(pair: Pair, now: datetime) -> None:
    """Alma asks who else may read; Vera answers; both sign."""
    concern = "I do not want anyone to read the text itself, even without my name. Is that possible?"
    words = "Yes. Otto learns only that an answer is late. Nobody but the two of us holds a key."
    agree(pair, "en", at(now, 30, "18:00"), concern, words)


def letters_of_alma(pair: Pair, now: datetime) -> None:
    """A question that was answered, a note without an answer, a note for the session, and tonight's question."""
    write_and_answer(
        pair,
        now,
        at(now, 12, "20:15"),
        "I tried the breathing before the team meeting. It helped for about ten minutes, then it all came back."
        " Do I do it again in the meeting, or wait until after?",
        "Dear Alma, ten calm minutes in a meeting like that is a real result.\n\nYes, do it again while you sit there:"
        " one slow breath out, both feet on the floor. Nobody will see it. On Thursday, let us look at what brought"
        " it back.",
    )
    small = write(
        pair,
        pair.client,
        "no-answer",
        "Slept six hours. First time in weeks. I just wanted to put it somewhere.",
        at(now, 5, "21:10"),
    )
    read_when_alerted(pair, small, now)
    start = max(at(now, -4, "16:00"), now + timedelta(days=1))
    set_session(by=pair.therapist, now=now, relationship=pair.relationship, starts_at=start, length=SESSION)
    write(
        pair,
        pair.client,
        "for-session",
        "On Thursday I said I was fine. I was not. Please ask me about the phone call with my father, even if I"
        " change the subject.",
        at(now, 1, "19:30"),
    )
    write(
        pair,
        pair.client,
        "question",
        "My sister wrote that she is coming for Christmas. My first thought was to say yes to everything again. Can"
        " we find one sentence that I can send her before Friday?",
        now - timedelta(minutes=3),
    )


def letters_of_ben(pair: Pair, now: datetime) -> None:
    """Ben has asked about a clause, so nothing is signed yet; his letters are kept all the same."""
    ask(
        pair,
        "de",
        at(now, 10, "19:00"),
        "Sprechen Sie mit anderen über mich? Ich möchte das gern vorher wissen.",
    )
    question = write(
        pair,
        pair.client,
        "practical",
        "Können wir den Termin am Donnerstag um eine Stunde verschieben?",
        at(now, 3, "15:50"),
    )
    read_when_alerted(pair, question, now)


def write_and_answer(pair: Pair, now: datetime, sent: datetime, text: str, answer: str) -> None:
    """Write a question; let it be opened at the alert and answered a little later, as far as that is past."""
    question = write(pair, pair.client, "question", text, sent)
    if read_when_alerted(pair, question, now):
        answered = question.alert_at + timedelta(minutes=20)
        write(pair, pair.therapist, "answer", answer, answered, to=question.message.id)


def read_when_alerted(pair: Pair, written: Written, now: datetime) -> bool:
    """Open a message six minutes after its alert, if that has passed."""
    opened = written.alert_at + timedelta(minutes=6)
    if opened + timedelta(minutes=30) > now:
        return False
    read(pair, written, opened)
    return True


def give_ways(*people: Person, now: datetime) -> None:
    """Give each an address for notices; the demo's mail stays on this machine."""
    for number, person in enumerate(people, 1):
        add_way(by=person, now=now, address=f"person{number}@example.org")
