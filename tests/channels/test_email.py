"""Mail over a real server: nothing but the line and the address goes out, and every answer is understood."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from intersession.channels.email.channel import EmailChannel, Server, is_permanent
from intersession.channels.protocol import Outgoing
from intersession.errors import ChannelError

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
HEADERS = {
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
}


def outgoing(to: str = "alma", line: str = "Notebook: something new.", key: str = "K1") -> Outgoing:
    return Outgoing(f"{to}@example.org", line, "https://notes.example/", key, AT)


def channel(url: str) -> EmailChannel:
    return EmailChannel(Server.read(url), "notice@notes.example")


def test_a_mail_is_the_line_and_the_address_and_nothing_else(post):
    receipt = channel(post.url).send(outgoing())
    [row], [mail] = post.rows, post.mails
    assert (row["from"], row["to"]) == ("notice@notes.example", ["alma@example.org"])
    assert row["helo"] == "notes.example"
    assert {name: mail[name] for name in ("From", "To", "Subject")} == {
        "From": "notice@notes.example",
        "To": "alma@example.org",
        "Subject": "Notebook: something new.",
    }
    assert mail.get_content().splitlines() == ["Notebook: something new.", "", "https://notes.example/"]
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"] == receipt.reference
    assert set(mail.keys()) == HEADERS


@pytest.mark.parametrize("line", ["Erinnerung für später – ☂", "a" * 30, "Reminder."])
def test_own_words_arrive_as_they_are(post, line):
    channel(post.url).send(outgoing(line=line))
    [mail] = post.mails
    assert mail["Subject"] == line
    assert mail.get_content().splitlines()[0] == line


def test_a_line_can_not_smuggle_a_header_in(post):
    with pytest.raises(ValueError):
        channel(post.url).send(outgoing(line="Hello\r\nBcc: else@example.org"))
    assert post.rows == []


@pytest.mark.parametrize(
    ("to", "permanent"),
    [
        ("gone", True),
        ("unknown", True),
        ("closed", True),
        ("relay", False),
        ("full", False),
        ("later", False),
        ("refused", False),
        ("busy", False),
        ("dropped", False),
    ],
)
def test_only_a_mailbox_that_is_not_there_is_for_good(post, to, permanent):
    with pytest.raises(ChannelError) as failed:
        channel(post.url).send(outgoing(to))
    assert failed.value.permanent is permanent
    assert "example.org" not in str(failed.value)


def test_a_mail_sent_again_after_a_cut_has_the_same_id(post):
    for _ in range(2):
        with pytest.raises(ChannelError):
            channel(post.url).send(outgoing("dropped"))
    assert len({mail["Message-ID"] for mail in post.mails}) == 1
    channel(post.url).send(outgoing(key="K2"))
    assert len({mail["Message-ID"] for mail in post.mails}) == 2


def test_a_server_that_is_not_there_may_come_back():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(ChannelError) as failed:
        channel(f"smtp://127.0.0.1:{port}").send(outgoing())
    assert failed.value.permanent is False


def test_it_logs_in_with_what_the_setting_says(start_post):
    post = start_post("--auth")
    with pytest.raises(ChannelError) as failed:
        channel(post.url).send(outgoing())
    assert failed.value.permanent is False
    channel(post.url.replace("//", "//desk:p%40ss%3Aword@")).send(outgoing())
    assert [row["login"] for row in post.rows] == [True]


def test_tls_with_a_certificate_nobody_vouches_for_sends_nothing(start_post, tmp_path):
    cert, key = self_signed(tmp_path)
    post = start_post("--tls", cert, key)
    with pytest.raises(ChannelError) as failed:
        channel(f"{post.url}?starttls=yes").send(outgoing())
    assert failed.value.permanent is False
    assert post.rows == []


def self_signed(folder):
    """Make a certificate for localhost."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(pem)
    return str(folder / "cert.pem"), str(folder / "key.pem")


@pytest.mark.parametrize(
    ("code", "said", "permanent"),
    [
        (550, b"5.1.1 unknown", True),
        (550, b"no such user", True),
        (553, b"", True),
        (552, b"", False),
        (554, b"5.7.1 policy", False),
        (450, b"4.2.1 later", False),
        (450, b"5.1.1 contradicts itself", False),
    ],
)
def test_what_a_refusal_means(code, said, permanent):
    assert is_permanent(code, said) is permanent


@pytest.mark.parametrize("url", ["", "mailto:x", "smtp://", "https://host"])
def test_a_setting_that_names_no_server_is_refused(url):
    with pytest.raises(ValueError):
        Server.read(url)
