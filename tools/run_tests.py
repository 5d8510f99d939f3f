"""Runs the checks and tests in order, says how long each took, and ends with the totals. Standard library only.

`--only NAME` runs one group. The first failing group does not hide the next: all run, and the exit status is 1.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from setup import ROOT, node_bin

BIN = ROOT / ".venv" / "bin"
CHECKS = [
    ["ruff", "format", "--check", "-q", "src", "tests", "tools", "bench"],
    ["ruff", "check", "-q", "src", "tests", "tools", "bench"],
    ["mypy", "--no-error-summary"],
    ["lint-imports"],
    ["djlint", "--lint", "--quiet", "src/intersession/templates"],
    ["yamllint", "-s", "src/intersession/packs", "tools/pack_notes.yaml"],
]
PYTEST = ["pytest", "-q", "--no-header", "-p", "no:cacheprovider"]
FIND_BROWSER = [str(BIN / "python"), "tools/find_browser.py"]


def groups() -> dict[str, list[list[str]]]:
    """Return each group's commands."""
    node = str(node_bin() / "node")
    tsc = [node, "frontend/node_modules/typescript/bin/tsc", "--noEmit", "-p", "frontend"]
    ts_tests = sorted(
        str(path.relative_to(ROOT / "frontend"))
        for path in (ROOT / "frontend" / "tests").glob("**/*.test.ts")
    )
    node_tests = [node, "--import", "tsx", "--test", *ts_tests]
    return {
        "check": [[str(BIN / command[0]), *command[1:]] for command in CHECKS],
        "frontend": [tsc, ["cd:frontend", *node_tests]],
        "unit": [[str(BIN / PYTEST[0]), *PYTEST[1:], "-n", "2", "-m", "not browser"]],
        "postgres": [
            [
                str(BIN / "python"),
                "tools/with_postgres.py",
                str(BIN / PYTEST[0]),
                *PYTEST[1:],
                "-m",
                "both_databases",
            ]
        ],
        "browser": [FIND_BROWSER, [str(BIN / PYTEST[0]), *PYTEST[1:], "-n", "2", "-m", "browser"]],
    }


def main() -> int:
    """Run the groups and print the summary."""
    wanted = sys.argv[2] if sys.argv[1:2] == ["--only"] else ""
    results: list[tuple[str, bool, float]] = []
    passed = failed = 0
    for name, commands in groups().items():
        if wanted and name != wanted:
            continue
        print(f"== {name}", flush=True)
        started, ok = time.monotonic(), True
        for command in commands:
            good, counted = timed(command)
            ok = ok and good
            passed, failed = passed + counted[0], failed + counted[1]
            if command is FIND_BROWSER and not good:
                # It has said in one line what to install; each test would only say it again, in many.
                break
        if name == "check":
            # A list of what nobody has checked for long. A reminder to people: it fails no build.
            run([str(BIN / "intersession"), "doctor", "--packs"], {})
        results.append((name, ok, time.monotonic() - started))
    for name, ok, seconds in results:
        print(f"   {name:10} {'passed' if ok else 'FAILED'} in {seconds:.0f} s")
    bad = [name for name, ok, _ in results if not ok]
    print(f"{passed} passed, {failed or len(bad)} failed", flush=True)
    return 1 if bad else 0


def timed(command: list[str]) -> tuple[bool, tuple[int, int]]:
    """Run one command, echo what it prints, and count the tests it names in its closing line."""
    env, cwd = {}, ROOT
    if command[0].startswith("cd:"):
        cwd, command = ROOT / command[0][3:], command[1:]
    return run(command, env, cwd)


def run(command: list[str], env: dict[str, str], cwd: Path = ROOT) -> tuple[bool, tuple[int, int]]:
    """Run a command with its output shown; return whether it succeeded and (passed, failed) tests."""
    path = f"{BIN}{os.pathsep}{node_bin()}{os.pathsep}{os.environ['PATH']}"
    settings = {
        "PATH": path,
        "DJANGO_SETTINGS_MODULE": "intersession.settings",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    settings.setdefault("INTERSESSION_HOME", str(ROOT / "var" / "checks"))
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env={**os.environ, **settings, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line)
        print(line, end="", flush=True)
    return process.wait() == 0, counts("".join(lines))


def counts(printed: str) -> tuple[int, int]:
    """Return (passed, failed) from pytest's or Node's closing lines."""

    def last(pattern: str) -> int:
        found = re.findall(pattern, printed)
        return int(found[-1]) if found else 0

    node = last(r"(?m)^# pass (\d+)") or last(r"(?m)^ℹ pass (\d+)")
    bad = last(r"(?m)^# fail (\d+)") or last(r"(?m)^ℹ fail (\d+)")
    return node + last(r"(\d+) passed"), bad + last(r"(\d+) failed") + last(r"(\d+) errors?")


if __name__ == "__main__":
    sys.exit(main())
