"""One letter as a page shows it: heading, chip, state line, path, and what its reader may do. The text stays sealed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from intersession.frame import notice_text
from intersession.messaging.models import Message
from intersession.messaging.reads import Letter
from intersession.portal.shown.eyes import Eyes
from intersession.portal.shown.steps import Step, is_settled, steps_of, waits
from intersession.rules.messages import Notice
from intersession.rules.states import is_late
from intersession.rules.vocabulary import Kind, Viewer
from intersession.texts import day_long, iso

ICONS: dict[str, str] = {
    Kind.QUESTION: "question",
    Kind.PRACTICAL: "calendar",
    Kind.NO_ANSWER: "leaf",
    Kind.FOR_SESSION: "chair",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the template prints of one letter. `text` says whether its sealed text may be opened on this page.

    `notes` are sentences shown beneath it, such as the automatic note of a closed period.
    """

    id: str
    mine: bool
    kind: str
    icon: str
    chip: str
    chip_due: bool
    heading: str
    at: str
    instant: str
    state: str
    state_icon: str
    other_zone: str
    steps: list[Step]
    settled: bool
    waiting: bool
    text: bool
    may_open: bool
    opened: bool
    can_change: bool
    says_change: bool
    answer_owed: bool
    notes: list[str]


def shown(letter: Letter, eyes: Eyes, notes: list[str] | None = None) -> Shown:
    """Return one letter for these eyes."""
    message = letter.message
    from_client = message.kind in ICONS
    waiting = waits(letter)
    state = eyes.state(letter.state) if from_client else _answer_state(message, eyes)
    return Shown(
        id=message.id,
        mine=letter.mine,
        kind=message.kind,
        icon=ICONS.get(message.kind, ""),
        chip=_chip(message, eyes),
        chip_due=from_client and eyes.viewer is Viewer.THERAPIST and letter.answer_owed,
        heading=_heading(letter, eyes, waiting),
        at=eyes.moment(message.received_at),
        instant=iso(message.received_at, eyes.zone),
        state=state,
        state_icon=_state_icon(letter, waiting, from_client, eyes.now),
        other_zone=_other_zone(letter, eyes),
        steps=steps_of(letter, eyes) if from_client else [],
        settled=is_settled(letter),
        waiting=waiting,
        text=letter.mine or not waiting,
        may_open=letter.may_open,
        opened=letter.mine and from_client and message.opened_at is not None,
        can_change=letter.can_change,
        says_change=waiting and message.kind != Kind.FOR_SESSION,
        answer_owed=letter.answer_owed,
        notes=notes or [],
    )


def is_waiting_note(message: Message) -> bool:
    """Whether a message is a note for a session that nobody has opened."""
    return message.kind == Kind.FOR_SESSION and message.opened_at is None and not message.is_over


def _chip(message: Message, eyes: Eyes) -> str:
    return eyes.say(f"thread-kind-{message.kind}-{eyes.viewer}") if message.kind in ICONS else ""


def _heading(letter: Letter, eyes: Eyes, waiting: bool) -> str:
    if letter.mine:
        return eyes.say("thread-you")
    if eyes.viewer is Viewer.CLIENT:
        return letter.message.author.name
    sealed_note = waiting and letter.message.kind == Kind.FOR_SESSION
    return eyes.say("thread-note-heading") if sealed_note else ""


def _answer_state(message: Message, eyes: Eyes) -> str:
    """Return the line under a therapist's letter: which promise it kept, or nothing."""
    asked = message.reply_to
    if asked is None or asked.answer_by is None:
        return ""
    due = asked.more_time_until or asked.answer_by
    late = is_late(due, message.received_at)
    return eyes.say("thread-answer-late" if late else "thread-answer-in-time", due=due)


def _state_icon(letter: Letter, waiting: bool, from_client: bool, now: datetime) -> str:
    message = letter.message
    if not from_client:
        return "clock"
    if message.is_over:
        return "undo"
    if letter.answer_owed and is_late(letter.due, now):
        return "clock"
    if waiting:
        return "chair" if message.kind == Kind.FOR_SESSION else "moon"
    return "check" if message.opened_at or message.answered_at else "inbox"


def _other_zone(letter: Letter, eyes: Eyes) -> str:
    """Return when an open answer is due on the other's clock, where the two clocks differ."""
    if letter.due is None or not letter.answer_owed or not eyes.zones_differ(letter.due):
        return ""
    return eyes.say("thread-due-there", due=eyes.theirs(letter.due), city=eyes.city())


def days(letters: Iterable[Letter], eyes: Eyes) -> list[tuple[str, list[Shown]]]:
    """Return letters grouped by the reader's local day, each day with its heading, oldest first.

    The automatic note appears once per closed period, under the first letter that got it, while it is still true.
    """
    zone = ZoneInfo(eyes.zone)
    noted: set[str] = set()
    found = []
    for on, group in groupby(letters, key=lambda letter: letter.message.received_at.astimezone(zone).date()):
        found.append((_day(on, eyes), [shown(each, eyes, _notes(each, eyes, noted)) for each in group]))
    return found


def _day(on: date, eyes: Eyes) -> str:
    today = eyes.now.astimezone(ZoneInfo(eyes.zone)).date()
    return eyes.say("thread-today") if on == today else day_long(on, eyes.lang)


def _notes(letter: Letter, eyes: Eyes, noted: set[str]) -> list[str]:
    """Return the notices to show under a client's own letter, the automatic ones once per closed period."""
    if not letter.mine or eyes.viewer is not Viewer.CLIENT or not waits(letter):
        return []
    found = []
    for notice in letter.notices:
        if notice.code.startswith("automatic-note"):
            period = str(dict(notice.values).get("next", ""))
            if period in noted:
                continue
            noted.add(period)
            known = Notice(notice.code, eyes.familiar(notice.values))
            found.append(notice_text(known, eyes.lang, eyes.zone, eyes.now))
    return found
