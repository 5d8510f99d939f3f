"""Reminds a therapist that a licence or permit in her policy ends, and once more when it has. Content-free, once each.

When that is comes from rules/practising.py; what she reads is on her pages.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction

from intersession.outbox.actions import notify, set_timers
from intersession.outbox.models import Timer
from intersession.people.stays import today_of
from intersession.policy.models import PolicyVersion
from intersession.rules.hours import next_alert
from intersession.rules.layers import Policy
from intersession.rules.practising import lapses, reminders

LICENCE = "licence"


def ask_for_reminders(version: PolicyVersion, now: datetime) -> None:
    """Ask the clock for a reminder of each licence and permit: 90, 30 and 7 days before it ends, and the day after."""
    policy = version.policy
    today = today_of(version.therapist, now)
    days = {day for each in policy.therapist.rights for day in reminders(each, today)}
    set_timers([_timer(version, policy, day) for day in sorted(days)])


def _timer(version: PolicyVersion, policy: Policy, day: date) -> Timer:
    start = datetime.combine(day, time(), ZoneInfo(policy.therapist.zone)).astimezone(UTC)
    return Timer(
        practice_id=version.practice_id,
        kind=LICENCE,
        subject=version.id,
        due_at=next_alert(policy.schedule, start) or start,
        dedup=f"{LICENCE}:{version.id}:{day.isoformat()}",
    )


@transaction.atomic
def remind_of_licence(version: str, now: datetime) -> None:
    """A reminder is due: send a notice if this is still her policy and something in it ends or has ended."""
    found = PolicyVersion.objects.select_related("therapist").filter(pk=version).first()
    if found is None or PolicyVersion.objects.latest_of(found.therapist) != found:
        return
    today = today_of(found.therapist, now)
    if not lapses(found.policy.therapist.rights, today):
        return
    dedup = f"{LICENCE}:{found.therapist_id}:{today.isoformat()}"
    notify(found.therapist, LICENCE, due_at=now, dedup=dedup, subject=found.id)


TIMERS: dict[str, Callable[[str, datetime], None]] = {LICENCE: remind_of_licence}
