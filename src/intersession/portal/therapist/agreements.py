"""Pages and doors: a therapist's agreements. What waits for whom, her replies, offers, her signature."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from intersession.agreement.actions import offer as offer_agreement
from intersession.agreement.actions import reply as reply_to
from intersession.agreement.actions.answering import Replied
from intersession.agreement.choices import additions_of, choices_of
from intersession.agreement.errors import WordsMissing
from intersession.agreement.models import Agreement
from intersession.agreement.points import Turn, standings
from intersession.agreement.wording import compose_terms
from intersession.frame import change_text, load_terms
from intersession.frame import render as render_clauses
from intersession.messaging.joining import conversation_moved
from intersession.people.models import Relationship, RelationshipState
from intersession.people.stays import today_of
from intersession.policy.models import PolicyVersion
from intersession.portal.agreement_cards import Card
from intersession.portal.agreement_doors import MOST_BODY, state_of, words_in
from intersession.portal.agreement_pages import (
    day_of,
    on_day,
    print_context,
    sign_context,
    signed,
    standing_context,
)
from intersession.portal.answers import Body, integer, json_door, page, string
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.findings import law_of
from intersession.portal.shown.places import abroad
from intersession.portal.shown.prints import fingerprints
from intersession.portal.therapist.clients import own
from intersession.rules.consent import difference
from intersession.rules.messages import is_review_due
from intersession.rules.vocabulary import AgreementState
from intersession.texts import LANGUAGES, text


@dataclass(frozen=True, slots=True)
class Row:
    """One client in the list: what to say, and whether something waits for the therapist."""

    relationship: Relationship
    fingerprint: str
    lines: tuple[str, ...]
    yours: bool


@page("GET")
def agreements(request: PortalRequest) -> HttpResponse:
    """List every client with what waits for whom; the therapist's own turns first."""
    relationships = list(Relationship.objects.of(me(request)).filter(therapist=me(request)))
    prints = fingerprints(relationships)
    policy = PolicyVersion.objects.latest_of(me(request))
    rows = [row(request, each, prints.get(each.client_id or "", ""), policy) for each in relationships]
    rows.sort(key=lambda each: not each.yours)
    return render(request, "therapist/agreements.html", {"tab": "agreements", "rows": rows})


def row(request: PortalRequest, relationship: Relationship, print: str, policy: PolicyVersion | None) -> Row:
    """Return one client's line."""
    made, active = Agreement.objects.being_made(relationship), Agreement.objects.in_force(relationship)
    lines, yours = _open_line(request, made) if made else ([], False)
    if active:
        lines.append(_active_line(request, active))
    if not lines:
        lines.append(_nothing_line(request, relationship))
    newest = made or active
    if newest and policy and newest.policy_id != policy.id:
        lines.append(text(request.language, "agreement-list-newer"))
    return Row(relationship, print, tuple(lines), yours)


def _open_line(request: PortalRequest, made: Agreement) -> tuple[list[str], bool]:
    turns = [each.turn for each in standings(made)]
    points = turns.count(Turn.THERAPIST)
    if points:
        return [text(request.language, "agreement-list-answered", version=made.version, count=points)], True
    if made.state != AgreementState.READY:
        done = turns.count(Turn.NOBODY)
        values = {"version": made.version, "done": done, "total": len(turns)}
        return [text(request.language, "agreement-list-offered", **values)], False
    days = signed(request, made)
    which = "ready-client" if days["signed_by_me"] else "ready-you" if days["signed_by_other"] else "ready"
    return [text(request.language, f"agreement-list-{which}", version=made.version)], which == "ready-you"


def _active_line(request: PortalRequest, active: Agreement) -> str:
    due = is_review_due(active.signed_terms.schedule, active.review_on, request.now)
    which = "active-due" if due else "active"
    return text(
        request.language,
        f"agreement-list-{which}",
        version=active.version,
        day=on_day(active.review_on, request),
    )


def _nothing_line(request: PortalRequest, relationship: Relationship) -> str:
    closed = Agreement.objects.newest(relationship)
    if closed and closed.ended_at:
        which = "withdrawn" if closed.state == AgreementState.WITHDRAWN else "ended"
        return text(request.language, f"agreement-list-{which}", day=day_of(closed.ended_at, request))
    joined = relationship.state == RelationshipState.ACTIVE
    return text(request.language, "agreement-list-none" if joined else "agreement-list-not-joined")


@page("GET")
def agreement(request: PortalRequest, relationship_id: str) -> HttpResponse:
    """Show one client's agreement: wishes first, then what is settled; and an offer, if one can be made."""
    relationship = own(me(request), relationship_id)
    context = standing_context(request, relationship)
    context |= {"ordered": ordered(context["cards"])} | offering(request, relationship, context)
    context |= law_about(
        request, relationship, context["offer"] or (context["shown"] and context["shown"].policy)
    )
    return render(request, "therapist/agreement.html", frame(context, relationship))


def frame(context: dict[str, Any], relationship: Relationship) -> dict[str, Any]:
    """Return a context with what all of these pages share."""
    home = f"/agreements/{relationship.id}"
    urls = {"print_url": f"{home}/print", "back_url": home, "sign_url": "/agreement-signatures"}
    return context | urls | {"tab": "agreements"}


def law_about(
    request: PortalRequest, relationship: Relationship, policy: PolicyVersion | None
) -> dict[str, Any]:
    """Return what the law says about a policy that is to be agreed, and about contact where the client says to be."""
    on = today_of(me(request), request.now)
    law = law_of(policy.policy, request.language, on) if policy else None
    return {"law": law, "abroad": abroad(relationship, request)}


def ordered(cards: Iterable[Card]) -> list[Card]:
    """Return the clauses with open points first, then answered points, then what waits for the client, then the rest."""

    def place(card: Card) -> int:
        if card.turn == Turn.THERAPIST:
            return 0
        if card.voices:
            return 1
        return 2 if card.turn == Turn.CLIENT else 3

    return sorted(cards, key=place)


def offering(request: PortalRequest, relationship: Relationship, context: dict[str, Any]) -> dict[str, Any]:
    """Return what could be offered now: the newest policy, if it is not on offer or in force already."""
    policy = PolicyVersion.objects.latest_of(me(request))
    now: Agreement | None = context["agreement"] or context["active"]
    if policy is None or relationship.state != RelationshipState.ACTIVE:
        return {"offer": None, "offer_block": "no-policy" if policy is None else "not-joined"}
    if now and now.policy_id == policy.id:
        return {"offer": None, "offer_block": ""}
    chosen = choices_of((now.narrowed_choices or now.choices) if now else {})
    terms = compose_terms(policy.policy, additions_of(now.additions) if now else (), chosen, request.now)
    changes = difference(load_terms(now.terms_text), terms) if now else ()
    language = now.language if now else _language(relationship)
    return {
        "offer": policy,
        "offer_language": language,
        "offer_changes": [change_text(each, request.language) for each in changes],
        "offer_texts": render_clauses(terms, language),
    }


def _language(relationship: Relationship) -> str:
    wanted = relationship.client.language if relationship.client else ""
    return wanted if wanted in LANGUAGES else "en"


@page("POST")
def offer(request: PortalRequest, relationship_id: str) -> HttpResponse:
    """Offer the newest policy to this client."""
    relationship = own(me(request), relationship_id)
    language = request.POST.get("language", "")
    offer_agreement(by=me(request), relationship=relationship, language=language, now=request.now)
    conversation_moved(relationship)
    return HttpResponseRedirect(f"/agreements/{relationship.id}", status=303)


@json_door("POST", limit=MOST_BODY)
def reply(request: PortalRequest, body: Body, relationship_id: str) -> Body:
    """Take the therapist's answer to one point."""
    own(me(request), relationship_id)
    words = words_in(body)
    if words is None:
        raise WordsMissing(field="words")
    given = Replied(
        point=string(body, "point", most=26),
        reply=string(body, "reply", most=20),
        words=words,
        addition=string(body, "addition", most=1_000).strip(),
    )
    edition = integer(body, "edition", least=1, most=1_000_000)
    found = string(body, "agreement", most=26)
    return state_of(reply_to(by=me(request), agreement=found, edition=edition, given=given, now=request.now))


@page("GET")
def signing(request: PortalRequest, relationship_id: str) -> HttpResponse:
    """Show the text to sign, or what stands before that."""
    relationship = own(me(request), relationship_id)
    context = sign_context(request, relationship)
    context |= law_about(request, relationship, context["agreement"].policy)
    return render(request, "therapist/agreement_sign.html", frame(context, relationship))


@page("GET")
def printing(request: PortalRequest, relationship_id: str) -> HttpResponse:
    """Show one version as plain text for paper."""
    relationship = own(me(request), relationship_id)
    return render(
        request, "therapist/agreement_print.html", frame(print_context(request, relationship), relationship)
    )
