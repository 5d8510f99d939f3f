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
    "help": Who.ANYONE,
    "help-place": Who.ANYONE,
    "leaving": Who.ANYONE,
    "offline": Who.ANYONE,
    "service-worker": Who.ANYONE,
}


def may_open(url_name: str, role: str | None) -> bool:
    """Whether a reader with `role` (None: nobody signed in) may open the address of that name."""
    who = ACCESS.get(url_name)
    if who is None:
        return False
    if who is Who.ANYONE:
        return True
    return role is not None and (who is Who.PERSON or role == who.value)
