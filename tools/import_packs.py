"""Turns the collected research into the package's packs: one file for each jurisdiction, law and contacts together.

Every field of the collected files is mapped or named in `pack_notes.yaml` as left out, with the reason; a field
that is neither stops the run. Looks nothing up and judges nothing: grades come from the collected files.

The packs are corrected by hand since (docs/packs.md), so bring new research into an empty folder, compare it with
`intersession pack diff`, and carry over what is new. Only `--over` replaces packs that are there.

    python tools/import_packs.py RESEARCH --to FOLDER [--over] [--counts]
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from import_packs_care import care, minors, privacy, records
from import_packs_crisis import Contacts
from import_packs_facts import Law, find, leaves, ordered, source_of
from import_packs_licensing import licensing
from import_packs_text import Row, Tree, read, text, tidy

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src/intersession/packs/data"
NOTES = HERE / "pack_notes.yaml"
VOCABULARY = HERE.parent / "src/intersession/packs/vocabulary.yaml"
HEADER = "# Collected research, first written by tools/import_packs.py. Correct this file; docs/packs.md says how.\n"
COMPACT = "us-psypact.yaml"
BREADTH = "crisis-lines.yaml"


class Run:
    """One conversion: what it read, what it counted, what a person should look at."""

    def __init__(self, folder: Path, notes: Tree) -> None:
        """Read the whole folder. Raises SystemExit where a file can't be read."""
        names = sorted(path for path in folder.glob("*.yaml") if path.name not in (COMPACT, BREADTH))
        self.files = {path.name: read(path) for path in names}
        self.breadth = read(folder / BREADTH)
        self.list = read(folder / COMPACT) if (folder / COMPACT).exists() else {}
        self.notes = notes
        self.tally: Counter[str] = Counter()
        self.left: Counter[str] = Counter()
        self.problems: list[str] = []
        self.odd: list[str] = []
        vocabulary = read(VOCABULARY)
        self.keys = list(vocabulary["keys"])
        self.notes["vocabulary"] = vocabulary["professions"]
        self.notes["digital_table"] = self._table()

    def packs(self) -> dict[str, Tree]:
        """Return every pack by its code, in the order of codes."""
        packs: dict[str, Tree] = {}
        members = self._members()
        crisis: dict[str, Tree] = {}
        for name, tree in self.files.items():
            law = Law(tree, self.notes, members, self.problems)
            for part_of in (licensing, records, minors, care, privacy):
                part_of(law)
            facts = law.finish()
            if part := law.rest.pop("crisis", None):
                crisis[tree["code"]] = {"name": tree["name"], **part}
                for path in leaves(part, "crisis"):
                    self._leave(name, tree["code"], path, quiet=True)
            packs[tree["code"]] = self._pack(tree["code"], tree, facts)
            for path in leaves(law.rest):
                self._leave(name, tree["code"], path)
        self._terms(packs)
        for code in members:
            self.problems.append(f"{code}: in the list of PSYPACT, not in its own file")
        self._contacts(packs, crisis)
        for code, extra in self.notes.get("packs", {}).items():
            facts = [self._by_hand(fact) for fact in extra.get("facts", ())]
            packs[code] = {**packs.get(code, {}), **self._pack(code, extra, facts)} if facts else packs[code]
            packs[code].setdefault("parent", extra.get("parent"))
        return {code: self._finished(code, packs[code]) for code in sorted(packs)}

    def _pack(self, code: str, tree: Tree, facts: list[Tree]) -> Tree:
        pack: Tree = {"name": tree["name"]} if "-" in code or code == "EU" else {}
        if code == "EU":
            pack["name"] = re.sub(r"\s*\(.*\)$", "", tree["name"])
        for name in ("parent", "languages"):
            if name in tree:
                pack[name] = tree[name]
        return {**pack, "facts": facts}

    def _table(self) -> Tree:
        """Return the European table of ages for consent to online services, with its source; {} without one."""
        part: Tree = self.files.get("eu.yaml", {}).get("privacy", {})
        if "digital_consent_age_by_state" not in part:
            return {}
        return {"ages": part.pop("digital_consent_age_by_state"), **part["digital_consent"]}

    def _terms(self, packs: dict[str, Tree]) -> None:
        """Add what the list of PSYPACT says of its terms, and where its members stand, to the country's fact."""
        for path in leaves(self.list, "psypact"):
            self._leave(COMPACT, "US", path, quiet=True)
        rows = self.list.get("members", ())
        self.left["a date of low confidence: the member stands without it"] += sum(
            row.get("date_confidence") != "high" for row in rows
        )
        facts: list[Tree] = packs.get("US", {}).get("facts", [])
        for number, fact in enumerate(facts):
            if fact["value"] == {"compact": "psypact"}:
                said = self.list["authority"]
                more = f"Telepsychology: {said['telepsychology']}. In person: {said['in_person']}."
                also = [source_of(each, "")[0] for each in self.list["membership_sources"]]
                facts[number] = ordered({**fact, "note": tidy(f"{fact['note']} {more}"), "also": also})

    def _members(self) -> dict[str, Tree]:
        """Return the rows of the list of PSYPACT by code."""
        rows: dict[str, Tree] = {row["code"]: row for row in self.list.get("members", ())}
        rows |= {row["code"]: {**row, "status": "not-member"} for row in self.list.get("not_members", ())}
        return rows

    def _leave(self, name: str, code: str, path: str, quiet: bool = False) -> None:
        """Count a field that is left out. Raises SystemExit when `pack_notes.yaml` does not say why.

        `quiet`: a part that another module maps; only what is left out there is counted.
        """
        plain = re.sub(r"\[\d+\]", "[]", path)
        for rule in self.notes["left_out"]:
            if _fits(plain, rule["path"]) and _fits(code, rule.get("code", "*")):
                self.left[rule["why"]] += 1
                return
        if not (quiet and any(_fits(plain, known) for known in self.notes["mapped_crisis"])):
            raise SystemExit(f"{name}: {path} is neither mapped nor left out in pack_notes.yaml")

    def _contacts(self, packs: dict[str, Tree], crisis: dict[str, Tree]) -> None:
        crisis.pop("EU", None)
        for code, tree in self.breadth.items():
            for path in leaves(tree, "crisis"):
                self._leave(BREADTH, code, path, quiet=True)
        contacts = Contacts(self.notes, self.tally, self.odd)
        for code, place in contacts.collect(self.breadth, crisis).items():
            pack = packs.setdefault(code, {"facts": []})
            pack |= place
            age = (self.notes["digital_table"] or {"ages": {}})["ages"].get(code)
            if age is not None and code not in self._codes():
                pack |= {"parent": "EU", "facts": [self._thin(age)]}

    def _codes(self) -> set[str]:
        return {tree["code"] for tree in self.files.values()}

    def _thin(self, age: int) -> Tree:
        """The one fact about law the files have on a European country without a file of its own."""
        table = self.notes["digital_table"]
        node = {name: table[name] for name in ("source", "confidence", "as_of", "cross_checked_with")}
        tree = {"code": "XX", "privacy": {"digital_consent_age": age, "digital_consent": node}}
        law = Law(tree, {**self.notes, "readings": {}}, {}, [])
        privacy(law)
        return law.finish()[0]

    def _by_hand(self, fact: Tree) -> Tree:
        """Return a fact of a place without a file, with the source and the trust of the file's field it rests on."""
        rests = fact["source_of"]
        node = find(self.files[rests["file"]], rests["path"])
        source, where = source_of(node["source"], "")
        graded = {name: node[name] for name in ("as_of", "confidence") if name in node}
        note = tidy(f"{fact['note']} Text read from: {where}." if where else fact["note"])
        return ordered({**fact, "note": note, "source": source, "checked_on": source["retrieved"], **graded})

    def _finished(self, code: str, pack: Tree) -> Tree:
        """Return a pack with its fields in order; facts in the order of the vocabulary, without doubles."""
        facts = sorted(
            pack.get("facts", ()), key=lambda fact: (self.keys.index(fact["key"]), str(fact["value"]))
        )
        self._refuse_doubles(code, facts)
        for fact in facts:
            self.tally[f"facts {fact['confidence']}"] += 1
            self.tally["facts asked" if fact["confidence"] == "low" else "facts asserted"] += 1
        examples = [
            {name: Row(part) for name, part in each.items()} for each in self.notes["examples"].get(code, ())
        ]
        whole = {"format": 1, "code": code, **pack, "facts": facts, "examples": examples}
        whole["parent"] = pack.get("parent")
        order = (
            "format",
            "code",
            "name",
            "parent",
            "languages",
            "facts",
            "emergency",
            "lines",
            "unsure",
            "examples",
        )
        return {name: whole[name] for name in order if whole.get(name)}

    def _refuse_doubles(self, code: str, facts: list[Tree]) -> None:
        apart = self.notes["apart"]
        seen: set[str] = set()
        for fact in facts:
            names = apart.get(fact["key"], ())
            mark = str(
                [
                    fact["key"],
                    [fact["value"].get(name) for name in names],
                    fact.get("for"),
                    fact.get("in_force"),
                ]
            )
            if mark in seen:
                raise SystemExit(f"{code}: two facts {mark}")
            seen.add(mark)


def _fits(name: str, pattern: str) -> bool:
    """Whether a name fits a pattern in which only * stands for anything."""
    return bool(re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), name))


def main() -> None:
    """Read the folder named on the command line, write the packs, print what went in and what was left out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, help="folder with the collected jurisdiction files")
    parser.add_argument("--to", type=Path, default=TARGET, help="folder of the packs")
    parser.add_argument("--over", action="store_true", help="replace the packs that are there")
    parser.add_argument("--counts", action="store_true", help="print the table of counts")
    args = parser.parse_args()
    if not args.over:
        refuse_packs(args.to)
    run = Run(args.source, read(NOTES))
    packs = run.packs()
    write(packs, args.to)
    for problem in [*run.problems, *(f"odd number: {each}" for each in run.odd)]:
        print(problem)
    if args.counts:
        counts(run, packs)


def refuse_packs(folder: Path) -> None:
    """Raise SystemExit where a folder holds packs: somebody may have corrected them."""
    if any(folder.glob("*.yaml")):
        raise SystemExit(
            f"{folder} holds packs already. Write into an empty folder (--to) and compare with "
            "`intersession pack diff`; --over replaces them."
        )


def write(packs: dict[str, Tree], folder: Path) -> None:
    """Replace the packs in a folder, and the last resort for the day a pack can't be read."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.yaml"):
        old.unlink()
    for code, pack in packs.items():
        (folder / f"{code.lower()}.yaml").write_text(text(pack, HEADER), encoding="utf-8")
    numbers = {code: pack["emergency"]["number"] for code, pack in packs.items() if "emergency" in pack}
    (folder / "emergency.json").write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")


def counts(run: Run, packs: dict[str, Tree]) -> None:
    """Print the table of counts."""
    print(f"{'packs':46} {len(packs)}")
    print(f"{'packs with facts about law':46} {sum(bool(pack.get('facts')) for pack in packs.values())}")
    print(f"{'places with an emergency number':46} {sum('emergency' in pack for pack in packs.values())}")
    print(f"{'places with lines':46} {sum('lines' in pack for pack in packs.values())}")
    for word in sorted(run.tally):
        print(f"{word:46} {run.tally[word]}")
    print("fields left out, by reason:")
    for why, number in run.left.most_common():
        print(f"{number:6}  {why}")


if __name__ == "__main__":
    main()
