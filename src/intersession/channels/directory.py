"""Finds the channel for a way and hands a notice to it. Knows the settings; the channels know only what they are given."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from urllib.parse import urlsplit

from cryptography.fernet import InvalidToken
from django.conf import settings

from intersession.channels.email.channel import EmailChannel, Server
from intersession.channels.protocol import Channel, Outgoing, Receipt
from intersession.errors import ChannelError
from intersession.people.models import Way
from intersession.people.sealing import open_text


def is_ready() -> bool:
    """Whether a mail server is set. Without one nothing is tried, so nothing fails: notices wait."""
    return bool(settings.SMTP_URL)


def send(way: Way, line: str, *, key: str, now: datetime) -> Receipt:
    """Hand one line to a way. Raises ChannelError."""
    try:
        address = open_text(way.address_sealed)
    except InvalidToken:
        raise ChannelError("the address can't be opened with this instance's key", permanent=False) from None
    return email(settings.SMTP_URL, sender()).send(Outgoing(address, line, link(), key, now))


@lru_cache(maxsize=4)
def email(url: str, sender: str) -> Channel:
    """Return the mail channel of these settings."""
    return EmailChannel(Server.read(url), sender)


def sender() -> str:
    """Return the neutral address notices come from: the setting MAIL_FROM, or `notice@` the portal's own host."""
    host = urlsplit(settings.ORIGIN).hostname or "localhost"
    return settings.MAIL_FROM or f"notice@{host}"


def link() -> str:
    """Return the plain address of the portal's root: no path, so that it says nothing about the cause."""
    return f"{settings.ORIGIN}/"
