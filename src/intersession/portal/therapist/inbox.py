"""The therapist's first page: what is due, in due order; notes for sessions; the quiet drawer, closed; her day."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render

from intersession.agreement.models import Agreement
from intersession.messaging.reads import Inbox, inbox_for
from intersession.messaging.standing import policy_terms
from intersession.people.models import Person, Relationship, RelationshipState, Session
from intersession.people.stays import today_of
from intersession.policy.models import PolicyVersion
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.eyes import Eyes
from intersession.portal.shown.findings import Lapsing, lapsing
from intersession.portal.shown.inbox_rows import (
    Row,
    due_row,
    near,
    quiet_row,
    session_rows,
    today,
    unsigned_row,
    waiting_row,
)
from intersession.portal.shown.places import abroad
from intersession.portal.shown.prints import client_fingerprints
from intersession.records.models import Deadline
from intersession.rules.hours import day_plan
from intersession.rules.states import absence_state
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import AgreementState, Viewer
from intersession.texts import day_long, text


@page("GET")
def inbox(request: PortalRequest) -> HttpResponse:
    """Show the inbox as it is at this moment."""
    therapist = me(request)
    eyes = Eyes(Viewer.THERAPIST, request.language, request.zone, request.zone, request.now, "", "")
    found = inbox_for(therapist, request.now)
    peers = client_fingerprints(therapist)
    context = {
        "tab": "inbox",
        "eyes": eyes,
        "today": day_long(today(eyes), eyes.lang),
        "lead": _lead(found, eyes),
        "lead_late": eyes.say("inbox-lead-late", count=len(found.late)) if found.late else "",
        "drawer_title": _drawer_title(found, eyes),
        "empty": _empty(found, eyes),
        "deadlines": Deadline.objects.of(therapist).pressing(request.now).count(),
        **_rows(found, eyes, peers),
        **_rail(therapist, policy_terms(therapist, request.now), eyes, peers),
        "away": away(request, peers),
        "lapsing": lapses_of(therapist, request),
    }
    return render(request, "therapist/inbox.html", context)


def _rows(found: Inbox, eyes: Eyes, peers: dict[str, str]) -> dict[str, list[Row]]:
    """Return the lines of each section, with what the device needs to put the names."""
    sections = {
        "late": [due_row(item, eyes) for item in found.late],
        "due_today": [due_row(item, eyes) for item in found.due_today],
        "due_later": [due_row(item, eyes) for item in found.due_later],
        "unsigned": [unsigned_row(item, eyes) for item in found.unsigned],
        "for_sessions": session_rows(found.for_sessions, eyes),
        "waiting": [waiting_row(item, eyes) for item in found.waiting],
        "no_answer_owed": [quiet_row(item, eyes) for item in found.no_answer_owed],
    }
    return {
        name: [replace(row, peer=peers.get(row.client, "")) for row in rows]
        for name, rows in sections.items()
    }


def _lead(found: Inbox, eyes: Eyes) -> str:
    """Return the line under the date: the time, the next reading time, and how much is due today."""
    due = len(found.due_today)
    now = eyes.moment(eyes.now)
    if found.is_open:
        return eyes.say("inbox-lead-open", now=now, count=due)
    if found.next_reading is None:
        return eyes.say("inbox-lead-no-time", now=now, count=due)
    return eyes.say("inbox-lead-next", now=now, next=near(found.next_reading, eyes), count=due)


def _drawer_title(found: Inbox, eyes: Eyes) -> str:
    count = len(found.waiting)
    if found.waiting_until is None:
        return eyes.say("inbox-drawer-no-time", count=count)
    return eyes.say("inbox-drawer", until=near(found.waiting_until, eyes), count=count)


def _empty(found: Inbox, eyes: Eyes) -> str:
    if found.late or found.due_today or found.due_later or found.unsigned:
        return ""
    if found.next_reading is None or found.is_open:
        return eyes.say("inbox-empty")
    return eyes.say("inbox-empty-next", next=near(found.next_reading, eyes))


def _rail(therapist: Person, terms: Terms | None, eyes: Eyes, peers: dict[str, str]) -> dict[str, Any]:
    absence = absence_state(terms, Viewer.THERAPIST, eyes.now) if terms else None
    return {
        "hours": _hours_today(terms, eyes) if terms else "",
        "sessions": _sessions_today(therapist, eyes, peers),
        "absence": eyes.state(absence) if absence else "",
        "agreements": _agreements(therapist, eyes.lang, peers),
        "terms": terms,
    }


def _hours_today(terms: Terms, eyes: Eyes) -> list[str]:
    spans = day_plan(terms.schedule, today(eyes)).spans
    return [eyes.say("inbox-span", start=eyes.moment(start), end=eyes.moment(end)) for start, end in spans]


def _sessions_today(therapist: Person, eyes: Eyes, peers: dict[str, str]) -> list[dict[str, str]]:
    start = datetime.combine(today(eyes), time(), ZoneInfo(eyes.zone))
    found = Session.objects.filter(
        relationship__therapist=therapist,
        practice_id=therapist.practice_id,
        cancelled_at=None,
        starts_at__gte=start,
        starts_at__lt=start + timedelta(days=1),
    ).select_related("relationship")
    return [
        {
            "at": eyes.moment(session.starts_at),
            "code": text(eyes.lang, "thread-client", code=session.relationship.code),
            "peer": peers.get(session.relationship.client_id or "", ""),
        }
        for session in found.order_by("starts_at")
    ]


def away(request: PortalRequest, peers: dict[str, str]) -> list[dict[str, Any]]:
    """Return the clients who said to be elsewhere today, with what it means in a word."""
    current = Relationship.objects.of(me(request)).filter(state=RelationshipState.ACTIVE)
    told = current.filter(client__stays__ended_at=None, client__stays__isnull=False).distinct()
    shown = [(each, abroad(each, request)) for each in told]
    return [
        {
            "relationship": each,
            "abroad": found,
            "peer": peers.get(each.client_id or "", ""),
            "code": text(request.language, "thread-client", code=each.code),
        }
        for each, found in shown
        if found
    ]


def lapses_of(therapist: Person, request: PortalRequest) -> list[Lapsing]:
    """Return what to say about licences and permits that end within 90 days or have ended."""
    policy = PolicyVersion.objects.latest_of(therapist)
    if policy is None:
        return []
    return lapsing(policy.policy.therapist.rights, request.language, today_of(therapist, request.now))


def _agreements(therapist: Person, lang: str, peers: dict[str, str]) -> list[dict[str, Any]]:
    """Return the agreements in which the next step is hers: points to answer, or her signature."""
    waiting = Agreement.objects.filter(
        relationship__therapist=therapist,
        practice_id=therapist.practice_id,
        state__in=(AgreementState.ANSWERED, AgreementState.READY),
    ).select_related("relationship")
    return [
        {
            "agreement": each,
            "relationship": each.relationship,
            "peer": peers.get(each.relationship.client_id or "", ""),
            "code": text(lang, "thread-client", code=each.relationship.code),
        }
        for each in waiting
    ]
