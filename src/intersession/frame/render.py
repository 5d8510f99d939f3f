"""Renders terms as the text both people sign: each clause with its sentence, its lines, and who keeps it.

The same terms are what the rules read. Layout for paper or screen is the caller's.
"""

from __future__ import annotations

from dataclasses import dataclass

from intersession.frame.wording import line_text
from intersession.rules.clauses import RELIED_ON, clause_lines, clauses_of
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import Clause, Layer
from intersession.texts import text


@dataclass(frozen=True, slots=True)
class ClauseText:
    """One clause in words.

    `sentence` says it in one sentence, `lines` in full; `own_words` are the therapist's addition or "".
    `fills` says what the therapist fills in, `decides` what the client decides. `kept` says what the
    program enforces, or that both rely on each other (`kept_by_app` is False then). `origin` is the
    layer that set the clause.
    """

    clause: Clause
    number: int
    title: str
    sentence: str
    lines: tuple[str, ...]
    own_words: str
    fills: str
    decides: str
    kept: str
    kept_by_app: bool
    origin: Layer


def render_clause(terms: Terms, clause: Clause, lang: str) -> ClauseText:
    """Return one clause in a language. Raises KeyError for a clause without a text."""
    start = f"clauses-{clause.value.lower()}"
    by_app = clause not in RELIED_ON
    name = terms.therapist.name
    return ClauseText(
        clause=clause,
        number=clause.number,
        title=text(lang, f"{start}-title"),
        sentence=text(lang, f"{start}-sentence", therapist=name),
        lines=tuple(line_text(line, lang) for line in clause_lines(terms, clause)),
        own_words=terms.addition(clause, lang),
        fills=text(lang, f"{start}-fills"),
        decides=text(lang, f"{start}-decides"),
        kept=text(lang, f"{start}-kept", therapist=name) if by_app else text(lang, "clauses-rely"),
        kept_by_app=by_app,
        origin=terms.layer_of(clause),
    )


def render(terms: Terms, lang: str) -> tuple[ClauseText, ...]:
    """Return the agreement's clauses in a language, in order."""
    return tuple(render_clause(terms, clause, lang) for clause in clauses_of(terms))


def plain_text(terms: Terms, lang: str) -> str:
    """Return the whole agreement as plain text, the form that is hashed together with the terms and
    signed.
    """
    parts = [text(lang, "clauses-heading", therapist=terms.therapist.name)]
    for each in render(terms, lang):
        own = [text(lang, "clauses-own-words", words=each.own_words)] if each.own_words else []
        kept = text(lang, "clauses-kept", kept=each.kept) if each.kept_by_app else each.kept
        body = [each.sentence, *(f"- {line}" for line in each.lines), *own, kept]
        parts.append("\n".join([f"{each.number}. {each.title}", *body]))
    return "\n\n".join(parts) + "\n"
