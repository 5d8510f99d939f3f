"""The files that docs/packs.md shows are good ones, and the guide names what the program knows."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from intersession.packs import examples, library, vocabulary
from intersession.packs.checking import check
from intersession.packs.shapes import FACT, TOP

GUIDE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
FILES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
TODAY = date(2026, 11, 30)


def test_the_whole_file_of_the_guide_has_nothing_to_mend(tmp_path):
    path = tmp_path / "xa.yaml"
    path.write_text(FILES[0], encoding="utf-8")
    assert check(path, TODAY) == ()
    pack = library.pack_of(library.read(path), path)
    assert (len(pack.facts), len(pack.examples)) == (4, 3)


def test_the_practices_file_of_the_guide_has_nothing_to_mend(tmp_path):
    path = tmp_path / "xa.yaml"
    path.write_text(FILES[1], encoding="utf-8")
    assert check(path, TODAY, by_practice=True) == ()
    assert len(FILES) == 2


def test_the_guide_names_every_field_and_rule():
    for name in (*TOP, *FACT, *examples.RULES, *examples.PLACE, *examples.EXPECT):
        assert re.search(rf"\b{name}\b", GUIDE), name
    assert set(re.findall(r"- key: ([a-z-]+)", GUIDE)) <= set(vocabulary.keys())
