"""What the browser makes, Python opens; what the browser refuses, Python refuses with the same check and code."""

from __future__ import annotations

import pytest

from crypto.vectors import blob, browser, certificate, certificates, device, outer_row, roster
from intersession.device import unlock
from intersession.device.chain import Chain
from intersession.device.inner import build_inner, read_facts, read_inner
from intersession.device.opening import NotBelieved, open_message
from intersession.keys.envelope import check_password_message, read_certificate, recipients
from intersession.keys.facts import read_canonical, write_canonical
from intersession.keys.statements import check_detached, read_roster, read_statement

VECTORS = browser()

# pysequoia does not show the packets inside a message: what it says instead (None: it opens). See docs/adr/0002.
SEEN_OTHERWISE = {
    "unsigned": ("one-signature", "message-signature"),
    "two signatures": None,
    "text literal": None,
    "compressed": ("opens", "message-unreadable"),
}


def named(case):
    return case["name"].replace(" ", "-")


@pytest.mark.parametrize("vector", VECTORS["canonical"])
def test_canonical_json_is_written_alike(vector):
    text = vector["text"].encode()
    if isinstance(vector["value"], dict):
        assert write_canonical(vector["value"]) == text
    assert read_canonical(text) == vector["value"]


@pytest.mark.parametrize("vector", VECTORS["inner"])
def test_inner_mail_is_written_alike(vector):
    facts = read_facts(vector["facts"])
    assert build_inner(facts, vector["text"]) == blob(vector["data"])
    assert read_inner(blob(vector["data"])) == (facts, vector["text"])


@pytest.mark.parametrize("kind", ["passphrase", "recovery"])
def test_slot_and_vault_open(kind):
    given = VECTORS["unlocking"]
    slot = next(slot for slot in given["slots"] if slot["type"] == kind)
    if kind == "passphrase":
        kdf = dict(given["kdf"])
        auth, stays = kdf.pop("auth_half"), kdf.pop("unlock_half")
        halves = unlock.stretch(kdf.pop("passphrase"), **kdf)
        assert (halves.auth_half, halves.unlock_half.hex()) == (auth, stays)
        secret = halves.unlock_half
    else:
        secret = unlock.read_recovery_code(given["recovery"]["text"])
        assert secret.hex() == given["recovery"]["secret"]
        assert unlock.recovery_auth_half(secret) == given["recovery"]["auth_half"]
    check_password_message(blob(slot["data"]))
    key = unlock.open_slot(
        blob(slot["data"]), account=given["account"], type=kind, id=slot["id"], secret=secret
    )
    assert key.hex() == given["vault_key"]
    vault = unlock.open_vault(blob(given["vault"]), key, account=given["account"])
    assert vault["privateKey"] == VECTORS["people"]["alma"]["private_key"]


@pytest.mark.parametrize("name", ["vera", "alma", "mara"])
def test_every_reader_opens_every_message(name):
    reader = device(name)
    for vector in VECTORS["messages"]:
        opened = open_message(
            reader,
            blob(vector["body"]),
            outer_row(vector["outer"]),
            rosters=[roster(0), roster(1)],
            certificates=certificates(),
        )
        assert (opened.text, opened.inner_id) == (vector["text"], vector["inner_id"])
        assert opened.sender.role == "client"


def test_a_reader_added_by_a_later_roster_opens():
    vector = VECTORS["granted_later"]
    opened = open_message(
        device("otto"),
        blob(vector["body"]),
        outer_row(vector["outer"]),
        rosters=[roster(0), roster(1)],
        certificates=certificates(),
    )
    assert opened.text == "Good evening."


def attempt(case):
    reader = device(case.get("reader", "vera"))
    for key, head in case.get("state", {}).get("seen", {}).items():
        sender, dev = key.split("|")
        known = reader.chains.setdefault(case["outer"]["conv"], Chain())
        known.seen[sender, dev, head["n"]] = head["id"]
    rosters = [read_roster(blob(data), certificate("vera")) for data in case.get("rosters", [])]
    return open_message(
        reader,
        blob(case["body"]),
        outer_row(case["outer"]),
        rosters=rosters or [roster()],
        certificates=certificates(),
    )


@pytest.mark.parametrize("case", VECTORS["refused"], ids=named)
def test_what_the_browser_refuses_is_refused(case):
    expected = SEEN_OTHERWISE.get(case["name"], (case["check"], case["code"]))
    if expected is None:
        attempt(case)
        return
    with pytest.raises(NotBelieved) as caught:
        attempt(case)
    assert (caught.value.check, caught.value.code) == expected


def test_rosters():
    first, second = roster(0), roster(1)
    assert [first.sha256, second.sha256] == VECTORS["roster_hashes"]
    again = read_roster(
        blob(VECTORS["rosters"][1]), certificate("vera"), conv=VECTORS["conv"], previous=first
    )
    assert again == second
    assert [member.role for member in second.members] == ["therapist", "client", "custodian", "deputy"]


@pytest.mark.parametrize("vector", VECTORS["statements"], ids=lambda vector: vector["fields"]["kind"])
def test_statements(vector):
    fields = vector["fields"]
    facts = read_statement(blob(vector["data"]), certificates(), conv=VECTORS["conv"])
    assert (facts.kind, facts.dev, facts.n) == (fields["kind"], fields["dev"], fields["n"])
    assert facts.signer == VECTORS["people"]["vera"]["fingerprint"]
    assert facts.ids == tuple((ref["msg"], ref["sha256"]) for ref in fields["ids"])
    assert (facts.until is not None) == (fields["kind"] == "more-time")


def test_agreement_signature():
    given = VECTORS["agreement"]
    document, signature = given["document"].encode(), blob(given["signature"])
    assert (
        check_detached(document, signature, certificate("alma")).signer
        == VECTORS["people"]["alma"]["fingerprint"]
    )


@pytest.mark.parametrize("name", VECTORS["people"])
def test_certificates(name):
    facts = read_certificate(certificate(name))
    person = VECTORS["people"][name]
    assert (facts.fingerprint, facts.enc_fingerprint) == (person["fingerprint"], person["enc_fingerprint"])


def test_a_join_is_locked_to_the_therapist_only():
    assert recipients(blob(VECTORS["join"]["data"])) == [VECTORS["people"]["vera"]["enc_fingerprint"]]
