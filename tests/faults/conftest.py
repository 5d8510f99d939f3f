"""A house for each test, torn down whatever state it is in, and a mail server that outlives it."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from faults.house import House


@pytest.fixture
def mail(tmp_path: Path) -> Iterator[tuple[str, Callable[[], list[bytes]]]]:
    """The address of a mail server process, and what it has taken."""
    path = tmp_path / "mail.jsonl"
    server = Path(__file__).parent.parent / "channels" / "smtp_server.py"
    with subprocess.Popen(
        [sys.executable, str(server), str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None

        def taken() -> list[bytes]:
            lines = path.read_text().splitlines() if path.exists() else []
            return [base64.b64decode(json.loads(line)["data"]) for line in lines]

        yield f"smtp://127.0.0.1:{int(process.stdout.readline())}", taken
        process.terminate()


@pytest.fixture
def house(tmp_path: Path, mail: tuple[str, Callable[[], list[bytes]]]) -> Iterator[House]:
    """An instance on a fresh home."""
    house = House(tmp_path, smtp=mail[0])
    yield house
    if house.process is not None:
        house.kill()
