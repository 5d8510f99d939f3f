"""Turns what a collected file says about licensing into facts: place rule, visits, compacts, regulators.

Takes each mapped field out of the file's tree, so that what remains was not understood.
"""

from __future__ import annotations

from import_packs_facts import Law, day, ordered, source_of
from import_packs_text import Tree, tidy

WHERE = {
    "client_location": "client",
    "therapist_location": "therapist",
    "title_protected": "title-protected",
    "unregulated": "unregulated",
}
COMPACTS = {
    "PSYPACT": "psypact",
    "COUNSELING_COMPACT": "counseling-compact",
    "SOCIAL_WORK_COMPACT": "social-work-compact",
}


def licensing(law: Law) -> None:
    part: Tree = law.rest.get("licensing", {})
    for place, where in (("temporary_practice", [part]), ("temporary_practice_other", [])):
        nodes = [part.get(place)] if where else part.get(place, [])
        for number, node in enumerate(nodes):
            if node:
                path = f"licensing.{place}" + ("" if where else f"[{number}]")
                _temporary(law, path, node)
    for number, node in enumerate(part.get("compacts", ())):
        _compact(law, f"licensing.compacts[{number}]", node)
    _regulators(law, part.get("regulators", []))
    for number, node in enumerate(part.get("facts", ())):
        law.say(f"licensing.facts[{number}]", node, "licensing", None)
    if "rule" in part:
        _place_rule(law, part)


def _place_rule(law: Law, part: Tree) -> None:
    path, where = "licensing.rule", part["rule"]
    own = {"note": part.pop("rule_note", "")} if "rule_note" in part else {}
    if "rule_source" in part:
        graded = ("confidence", "as_of")
        own |= {
            "source": part.pop("rule_source"),
            **{name: part.pop(name) for name in graded if name in part},
        }
    elif "note" in part:
        own["note"] = part.pop("note")
    elif law.parent and path not in law.readings:
        return  # the same as the parent's, which has a source: left out, see pack_notes.yaml
    del part["rule"]
    law.say(path, own, "place-rule", {"where": WHERE[where]})


def _temporary(law: Law, path: str, node: Tree) -> None:
    days = node.get("days_per_year")
    reading = law.readings.get(path) or {}
    readings = reading if isinstance(reading, list) else [reading]
    limits = [row["days"] for each in readings for row in each.get("value", {}).get("limits", ())]
    if days in limits:
        del node["days_per_year"]
    law.say(path, node, "temporary-practice", None)


def _regulators(law: Law, nodes: list[Tree]) -> None:
    """Rows that differ only in the profession become one fact."""
    before = len(law.facts)
    for number, node in enumerate(nodes):
        kind = "licence-lookup" if node.pop("url_kind", "") == "licence_lookup" else "regulator"
        value = {"name": tidy(node.pop("name")), "url": node.pop("url"), "kind": kind}
        law.say(f"licensing.regulators[{number}]", node, "regulator", value)
    merged: list[Tree] = []
    for fact in law.facts[before:]:
        same = next((each for each in merged if each["value"] == fact["value"]), None)
        if same is None or "for" not in fact or "for" not in same or same["source"] != fact["source"]:
            merged.append(fact)
            continue
        same["for"] += [each for each in fact["for"] if each not in same["for"]]
    law.facts[before:] = merged


def _compact(law: Law, path: str, node: Tree) -> None:
    name = COMPACTS[node.pop("id")]
    professions = node.pop("professions")
    if "scope" in node:
        node["note"] = node.pop("scope")
        node["profession"] = professions[0]
        law.say(path, node, "compact-terms", {"compact": name})
        return
    value: Tree = {"compact": name, "status": node.pop("status").replace("_", "-")}
    if "operational" in node:
        value["issuing"] = "yes" if node.pop("operational") else "no"
    since = [node.pop(key) for key in ("effective", "operational_since") if key in node]
    node["profession"] = professions[0]
    law.say(path, node, "compact", value)
    fact = law.facts[-1]
    if name == "psypact":
        since = _psypact(law, fact, since)
    if since:
        fact["value"]["since"] = day(since[0])
    law.facts[-1] = ordered(fact)


def _psypact(law: Law, fact: Tree, since: list[str]) -> list[str]:
    """Hold a state's own row against the list of members; where they differ the lower trust counts."""
    row = law.members.pop(law.code, {"status": "no row"})
    says, lists = fact["value"]["status"], row["status"]
    agree = says == lists or (says == "pending" and lists == "not-member")
    if not agree:
        law.problems.append(f"{law.code}: PSYPACT {says} in the state's file, {lists} in the list")
        fact["confidence"] = "low"
    if "note" in row:
        fact["note"] = tidy(f"{fact.get('note', '')} {row['note']}")
    if row.get("date_confidence") != "high":
        return since
    if since and row.get("effective") and since[0] != row["effective"]:
        law.problems.append(f"{law.code}: PSYPACT since {since[0]} or {row['effective']}")
        return []
    said = [f"{word} {row[key]}." for word, key in (("Bill", "bill"), ("Enacted", "enacted")) if key in row]
    fact["note"] = tidy(" ".join([fact.get("note", ""), *said]))
    fact["also"] = [*fact.get("also", ()), source_of(row["date_source"], "")[0]]
    return since or [row[name] for name in ("effective",) if name in row]
