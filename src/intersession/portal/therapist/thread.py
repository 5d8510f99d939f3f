"""The therapist's page of one conversation: letters, the quiet drawer, her answer, what was agreed. Texts stay sealed."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from intersession.errors import NotFound
from intersession.messaging.reads import Letter, Thread, thread_for
from intersession.people.models import Relationship
from intersession.portal.answers import page
from intersession.portal.client.standing import standing_of
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.answering import later_days, open_due, open_questions, own_moment
from intersession.portal.shown.count_on import agreed_facts, other_readers, session_fact
from intersession.portal.shown.eyes import Eyes, eyes_of
from intersession.portal.shown.letters import days, is_waiting_note, shown
from intersession.portal.shown.places import abroad
from intersession.portal.shown.prints import client_fingerprint
from intersession.portal.shown.span import FRESH, first_number, span


@page("GET")
def thread(request: PortalRequest, relationship_id: str) -> HttpResponse:
    """Show one conversation to its therapist."""
    therapist = me(request)
    relationship = Relationship.objects.of(therapist).filter(pk=relationship_id).first()
    if relationship is None:
        raise NotFound("foreign")
    eyes = eyes_of(request, relationship)
    found = thread_for(therapist, relationship, request.now, **span(request))
    context = _context(found, relationship, eyes) | {"abroad": abroad(relationship, request)}
    return render(request, "therapist/thread.html", context)


def _context(found: Thread, relationship: Relationship, eyes: Eyes) -> dict[str, Any]:
    listed = [letter for letter in found.letters if not letter.waiting]
    drawer = [letter for letter in found.letters if letter.waiting]
    session = eyes.when(found.session.starts_at) if found.session else ""
    notes = sum(is_waiting_note(letter.message) for letter in listed)
    terms = found.terms
    return {
        "tab": "inbox",
        "relationship": relationship,
        "thread": found,
        "eyes": eyes,
        "peer": client_fingerprint(relationship),
        "standing": standing_of(found, relationship),
        "older": days(listed[:-FRESH], eyes),
        "older_count": max(0, len(listed) - FRESH),
        "earlier": found.earlier,
        "first": first_number(found),
        "days": days(listed[-FRESH:], eyes),
        "drawer": [shown(letter, eyes) for letter in drawer],
        "drawer_until": _drawer_until(drawer, eyes),
        "questions": open_questions(listed, eyes),
        "own": own_moment(terms, eyes) if terms else None,
        "later": later_days(terms, open_due(listed), eyes) if terms else [],
        "facts": agreed_facts(terms, eyes, found.guide.sent, signed=found.agreement is not None)
        if terms
        else [],
        "session_fact": session_fact(eyes, session, notes),
        "others": other_readers(terms, eyes),
    }


def _drawer_until(drawer: list[Letter], eyes: Eyes) -> str:
    times = [letter.message.alert_at for letter in drawer if letter.message.alert_at]
    return eyes.say("thread-drawer-title", until=min(times), count=len(drawer)) if times else ""
