"""Vera and Alma with real keys, a signed roster and a published policy: where every test of agreements begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from intersession.agreement.actions import SealedWords, answer, offer, reply, sign
from intersession.agreement.actions.answering import Given, Replied
from intersession.agreement.models import Agreement
from intersession.device.device import Device, Reader
from intersession.keys.actions import store_certificate
from intersession.keys.rosters import add_roster, facts_of
from intersession.messaging.models import Conversation
from intersession.people.models import Person, Practice, Relationship, Role
from intersession.policy.actions import publish
from intersession.policy.models import PolicyVersion
from intersession.rules.clauses import AGREEMENT_CLAUSES

SUNDAY = datetime(2026, 11, 22, 21, 41, tzinfo=UTC)
FRAME = """\
frame = 1

[therapist]
name = "Vera Lindqvist"
time_zone = "Europe/Berlin"
languages = ["de", "en"]
jurisdiction = "DE"

[reading]
holidays = "DE-BE"
alerts = ["09:00", "16:00"]
[reading.hours]
mon = ["09:00-12:30", "14:00-17:00"]
tue = ["09:00-12:30"]
thu = ["09:00-17:00"]

[answers]
seen_within = "1 working day"
answered_within = "2 working days"

[channels.portal]
content = "personal"
[channels.email]
content = "homework"
encryption = "client-accepts-risk"
[channels.phone]
content = "personal"
minutes = 10

[guide]
messages_per_week = 2
words = 300

[review]
first_after = "6 weeks"
every = "3 months"
"""


@dataclass
class Stage:
    """The two, their devices, and shortcuts for what they do. `now` moves on with every step."""

    vera: Person
    alma: Person
    vera_device: Device
    alma_device: Device
    relationship: Relationship
    conv: str
    now: datetime = field(default=SUNDAY)

    def tick(self) -> datetime:
        """Let a second pass."""
        self.now += timedelta(seconds=1)
        return self.now

    def publish(self, source: str = FRAME) -> PolicyVersion:
        """Publish rules."""
        latest = PolicyVersion.objects.latest_of(self.vera)
        base = latest.number if latest else 0
        return publish(by=self.vera, source=source.encode(), base=base, now=self.tick())

    def offer(self, language: str = "en") -> Agreement:
        """Offer the newest rules."""
        return offer(by=self.vera, relationship=self.relationship, language=language, now=self.tick())

    def words(self, device: Device, text: str, kind: str, agreement: str) -> SealedWords:
        """Seal words as a browser would."""
        from intersession.keys.models import Roster

        stored = Roster.objects.filter(conv=self.conv).order_by("-seq").get()
        certificates = [self.vera_device.certificate, self.alma_device.certificate]
        sealed = device.seal(
            text, facts_of(stored), certificates, now=self.tick(), kind=kind, reply_to=agreement, aside=True
        )
        return SealedWords(sealed.id, stored.seq, sealed.body)

    def answer(
        self,
        agreement: Agreement,
        clause: str,
        stance: str = "agree",
        text: str = "",
        choices: dict[str, object] | None = None,
    ) -> Agreement:
        """Alma answers a clause of the newest edition."""
        kind = f"concern-{clause.lower()}"
        words = self.words(self.alma_device, text, kind, agreement.id) if text else None
        edition = Agreement.objects.get(pk=agreement.pk).edition
        given = Given(clause, stance, words, choices)
        return answer(by=self.alma, agreement=agreement.id, edition=edition, given=given, now=self.tick())

    def reply(
        self, agreement: Agreement, clause: str, what: str, text: str = "As we said.", addition: str = ""
    ) -> Agreement:
        """Vera replies to Alma's point on a clause."""
        point = agreement.answers.current().get(clause=clause)
        words = self.words(self.vera_device, text, f"reply-{clause.lower()}", agreement.id)
        edition = Agreement.objects.get(pk=agreement.pk).edition
        given = Replied(point.id, what, words, addition)
        return reply(by=self.vera, agreement=agreement.id, edition=edition, given=given, now=self.tick())

    def agree_to_all(self, agreement: Agreement) -> Agreement:
        """Alma agrees to every clause she has not answered."""
        answered = set(agreement.answers.current().values_list("clause", flat=True))
        for clause in AGREEMENT_CLAUSES:
            if clause.value not in answered:
                agreement = self.answer(agreement, clause.value)
        return agreement

    def sign(self, agreement: Agreement, who: Person) -> Agreement:
        """Sign the text as it stands."""
        current = Agreement.objects.get(pk=agreement.pk)
        device = self.vera_device if who == self.vera else self.alma_device
        made = device.sign_document(current.document.encode())
        return sign(by=who, agreement=current.id, sha256=current.sha256, signature=made, now=self.tick())

    def activate(self) -> Agreement:
        """Go the whole way without a single wish."""
        agreement = self.agree_to_all(self.offer())
        self.sign(agreement, self.alma)
        return self.sign(agreement, self.vera)


def person(practice: Practice, role: Role, name: str, now: datetime) -> Person:
    """A person as the database has them."""
    return Person.objects.create(
        practice=practice,
        role=role,
        name=name if role is Role.THERAPIST else "",
        handle_hash=name,
        handle_sealed=name,
        auth_hash="-",
        kdf={},
        language="en",
        zone="Europe/Berlin",
        place="DE",
        created_at=now,
    )


def build_stage(now: datetime = SUNDAY) -> Stage:
    """Everybody in place, rules published, nothing offered."""
    start = now - timedelta(days=7)
    practice = Practice.objects.create(name="Practice", created_at=start)
    vera = person(practice, Role.THERAPIST, "Vera Lindqvist", start)
    alma = person(practice, Role.CLIENT, "alma", start)
    vera_device, alma_device = Device.new(), Device.new()
    store_certificate(by=vera, data=vera_device.certificate, now=start)
    store_certificate(by=alma, data=alma_device.certificate, now=start)
    relationship = Relationship.objects.create(
        practice=practice,
        therapist=vera,
        client=alma,
        code="K7PD",
        state="active",
        created_at=start,
        joined_at=start,
    )
    conversation = Conversation.objects.create(practice=practice, relationship=relationship, created_at=start)
    readers = [
        Reader(vera_device.certificate, "therapist", "Vera"),
        Reader(alma_device.certificate, "client"),
    ]
    roster = vera_device.make_roster(conversation.id, readers, now=start)
    add_roster(by=vera, now=start, conv=conversation.id, relationship=relationship, data=roster)
    stage = Stage(vera, alma, vera_device, alma_device, relationship, conversation.id, now)
    stage.publish()
    return stage
