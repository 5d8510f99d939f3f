"""The two kinds of door functions: pages and JSON. They parse, map errors, and nothing else."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse

from intersession.errors import BadInput, IntersessionError, TooLarge
from intersession.portal.errors import as_answer
from intersession.portal.requests import PortalRequest

Body = dict[str, Any]


def page(*methods: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Mark a view as a page: only these methods, and errors become a page with one clear sentence."""

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def door(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if request.method not in methods and not (request.method == "HEAD" and "GET" in methods):
                return HttpResponseNotAllowed(methods)
            try:
                return view(cast(PortalRequest, request), *args, **kwargs)
            except IntersessionError as error:
                return as_answer(request, error)

        return door

    return wrap


def json_door(
    method: str, *, limit: int = 65_536, too_large: type[TooLarge] = TooLarge
) -> Callable[[Callable[..., Body | HttpResponse]], Callable[..., HttpResponse]]:
    """Mark a view as a JSON door: parses the body (at most `limit` bytes), answers a dict as JSON.

    `too_large`: the error of a longer body, where "send it in two parts" would be no advice.
    POST and PUT views take the parsed body as second argument; GET and DELETE views don't.
    """

    def wrap(view: Callable[..., Body | HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def door(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if request.method != method:
                return HttpResponseNotAllowed([method])
            try:
                given = [parse_json(request, limit, too_large)] if method in ("POST", "PUT") else []
                answer = view(cast(PortalRequest, request), *given, *args, **kwargs)
            except IntersessionError as error:
                return as_answer(request, error)
            return answer if isinstance(answer, HttpResponse) else JsonResponse(answer)

        return door

    return wrap


def parse_json(request: HttpRequest, limit: int, too_large: type[TooLarge] = TooLarge) -> Body:
    """Return the body as a JSON object. Raises `too_large` or BadInput."""
    length = int(request.headers.get("Content-Length") or 0)
    if length > limit or len(request.body) > limit:
        raise too_large(f"{length} bytes", limit=limit)
    try:
        body = json.loads(request.body)
        # Half a character ("\\ud800") is JSON, but no text: no database and no page could hold it.
        json.dumps(body, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as problem:
        raise BadInput("not JSON", field="JSON") from problem
    if not isinstance(body, dict):
        raise BadInput("not an object", field="JSON")
    return body


def string(body: Body, field: str, *, most: int, least: int = 0) -> str:
    """Return a text field with a length between `least` and `most`. Raises BadInput that names the field."""
    value = body.get(field, "")
    if not isinstance(value, str) or not least <= len(value) <= most:
        raise BadInput(field, field=field)
    return value


def integer(body: Body, field: str, *, least: int, most: int) -> int:
    """Return a whole number in range. Raises BadInput that names the field."""
    value = body.get(field)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise BadInput(field, field=field)
    return value


def sealed(body: Body, field: str, *, most: int) -> bytes:
    """Return a base64 field as bytes, at most `most`. Raises BadInput or TooLarge."""
    value = body.get(field)
    if not isinstance(value, str):
        raise BadInput(field, field=field)
    try:
        data = base64.b64decode(value, validate=True)
    except binascii.Error as problem:
        raise BadInput(field, field=field) from problem
    if len(data) > most:
        raise TooLarge(f"{len(data)} bytes", limit=most)
    return data
