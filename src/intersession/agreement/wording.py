"""Makes the one text both sign: composed terms, the clauses in words, the points, as canonical JSON (RFC 8785).

Pure: reads no table. The clause texts come from intersession.frame; what they mean is decided in rules/.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

import rfc8785

from intersession.frame import ClauseText, render
from intersession.packs.law import pack_over
from intersession.rules.codec import Json, terms_to_json, to_json
from intersession.rules.compose import compose
from intersession.rules.layers import Choices, Policy, Practice, Suitability
from intersession.rules.terms import Addition, Terms
from intersession.rules.vocabulary import Clause

FORMAT = "intersession-agreement/1"


def compose_terms(policy: Policy, additions: Iterable[Addition], choices: Choices, now: datetime) -> Terms:
    """Return the terms of one relationship under the law of the day.

    `additions` are agreed words that stand beside the policy's own.
    """
    own = replace(policy, additions=merged(policy.additions, additions))
    return compose(pack_over(policy.therapist, now), Practice(), own, Suitability(), choices)


def merged(general: Iterable[Addition], agreed: Iterable[Addition]) -> tuple[Addition, ...]:
    """Return the policy's additions with the agreed ones under them, one per clause and language."""
    found: dict[tuple[Clause, str], str] = {}
    for each in (*general, *agreed):
        key = each.clause, each.language
        found[key] = f"{found[key]}\n{each.text}" if key in found else each.text
    return tuple(Addition(clause, language, text) for (clause, language), text in found.items())


def clause_body(text: ClauseText) -> str:
    """Return what a clause says as plain text, one sentence per line: what an answer is an answer to."""
    own = (text.own_words,) if text.own_words else ()
    return "\n".join((text.sentence, *text.lines, *own))


def clause_bodies(terms: Terms, language: str) -> dict[Clause, str]:
    """Return the plain text of every clause of the agreement."""
    return {each.clause: clause_body(each) for each in render(terms, language)}


@dataclass(frozen=True, slots=True)
class Party:
    """Who signs: the fingerprint of the key, and the name (therapist) or the practice's code (client)."""

    name: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Heading:
    """Everything of a document that is neither terms nor points. `previous` is the SHA-256 of the one before."""

    relationship: str
    version: int
    edition: int
    language: str
    therapist: Party
    client: Party
    policy_number: int
    policy_sha256: str
    previous: str


def write_document(heading: Heading, terms: Terms, choices: Choices, points: list[dict[str, Json]]) -> str:
    """Return the document as canonical JSON text. Its UTF-8 bytes are what is hashed and signed."""
    content: dict[str, Json] = {
        "format": FORMAT,
        "relationship": heading.relationship,
        "version": heading.version,
        "edition": heading.edition,
        "previous": heading.previous,
        "language": heading.language,
        "parties": {"therapist": to_json_party(heading.therapist), "client": to_json_party(heading.client)},
        "policy": {"number": heading.policy_number, "sha256": heading.policy_sha256},
        "pack": {"code": terms.pack_code, "version": terms.pack_version},
        "choices": to_json(choices),
        "terms": terms_to_json(terms),
        "texts": [_text_json(each) for each in render(terms, heading.language)],
        "points": list(points),
    }
    return rfc8785.dumps(content).decode()


def to_json_party(party: Party) -> dict[str, Json]:
    """Return a party as JSON-ready data."""
    return {"name": party.name, "fingerprint": party.fingerprint}


def _text_json(text: ClauseText) -> dict[str, Json]:
    return {
        "clause": text.clause.value,
        "title": text.title,
        "sentence": text.sentence,
        "lines": list(text.lines),
        "own_words": text.own_words,
        "kept": text.kept,
        "kept_by_app": text.kept_by_app,
    }


def fingerprint_of(document: str) -> str:
    """Return the SHA-256 of a document, lower-case hex."""
    return hashlib.sha256(document.encode()).hexdigest()


def short_fingerprint(sha256: str) -> str:
    """Return the first 16 digits in groups of four, as people compare them: "7f3a 91c0 5be2 d418"."""
    return " ".join(sha256[start : start + 4] for start in range(0, 16, 4))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in a comparison: `same`, `gone` or `new`."""

    kind: str
    text: str


def word_difference(old: str, new: str) -> tuple[Piece, ...]:
    """Compare two texts word by word. Joining what is not `gone` gives `new`, what is not `new` gives `old`."""
    before, after = _words(old), _words(new)
    pieces: list[Piece] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(before[a:b])))
            continue
        if b > a:
            pieces.append(Piece("gone", "".join(before[a:b])))
        if d > c:
            pieces.append(Piece("new", "".join(after[c:d])))
    return tuple(pieces)


def _words(text: str) -> list[str]:
    return re.findall(r"\S+|\s+", text)
