"""What both sides' agreement pages show, as template contexts. Reads and formats; decides nothing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from intersession.agreement.models import CLOSED_STATES, Agreement
from intersession.agreement.points import blocks
from intersession.agreement.wording import short_fingerprint
from intersession.errors import NotFound
from intersession.frame import change_text, load_terms
from intersession.messaging.joining import conversation_id
from intersession.people.models import Person, Relationship
from intersession.portal.agreement_cards import Card, cards, checks
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.eyes import first_name
from intersession.portal.shown.prints import client_fingerprint
from intersession.rules.consent import difference
from intersession.rules.messages import is_review_due
from intersession.rules.vocabulary import AgreementState
from intersession.texts import day, on_paper, text


def day_of(instant: datetime | None, request: PortalRequest) -> str:
    """Return the day of an instant in the reader's zone, with the year; "" for none."""
    return on_day(instant.astimezone(ZoneInfo(request.zone)).date(), request) if instant else ""


def on_day(on: date | None, request: PortalRequest) -> str:
    """Return a date with the year; "" for none."""
    return day(on, request.language, year=True) if on else ""


def base_context(relationship: Relationship) -> dict[str, Any]:
    """Return what every page about a relationship's agreement needs."""
    return {
        "relationship": relationship,
        "conv": conversation_id(relationship),
        "therapist": first_name(relationship.therapist),
        "fingerprint": client_fingerprint(relationship),
    }


def standing_context(request: PortalRequest, relationship: Relationship) -> dict[str, Any]:
    """Return where a relationship's agreement stands: the offer, what is in force, the points, what waits for whom."""
    person = me(request)
    agreement = Agreement.objects.being_made(relationship)
    active = Agreement.objects.in_force(relationship)
    shown = agreement or active
    made = cards(shown, person, request.language, request.now) if shown else ()
    context = base_context(relationship)
    context |= {
        "agreement": agreement,
        "active": active,
        "shown": shown,
        "cards": made,
        "checks": checks(agreement, made) if agreement else None,
        "versions": versions(request, relationship),
    }
    context |= dates(request, active)
    context |= stopped(request, relationship) if active is None else {}
    return context | (signed(request, agreement) if agreement else {})


def dates(request: PortalRequest, active: Agreement | None) -> dict[str, Any]:
    """Return the dates of the agreement in force, and whether its review is due."""
    if active is None:
        return {"since": "", "review": "", "review_due": False, "narrowed_day": ""}
    return {
        "since": day_of(active.activated_at, request),
        "review": on_day(active.review_on, request),
        "review_due": is_review_due(active.signed_terms.schedule, active.review_on, request.now),
        "narrowed_day": day_of(active.narrowed_at, request),
    }


def stopped(request: PortalRequest, relationship: Relationship) -> dict[str, Any]:
    """Return the newest agreement that was stopped or ended, if nothing is in force."""
    found = (
        Agreement.objects.filter(relationship=relationship, state__in=CLOSED_STATES)
        .order_by("-version")
        .first()
    )
    return {"stopped": found, "stopped_day": day_of(found.ended_at, request) if found else ""}


def signed(request: PortalRequest, agreement: Agreement) -> dict[str, str]:
    """Return on which day each side signed the text as it stands; "" for not yet."""
    mine, other = "", ""
    for each in agreement.signatures.filter(sha256=agreement.sha256):
        if each.person_id == me(request).id:
            mine = day_of(each.signed_at, request)
        else:
            other = day_of(each.signed_at, request)
    return {"signed_by_me": mine, "signed_by_other": other}


def versions(request: PortalRequest, relationship: Relationship) -> list[dict[str, Any]]:
    """Return every version that counts or has counted, newest first."""
    found = Agreement.objects.filter(relationship=relationship).order_by("-version")
    return [
        {
            "version": each.version,
            "state": each.state,
            "day": day_of(
                each.activated_at if each.state == AgreementState.ACTIVE else each.ended_at, request
            ),
        }
        for each in found
    ]


def sign_context(request: PortalRequest, relationship: Relationship) -> dict[str, Any]:
    """Return the page on which a version is signed. Raises NotFound when none is being made."""
    agreement = Agreement.objects.being_made(relationship)
    if agreement is None:
        raise NotFound("nothing to sign")
    made = cards(agreement, me(request), request.language, request.now)
    standing = blocks(agreement)
    before = Agreement.objects.in_force(relationship)
    context = base_context(relationship) | {
        "agreement": agreement,
        "cards": made,
        "checks": checks(agreement, made),
        "before": before,
        "changes": changed(before, agreement, request.language) if before else [],
        "short": short_fingerprint(agreement.sha256),
        "blocked": "",
    }
    if standing:
        number = standing[0].clause.number if standing[0].clause else 0
        context["blocked"] = text(request.language, f"error-sign-{standing[0].code}", clause=number)
    return context | {"signed_at": signed(request, agreement)["signed_by_me"]}


def changed(before: Agreement, after: Agreement, language: str) -> list[str]:
    """Return what changes from what holds now, in plain words."""
    return [
        change_text(each, language) for each in difference(load_terms(before.terms_text), after.signed_terms)
    ]


def print_context(request: PortalRequest, relationship: Relationship) -> dict[str, Any]:
    """Return one version as plain text: `?version=` or what is in force, else the newest. Raises NotFound."""
    agreement = asked_version(request, relationship)
    person = me(request)
    made: tuple[Card, ...] = cards(agreement, person, request.language, request.now)
    return base_context(relationship) | {
        "agreement": agreement,
        "cards": made,
        "parties": agreement.content["parties"],
        "signatures": signatures(request, agreement),
        "since": day_of(agreement.activated_at, request),
        "review": on_day(agreement.review_on, request),
        "narrowed": narrowed(agreement, request.language),
    }


def asked_version(request: PortalRequest, relationship: Relationship) -> Agreement:
    """Return the version the address names. Raises NotFound."""
    number = request.GET.get("version", "")
    every = Agreement.objects.filter(relationship=relationship)
    if number:
        found = every.filter(version=int(number)).first() if number.isdecimal() and len(number) < 8 else None
    else:
        found = Agreement.objects.in_force(relationship) or Agreement.objects.newest(relationship)
    if found is None:
        raise NotFound("no such version")
    return found


def signatures(request: PortalRequest, agreement: Agreement) -> list[dict[str, str]]:
    """Return who signed the text and when, in words."""
    found = (
        agreement.signatures.filter(sha256=agreement.sha256).select_related("person").order_by("signed_at")
    )
    return [
        {
            "who": _signer(each.person, agreement, request.language),
            "role": each.person.role,
            "at": on_paper(each.signed_at, request.zone, request.language),
        }
        for each in found
    ]


def _signer(person: Person, agreement: Agreement, language: str) -> str:
    if person.is_therapist:
        return person.name
    return text(language, "agreement-print-client", code=agreement.relationship.code)


def narrowed(agreement: Agreement, language: str) -> list[str]:
    """Return what the client took back since, in plain words."""
    if agreement.narrowed_terms is None:
        return []
    return [
        change_text(each, language)
        for each in difference(agreement.signed_terms, load_terms(agreement.terms_text))
    ]
