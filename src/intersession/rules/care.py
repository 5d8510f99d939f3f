"""What a place says about consent and about danger to others, as the agreement's clauses need it.

What clause A11 says is in `locale/*/clauses.ftl`; here is only which of it holds.
"""

from __future__ import annotations

from datetime import date

from intersession.rules.asking import open_question, questions, whom
from intersession.rules.facts import Jurisdiction, Profession
from intersession.rules.findings import Finding, found
from intersession.rules.terms import Protect
from intersession.rules.vocabulary import ProtectKind

THERAPY_FORM = {
    "written": "therapy-consent-written",
    "verbal": "therapy-consent-spoken",
    "either": "therapy-consent-spoken",
    "not-stated": "therapy-consent-form-open",
}


def telehealth_consent(at: Jurisdiction, profession: Profession | None, on: date) -> tuple[Finding, ...]:
    """Return whether care at a distance needs a consent of its own, and in which form."""
    rule = at.find("telehealth-consent", profession, on)
    if rule.fact is None:
        return open_question("telehealth-consent", rule.questions, at, profession, on)
    values = {**whom(at, profession, on), "form": str(rule.fact.value["form"])}
    code = "telehealth-consent-required" if rule.fact.value["required"] else "telehealth-consent-free"
    return (found(code, rule.fact, **values), *questions("telehealth-consent-unsure", rule.questions, values))


def therapy_consent(at: Jurisdiction, profession: Profession | None, on: date) -> tuple[Finding, ...]:
    """Return in which form consent to therapy itself is given."""
    rule = at.find("informed-consent", profession, on)
    if rule.fact is None:
        return open_question("therapy-consent", rule.questions, at, profession, on)
    values = whom(at, profession, on)
    first = found(THERAPY_FORM[str(rule.fact.value["form"])], rule.fact, **values)
    return (first, *questions("therapy-consent-unsure", rule.questions, values))


def duty_to_protect(at: Jurisdiction, profession: Profession | None, on: date) -> tuple[Finding, ...]:
    """Return what holds when others are in danger: what clause A11 tells the client beforehand."""
    rule = at.find("duty-to-protect", profession, on)
    if rule.fact is None:
        return open_question("protect", rule.questions, at, profession, on)
    values = whom(at, profession, on)
    first = found(f"protect-{rule.fact.value['kind']}", rule.fact, **values)
    return (first, *questions("protect-unsure", rule.questions, values))


def protect(at: Jurisdiction, profession: Profession | None, on: date) -> Protect:
    """Return what clause A11 states of this place. Where no fact may be relied on, it is not known."""
    rule = at.find("duty-to-protect", profession, on).fact
    if rule is None:
        return Protect()
    return Protect(ProtectKind(str(rule.value["kind"])), rule.jurisdiction, rule.source.citation)


def consent_expiry(at: Jurisdiction, profession: Profession | None, on: date) -> tuple[Finding, ...]:
    """Return how long a consent is relied on, where the place wants that said or sets months."""
    rule = at.find("consent-expiry", profession, on)
    values = whom(at, profession, on)
    unsure = questions("consent-expiry-unsure", rule.questions, values)
    if rule.fact is None:
        return unsure or (found("consent-expiry-none", **values),)
    findings = []
    if rule.fact.value["say_how_long"]:
        findings.append(found("consent-say-how-long", rule.fact, **values))
    if rule.fact.value.get("months"):
        findings.append(found("consent-ends", rule.fact, **values, months=int(rule.fact.value["months"])))
    return (*findings, *unsure)
