"""Pages and doors: the client's agreement. Answer a clause, sign, print, take something back, stop."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from intersession.agreement.actions import answer, narrow, withdraw
from intersession.agreement.actions.answering import Given
from intersession.agreement.models import Agreement
from intersession.errors import BadInput, NotFound
from intersession.messaging.joining import conversation_moved
from intersession.packs import library
from intersession.people.models import Relationship
from intersession.portal.agreement_doors import MOST_BODY, state_of, words_in
from intersession.portal.agreement_pages import (
    base_context,
    print_context,
    sign_context,
    standing_context,
)
from intersession.portal.answers import Body, integer, json_door, page, string
from intersession.portal.requests import PortalRequest, me
from intersession.portal.shown.places import full_name


def held(request: PortalRequest) -> Relationship:
    """Return the client's newest relationship. Raises NotFound when there is none."""
    found = Relationship.objects.of(me(request)).filter(client=me(request)).first()
    if found is None:
        raise NotFound("no relationship")
    return found


@page("GET")
def agreement(request: PortalRequest) -> HttpResponse:
    """Show the offer clause by clause, or what is in force, or that there is nothing yet."""
    context = standing_context(request, held(request))
    narrowing = [] if context["agreement"] else [card for card in context["cards"] if card.choices]
    own = {"narrowing": narrowing, **law_of(context["shown"], request.language)}
    return render(request, "client/agreement.html", frame(context) | own)


def law_of(shown: Agreement | None, lang: str) -> dict[str, str]:
    """Return the place whose law the agreement is made under; its page tells more."""
    code = shown.signed_terms.therapist.jurisdiction if shown else ""
    known = code in library.codes()
    return {"law_code": code.lower(), "law_name": full_name(code, lang) if known else ""}


def frame(context: dict[str, Any]) -> dict[str, Any]:
    """Return a context with what all of the client's agreement pages share."""
    own = {"tab": "agreement", "print_url": "/agreement/print", "back_url": "/agreement"}
    return context | own | {"sign_url": "/agreement-signatures"}


@page("GET")
def signing(request: PortalRequest) -> HttpResponse:
    """Show the text to sign, or what stands before that."""
    return render(request, "client/sign.html", frame(sign_context(request, held(request))))


@page("GET")
def printing(request: PortalRequest) -> HttpResponse:
    """Show one version as plain text for paper."""
    return render(request, "client/agreement_print.html", frame(print_context(request, held(request))))


@page("GET", "POST")
def stopping(request: PortalRequest) -> HttpResponse:
    """Say what stops and what stays; POST stops at once."""
    relationship = held(request)
    if request.method == "POST":
        withdraw(by=me(request), relationship=relationship, now=request.now)
        conversation_moved(relationship)
        return HttpResponseRedirect("/agreement", status=303)
    running = Agreement.objects.in_force(relationship) or Agreement.objects.being_made(relationship)
    context = frame(base_context(relationship)) | {"can_stop": running is not None}
    return render(request, "client/withdraw.html", context)


@json_door("POST", limit=MOST_BODY)
def clause_answer(request: PortalRequest, body: Body) -> Body:
    """Take the answer to one clause: the stance, sealed words, what was chosen from the clause's list."""
    given = Given(
        clause=string(body, "clause", most=4),
        stance=string(body, "stance", most=20),
        words=words_in(body),
        choices=mapping(body, "choices") or None,
    )
    edition = integer(body, "edition", least=1, most=1_000_000)
    found = string(body, "agreement", most=26)
    return state_of(answer(by=me(request), agreement=found, edition=edition, given=given, now=request.now))


@json_door("POST")
def narrowing(request: PortalRequest, body: Body) -> Body:
    """Take something back from the agreement in force."""
    choices = mapping(body, "choices")
    if not all(isinstance(each, dict) for each in choices.values()):
        raise BadInput("choices", field="choices")
    found = string(body, "agreement", most=26)
    return state_of(narrow(by=me(request), agreement=found, choices=choices, now=request.now))


def mapping(body: Body, field: str) -> dict[str, Any]:
    """Return a field that is an object, empty when it is missing. Raises BadInput."""
    value = body.get(field) or {}
    if not isinstance(value, dict):
        raise BadInput(field, field=field)
    return value
