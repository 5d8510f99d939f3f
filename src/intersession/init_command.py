"""The `intersession init` command: home, database, practice, and the one-time link for its first therapist.

Running it again is safe: it says what exists and changes nothing, except that --new-link gives a fresh link while
there is no therapist.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable

FINE, WRONG_USE = 0, 2


def add_init(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `init`."""
    init = commands.add_parser("init", help="make the practice and print the link for its first therapist")
    init.add_argument("--practice", metavar="NAME", help="the practice's name; asked for when it is left out")
    init.add_argument("--origin", metavar="URL", help="where the portal is reached, for the printed link")
    init.add_argument("--new-link", action="store_true", help="make a fresh link; the old one stops working")
    init.set_defaults(run=run_init)


def run_init(args: argparse.Namespace) -> int:
    """Set the instance up as far as it is not; print what is there and what to do next."""
    bring_up()
    from django.conf import settings
    from django.utils import timezone

    from intersession.people.practices import create_practice, new_setup_link, the_practice, therapist_exists

    practice, made = the_practice(), False
    if practice is None:
        name = args.practice or asked_name(input if sys.stdin.isatty() else None)
        if not name:
            print("Please name the practice: intersession init --practice NAME", file=sys.stderr)
            return WRONG_USE
        practice, made = create_practice(name=name, now=timezone.now()), True
    print(f"Home:      {settings.HOME}")
    print(f"Practice:  {practice.name}{'' if made else ' (was there)'}")
    if therapist_exists(practice):
        print("Therapist: set up. Sign in at", f"{origin(args)}/sign-in")
        return FINE
    if not made and not args.new_link:
        print("Therapist: not set up yet. A fresh link: intersession init --new-link")
        return FINE
    token = new_setup_link(practice=practice, now=timezone.now())
    print(f"Therapist: open this link within 24 hours. It works once:\n\n    {origin(args)}/setup/{token}\n")
    print("Start the portal with: intersession serve")
    return FINE


def bring_up() -> None:
    """Load Django and bring the database to this version's shape; the home is made on the way."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "intersession.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def asked_name(ask: Callable[[str], str] | None) -> str:
    """Return the name typed on a terminal; empty when there is none to ask on."""
    return ask("Name of the practice: ").strip() if ask else ""


def origin(args: argparse.Namespace) -> str:
    """Return the address to print: --origin, else INTERSESSION_ORIGIN."""
    from django.conf import settings

    return str(args.origin or settings.ORIGIN).rstrip("/")
