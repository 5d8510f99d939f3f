"""The `intersession` command. Parses arguments and hands over; every subcommand is one function elsewhere."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from intersession import __version__
from intersession.demo_command import add_demo_parser
from intersession.doctor_command import add_doctor_parser
from intersession.frame_command import add_frame_parser
from intersession.init_command import add_init
from intersession.pack_command import add_pack_parser
from intersession.place_command import add_place_parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0 fine, 1 findings, 2 can't be read or wrong use."""
    args = parser().parse_args(argv)
    if not hasattr(args, "run"):
        parser().print_help()
        return 2
    status = args.run(args)
    return int(status or 0)


def parser() -> argparse.ArgumentParser:
    """Return the whole command line."""
    top = argparse.ArgumentParser(
        prog="intersession", description="Contact between sessions, inside an agreed frame."
    )
    top.add_argument("--version", action="version", version=f"intersession {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    add_init(commands)
    add_demo_parser(commands)
    add_frame_parser(commands)
    add_place_parser(commands)
    add_pack_parser(commands)
    add_serve(commands)
    add_migrate(commands)
    add_verify(commands)
    add_doctor_parser(commands)
    return top


def add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `serve`."""
    serve = commands.add_parser("serve", help="serve the portal and run the clock")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.set_defaults(run=run_serve)


def add_migrate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `migrate`."""
    migrate = commands.add_parser("migrate", help="bring the database to this version's shape")
    migrate.set_defaults(run=run_migrate)


def add_verify(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `verify`."""
    verify = commands.add_parser("verify", help="prove the audit ledger, or name the first broken entry")
    verify.set_defaults(run=run_verify)


def setup() -> None:
    """Load Django for commands that need the database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "intersession.settings")
    import django

    django.setup()


def run_migrate(args: argparse.Namespace) -> int:
    """Apply the migrations."""
    del args
    setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return 0


def run_serve(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    setup()
    from intersession.serve import serve

    serve(args.host, args.port)
    return 0


def run_verify(args: argparse.Namespace) -> int:
    """Check every chain and every stored message; name the first broken one of each. Exit status 1 when one is broken."""
    del args
    setup()
    from intersession.audit.actions import verify_chains
    from intersession.messaging.verifying import verify_messages

    broken = 0
    for what, results in (("entry", verify_chains()), ("message", verify_messages())):
        for chain, length, fault in results:
            if fault is None:
                print(f"{chain}: {length} x {what}, unbroken")
            else:
                broken += 1
                print(
                    f"{chain}: {what} {fault.seq} is {fault.why}; before it all is unbroken", file=sys.stderr
                )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
