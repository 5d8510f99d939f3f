"""Vera and Alma with an agreement in force, real keys, and shortcuts for what they write and sign.

Sunday 22 November 2026, 22:41 in Berlin. Her next alert is Monday 9:00; an answer is due Tuesday 12:30.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from agreement_stage import FRAME, Stage, build_stage
from intersession.agreement.models import Agreement
from intersession.device.device import Device, Sealed
from intersession.keys.models import Roster
from intersession.keys.rosters import facts_of
from intersession.messaging.actions import Accepted, Sending, submit_message
from intersession.messaging.models import Message
from intersession.messaging.opening import open_message
from intersession.messaging.statements import Recorded, record_statement
from intersession.people.models import Person, Way
from intersession.people.sealing import seal_text

MONDAY_9 = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TUESDAY_CLOSE = datetime(2026, 11, 24, 11, 30, tzinfo=UTC)


@dataclass
class Talk:
    """A stage on which messages are written. `sealed` keeps what each device sealed, by message id."""

    stage: Stage
    agreement: str = ""
    sealed: dict[str, Sealed] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        """The stage's clock."""
        return self.stage.now

    @now.setter
    def now(self, instant: datetime) -> None:
        self.stage.now = instant

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stage, name)

    def device(self, who: Person) -> Device:
        """The device of one of the two."""
        return self.stage.vera_device if who == self.stage.vera else self.stage.alma_device

    def certificates(self) -> list[bytes]:
        """Both public certificates."""
        return [self.stage.vera_device.certificate, self.stage.alma_device.certificate]

    def seal(self, who: Person, text: str = "Hello", **more: Any) -> Sealed:
        """Seal a text as a browser would."""
        roster = Roster.objects.filter(conv=self.stage.conv).order_by("-seq")[0]
        more.setdefault("now", self.stage.tick())
        sealed = self.device(who).seal(text, facts_of(roster), self.certificates(), **more)
        self.sealed[sealed.id] = sealed
        return sealed

    def sending(self, sealed: Sealed, kind: str, **more: Any) -> Sending:
        """What a device would post for a sealed text."""
        given = {
            "id": sealed.id,
            "kind": kind,
            "body": sealed.body,
            "roster_seq": 1,
            "agreement": self.agreement,
        }
        inner = {"reply_to": sealed.inner.reply_to or "", "supersedes": sealed.inner.supersedes or ""}
        return Sending(**{**given, **inner, **more})

    def write(self, text: str = "Hello", kind: str = "question", **more: Any) -> Message:
        """Alma writes; the stored message."""
        return self.submit(self.stage.alma, self.seal(self.stage.alma, text, kind=kind, **more), kind).message

    def answer(self, to: Message, text: str = "Thank you", **more: Any) -> Message:
        """Vera answers; the stored message."""
        sealed = self.seal(self.stage.vera, text, kind="answer", reply_to=to.id)
        more.setdefault("at_once", True)
        return self.submit(self.stage.vera, sealed, "answer", **more).message

    def submit(self, who: Person, sealed: Sealed, kind: str, **more: Any) -> Accepted:
        """Post what was sealed."""
        sending = self.sending(sealed, kind, **more)
        return submit_message(by=who, now=self.now, conversation=self.stage.conv, sending=sending)

    def open(self, message: Message, *, on_purpose: bool = False) -> Message:
        """Vera asks for the envelope."""
        about = {"conversation": self.stage.conv, "message": message.id, "on_purpose": on_purpose}
        return open_message(by=self.stage.vera, now=self.stage.tick(), **about)

    def statement(self, who: Person, kind: str, *messages: Message, until: datetime | None = None) -> bytes:
        """Sign a statement as a browser would."""
        ids = [(message.id, self.sealed[message.id].inner_id) for message in messages]
        return self.device(who).sign_statement(kind, self.stage.conv, ids, now=self.now, until=until)

    def state(self, who: Person, kind: str, *messages: Message, until: datetime | None = None) -> Recorded:
        """Sign a statement and post it."""
        data = self.statement(who, kind, *messages, until=until)
        return record_statement(by=who, now=self.stage.tick(), conversation=self.stage.conv, data=data)

    def read(self, message: Message, *, on_purpose: bool = False) -> None:
        """Vera opens a message and her device says so."""
        self.open(message, on_purpose=on_purpose)
        self.state(self.stage.vera, "ack", message)

    def fresh(self, message: Message) -> Message:
        """The message as it is stored now."""
        return Message.objects.get(pk=message.pk)


def build_talk(*, signed: bool = True, source: str = FRAME) -> Talk:
    """Everybody in place; with an agreement in force unless told otherwise.

    It is put in force by hand: how two people get there is what the tests of agreements are about.
    """
    stage = build_stage()
    now = stage.now
    if source != FRAME:
        stage.publish(source)
    talk = Talk(stage)
    if signed:
        offered = stage.offer()
        Agreement.objects.filter(pk=offered.pk).update(state="active", activated_at=now - timedelta(days=1))
        talk.agreement = offered.id
    stage.now = now
    return talk


def add_way(person: Person, address: str, now: datetime) -> Way:
    """Give a person a mail address for notices."""
    about = {"practice_id": person.practice_id, "person": person, "created_at": now}
    return Way.objects.create(kind="email", address_sealed=seal_text(address), **about)
