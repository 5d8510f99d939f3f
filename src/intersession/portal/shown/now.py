"""The notice on top of the client's page: is the therapist reading now, and if not, when next. True at page time."""

from __future__ import annotations

from dataclasses import dataclass

from intersession.portal.shown.eyes import Eyes
from intersession.rules.hours import next_openings, spans_from
from intersession.rules.terms import Terms
from intersession.texts import spoken


@dataclass(frozen=True, slots=True)
class NowNotice:
    """A title and a sentence; `reading` says whether she reads right now."""

    reading: bool
    title: str
    body: str


def now_notice(terms: Terms, eyes: Eyes) -> NowNotice:
    """Return what is true about her reading times at this moment."""
    now = spoken(eyes.now, eyes.zone, eyes.lang)
    start, end = next(spans_from(terms.schedule, eyes.now), (None, None))
    if start is None or end is None:
        return NowNotice(False, eyes.named("thread-now-closed", now=now), eyes.named("thread-now-no-time"))
    if start == eyes.now:
        title = eyes.named("thread-now-open", now=now)
        return NowNotice(True, title, eyes.named("thread-now-open-until", until=end))
    title = eyes.named("thread-now-closed", now=now)
    return NowNotice(False, title, eyes.named("thread-now-next", next=start))


def coming(terms: Terms, eyes: Eyes) -> tuple[str, str]:
    """Return when she reads next and the time after that, as sentences; empty where there is none."""
    starts = [eyes.when(each) for each in next_openings(terms.schedule, eyes.now, 2)]
    first, second = [*starts, "", ""][:2]
    return first, eyes.say("thread-then", then=second) if second else ""
