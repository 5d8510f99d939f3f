"""What can be wrong with a frame file, and where. Values only; the sentences are in
locale/<lang>/frame.ftl.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

Path = tuple[str | int, ...]
LONGEST_SHOWN = 60


class Severity(StrEnum):
    """An error keeps a frame from being used; a warning asks for a second look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `line` is 0 when it is about the whole file; `code` names the text
    frame-problem-<code>.
    """

    severity: Severity
    code: str
    file: str
    line: int
    key: str
    found: str
    allowed: str


@dataclass(slots=True)
class Findings:
    """Collects the findings of one file.

    `muted` are paths about which everything has been said already, `broken_keys` keys on lines that can't be read.
    """

    file: str
    lines: dict[Path, int] = field(default_factory=dict)
    muted: set[Path] = field(default_factory=set)
    broken_keys: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def add(
        self,
        code: str,
        path: Path,
        found: object = "",
        allowed: str = "",
        *,
        severity: Severity = Severity.ERROR,
        line: int | None = None,
    ) -> None:
        """Record a finding about the value at `path`."""
        if path in self.muted or (code == "missing" and path[-1] in self.broken_keys):
            return
        where = self.line_of(path) if line is None else line
        shown = (found or '""') if isinstance(found, str) else show(found)
        self.problems.append(Problem(severity, code, self.file, where, dotted(path), shorten(shown), allowed))

    def warn(self, code: str, path: Path, found: object = "", allowed: str = "") -> None:
        """Record something that works but is worth a second look."""
        self.add(code, path, found, allowed, severity=Severity.WARNING)

    def line_of(self, path: Path) -> int:
        """Return the line of a path, or of the nearest table around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)


def dotted(path: Path) -> str:
    """Return a path as people write it: absences[1].until. Counts from one."""
    shown = ""
    for part in path:
        shown += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if shown else part
    return shown


def show(value: object) -> str:
    """Return a TOML value as it would stand in a file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return "[" + ", ".join(show(each) for each in value[:5]) + (", …]" if len(value) > 5 else "]")
    if isinstance(value, dict):
        return "{ … }"
    return str(value)


def shorten(text: str) -> str:
    """Return one line of printable text, not too long."""
    plain = "".join(char if char.isprintable() else "·" for char in text.strip())
    return plain if len(plain) <= LONGEST_SHOWN else plain[: LONGEST_SHOWN - 1] + "…"
