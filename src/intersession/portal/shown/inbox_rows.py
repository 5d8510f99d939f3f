"""The lines of the inbox: who wrote, which kind, until when. Names are codes here; the device puts the name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from intersession.messaging.reads import InboxItem
from intersession.portal.shown.eyes import Eyes
from intersession.rules.states import is_late
from intersession.texts import text


def today(eyes: Eyes) -> date:
    """Return the date on the reader's calendar."""
    return eyes.now.astimezone(ZoneInfo(eyes.zone)).date()


def near(instant: datetime, eyes: Eyes) -> str:
    """Return the clock time alone when the instant is today, else weekday, date and time."""
    same = instant.astimezone(ZoneInfo(eyes.zone)).date() == today(eyes)
    return eyes.moment(instant) if same else eyes.when(instant)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the inbox. `due` is the bold word at its end, `remark` the faint one.

    `client` is the person's id; `peer` the fingerprint under which the device keeps their name, filled by the page.
    """

    relationship: str
    client: str
    code: str
    what: str
    due: str
    remark: str
    peer: str = ""


def _row(item: InboxItem, eyes: Eyes, what: str, due: str, remark: str) -> Row:
    relationship = item.relationship
    code = text(eyes.lang, "thread-client", code=relationship.code)
    return Row(relationship.id, relationship.client_id or "", code, what, due, remark)


def due_row(item: InboxItem, eyes: Eyes) -> Row:
    """Return the line of a message that an answer is owed to."""
    due = eyes.say("inbox-no-due")
    if item.due is not None:
        id = "inbox-was-due" if is_late(item.due, eyes.now) else "inbox-due"
        due = eyes.say(id, due=near(item.due, eyes))
    return _row(item, eyes, _what(item, eyes), due, _remark(item, eyes))


def unsigned_row(item: InboxItem, eyes: Eyes) -> Row:
    """Return the line of a message sent while no agreement held: nothing was promised for it, and it is to be read."""
    return _row(item, eyes, _what(item, eyes), eyes.say("inbox-unsigned-due"), _remark(item, eyes))


def _what(item: InboxItem, eyes: Eyes) -> str:
    """Return which kind it is, and whether she opened it."""
    message = item.letter.message
    opened = message.opened_at
    words = eyes.say("inbox-opened", at=eyes.short(opened)) if opened else eyes.say("inbox-unopened")
    return eyes.say("inbox-what", kind=eyes.say(f"inbox-kind-{message.kind}"), opened=words)


def _remark(item: InboxItem, eyes: Eyes) -> str:
    message = item.letter.message
    if message.overdue_at:
        return eyes.say("inbox-client-told")
    if message.more_time_until:
        return eyes.say("inbox-you-named")
    return eyes.say("inbox-sent", at=eyes.short(message.received_at))


def session_rows(items: tuple[InboxItem, ...], eyes: Eyes) -> list[Row]:
    """Return one line per client: how many notes wait, and when they open."""
    by_client: dict[str, list[InboxItem]] = {}
    for item in items:
        by_client.setdefault(item.relationship.id, []).append(item)
    return [_notes_row(group, eyes) for group in by_client.values()]


def _notes_row(group: list[InboxItem], eyes: Eyes) -> Row:
    first = group[0]
    what = eyes.say("inbox-notes", count=len(group))
    if first.session_at is None:
        return _row(first, eyes, what, eyes.say("inbox-no-session"), eyes.say("inbox-opens-with-session"))
    began = first.session_at <= eyes.now
    remark = eyes.say("inbox-open-now" if began else "inbox-opens-with-session")
    return _row(first, eyes, what, near(first.session_at, eyes), remark)


def waiting_row(item: InboxItem, eyes: Eyes) -> Row:
    """Return the line of a message in the drawer: who and which kind, not when it is due."""
    message = item.letter.message
    what = eyes.say(f"inbox-kind-{message.kind}")
    return _row(item, eyes, what, "", eyes.say("inbox-sent", at=eyes.short(message.received_at)))


def quiet_row(item: InboxItem, eyes: Eyes) -> Row:
    """Return the line of a message nothing is owed for."""
    read = eyes.say("inbox-read" if item.letter.message.opened_at else "inbox-not-read")
    return _row(item, eyes, _what(item, eyes), read, eyes.say("inbox-as-chosen"))
