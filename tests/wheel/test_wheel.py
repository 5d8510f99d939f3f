"""The wheel holds everything: installed into an empty environment without Node, it runs the demo."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
UV = ROOT / ".tools" / "uv"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([UV, "build", "--wheel", "--quiet", "--out-dir", out], cwd=ROOT, check=True, timeout=180)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_the_built_files_and_the_texts(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "intersession/static/built/manifest.json" in names
    assert [n for n in names if re.search(r"static/built/app-.*\.js$", n)]
    assert "intersession/locale/de/base.ftl" in names
    assert "intersession/templates/base.html" in names
    assert "intersession/demo/cast.json" in names
    assert not [n for n in names if "node_modules" in n or n.startswith("tests/")]


def fetch(url: str) -> str:
    with urllib.request.urlopen(url, timeout=5) as answer:
        return answer.read().decode()


def wait_for(url: str, process: subprocess.Popen[str]) -> str:
    deadline = time.monotonic() + 60
    while True:
        try:
            return fetch(url)
        except OSError:
            assert process.poll() is None, process.stdout and process.stdout.read()
            assert time.monotonic() < deadline
            time.sleep(0.2)


def test_the_demo_runs_from_the_wheel_without_node(wheel, tmp_path):
    bare = tmp_path / "env"
    subprocess.run([UV, "venv", "--quiet", "--python", sys.executable, bare], check=True, timeout=120)
    install = [UV, "pip", "install", "--quiet", "--python", bare / "bin" / "python", wheel]
    subprocess.run(install, check=True, timeout=300)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # Only the environment itself is on the path: no Node, no uv, no build tools.
    env = {"PATH": str(bare / "bin"), "HOME": str(tmp_path), "INTERSESSION_HOME": str(tmp_path / "demo")}
    assert shutil.which("node", path=env["PATH"]) is None
    command = [bare / "bin" / "intersession", "demo", "--port", str(port)]
    process = subprocess.Popen(
        command, env=env, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        page = wait_for(f"http://127.0.0.1:{port}/sign-in", process)
        script = re.search(r'src="(/static/built/app-[^"]+\.js)"', page)
        assert script
        assert fetch(f"http://127.0.0.1:{port}{script[1]}")
        assert fetch(f"http://127.0.0.1:{port}/help")
    finally:
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=20)
    assert process.returncode == 0, out
    assert "vera" in out
    assert "Traceback" not in out
    assert os.listdir(tmp_path / "demo")
