"""The shape of what the rules over packs find, and the closed list of findings: how grave each is and what it means.

Holds no sentence (those are in `locale/*/findings.ftl`) and decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from intersession.rules.facts import Confidence, Fact


class Severity(StrEnum):
    """How grave a finding is. ERROR: this may not be done as it stands."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Answer(StrEnum):
    """May these two have contact across these places? Gravest last; no answer ever refuses a client's message."""

    ALLOWED = "allowed"
    LIMITED = "limited"
    ASK = "ask"
    NOT_ALLOWED = "not-allowed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found. `values` fill the sentence `finding-<code>` and `finding-<code>-do` (what to do).

    `fact`: what it rests on, None where nothing is known. `asks`: a question to the therapist, not a rule.
    """

    code: str
    severity: Severity
    values: tuple[tuple[str, str | int], ...] = ()
    fact: Fact | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """What a code always is: its severity, its meaning in one line, and whether it is a question."""

    severity: Severity
    meaning: str
    asks: bool = False


def _info(meaning: str) -> Code:
    return Code(Severity.INFO, meaning)


def _warning(meaning: str) -> Code:
    return Code(Severity.WARNING, meaning)


def _error(meaning: str) -> Code:
    return Code(Severity.ERROR, meaning)


def _question(meaning: str) -> Code:
    return Code(Severity.WARNING, meaning, asks=True)


PLACE: Mapping[str, Code] = {
    "place-own-licence": _info("a licence on record covers the client's place"),
    "place-own-place": _warning("the client is where the therapist practises; no licence is on record"),
    "place-licence-not-recorded": _warning("no licence for the therapist's own place is on record"),
    "place-licence-expired": _warning("the licence on record has ended on that day"),
    "place-licence-ends": _warning("the licence on record ends within 60 days"),
    "place-other-profession": _warning("the licence on record there is for another profession"),
    "place-which-part": _question("this country licenses by state, province or canton: which one?"),
    "place-counts-client": _info("care counts as given where the client is"),
    "place-counts-therapist": _info("the client's place leaves it to the therapist's place"),
    "place-home-anywhere": _info("the therapist's own place lets her serve clients anywhere"),
    "place-title-protected": _question(
        "the title is protected there; whether care from abroad needs it is open"
    ),
    "place-not-regulated": _warning("the profession is not regulated there, as far as is known"),
    "place-not-known": _question("where care counts as given is not known here"),
    "place-unsure": _question("a source of low confidence says where care counts as given"),
    "place-compact-authority": _info("both states are in the compact and the authority is on record"),
    "place-compact-possible": _warning("both states are in the compact; the authority is not on record"),
    "place-compact-not-yet": _info("the compact is passed but not in use between the two"),
    "place-compact-terms": _info("what the compact asks of the therapist"),
    "place-compact-unsure": _question("a source of low confidence speaks of a compact"),
    "place-temporary-allowed": _info("the place's rule on short-time practice covers this contact"),
    "place-temporary-approval": _warning("short-time practice needs approval first; none is on record"),
    "place-temporary-registration": _warning(
        "short-time practice needs a registration first; none is on record"
    ),
    "place-temporary-notice": _warning("short-time practice needs a notice first; none is on record"),
    "place-temporary-formalities": _question("the source names no approval and no registration: check"),
    "place-temporary-count": _warning("short-time practice has a limit of days to keep count of"),
    "place-temporary-days-left": _warning("how many days of short-time practice are left"),
    "place-temporary-used-up": _warning("the days of short-time practice are used up"),
    "place-temporary-established": _warning("short-time practice is only for clients already in care"),
    "place-temporary-other-homes": _info(
        "the rule on short-time practice is for therapists from other places"
    ),
    "place-temporary-short-stay": _warning(
        "short-time practice does not suit a client who lives or moved there"
    ),
    "place-temporary-unsure": _question("a source of low confidence speaks of short-time practice"),
    "place-temporary-not-known": _question("whether short-time practice is possible is not known here"),
    "place-licence-needed": _error("a licence of the client's place is needed and none is on record"),
    "place-travelling": _warning("the client is travelling: logistics and safety until more is known"),
    "place-moved": _warning("the client has moved: a licence, a referral or a planned ending"),
}

MINORS: Mapping[str, Code] = {
    "minor-of-age": _info("of age: consents alone"),
    "minor-own-consent": _info("old enough to consent alone"),
    "minor-own-consent-conditions": _warning("consents alone if conditions hold"),
    "minor-guardian": _warning("a parent or guardian consents"),
    "minor-both": _warning("the young person and a parent or guardian both consent"),
    "minor-capacity": _warning("it depends on whether the young person understands the therapy"),
    "minor-purpose": _warning("consents alone only for certain purposes"),
    "minor-age-missing": _question("the client's age is not on record"),
    "minor-majority-not-known": _question("the age of majority is not known here"),
    "minor-not-known": _question("who consents for a minor is not known here"),
    "minor-unsure": _question("a source of low confidence says who consents for a minor"),
    "minor-digital-consent": _info("from which age consent to online services is the minor's own"),
}

RETENTION: Mapping[str, Code] = {
    "retention-until": _info("the record is kept at least until a day"),
    "retention-at-most": _info("the record is kept at most until a day"),
    "retention-minor": _info("a later end because the client was a minor"),
    "retention-minor-unknown": _question(
        "a minor's record is kept longer; the date of birth is not on record"
    ),
    "retention-birth": _info("counted from birth because no date of death is known"),
    "retention-guideline": _info("the period is a guideline, not law"),
    "retention-clash": _warning("the least and the most time contradict each other"),
    "retention-date-missing": _question("the date the period starts from is not on record"),
    "retention-start-not-stated": _question("the law does not say when the period starts"),
    "retention-not-known": _question("how long this record is kept is not known here"),
    "retention-unsure": _question("a source of low confidence says how long this record is kept"),
}

CONTACT: Mapping[str, Code] = {
    "email-free": _info("plain e-mail may be used"),
    "email-after-warning": _warning("plain e-mail only after a recorded warning"),
    "email-encrypted-only": _error("plain e-mail may not be used"),
    "email-unclear": _question("the sources do not settle whether plain e-mail may be used"),
    "email-not-known": _question("whether plain e-mail may be used is not known here"),
    "email-unsure": _question("a source of low confidence speaks of plain e-mail"),
    "messages-allowed": _info("care by message is allowed"),
    "messages-consent": _warning("care by message needs consent first"),
    "messages-supplement": _warning("messages may only add to live sessions"),
    "messages-not-therapy": _warning("messages may not be used for therapy: logistics and safety only"),
    "messages-secured": _warning("messages only over a secured channel"),
    "messages-not-known": _question("whether care by message is allowed is not known here"),
    "messages-unsure": _question("a source of low confidence speaks of care by message"),
}

CARE: Mapping[str, Code] = {
    "telehealth-consent-required": _warning("consent to care at a distance is required"),
    "telehealth-consent-free": _info("no extra consent to care at a distance is required"),
    "telehealth-consent-not-known": _question(
        "whether consent to care at a distance is required is not known here"
    ),
    "telehealth-consent-unsure": _question(
        "a source of low confidence speaks of consent to care at a distance"
    ),
    "therapy-consent-written": _warning("consent to therapy is given in writing"),
    "therapy-consent-spoken": _info("consent to therapy may be spoken"),
    "therapy-consent-form-open": _info("consent to therapy is needed; no form is stated"),
    "therapy-consent-not-known": _question("the form of consent to therapy is not known here"),
    "therapy-consent-unsure": _question("a source of low confidence speaks of consent to therapy"),
    "protect-mandatory": _warning("the therapist must act when others are in danger"),
    "protect-permissive": _info("the therapist may act when others are in danger"),
    "protect-case-law": _warning("courts decide what the therapist must do when others are in danger"),
    "protect-none": _info("no duty to act when others are in danger was found"),
    "protect-not-known": _question("what holds when others are in danger is not known here"),
    "protect-unsure": _question("a source of low confidence speaks of danger to others"),
    "consent-say-how-long": _warning("the client is told how long the consent is relied on"),
    "consent-ends": _warning("a consent is relied on for a number of months"),
    "consent-expiry-none": _info("no rule on how long a consent is relied on is known here"),
    "consent-expiry-unsure": _question("a source of low confidence says how long a consent is relied on"),
}

CLOCKS: Mapping[str, Code] = {
    "access-due": _info("by when a request for access is answered"),
    "access-extended": _info("until when the answer may be put off"),
    "access-no-number": _warning("a request for access has no fixed time: without delay"),
    "access-not-yet": _info("a time for requests for access starts later"),
    "access-not-known": _question("the time to answer a request for access is not known here"),
    "access-unsure": _question("a source of low confidence gives a time for requests for access"),
    "breach-due": _warning("by when a data breach is reported"),
    "breach-assess": _info("by when a suspected breach is assessed"),
    "breach-report": _info("by when the final report on a breach is due"),
    "breach-no-number": _warning("a data breach has no fixed time: without delay"),
    "breach-not-yet": _info("a time to report a breach starts later"),
    "breach-not-known": _question("the time to report a breach is not known here"),
    "breach-unsure": _question("a source of low confidence gives a time to report a breach"),
}

# Every code a rule over packs may give, and nothing else.
CODES: Mapping[str, Code] = {**PLACE, **MINORS, **RETENTION, **CONTACT, **CARE, **CLOCKS}


def found(code: str, fact: Fact | None = None, /, **values: str | int) -> Finding:
    """Return a finding of the closed list; `answer_by=…` fills `$answer-by`.

    Raises KeyError for an unknown code and ValueError when a fact of low confidence would be more than a question.
    """
    kind = CODES[code]
    if fact is not None and fact.confidence is Confidence.LOW and not kind.asks:
        raise ValueError(f"{code} would rest on a fact of low confidence: {fact.key} of {fact.jurisdiction}")
    named = tuple((name.replace("_", "-"), value) for name, value in values.items())
    return Finding(code, kind.severity, named, fact, kind.asks)
