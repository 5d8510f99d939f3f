"""What is wrong in a pack file, as values: where it stands, what was found, and which mend helps.

Holds no sentence: those are in `locale/*/packs.ftl`, one for each code in MENDS.
"""

from __future__ import annotations

from dataclasses import dataclass

# Every kind of problem. `packs-wrong-<code>` says what is wrong and what to do about it.
MENDS = (
    "unreadable",
    "not-utf8",
    "too-large",
    "not-yaml",
    "section",
    "alias",
    "twice",
    "tag",
    "empty",
    "unknown-field",
    "unknown-key",
    "missing",
    "type",
    "choice",
    "code",
    "file-name",
    "parent",
    "cycle",
    "chain",
    "two-values",
    "url",
    "url-missing",
    "phone",
    "day",
    "future",
    "format",
    "profession",
    "contacts",
    "overlay-facts-only",
    "overlay-reviewed",
    "overlay-parent",
    "example",
    "example-fails",
)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend in a file.

    `file`: its name; `line`: counted from 1, 0 for the file as a whole; `key`: the place inside, such as
    `facts[2].source.url`; `found`: what stands there; `mend`: a code of MENDS; `wants`: what could stand there.
    """

    file: str
    line: int
    key: str
    found: str
    mend: str
    wants: str = ""

    def __post_init__(self) -> None:
        """Refuse a code that has no sentence."""
        if self.mend not in MENDS:
            raise ValueError(self.mend)

    @property
    def section(self) -> str:
        """The part of the file it stands in: "facts", "lines", … or "" for the file as a whole."""
        return self.key.partition(".")[0].partition("[")[0]
