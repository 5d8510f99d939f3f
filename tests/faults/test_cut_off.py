"""The connection ends in the middle of a request: nothing of it is done, and whoever still listens is told."""

from __future__ import annotations

import socket

from faults.house import CSRF, House

SUNDAY = "2026-11-22T21:42:00+00:00"
OPEN = "SELECT count(*) FROM intersession_login WHERE ended_at IS NULL"


def post(house: House, path: str, declared: int, sent: bytes, *, listen: bool = True) -> bytes:
    """Declare a body of so many bytes, send these, and stop. Returns the answer, which only a listener gets."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{house.port}\r\nConnection: close\r\n"
        f"Cookie: login={house.seed['tokens']['alma']}; csrftoken={CSRF}\r\nX-CSRFToken: {CSRF}\r\n"
        f"Accept: application/json\r\nContent-Length: {declared}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", house.port), timeout=10) as line:
        line.sendall(head.encode() + sent)
        if not listen:
            return b""
        # As soon as the first answer may be read, the sending side is closed; a whole request needs it open.
        if len(sent) < declared:
            line.shutdown(socket.SHUT_WR)
        parts = []
        while part := line.recv(65_536):
            parts.append(part)
        return b"".join(parts)


def test_a_request_that_was_cut_off_does_nothing(house):
    house.prepare(0)
    house.start(SUNDAY)
    answer = post(house, "/sign-out", 100, b"all=")
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b'"code": "cut-off"' in answer
    for sent in (b"", b"all=yes"):
        post(house, "/sign-out", 100, sent, listen=False)
    assert house.request("alma", "/sync/" + house.seed["conv"] + "?after=0&rosters=0")[0] == 200
    assert house.rows(OPEN) == [(2,)]
    # The same request, whole, does sign out: the test asks for the right thing.
    assert post(house, "/sign-out", 3, b"all").startswith(b"HTTP/1.1 303 ")
    assert house.rows(OPEN) == [(1,)]
