"""The demo's own pages: they are there in the demo only, and caught mail is shown as it came."""

from __future__ import annotations

import os
import smtplib
from email.message import EmailMessage

import pytest

from intersession.demo.catcher import catching, caught

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/demo", "/demo/mail"])
def test_the_pages_are_not_there_outside_the_demo(client, address):
    assert client.get(address).status_code == 404


def test_the_log_ins_are_shown_with_the_code_of_this_minute(client, settings):
    settings.DEMO = True
    page = client.get("/demo").content.decode()
    assert "quiet harbour lamp seven birds" in page
    assert "changes every 30 seconds" in page


def test_a_mail_ends_in_the_catcher_and_on_its_page(client, settings, tmp_path, monkeypatch):
    monkeypatch.setenv("INTERSESSION_SMTP_URL", "")
    settings.DEMO, settings.HOME = True, tmp_path
    mail = EmailMessage()
    mail["To"], mail["From"], mail["Subject"] = "person@example.org", "notice@example.org", "Reminder."
    mail.set_content("Reminder.\n\nhttps://notes.example.org/")
    assert "No mail so far" in client.get("/demo/mail").content.decode()
    with catching(tmp_path):
        port = int(os.environ["INTERSESSION_SMTP_URL"].rsplit(":", 1)[1])
        with smtplib.SMTP("127.0.0.1", port) as server:
            server.send_message(mail)
    (kept,) = caught(tmp_path)
    assert (kept.to, kept.subject) == ("person@example.org", "Reminder.")
    assert "To person@example.org" in client.get("/demo/mail").content.decode()
