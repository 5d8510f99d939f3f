"""Every change is found, has a direction, and asks for consent unless it only narrows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from intersession.rules.consent import Direction, difference
from intersession.rules.layers import ChannelChoice, Choices, Pack
from intersession.rules.schedule import Absence, ExtraOpening, HolidayCalendar, Period, Promise
from intersession.rules.terms import (
    Addition,
    Answers,
    ChannelTerms,
    Emergency,
    Fees,
    Guide,
    NoticeChoice,
    Permit,
    Protect,
    Purpose,
    Reader,
    Review,
    Therapist,
    Urgent,
    UrgentStep,
)
from intersession.rules.vocabulary import (
    Channel,
    Clause,
    ContentClass,
    Encryption,
    NoticeStyle,
    PeriodUnit,
    PermitKind,
    ProtectKind,
    Role,
    Sees,
    Unit,
)
from rules.samples import MOCK, VERA, schedule, schedules, terms, windows

N, W, X = Direction.NARROWING, Direction.WIDENING, Direction.NEUTRAL
OLD = terms()
STEP = UrgentStep(("therapist",), ("sms",), Promise(10, Unit.MINUTES))
URGENT = Urgent(True, schedule(mon=("08:00-22:00",)).week, (STEP,))
AWAY = Absence(date(2026, 12, 21), date(2027, 1, 3))
FEES = Fees("EUR", 10, "1.50")
VERA_HERSELF = OLD.therapist
NOTICE = Permit("CH", PermitKind.NOTICE, until=date(2026, 12, 31))
PORTAL = ChannelTerms(Channel.PORTAL, ContentClass.PERSONAL)
PHONE = ChannelTerms(Channel.PHONE, ContentClass.PERSONAL, minutes=10)


def days(amount: int) -> Promise:
    return Promise(amount, Unit.WORKING_DAYS)


CASES = [
    ({}, {}, []),
    ({}, {"purpose": Purpose(topics=("questions",))}, [("A1", "topics", N)]),
    ({}, {"purpose": Purpose(keep=())}, [("A2", "keep", X)]),
    ({}, {"channels": (PORTAL,)}, [("A3", "channel-removed", N), ("A3", "channel-removed", N)]),
    ({"channels": (PORTAL,)}, {"channels": (PORTAL, PHONE)}, [("A3", "channel-added", W)]),
    (
        {"channels": (PORTAL,)},
        {"channels": (replace(PORTAL, content=ContentClass.HOMEWORK),)},
        [("A3", "channel-content", N)],
    ),
    ({"channels": (PHONE,)}, {"channels": (replace(PHONE, minutes=5),)}, [("A3", "channel-minutes", N)]),
    ({"channels": (PHONE,)}, {"channels": (replace(PHONE, minutes=0),)}, [("A3", "channel-minutes-free", W)]),
    (
        {"channels": (PHONE,)},
        {"channels": (replace(PHONE, hours=schedule(mon=("09:00-10:00",)).week),)},
        [("A3", "channel-hours", N)],
    ),
    (
        {"channels": (ChannelTerms(Channel.EMAIL, ContentClass.LOGISTICS),)},
        {"channels": (ChannelTerms(Channel.EMAIL, ContentClass.LOGISTICS, Encryption.PREFERRED),)},
        [("A13", "channel-encryption", W)],
    ),
    ({}, {"answers": Answers(days(1), days(3))}, [("A5", "answered", N), ("A5", "practical", N)]),
    ({}, {"answers": Answers(days(1), days(1))}, [("A5", "answered", W), ("A5", "practical", W)]),
    ({}, {"answers": Answers(Promise(20, Unit.HOURS), days(2))}, [("A5", "seen", X)]),
    ({}, {"guide": Guide(1, 300)}, [("A6", "guide-count", N)]),
    ({}, {"guide": Guide(2, 0)}, [("A6", "guide-words-none", W)]),
    ({}, {"emergency": Emergency("110")}, [("A7", "emergency", X)]),
    ({}, {"urgent": URGENT}, [("A8", "urgent-offered", W)]),
    ({"urgent": URGENT}, {}, [("A8", "urgent-stopped", N)]),
    (
        {"urgent": URGENT},
        {"urgent": replace(URGENT, hours=schedule(mon=("08:00-12:00",)).week, steps=(STEP, STEP))},
        [("A8", "urgent-hours", N), ("A8", "urgent-steps", X)],
    ),
    ({}, {"readers": ()}, [("A10", "reader-removed", N)]),
    ({}, {"readers": (Reader("Otto", Role.DEPUTY, Sees.TEXT),)}, [("A10", "reader-sees", W)]),
    ({"readers": ()}, {}, [("A10", "reader-added", W)]),
    ({}, {"therapist": Therapist("Ada", "Europe/Berlin", ("de", "en"), "DE")}, [("A17", "therapist", X)]),
    ({}, {"therapist": Therapist("Vera", "Europe/Berlin", ("de", "en"), "AT")}, [("A18", "licences", X)]),
    ({}, {"therapist": replace(VERA_HERSELF, permits=(NOTICE,))}, [("A18", "permits", X)]),
    ({}, {"therapist": Therapist("Vera", "Europe/Berlin", ("de",), "DE")}, [("A10", "languages", X)]),
    ({}, {"fees": FEES}, [("A19", "fees", W)]),
    ({"fees": FEES}, {}, [("A19", "fees-none", N)]),
    ({"fees": FEES}, {"fees": replace(FEES, per_minute="1.40")}, [("A19", "fees", N)]),
    ({"fees": FEES}, {"fees": replace(FEES, free_minutes=5, per_minute="1.40")}, [("A19", "fees", W)]),
    ({"fees": FEES}, {"fees": replace(FEES, never_for=())}, [("A19", "fees", W)]),
    ({}, {"review": Review(every=Period(1, PeriodUnit.YEARS))}, [("A30", "review", X)]),
    ({}, {"additions": (Addition(Clause.A7, "de", "Rufen Sie an."),)}, [("A7", "own-words", X)]),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_changes_and_their_direction(old, new, expected):
    changes = difference(terms(**old), terms(**new))
    assert [(each.clause.value, each.code, each.direction) for each in changes] == expected
    assert all(each.needs_consent is (each.direction is not N) for each in changes)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (VERA, replace(VERA, week=(VERA.week[0][:1], *VERA.week[1:])), [("hours", N)]),
        (VERA, replace(VERA, week=(*VERA.week[:5], windows("10:00-11:00"), ())), [("hours", W)]),
        (VERA, replace(VERA, week=(windows("10:00-18:00"), *VERA.week[1:])), [("hours", X)]),
        (VERA, replace(VERA, zone="Europe/London"), [("zone", X)]),
        (VERA, replace(VERA, calendar=HolidayCalendar("DE-BE")), [("holidays", N)]),
        (replace(VERA, calendar=HolidayCalendar("DE-BE")), VERA, [("holidays", W)]),
        (VERA, replace(VERA, alerts=()), [("alerts-as-they-come", X)]),
        (VERA, replace(VERA, alerts=(600,)), [("alerts", X)]),
        (VERA, replace(VERA, absences=(AWAY,)), [("absence-added", N)]),
        (VERA, replace(VERA, absences=(replace(AWAY, cover="Otto"),)), [("absence-added-covered", X)]),
        (replace(VERA, absences=(AWAY,)), VERA, [("absence-removed", W)]),
        (
            replace(VERA, absences=(AWAY,)),
            replace(VERA, absences=(replace(AWAY, cover="Otto"),)),
            [("absence-cover-covered", X)],
        ),
        (
            VERA,
            replace(VERA, extra=(ExtraOpening(AWAY.first, windows("10:00-11:00")),)),
            [("extra-added", W)],
        ),
        (
            replace(VERA, extra=(ExtraOpening(AWAY.first, windows("10:00-11:00")),)),
            VERA,
            [("extra-removed", N)],
        ),
    ],
)
def test_changes_of_hours(old, new, expected):
    therapist = Therapist("Vera", "Europe/Berlin", ("de", "en"), "DE")
    changes = difference(terms(old, therapist=therapist), terms(new, therapist=therapist))
    assert [(each.code, each.direction) for each in changes] == expected


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        (Choices(notices=NoticeChoice(NoticeStyle.REMINDER)), [("notices", X)]),
        (Choices(notices=NoticeChoice(NoticeStyle.NOTHING)), [("notices-none", N)]),
        (Choices(safe_times=MOCK), [("safe-times", N)]),
        (Choices((ChannelChoice(Channel.EMAIL, accepts_risk=True),)), [("risk-accepted", W)]),
        (Choices((ChannelChoice(Channel.SMS, use=False),)), [("channel-removed", N)]),
    ],
)
def test_the_client_s_choices(choices, expected):
    assert [(each.code, each.direction) for each in difference(OLD, terms(choices=choices))] == expected


def test_safe_times_can_go_again():
    with_times = terms(choices=Choices(safe_times=MOCK))
    assert [(each.code, each.direction) for each in difference(with_times, OLD)] == [("safe-times-any", W)]


@given(schedules(), schedules())
def test_going_there_and_back_turns_the_direction_round(one, other):
    turned = {N: W, W: N, X: X}
    there = [each for each in difference(terms(one), terms(other)) if each.code == "hours"]
    back = [each for each in difference(terms(other), terms(one)) if each.code == "hours"]
    assert [turned[each.direction] for each in there] == [each.direction for each in back]


@given(schedules())
def test_nothing_changes_by_itself(reading):
    assert difference(terms(reading), terms(replace(reading))) == ()


def test_clause_a11_that_is_new_and_law_that_changes_are_told():
    """Nobody chose them, so they are neither wider nor narrower; both sign the text that says so."""
    law = Pack(protect=Protect(ProtectKind.MANDATORY, "DE", "StGB § 34"))
    older = replace(OLD, protect=None)
    for old, new, code in ((older, OLD, "protect-added"), (OLD, terms(pack=law), "protect")):
        assert [(each.clause, each.code, each.direction) for each in difference(old, new)] == [
            (Clause.A11, code, X)
        ]
    assert difference(older, older) == ()
