"""Gives a problem of a pack file its sentence: where it stands, what is wrong and what to do.

Finds no problem itself; that is packs/checking.py.
"""

from __future__ import annotations

from intersession.packs.problems import Problem
from intersession.texts.catalogue import text


def problem_text(problem: Problem, lang: str) -> str:
    """Return what is wrong and what to do about it, without the place."""
    return text(lang, f"packs-wrong-{problem.mend}", found=problem.found, wants=problem.wants)


def problem_line(problem: Problem, lang: str) -> str:
    """Return a problem with its file, line and key, as a compiler writes it."""
    said = problem_text(problem, lang)
    if not problem.line:
        return text(lang, "packs-where-file", file=problem.file, text=said)
    key = problem.key or "-"
    return text(lang, "packs-where", file=problem.file, line=str(problem.line), key=key, text=said)
