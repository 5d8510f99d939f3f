"""Queues notices and timers, and hands out the due ones under a lease. It sends nothing itself.

Rows are written in the transaction of whatever caused them. Taking is a conditional update, so two clocks never
hold one row at once; a lease that lapses (a crash, a kill) is taken again: at-least-once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from intersession.outbox.models import Delivery, Timer
from intersession.people.models import Person, Way

LEASE = timedelta(seconds=60)
BATCH = 50
# Few at a time: all of them must be handed over within one lease, each taking up to ten seconds.
POST_BATCH = 5
RETRY_TIMER = timedelta(seconds=5)


def notify(person: Person, kind: str, *, due_at: datetime, dedup: str, subject: str = "") -> list[Delivery]:
    """Queue one notice to each way of `person` that works. The same `dedup` queues once.

    `kind` says why and `subject` what about, for the ledger and for tests; a client reads the same words whatever
    the kind.
    """
    if person.notice_wording == "none":
        return []
    queued = []
    for way in Way.objects.filter(person=person, disabled_at=None):
        row, _ = Delivery.objects.get_or_create(
            practice_id=person.practice_id,
            dedup=f"{dedup}:{way.id}",
            defaults={"person": person, "way": way, "kind": kind, "subject": subject, "due_at": due_at},
        )
        queued.append(row)
    return queued


def set_timer(kind: str, *, practice: str, subject: str, due_at: datetime, dedup: str) -> Timer:
    """Ask the clock to run the duty `kind` about `subject` at `due_at`. The same `dedup` is set once."""
    defaults = {"kind": kind, "subject": subject, "due_at": due_at}
    timer, _ = Timer.objects.get_or_create(practice_id=practice, dedup=dedup, defaults=defaults)
    return timer


def set_timers(timers: Sequence[Timer]) -> None:
    """Ask the clock for several things at once; those that were asked for before stay as they are."""
    Timer.objects.bulk_create(timers, ignore_conflicts=True)


def move_timer(dedup: str, *, practice: str, due_at: datetime) -> None:
    """Give a timer that has not run another time."""
    Timer.objects.filter(practice_id=practice, dedup=dedup, done_at=None).update(
        due_at=due_at, lease_until=None
    )


def cancel_timer(dedup: str, *, practice: str, now: datetime) -> None:
    """Mark a timer as done without running it: what it waited for has happened."""
    Timer.objects.filter(practice_id=practice, dedup=dedup, done_at=None).update(done_at=now)


def cancel_timers(subject: str, *, practice: str, kinds: Sequence[str], now: datetime) -> None:
    """Mark all timers of these kinds about `subject` as done without running them."""
    rows = Timer.objects.filter(practice_id=practice, subject=subject, kind__in=kinds, done_at=None)
    rows.update(done_at=now)


def take_timers(now: datetime) -> list[Timer]:
    """Return due timers, oldest first, each leased to the caller for LEASE."""
    due = Timer.objects.filter(done_at=None, due_at__lte=now).filter(_free(now)).order_by("due_at")[:BATCH]
    return [timer for timer in due if _lease(Timer, timer.id, now)]


@transaction.atomic
def run_timer(timer: Timer, effect: Callable[[str, datetime], object], now: datetime) -> None:
    """Run a timer's effect on its subject and mark it done, together or not at all.

    Not locked first: the effect locks its conversation, as whoever cancels a timer does, and looks at the facts anew.
    """
    effect(timer.subject, now)
    Timer.objects.filter(pk=timer.pk).update(done_at=now)


def put_back(timer: Timer, now: datetime) -> None:
    """Let a timer whose effect failed be taken again after a pause that grows with its failures."""
    pause = RETRY_TIMER * min(2**timer.attempts, 60)
    Timer.objects.filter(pk=timer.pk).update(attempts=timer.attempts + 1, lease_until=now + pause)


def take_deliveries(now: datetime) -> list[Delivery]:
    """Return a few due deliveries, oldest first, each leased to the caller for LEASE."""
    due = Delivery.objects.filter(sent_at=None, failed_at=None, due_at__lte=now).filter(_free(now))
    rows = due.select_related("person", "way").order_by("due_at")[:POST_BATCH]
    return [row for row in rows if _lease(Delivery, row.id, now)]


def _free(now: datetime) -> Q:
    return Q(lease_until=None) | Q(lease_until__lte=now)


def _lease(model: type[Timer] | type[Delivery], id: str, now: datetime) -> bool:
    """Take the row if it is still free; whoever changes the row first has it."""
    rows = model._default_manager.filter(_free(now), pk=id)
    return rows.update(lease_until=now + LEASE) == 1
