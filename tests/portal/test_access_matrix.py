"""Every address × every reader × every method: what is not yours does not exist, nothing breaks, nothing leaks.

Made from the urls themselves: an address whose values or body are not known here fails, so that no new page is forgotten.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pytest
import time_machine
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse
from ulid import ULID

from crowd import NOBODY, WHO, Crowd, build_crowd
from intersession.agreement.models import Agreement
from intersession.portal.access import ACCESS, Who, may_open

pytestmark = pytest.mark.django_db
METHODS = ("get", "post", "put", "delete")
PATTERNS = {one.name: one for one in get_resolver().url_patterns if isinstance(one, URLPattern)}
# Forms that a page posts without script. Everything else that is posted is JSON.
FORMS = {
    "session-set": {"date": "2026-12-01", "time": "10:00", "minutes": "50"},
    "session-move": {"date": "2026-12-01", "time": "11:00", "minutes": "50"},
    "session-cancel": {},
    "place": {"kind": "travelling", "place": "AT", "from": "2026-11-22", "until": "2026-12-12"},
    "place-end": {},
    "place-resume": {},
    "agreement-offer": {"language": "en"},
    "agreement-withdraw": {},
    "settings-general": {"language": "de", "zone": "Europe/Berlin", "lock": "5", "place": "DE"},
    "settings-notices": {"wording": "neutral"},
    "settings-way-new": {"address": "new@example.org"},
    "settings-way-remove": {},
    "settings-way-enable": {},
    "settings-logins-end-others": {},
    "settings-login-end": {},
    "hours": {"source": "frame = 1"},
    "record": {},
    "register": {"do": "breach", "noticed": "2026-11-20T10:00"},
    "register-one": {"do": "finish", "outcome": "given"},
    "register-record": {"do": "hold", "reason": "court"},
    "sign-out": {},
    "leave": {},
}
# An invitation is for whoever holds its link; that page tells whose it is and what it opens.
TELLS_ITS_THERAPIST = {"invited"}
NOT_YOURS = {404, 405}
ACCEPT = {
    "get": "text/html",
    "post": "application/json",
    "put": "application/json",
    "delete": "application/json",
}


@dataclass
class Asked:
    """One request of the matrix: its address, and what it carries."""

    name: str
    path: str
    body: dict[str, object]
    form: bool
    accept: str

    def send(self, browser, method: str):
        """Ask and undo whatever it changed."""
        more = {} if self.form else {"content_type": "application/json"}
        data = self.body if self.form or method == "get" else json.dumps(self.body)
        if method == "get":
            data, more = {}, {}
        with transaction.atomic():
            answer = getattr(browser, method)(self.path, data, headers={"accept": self.accept}, **more)
            transaction.set_rollback(True)
        return answer

    def carries(self, things: set[str]) -> set[str]:
        """Which of these things the request names itself."""
        whole = self.path + json.dumps(self.body)
        return {thing for thing in things if thing in whole}


@pytest.fixture(scope="module")
def crowd(django_db_setup, django_db_blocker) -> Iterator[Crowd]:
    """Built once: each request of the matrix is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_crowd()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def sunday(crowd):
    with time_machine.travel(crowd.talk.now, tick=False):
        yield


def arguments(crowd: Crowd, name: str) -> dict[str, str]:
    """Return Alma's, or for invitations the open invitation's, value for each part of an address."""
    pending = name in PENDING
    values = {
        "conv": crowd.talk.conv,
        "message": crowd.message.id,
        "relationship_id": crowd.invitation.relationship_id if pending else crowd.talk.relationship.id,
        "session_id": crowd.session.id,
        "agreement_id": crowd.talk.agreement,
        "side": "client",
        "invitation_id": crowd.invitation.id,
        "token": "no-such-token",
        "way": crowd.way.id,
        "login": crowd.login.id,
        "code": "de",
        "stay": crowd.stay.id,
        "id": crowd.deadline.id,
    }
    wanted = PATTERNS[name].pattern.regex.groupindex
    missing = [part for part in wanted if part not in values]
    assert not missing, f"{name}: say in this test what {missing} may be"
    return {part: values[part] for part in wanted}


PENDING = {"client-invite-anew", "client-invitation-revoke"}


@lru_cache
def bodies(crowd: Crowd, who: str) -> dict[str, dict[str, object]]:
    """Return for each JSON door a body that its owner's browser would send."""
    talk, agreement = crowd.talk, Agreement.objects.get(pk=crowd.offered)
    sealed = talk.sealed[crowd.message.id]
    text = b64encode(sealed.body).decode()
    taken_back = b64encode(talk.statement(talk.alma, "withdraw", crowd.message)).decode()
    half, point = "a" * 43, agreement.answers.current().get(clause="A5")
    about = {"agreement": agreement.id, "edition": agreement.edition}
    words = {"id": str(ULID()), "roster_seq": 1, "body": text}
    kind = "note" if who in ("vera", "gerd") else "question"
    letter = {"kind": kind, "id": crowd.message.id, "roster_seq": 1, "agreement": crowd.talk.agreement}
    proof = {"current": half}
    return {
        "message-send": {**letter, "body": text},
        "message-open": {"on_purpose": True},
        "statement-record": {"data": taken_back},
        "client-invite": {"auth": half},
        "client-invite-anew": {"auth": half},
        "client-invitation-revoke": {},
        "client-confirm": {"roster": text},
        "client-refuse": {},
        "agreement-reply": {**about, "point": point.id, "reply": "unchanged", "words": words},
        "agreement-answer": {**about, "clause": "A1", "stance": "agree"},
        "agreement-narrow": {"agreement": agreement.id, "choices": {}},
        "agreement-signature": {"agreement": agreement.id, "sha256": agreement.sha256, "signature": text},
        "hours-publish": {"source": "frame = 1", "base": 0},
        "invitation-handle": {"auth": half, "handle": "somebody"},
        "invitation-join": {"auth": half},
        "setup-second-factor": {},
        "setup-finish": {},
        "sign-in-salt": {"handle": "alma"},
        "sign-in-enter": {"handle": "alma", "auth": half, "next": "/"},
        "recover-enter": {"handle": "alma", "auth": half},
        "vault": {"version": 2, "data": text},
        "settings-passphrase": proof,
        "settings-second-factor-new": proof,
        "settings-second-factor": proof,
        "settings-recovery-code": proof,
    }


def asked(crowd: Crowd, who: str, name: str, method: str, **other: str) -> Asked:
    """Return this reader's request for an address, with `other` values in place of Alma's."""
    given = {**arguments(crowd, name), **other}
    form = name in FORMS
    body = {} if method == "get" else FORMS[name] if form else bodies(crowd, who).get(name, {})
    return Asked(name, reverse(name, kwargs=given), body, form, ACCEPT[method])


def leaks(crowd: Crowd, who: str, request: Asked, text: str) -> list[str]:
    """Return what the answer shows that this reader must not meet and did not name."""
    hidden = crowd.hidden_from(who) - request.carries(crowd.hidden_from(who))
    if request.name in TELLS_ITS_THERAPIST:
        hidden -= crowd.things["vera"] | crowd.things["invited"]
    return sorted(thing for thing in hidden if thing in text)


def fault(crowd: Crowd, who: str, request: Asked, method: str, answer) -> str:
    """Return what is wrong with an answer, empty when nothing is."""
    role = None if who == NOBODY else crowd.people[who].role
    status, text = answer.status_code, answer.content.decode(errors="replace")
    where = f"{who} {method.upper()} {request.path}: {status}"
    if status >= 500:
        return f"{where} a fault"
    if found := leaks(crowd, who, request, text):
        return f"{where} shows {found}"
    if not may_open(request.name, role):
        if who != NOBODY:
            return "" if status == 404 else f"{where} is not theirs"
        to_sign_in = status == 302 and answer["Location"].startswith("/sign-in?next=")
        return "" if status == 401 or to_sign_in else f"{where} needs a log-in"
    if ACCESS[request.name] is not Who.ANYONE and request.carries(crowd.hidden_from(who)):
        return "" if status in NOT_YOURS else f"{where} carries what is not theirs"
    return ""


@pytest.mark.parametrize("who", WHO)
def test_what_is_not_yours_does_not_exist(crowd, who):
    browser, faults = crowd.browser(who), []
    for name in PATTERNS:
        for method in METHODS:
            request = asked(crowd, who, name, method)
            faults.append(fault(crowd, who, request, method, request.send(browser, method)))
    assert list(filter(None, faults)) == []


@pytest.mark.parametrize("who", ["ben", "gerd", "otto"])
def test_foreign_and_unknown_are_answered_alike(crowd, who):
    browser, faults = crowd.browser(who, accept="application/json"), []
    for name in PATTERNS:
        values = {k: v for k, v in arguments(crowd, name).items() if v in crowd.hidden_from(who)}
        if not values or ACCESS[name] is Who.ANYONE:
            continue
        for method in ("get", "post"):
            unknown = asked(crowd, who, name, method, **{part: str(ULID()) for part in values})
            foreign = asked(crowd, who, name, method)
            unknown.accept = foreign.accept = "application/json"
            answers = [one.send(browser, method) for one in (foreign, unknown)]
            if len({(one.status_code, one.content) for one in answers}) != 1:
                faults.append((name, method, [one.status_code for one in answers]))
    assert faults == []


def tried(crowd: Crowd, *methods: str) -> dict[str, set[int]]:
    """How Vera and Alma, whose things the samples are, are answered at each address."""
    answers: dict[str, set[int]] = {name: set() for name in PATTERNS}
    for who in ("vera", "alma"):
        browser = crowd.browser(who)
        for name in PATTERNS:
            answers[name] |= {asked(crowd, who, name, one).send(browser, one).status_code for one in methods}
    return answers


def test_the_samples_are_real(crowd):
    """Each address with Alma's values opens for somebody: with a wrong sample the matrix would pass for nothing."""
    foreign = [name for name in PATTERNS if arguments(crowd, name) and ACCESS[name] is not Who.ANYONE]
    answers = tried(crowd, "get", "post")
    assert [name for name in foreign if answers[name] <= {401, 404, 405}] == []


def test_every_door_that_takes_something_has_a_sample(crowd):
    taking = {name for name, answers in tried(crowd, "post", "put").items() if not answers <= {404, 405}}
    assert taking - {*FORMS, *bodies(crowd, "vera")} == set()
