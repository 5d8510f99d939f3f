"""Turns what a collected file says about records, minors, care and privacy into facts.

Takes each mapped field out of the file's tree, so that what remains was not understood.
"""

from __future__ import annotations

from import_packs_facts import Law
from import_packs_text import Tree, tidy

STARTS = {
    "last_contact": "last-contact",
    "termination": "end-of-treatment",
    "last_entry": "last-entry",
    "record_made": "record-made",
    None: "not-stated",
}
DUTIES = {"mandatory": "mandatory", "permissive": "permissive", "common_law": "case-law", "none": "none"}
# Fields of the collected files under `privacy` that are shown and read by no rule.
# Fields of the shared files under `privacy` that are shown and read by no rule.
TOPICS = {
    "confidential_communications": "confidential-communications",
    "consent_withdrawal": "consent-withdrawal",
    "erasure": "erasure",
    "legal_basis": "legal-basis",
    "other_duties": "other-duties",
    "part2": "substance-use-records",
    "portability": "portability",
    "psychotherapy_notes": "psychotherapy-notes",
    "security": "security",
    "technical_safeguards": "technical-safeguards",
    "transfers_note": "transfers",
    "hosting_note": "hosting",
    "note": "general",
    "retention_note": "general",
}
MINOR_ROWS = {
    "until_age": "until-age",
    "years_after_majority": "years-after-majority",
    "years_after_last_contact": "years-after-last-contact",
    "or_years_after_last_contact": "years-after-last-contact",
    "or_years_after_termination": "years-after-end",
}


def records(law: Law) -> None:
    for number, node in enumerate(law.rest.get("records", {}).get("retention", ())):
        path = f"records.retention[{number}]"
        reading = law.readings.get(path) or {}
        if isinstance(reading, list) or "value" in reading:
            for name in law.notes["read_by_hand"]["retention"]:
                node.pop(name, None)
            law.say(path, node, "retention", {})
            continue
        value: Tree = {"records": "clinical-record"}
        years = node.pop("adult_years", 0)
        value |= {"years": years} if years else {}
        value |= {"starts": STARTS[node.pop("from", None)]}
        rows = _minor_rows(node, years)
        value |= {"minors": rows} if rows else {}
        value["basis"] = reading.get("basis", "law")
        law.say(path, node, "retention", value)


def _minor_rows(node: Tree, years: int) -> list[Tree]:
    minor: Tree = node.get("minor", {})
    rows = [{"kind": kind, "years": minor.pop(name)} for name, kind in MINOR_ROWS.items() if name in minor]
    if "years_after_age" in minor:
        rows.append(
            {
                "kind": "years-after-age",
                "years": minor.pop("years_after_age"),
                "age": minor.pop("age"),
            }
        )
    if minor.get("minimum_years", 0) <= years:
        minor.pop("minimum_years", None)  # no more than what is kept for everybody
    if minor.get("rule") == "later":
        minor.pop("rule")  # what the rule over packs does with several rows
    if "until_age_if_17_at_end" in minor:
        age = minor.pop("until_age_if_17_at_end")
        node["note"] = f"{node.get('note', '')} A client who was 17 at the end: until {age}."
    return rows


def minors(law: Law) -> None:
    part: Tree = law.rest.get("minors", {})
    if "age_of_majority" in part:
        node: Tree = part.pop("age_of_majority_detail", {})
        if "age_of_majority_note" in part:
            node["note"] = part.pop("age_of_majority_note")
        law.say("minors.age_of_majority", node, "age-of-majority", {"age": part.pop("age_of_majority")})
    if "source" in part:
        law.say("minors", part, "privacy-duty", {"topic": "general"})
    if node := part.get("outpatient_mental_health_consent", {}):
        rule, age = node.pop("rule", None), node.pop("age", None)
        path = "minors.outpatient_mental_health_consent"
        value = {"age": age} if age is not None else {}
        said = {**value, "rule": rule.replace("_", "-")} if rule else None
        law.say(path, node, "minor-consent", said)


def care(law: Law) -> None:
    if node := law.rest.get("duty_to_protect"):
        law.say("duty_to_protect", node, "duty-to-protect", {"kind": DUTIES[node.pop("kind")]})
    if node := law.rest.get("telehealth_consent"):
        value = {"required": node.pop("required"), "form": node.pop("form", "not-stated")}
        law.say("telehealth_consent", node, "telehealth-consent", value)
    for number, node in enumerate(law.rest.get("informed_consent", ())):
        law.say(f"informed_consent[{number}]", node, "informed-consent", {"form": node.pop("form")})
    for number, node in enumerate(law.rest.get("messaging", ())):
        law.say(f"messaging[{number}]", node, "asynchronous-contact", None)


def privacy(law: Law) -> None:
    part: Tree = law.rest.get("privacy", {})
    if names := part.pop("regimes", None):
        law.say("privacy.regimes", {}, "privacy-laws", {"names": [tidy(name) for name in names]})
    for name, topic in TOPICS.items():
        if name in part:
            node = part[name] if isinstance(part[name], dict) else {"note": part.pop(name)}
            _topic(law, f"privacy.{name}", node, topic)
    if node := part.get("access_request"):
        _access(law, node)
    if node := part.get("breach_notification"):
        _breach(law, node)
    if node := part.get("email"):
        allowed = node.pop("unencrypted_allowed_after_warning")
        value = {"unencrypted": "after-warning" if allowed else "no"}
        law.say("privacy.email", node, "email", value)
    _digital(law, part)


def _topic(law: Law, path: str, node: Tree, topic: str) -> None:
    for name, word in (("required", "Required"), ("addressable", "Addressable")):
        if name in node:
            said = f"{word}: {', '.join(node.pop(name))}."
            node["note"] = f"{node.get('note', '')} {said}"
    law.say(path, node, "privacy-duty", {"topic": topic})


def _access(law: Law, node: Tree) -> None:
    path = "privacy.access_request"
    if "value" in (law.readings.get(path) or {}):
        for name in law.notes["read_by_hand"]["access_request"]:
            node.pop(name, None)
        law.say(path, node, "access-request", {})
        return
    working = node.pop("unit", "calendar") in ("working", "business")
    value = {"hours": node.pop("hours")} if "hours" in node else {}
    value["working_days" if working else "days"] = node.pop("days")
    value |= {"extension_days": node.pop("extension_days")} if "extension_days" in node else {}
    law.say(path, node, "access-request", value)


def _breach(law: Law, node: Tree) -> None:
    names = {
        "hours": "hours",
        "days": "days",
        "business_days": "working_days",
        "days_to_assess": "assess_days",
        "final_report_days": "report_days",
        "to": "to",
    }
    value = {name: node.pop(old) for old, name in names.items() if old in node}
    law.say("privacy.breach_notification", node, "breach-notice", value)


def _digital(law: Law, part: Tree) -> None:
    """The age of consent to online services. The European table, which has a source, is spread over its states."""
    if "digital_consent_age" not in part:
        return
    table: Tree = law.notes["digital_table"]
    node: Tree = {}
    if "digital_consent" in part:
        node = part.pop("digital_consent")
    elif table and table["ages"].get(law.code) == part["digital_consent_age"]:
        node = {name: table[name] for name in ("source", "confidence", "as_of", "cross_checked_with")}
        if own := part.pop("digital_consent_source", None):
            node |= {"source": own, "cross_checked_with": [table["source"]]}
    elif law.code in table.get("ages", {}):
        law.problems.append(f"{law.code}: age of digital consent differs from the European table")
    if "digital_consent_note" in part:
        node["note"] = part.pop("digital_consent_note")
    if "digital_consent_source" in part:
        node["source"] = part.pop("digital_consent_source")
    value = {"age": part.pop("digital_consent_age")}
    law.say("privacy.digital_consent_age", node, "digital-consent-age", value)
