"""The demo's own pages: who can sign in, and the mail that was caught. They are not there outside the demo."""

from __future__ import annotations

import pyotp
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from intersession.demo.catcher import caught
from intersession.demo.people import entry
from intersession.errors import NotFound
from intersession.portal.answers import page
from intersession.portal.requests import PortalRequest

SHOWN = ("vera", "alma", "ben")


@page("GET")
def people(request: PortalRequest) -> HttpResponse:
    """Show the made-up people's log-ins."""
    if not settings.DEMO:
        raise NotFound("no demo")
    rows = []
    for name in SHOWN:
        made = entry(name)
        code = pyotp.TOTP(made["totp"]).at(request.now) if made["totp"] else ""
        rows.append(
            {"handle": made["handle"], "passphrase": made["passphrase"], "code": code, "role": made["role"]}
        )
    return render(request, "public/demo.html", {"people": rows})


@page("GET")
def mail(request: PortalRequest) -> HttpResponse:
    """Show the notices that went out: what a person would see on a locked screen, and nothing else."""
    if not settings.DEMO:
        raise NotFound("no demo")
    return render(request, "public/demo-mail.html", {"mails": caught(settings.HOME)})
