"""Gathers the tables of every room, so that Django finds them under one app. Holds nothing of its own."""

from intersession.agreement.models import Agreement, AgreementEdition, AgreementSignature, ClauseAnswer
from intersession.audit.models import ChainHead, Entry
from intersession.keys.models import Certificate, Roster, Slot, Vault
from intersession.messaging.models import Conversation, Message, Statement, Wrap
from intersession.outbox.models import Delivery, Timer
from intersession.people.models import (
    Invitation,
    KnownDevice,
    Login,
    Person,
    Practice,
    Relationship,
    Session,
    SetupToken,
    SignInFailure,
    Stay,
    Way,
)
from intersession.policy.models import PolicyVersion
from intersession.records.models import Deadline, Erasure, LegalHold

__all__ = [
    "Agreement",
    "AgreementEdition",
    "AgreementSignature",
    "Certificate",
    "ChainHead",
    "ClauseAnswer",
    "Conversation",
    "Deadline",
    "Delivery",
    "Entry",
    "Erasure",
    "Invitation",
    "KnownDevice",
    "LegalHold",
    "Login",
    "Message",
    "Person",
    "PolicyVersion",
    "Practice",
    "Relationship",
    "Roster",
    "Session",
    "SetupToken",
    "SignInFailure",
    "Slot",
    "Statement",
    "Stay",
    "Timer",
    "Vault",
    "Way",
    "Wrap",
]
