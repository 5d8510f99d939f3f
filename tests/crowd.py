"""Two practices in one database, for tests of who may see what: everybody has something of their own that others may not know.

Vera has Alma (an agreement in force, a newer offer, a letter, a session, an address), Ben, and an open invitation. Gerd leads a practice of
his own with a client. Otto is Vera's deputy for Alma. What each may know is in `Crowd.known`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.test import Client

from agreement_stage import FRAME, person
from intersession.device.device import Device
from intersession.keys.actions import store_certificate
from intersession.keys.models import Certificate, Vault
from intersession.messaging.joining import invite_client
from intersession.messaging.models import Conversation, Message
from intersession.messaging.places import Told, declare_stay
from intersession.people.logins import start_login
from intersession.people.models import (
    Invitation,
    Login,
    Person,
    Practice,
    Relationship,
    RelationshipState,
    Role,
    Session,
    Stay,
    Way,
)
from intersession.people.sealing import seal_text
from intersession.records.actions import ask_access
from intersession.records.models import Deadline
from message_stage import Talk, add_way, build_talk

NOBODY = "nobody"
ADDRESS = "alma.keller@example.org"
WHO = (NOBODY, "alma", "ben", "vera", "gerd", "otto")
# What belongs to whom may be known to whom. Vera's name is told to her clients, and to whoever holds her invitation.
KNOWN = {
    NOBODY: set(),
    "alma": {"alma", "vera"},
    "ben": {"ben", "vera"},
    "vera": {"alma", "ben", "vera", "invited"},
    "gerd": {"gerd"},
    "otto": set(),
}


@dataclass(eq=False)
class Crowd:
    """Everybody, and `things`: the ids, codes and names that belong to each of them."""

    talk: Talk
    people: dict[str, Person]
    relationships: dict[str, Relationship]
    message: Message
    offered: str
    session: Session
    invitation: Invitation
    login: Login
    way: Way
    stay: Stay
    deadline: Deadline
    things: dict[str, set[str]]

    def hidden_from(self, who: str) -> set[str]:
        """What this reader must never meet."""
        return {thing for owner, things in self.things.items() if owner not in KNOWN[who] for thing in things}

    def browser(self, who: str, **headers: str) -> Browser:
        """This reader's browser, signed in."""
        browser = Browser(headers=headers, raise_request_exception=False)
        if who != NOBODY:
            browser.token = start_login(by=self.people[who], now=self.talk.now, label="").token
        return browser


class Browser(Client):
    """A browser that stays signed in, whatever it asks. A fault of the server is an answer (500), as in earnest."""

    token = ""

    def request(self, **request):
        """Ask with the log-in's cookie, also after a page took it away."""
        self.cookies.clear()
        if self.token:
            self.cookies[settings.LOGIN_COOKIE] = self.token
        return super().request(**request)


def build_crowd() -> Crowd:
    """Put everybody in place."""
    talk = build_talk(signed=False)
    talk.agreement = talk.activate().id
    talk.publish(FRAME.replace("words = 300", "words = 250"))
    offered = talk.stage.answer(talk.offer(), "A5", "question", "What if you are ill?")
    now, vera, alma = talk.now, talk.vera, talk.alma
    message = talk.write("My sister is coming for Christmas")
    elsewhere = Practice.objects.create(name="Praxis Fremdenau", created_at=now)
    otto = person(vera.practice, Role.DEPUTY, "otto.brandt", now)
    people = {"alma": alma, "vera": vera, "otto": otto}
    relationships = {"alma": talk.relationship}
    for name, practice, therapist in (("ben", vera.practice, vera), ("carl", elsewhere, None)):
        client = person(practice, Role.CLIENT, f"{name}.client", now)
        therapist = therapist or person(practice, Role.THERAPIST, "Gerd Fremdmann", now)
        people |= {name: client, "vera" if name == "ben" else "gerd": therapist}
        relationships[name] = related(therapist, client, now)
    for each in people.values():
        Vault.objects.create(practice=each.practice, person=each, version=1, data=b"sealed", updated_at=now)
        if not Certificate.objects.filter(person=each).exists():
            store_certificate(by=each, data=Device.new().certificate, now=now)
        Person.objects.filter(pk=each.pk).update(handle_sealed=seal_text(each.handle_hash))
    Relationship.objects.filter(pk=talk.relationship.pk).update(code="ALMACODE", deputy=otto)
    about = {"practice_id": vera.practice_id, "relationship": talk.relationship, "created_at": now}
    at = now + timedelta(days=3)
    session = Session.objects.create(starts_at=at, ends_at=at + timedelta(minutes=50), **about)
    invitation = invite_client(by=vera, now=now, auth="a" * 43)
    login = start_login(by=alma, now=now, label="").login
    way = add_way(alma, ADDRESS, now)
    stay = declare_stay(
        by=alma, now=now, told=Told("travelling", "AT", now.date(), now.date() + timedelta(days=9))
    )
    asked = ask_access(by=alma, now=now, relationship=talk.relationship)
    hers = (session, invitation, login, way, stay, asked)
    crowd = Crowd(talk, people, relationships, message, offered.id, *hers, {})
    crowd.things = things_of(crowd)
    return crowd


def related(therapist: Person, client: Person, now) -> Relationship:
    """Make an active relationship and an empty conversation."""
    relationship = Relationship.objects.create(
        practice=client.practice,
        therapist=therapist,
        client=client,
        code=f"{client.handle_hash[:4].upper()}CODE",
        state=RelationshipState.ACTIVE,
        created_at=now,
        joined_at=now,
    )
    Conversation.objects.create(practice=client.practice, relationship=relationship, created_at=now)
    return relationship


def things_of(crowd: Crowd) -> dict[str, set[str]]:
    """Return what belongs to whom."""
    vera = crowd.people["vera"]
    things = {
        name: {
            relationship.id,
            str(relationship.code),
            relationship.client.id,
            relationship.client.handle_hash,
        }
        | set(Conversation.objects.filter(relationship=relationship).values_list("id", flat=True))
        for name, relationship in crowd.relationships.items()
    }
    things["alma"] = (things["alma"] - {"K7PD", "alma"}) | {
        "ALMACODE",
        crowd.message.id,
        crowd.session.id,
        crowd.talk.agreement,
        crowd.offered,
        crowd.talk.alma_device.fingerprint,
        crowd.login.id,
        crowd.way.id,
        crowd.stay.id,
        crowd.deadline.id,
        ADDRESS,
    }
    pending = crowd.invitation.relationship
    conv = Conversation.objects.get(relationship=pending).id
    things["invited"] = {pending.id, conv, crowd.invitation.id}
    things["vera"] = {vera.id, "Vera Lindqvist", crowd.talk.vera_device.fingerprint}
    gerd = crowd.people["gerd"]
    things["gerd"] = things.pop("carl") | {gerd.id, "Gerd Fremdmann", "Praxis Fremdenau"}
    return things
