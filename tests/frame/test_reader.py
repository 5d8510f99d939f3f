"""A frame file becomes a policy, or a list of everything that is wrong with it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from intersession.frame.problems import Severity
from intersession.frame.reader import read_frame
from intersession.rules.layers import ChannelLaw, Pack
from intersession.rules.schedule import Absence, Promise
from intersession.rules.terms import Addition, CrisisLine, Emergency, Fees, Guide, Permit, Reader
from intersession.rules.vocabulary import (
    Channel,
    Clause,
    Compact,
    ContentClass,
    Encryption,
    PermitKind,
    Role,
    Sees,
    Unit,
)
from rules.samples import VERA

ROOT = Path(__file__).parent.parent.parent
GOOD = (ROOT / "examples" / "frames" / "vera.toml").read_text(encoding="utf-8")
BROKEN = (Path(__file__).parent / "data" / "broken.toml").read_bytes()

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def problems(text: str, **more: object) -> list[tuple[str, str]]:
    return [(each.code, each.key) for each in read_frame(text.encode(), "f.toml", NOW, **more).problems]


def with_line(pattern: str, line: str) -> str:
    changed, count = re.subn(pattern, line, GOOD, count=1, flags=re.MULTILINE)
    assert count == 1
    return changed


def test_the_example_is_a_policy():
    result = read_frame(GOOD.encode(), "vera.toml", NOW)
    assert result.problems == ()
    policy = result.policy
    assert policy is not None
    assert policy.therapist.name == "Vera Lindqvist"
    assert policy.therapist.licences[0].until == date(2028, 1, 31)
    assert policy.schedule.week == VERA.week
    assert policy.schedule.alerts == VERA.alerts
    assert policy.schedule.calendar.code == "DE-BE"
    assert date(2027, 3, 8) in policy.schedule.calendar.days_in(2027)
    assert policy.schedule.absences == (Absence(date(2026, 12, 21), date(2027, 1, 3), "Otto Brandt"),)
    assert policy.answers.answered == Promise(2, Unit.WORKING_DAYS)
    assert [each.channel for each in policy.channels] == list(Channel)
    assert policy.channels[1].encryption is Encryption.REQUIRED
    assert policy.channels[2].minutes == 10
    assert policy.channels[3].content is ContentClass.NOTICES
    assert policy.guide == Guide(2, 300)
    assert policy.fees == Fees("EUR", 10, "1.50", ("urgent",))
    assert policy.urgent.steps[1].notify == ("cover",)
    assert policy.readers == (Reader("Otto Brandt", Role.DEPUTY, Sees.LATE_ONLY),)


def test_the_frame_of_the_design_paper_reads_without_a_word():
    """frame.md section 5, without the sections this program added."""
    text = GOOD.partition("[[readers]]")[0]
    assert problems(text) == []


def test_sections_that_may_be_left_out_are():
    text = re.sub(
        r"(?s)\[\[absences\]\].*?(?=\[channels\.portal\])", "", GOOD.partition("[channels.email]")[0]
    )
    result = read_frame(text.encode(), "f.toml", NOW)
    assert result.problems == ()
    assert result.policy is not None
    assert result.policy.fees is None
    assert not result.policy.urgent.offered


def test_more_sections():
    text = GOOD + (
        '\n[emergency]\nnumber = "112"\nservice = "Charité"\nlines = [{ name = "Line", number = "0800 1" }]\n'
        '[purpose]\ntopics = ["skills"]\nkeep = []\n[clauses.A7]\nen = "Call me after."\nde = """\nRufen Sie\nan."""\n'
        '[[reading.extra]]\non = 2026-12-28\nhours = ["10:00-11:00"]\n'
    )
    policy = read_frame(text.encode(), "f.toml", NOW).policy
    assert policy is not None
    assert policy.emergency == Emergency("112", (CrisisLine("Line", "0800 1"),), "Charité")
    assert policy.purpose.topics == ("skills",)
    assert policy.additions[1] == Addition(Clause.A7, "de", "Rufen Sie\nan.")
    assert policy.schedule.extra[0].on == date(2026, 12, 28)


def with_permits(*rows: str) -> str:
    return GOOD.replace("[reading]", f"permits = [{', '.join(rows)}]\n\n[reading]", 1)


def test_permits_are_read():
    result = read_frame(
        with_permits(
            '{ jurisdiction = "US-CA", kind = "approval", until = 2027-05-31 }',
            '{ jurisdiction = "US-CO", kind = "compact", compact = "psypact" }',
            '{ kind = "compact", compact = "psypact" }',
        ).encode(),
        "f.toml",
        NOW,
    )
    assert result.problems == ()
    assert result.policy is not None
    assert result.policy.therapist.permits == (
        Permit("US-CA", PermitKind.APPROVAL, None, date(2027, 5, 31)),
        Permit("US-CO", PermitKind.COMPACT, Compact.PSYPACT),
        Permit("", PermitKind.COMPACT, Compact.PSYPACT),
    )


def test_every_slip_in_permits_is_found_at_once():
    found = problems(
        with_permits(
            '{ jurisdiction = "US-XX", kind = "approval" }',
            '{ jurisdiction = "US-CA", kind = "licence" }',
            '{ jurisdiction = "US-CO", kind = "compact" }',
            '{ jurisdiction = "US-CO", kind = "compact", compact = "pact" }',
            '{ jurisdiction = "US-CO", kind = "notice", compact = "psypact" }',
            '{ kind = "notice", untill = 2027-01-01 }',
            '{ jurisdiction = "US-CO", kind = "notice", until = "soon" }',
            '{ jurisdiction = "US-CO" }',
        )
    )
    at = "therapist.permits[{}].{}".format
    assert sorted(found) == sorted(
        [
            ("unknown-jurisdiction", at(1, "jurisdiction")),
            ("not-in-list", at(2, "kind")),
            ("missing", at(3, "compact")),
            ("not-in-list", at(4, "compact")),
            ("only-with", at(5, "compact")),
            ("missing", at(6, "jurisdiction")),
            ("unknown-key-near", at(6, "untill")),
            ("wrong-type", at(7, "until")),
            ("missing", at(8, "kind")),
        ]
    )


def test_a_day_that_does_not_exist_in_a_permit():
    row = '{ jurisdiction = "US-CA", kind = "approval", until = 2027-02-29 }'
    assert [code for code, _ in problems(with_permits(row))] == ["no-such-date"]


def test_all_problems_of_a_file_at_once():
    result = read_frame(BROKEN, "broken.toml", NOW)
    assert result.policy is None
    assert result.readable
    found = [(each.line, each.code) for each in result.problems]
    assert found == sorted(found, key=lambda each: each[0])
    assert {
        "version",
        "unknown-key",
        "bad-text",
        "unknown-zone",
        "unknown-language",
        "unknown-jurisdiction",
        "no-such-date",
        "unknown-calendar",
        "not-a-time",
        "overlap",
        "over-midnight",
        "empty-window",
        "not-a-window",
        "unknown-key-near",
        "not-a-promise",
        "zero-wait",
        "ends-before-start",
        "not-in-list",
        "missing",
        "wrong-type",
        "sms-encryption",
        "out-of-range",
        "duplicate",
        "unknown-currency",
        "urgent-without-hours",
        "nobody-to-tell",
        "not-a-period",
    } <= {code for _, code in found}
    assert all(each.file == "broken.toml" and each.line for each in result.problems)


def test_each_problem_names_line_key_found_and_allowed():
    (zone,) = [each for each in read_frame(BROKEN, "b.toml", NOW).problems if each.code == "unknown-zone"]
    assert (zone.line, zone.key, zone.found) == (6, "therapist.time_zone", "Europe/Berln")
    assert "Europe/Berlin" in zone.allowed


@pytest.mark.parametrize(
    ("pattern", "line", "expected"),
    [
        (r"^frame = 1", "frame = true", ("wrong-type", "frame")),
        (r"^frame = 1", "", ("missing", "frame")),
        (r"^time_zone = .*", 'time_zone = "/etc/localtime"', ("unknown-zone", "therapist.time_zone")),
        (r"^time_zone = .*", 'time_zone = "Europe"', ("unknown-zone", "therapist.time_zone")),
        (r"^jurisdiction = .*", 'jurisdiction = "DE-XX"', ("unknown-jurisdiction", "therapist.jurisdiction")),
        (r"^holidays = .*", 'holidays = "XX"', ("unknown-calendar", "reading.holidays")),
        (r"^alerts = .*", 'alerts = "sometimes"', ("not-alerts", "reading.alerts")),
        (r"^alerts = .*", "alerts = []", ("not-alerts", "reading.alerts")),
        (r"^alerts = .*", 'alerts = ["24:00"]', ("not-a-time", "reading.alerts[1]")),
        (r"^alerts = .*", 'alerts = ["20:00"]', ("alerts-outside", "reading.alerts")),
        (r"^mon = .*", 'mon = ["24:00-24:00"]', ("empty-window", "reading.hours.mon[1]")),
        (r"^mon = .*", 'mon = ["09:00-24:01"]', ("not-a-window", "reading.hours.mon[1]")),
        (r"^mon = .*", 'mon = "09:00-12:00"', ("wrong-type", "reading.hours.mon")),
        (r"^mon = .*", 'mon = ["20:00-00:00"]', ("over-midnight", "reading.hours.mon[1]")),
        (
            r"^answered_within = .*",
            'answered_within = "2 weeks"',
            ("not-a-promise", "answers.answered_within"),
        ),
        (
            r"^answered_within = .*",
            'answered_within = "2 working minutes"',
            ("not-a-promise", "answers.answered_within"),
        ),
        (r"^answered_within = .*", "answered_within = 2", ("wrong-type", "answers.answered_within")),
        (r"^until = 2027.*", "until = 2027-01-03T00:00:00Z", ("wrong-type", "absences[1].until")),
        (r"^until = 2027.*", "", ("missing", "absences[1].until")),
        (r"^wait = .*", 'wait = "0 minutes"', ("zero-wait", "urgent.steps[1].wait")),
        (r"^wait = .*", 'wait = "1 working day"', ("not-a-wait", "urgent.steps[1].wait")),
        (r"^minutes = .*", "minutes = 0", ("out-of-range", "channels.phone.minutes")),
        (r"^minutes = .*", "minutes = 10.5", ("wrong-type", "channels.phone.minutes")),
        (r"^per_minute = .*", 'per_minute = "1,50"', ("not-an-amount", "fees.per_minute")),
        (r"^offered = .*", 'offered = "yes"', ("wrong-type", "urgent.offered")),
        (r"^first_after = .*", 'first_after = "0 weeks"', ("not-a-period", "review.first_after")),
        (r"^words = .*", "wrods = 300", ("unknown-key-near", "guide.wrods")),
        (r'^name = "Vera.*', 'name = "  "', ("bad-text", "therapist.name")),
        (r"^role = .*", 'role = "neighbour"', ("not-in-list", "readers[1].role")),
    ],
)
def test_one_mistake_is_one_finding(pattern, line, expected):
    assert problems(with_line(pattern, line)) == [expected]


def test_midnight_is_a_legal_end():
    assert problems(with_line(r"^mon = .*", 'mon = ["09:00-24:00"]')) == []


def test_a_day_whose_hours_touch_no_alert_is_a_warning():
    result = read_frame(with_line(r"^tue = .*", 'tue = ["10:00-12:00"]').encode(), "f.toml", NOW)
    assert [(each.code, each.severity) for each in result.problems] == [
        ("day-without-alert", Severity.WARNING)
    ]
    assert result.policy is not None
    assert not result.has_errors


def law(**rules: bool):
    return lambda *_: Pack("ZZ", "1", (ChannelLaw(Channel.EMAIL, **rules), ChannelLaw(Channel.SMS, **rules)))


def test_a_channel_the_law_forbids_is_an_error():
    assert ("channel-forbidden", "channels.email") in problems(GOOD, packs=law(forbidden=True))
    assert ("channel-forbidden", "channels.sms") in problems(GOOD, packs=law(forbidden=True))


def test_waived_encryption_where_the_law_wants_it_is_an_error():
    waived = with_line(r'^encryption = "required"', 'encryption = "client-accepts-risk"')
    assert ("must-encrypt", "channels.email.encryption") in problems(waived, packs=law(must_encrypt=True))
    assert ("must-encrypt", "channels.email") not in problems(GOOD, packs=law(must_encrypt=True))
    assert problems(waived) == []


def test_the_law_is_checked_whatever_else_is_wrong():
    text = with_line(r'^name = "Vera.*', "")
    assert ("channel-forbidden", "channels.email") in problems(text, packs=law(forbidden=True))


def test_no_tables_at_all():
    assert problems("frame = 1\n") == [
        ("missing", "answers"),
        ("missing", "channels"),
        ("missing", "reading"),
        ("missing", "therapist"),
    ]
