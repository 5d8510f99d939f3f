"""Django middleware: a database that stays locked or does not answer is said as what it is, and may be tried again.

Nothing was stored then, or the whole action was; sending the same id again shows which.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from intersession.errors import IntersessionError
from intersession.portal.errors import as_answer

log = logging.getLogger(__name__)
SECONDS = "5"


class Busy(IntersessionError):
    """The database did not answer in time."""

    code = "busy"
    status = 503


class SayBusy:
    """The middleware. Other faults go on to the 500 page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 503 with a sentence when it was the database."""
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        log.error("the database did not answer: %s", type(exception).__name__)
        answer = as_answer(request, Busy())
        answer.headers["Retry-After"] = SECONDS
        return answer
