"""The client's pages: the conversation with its composer, and the notes for the session. Texts stay sealed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from intersession.errors import NotFound
from intersession.messaging.contact import contact_if_known
from intersession.messaging.reads import Thread, letters_for_session, thread_for
from intersession.people.models import Relationship
from intersession.portal.answers import page
from intersession.portal.client.standing import Standing, standing_of
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.composer import Setting, choices
from intersession.portal.shown.count_on import client_facts, other_readers
from intersession.portal.shown.eyes import Eyes, eyes_of
from intersession.portal.shown.letters import days, is_waiting_note
from intersession.portal.shown.now import now_notice
from intersession.portal.shown.places import elsewhere
from intersession.portal.shown.span import FRESH, first_number, span
from intersession.rules.vocabulary import Kind


@page("GET")
def messages(request: PortalRequest) -> HttpResponse:
    """Show the conversation, newest letters open, older ones folded; `?all=1` from the beginning."""
    relationship, eyes = own(request)
    thread = thread_for(me(request), relationship, request.now, **span(request))
    shown = days(thread.letters[-FRESH:], eyes)
    older = days(thread.letters[:-FRESH], eyes)
    context = common(request, relationship, thread, eyes)
    counts = {"older": older, "older_count": max(0, len(thread.letters) - FRESH), "earlier": thread.earlier}
    return render(request, "client/messages.html", {**context, **counts, "days": shown, "tab": "messages"})


@page("GET")
def for_session(request: PortalRequest) -> HttpResponse:
    """Show the notes kept for the next session and a composer set to that kind."""
    relationship, eyes = own(request)
    thread = thread_for(me(request), relationship, request.now)
    notes = letters_for_session(me(request), relationship, request.now)
    context = common(request, relationship, thread, eyes)
    waiting = days(
        [note for note in notes if note.message.opened_at is None and note.message.withdrawn_at is None], eyes
    )
    past = days([note for note in notes if note.message.opened_at is not None], eyes)
    first = min([context["first"], *(note.message.seq - 1 for note in notes)])
    extra = {
        "first": first,
        "days": waiting,
        "past": past,
        "tab": "for-session",
        "preset": Kind.FOR_SESSION.value,
    }
    return render(request, "client/for-session.html", {**context, **extra})


def own(request: PortalRequest) -> tuple[Relationship, Eyes]:
    """Return the client's newest relationship and their eyes on it. Raises NotFound when there is none."""
    relationship = Relationship.objects.of(me(request)).first()
    if relationship is None:
        raise NotFound("no relationship")
    return relationship, eyes_of(request, relationship)


def common(request: PortalRequest, relationship: Relationship, thread: Thread, eyes: Eyes) -> dict[str, Any]:
    """Return what both pages show: notice, composer, rail."""
    session_at = thread.session.starts_at if thread.session else None
    notes = [letter for letter in thread.letters if is_waiting_note(letter.message)]
    session = eyes.when(session_at) if session_at else ""
    context = {
        "relationship": relationship,
        "thread": thread,
        "eyes": eyes,
        "standing": standing_of(thread, relationship),
        "absence": eyes.state(thread.absence) if thread.absence else "",
        "session": session,
        "others": other_readers(thread.terms, eyes),
        "preset": "",
        "first": first_number(thread),
    }
    if thread.terms is None:
        return context
    signed = thread.agreement is not None
    where, answer = contact_if_known(relationship, thread.terms, request.now)
    setting = Setting(
        sent=thread.guide.sent,
        place=where.place or None,
        session_at=session_at,
        review_on=_review_on(thread),
        signed=signed,
        contact=answer.answer if answer else None,
    )
    facts = client_facts(thread.terms, eyes, session, len(notes), signed=signed)
    kinds = choices(thread.terms, setting, eyes) if context["standing"] is Standing.OPEN else []
    away = elsewhere(where, answer, eyes.therapist, eyes.lang)
    return {
        **context,
        "elsewhere": away,
        "notice": now_notice(thread.terms, eyes),
        "facts": facts,
        "kinds": kinds,
    }


def _review_on(thread: Thread) -> date | None:
    return thread.agreement.review_on if thread.agreement else None
