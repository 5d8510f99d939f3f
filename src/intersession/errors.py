"""The errors an action may raise. Doors turn them into pages and problem+json in one place (portal/answers.py).

A "later" or "not this way" from a rule is not an error but a value with reasons; see rules/reasons.py.
"""

from __future__ import annotations

from datetime import datetime


class IntersessionError(Exception):
    """Something a person asked for can't be done.

    `code` names a text in every language (`error-<code>`), `status` is the HTTP status, `values` are the
    text's named values; an instant is shown in the reader's zone. The message itself is for logs and tests; it
    never holds personal data.
    """

    code = "failed"
    status = 400

    def __init__(self, message: str = "", /, **values: str | int | datetime) -> None:
        super().__init__(message or self.code)
        self.values = values


class NotFound(IntersessionError):
    """There is no such thing for this person. Foreign things are answered the same way."""

    code = "not-found"
    status = 404


class NotSignedIn(IntersessionError):
    """The request carries no log-in, or one that has ended."""

    code = "not-signed-in"
    status = 401


class BadInput(IntersessionError):
    """A field is missing or has the wrong shape. `values["field"]` names it."""

    code = "bad-input"
    status = 422


class Conflict(IntersessionError):
    """Somebody was faster: what the request was made for has changed."""

    code = "conflict"
    status = 409


class TooLarge(IntersessionError):
    """The body is over its limit. `values["limit"]` is the limit in bytes."""

    code = "too-large"
    status = 413


class ChannelError(Exception):
    """A channel could not hand over a notice. `permanent` means another try can't help."""

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__(message)
        self.permanent = permanent
