"""Accounts, log-ins, sign-in, throttling, second factor, settings: the actions, without any page."""

from __future__ import annotations

from datetime import timedelta

import pyotp
import pytest

from intersession.audit.actions import verify_chains
from intersession.audit.models import Entry
from intersession.audit.tags import Tag
from intersession.errors import BadInput, IntersessionError, NotFound
from intersession.keys.accounts import open_account, read_account
from intersession.keys.actions import NewSlot, VaultMoved, write_vault
from intersession.keys.models import Certificate, Slot, Vault
from intersession.keys.renewal import WrongPassphrase, change_passphrase, prove, recover
from intersession.people.accounts import HandleTaken, read_proof
from intersession.people.logins import end_login, end_other_logins, open_logins, start_login, touch
from intersession.people.models import KnownDevice, Login, Person, Role, SignInFailure
from intersession.people.practices import LinkClosed, new_setup_link, open_link
from intersession.people.sealing import fake_kdf, handle_hash, open_text
from intersession.people.signing_in import Attempt, SignInRefused, kdf_for, sign_in
from intersession.people.throttle import TryLater
from world import SUNDAY, account_payload, auth_half, entry, make_person, make_practice, make_world

pytestmark = pytest.mark.django_db
DEVICE = "d" * 43
WRONG = "x" * 43


def code_at(name: str, now) -> str:
    return pyotp.TOTP(entry(name)["totp"]).at(now)


def attempt(name: str = "alma", **change: str) -> Attempt:
    return Attempt(
        **{"handle": name, "auth": auth_half(name), "device": DEVICE, "label": "Firefox", **change}
    )


def wrong(name: str = "alma", **change: str) -> Attempt:
    return (
        attempt(name, auth=WRONG, **change)
        if name in ("alma", "ben", "vera")
        else Attempt(name, WRONG, device=DEVICE)
    )


def fail(times: int, now, **change: str) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            sign_in(attempt=wrong(**change), now=now)


def test_an_account_is_stored_as_a_whole():
    practice = make_practice()
    payload = account_payload("alma")
    payload["slots"][1]["data"] = "AAAA"
    with pytest.raises(IntersessionError):
        open_account(account=read_account(payload), role=Role.CLIENT, practice=practice, now=SUNDAY)
    assert (Person.objects.count(), Certificate.objects.count(), Vault.objects.count()) == (0, 0, 0)


def test_what_is_stored_names_nobody():
    alma = make_person(make_practice(), "alma")
    assert "alma" not in f"{alma.handle_hash}{alma.handle_sealed}{alma.auth_hash}{alma.name}"
    assert open_text(alma.handle_sealed) == "alma"
    assert auth_half("alma") != alma.auth_hash


def test_a_taken_name_is_refused_in_any_spelling():
    practice = make_practice()
    make_person(practice, "alma")
    payload = {**account_payload("ben"), "handle": "ＡＬＭＡ"}
    with pytest.raises(HandleTaken):
        open_account(account=read_account(payload), role=Role.CLIENT, practice=practice, now=SUNDAY)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "short"),
        ("handle", "a b c"),
        ("handle", "ab"),
        ("auth", "?"),
        ("recovery_auth", ""),
        ("slots", []),
        ("certificate", "@"),
        ("kdf", {"salt": "A" * 22, "m": 1024, "t": 3, "p": 4}),
        ("kdf", None),
    ],
)
def test_an_account_payload_with_a_wrong_field_is_refused(field, value):
    with pytest.raises(BadInput):
        read_account({**account_payload("alma"), field: value})


def test_signing_in_starts_a_log_in_and_makes_the_device_known():
    make_person(make_practice(), "alma")
    started = sign_in(attempt=attempt(own_device=True), now=SUNDAY)
    assert started.device == DEVICE
    assert KnownDevice.objects.count() == 1
    assert Login.objects.get().expires_at == SUNDAY + timedelta(days=30)
    assert Entry.objects.filter(tag=Tag.SIGNED_IN).count() == 1


def test_a_shared_device_is_not_remembered_and_its_log_in_is_short():
    make_person(make_practice(), "alma")
    started = sign_in(attempt=attempt(), now=SUNDAY)
    assert started.device == ""
    assert KnownDevice.objects.count() == 0
    assert started.login.expires_at == SUNDAY + timedelta(hours=2)


def test_a_therapist_needs_both_factors():
    make_person(make_practice(), "vera")
    later = SUNDAY
    for code in ("", "000000", "abc", "１２３４５６"):
        later += timedelta(minutes=5)
        with pytest.raises(SignInRefused):
            sign_in(attempt=attempt("vera", code=code), now=later)
    later += timedelta(minutes=5)
    assert sign_in(attempt=attempt("vera", code=code_at("vera", later)), now=later)


def test_a_code_works_once_and_so_do_those_before_it():
    make_person(make_practice(), "vera")
    code = code_at("vera", SUNDAY)
    sign_in(attempt=attempt("vera", code=code), now=SUNDAY)
    before = code_at("vera", SUNDAY - timedelta(seconds=30))
    for spent in (code, before):
        with pytest.raises(SignInRefused):
            sign_in(attempt=attempt("vera", code=spent), now=SUNDAY)
    later = SUNDAY + timedelta(seconds=60)
    assert sign_in(attempt=attempt("vera", code=code_at("vera", later)), now=later)


def test_a_guess_at_the_passphrase_does_not_spend_the_owners_code():
    make_person(make_practice(), "vera")
    code = code_at("vera", SUNDAY)
    with pytest.raises(SignInRefused):
        sign_in(attempt=wrong("vera", code=code), now=SUNDAY)
    assert sign_in(attempt=attempt("vera", code=code), now=SUNDAY)


@pytest.mark.parametrize("name", ["alma", "nobody"])
def test_wrong_tries_wait_longer_each_time_and_never_over_forty_seconds(name):
    make_person(make_practice(), "alma")
    now, waits = SUNDAY, []
    for _ in range(12):
        try:
            sign_in(attempt=wrong(name), now=now)
        except TryLater as later:
            waits.append(later.values["seconds"])
            now += timedelta(seconds=later.values["seconds"])
        except SignInRefused:
            continue
    assert waits
    assert waits == sorted(waits)
    assert max(waits) <= 40


def test_the_right_passphrase_waits_too_and_then_opens():
    make_person(make_practice(), "alma")
    fail(3, SUNDAY)
    with pytest.raises(TryLater) as refused:
        sign_in(attempt=attempt(), now=SUNDAY)
    later = SUNDAY + timedelta(seconds=refused.value.values["seconds"])
    assert sign_in(attempt=attempt(), now=later)
    assert SignInFailure.objects.count() == 0


def test_a_strangers_tries_never_delay_a_known_device():
    make_person(make_practice(), "alma")
    sign_in(attempt=attempt(own_device=True), now=SUNDAY)
    now = SUNDAY
    for _ in range(30):
        now += timedelta(seconds=41)
        with pytest.raises(SignInRefused):
            sign_in(attempt=wrong(device="s" * 43), now=now)
    with pytest.raises(TryLater):
        sign_in(attempt=attempt(device="s" * 43), now=now)
    assert sign_in(attempt=attempt(), now=now)


def test_a_device_known_to_somebody_else_is_a_stranger():
    practice = make_practice()
    make_person(practice, "alma")
    make_person(practice, "ben")
    sign_in(attempt=attempt("ben", own_device=True), now=SUNDAY)
    fail(3, SUNDAY, device="s" * 43)
    with pytest.raises(TryLater):
        sign_in(attempt=attempt("alma"), now=SUNDAY)


def test_unknown_names_get_a_stable_salt_of_the_same_shape():
    practice = make_practice()
    make_person(practice, "alma")
    real, fake = kdf_for("alma"), kdf_for("nobody")
    assert real.keys() == fake.keys()
    assert fake == kdf_for(" NOBODY ")
    assert fake != kdf_for("somebody")
    assert len(str(real["salt"])) == len(str(fake["salt"]))
    assert {k: real[k] for k in ("practice", "m", "t", "p")} == {
        k: fake[k] for k in ("practice", "m", "t", "p")
    }
    assert read_proof({"kdf": fake_kdf("nobody"), "auth": WRONG})


def test_a_closed_account_is_nobody():
    alma = make_person(make_practice(), "alma")
    Person.objects.filter(pk=alma.pk).update(closed_at=SUNDAY)
    with pytest.raises(SignInRefused):
        sign_in(attempt=attempt(), now=SUNDAY)
    assert kdf_for("alma")["salt"] == fake_kdf("alma")["salt"]


def test_old_counters_are_forgotten():
    make_practice()
    with pytest.raises(SignInRefused):
        sign_in(attempt=Attempt("nobody", WRONG), now=SUNDAY)
    with pytest.raises(SignInRefused):
        sign_in(attempt=Attempt("somebody", WRONG), now=SUNDAY + timedelta(days=2))
    assert [row.handle_hash for row in SignInFailure.objects.all()] == [handle_hash("somebody")]


def test_a_used_log_in_lasts_on_but_not_past_its_end():
    alma = make_person(make_practice(), "alma")
    login = start_login(by=alma, now=SUNDAY, label="").login
    for days in (20, 40, 60, 80):
        login.refresh_from_db()
        touch(login, now=SUNDAY + timedelta(days=days))
    login.refresh_from_db()
    assert login.expires_at == SUNDAY + timedelta(days=90)
    assert login.last_seen_at == SUNDAY + timedelta(days=80)


def test_last_used_is_kept_coarsely():
    alma = make_person(make_practice(), "alma")
    login = start_login(by=alma, now=SUNDAY, label="").login
    touch(login, now=SUNDAY + timedelta(minutes=14))
    login.refresh_from_db()
    assert login.last_seen_at == SUNDAY


def test_ending_log_ins():
    practice = make_practice()
    alma, ben = make_person(practice, "alma"), make_person(practice, "ben")
    first, second, third = (start_login(by=alma, now=SUNDAY, label=x).login for x in "abc")
    with pytest.raises(NotFound):
        end_login(by=ben, now=SUNDAY, login=first.id)
    end_login(by=alma, now=SUNDAY, login=first.id)
    assert end_other_logins(by=alma, now=SUNDAY, keep=third.id) == 1
    assert list(open_logins(alma, SUNDAY)) == [third]
    assert second != third


def test_the_vault_swaps_only_to_its_next_version():
    alma = make_person(make_practice(), "alma")
    data = bytes(Vault.objects.get(person=alma).data)
    write_vault(by=alma, version=2, data=data, now=SUNDAY)
    for version in (2, 4, 1):
        with pytest.raises(VaultMoved) as moved:
            write_vault(by=alma, version=version, data=data, now=SUNDAY)
        assert moved.value.values["version"] == 2


def test_the_printed_code_signs_in_without_the_app():
    vera = make_person(make_practice(), "vera")
    started = recover(attempt=attempt("vera", auth=auth_half("vera", "recovery")), now=SUNDAY)
    assert started.person == vera
    assert Entry.objects.filter(tag=Tag.RECOVERED).count() == 1
    with pytest.raises(SignInRefused):
        recover(attempt=attempt("vera"), now=SUNDAY)
    with pytest.raises(SignInRefused):
        recover(attempt=Attempt("nobody", WRONG), now=SUNDAY)


def test_a_change_must_be_proved_and_ends_other_log_ins():
    alma = make_person(make_practice(), "alma")
    here = start_login(by=alma, now=SUNDAY, label="").login
    start_login(by=alma, now=SUNDAY, label="")
    with pytest.raises(WrongPassphrase):
        prove(by=alma, login=here, auth=WRONG, now=SUNDAY)
    prove(by=alma, login=here, auth=auth_half("alma"), now=SUNDAY)
    proof = read_proof({"kdf": fake_kdf("new"), "auth": WRONG})
    data = bytes(Slot.objects.get(person=alma, type="passphrase").data)
    slot = NewSlot("01KBX5G0000000000000000000", "passphrase", data)
    change_passphrase(by=alma, login=here, proof=proof, slot=slot, now=SUNDAY)
    assert list(open_logins(alma, SUNDAY)) == [here]
    assert Slot.objects.get(person=alma, type="passphrase", retired_at=None).id == slot.id
    assert sign_in(attempt=wrong(), now=SUNDAY)
    with pytest.raises(SignInRefused):
        sign_in(attempt=attempt(), now=SUNDAY)


def test_a_setup_link_is_single_timed_and_replaced():
    practice = make_practice()
    old = new_setup_link(practice=practice, now=SUNDAY)
    token = new_setup_link(practice=practice, now=SUNDAY)
    with pytest.raises(LinkClosed):
        open_link(old, SUNDAY)
    assert open_link(token, SUNDAY + timedelta(hours=23))
    with pytest.raises(LinkClosed):
        open_link(token, SUNDAY + timedelta(hours=24))
    make_person(practice, "vera")
    with pytest.raises(LinkClosed):
        open_link(token, SUNDAY)


def test_the_ledger_is_whole_and_names_nobody():
    make_world()
    sign_in(attempt=attempt(own_device=True), now=SUNDAY)
    assert all(fault is None for _, _, fault in verify_chains())
    written = " ".join(str(entry.data) for entry in Entry.objects.all())
    assert not any(name in written.lower() for name in ("alma", "vera", "lindqvist", "firefox"))
