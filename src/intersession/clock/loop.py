"""The clock: runs ordered lists of duties again and again. A duty that fails does not stop the next one."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence

from django.db import close_old_connections, connection
from django.utils import timezone

from intersession import live
from intersession.clock.duties import DUTIES, POST_DUTIES, Duty

log = logging.getLogger(__name__)
PAUSE = 1.0


class Clock:
    """Runs all duties about once a second until `stop` is called; the post has a thread of its own."""

    def __init__(self, duties: Sequence[Duty] = DUTIES, post: Sequence[Duty] = POST_DUTIES) -> None:
        self.duties, self.post = duties, post
        self.stopped = threading.Event()

    def run(self) -> None:
        """Run until stopped. Work that was due while nothing ran is done in the first rounds."""
        threading.Thread(target=self._repeat, args=(self.post,), name="clock-post", daemon=True).start()
        self._repeat(self.duties)

    def round(self) -> None:
        """Run each duty once, in order."""
        self._round([*self.duties, *self.post])

    def stop(self) -> None:
        """Ask the loops to end after their present round."""
        self.stopped.set()

    def _repeat(self, duties: Sequence[Duty]) -> None:
        while not self.stopped.is_set():
            # A full batch may have left more behind: no pause then.
            if not self._round(duties):
                self.stopped.wait(PAUSE)
        connection.close()

    def _round(self, duties: Sequence[Duty]) -> int:
        done = 0
        for duty in duties:
            close_old_connections()
            try:
                done += duty(timezone.now())
            except Exception:
                # Recorded and retried next round: a fault in one duty must not silence an alert of another.
                log.exception("duty %s failed", duty.__name__)
        if done:
            live.wake()
        return done
