"""Who consents to therapy for a young person at a place, by this profession's own rule.

Does not judge whether this young person understands; that is the therapist's work.
"""

from __future__ import annotations

from datetime import date

from intersession.rules.asking import open_question, questions, whom
from intersession.rules.facts import Fact, Jurisdiction, Profession
from intersession.rules.findings import Finding, found

# Nobody is of age below it at any place of the research (Scotland: 16), so under it the question does not come up.
LOWEST_MAJORITY = 16


def minors(at: Jurisdiction, age: int | None, profession: Profession | None, on: date) -> tuple[Finding, ...]:
    """Return who consents for somebody of an age in whole years; None: the age is not on record.

    Where the age of majority is not known, nobody is taken to be of age. A rule of another profession is
    never used: the look-up does not return it.
    """
    values = whom(at, profession, on)
    majority = at.find("age-of-majority", profession, on).fact
    if age is None:
        return (found("minor-age-missing", **values), *_digital(at, age, profession, on))
    if majority and age >= int(majority.value["age"]):
        return (found("minor-of-age", majority, **values, age=age, majority=int(majority.value["age"])),)
    open_ = majority is None and age >= LOWEST_MAJORITY
    unknown = (found("minor-majority-not-known", **values, age=age),) if open_ else ()
    return (*unknown, *_consent(at, age, profession, on), *_digital(at, age, profession, on))


def _consent(at: Jurisdiction, age: int, profession: Profession | None, on: date) -> tuple[Finding, ...]:
    rule = at.find("minor-consent", profession, on)
    if rule.fact is None:
        return open_question("minor", rule.questions, at, profession, on)
    values = {**whom(at, profession, on), "age": age, "from": int(rule.fact.value.get("age") or 0)}
    unsure = questions("minor-unsure", rule.questions, values)
    return (found(_code(rule.fact, age), rule.fact, **values), *unsure)


def _code(rule: Fact, age: int) -> str:
    """Return the code for a rule of consent at an age. The words are those of packs/vocabulary.yaml.

    age-floor: alone from the age on, a guardian below. joint-consent: both from the age on, a guardian below.
    `joint_from`: from there up to the age both consent (Netherlands, BW 7:450: 12 to 16).
    Rules on capacity never turn on the age alone, also where an age is named.
    """
    floor = rule.value.get("age")
    below = floor is not None and age < int(floor)
    joint = rule.value.get("joint_from")
    if below and joint is not None and age >= int(joint):
        return "minor-both"
    codes = {
        "age-floor": "minor-guardian" if below or floor is None else "minor-own-consent",
        "joint-consent": "minor-guardian" if below else "minor-both",
        "parent-required": "minor-own-consent" if floor is not None and not below else "minor-guardian",
        "no-floor": "minor-own-consent",
        "no-floor-conditions": "minor-guardian" if below else "minor-own-consent-conditions",
        "capacity": "minor-capacity",
        "mature-minor": "minor-capacity",
        "purpose-limited": "minor-guardian" if below else "minor-purpose",
    }
    return codes[str(rule.value["rule"])]


def _digital(
    at: Jurisdiction, age: int | None, profession: Profession | None, on: date
) -> tuple[Finding, ...]:
    """Say from which age consent to online services is one's own: not the same as consent to therapy."""
    rule = at.find("digital-consent-age", profession, on).fact
    if rule is None or (age is not None and age >= int(rule.value["age"])):
        return ()
    named = {**whom(at, profession, on), "from": int(rule.value["age"])}
    return (found("minor-digital-consent", rule, **named),)
