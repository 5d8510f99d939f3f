"""Says what a frame file would mean: its problems, the clauses in words, one moment tried out, what changes for whom.

Reads and formats; publishes nothing. Decisions are the rules'.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from intersession.agreement.choices import additions_of, choices_of
from intersession.agreement.models import Agreement
from intersession.agreement.wording import compose_terms
from intersession.errors import BadInput
from intersession.frame import (
    ClauseText,
    change_text,
    notice_text,
    problem_text,
    read_frame,
    reason_text,
    render,
)
from intersession.people.models import Person
from intersession.people.stays import today_of
from intersession.policy.actions import FILE
from intersession.policy.models import PolicyVersion
from intersession.portal.shown.findings import Law, law_of
from intersession.portal.shown.prints import fingerprints
from intersession.portal.shown.year import YearAhead, year_ahead
from intersession.rules.consent import difference
from intersession.rules.layers import Choices, Policy
from intersession.rules.messages import Decision, Submission, decide_message
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import AgreementState, Kind
from intersession.texts import LANGUAGES, text, when


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem of the file as a person reads it. `line` 0: the whole file."""

    severity: str
    line: int
    key: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What would happen to a message: the steps with their instants in words, and the reasons and notices."""

    steps: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One change against the published version; `consent` says that it needs both signatures."""

    sentence: str
    consent: bool


@dataclass(frozen=True, slots=True)
class Affected:
    """A client with an agreement in force, and whether these rules would need her signature again."""

    relationship: str
    code: str
    fingerprint: str
    consent: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything the page shows beside the file. `texts` are the clauses by language, empty while there are errors."""

    ok: bool
    findings: tuple[Finding, ...]
    texts: dict[str, tuple[ClauseText, ...]]
    moment: Moment | None
    changes: tuple[Difference, ...]
    affected: tuple[Affected, ...]
    law: Law | None = None
    ahead: YearAhead | None = None

    @property
    def asked(self) -> int:
        """How many agreements in force would need a new signature."""
        return sum(each.consent for each in self.affected)


@dataclass(frozen=True, slots=True)
class Trial:
    """A message to try: its kind and the wall-clock time in the therapist's zone ("2026-11-22T22:41")."""

    kind: str
    at: str


def preview(source: bytes, trial: Trial, therapist: Person, language: str, now: datetime) -> Preview:
    """Return what `source` would mean. Never raises for a bad file; BadInput for a trial that is no instant."""
    result = read_frame(source, FILE, now)
    findings = tuple(
        Finding(each.severity.value, each.line, each.key, problem_text(each, language))
        for each in result.problems
    )
    if result.policy is None:
        return Preview(False, findings, {}, None, (), ())
    terms = compose_terms(result.policy, (), Choices(), now)
    return Preview(
        ok=True,
        findings=findings,
        texts={lang: render(terms, lang) for lang in LANGUAGES},
        moment=try_moment(terms, trial, language, now),
        changes=changes(therapist, terms, language, now),
        affected=affected(therapist, result.policy, now),
        law=law_of(result.policy, language, today_of(therapist, now)),
        ahead=year_ahead(terms, therapist, language, today_of(therapist, now)),
    )


def try_moment(terms: Terms, trial: Trial, lang: str, now: datetime) -> Moment:
    """Return what a client would see for a message of this kind at this instant, in the therapist's zone."""
    zone = terms.therapist.zone
    try:
        at = datetime.fromisoformat(trial.at).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        kind = Kind(trial.kind)
    except (ValueError, OverflowError) as problem:
        raise BadInput("trial", field="at") from problem
    decision = decide_message(terms, Submission(kind=kind), at)
    return Moment(
        steps=_steps(decision, at, zone, lang, now),
        reasons=tuple(reason_text(reason, lang, terms) for reason in decision.reasons),
        notices=tuple(notice_text(notice, lang, zone, now) for notice in decision.notices),
    )


def _steps(
    decision: Decision, at: datetime, zone: str, lang: str, now: datetime
) -> tuple[tuple[str, str], ...]:
    def shown(instant: datetime | None) -> str:
        return when(instant, zone, lang, now) if instant else text(lang, "policy-step-none")

    steps = [("kept", shown(at))]
    if decision.alert_at and decision.alert_at > at:
        steps.append(("waits", shown(decision.alert_at)))
    if decision.handling.value == "agenda":
        return (*steps, ("session", text(lang, "policy-step-session-when")))
    return (*steps, ("seen", shown(decision.seen_by)), ("answered", shown(decision.answer_by)))


def changes(therapist: Person, terms: Terms, lang: str, now: datetime) -> tuple[Difference, ...]:
    """Return what differs from the published version, in plain words."""
    latest = PolicyVersion.objects.latest_of(therapist)
    if latest is None:
        return ()
    found = difference(compose_terms(latest.policy, (), Choices(), now), terms)
    return tuple(Difference(change_text(each, lang), each.needs_consent) for each in found)


def affected(therapist: Person, policy: Policy, now: datetime) -> tuple[Affected, ...]:
    """Return every client with an agreement in force, and whether these rules need a new signature."""
    active = Agreement.objects.filter(relationship__therapist=therapist, state=AgreementState.ACTIVE)
    found = list(active.select_related("relationship").order_by("relationship__code"))
    prints = fingerprints(agreement.relationship for agreement in found)
    return tuple(
        Affected(
            agreement.relationship_id,
            agreement.relationship.code,
            prints.get(agreement.relationship.client_id or "", ""),
            _needs_consent(agreement, policy, now),
        )
        for agreement in found
    )


def _needs_consent(agreement: Agreement, policy: Policy, now: datetime) -> bool:
    chosen = choices_of(agreement.narrowed_choices or agreement.choices)
    new = compose_terms(policy, additions_of(agreement.additions), chosen, now)
    return any(change.needs_consent for change in difference(agreement.signed_terms, new))
