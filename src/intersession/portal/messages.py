"""Doors for sealed messages, the same for both sides: send, open, state something signed, ask what is new.

They parse, call one action or read, and answer. Nothing here reads a word, and nothing here decides.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from intersession.errors import BadInput
from intersession.keys.models import Certificate
from intersession.keys.rosters import certificates_in
from intersession.messaging.actions import MAX_BODY, Sending, submit_message
from intersession.messaging.letters import Desk, letters
from intersession.messaging.models import Message, Statement
from intersession.messaging.opening import open_message
from intersession.messaging.reads import Sync, sync_for
from intersession.messaging.statements import MOST_STATEMENT, record_statement
from intersession.portal.answers import integer, json_door, sealed, string
from intersession.portal.letters import composer_json, letter_json, states_json
from intersession.portal.requests import PortalRequest, me

Body = dict[str, Any]
# Base64 of the longest envelope, and the small fields beside it.
MOST_JSON = MAX_BODY * 4 // 3 + 16_384
MOST_ALSO = 20
FAR = 2**53


@json_door("POST", limit=MOST_JSON)
def send(request: PortalRequest, body: Body, conv: str) -> Body:
    """Store a sealed message, or answer the one stored under its id before."""
    sending = Sending(
        id=string(body, "id", least=26, most=26),
        kind=string(body, "kind", least=1, most=12),
        body=sealed(body, "body", most=MAX_BODY),
        roster_seq=integer(body, "roster_seq", least=0, most=FAR),
        agreement=string(body, "agreement", most=26),
        reply_to=_optional(body, "reply_to"),
        supersedes=_optional(body, "supersedes"),
        also=_ids(body, "also"),
        at_once=body.get("at_once") is True,
    )
    accepted = submit_message(by=me(request), now=request.now, conversation=conv, sending=sending)
    message = accepted.message
    return {
        "id": message.id,
        "seq": message.seq,
        "received_at": message.received_at.isoformat(),
        "sha256": message.body_sha256,
        "replayed": accepted.replayed,
        "letter": _letter(request, message),
    }


@json_door("POST")
def open_one(request: PortalRequest, body: Body, conv: str, message: str) -> Body:
    """Hand a message over to its reader. From then on it can't be changed or taken back."""
    on_purpose = body.get("on_purpose") is True
    found = open_message(
        by=me(request), now=request.now, conversation=conv, message=message, on_purpose=on_purpose
    )
    return {"letter": _letter(request, found)}


@json_door("POST", limit=MOST_STATEMENT * 2)
def state(request: PortalRequest, body: Body, conv: str) -> Body:
    """Store a signed statement: opened, taken back, more time."""
    data = sealed(body, "data", most=MOST_STATEMENT)
    recorded = record_statement(by=me(request), now=request.now, conversation=conv, data=data)
    about = letters(
        recorded.messages, _desk(request, recorded.statement.conversation.relationship, bodies=False)
    )
    return {
        "seq": recorded.statement.seq,
        "kind": recorded.statement.kind,
        "states": states_json(about, request),
    }


@json_door("GET")
def sync(request: PortalRequest, conv: str) -> Body:
    """Answer what is new since `after`, and every state that may have changed. With `more`, ask again after `seq`."""
    after, rosters = _number(request, "after"), _number(request, "rosters")
    found = sync_for(me(request), conv, after, rosters, request.now)
    return {
        "conv": found.conversation.id,
        "seq": found.upto,
        "moves": found.conversation.moves,
        "more": found.more,
        "roster_seq": found.roster_seq,
        "agreement": found.standing.agreement.id if found.standing.agreement else "",
        "composer": composer_json(found.standing.closed, request.language),
        "guide": {
            "sent_in_window": found.guide.sent,
            "messages_per_week": found.guide.messages_per_week,
            "words": found.guide.words,
        },
        "messages": [
            letter_json(each, request.language, request.zone, request.now) for each in found.letters
        ],
        "states": states_json(found.states, request),
        "gone": list(found.gone),
        **_keys(found),
    }


def _keys(found: Sync) -> Body:
    """Return what a device needs to check and open: statements, new rosters, every certificate of the two."""
    certificates = certificates_in(found.conversation.relationship)
    fingerprints = {row.person_id: row.fingerprint for row in certificates}
    return {
        "statements": [_statement(row, fingerprints.get(row.author_id, "")) for row in found.statements],
        "rosters": [{"seq": row.seq, "sha256": row.sha256, "data": _text(row.data)} for row in found.rosters],
        "certificates": [_certificate(row) for row in certificates],
    }


def _statement(row: Statement, fingerprint: str) -> Body:
    about = {
        "id": row.id,
        "seq": row.seq,
        "kind": row.kind,
        "author": row.author_id,
        "author_fp": fingerprint,
    }
    return {
        **about,
        "messages": row.messages,
        "data": _text(row.data),
        "created_at": row.created_at.isoformat(),
    }


def _certificate(row: Certificate) -> Body:
    whose = {"person": row.person_id, "role": row.person.role}
    keys = {"fingerprint": row.fingerprint, "enc_fingerprint": row.enc_fingerprint}
    return {**whose, **keys, "data": _text(row.data), "replaced": row.replaced_at is not None}


def _text(data: bytes | memoryview) -> str:
    return b64encode(bytes(data)).decode()


def _desk(request: PortalRequest, relationship: Any, *, bodies: bool = True) -> Desk:
    return Desk(me(request), relationship, request.now, bodies=bodies)


def _letter(request: PortalRequest, message: Message) -> Body:
    [letter] = letters([message], _desk(request, message.conversation.relationship))
    return letter_json(letter, request.language, request.zone, request.now)


def _optional(body: Body, field: str) -> str:
    """Return an id or "" for a field that is missing or null."""
    return string({field: body.get(field) or ""}, field, most=26)


def _ids(body: Body, field: str) -> tuple[str, ...]:
    given = body.get(field) or []
    if (
        not isinstance(given, list)
        or len(given) > MOST_ALSO
        or not all(isinstance(each, str) for each in given)
    ):
        raise BadInput(field, field=field)
    return tuple(given)


def _number(request: PortalRequest, name: str) -> int:
    """Return a number of the address, 0 when it is missing. Raises BadInput."""
    given = request.GET.get(name, "0")
    if not (given.isascii() and given.isdigit() and len(given) <= 15):
        raise BadInput(name, field=name)
    return int(given)
