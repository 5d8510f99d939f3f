"""Measures one policy decision (target P5: at most 10 µs median, holidays and absences included).

Run: .venv/bin/python bench/decide.py [rounds]. Prints a table; asserts nothing.
"""

from __future__ import annotations

import platform
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from intersession.frame import read_frame
from intersession.frame_command import terms_of
from intersession.rules.messages import Submission, decide_message
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import Kind

ROOT = Path(__file__).parent.parent
# One message every 97 minutes for a year: every hour of the week, holidays, an absence over the year's end.
START, STEP, COUNT = datetime(2026, 11, 1, tzinfo=UTC), timedelta(minutes=97), 5400
# Reading the CPU clock costs a third of a decision, so it is read once per batch.
BATCH = 100


def example() -> Terms:
    """Return the terms of the example frame."""
    frame = ROOT / "examples" / "frames" / "vera.toml"
    terms = terms_of(read_frame(frame.read_bytes(), str(frame), START), START)
    if terms is None:
        raise SystemExit("the example frame has errors")
    return terms


def measure(terms: Terms, kind: Kind) -> list[float]:
    """Return the mean CPU time of a decision for each batch of a year, in microseconds."""
    submission = Submission(kind, words=320, sent_in_window=2, place="DE")
    instants = [START + STEP * number for number in range(COUNT)]
    times = []
    for first in range(0, COUNT, BATCH):
        batch = instants[first : first + BATCH]
        before = time.process_time_ns()
        for now in batch:
            decide_message(terms, submission, now)
        times.append((time.process_time_ns() - before) / 1000 / len(batch))
    return times


def main() -> None:
    """Print the median, and the cost of a year in which every date is new."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"Python {platform.python_version()}, {COUNT} decisions a round, {rounds} rounds, CPU time in µs")
    cold = measure(example(), Kind.QUESTION)
    print(f"{'first year, nothing remembered':32} mean {statistics.mean(cold):7.2f}")
    for kind in Kind:
        terms = example()
        measure(terms, kind)
        medians = [statistics.median(measure(terms, kind)) for _ in range(rounds)]
        middle = statistics.median(medians)
        print(f"{kind.value:32} median {middle:5.2f}  ({min(medians):.2f}–{max(medians):.2f})")


if __name__ == "__main__":
    main()
