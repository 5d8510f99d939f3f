"""What the clock does, in order. Each duty takes `now` and calls one action; it decides nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Duty = Callable[[datetime], object]

DUTIES: list[Duty] = []
