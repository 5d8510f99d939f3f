"""Django middleware: after each request that changed something, open pages of this process look what is new.

Says only that something moved, not what or whose; each stream finds out for itself (live.py).
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from intersession.live import wake

CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def wake_streams(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Return the middleware."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method in CHANGING and response.status_code < 400:
            wake()
        return response

    return answer
