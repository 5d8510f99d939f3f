"""Reads the sections of a frame file, one function each, into the values the rules use.

Each returns what it could read and records the rest as findings. How single values are checked: fields.py.
"""

from __future__ import annotations

import re
from decimal import Decimal

from intersession.frame.calendars import calendar, calendars_like, is_calendar
from intersession.frame.fields import Table, quoted
from intersession.frame.therapist import LANGUAGE
from intersession.rules.codec import minutes
from intersession.rules.layers import Pack
from intersession.rules.schedule import (
    MINUTES_A_DAY,
    NO_CALENDAR,
    Absence,
    ExtraOpening,
    HolidayCalendar,
    Schedule,
    Week,
)
from intersession.rules.terms import (
    Addition,
    Answers,
    ChannelTerms,
    CrisisLine,
    Emergency,
    Fees,
    Guide,
    Purpose,
    Reader,
    Review,
    Urgent,
    UrgentStep,
)
from intersession.rules.vocabulary import Channel, Clause, ContentClass, Encryption, Role, Sees

TOPICS = ("questions", "homework", "diary", "appointments", "skills", "good-news")
KEEP = ("decisions", "new-topics", "conflict", "trauma")
NEVER_CHARGED = ("urgent", "appointments", "first-minutes")
WHO = ("therapist", "cover")
WAYS = ("sms", "voice", "email", "push")
CURRENCY = re.compile(r"[A-Z]{3}")
AMOUNT = re.compile(r"\d{1,6}(\.\d{1,2})?")
NUMBER = re.compile(r"[+*#]?[0-9][0-9 ()/*#.-]{1,24}")
LONGEST_ADDITION = 2000
Reading = tuple[Week, HolidayCalendar, tuple[ExtraOpening, ...], tuple[int, ...]]


def reading(top: Table) -> Reading | None:
    """[reading]: hours, holidays, alerts, extra openings."""
    table = top.table("reading", required=True)
    if table is None:
        return None
    week = table.week("hours", required=True)
    holidays = NO_CALENDAR
    if table.has("holidays"):
        code = table.known_text("holidays", is_calendar, "unknown-calendar", calendars_like)
        holidays = calendar(code) if code else NO_CALENDAR
    table.known.add("holidays")
    extra = tuple(each for each in map(_extra, table.tables("extra")) if each)
    alerts = _alerts(table)
    if table.has("hours") and not any(week) and not extra:
        table.findings.warn("no-hours", table.at("hours"))
    table.close()
    return week, holidays, extra, alerts


def _extra(table: Table) -> ExtraOpening | None:
    on, windows = table.day("on", required=True), table.windows("hours")
    table.close()
    return ExtraOpening(on, windows) if on and windows else None


def _alerts(table: Table) -> tuple[int, ...]:
    allowed = '"as-they-come", ["09:00", "16:00"]'
    value = table.take("alerts", (str, list), "string-or-array")
    if value is None or value == "as-they-come":
        return ()
    if isinstance(value, str) or not value:
        table.findings.add("not-alerts", table.at("alerts"), value, allowed)
        return ()
    found = set()
    for index, each in enumerate(value):
        try:
            minute = minutes(each) if isinstance(each, str) else MINUTES_A_DAY
        except ValueError:
            minute = MINUTES_A_DAY
        if minute < MINUTES_A_DAY:
            found.add(minute)
        else:
            table.findings.add("not-a-time", (*table.at("alerts"), index), each, '"09:00"')
    return tuple(sorted(found))


def check_alerts(top: Table, schedule: Schedule) -> None:
    """Alert slots that never touch reading hours would never ring; a day without one waits for the next."""
    if not schedule.alerts or not any(schedule.week):
        return
    touching = [
        any(window.start <= slot <= window.end for window in day for slot in schedule.alerts)
        for day in schedule.week
    ]
    if not any(touching):
        top.findings.add("alerts-outside", ("reading", "alerts"))
    elif not all(touches or not day for touches, day in zip(touching, schedule.week, strict=True)):
        top.findings.warn("day-without-alert", ("reading", "alerts"))


def absences(top: Table) -> tuple[Absence, ...]:
    """[[absences]]: from, until, cover."""
    found = []
    for table in top.tables("absences"):
        first, last = table.day("from", required=True), table.day("until", required=True)
        cover = table.text("cover")
        table.close()
        if first and last and last < first:
            table.findings.add("ends-before-start", table.at("until"), last, str(first))
        elif first and last:
            found.append(Absence(first, last, cover))
    return tuple(found)


def answers(top: Table) -> Answers | None:
    """[answers]: seen_within, answered_within, practical_answered_within."""
    table = top.table("answers", required=True)
    if table is None:
        return None
    seen = table.promise("seen_within", required=True)
    answered = table.promise("answered_within", required=True)
    practical = table.promise("practical_answered_within")
    table.close()
    return Answers(seen, answered, practical) if seen and answered else None


def channels(top: Table, pack: Pack | None) -> tuple[ChannelTerms, ...]:
    """[channels.*]: what each may carry, how it is protected, how long a call is, when."""
    table = top.table("channels", required=True)
    if table is None:
        return ()
    found = []
    for channel in Channel:
        inner = table.table(channel.value)
        if inner is not None:
            terms = _channel(inner, channel)
            if pack is not None:
                _check_law(inner, channel, terms, pack)
            found.append(terms)
    table.close()
    if not table.data:
        table.findings.warn("no-channels", table.path)
    return tuple(found)


def _channel(table: Table, channel: Channel) -> ChannelTerms:
    content = table.choice("content", ContentClass, required=True) or ContentClass.NOTICES
    # Text messages can't be encrypted; the portal always is; a call leaves nothing to read.
    encryption = Encryption.CLIENT_ACCEPTS_RISK if channel is Channel.SMS else Encryption.REQUIRED
    if channel is Channel.EMAIL:
        encryption = table.choice("encryption", Encryption, default=encryption) or encryption
    elif channel is Channel.SMS and table.choice("encryption", Encryption) not in (None, encryption):
        table.findings.add(
            "sms-encryption", table.at("encryption"), table.data["encryption"], quoted([encryption])
        )
    length = table.number("minutes", 1, 240) if channel is Channel.PHONE else 0
    hours = table.week("hours")
    table.close()
    return ChannelTerms(channel, content, encryption, length, hours)


def _check_law(table: Table, channel: Channel, terms: ChannelTerms, pack: Pack) -> None:
    law = pack.law_for(channel)
    if law.forbidden:
        table.findings.add("channel-forbidden", table.path, channel.value, pack.code)
    elif law.must_encrypt and terms.encryption is not Encryption.REQUIRED:
        place = table.at("encryption") if table.has("encryption") else table.path
        table.findings.add("must-encrypt", place, terms.encryption.value, pack.code)


def guide(top: Table) -> Guide:
    """[guide]: messages_per_week, words."""
    table = top.table("guide")
    if table is None:
        return Guide()
    found = Guide(table.number("messages_per_week", 1, 100), table.number("words", 10, 10_000))
    table.close()
    return found


def fees(top: Table) -> Fees | None:
    """[fees]: currency, free_minutes, per_minute, never_for."""
    table = top.table("fees")
    if table is None:
        return None
    currency = table.text("currency", required=True)
    if currency and not CURRENCY.fullmatch(currency):
        table.findings.add("unknown-currency", table.at("currency"), currency, '"EUR"')
    free = table.number("free_minutes", 0, 600)
    price = table.text("per_minute") or "0"
    if not AMOUNT.fullmatch(price):
        table.findings.add("not-an-amount", table.at("per_minute"), price, '"1.50"')
        price = "0"
    never = table.codes("never_for", NEVER_CHARGED, ("urgent",))
    table.close()
    return Fees(currency, free, str(Decimal(price)), never)


def urgent(top: Table) -> Urgent:
    """[urgent]: offered, hours, steps."""
    table = top.table("urgent")
    if table is None:
        return Urgent()
    offered = table.flag("offered", default=False)
    hours = table.week("hours")
    steps = tuple(each for each in map(_step, table.tables("steps")) if each)
    if offered and not any(hours):
        table.findings.add("urgent-without-hours", table.at("offered"))
    if offered and not table.data.get("steps"):
        table.findings.add("urgent-without-steps", table.at("offered"))
    table.close()
    return Urgent(offered, hours, steps)


def _step(table: Table) -> UrgentStep | None:
    notify, ways = table.codes("notify", WHO), table.codes("by", WAYS)
    for key, allowed in (("notify", WHO), ("by", WAYS)):
        if not table.data.get(key):
            table.findings.add("nobody-to-tell", table.at(key), table.data.get(key, []), quoted(allowed))
    wait = table.wait("wait")
    table.close()
    return UrgentStep(notify, ways, wait) if wait and notify and ways else None


def review(top: Table) -> Review:
    """[review]: first_after, every."""
    table = top.table("review")
    if table is None:
        return Review()
    usual = Review()
    found = Review(table.period("first_after", usual.first_after), table.period("every", usual.every))
    table.close()
    return found


def emergency(top: Table) -> Emergency:
    """[emergency]: number, service, lines. What stays empty is filled from the jurisdiction's data."""
    table = top.table("emergency")
    if table is None:
        return Emergency()
    number = _number(table, required=False)
    lines = []
    for each in table.tables("lines"):
        name, dialled = each.text("name", required=True), _number(each, required=True)
        each.close()
        if name and dialled:
            lines.append(CrisisLine(name, dialled))
    service = table.text("service")
    table.close()
    return Emergency(number, tuple(lines), service)


def _number(table: Table, *, required: bool) -> str:
    number = table.text("number", required=required)
    if number and not NUMBER.fullmatch(number):
        table.findings.add("not-a-number", table.at("number"), number, '"112", "0800 111 0 111"')
        return ""
    return number


def readers(top: Table) -> tuple[Reader, ...]:
    """[[readers]]: name, role, sees."""
    found = []
    for table in top.tables("readers"):
        name = table.text("name", required=True)
        role = table.choice("role", Role, required=True)
        sees = table.choice("sees", Sees, default=Sees.LATE_ONLY)
        table.close()
        if name and role and sees:
            found.append(Reader(name, role, sees))
    return tuple(found)


def purpose(top: Table) -> Purpose:
    """[purpose]: topics (what contact is for) and keep (what waits for a session)."""
    table = top.table("purpose")
    if table is None:
        return Purpose()
    usual = Purpose()
    found = Purpose(table.codes("topics", TOPICS, usual.topics), table.codes("keep", KEEP, usual.keep))
    table.close()
    return found


def additions(top: Table) -> tuple[Addition, ...]:
    """[clauses.A7]: the therapist's own words under a clause, by language."""
    table = top.table("clauses")
    found: list[Addition] = []
    if table is None:
        return ()
    for clause in Clause:
        inner = table.table(clause.value)
        if inner is None:
            continue
        for language in inner.data:
            if LANGUAGE.fullmatch(language):
                text = inner.text(language, longest=LONGEST_ADDITION)
                found += [Addition(clause, language, text)] if text else []
        inner.close()
    table.close()
    return tuple(found)
