"""Gives the values of a line, a state, a change or a notice their words in a language, and prints the
sentence.

Chooses no sentence: the rules name it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.lists import format_list

from intersession.frame.calendars import place_name
from intersession.frame.problems import Problem
from intersession.rules.consent import Change
from intersession.rules.messages import Notice
from intersession.rules.reasons import Reason
from intersession.rules.schedule import Period, Promise
from intersession.rules.states import State
from intersession.rules.terms import Terms
from intersession.rules.vocabulary import Layer
from intersession.rules.wording import Hours, Line, LineValue, Place, Times, Words
from intersession.texts import day, moment, short, text, when

# State lines name the day alone while it is clear which one is meant: "Mon 9:00".
SHORT_WITHIN = timedelta(days=6)
# States about a day to plan for name the date as well.
DATED = frozenset(
    {
        "state-client-for-session",
        "state-therapist-for-session",
        "state-session-moved",
        "state-client-more-time",
        "state-therapist-more-time",
    }
)
DAY = {"en": "d MMM", "de": "d. MMM"}
LOCALES = {"en": "en_GB"}


def clock_time(minute: int) -> str:
    """Return minutes after midnight as people write them: "9:00", "24:00"."""
    return f"{minute // 60}:{minute % 60:02}"


def joined(parts: Iterable[str], lang: str) -> str:
    """Return a list in words: "9:00 and 16:00"."""
    return str(format_list(list(parts), locale=LOCALES.get(lang, lang)))


def worded(value: LineValue, lang: str) -> str | int:
    """Return one value of a line in a language. Numbers stay numbers, so that plural forms work."""
    if isinstance(value, Words):
        return joined((text(lang, f"{value.prefix}-{code}") for code in value.codes), lang)
    if isinstance(value, Hours):
        spans = [f"{clock_time(each.start)}–{clock_time(each.end)}" for each in value.windows]
        return joined(spans, lang) if spans else text(lang, "clauses-no-hours")
    if isinstance(value, Times):
        return joined(map(clock_time, value.minutes), lang)
    if isinstance(value, Promise):
        return text(lang, f"clauses-promise-{value.unit}", count=value.amount)
    if isinstance(value, Period):
        return text(lang, f"clauses-period-{value.unit}", count=value.amount)
    if isinstance(value, Place):
        return place_name(value.code, lang)
    return day(value, lang, year=True) if isinstance(value, date) else value


def line_text(line: Line, lang: str) -> str:
    """Return a line of a clause as a sentence."""
    return text(lang, line.code, **{name: worded(value, lang) for name, value in line.values})


def change_text(change: Change, lang: str) -> str:
    """Return one difference between two agreements in plain words."""
    values = {name: worded(value, lang) for name, value in change.values}
    return text(lang, f"difference-{change.code}", **values)


def reason_text(reason: Reason, lang: str, terms: Terms) -> str:
    """Return why a rule decided as it did, in one sentence."""
    return text(lang, f"reason-{reason}", therapist=terms.therapist.name)


def origin_text(layer: Layer, lang: str, terms: Terms) -> str:
    """Return who set the value behind a reason: "Vera's policy", "you chose", "the law (Germany)"."""
    place = place_name(terms.pack_code, lang)
    return text(lang, f"reason-origin-{layer}", therapist=terms.therapist.name, place=place)


def notice_text(notice: Notice, lang: str, zone: str, now: datetime) -> str:
    """Return what the writer is told, with instants in her zone."""
    values = {
        name: when(value, zone, lang, now) if isinstance(value, datetime) else value
        for name, value in notice.values
    }
    return text(lang, f"reason-notice-{notice.code}", **values)


def state_line(state: State, lang: str, zone: str, now: datetime) -> str:
    """Return the state line in words, instants in the reader's zone; "" for the state that shows nothing."""
    if not state.code:
        return ""
    return text(
        lang,
        state.code,
        **{name: _shown(state, name, value, lang, zone, now) for name, value in state.values},
    )


def _shown(
    state: State, name: str, value: str | int | date, lang: str, zone: str, now: datetime
) -> str | int:
    if not isinstance(value, datetime):
        return day_in_year(value, lang) if isinstance(value, date) else value
    if name == "since" and local_day(value, zone) == local_day(now, zone):
        return moment(value, zone, lang)
    if state.code == "state-therapist-waiting" and value - now < timedelta(days=1):
        return moment(value, zone, lang)
    near = abs(value - now) < SHORT_WITHIN and state.code not in DATED and name != "deputy_at"
    return short(value, zone, lang) if near else when(value, zone, lang, now)


def local_day(instant: datetime, zone: str) -> date:
    """Return the date of an instant in a zone."""
    return instant.astimezone(ZoneInfo(zone)).date()


def day_in_year(on: date, lang: str) -> str:
    """Return a date without its weekday: "6 Jan"."""
    return str(format_date(on, DAY.get(lang, DAY["en"]), locale=LOCALES.get(lang, lang)))


def problem_text(problem: Problem, lang: str) -> str:
    """Return a finding in a frame file as one sentence."""
    allowed = problem.allowed
    if problem.code in ("wrong-type", "missing"):
        allowed = text(lang, f"frame-type-{allowed}")
    return text(lang, f"frame-problem-{problem.code}", key=problem.key, found=problem.found, allowed=allowed)
