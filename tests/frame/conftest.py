"""Keeps the frame tests quick; INTERSESSION_HEAVY=1 looks much longer for counter-examples."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "frame",
    max_examples=2000 if os.environ.get("INTERSESSION_HEAVY") else 15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=not os.environ.get("INTERSESSION_HEAVY"),
)
settings.load_profile("frame")
