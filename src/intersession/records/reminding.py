"""Asks the clock for a deadline's reminders, and gives them: one notice without content for each, to the therapist alone.

Each reminder looks at the facts anew, so it may run again after a crash, or on two clocks at once.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.outbox.actions import cancel_timers, notify, set_timer
from intersession.outbox.models import Timer
from intersession.records.home import Home, end_of_day, home_of
from intersession.records.models import Deadline
from intersession.rules.records import DeadlineKind, Outcome
from intersession.rules.reminders import Plan, Reminder, next_at, reached, reminders
from intersession.rules.vocabulary import AgreementState

DEADLINE = "deadline"
# A breach's further days, as its basis names them.
STEPS = {Reminder.ASSESS: "assess_until", Reminder.REPORT: "report_until"}


def planned(deadline: Deadline, home: Home) -> Plan:
    """Return every reminder of a deadline with its instant; none while no day is known."""
    at_most = end_of_day(deadline.at_most_on, deadline.zone) if deadline.at_most_on else None
    further = {
        each: datetime.fromisoformat(deadline.basis[name])
        for each, name in STEPS.items()
        if deadline.basis.get(name)
    }
    return reminders(deadline.received_at, deadline.due, deadline.zone, home.is_off, at_most, further)


def arm(deadline: Deadline, home: Home, now: datetime) -> None:
    """Ask for the next reminder, once. One whose time has passed already is left out, but for the last."""
    plan = planned(deadline, home)
    if not plan or deadline.done_at is not None:
        return
    at = next_at(plan, now) or plan[-1][1]
    asked = Timer.objects.filter(kind=DEADLINE, subject=deadline.id, due_at=at, done_at=None)
    if asked.filter(practice_id=deadline.practice_id).exists():
        return
    # The moment of asking is part of the name: a day that is set, changed and set again is asked for again.
    dedup = f"{DEADLINE}:{deadline.id}:{int(at.timestamp())}:{int(now.timestamp())}"
    set_timer(DEADLINE, practice=deadline.practice_id, subject=deadline.id, due_at=at, dedup=dedup)


def disarm(deadline: Deadline, now: datetime) -> None:
    """Nothing has to be said about this deadline any more, or about its old day."""
    cancel_timers(deadline.id, practice=deadline.practice_id, kinds=(DEADLINE,), now=now)


@transaction.atomic
def remind(deadline: str, now: datetime) -> None:
    """Give the reminder whose time has come, once, and ask for the next one."""
    rows = Deadline.objects.select_for_update(of=("self",)).select_related("therapist", "agreement")
    found = rows.filter(pk=deadline, done_at=None).first()
    if found is None or _consent_is_over(found, now):
        return
    home = home_of(found.therapist)
    plan = planned(found, home)
    due = reached(plan, frozenset(map(Reminder, found.reminded)), now)
    if due is not None:
        _give(found, due, home, now)
    if next_at(plan, now):
        arm(found, home, now)


def _consent_is_over(deadline: Deadline, now: datetime) -> bool:
    """Close the deadline of a consent whose agreement is no longer in force."""
    standing = deadline.agreement is not None and deadline.agreement.state == AgreementState.ACTIVE
    if deadline.kind != DeadlineKind.CONSENT or standing:
        return False
    close(deadline, Outcome.OVER, by="", now=now)
    return True


def close(deadline: Deadline, outcome: Outcome, *, by: str, now: datetime) -> None:
    """Mark a deadline as done and forget its reminders. Part of an action, inside its transaction."""
    deadline.done_at, deadline.done_by, deadline.outcome = now, by, outcome.value
    deadline.save(update_fields=["done_at", "done_by", "outcome"])
    disarm(deadline, now)
    facts = {"deadline": deadline.id, "kind": deadline.kind, "outcome": outcome.value}
    record(Tag.DEADLINE_DONE, practice=deadline.practice_id, by=by, now=now, **facts)


def _give(deadline: Deadline, reminder: Reminder, home: Home, now: datetime) -> None:
    """Queue the notice: a breach at once, anything else at her next reading time, though not after the day itself."""
    at = now if deadline.kind == DeadlineKind.BREACH else home.reading_time(now)
    if deadline.due and now < deadline.due:
        at = min(at, deadline.due)
    once = f"{DEADLINE}:{deadline.id}:{reminder}:{int(deadline.due.timestamp()) if deadline.due else 0}"
    notify(deadline.therapist, DEADLINE, due_at=at, dedup=once, subject=deadline.id)
    deadline.reminded = [*deadline.reminded, reminder.value]
    deadline.save(update_fields=["reminded"])
    facts = {"deadline": deadline.id, "reminder": reminder.value}
    record(Tag.DEADLINE_REMINDED, practice=deadline.practice_id, by="", now=now, **facts)
