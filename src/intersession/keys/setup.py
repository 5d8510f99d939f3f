"""The first run: a set-up link becomes the practice's first therapist, with keys and second factor, signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from intersession.keys.accounts import NewAccount, open_account
from intersession.people.logins import Started, start_login
from intersession.people.models import Person, Role, SetupToken
from intersession.people.practices import open_link
from intersession.people.second_factor import CodeWrong, use_code


@dataclass(frozen=True, slots=True)
class NewTherapist:
    """What the first-run page sends beside the account."""

    name: str
    language: str
    zone: str
    code: str
    label: str


@transaction.atomic
def finish_setup(*, token: str, account: NewAccount, therapist: NewTherapist, now: datetime) -> Started:
    """Create the therapist and start the log-in; the link is used up by it.

    Raises LinkClosed, CodeWrong (then nothing is stored), HandleTaken, BadInput.
    """
    link = open_link(token, now)
    person = open_account(
        account=account,
        role=Role.THERAPIST,
        practice=link.practice,
        now=now,
        name=therapist.name,
        language=therapist.language,
        zone=therapist.zone,
        totp_sealed=link.totp_sealed,
    )
    if not use_code(person, therapist.code, now):
        raise CodeWrong
    # The secret has its place with the person now.
    SetupToken.objects.filter(pk=link.pk).update(used_at=now, totp_sealed="")
    return start_login(by=Person.objects.get(pk=person.pk), now=now, label=therapist.label, how="setup")
