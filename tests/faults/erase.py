"""Works on a home by steps, each a process: `prepare`, `erase`, and `erase-killed`, which dies before the certificate.

Prints what the test compares.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import timedelta
from typing import Any


def prepare() -> None:
    """An ended work whose time is over, and a proposal that waits for its confirmation."""
    from django.core.management import call_command

    from intersession.records.ending import end_work
    from intersession.records.erasing import propose_erasure
    from intersession.records.models import Deadline
    from message_stage import build_talk

    call_command("migrate", verbosity=0)
    talk = build_talk()
    for number in range(5):
        talk.write(f"Message {number}")
    end_work(by=talk.vera, now=talk.tick(), relationship=talk.relationship)
    Deadline.objects.update(due_at=talk.now)
    propose_erasure(by=talk.vera, now=talk.tick(), relationship=talk.relationship.id, ground="lawyer-said")


def confirm() -> None:
    """Confirm the proposal."""
    from intersession.records.erasing import confirm_erasure
    from intersession.records.models import Erasure

    made = Erasure.objects.select_related("relationship", "proposed_by").get()
    later = made.proposed_at + timedelta(days=2)
    confirm_erasure(by=made.proposed_by, now=later, erasure=made.id, code=made.relationship.code)


def killed(*_args: Any) -> None:
    """End at once, as a machine does that loses its power."""
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Do the step that is named."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "intersession.settings"
    import django

    django.setup()
    from intersession.records import erasing

    if sys.argv[1] == "erase-killed":
        erasing._certify = killed
    prepare() if sys.argv[1] == "prepare" else confirm()


if __name__ == "__main__":
    main()
