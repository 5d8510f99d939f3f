"""Measures the year check of one frame with its sentences (target P5: at most 200 ms).

Run: .venv/bin/python bench/year.py [rounds]. Prints a table; asserts nothing. The first round of a frame works out all
days; the holiday library is loaded before, as in a server that has checked one frame.
"""

from __future__ import annotations

import platform
import statistics
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

from intersession.frame import read_frame
from intersession.frame.year import crisis_numbers, last_of_year, year_json
from intersession.frame_command import terms_of
from intersession.rules.terms import Terms
from intersession.rules.year import Known, year

ROOT = Path(__file__).parent.parent
EXAMPLE = (ROOT / "examples" / "frames" / "vera.toml").read_text(encoding="utf-8")
# A frame with much to say: nobody covers, a promise breaks each weekend, calls day and night.
BUSY = (
    ('cover = "Otto Brandt"', ""),
    ('answered_within = "2 working days"', 'answered_within = "12 hours"'),
    (
        'mon = ["08:00-22:00"]',
        "\n".join(f'{day} = ["00:00-24:00"]' for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
    ),
)
FIRST = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def terms(source: str) -> Terms:
    """Return the terms of a frame file."""
    found = terms_of(read_frame(source.encode(), "bench.toml", NOW), NOW)
    if found is None:
        raise SystemExit("the frame has errors")
    return found


def checked(agreed: Terms) -> int:
    """Check a year, put it in words, return how much was found."""
    known = Known(crisis_numbers(agreed.therapist.jurisdiction))
    found = year(agreed, FIRST, last_of_year(FIRST), known)
    return len(year_json(found, agreed.therapist.zone, "en"))


def main() -> None:
    """Print the CPU time of a check of each frame, each round with a frame that was never looked at."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    busy = EXAMPLE
    for found, instead in BUSY:
        busy = busy.replace(found, instead)
    print(f"Python {platform.python_version()}, {rounds} rounds, CPU time in ms")
    checked(terms(EXAMPLE))
    for name, source in (("example", EXAMPLE), ("busy", busy)):
        times, count = [], 0
        for _ in range(rounds):
            agreed = terms(source)
            before = time.process_time_ns()
            count = checked(agreed)
            times.append((time.process_time_ns() - before) / 1e6)
        print(f"{name:8} median {statistics.median(times):6.1f}  worst {max(times):6.1f}  ({count} findings)")


if __name__ == "__main__":
    main()
