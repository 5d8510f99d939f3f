"""Reads a frame file into a policy, or says everything that is wrong with it, each with file, line and key.

Opens no files and prints nothing; what it finds is data. The shape of a file: frame.md section 5.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from intersession.frame import sections
from intersession.frame.fields import Table
from intersession.frame.problems import Findings, Problem, Severity
from intersession.frame.source import read_source
from intersession.frame.therapist import jurisdiction_of, therapist_of
from intersession.packs.law import pack_for, pack_over
from intersession.rules.layers import Pack, Policy
from intersession.rules.schedule import Schedule
from intersession.rules.terms import Therapist

VERSION = 1
PackFor = Callable[[str, Therapist | None], Pack]


@dataclass(frozen=True, slots=True)
class FrameResult:
    """A policy, if the file has no errors; all problems in the order of the lines; whether it is TOML
    at all.
    """

    policy: Policy | None
    problems: tuple[Problem, ...]
    readable: bool

    @property
    def has_errors(self) -> bool:
        """Whether a finding keeps the frame from being used."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def read_frame(data: bytes, name: str, now: datetime, packs: PackFor | None = None) -> FrameResult:
    """Return the policy a frame file states and every problem it has. Never raises for bad input.

    `name` stands in the findings as the file's name; `now`: at what time's law;
    `packs` gives the law of a jurisdiction instead of the packs in use.
    """
    findings = Findings(name)
    values, readable = read_source(data, findings)
    policy = None
    if values is not None:
        policy = _policy(Table(findings, (), values), packs or _law_at(now))
    problems = tuple(sorted(dict.fromkeys(findings.problems), key=lambda each: (each.line, each.key)))
    failed = not readable or any(each.severity is Severity.ERROR for each in problems)
    return FrameResult(None if failed else policy, problems, readable)


def _law_at(now: datetime) -> PackFor:
    """Return the packs in use as they stand at a time: for her profession, once she is known."""

    def law(code: str, therapist: Therapist | None) -> Pack:
        return pack_over(therapist, now) if therapist else pack_for(code, None, now.date())

    return law


def _policy(top: Table, packs: PackFor) -> Policy | None:
    """Read every section, also when an earlier one failed, so that no problem hides another."""
    version = top.take("frame", int, "integer", required=True)
    if version is not None and version != VERSION:
        top.findings.add("version", top.at("frame"), version, str(VERSION))
    therapist = therapist_of(top)
    reading = sections.reading(top)
    absences = sections.absences(top)
    answers = sections.answers(top)
    channels = sections.channels(top, packs(code, therapist) if (code := jurisdiction_of(top)) else None)
    guide = sections.guide(top)
    fees = sections.fees(top)
    urgent = sections.urgent(top)
    review = sections.review(top)
    emergency = sections.emergency(top)
    readers = sections.readers(top)
    purpose = sections.purpose(top)
    additions = sections.additions(top)
    top.close()
    if therapist is None or reading is None or answers is None:
        return None
    week, holidays, extra, alerts = reading
    schedule = Schedule(therapist.zone, week, holidays, absences, extra, alerts)
    sections.check_alerts(top, schedule)
    return Policy(
        therapist=therapist,
        schedule=schedule,
        answers=answers,
        channels=channels,
        guide=guide,
        fees=fees,
        urgent=urgent,
        review=review,
        emergency=emergency,
        readers=readers,
        purpose=purpose,
        additions=additions,
    )
