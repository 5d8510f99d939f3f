"""Starts the server: the portal and, in the same process, the clock. Ctrl-C ends both cleanly."""

from __future__ import annotations

import os
import threading

import django
from django.core.wsgi import get_wsgi_application


def application() -> object:
    """Return the ASGI application with the clock running beside it. Granian calls this in its worker."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "intersession.settings")
    django.setup()
    from intersession.clock.loop import Clock
    from intersession.front import Front

    clock = Clock()
    threading.Thread(target=clock.run, name="clock", daemon=True).start()
    return Front(get_wsgi_application())


def serve(host: str, port: int) -> None:
    """Serve until a signal ends it. One worker: SQLite has one writer, and the clock runs once."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "intersession.serve:application",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=1,
        log_access=False,
        log_level=LogLevels.warning,
        websockets=False,
    ).serve()
