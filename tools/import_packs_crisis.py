"""Turns collected crisis contacts into the packs' contacts: what may be shown, and what is only a question.

Shown are emergency numbers and lines of high or medium confidence whose number can be dialled in the country. It
looks nothing up; names, hours and second sources come from `pack_notes.yaml`.
"""

from __future__ import annotations

import re
from collections import Counter

import phonenumbers

from import_packs_text import Row, Tree, day_or_month, tidy

SERVICES = ("ambulance", "police", "fire")
AUDIENCES = ("general", "youth", "domestic_violence", "veterans", "lgbtq", "older")
SHOWN = ("high", "medium")
WINDOW = re.compile(r"^(?P<days>daily |Mon-Fri )?(?P<opens>\d\d:\d\d)-(?P<closes>\d\d:\d\d)")
# How the packs' loader wants a number written (intersession.packs.crisis).
WRITTEN = re.compile(r"^[*#+(]?[0-9][0-9 ()/*#.-]{0,22}$")
SHORT = 7


class Contacts:
    """All contacts of the shared folder, by code of country or territory."""

    def __init__(self, notes: Tree, tally: Counter[str], odd: list[str]) -> None:
        """`tally` counts what went where, `odd` collects numbers a person must look at."""
        self.notes, self.tally, self.odd = notes, tally, odd
        self.used: set[str] = set()

    def collect(self, breadth: Tree, packs: dict[str, Tree]) -> dict[str, Tree]:
        """Return the contacts of every place that has any of its own. `packs`: the `crisis` parts by code."""
        places = {
            code: self._place(code, tree["emergency"], tree.get("lines", []))
            for code, tree in breadth.items()
        }
        for code, crisis in packs.items():
            if "-" not in code:
                places[code] = self._place(code, self._graded(code, crisis), crisis["lines"])
                continue
            parent = code.partition("-")[0]
            if crisis.get("lines") == packs[parent]["lines"]:
                self.tally["contacts left out: the same as the parent's"] += len(crisis["lines"])
            elif crisis.get("lines"):
                places[code] = self._place(code, None, crisis["lines"])
            self._territory(code, crisis, breadth, packs, places)
        unused = set(self.notes["lines"]) - self.used
        if unused:
            raise SystemExit(
                f"pack_notes.yaml speaks of lines that are not there: {', '.join(sorted(unused))}"
            )
        return places

    def _territory(
        self, code: str, crisis: Tree, breadth: Tree, packs: dict[str, Tree], places: Tree
    ) -> None:
        """A territory that is a part here and a country in the list of codes has its parent's lines too."""
        land = code.partition("-")[2]
        if crisis.get("inherits") == "US" and breadth.get(land, {}).get("name") == crisis["name"]:
            lines = packs["US"]["lines"]
            quiet = Contacts(self.notes, Counter(), [])
            places[land] = quiet._place(land, breadth[land]["emergency"], lines, notes_of="US")
            self.tally["lines inherited by a territory"] += len(places[land]["lines"])

    def _graded(self, code: str, crisis: Tree) -> Tree:
        """The emergency numbers of a country pack that a second list confirms; see pack_notes.yaml.

        Raises SystemExit when the notes name a number that the pack does not state.
        """
        check = self.notes["emergency"][code]
        stated = set(re.findall(r"\d+", f"{crisis['emergency_number']} {crisis.get('emergency_note', '')}"))
        if missing := set(check["confirmed"].values()) - stated:
            raise SystemExit(f"{code}: the pack does not state {', '.join(sorted(missing))}")
        source = self.notes["sources"][check["second"][0]]
        return {**check["confirmed"], "confidence": "medium", "source": {**source, "retrieved": "2026-11"}}

    def _place(self, code: str, emergency: Tree | None, lines: list[Tree], notes_of: str = "") -> Tree:
        place: Tree = {}
        unsure: list[Tree] = []
        if emergency:
            self.tally[f"emergency numbers {emergency['confidence']}"] += 1
            if emergency["confidence"] in SHOWN and self._is_number(code, emergency["number"], "emergency"):
                place["emergency"] = self._emergency(code, emergency)
            else:
                unsure.append(
                    _question("emergency", {"name": "Emergency number", **emergency}, emergency["number"])
                )
        shown = []
        for line in lines:
            self.tally[f"lines {line['confidence']}"] += 1
            built = self._line(line, self._extra(notes_of or code, line))
            if line["confidence"] in SHOWN and self._can_reach(code, built):
                shown.append(built)
            else:
                unsure.append(_question("line", line, built.get("phone", "")))
        once = self._once(code, shown)
        place["lines"] = sorted(once, key=lambda line: (AUDIENCES.index(line["audience"]), _rank(line)))
        return {name: part for name, part in {**place, "unsure": unsure}.items() if part}

    def _extra(self, code: str, line: Tree) -> Tree:
        key = f"{code}/{line.get('phone') or line['sms']['to']}"
        extra: Tree = self.notes["lines"].get(key, {})
        if extra:
            self.used.add(key)
        return extra

    # -- numbers ------------------------------------------------------------------------------------------------

    def _can_reach(self, code: str, line: Tree) -> bool:
        numbers = [line.get("phone"), line.get("tty"), line.get("sms", {}).get("to")]
        found = [self._is_number(code, each, line["name"]) for each in numbers if each]  # each is looked at
        return all(found)

    def _is_number(self, code: str, written: str, whose: str) -> bool:
        known = f"{code}/{written}" in self.notes["known_numbers"]
        why = "" if known else fault(written, code.partition("-")[0])
        if why:
            self.odd.append(f"{code} {written} ({whose}): {why}")
            self.tally["contacts held back: an odd number"] += 1
        return not why

    def _once(self, code: str, lines: list[Tree]) -> list[Tree]:
        """The same number twice is one line: the surer one stays."""
        kept: dict[str, Tree] = {}
        for line in sorted(lines, key=lambda line: line["confidence"] != "high"):
            number = _whole(line.get("phone") or line.get("sms", {}).get("to", line["name"]), code)
            if number in kept and kept[number].get("press") == line.get("press"):
                self.tally["lines left out: the same number twice"] += 1
                continue
            kept.setdefault(number + line.get("press", ""), line)
        return list(kept.values())

    # -- shapes -------------------------------------------------------------------------------------------------

    def _emergency(self, code: str, tree: Tree) -> Tree:
        services = {name: tree[name] for name in SERVICES if name in tree}
        services = {name: number for name, number in services.items() if self._is_number(code, number, name)}
        return {"number": tree["number"], **services, "confidence": tree["confidence"], **_checked(tree)}

    def _line(self, line: Tree, extra: Tree) -> Tree:
        built: Tree = {
            "name": tidy(extra.get("name", line["name"])),
            "audience": extra.get("audience", line["audience"]),
        }
        for key in ("phone", "press", "tty"):
            if value := extra.get(key) or line.get(key):
                built[key] = value
        if sms := line.get("sms"):
            dropped = extra.get("drop", [])
            built["sms"] = Row({key: value for key, value in sms.items() if key not in dropped})
        if chat := line.get("chat_url"):
            built["chat"] = chat
        if hours := extra.get("hours") or _hours(line.get("hours", "")):
            built["hours"] = hours
        for key in ("languages", "facts", "note"):
            if value := extra.get(key) or (line.get(key) if key == "languages" else None):
                built[key] = value
        return {**built, "confidence": line["confidence"], **_checked(line)}


def fault(written: str, region: str) -> str:
    """Say what is wrong with a number as it is dialled inside a region; an empty text if nothing is."""
    digits = re.sub(r"[^0-9*#+]", "", written)
    if not WRITTEN.match(written):
        return "not written as a number"
    if digits.startswith("*"):
        return ""  # a service code of the network, such as Chile's *4141
    try:
        number = phonenumbers.parse(written, region, keep_raw_input=True)
    except phonenumbers.NumberParseException as problem:
        return str(problem)
    if len(digits) <= SHORT and phonenumbers.is_possible_short_number_for_region(number, region):
        return ""
    source, plus = number.country_code_source, phonenumbers.CountryCodeSource
    glued = source == plus.FROM_NUMBER_WITHOUT_PLUS_SIGN and number.country_code != 1
    if glued or source == plus.FROM_NUMBER_WITH_IDD:
        return "a country code without a plus"
    return "" if phonenumbers.is_possible_number(number) else "not a possible number there"


def _whole(written: str, code: str) -> str:
    """A number in one spelling, to see whether two are the same."""
    try:
        number = phonenumbers.parse(written, code.partition("-")[0])
    except phonenumbers.NumberParseException:
        return written
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _rank(line: Tree) -> tuple[bool, bool]:
    return line["confidence"] != "high", line.get("hours") != "always"


def _question(kind: str, tree: Tree, phone: str) -> Tree:
    """A contact that is not shown: something to find out."""
    asked = {"kind": kind, "name": tidy(tree["name"])}
    return {**asked, **({"phone": phone} if phone else {}), "confidence": "low", **_checked(tree)}


def _hours(words: str) -> str | Tree | None:
    """`always`, one daily window, or nothing where the collected words say no clear time."""
    if words == "24/7":
        return "always"
    if not (found := WINDOW.match(words)):
        return None
    days = "mon-fri" if found["days"] == "Mon-Fri " else "daily"
    return Row({"days": days, "opens": found["opens"], "closes": found["closes"]})


def _checked(tree: Tree) -> Tree:
    source = tree["source"]
    checked: Tree = {"checked_on": day_or_month(source["retrieved"])}
    if "as_of" in tree:
        checked["newest"] = tree["as_of"]
    title = re.sub(r"\s*\((?:revision|ThroughLine)[^)]*\)|,? (?:as copied|scraped) .*$", "", source["title"])
    return {**checked, "source": {"title": tidy(title), "url": source["url"]}}
