"""A real server process whose clock a test can set: `python served.py PORT CLOCK_FILE`.

The clock file holds an instant (ISO 8601); the process travels there, and time runs on from it. Everything else is
what `intersession serve` runs.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from datetime import datetime
from pathlib import Path

import time_machine


def follow_clock(path: Path) -> None:
    """Travel to the instant in the file, each time the file changes."""
    state: dict[str, time_machine.travel] = {}
    seen = ""
    real_sleep = time.sleep
    while True:
        wanted = path.read_text().strip() if path.exists() else ""
        if wanted and wanted != seen:
            if "now" in state:
                state["now"].stop()
            state["now"] = time_machine.travel(datetime.fromisoformat(wanted), tick=True)
            state["now"].start()
            seen = wanted
            path.with_suffix(".seen").write_text(wanted)
        real_sleep(0.05)


def application() -> object:
    """Return the server's application, with the clock file followed from before its first request."""
    from intersession.serve import application as real

    path = Path(os.environ["CLOCK_FILE"])
    threading.Thread(target=follow_clock, args=(path,), daemon=True).start()
    while not path.with_suffix(".seen").exists():
        time.sleep(0.02)
    return real()


def main() -> None:
    """Serve on the port until killed."""
    from granian import Granian
    from granian.constants import Interfaces

    os.environ["CLOCK_FILE"] = sys.argv[2]
    Granian(
        "served:application",
        factory=True,
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.ASGI,
        workers=1,
        log_access=False,
        log_level="error",
        websockets=False,
    ).serve()


if __name__ == "__main__":
    main()
