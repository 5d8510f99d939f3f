"""The command `intersession doctor`: is this instance sound, and what should somebody look at?

Prints one line for each thing checked. Exit status: 0 without an error, 1 with one. Mends nothing itself.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from intersession.packs import crisis, library, vocabulary
from intersession.packs.crisis import CrisisDataError
from intersession.packs.stale import Stale, stale
from intersession.portal.public.help_lines import checked_day
from intersession.texts import LANGUAGES, text
from intersession.texts.packs import problem_line

# So many lines of one kind are shown; more hide the rest of the list.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at. `level`: ok, warning or error."""

    level: str
    text: str


def add_doctor_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `doctor`."""
    doctor = commands.add_parser("doctor", help="check this instance and name what is old")
    doctor.add_argument("--all", action="store_true", help="list everything that is old, not only the first")
    doctor.add_argument("--packs", action="store_true", help="look at the packs only")
    doctor.add_argument("--lang", choices=LANGUAGES, default="en")
    doctor.add_argument("--json", action="store_true", help="print JSON instead of sentences")
    doctor.set_defaults(run=run_doctor)


def run_doctor(args: argparse.Namespace) -> int:
    """Print what was looked at; 1 when something is an error."""
    lines = [*(() if args.packs else _instance(args.lang)), *_packs(args.lang), *_age(args.lang, args.all)]
    if args.json:
        sys.stdout.write(json.dumps([asdict(each) for each in lines], ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(
            text(args.lang, f"doctor-{each.level}", text=each.text) + "\n" for each in lines
        )
    return 1 if any(each.level == "error" for each in lines) else 0


def _instance(lang: str) -> Iterable[Line]:
    home = library.overlay_folder().parent.absolute()
    if why := _unwritable(home):
        # Without its folder the program has no keys, and nothing else can be loaded.
        yield Line("error", text(lang, "doctor-home-bad", path=str(home), why=why))
        return
    yield Line("ok", text(lang, "doctor-home", path=str(home)))
    yield from _database(lang)


def _unwritable(home: Path) -> str:
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=home):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def _database(lang: str) -> Iterable[Line]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "intersession.settings")
    import django

    django.setup()
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        why = " ".join(str(error).split())
        yield Line("error", text(lang, "doctor-database-bad", why=why))
        return
    yield Line("ok", text(lang, "doctor-database"))
    yield (
        Line("error", text(lang, "doctor-migrate")) if waiting else Line("ok", text(lang, "doctor-migrated"))
    )


def _packs(lang: str) -> Iterable[Line]:
    problems, own = library.problems(), library.overlay_problems()
    bad = [each for each in problems if each not in own]
    if bad:
        yield from (
            Line("error", text(lang, "doctor-pack-bad", text=problem_line(each, lang))) for each in bad
        )
    else:
        yield Line("ok", text(lang, "doctor-packs", count=len(library.codes())))
    try:
        shown = sum(1 for code in crisis.codes() if (place := crisis.find(code)) and place.emergency)
        yield Line("ok", text(lang, "doctor-emergency", count=shown))
    except CrisisDataError:
        yield Line("error", text(lang, "doctor-emergency-bad"))
    overlays = len(list(library.overlay_folder().glob("*.yaml")))
    if own:
        yield from (
            Line("error", text(lang, "doctor-pack-bad", text=problem_line(each, lang))) for each in own
        )
    elif overlays:
        yield Line("ok", text(lang, "doctor-overlay", count=overlays))
    else:
        yield Line("ok", text(lang, "doctor-overlay-none"))


def _age(lang: str, everything: bool) -> Iterable[Line]:
    found = stale(datetime.now(UTC).date())
    if not found:
        yield Line("ok", text(lang, "doctor-fresh"))
    for _, group in groupby(sorted(found, key=lambda each: each.kind), key=lambda each: each.kind):
        rows = list(group)
        shown = rows if everything else rows[:SHOWN]
        yield from (Line("warning", _stale(each, lang)) for each in shown)
        if len(rows) > len(shown):
            yield Line("warning", text(lang, "doctor-more", count=len(rows) - len(shown)))


def _stale(each: Stale, lang: str) -> str:
    what = vocabulary.label(each.what, lang) if each.kind == "law" else each.what
    kind = "own" if each.by_practice else each.kind
    return text(
        lang, f"doctor-stale-{kind}", code=each.code, what=what, checked=checked_day(each.checked_on, lang)
    )
