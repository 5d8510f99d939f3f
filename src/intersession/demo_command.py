"""`intersession demo`: a practice with made-up people, served on this machine. Nothing of it is for real use."""

from __future__ import annotations

import argparse
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

DONE = "seeded"


def add_demo_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `demo` to the command line."""
    demo = commands.add_parser("demo", help="serve a practice with made-up people on this machine")
    demo.add_argument("--port", type=int, default=8000)
    demo.add_argument("--now", type=datetime.fromisoformat, help="seed as of this instant (ISO 8601)")
    demo.add_argument("--seed-only", action="store_true", help="fill the database and stop")
    demo.set_defaults(run=run_demo)


def run_demo(args: argparse.Namespace) -> int:
    """Seed on the first start, print who can sign in, serve until Ctrl-C."""
    home = Path(os.environ.setdefault("INTERSESSION_HOME", "var/demo"))
    origin = f"http://127.0.0.1:{args.port}"
    os.environ["INTERSESSION_DEMO"] = "yes"
    os.environ["INTERSESSION_ORIGIN"] = origin
    started = time.monotonic()
    prepare(home, args.now or datetime.now(UTC))
    if args.seed_only:
        return 0
    print(welcome(origin, time.monotonic() - started), flush=True)
    from intersession.demo.catcher import catching
    from intersession.serve import serve

    with catching(home):
        serve("127.0.0.1", args.port)
    print("\nStopped. The sample data is kept in", home)
    return 0


def prepare(home: Path, now: datetime) -> None:
    """Bring the database up; fill it when it is empty or a seeding was cut short."""
    home.mkdir(parents=True, exist_ok=True)
    if not (home / DONE).exists():
        for left in home.glob("intersession.sqlite3*"):
            left.unlink()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "intersession.settings")
    import django

    django.setup()
    from django.core.management import call_command

    say("[1/2] database")
    call_command("migrate", verbosity=0)
    if (home / DONE).exists():
        say("[2/2] sample practice: already there")
        return
    from intersession.demo.seed import seed

    seed(now, lambda step: say(f"[2/2] sample practice: {step}"))
    (home / DONE).write_text(now.isoformat())


def say(text: str) -> None:
    """Print a line of progress at once."""
    print(text, file=sys.stderr, flush=True)


def welcome(origin: str, seconds: float) -> str:
    """Return the links and log-ins."""
    from intersession.demo.people import entry

    rows = []
    for name, who in (("vera", "therapist"), ("alma", "client"), ("ben", "client, German")):
        made = entry(name)
        code = f"   code app: {made['totp']}" if who == "therapist" else ""
        rows.append(f"  {name:5} {who:15} passphrase: {made['passphrase']}{code}")
    people = "\n".join(rows)
    return f"""
Ready in {seconds:.1f} s.  These people are made up; their keys and passphrases are public.

  Sign in      {origin}/sign-in
  Help         {origin}/help
  Caught mail  {origin}/demo/mail
  Log-ins      {origin}/demo

{people}

Ctrl-C stops it.  Start over: delete {os.environ["INTERSESSION_HOME"]}.
"""
