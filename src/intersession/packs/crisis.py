"""Crisis contacts by country: emergency numbers and talk lines, from the packs in `data/<code>.yaml`.

Does not guess where a reader is and looks nothing up elsewhere. A spoilt file never takes the numbers away: the
last good one in memory stays, else `data/emergency.json` has the number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from babel import Locale

from intersession.packs.contacts import (
    AUDIENCES,
    CODE,
    PHONE,
    Checked,
    Emergency,
    Line,
    Phone,
    Place,
    Source,
    contacts_of,
)
from intersession.packs.reading import read

__all__ = ["AUDIENCES", "Checked", "CrisisDataError", "Emergency", "Line", "Phone", "Place", "Source"]

FOLDER = Path(__file__).parent / "data"
# One number for each country, read when a country's own file can't be.
SHORT_LIST = "emergency.json"
_CONTACTS = re.compile(r"^(emergency|lines):", re.MULTILINE)


class CrisisDataError(Exception):
    """No contact at all can be shown, or (from `load`) a file does not fit. The message names file and field."""


Stamp = tuple[int, int]
_read: dict[Path, tuple[Stamp, Place | None, tuple[str, ...]]] = {}
_good: dict[Path, Place] = {}


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """Return the codes (ISO 3166-1 alpha-2; XK for Kosovo) with a sure emergency number or a talk line, sorted.

    Raises CrisisDataError when there is none.
    """
    found = {path.stem.upper() for path in FOLDER.glob("??.yaml") if _has_contacts(path)} | set(short_list())
    if not found:
        raise CrisisDataError(f"no crisis data in {FOLDER.name}")
    return tuple(sorted(found))


def _has_contacts(path: Path) -> bool:
    try:
        return bool(_CONTACTS.search(path.read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return False


@lru_cache(maxsize=1)
def short_list() -> Mapping[str, str]:
    """Return the emergency number of each country that has a sure one; empty when this list is spoilt itself."""
    try:
        tree = json.loads((FOLDER / SHORT_LIST).read_text(encoding="utf-8"))
        return {code: number for code, number in tree.items() if CODE.match(code) and PHONE.match(number)}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def clear() -> None:
    """Forget everything that was read; for tests."""
    codes.cache_clear()
    short_list.cache_clear()
    _read.clear()
    _good.clear()


def country_of(place: str) -> str:
    """Return the country code of a declared place: "DE" of "DE", "US" of "US-CO". Upper case."""
    return place.upper().partition("-")[0]


def find(code: str) -> Place | None:
    """Return a country's contacts, or None when it has none on file.

    From a spoilt file: the last good contacts, else what fits, with the number of the short list. Raises
    CrisisDataError when nothing at all is left.
    """
    if code not in codes():
        return None
    path = FOLDER / f"{code.lower()}.yaml"
    place, faults = _state(path)
    if place is not None and not faults:
        return place
    left = _good.get(path) or _left(code, place)
    if left is None:
        raise CrisisDataError(f"{path.name}: {'; '.join(faults)}")
    return left


def _left(code: str, place: Place | None) -> Place | None:
    """Return what can be shown without the whole file."""
    emergency = place.emergency if place else None
    if emergency is None and code in short_list():
        emergency = Emergency(Phone(short_list()[code]), (), "medium", Checked("", 0, Source("", "")))
    lines = place.lines if place else ()
    return Place(code, emergency, lines, is_whole=False) if emergency or lines else None


def _state(path: Path) -> tuple[Place | None, tuple[str, ...]]:
    """Return what a file holds now and its faults, read again only when it changed."""
    try:
        state = path.stat()
    except OSError as problem:
        return None, (problem.strerror or "missing",)
    stamp = (state.st_mtime_ns, state.st_size)
    known = _read.get(path)
    if known is None or known[0] != stamp:
        known = (stamp, *contacts_of(read(path), path.stem.upper()))
        _read[path] = known
        if known[1] is not None and not known[2]:
            _good[path] = known[1]
    return known[1], known[2]


def load(path: Path) -> Place:
    """Read and check one file. Raises CrisisDataError with the name of the file and of the field."""
    place, faults = contacts_of(read(path), path.stem.upper())
    if place is None or faults:
        raise CrisisDataError(f"{path.name}: {'; '.join(faults)}")
    return place


@lru_cache(maxsize=8)
def _locale(lang: str) -> Locale:
    return Locale.parse({"en": "en_GB"}.get(lang, lang))


def country_name(code: str, lang: str) -> str:
    """Return the country's name in `lang` from Unicode's list (CLDR); the code itself when there is none."""
    return str(_locale(lang).territories.get(code, code))


def language_name(code: str, lang: str) -> str:
    """Return the name of a language in `lang` ("German", "Deutsch"); the code itself when there is none."""
    return str(_locale(lang).languages.get(code, code))
