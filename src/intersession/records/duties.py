"""What the clock does about the register when an instant has come: remind of a deadline, start the clock of a consent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from intersession.agreement.actions.signing import CONSENT_CLOCK
from intersession.records.consents import start_consent_clock
from intersession.records.reminding import DEADLINE, remind

TIMERS: dict[str, Callable[[str, datetime], None]] = {
    DEADLINE: remind,
    CONSENT_CLOCK: start_consent_clock,
}
