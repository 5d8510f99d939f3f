"""Where the browser tests get their Chromium from, with fake commands on the path: each step, its order, and the end of it.

Only the commands are fakes; the tools run as processes, as `make browser` runs them.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[2] / "tools"
NONE = "browser: none found. Please install Chromium or Google Chrome, then run this again."
FIND = """
import os, sys
from pathlib import Path
sys.path.insert(0, {tools!r})
import find_browser
os.geteuid = lambda: {uid}
find_browser.MAC = Path({mac!r})
find_browser.DOWNLOAD_SECONDS = {seconds}
sys.exit(find_browser.main())
"""
RUN = """
import sys
sys.path.insert(0, {tools!r})
import run_tests
run_tests.FIND_BROWSER[:] = [sys.executable, {find!r}]
sys.argv = ["run_tests.py", "--only", "browser"]
sys.exit(run_tests.main())
"""
# Stands for the package of the test tool: `install` may make the file, as the real one downloads it.
INSTALL = "import sys, time; from pathlib import Path; Path({log!r}).open('a').write('download\\n'); {act}"
SYNC = """
import types
class sync_playwright:
    def __enter__(self):
        return types.SimpleNamespace(chromium=types.SimpleNamespace(executable_path={path!r}))
    def __exit__(self, *error):
        return None
"""


@dataclass
class Machine:
    """A machine with nothing but the commands put into `bin`; `done` is what was tried, in order."""

    home: Path
    uid: int = 1000
    seconds: float = 30

    @property
    def bin(self) -> Path:
        return self.home / "bin"

    @property
    def done(self) -> list[str]:
        log = self.home / "log"
        return log.read_text().split("\n")[:-1] if log.exists() else []

    def command(self, name: str, script: str = "exit 0") -> Path:
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    def download(self, act: str = "sys.exit(1)") -> Path:
        """Put a test tool in place whose `install` does `act`; return where its browser would be."""
        package = self.home / "packages" / "playwright"
        package.mkdir(parents=True)
        path = self.home / "downloaded"
        (package / "__init__.py").touch()
        (package / "__main__.py").write_text(
            INSTALL.format(log=str(self.home / "log"), act=act.format(path=path))
        )
        (package / "sync_api.py").write_text(SYNC.format(path=str(path)))
        return path

    def apt(self, *, has_chromium: bool) -> None:
        """Put apt-get in place, which can or can't install a chromium."""
        self.command("echo-browser")
        make = f'if [ "$1" = install ]; then /bin/cp {self.bin}/echo-browser {self.bin}/chromium; fi'
        self.command(
            "apt-get", f'echo "apt-get $1" >> {self.home}/log\n{make if has_chromium else "exit 100"}'
        )

    def script(self) -> Path:
        """Write the search as this machine runs it."""
        path = self.home / "find.py"
        mac = str(self.home / "no-mac")
        path.write_text(FIND.format(tools=str(TOOLS), uid=self.uid, mac=mac, seconds=self.seconds))
        return path

    def run(self, script: Path) -> subprocess.CompletedProcess[str]:
        """Run a script with this machine's commands alone."""
        env = {"PATH": str(self.bin), "HOME": str(self.home), "PYTHONPATH": str(self.home / "packages")}
        return subprocess.run(
            [sys.executable, script], env=env, capture_output=True, text=True, timeout=60, check=False
        )

    def find(self) -> subprocess.CompletedProcess[str]:
        return self.run(self.script())


@pytest.fixture
def machine(tmp_path) -> Machine:
    (tmp_path / "bin").mkdir()
    return Machine(tmp_path)


@pytest.mark.parametrize("name", ["chromium", "google-chrome"])
def test_an_installed_browser_is_taken_and_nothing_is_fetched(machine, name):
    machine.download()
    machine.apt(has_chromium=True)
    machine.uid = 0
    path = machine.command(name)
    found = machine.find()
    assert (found.returncode, found.stdout, machine.done) == (0, f"browser: {path}\n", [])


def test_without_one_the_test_tool_downloads_its_own(machine):
    path = machine.download("Path('{path}').touch()")
    machine.apt(has_chromium=True)
    machine.uid = 0
    found = machine.find()
    assert (found.returncode, found.stdout, machine.done) == (0, f"browser: {path}\n", ["download"])


@pytest.mark.parametrize("act", ["sys.exit(1)", "time.sleep(30)"], ids=["refused", "hangs"])
def test_when_the_download_fails_root_gets_the_package(machine, act):
    machine.download(act)
    machine.apt(has_chromium=True)
    machine.uid, machine.seconds = 0, 1
    found = machine.find()
    assert (found.returncode, found.stdout) == (0, f"browser: {machine.bin / 'chromium'}\n")
    assert machine.done == ["download", "apt-get update", "apt-get install"]


@pytest.mark.parametrize("uid", [0, 1000])
def test_with_no_browser_at_all_one_line_says_what_to_install(machine, uid):
    machine.download()
    machine.apt(has_chromium=False)
    machine.uid = uid
    found = machine.find()
    assert (found.returncode, found.stdout, found.stderr) == (1, f"{NONE}\n", "")
    assert machine.done == ["download", *(["apt-get update", "apt-get install"] if uid == 0 else [])]


def runner(machine: Machine) -> Path:
    path = machine.home / "run.py"
    path.write_text(RUN.format(tools=str(TOOLS), find=str(machine.script())))
    return path


def test_the_browser_group_fails_with_that_line_and_starts_no_test(machine):
    machine.download()
    run = machine.run(runner(machine))
    assert run.returncode == 1, run.stdout
    lines = run.stdout.splitlines()
    assert lines[:2] == ["== browser", NONE]
    assert "browser    FAILED" in lines[2]
    assert lines[3:] == ["0 passed, 1 failed"]
