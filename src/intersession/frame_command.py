"""The commands `intersession frame check | explain | render | diff | year`: open files, print what the frame
package finds.

Exit status: 0 fine, 1 findings of severity error, 2 the file can't be read. Decides nothing itself.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

from intersession.frame.reader import FrameResult, read_frame
from intersession.frame.render import plain_text
from intersession.frame.source import LARGEST
from intersession.frame.wording import change_text, notice_text, origin_text, problem_text, reason_text
from intersession.frame.year import crisis_numbers, last_of_year, year_json, year_lines
from intersession.packs.law import pack_over
from intersession.rules.compose import compose
from intersession.rules.consent import difference
from intersession.rules.layers import Choices, Practice, Suitability
from intersession.rules.messages import Decision, Submission, decide_message
from intersession.rules.terms import Terms
from intersession.rules.urgent import can_ask
from intersession.rules.vocabulary import Channel, Kind
from intersession.rules.year import MOST_DAYS, Known, year
from intersession.texts import LANGUAGES, iso, text, when

FINE, FINDINGS, UNREADABLE = 0, 1, 2
# The years `year` looks at; zones and calendars say little beyond.
YEARS = range(2000, 2200)


def add_frame_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `frame` with its subcommands. Each sets `run`, a function of the arguments that returns the
    status.
    """
    frame = commands.add_parser(
        "frame", help="check, explain, render or compare frame files, or look a year ahead"
    )
    inner = frame.add_subparsers(title="frame commands", metavar="COMMAND", required=True)
    check = inner.add_parser("check", help="list every problem of a file")
    check.add_argument("file", type=Path)
    check.set_defaults(run=run_check)
    explain = inner.add_parser("explain", help="say what happens to a message, and why")
    explain.add_argument("file", type=Path)
    explain.add_argument(
        "--at", required=True, metavar="INSTANT", help="when it is sent, such as 2026-11-22T22:41+01:00"
    )
    explain.add_argument("--kind", choices=list(map(str, Kind)), default=Kind.QUESTION.value)
    explain.add_argument("--channel", choices=list(map(str, Channel)), default=Channel.PORTAL.value)
    explain.add_argument("--length", type=int, metavar="WORDS", help="how many words it has")
    explain.add_argument("--count", type=int, default=0, metavar="N", help="messages already sent this week")
    explain.set_defaults(run=run_explain)
    render = inner.add_parser("render", help="print the text both sign")
    render.add_argument("file", type=Path)
    render.set_defaults(run=run_render)
    diff = inner.add_parser("diff", help="say in plain words what changes between two files")
    diff.add_argument("old", type=Path)
    diff.add_argument("new", type=Path)
    diff.set_defaults(run=run_diff)
    ahead = inner.add_parser("year", help="say what to look at in the coming twelve months")
    ahead.add_argument("file", type=Path)
    ahead.add_argument("--from", dest="first", metavar="DAY", help="the first day, today if not given")
    ahead.add_argument("--until", dest="last", metavar="DAY", help="the last day, a year on if not given")
    ahead.set_defaults(run=run_year)
    for command in (check, explain, render, diff, ahead):
        command.add_argument("--lang", choices=LANGUAGES, default="en")
    for command in (check, explain, diff, ahead):
        command.add_argument("--json", action="store_true", help="print JSON instead of sentences")


def run_check(args: argparse.Namespace) -> int:
    """Print every problem of a file; 1 when one of them is an error."""
    result = _open(args.file, args.lang)
    if result is None:
        return UNREADABLE
    if args.json:
        rows = [{**asdict(each), "text": problem_text(each, args.lang)} for each in result.problems]
        _print_json(rows)
    else:
        _print_problems(result, str(args.file), args.lang)
    return _status(result)


def run_explain(args: argparse.Namespace) -> int:
    """Print what the rules decide about one message at one instant."""
    terms, status = _terms(args.file, args.lang)
    if terms is None:
        return status
    at = _instant(args.at, terms.therapist.zone)
    if at is None:
        _complain(text(args.lang, "frame-bad-instant", found=args.at))
        return UNREADABLE
    submission = Submission(Kind(args.kind), Channel(args.channel), args.length, sent_in_window=args.count)
    decision = decide_message(terms, submission, at)
    if args.json:
        _print_json(explain_json(terms, decision, args.lang, at))
    else:
        _print_lines([*explain_lines(terms, decision, args.lang, at), *call_lines(terms, args.lang, at)])
    return FINE


def run_render(args: argparse.Namespace) -> int:
    """Print the agreement's text."""
    terms, status = _terms(args.file, args.lang)
    if terms is not None:
        sys.stdout.write(plain_text(terms, args.lang))
    return status


def run_diff(args: argparse.Namespace) -> int:
    """Print what changes from the old file to the new one."""
    old, old_status = _terms(args.old, args.lang)
    new, new_status = _terms(args.new, args.lang)
    if old is None or new is None:
        return max(old_status, new_status)
    changes = difference(old, new)
    if args.json:
        rows = [
            {
                "clause": each.clause.value,
                "code": each.code,
                "direction": each.direction.value,
                "needs_consent": each.needs_consent,
                "text": change_text(each, args.lang),
            }
            for each in changes
        ]
        _print_json(rows)
        return FINE
    lines = []
    for each in changes:
        direction = text(args.lang, f"frame-direction-{each.direction}")
        consent = text(
            args.lang, "frame-consent-needed" if each.needs_consent else "frame-consent-not-needed"
        )
        sentence = change_text(each, args.lang)
        lines.append(
            text(
                args.lang,
                "frame-change",
                clause=each.clause.value,
                text=sentence,
                direction=direction,
                consent=consent,
            )
        )
    _print_lines(lines or [text(args.lang, "frame-no-difference")])
    return FINE


def run_year(args: argparse.Namespace) -> int:
    """Print what to look at in the time ahead. What is found is no fault of the file: the status is the file's."""
    terms, status = _terms(args.file, args.lang)
    if terms is None:
        return status
    zone = terms.therapist.zone
    today = datetime.now(ZoneInfo(zone)).date()
    first = _day(args.first, args.lang) if args.first else today
    last = _day(args.last, args.lang) if args.last else first and last_of_year(first)
    if first is None or last is None:
        return UNREADABLE
    if not 0 <= (last - first).days < MOST_DAYS:
        _complain(text(args.lang, "year-bad-stretch", most=str(MOST_DAYS)))
        return UNREADABLE
    found = year(terms, first, last, Known(crisis_numbers(terms.therapist.jurisdiction)))
    if args.json:
        _print_json(year_json(found, zone, args.lang))
    else:
        _print_lines(year_lines(found, first, last, zone, args.lang))
    return FINE


def _day(written: str, lang: str) -> date | None:
    """Return a written day; None, with a sentence about it, where it is none the hours can be worked out for."""
    try:
        on = date.fromisoformat(written)
    except ValueError:
        on = date.min
    if on.year not in YEARS:
        _complain(text(lang, "year-bad-day", found=written))
        return None
    return on


def terms_of(result: FrameResult, now: datetime) -> Terms | None:
    """Return the terms a frame file alone leads to: its law, and nothing chosen or limited yet."""
    policy = result.policy
    if policy is None:
        return None
    return compose(pack_over(policy.therapist, now), Practice(), policy, Suitability(), Choices())


def explain_json(terms: Terms, decision: Decision, lang: str, at: datetime) -> dict[str, object]:
    """Return a decision as `explain --json` prints it: instants as RFC 3339 with the therapist's offset."""
    zone = terms.therapist.zone

    def shown(instant: datetime | None) -> str | None:
        return iso(instant, zone) if instant else None

    return {
        "handling": decision.handling.value,
        "alert_at": shown(decision.alert_at),
        "seen_by": shown(decision.seen_by),
        "answer_by": shown(decision.answer_by),
        "reasons": [
            {
                "code": each.value,
                "clause": each.clause.value,
                "origin": terms.layer_of(each.clause).value,
                "text": reason_text(each, lang, terms),
            }
            for each in decision.reasons
        ],
        "notices": [
            {"code": each.code, "text": notice_text(each, lang, zone, at)} for each in decision.notices
        ],
    }


def explain_lines(terms: Terms, decision: Decision, lang: str, at: datetime) -> list[str]:
    """Return a decision in sentences, instants in the therapist's zone."""
    lines = [text(lang, f"frame-explain-handling-{decision.handling}", therapist=terms.therapist.name)]
    instants = {"alert": decision.alert_at, "seen": decision.seen_by, "answer": decision.answer_by}
    for name, instant in instants.items():
        shown = (
            when(instant, terms.therapist.zone, lang, at) if instant else text(lang, "frame-explain-never")
        )
        lines.append(text(lang, f"frame-explain-{name}", at=shown))
    for reason in decision.reasons:
        origin = origin_text(terms.layer_of(reason.clause), lang, terms)
        sentence = reason_text(reason, lang, terms)
        lines.append(
            text(lang, "frame-explain-reason", text=sentence, clause=reason.clause.value, origin=origin)
        )
    for notice in decision.notices:
        sentence = notice_text(notice, lang, terms.therapist.zone, at)
        lines.append(text(lang, "frame-explain-notice", text=sentence))
    return lines


def call_lines(terms: Terms, lang: str, at: datetime) -> list[str]:
    """Return in sentences whether a call could be asked for then. A file knows of no outage, so none is assumed."""
    answer = can_ask(terms, at, service_up=True)
    if answer.reason is None:
        return [text(lang, "frame-explain-call")]
    clause = answer.reason.clause
    origin = origin_text(terms.layer_of(clause), lang, terms)
    sentence = reason_text(answer.reason, lang, terms)
    lines = [text(lang, "frame-explain-no-call", text=sentence, clause=clause.value, origin=origin)]
    if answer.possible_again_at:
        shown = when(answer.possible_again_at, terms.therapist.zone, lang, at)
        lines.append(text(lang, "frame-explain-call-again", at=shown))
    return lines


def _open(path: Path, lang: str) -> FrameResult | None:
    """Read a file no further than is needed to see that it is too large; None when it can't be opened."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        _complain(text(lang, "frame-cannot-open", file=str(path), why=error.strerror or str(error)))
        return None
    return read_frame(data, str(path), datetime.now(UTC))


def _terms(path: Path, lang: str) -> tuple[Terms | None, int]:
    """Return the terms of a file and the status; problems that keep it from being used go to standard
    error.
    """
    result = _open(path, lang)
    if result is None:
        return None, UNREADABLE
    terms = terms_of(result, datetime.now(UTC))
    if terms is None:
        _print_problems(result, str(path), lang, to=sys.stderr)
        _complain(text(lang, "frame-has-errors", file=str(path)))
    return terms, _status(result)


def _status(result: FrameResult) -> int:
    if not result.readable:
        return UNREADABLE
    return FINDINGS if result.has_errors else FINE


def _instant(written: str, zone: str) -> datetime | None:
    """Return an instant in UTC. One without an offset is the therapist's wall clock."""
    try:
        moment = datetime.fromisoformat(written)
        local = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _print_problems(result: FrameResult, file: str, lang: str, to: TextIO | None = None) -> None:
    out = to or sys.stdout
    for each in result.problems:
        severity = text(lang, f"frame-severity-{each.severity}")
        sentence = problem_text(each, lang)
        if each.line:
            shown = text(
                lang, "frame-where", file=file, line=str(each.line), severity=severity, text=sentence
            )
        else:
            shown = text(lang, "frame-where-file", file=file, severity=severity, text=sentence)
        out.write(f"{shown}\n")
    if not result.problems:
        out.write(text(lang, "frame-fine", file=file) + "\n")
        return
    errors = sum(each.severity == "error" for each in result.problems)
    out.write(text(lang, "frame-summary", errors=errors, warnings=len(result.problems) - errors) + "\n")


def _print_lines(lines: Sequence[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _complain(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
