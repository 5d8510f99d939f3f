"""The sign-out that the quick exit sends on its way out. It works from help pages too, which carry no form token.

Ends this browser's log-in and nothing else: drafts and help pages on the device stay.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt

from intersession.people.logins import end_login
from intersession.portal.answers import page
from intersession.portal.logins import forget_login
from intersession.portal.requests import PortalRequest


@csrf_exempt
@page("POST")
def leave(request: PortalRequest) -> HttpResponse:
    """Sign this browser out; 204 also when nobody is signed in. Refuses other sites with 403.

    A kept help page has no CSRF token, so the browser's own word on where the request comes from counts instead
    (Fetch Metadata; the Origin header where that is missing).
    """
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site != "same-origin" and (site is not None or origin != settings.ORIGIN):
        return HttpResponse(status=403)
    if request.person and request.login:
        end_login(by=request.person, now=request.now, login=request.login.id)
    return forget_login(HttpResponse(status=204))
