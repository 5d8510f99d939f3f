"""The server's checks of sealed and signed objects: each refusal has a case. It needs no key for any of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pysequoia import Cert, Profile, Tsk, encrypt, sign

from crypto.vectors import blob, browser, certificate, certificates, device, roster
from intersession.device.device import Device, Reader
from intersession.errors import IntersessionError
from intersession.keys import envelope, statements
from intersession.keys.facts import write_canonical
from intersession.keys.packets import EnvelopeShape, read_packets

NOW = datetime(2026, 11, 22, 22, 41, tzinfo=UTC)
VECTORS = browser()
BODY = blob(VECTORS["messages"][0]["body"])
CONV = VECTORS["conv"]


def test_recipients_are_the_roster():
    envelope.check_recipients(BODY, roster(), NOW)
    parts = envelope.split(BODY)
    assert [wrap.enc_fingerprint for wrap in parts.wraps] == [member.enc_fp for member in roster().members]
    assert envelope.join(parts.wraps, parts.sealed) == BODY


def test_a_dropped_reader_is_refused():
    parts = envelope.split(BODY)
    with pytest.raises(envelope.RecipientMissing):
        envelope.check_recipients(envelope.join(parts.wraps[:2], parts.sealed), roster(), NOW)


def test_an_added_reader_is_refused():
    with pytest.raises(envelope.RecipientExtra):
        envelope.check_recipients(blob(VECTORS["granted_later"]["body"]), roster(), NOW)


def test_dates_of_a_member_decide():
    vera, otto = device("vera"), device("otto")
    until = NOW + timedelta(days=20)
    readers = [
        Reader(vera.certificate, "therapist", from_at=NOW - timedelta(days=1)),
        Reader(otto.certificate, "deputy", from_at=NOW, until=until),
    ]
    facts = statements.read_roster(vera.make_roster(CONV, readers, now=NOW), vera.certificate)
    assert [m.role for m in facts.active(NOW - timedelta(seconds=1))] == ["therapist"]
    assert [m.role for m in facts.active(NOW)] == ["therapist", "deputy"]
    assert [m.role for m in facts.active(until)] == ["therapist"]


OUTSIDE = [case for case in VECTORS["refused"] if case["check"] in ("packet-shape", "algorithms")]


@pytest.mark.parametrize("case", OUTSIDE, ids=lambda case: case["name"].replace(" ", "-"))
def test_the_server_sees_wrong_shapes_too(case):
    wanted = EnvelopeShape if case["check"] == "packet-shape" else envelope.EnvelopeAlgorithms
    with pytest.raises(wanted):
        envelope.split(blob(case["body"]))


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_packet_reader(data):
    try:
        packets = read_packets(data)
    except EnvelopeShape:
        return
    assert b"".join(packet.raw for packet in packets) == data


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_readers(data):
    readers = [
        envelope.split,
        envelope.check_password_message,
        envelope.read_certificate,
        lambda d: statements.check_signature(d, certificates()),
        lambda d: statements.read_roster(d, certificate("vera")),
        lambda d: statements.check_detached(b"", d, certificate("vera")),
    ]
    for read in readers:
        with pytest.raises(IntersessionError):
            read(data)


def test_a_password_message_of_another_kind_is_refused():
    with pytest.raises(IntersessionError):
        envelope.check_password_message(encrypt(b"", passwords=["x"], armor=False))
    with pytest.raises(EnvelopeShape):
        envelope.check_password_message(BODY)


def _revoked(key):
    packets = [packet.raw for packet in read_packets(bytes(key.extract_certificate()))]
    return b"".join([packets[0], bytes(key.extract_certificate().revoke(key.certifier())), *packets[1:]])


def _unusable():
    fresh = Tsk.generate(profile=Profile.RFC9580)
    return {
        "secret key": bytes(fresh),
        "user id": bytes(Tsk.generate(user_id="Vera", profile=Profile.RFC9580).extract_certificate()),
        "version 4": bytes(Tsk.generate(profile=Profile.RFC4880).extract_certificate()),
        "revoked": _revoked(fresh),
        "end date": bytes(
            Tsk.generate(profile=Profile.RFC9580, validity_seconds=99_999).extract_certificate()
        ),
        "armor": str(fresh.extract_certificate()).encode(),
        "two at once": certificate("vera") + certificate("alma"),
        "primary key only": read_packets(certificate("vera"))[0].raw,
        "no binding": b"".join(packet.raw for packet in read_packets(certificate("vera"))[:3]),
        "another's subkey": b"".join(
            packet.raw
            for packet in (*read_packets(certificate("vera"))[:2], *read_packets(certificate("alma"))[2:])
        ),
        "nothing": b"",
    }


@pytest.mark.parametrize(("name", "data"), _unusable().items())
def test_unusable_certificates(name, data):
    with pytest.raises(envelope.CertificateUnusable):
        envelope.read_certificate(data)


def test_a_certificate_made_by_other_tools_is_usable():
    made = Device.new()
    assert envelope.read_certificate(made.certificate).fingerprint == made.fingerprint


def roster_json(**changes):
    vera = device("vera")
    member = {"enc_fp": envelope.read_certificate(vera.certificate).enc_fingerprint, "fp": vera.fingerprint}
    member |= {
        "from": "2026-01-01T00:00:00.000Z",
        "history": "all",
        "label": "",
        "role": "therapist",
        "until": None,
    }
    whole = {"v": 1, "suite": "IS1", "conv": CONV, "seq": 1, "prev": None, "therapist_fp": vera.fingerprint}
    whole |= {
        "members": [member],
        "retention": None,
        "reason": "start",
        "created": "2026-01-01T00:00:00.000Z",
    }
    return whole | changes


def signed(value, by="vera"):
    return sign(device(by).tsk.signer(), write_canonical(value), armor=False)


def test_the_plain_roster_is_good():
    assert statements.read_roster(signed(roster_json()), certificate("vera"), conv=CONV).seq == 1


OTHER = "ab" * 32


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 2},
        {"suite": "IS0"},
        {"seq": 0},
        {"seq": 2},
        {"prev": OTHER},
        {"seq": True},
        {"therapist_fp": OTHER},
        {"members": []},
        {"members": roster_json()["members"] * 2},
        {"members": [roster_json()["members"][0] | {"role": "friend"}]},
        {"members": [roster_json()["members"][0] | {"role": "client"}]},
        {"members": [roster_json()["members"][0] | {"from": "2026-01-01"}]},
        {"members": "everybody"},
        {"conv": 7},
        {"created": "2026-01-01T00:00:00Z"},
    ],
)
def test_bad_rosters(changes):
    with pytest.raises(statements.RosterInvalid):
        statements.read_roster(signed(roster_json(**changes)), certificate("vera"), conv=CONV)


def test_a_roster_of_another_conversation_or_signer():
    with pytest.raises(statements.RosterInvalid):
        statements.read_roster(signed(roster_json()), certificate("vera"), conv="other")
    with pytest.raises(statements.SignatureInvalid):
        statements.read_roster(signed(roster_json(), by="alma"), certificate("vera"))
    with pytest.raises(statements.RosterInvalid):
        statements.read_roster(signed(roster_json(), by="alma"), certificate("alma"))


def test_a_roster_that_is_not_canonical():
    data = write_canonical(roster_json()).replace(b'"v":1', b'"v": 1')
    with pytest.raises(statements.RosterInvalid):
        statements.read_roster(sign(device("vera").tsk.signer(), data, armor=False), certificate("vera"))


def test_rosters_follow_one_another():
    first, second = roster(0), roster(1)
    with pytest.raises(statements.RosterOutOfOrder):
        statements.read_roster(blob(VECTORS["rosters"][0]), certificate("vera"), previous=second)
    fork = statements.read_roster(signed(roster_json(reason="fork")), certificate("vera"))
    with pytest.raises(statements.RosterOutOfOrder):
        statements.read_roster(blob(VECTORS["rosters"][1]), certificate("vera"), previous=fork)
    assert first.seq == 1


def statement_json(**changes):
    whole = {"v": 1, "suite": "IS1", "kind": "ack", "conv": CONV, "from": device("vera").fingerprint}
    whole |= {"dev": "desk-00001", "n": 1, "at": "2026-11-22T22:41:00.000Z"}
    whole |= {"ids": [{"msg": "01KAQ0000000000000000000M1", "sha256": OTHER}]}
    return whole | changes


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "seen"},
        {"from": OTHER},
        {"ids": []},
        {"ids": [{"msg": "1", "sha256": OTHER}]},
        {"n": 0},
        {"at": "now"},
        {"dev": ""},
        {"until": "2026-11-23T00:00:00.000Z"},
        {"kind": "more-time"},
        {"conv": "other"},
    ],
)
def test_bad_statements(changes):
    statements.read_statement(signed(statement_json()), [certificate("vera")], conv=CONV)
    with pytest.raises(statements.StatementInvalid):
        statements.read_statement(signed(statement_json(**changes)), [certificate("vera")], conv=CONV)


def test_signatures_of_other_kinds_are_refused():
    data = signed(statement_json())
    old = Tsk.generate(profile=Profile.RFC4880)
    cases = [
        data + data,
        data[:-10],
        bytes([data[0]]) + data,
        sign(device("vera").tsk.signer(), b"x", armor=True),
        sign(old.signer(), write_canonical(statement_json()), armor=False),
        BODY,
    ]
    known = [certificate("vera"), bytes(old.extract_certificate())]
    for case in cases:
        with pytest.raises(statements.SignatureInvalid):
            statements.check_signature(case, known)
    with pytest.raises(statements.SignatureInvalid):
        statements.check_signature(data, [certificate("alma")])


def test_detached_signatures():
    signature = device("alma").sign_document(b"text")
    assert statements.check_detached(b"text", signature, certificate("alma")).sha256
    for document, sig, cert in [
        (b"text ", signature, "alma"),
        (b"text", signature, "vera"),
        (b"text", signature + signature, "alma"),
        (b"text", b"", "alma"),
    ]:
        with pytest.raises(statements.SignatureInvalid):
            statements.check_detached(document, sig, certificate(cert))


def test_pysequoia_writes_what_we_accept():
    body = encrypt(b"x" * 100_000, recipients=[Cert.from_bytes(certificate("vera"))], armor=False)
    assert envelope.recipients(body) == [VECTORS["people"]["vera"]["enc_fingerprint"]]
