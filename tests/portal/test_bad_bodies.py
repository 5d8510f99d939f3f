"""Bodies that no door can read: too large, too deep, half characters. One sentence in the reader's language, never a 500."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from intersession.front import MAX_BODY, MOST_DROPPED, UNREAD, Front, Unread
from intersession.people.logins import start_login
from intersession.portal.access import ACCESS, Who
from world import make_person, make_practice

pytestmark = pytest.mark.django_db
CHUNK = b"x" * 65_536
# The JSON doors that are open to everybody: whatever anybody sends arrives there.
OPEN_DOORS = [
    "/sign-in/salt",
    "/sign-in/enter",
    "/recover/enter",
    "/i/01KE6JQ300000000000000000A/handle",
    "/i/01KE6JQ300000000000000000A/join",
    "/setup/no-such-token/second-factor",
    "/setup/no-such-token/finish",
]


def ask(path: str, size: int, *, cut: bool = False, **headers: str) -> tuple[int, str, int]:
    """Send a body of `size` bytes through the front, in pieces; status, text, and how many bytes were taken.

    `cut`: the sender leaves before the end.
    """
    taken = 0
    sent: list[dict] = []

    async def receive() -> dict:
        nonlocal taken
        if cut and taken == size:
            return {"type": "http.disconnect"}
        piece = CHUNK[: size - taken]
        taken += len(piece)
        return {"type": "http.request", "body": piece, "more_body": cut or taken < size}

    async def send(event: dict) -> None:
        sent.append(event)

    scope = {
        "type": "http",
        "method": "POST",
        "path": path,
        "query_string": b"",
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }
    front = Front(get_wsgi_application())
    front.pool = ThreadPoolExecutor(1)
    asyncio.run(front(scope, receive, send))
    front.pool.shutdown()
    return sent[0]["status"], sent[1]["body"].decode(), taken


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "This is too long to send at once."), ("de", "Das ist zu lang für eine Sendung.")],
)
@pytest.mark.parametrize("size", [MAX_BODY + 1, 10 * 1024 * 1024])
def test_a_body_over_the_limit_is_a_page_with_help_in_the_readers_language(lang, said, size):
    status, page, taken = ask("/sign-in", size, accept="text/html", accept_language=lang, host="127.0.0.1")
    assert status == 413
    assert said in page
    assert 'href="/help' in page
    # Read to its end: a browser that is still sending would not see the answer.
    assert taken == size


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "This did not arrive whole."), ("de", "Das kam nicht vollständig an.")]
)
@pytest.mark.parametrize("size", [0, 5, len(CHUNK) + 1])
def test_a_body_that_was_cut_off_is_refused_in_the_readers_language(lang, said, size):
    status, page, _ = ask(
        "/sign-out", size, cut=True, accept="text/html", accept_language=lang, host="127.0.0.1"
    )
    assert status == 400
    assert said in page


def test_a_cut_off_body_over_the_limit_is_still_cut_off():
    status, text, _ = ask("/leave", MAX_BODY + 1, cut=True, accept="application/json", host="127.0.0.1")
    assert (status, json.loads(text)["code"]) == (400, "cut-off")


def test_a_door_answers_a_body_over_the_limit_as_json():
    status, text, _ = ask("/sign-in/salt", MAX_BODY + 1, accept="application/json", host="127.0.0.1")
    assert (status, json.loads(text)["code"]) == (413, "too-large")


@pytest.mark.parametrize("door", ["/hours", "/hours/publish"])
@pytest.mark.parametrize(
    ("lang", "said", "parts"),
    [
        ("en", "too long for a frame file. The limit is 100,000 bytes.", "two parts"),
        ("de", "zu lang für eine Rahmendatei. Die Grenze sind 100.000 Bytes.", "zwei Teilen"),
    ],
)
def test_a_frame_file_over_the_limit_is_not_to_be_sent_in_parts(lang, said, parts, door):
    """Signed in, so not through the front: what it says of such a body is put into the environment here."""
    vera, browser = make_person(make_practice(), "vera", language=lang), Client()
    browser.cookies[settings.LOGIN_COOKIE] = start_login(by=vera, now=timezone.now(), label="").token
    answer = browser.post(door, **{UNREAD: Unread.TOO_LARGE})
    assert answer.status_code == 413
    assert said in answer.content.decode()
    assert parts not in answer.content.decode()


def test_a_flood_is_not_read_to_its_end():
    status, _, taken = ask("/sign-in", MOST_DROPPED * 4, accept="application/json", host="127.0.0.1")
    assert status == 413
    assert taken <= MOST_DROPPED + len(CHUNK)


@pytest.mark.parametrize("path", OPEN_DOORS)
@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(
    "body",
    [
        b"[" * 60_000,
        b'{"a":' * 12_000,
        b'{"handle": "\\ud800"}',
        b'{"a": {"\\udfff": 1}}',
        b"9" * 5_000,
        b"\xff",
    ],
    ids=["deep", "deep objects", "half a character", "half a name", "a long number", "no text"],
)
def test_what_is_no_json_for_us_is_one_sentence(path, lang, body):
    headers = {"accept": "application/json", "accept-language": lang}
    answer = Client(headers=headers).post(path, data=body, content_type="application/json")
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "bad-input")
    assert problem["detail"].startswith({"en": "Something is missing", "de": "Etwas fehlt"}[lang])


def test_no_open_door_is_forgotten():
    tried = {name for name in map(name_of, OPEN_DOORS) if name}
    doors = {name for name, who in ACCESS.items() if who is Who.ANYONE and name.split("-")[-1] in ENDINGS}
    assert tried == doors


ENDINGS = {"salt", "enter", "handle", "join", "factor", "finish"}


def name_of(path: str) -> str:
    """The name of an address."""
    for pattern in get_resolver().url_patterns:
        if isinstance(pattern, URLPattern) and pattern.resolve(path[1:]):
            return pattern.name or ""
    return ""
