"""The doors of signing in, set-up, recovery and settings: same answers, cookies, waits, form tokens, access."""

from __future__ import annotations

from datetime import timedelta

import pyotp
import pytest
import time_machine
from django.conf import settings
from django.test import Client

from intersession.people.models import Login, Person, Way
from intersession.people.practices import new_setup_link
from intersession.people.sealing import open_text
from world import SUNDAY, account_payload, auth_half, entry, make_person, make_practice

pytestmark = pytest.mark.django_db
WRONG = "x" * 43


@pytest.fixture(autouse=True)
def sunday():
    with time_machine.travel(SUNDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def practice():
    return make_practice()


def post(client: Client, url: str, body: dict, method: str = "post", **headers: str):
    return getattr(client, method)(
        url, body, content_type="application/json", headers={"Accept": "application/json", **headers}
    )


def enter(client: Client, name: str = "alma", **change):
    body = {"handle": name, "auth": auth_half(name), "next": "/messages", "own_device": True, **change}
    return post(client, "/sign-in/enter", body)


def sign_in(client: Client, name: str = "alma"):
    code = pyotp.TOTP(entry(name)["totp"]).at(SUNDAY) if entry(name)["totp"] else ""
    answer = enter(client, name, code=code)
    assert answer.status_code == 200
    return answer


def test_unknown_name_wrong_passphrase_and_wrong_code_are_answered_byte_for_byte_alike(practice):
    make_person(practice, "alma")
    make_person(practice, "vera")
    answers = [
        enter(Client(), handle="nobody"),
        enter(Client(), auth=WRONG),
        enter(Client(), "vera", code=""),
        enter(Client(), "vera", code="000000"),
        enter(Client(), "vera", auth=WRONG, code=pyotp.TOTP(entry("vera")["totp"]).at(SUNDAY)),
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1
    assert not any(answer.cookies for answer in answers)


def test_the_salt_differs_and_nothing_else_does(practice):
    make_person(practice, "alma")
    known, unknown = (post(Client(), "/sign-in/salt", {"handle": name}) for name in ("alma", "nobody"))
    assert known.status_code == unknown.status_code == 200
    assert len(known.content) == len(unknown.content)
    assert [*known.json()] == [*unknown.json()]
    assert {**known.json(), "salt": ""} == {**unknown.json(), "salt": ""}
    assert post(Client(), "/sign-in/salt", {"handle": "nobody"}).content == unknown.content


def test_waiting_is_the_same_for_a_name_nobody_has(practice):
    make_person(practice, "alma")
    ends = {}
    for name in ("alma", "nobody"):
        for _ in range(4):
            last = enter(Client(), handle=name, auth=WRONG)
        ends[name] = last
    assert {answer.status_code for answer in ends.values()} == {429}
    assert ends["alma"].content == ends["nobody"].content
    assert ends["alma"].headers["Retry-After"] == ends["nobody"].headers["Retry-After"] == "1"
    assert "one second" in ends["alma"].json()["detail"]


def test_keys_come_only_after_both_factors_and_open_nothing_here(practice):
    make_person(practice, "vera")
    refused = enter(Client(), "vera")
    assert b"vault" not in refused.content
    served = sign_in(Client(), "vera").json()
    assert served["vault"] == entry("vera")["vault"]
    assert {slot["type"] for slot in served["slots"]} == {"passphrase", "recovery"}
    assert "auth" not in served["slots"][0]


def test_cookies_are_strict_and_out_of_reach_of_scripts(practice):
    make_person(practice, "alma")
    cookies = sign_in(Client()).cookies
    for name in (settings.LOGIN_COOKIE, settings.DEVICE_COOKIE):
        assert (cookies[name]["samesite"], cookies[name]["httponly"]) == ("Strict", True)
    assert Login.objects.get().token_hash not in str(cookies)


def test_a_shared_device_gets_a_cookie_for_this_browser_session_only(practice):
    make_person(practice, "alma")
    cookies = enter(Client(), own_device=False).cookies
    assert cookies[settings.LOGIN_COOKIE]["max-age"] == ""
    assert settings.DEVICE_COOKIE not in cookies


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("/messages?a=1", "/messages?a=1"),
        ("https://evil.example/", "/"),
        ("//evil.example", "/"),
        ("/\\evil", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_next_leads_to_our_own_pages_only(practice, asked, given):
    make_person(practice, "alma")
    assert enter(Client(), next=asked).json()["next"] == given


def test_posting_needs_the_form_token(practice):
    make_person(practice, "alma")
    strict = Client(enforce_csrf_checks=True)
    for url in ("/sign-in/salt", "/sign-in/enter", "/recover/enter", "/sign-out"):
        assert post(strict, url, {"handle": "alma"}).status_code == 403
    page = strict.get("/sign-in").content.decode()
    token = page.split('name="csrf-token" content="')[1].split('"')[0]
    assert post(strict, "/sign-in/salt", {"handle": "alma"}, **{"X-CSRFToken": token}).status_code == 200


def test_a_device_that_was_here_before_does_not_wait_for_a_strangers_tries(practice):
    make_person(practice, "alma")
    known = Client()
    sign_in(known)
    for _ in range(5):
        stranger = enter(Client(), auth=WRONG)
    assert stranger.status_code == 429
    assert enter(known).status_code == 200


def test_signing_out_ends_the_log_in_itself(practice):
    make_person(practice, "alma")
    client = Client()
    sign_in(client)
    token = client.cookies[settings.LOGIN_COOKIE].value
    assert client.post("/sign-out").status_code == 303
    again = Client()
    again.cookies[settings.LOGIN_COOKIE] = token
    assert again.get("/keys", headers={"Accept": "application/json"}).status_code == 401


def test_a_log_in_ends_by_itself(practice, sunday):
    make_person(practice, "vera")
    client = Client()
    sign_in(client, "vera")
    sunday.shift(timedelta(hours=23))
    assert client.get("/settings").status_code == 200
    sunday.shift(timedelta(hours=2))
    away = client.get("/settings")
    assert (away.status_code, away.headers["Location"]) == (302, "/sign-in?next=/settings")


def test_set_up_makes_the_therapist_in_one_step(practice):
    token = new_setup_link(practice=practice, now=SUNDAY)
    client = Client()
    assert client.get(f"/setup/{token}").status_code == 200
    secret = post(client, f"/setup/{token}/second-factor", {}).json()["secret"]
    body = {
        "name": "Vera Lindqvist",
        "language": "de",
        "zone": "Europe/Berlin",
        "account": account_payload("vera"),
    }
    wrong = post(client, f"/setup/{token}/finish", {**body, "code": "000000"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "code-wrong")
    assert Person.objects.count() == 0
    done = post(client, f"/setup/{token}/finish", {**body, "code": pyotp.TOTP(secret).at(SUNDAY)})
    assert done.status_code == 200
    vera = Person.objects.get()
    assert (vera.name, vera.language, vera.zone, vera.lock_minutes) == (
        "Vera Lindqvist",
        "de",
        "Europe/Berlin",
        10,
    )
    assert client.get("/keys").json()["account"] == vera.id
    closed = Client().get(f"/setup/{token}")
    assert closed.status_code == 410
    assert "init --new-link" in closed.content.decode()
    assert post(Client(), f"/setup/{token}/finish", {**body, "code": "1"}).status_code == 410


def test_recovery_opens_with_the_printed_code_alone_and_renews_the_passphrase(practice):
    make_person(practice, "vera")
    client = Client()
    refused = post(client, "/recover/enter", {"handle": "vera", "auth": auth_half("vera")})
    assert refused.content == post(client, "/recover/enter", {"handle": "nobody", "auth": WRONG}).content
    opened = post(client, "/recover/enter", {"handle": "vera", "auth": auth_half("vera", "recovery")})
    assert opened.status_code == 200
    slot = {**opened.json()["slots"][0], "id": "01KBX5G0000000000000000000", "type": "passphrase"}
    new = {"kdf": entry("alma")["kdf"], "auth": WRONG}
    body = {"current": auth_half("vera", "recovery"), "new": new, "slot": slot}
    assert (
        post(client, "/settings/passphrase", {**body, "current": "y" * 43}, "put").json()["code"]
        == "wrong-passphrase"
    )
    assert post(client, "/settings/passphrase", body, "put").status_code == 200
    code = pyotp.TOTP(entry("vera")["totp"]).at(SUNDAY)
    assert enter(Client(), "vera", auth=WRONG, code=code).status_code == 200


def test_the_vault_door_swaps_and_tells_who_was_slower(practice):
    make_person(practice, "alma")
    client = Client()
    data = sign_in(client).json()["vault"]
    assert post(client, "/vault", {"version": 2, "data": data}, "put").json() == {"version": 2}
    slower = post(client, "/vault", {"version": 2, "data": data}, "put")
    assert (slower.status_code, slower.json()["code"], slower.json()["values"]) == (
        409,
        "vault-moved",
        {"version": 2},
    )
    assert post(client, "/vault", {"version": 3, "data": "AAAA"}, "put").status_code == 422


def test_settings_are_shown_and_kept(practice):
    make_person(practice, "alma")
    client = Client()
    sign_in(client)
    given = {"language": "de", "zone": "Europe/Vienna", "lock": "7", "place": "AT"}
    assert client.post("/settings/general", given).status_code == 303
    assert client.post("/settings/notices", {"wording": "own", "words": " Tea  at four "}).status_code == 303
    assert client.post("/settings/ways", {"address": "alma@example.org"}).status_code == 303
    alma = Person.objects.get()
    assert (alma.language, alma.zone, alma.lock_minutes, alma.place) == ("de", "Europe/Vienna", 7, "AT")
    assert (alma.notice_wording, alma.notice_words) == ("own", "Tea at four")
    way = Way.objects.get()
    assert "alma" not in way.address_sealed
    assert open_text(way.address_sealed) == "alma@example.org"
    page = client.get("/settings").content.decode()
    assert "alma@example.org" in page
    assert 'lang="de"' in page


@pytest.mark.parametrize(
    ("url", "given"),
    [
        ("general", {"language": "xx", "zone": "Europe/Berlin", "lock": "5"}),
        ("general", {"language": "en", "zone": "Mars/Base", "lock": "5"}),
        ("general", {"language": "en", "zone": "UTC", "lock": "31"}),
        ("general", {"language": "en", "zone": "UTC", "lock": "0"}),
        ("general", {"language": "en", "zone": "UTC", "lock": "5", "place": "ZZ"}),
        ("notices", {"wording": "own", "words": ""}),
        ("notices", {"wording": "own", "words": "x" * 31}),
        ("notices", {"wording": "loud"}),
        ("ways", {"address": "nobody"}),
        ("ways", {"address": "a@b\nBcc: c@d.example"}),
    ],
)
def test_settings_that_do_not_fit_are_said_at_the_form(practice, url, given):
    make_person(practice, "alma")
    client = Client()
    sign_in(client)
    answer = client.post(f"/settings/{url}", given)
    assert answer.status_code == 422
    assert "notice-fault" in answer.content.decode()


def test_a_way_that_was_switched_off_says_why_and_can_come_back(practice):
    make_person(practice, "alma")
    client = Client()
    sign_in(client)
    client.post("/settings/ways", {"address": "alma@example.org"})
    Way.objects.update(disabled_at=SUNDAY, disabled_reason="refused", failures=6)
    assert "came back" in client.get("/settings").content.decode()
    way = Way.objects.get()
    assert client.post(f"/settings/ways/{way.id}/enable").status_code == 303
    assert Way.objects.get().disabled_at is None
    assert client.post(f"/settings/ways/{way.id}/remove").status_code == 303
    assert client.post(f"/settings/ways/{way.id}/remove").status_code == 404


def test_other_log_ins_can_be_ended_but_not_other_peoples(practice):
    make_person(practice, "alma")
    make_person(practice, "ben")
    one, two, ben = Client(), Client(), Client()
    sign_in(one), sign_in(two), sign_in(ben, "ben")
    first = Login.objects.order_by("created_at", "id").first()
    assert ben.post(f"/settings/logins/{first.id}/end").status_code == 404
    assert one.post("/settings/logins/end-others").status_code == 303
    assert two.get("/settings").status_code == 302
    assert one.get("/settings").status_code == 200
    assert ben.get("/settings").status_code == 200


def test_another_code_app_takes_over_after_its_first_code(practice):
    make_person(practice, "vera")
    client = Client()
    sign_in(client, "vera")
    current = auth_half("vera")
    assert post(client, "/settings/second-factor/new", {"current": WRONG}).status_code == 403
    made = post(client, "/settings/second-factor/new", {"current": current}).json()
    body = {"current": current, "sealed": made["sealed"]}
    for wrong, code in (({**body, "code": "000000"}, "code-wrong"), ({**body, "sealed": "x"}, "bad-input")):
        assert post(client, "/settings/second-factor", wrong, "put").json()["code"] == code
    new = pyotp.TOTP(made["secret"])
    assert post(client, "/settings/second-factor", {**body, "code": new.at(SUNDAY)}, "put").status_code == 200
    later = SUNDAY + timedelta(minutes=2)
    with time_machine.travel(later, tick=False):
        assert enter(Client(), "vera", code=pyotp.TOTP(entry("vera")["totp"]).at(later)).status_code == 401
        assert enter(Client(), "vera", code=new.at(later)).status_code == 200
