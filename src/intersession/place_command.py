"""The command `intersession place`: may a therapist here and a client there have contact on a day?

Reads the packs, asks the rules and prints what they find. Exit status: 0 an answer, 1 the answer is no,
2 the question can't be read. Decides nothing itself.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from datetime import date

from intersession.packs import library
from intersession.rules.compacts import COMPACTS
from intersession.rules.contact import asynchronous
from intersession.rules.facts import Jurisdiction, Profession
from intersession.rules.findings import Answer, Finding
from intersession.rules.place import PlaceAnswer, PlaceAsked, Stay, place
from intersession.rules.terms import Licence
from intersession.texts import LANGUAGES, text
from intersession.texts.findings import answer_text, sentence, todo

YES, NO, UNREADABLE = 0, 1, 2
PART = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


class Unreadable(Exception):
    """An argument can't be read: the id of the sentence that says so, and what was found."""


def add_place_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `place`."""
    parser = commands.add_parser("place", help="say if two people in two places may have contact, and why")
    parser.add_argument(
        "--therapist", required=True, metavar="CODE", help="where the therapist practises, such as DE"
    )
    parser.add_argument("--profession", choices=list(map(str, Profession)))
    parser.add_argument(
        "--client-at", required=True, metavar="CODE", help="where the client is, such as US-CA"
    )
    parser.add_argument("--on", required=True, metavar="DAY", help="the day, such as 2026-12-01")
    parser.add_argument("--stay", choices=list(map(str, Stay)), default=str(Stay.USUAL))
    parser.add_argument(
        "--new-client", action="store_true", help="the client is not in this therapist's care yet"
    )
    parser.add_argument("--days-used", metavar="N", help="days of contact there so far")
    parser.add_argument("--licence", action="append", default=[], metavar="CODE[:UNTIL]")
    parser.add_argument(
        "--approved",
        action="append",
        default=[],
        metavar="CODE",
        help="a place whose approval, registration or notice is on record, or a compact such as psypact",
    )
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    parser.add_argument("--json", action="store_true", help="print JSON instead of sentences")
    parser.set_defaults(run=run_place)


def run_place(args: argparse.Namespace) -> int:
    """Print the answer and what led to it."""
    try:
        asked = _asked(args)
    except Unreadable as error:
        code, found = error.args
        sys.stderr.write(text(args.lang, code, found=found) + "\n")
        return UNREADABLE
    home, there = library.jurisdiction(asked.home), library.jurisdiction(asked.client_at)
    found_ = place(asked, home, there)
    findings = (*found_.findings, *_messages(asked, home, there))
    if args.json:
        body = {"answer": found_.answer.value, "findings": [as_json(each, args.lang) for each in findings]}
        sys.stdout.write(json.dumps(body, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(_lines(asked, found_, findings, args.lang)) + "\n")
    return NO if found_.answer is Answer.NOT_ALLOWED else YES


def as_json(finding: Finding, lang: str) -> dict[str, object]:
    """Return a finding as `place --json` prints it. Without a fact, source and confidence are null."""
    fact = finding.fact
    source = fact.source if fact else None
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "text": sentence(finding, lang),
        "todo": todo(finding, lang),
        "asks": finding.asks,
        "source": {"title": source.title, "url": source.url, "citation": source.citation} if source else None,
        "as_of": fact.as_of if fact else None,
        "confidence": fact.confidence.value if fact else None,
    }


def _messages(asked: PlaceAsked, home: Jurisdiction, there: Jurisdiction) -> tuple[Finding, ...]:
    """Return what either place says about care by message; silence says nothing here."""
    places = (there,) if there.code == home.code else (there, home)
    said = (each for at in places for each in asynchronous(at, asked.profession, asked.on))
    return tuple(each for each in said if each.fact)


def _asked(args: argparse.Namespace) -> PlaceAsked:
    profession = Profession(args.profession) if args.profession else None
    return PlaceAsked(
        home=_code(args.therapist),
        licences=tuple(_licence(each, args.profession or "") for each in args.licence),
        profession=profession,
        client_at=_code(args.client_at),
        on=_day(args.on, "finding-bad-date", args.on),
        stay=Stay(args.stay),
        established=not args.new_client,
        days_used=_days(args.days_used),
        approved=frozenset(_approved(each) for each in args.approved),
    )


def _code(written: str) -> str:
    """Return the code of a place the packs know. A part of a country is one too where none of its parts has a pack."""
    code, known = written.upper(), library.codes()
    country = code.partition("-")[0]
    parts = any(each.startswith(f"{country}-") for each in known)
    if code in known or (country in known and not parts and PART.fullmatch(code)):
        return code
    raise Unreadable("finding-unknown-code", written)


def _approved(written: str) -> str:
    name = written.lower()
    return name if name in COMPACTS else _code(written)


def _day(written: str, code: str, whole: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Unreadable(code, whole) from None


def _licence(written: str, profession: str) -> Licence:
    code, colon, until = written.partition(":")
    return Licence(_code(code), profession, _day(until, "finding-bad-licence", written) if colon else None)


def _days(written: str | None) -> int | None:
    if written is None:
        return None
    if not written.isascii() or not written.isdigit():
        raise Unreadable("finding-bad-days", written)
    return int(written)


def _lines(asked: PlaceAsked, answer: PlaceAnswer, findings: tuple[Finding, ...], lang: str) -> list[str]:
    lines = [answer_text(answer.answer, asked.home, asked.client_at, asked.on, lang)]
    for each in findings:
        severity = text(lang, f"finding-severity-{each.severity}")
        lines += ["", text(lang, "finding-line", severity=severity, text=sentence(each, lang))]
        lines.append("  " + text(lang, "finding-todo", text=todo(each, lang)))
        lines += _source(each, lang)
    return [*lines, "", text(lang, "finding-no-advice")]


def _source(finding: Finding, lang: str) -> list[str]:
    if finding.fact is None:
        return []
    source = finding.fact.source
    title = f"{source.title} ({source.citation})" if source.citation else source.title
    trust = text(lang, f"finding-confidence-{finding.fact.confidence}")
    line = text(lang, "finding-source", title=title, checked=source.retrieved, confidence=trust)
    return [f"  {line}", *([f"  {source.url}"] if source.url else [])]
