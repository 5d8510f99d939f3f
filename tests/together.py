"""Runs several acts at the same moment, each on a connection of its own: who wins must not matter to what is stored."""

from __future__ import annotations

import threading
from collections.abc import Callable

from django.db import connection

from intersession.errors import IntersessionError


def together(*acts: Callable[[], object]) -> list[object]:
    """Run all acts at the same moment, each on a connection of its own; what each returned or raised."""
    barrier = threading.Barrier(len(acts))
    results: list[object] = [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        barrier.wait()
        try:
            results[place] = act()
        except IntersessionError as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results
