"""The clock: runs the ordered list of duties again and again. A duty that fails does not stop the next one."""

from __future__ import annotations

import logging
import threading

from django.db import close_old_connections
from django.utils import timezone

from intersession.clock.duties import DUTIES

log = logging.getLogger(__name__)
PAUSE = 1.0


class Clock:
    """Runs all duties about once a second until `stop` is called."""

    def __init__(self) -> None:
        self.stopped = threading.Event()

    def run(self) -> None:
        """Run until stopped. Work that was due while nothing ran is done in the first round."""
        while not self.stopped.is_set():
            self.round()
            self.stopped.wait(PAUSE)

    def round(self) -> None:
        """Run each duty once, in order."""
        close_old_connections()
        for duty in DUTIES:
            try:
                duty(timezone.now())
            except Exception:
                # Recorded and retried next round: a bug in one duty must not silence an alert of another.
                log.exception("duty %s failed", duty.__name__)

    def stop(self) -> None:
        """Ask the loop to end after its present round."""
        self.stopped.set()
