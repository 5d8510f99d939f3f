"""Who may open which address. A url that is not listed here is refused to everybody (deny by default)."""

from __future__ import annotations

from enum import StrEnum


class Who(StrEnum):
    """The readers an address is for."""

    ANYONE = "anyone"
    PERSON = "person"
    CLIENT = "client"
    THERAPIST = "therapist"


ACCESS: dict[str, Who] = {
    "start": Who.ANYONE,
    "health": Who.ANYONE,
    "demo": Who.ANYONE,
    "demo-mail": Who.ANYONE,
    "help": Who.ANYONE,
    "help-place": Who.ANYONE,
    "leave": Who.ANYONE,
    "leaving": Who.ANYONE,
    "offline": Who.ANYONE,
    "service-worker": Who.ANYONE,
    "invited": Who.ANYONE,
    "invitation-handle": Who.ANYONE,
    "invitation-join": Who.ANYONE,
    "message-send": Who.PERSON,
    "message-open": Who.PERSON,
    "statement-record": Who.PERSON,
    "messages": Who.CLIENT,
    "for-session": Who.CLIENT,
    "place": Who.CLIENT,
    "place-end": Who.CLIENT,
    "place-resume": Who.CLIENT,
    "law": Who.PERSON,
    "law-place": Who.PERSON,
    "inbox": Who.THERAPIST,
    "thread": Who.THERAPIST,
    "sync": Who.PERSON,
    "readers": Who.PERSON,
    "readers-mine": Who.PERSON,
    "clients": Who.THERAPIST,
    "client-invite": Who.THERAPIST,
    "client-joins": Who.THERAPIST,
    "client": Who.THERAPIST,
    "client-invite-anew": Who.THERAPIST,
    "client-invitation-revoke": Who.THERAPIST,
    "client-confirm": Who.THERAPIST,
    "client-refuse": Who.THERAPIST,
    "session-set": Who.THERAPIST,
    "session-move": Who.THERAPIST,
    "session-cancel": Who.THERAPIST,
    "sign-in": Who.ANYONE,
    "sign-in-state": Who.ANYONE,
    "sign-in-salt": Who.ANYONE,
    "sign-in-enter": Who.ANYONE,
    "sign-out": Who.ANYONE,
    "setup": Who.ANYONE,
    "setup-second-factor": Who.ANYONE,
    "setup-finish": Who.ANYONE,
    "recover": Who.ANYONE,
    "recover-enter": Who.ANYONE,
    "keys": Who.PERSON,
    "vault": Who.PERSON,
    "settings": Who.PERSON,
    "settings-general": Who.PERSON,
    "settings-notices": Who.PERSON,
    "settings-way-new": Who.PERSON,
    "settings-way-remove": Who.PERSON,
    "settings-way-enable": Who.PERSON,
    "settings-logins-end-others": Who.PERSON,
    "settings-login-end": Who.PERSON,
    "settings-passphrase": Who.PERSON,
    "settings-second-factor-new": Who.PERSON,
    "settings-second-factor": Who.PERSON,
    "settings-recovery-code": Who.PERSON,
    "hours": Who.THERAPIST,
    "hours-publish": Who.THERAPIST,
    "hours-file": Who.THERAPIST,
    "record": Who.CLIENT,
    "register": Who.THERAPIST,
    "register-record": Who.THERAPIST,
    "register-one": Who.THERAPIST,
    "agreements": Who.THERAPIST,
    "agreement-of": Who.THERAPIST,
    "agreement-offer": Who.THERAPIST,
    "agreement-reply": Who.THERAPIST,
    "agreement-sign-therapist": Who.THERAPIST,
    "agreement-print-therapist": Who.THERAPIST,
    "agreement": Who.CLIENT,
    "agreement-answer": Who.CLIENT,
    "agreement-narrow": Who.CLIENT,
    "agreement-sign": Who.CLIENT,
    "agreement-print": Who.CLIENT,
    "agreement-withdraw": Who.CLIENT,
    "agreement-signature": Who.PERSON,
    "agreement-document": Who.PERSON,
    "agreement-signature-file": Who.PERSON,
    "agreement-key-file": Who.PERSON,
}


def may_open(url_name: str, role: str | None) -> bool:
    """Whether a reader with `role` (None: nobody signed in) may open the address of that name."""
    who = ACCESS.get(url_name)
    if who is None:
        return False
    if who is Who.ANYONE:
        return True
    return role is not None and (who is Who.PERSON or role == who.value)
