"""The commands `intersession pack list | show | check | sources | diff | adopt`: open files, print what packs/ finds.

Exit status: 0 fine, 1 there is something to mend, 2 it can't be read or is not known. Decides nothing itself.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

from intersession.pack_shown import show_json, show_lines
from intersession.packs import comparing, library, vocabulary
from intersession.packs.checking import check
from intersession.rules.facts import Fact, Source
from intersession.texts import LANGUAGES, text
from intersession.texts.packs import problem_line, problem_text

FINE, FINDINGS, UNREADABLE = 0, 1, 2


def add_pack_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `pack` with its subcommands. Each sets `run`, a function of the arguments that returns the status."""
    pack = commands.add_parser("pack", help="list, show, check, compare or adopt jurisdiction packs")
    inner = pack.add_subparsers(title="pack commands", metavar="COMMAND", required=True)
    listed = inner.add_parser("list", help="list every place, with how many facts")
    listed.set_defaults(run=run_list)
    show = inner.add_parser("show", help="show what holds at a place on a day, and what is not known")
    show.add_argument("code", metavar="CODE")
    show.add_argument("--on", metavar="DAY", help="the day, such as 2026-12-01; today if left out")
    show.set_defaults(run=run_show)
    checked = inner.add_parser("check", help="list everything to mend in a file or folder")
    checked.add_argument("path", type=Path, nargs="?", help="a file or folder; the shipped packs if left out")
    checked.set_defaults(run=run_check)
    sources = inner.add_parser("sources", help="list the sources of a place's own pack")
    sources.add_argument("code", metavar="CODE")
    sources.set_defaults(run=run_sources)
    diff = inner.add_parser("diff", help="say what changes between two files or folders")
    diff.add_argument("old", type=Path)
    diff.add_argument("new", type=Path)
    diff.set_defaults(run=run_diff)
    adopt = inner.add_parser("adopt", help="lay a file of reviewed facts over the shipped pack of its place")
    adopt.add_argument("file", type=Path)
    adopt.set_defaults(run=run_adopt)
    for command in (listed, show, checked, sources, diff, adopt):
        command.add_argument("--lang", choices=LANGUAGES, default="en")
    for command in (listed, show, checked, sources, diff):
        command.add_argument("--json", action="store_true", help="print JSON instead of sentences")


def run_list(args: argparse.Namespace) -> int:
    """Print every place with its own facts, those of the practice laid over."""
    rows = [_row(code, args.lang) for code in library.codes()]
    if args.json:
        _print_json(rows)
        return FINE
    lines = [_listed(row, args.lang) for row in rows]
    facts = Counter[str]()
    for row in rows:
        facts.update({name: int(str(row[name])) for name in ("asserted", "asked")})
    total = text(args.lang, "packs-list-total", places=len(rows), **facts)
    _print_lines([*lines, total])
    return FINE


def _listed(row: Mapping[str, object], lang: str) -> str:
    """Return one line of the list. A place may have crisis contacts only."""
    shown = {name: str(value or 0) for name, value in row.items()}
    if not (row["asserted"] or row["asked"]):
        return text(lang, "packs-list-contacts", code=shown["code"], name=shown["name"])
    return text(lang, "packs-list-parent" if row["parent"] else "packs-list-row", **shown)


def _row(code: str, lang: str) -> dict[str, str | int]:
    own = [fact for fact in library.jurisdiction(code).facts if fact.jurisdiction == code]
    pack = library.pack_file(code) or library.overlay_file(code)
    asserted = sum(fact.is_asserted for fact in own)
    return {
        "code": code,
        "name": library.name(code, lang),
        "parent": pack.parent if pack else "",
        "asserted": asserted,
        "asked": len(own) - asserted,
        "checked": max((fact.checked_on for fact in own), default=""),
    }


def run_show(args: argparse.Namespace) -> int:
    """Print the facts in force at a place on a day; 2 when there is no pack for it."""
    code, on = args.code.upper(), _day(args.on)
    if on is None:
        return _unreadable(text(args.lang, "packs-bad-day", found=args.on))
    here = library.jurisdiction(code)
    if not here.facts and code not in library.codes():
        return _unreadable(text(args.lang, "packs-no-pack", code=args.code))
    if args.json:
        _print_json(show_json(here, on, args.lang))
    else:
        _print_lines(show_lines(here, on, args.lang))
    return FINE


def run_check(args: argparse.Namespace) -> int:
    """Print everything to mend; 1 when there is something, 2 when the path can't be opened."""
    path = args.path or library.FOLDER
    if not path.exists():
        return _unreadable(text(args.lang, "packs-cannot-open", file=str(path)))
    problems = check(path, _today())
    if args.json:
        _print_json([{**asdict(each), "text": problem_text(each, args.lang)} for each in problems])
    elif not problems:
        _print_lines([text(args.lang, "packs-check-fine", file=str(path))])
    else:
        count = text(args.lang, "packs-check-count", count=len(problems))
        _print_lines([*(problem_line(each, args.lang) for each in problems), count])
    return FINDINGS if problems else FINE


def run_sources(args: argparse.Namespace) -> int:
    """Print each source of a place's own facts once, with how many facts rest on it."""
    code = args.code.upper()
    if code not in library.codes():
        return _unreadable(text(args.lang, "packs-no-pack", code=args.code))
    counted = Counter(_sources(library.jurisdiction(code).facts, code))
    rows = sorted(counted.items(), key=lambda pair: (pair[0].title, pair[0].citation))
    if args.json:
        _print_json([{**asdict(source), "facts": count} for source, count in rows])
        return FINE
    lines = [
        text(
            args.lang,
            "packs-source-row",
            title=source.title,
            url=source.url,
            citation=source.citation,
            read=source.retrieved,
            count=count,
        )
        for source, count in rows
    ]
    _print_lines([" ".join(line.split()) for line in lines] or [text(args.lang, "packs-none")])
    return FINE


def _sources(facts: Iterable[Fact], code: str) -> Iterable[Source]:
    for fact in facts:
        if fact.jurisdiction == code:
            yield from (fact.source, *fact.also)


def run_diff(args: argparse.Namespace) -> int:
    """Print what changes from the old file or folder to the new one."""
    for path in (args.old, args.new):
        if not path.exists():
            return _unreadable(text(args.lang, "packs-cannot-open", file=str(path)))
    changes = comparing.compare(args.old, args.new)
    if args.json:
        _print_json([asdict(each) for each in changes])
        return FINE
    lines = [text(args.lang, f"packs-diff-{each.kind}", **_change(each, args.lang)) for each in changes]
    _print_lines([line.rstrip(": ") for line in lines] or [text(args.lang, "packs-diff-none")])
    return FINE


def _change(change: comparing.Change, lang: str) -> dict[str, str]:
    key, _, rest = change.what.partition(" ")
    what = f"{vocabulary.label(key, lang)} {rest}".strip()
    return {**asdict(change), "what": what}


def run_adopt(args: argparse.Namespace) -> int:
    """Check a file and lay it over the shipped pack: all of it or nothing."""
    try:
        data = args.file.read_bytes()
    except OSError:
        return _unreadable(text(args.lang, "packs-cannot-open", file=str(args.file)))
    problems = check(args.file, _today(), by_practice=True)
    if problems:
        for each in problems:
            sys.stderr.write(problem_line(each, args.lang) + "\n")
        sys.stderr.write(text(args.lang, "packs-adopt-bad", file=str(args.file)) + "\n")
        return FINDINGS
    target = library.overlay_folder().absolute() / args.file.name.lower()
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Written aside and renamed: a running portal reads the old file or the new one, never half of one.
    aside = target.parent / f".{target.name}.{os.getpid()}"
    aside.write_bytes(data)
    aside.replace(target)
    _print_lines([text(args.lang, "packs-adopted", file=str(target))])
    return FINE


def _today() -> date:
    return datetime.now(UTC).date()


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else _today()
    except ValueError:
        return None


def _unreadable(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return UNREADABLE


def _print_lines(lines: Iterable[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")
