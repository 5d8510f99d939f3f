"""What the clock does, in order. Each duty takes `now` and calls one action per thing that is due; it decides nothing.

A duty answers how many things it did, so that open pages are told only when something moved.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from intersession.channels.directory import is_ready, send
from intersession.errors import ChannelError
from intersession.messaging.duties import TIMERS as MESSAGE_TIMERS
from intersession.messaging.duties import deputy_told
from intersession.outbox.actions import put_back, run_timer, take_deliveries, take_timers
from intersession.outbox.delivering import drop, mark_failed, mark_sent, words_now
from intersession.outbox.models import Delivery, Timer
from intersession.policy.licences import TIMERS as LICENCE_TIMERS
from intersession.records.duties import TIMERS as RECORD_TIMERS

log = logging.getLogger(__name__)
Duty = Callable[[datetime], int]
# What follows once a notice of this kind was handed over.
AFTER = {"deputy": deputy_told}
TIMERS = {**MESSAGE_TIMERS, **RECORD_TIMERS, **LICENCE_TIMERS}


def fire_timers(now: datetime) -> int:
    """Run every timer that is due; after a standstill that is everything missed, oldest first."""
    timers = take_timers(now)
    for timer in timers:
        _fire(timer, now)
    return len(timers)


def _fire(timer: Timer, now: datetime) -> None:
    try:
        run_timer(timer, TIMERS[timer.kind], now)
    except Exception:
        # One timer that fails must not keep the others from running; it is taken again after a pause.
        log.exception("timer %s of kind %s failed", timer.id, timer.kind)
        put_back(timer, now)


def deliver_due(now: datetime) -> int:
    """Hand over the notices that are due. The hand-over itself is in no transaction."""
    if not is_ready():
        return 0
    deliveries = take_deliveries(now)
    for delivery in deliveries:
        _deliver(delivery, now)
    return len(deliveries)


def _deliver(delivery: Delivery, now: datetime) -> None:
    words = words_now(delivery)
    if not words:
        drop(delivery=delivery, now=now)
        return
    try:
        send(delivery.way, words, key=delivery.id, now=now)
    except ChannelError as error:
        mark_failed(delivery=delivery, error=error, now=now)
        return
    mark_sent(delivery=delivery, now=now)
    if follow := AFTER.get(delivery.kind):
        follow(delivery.subject, now)


DUTIES: list[Duty] = [fire_timers]
# Apart from the rest: a mail server that takes its ten seconds must not hold up an alert.
POST_DUTIES: list[Duty] = [deliver_due]
