"""Page and doors: a therapist's hours and rules as a frame file: check it, try it, publish it, fetch it.

The page's module posts the same form as a browser without script and takes the new parts out of the answer, so
there is one rendering.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from intersession.errors import BadInput, IntersessionError, NotFound
from intersession.people.models import Person
from intersession.policy.actions import FILE, MOST_SOURCE, PolicyTooLarge, publish
from intersession.policy.models import PolicyVersion
from intersession.policy.starter import starter
from intersession.portal.answers import Body, integer, json_door, page, string
from intersession.portal.errors import sentence
from intersession.portal.policy_preview import Trial, preview
from intersession.portal.requests import PortalRequest, me
from intersession.rules.vocabulary import Kind

# JSON escapes can make a file up to a good deal longer on its way.
MOST_SENT = 240_000


class NotText(BadInput):
    """The chosen file is no text."""

    code = "policy-not-text"


class NotSure(BadInput):
    """Publishing binds; the box that says so was not ticked."""

    code = "policy-not-sure"


@page("GET", "POST")
def hours(request: PortalRequest) -> HttpResponse:
    """Show the rules with all that follows from them. POST checks or publishes where there is no script."""
    if request.method != "POST":
        return show(request, source_now(me(request), request.language))
    source = request.POST.get("source", "").replace("\r\n", "\n")
    try:
        source = uploaded(request) or source
        if request.POST.get("do") == "publish":
            return publish_form(request, source)
    except IntersessionError as error:
        return show(request, source, fault=sentence(error, request.language), status=error.status)
    return show(request, source)


def publish_form(request: PortalRequest, source: str) -> HttpResponse:
    """Publish from the plain form and go back to the page."""
    if request.POST.get("sure") != "yes":
        raise NotSure(field="sure")
    base = request.POST.get("base", "")
    publish(
        by=me(request),
        source=checked(source).encode(),
        base=int(base) if base.isdecimal() else -1,
        now=request.now,
    )
    return HttpResponseRedirect("/hours")


def uploaded(request: PortalRequest) -> str:
    """Return the text of an uploaded file, "" when there is none. Raises PolicyTooLarge, NotText."""
    file = request.FILES.get("file")
    if file is None:
        return ""
    if (file.size or 0) > MOST_SOURCE:
        raise PolicyTooLarge("file")
    try:
        text = bytes(file.read()).decode()
    except UnicodeDecodeError as problem:
        raise NotText(field="file") from problem
    return text.replace("\r\n", "\n")


def checked(source: str) -> str:
    """Return the file's text if it is not too long. Raises PolicyTooLarge."""
    if len(source.encode()) > MOST_SOURCE:
        raise PolicyTooLarge("source")
    return source


def show(request: PortalRequest, source: str, fault: str = "", status: int = 200) -> HttpResponse:
    """Return the page for a file, published or not. The text a person sent stays in the page."""
    therapist, trial = me(request), trial_from(request)
    versions = list(PolicyVersion.objects.of(therapist))
    try:
        made = preview(source.encode(), trial, therapist, request.language, request.now)
    except BadInput as error:
        trial, fault = default_trial(therapist, request.now), sentence(error, request.language)
        made = preview(source.encode(), trial, therapist, request.language, request.now)
    context: dict[str, Any] = {
        "tab": "hours",
        "source": source,
        "versions": versions,
        "base": versions[0].number if versions else 0,
        "preview": made,
        "texts": [(lang, made.texts.get(lang, ())) for lang in ("en", "de")],
        "trial": trial,
        "kinds": [(kind.value, f"policy-kind-{kind}") for kind in Kind],
        "fault": fault,
        "most": MOST_SOURCE,
    }
    return render(request, "therapist/hours.html", context, status=status)


def source_now(therapist: Person, language: str) -> str:
    """Return the newest published file, or a starter."""
    latest = PolicyVersion.objects.latest_of(therapist)
    return latest.source if latest else starter(therapist, language)


def trial_from(request: PortalRequest) -> Trial:
    """Return the moment to try: from the form, else a coming Sunday night."""
    usual = default_trial(me(request), request.now)
    given = request.POST
    return Trial(given.get("kind", "") or usual.kind, given.get("at", "") or usual.at)


def default_trial(therapist: Person, now: datetime) -> Trial:
    """Return a question on the coming Sunday at 22:41, the hour this program is made for."""
    local = now.astimezone(ZoneInfo(therapist.zone))
    sunday = local + timedelta(days=6 - local.weekday())
    return Trial(Kind.QUESTION.value, sunday.strftime("%Y-%m-%dT22:41"))


@json_door("POST", limit=MOST_SENT, too_large=PolicyTooLarge)
def publish_file(request: PortalRequest, body: Body) -> Body:
    """Publish a file as the next version."""
    source = checked(string(body, "source", most=MOST_SENT))
    base = integer(body, "base", least=0, most=1_000_000)
    return {"number": publish(by=me(request), source=source.encode(), base=base, now=request.now).number}


@page("GET")
def fetch(request: PortalRequest) -> HttpResponse:
    """Return a published version, or the starter, as a file."""
    number, therapist = request.GET.get("version", ""), me(request)
    source = source_now(therapist, request.language)
    if number:
        asked = int(number) if number.isdecimal() and len(number) < 8 else -1
        version = PolicyVersion.objects.of(therapist).filter(number=asked).first()
        if version is None:
            raise NotFound("no such version")
        source = version.source
    answer = HttpResponse(source, content_type="application/toml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{FILE}"'
    return answer
