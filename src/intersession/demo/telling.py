"""What the demo's people do, one verb each: agree, write, read, answer. Each goes through the real actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from intersession.agreement.actions import SealedWords, answer, offer, reply, sign
from intersession.agreement.actions.answering import Given, Replied
from intersession.agreement.models import Agreement
from intersession.clock.duties import fire_timers
from intersession.demo.people import Pair
from intersession.device.device import Device, Sealed
from intersession.messaging.actions import Sending, submit_message
from intersession.messaging.models import Message
from intersession.messaging.opening import open_message
from intersession.messaging.statements import record_statement
from intersession.people.models import Person
from intersession.rules.clauses import AGREEMENT_CLAUSES
from intersession.rules.vocabulary import Clause


@dataclass
class Written:
    """A stored message and how its writer's device sealed it."""

    message: Message
    sealed: Sealed

    @property
    def alert_at(self) -> datetime:
        """When the therapist is alerted."""
        assert self.message.alert_at
        return self.message.alert_at


def write(pair: Pair, who: Person, kind: str, text: str, now: datetime, to: str = "") -> Written:
    """Seal a text on the writer's device and send it. Timers that were due before run first."""
    fire_timers(now)
    device = pair.desk if who == pair.therapist else pair.notebook
    sealed = device.seal(text, pair.readers, pair.certificates(), now=now, kind=kind, reply_to=to or None)
    agreement = Agreement.objects.in_force(pair.relationship)
    sending = Sending(
        id=sealed.id,
        kind=kind,
        body=sealed.body,
        roster_seq=pair.roster.seq,
        agreement=agreement.id if agreement else "",
        reply_to=to,
        at_once=True,
    )
    accepted = submit_message(by=who, now=now, conversation=pair.conv, sending=sending)
    return Written(accepted.message, sealed)


def read(pair: Pair, written: Written, now: datetime, *, on_purpose: bool = False) -> None:
    """Let the therapist open a message; her device signs that it did."""
    fire_timers(now)
    message = written.message.id
    open_message(by=pair.therapist, now=now, conversation=pair.conv, message=message, on_purpose=on_purpose)
    data = pair.desk.sign_statement("ack", pair.conv, [(message, written.sealed.inner_id)], now=now)
    record_statement(by=pair.therapist, now=now, conversation=pair.conv, data=data)


def agree(pair: Pair, language: str, now: datetime, concern: str, words: str) -> Agreement:
    """Offer the newest policy; the client asks one thing and agrees to the rest; both sign."""
    found = ask(pair, language, now, concern)
    point = found.answers.get(clause=Clause.A10.value, stance="question", replied_at=None)
    sealed = _words(pair, pair.desk, words, f"reply-{Clause.A10.value.lower()}", found, now)
    found = reply(
        by=pair.therapist,
        agreement=found.id,
        edition=found.edition,
        given=Replied(point.id, "keep", sealed),
        now=now + timedelta(hours=14),
    )
    for who, device in ((pair.client, pair.notebook), (pair.therapist, pair.desk)):
        found.refresh_from_db()
        signature = device.sign_document(found.document.encode())
        found = sign(
            by=who,
            agreement=found.id,
            sha256=found.sha256,
            signature=signature,
            now=now + timedelta(hours=20),
        )
    return found


def ask(pair: Pair, language: str, now: datetime, concern: str) -> Agreement:
    """Offer the newest policy; the client asks one thing about who else may read, and agrees to the rest."""
    found = offer(by=pair.therapist, relationship=pair.relationship, language=language, now=now)
    for clause in AGREEMENT_CLAUSES:
        given = Given(clause.value, "agree")
        if clause is Clause.A10:
            sealed = _words(pair, pair.notebook, concern, "concern-a10", found, now)
            given = Given(clause.value, "question", sealed)
        found = answer(
            by=pair.client,
            agreement=found.id,
            edition=found.edition,
            given=given,
            now=now + timedelta(minutes=30),
        )
    return found


def _words(
    pair: Pair, device: Device, text: str, kind: str, agreement: Agreement, now: datetime
) -> SealedWords:
    sealed = device.seal(
        text, pair.readers, pair.certificates(), now=now, kind=kind, reply_to=agreement.id, aside=True
    )
    return SealedWords(sealed.id, pair.roster.seq, sealed.body)
