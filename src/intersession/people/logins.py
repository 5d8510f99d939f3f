"""Starts, lists and ends log-ins, and knows devices again. It does not check who somebody is (signing_in.py).

How long a log-in lasts (research: security 3, "sessions"): a client's own device 30 days unused, 90 days at most,
because the view locks after minutes and losing access in a crisis is the greater harm; on a shared device two
hours. A therapist 24 hours.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import NotFound
from intersession.people.models import KnownDevice, Login, Person, Role
from intersession.people.sealing import token_hash


@dataclass(frozen=True, slots=True)
class Lifetime:
    """How long a log-in lasts when it is not used, and at most."""

    idle: timedelta
    most: timedelta


CLIENT = Lifetime(idle=timedelta(days=30), most=timedelta(days=90))
# No idle end of its own: the keys lock after minutes, and a long answer may take more than an hour to write.
SHARED = Lifetime(idle=timedelta(hours=2), most=timedelta(hours=2))
THERAPIST = Lifetime(idle=timedelta(hours=24), most=timedelta(hours=24))
# "Last used" is shown and stored coarsely: it is for recognising a log-in, not for watching a person.
COARSE = timedelta(minutes=15)
DEVICE = re.compile(r"[A-Za-z0-9_-]{43}")
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Started:
    """A new log-in with the secrets for the browser's cookies; `device` is empty on a shared device."""

    person: Person
    login: Login
    token: str
    device: str


def lifetime(person: Person, *, own_device: bool) -> Lifetime:
    """Return how long a log-in of this person lasts, on their own or on a shared device."""
    if person.role != Role.CLIENT:
        return THERAPIST
    return CLIENT if own_device else SHARED


@transaction.atomic
def start_login(
    *,
    by: Person,
    now: datetime,
    label: str,
    device: str = "",
    how: str = "passphrase",
    own_device: bool = True,
) -> Started:
    """Start a log-in. Their own device is remembered: `device` is the cookie it has; a missing one is made."""
    token, lasts = secrets.token_urlsafe(32), lifetime(by, own_device=own_device)
    login = Login.objects.create(
        practice=by.practice,
        person=by,
        token_hash=token_hash(token),
        label=label,
        own_device=own_device,
        created_at=now,
        last_seen_at=now,
        expires_at=now + lasts.idle,
    )
    device = _remember(by, device, now) if own_device else ""
    record(Tag.SIGNED_IN, practice=by.practice_id, by=by.id, now=now, login=login.id, how=how)
    return Started(by, login, token, device)


def _remember(person: Person, device: str, now: datetime) -> str:
    """Make the device known for this person and return its cookie, a new one when it has none."""
    cookie = device if DEVICE.fullmatch(device) else secrets.token_urlsafe(32)
    KnownDevice.objects.get_or_create(
        practice=person.practice,
        person=person,
        cookie_hash=token_hash(cookie),
        defaults={"created_at": now},
    )
    return cookie


def touch(login: Login, *, now: datetime) -> None:
    """Move a log-in's end on, because it was used; at most once in 15 minutes."""
    if now - login.last_seen_at < COARSE:
        return
    lasts = lifetime(login.person, own_device=login.own_device)
    ends = min(login.created_at + lasts.most, now + lasts.idle)
    Login.objects.filter(pk=login.pk, ended_at=None).update(last_seen_at=now, expires_at=ends)


@transaction.atomic
def end_login(*, by: Person, now: datetime, login: str) -> None:
    """End one of the person's own log-ins. Raises NotFound for any other."""
    mine = Login.objects.filter(pk=login, person=by, ended_at=None)
    if mine.update(ended_at=now) != 1:
        raise NotFound
    record(Tag.SIGNED_OUT, practice=by.practice_id, by=by.id, now=now, login=login)


@transaction.atomic
def end_other_logins(*, by: Person, now: datetime, keep: str) -> int:
    """End all of the person's log-ins but `keep`; return how many there were."""
    others = [login.id for login in open_logins(by, now) if login.id != keep]
    for login in others:
        end_login(by=by, now=now, login=login)
    return len(others)


def open_logins(person: Person, now: datetime) -> QuerySet[Login]:
    """Return the person's log-ins that have not ended, the last used first."""
    return Login.objects.filter(person=person, ended_at=None, expires_at__gt=now).order_by(
        "-last_seen_at", "-id"
    )


def device_label(user_agent: str) -> str:
    """Return a short name for a browser: "Firefox on Android". Empty when the browser does not say."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if re.search(rf"\b{mark}\b", user_agent)), "")
    return " · ".join(part for part in (browser, system) if part)
