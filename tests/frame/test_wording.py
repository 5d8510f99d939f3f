"""State lines, notices and changes in words: the guide's own sentences, letter by letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from intersession.frame import change_text, notice_text, origin_text, reason_text, state_line
from intersession.rules.consent import difference
from intersession.rules.layers import ChannelChoice, Choices
from intersession.rules.messages import Submission, decide_message
from intersession.rules.reasons import Reason
from intersession.rules.states import NOTHING, MessageFacts, absence_state, message_state
from intersession.rules.vocabulary import Channel, Kind, Layer, Viewer
from intersession.texts import LANGUAGES
from rules.samples import MOCK, at, terms
from rules.test_consent import CASES
from rules.test_states import AWAY, LATE, NOTE, QUESTION

SUNDAY = at("2026-11-22 22:42")
OPENED = at("2026-11-23 09:12")
MONDAY = at("2026-11-23 10:00")
NEW_DAY = at("2026-11-27 17:00")
SENT_IN_HOURS = replace(QUESTION, received_at=at("2026-11-23 09:05"), alert_at=at("2026-11-23 09:05"))
NO_ANSWER = replace(
    QUESTION,
    kind=Kind.NO_ANSWER,
    answer_by=None,
    opened_at=at("2026-11-20 09:04"),
    alert_at=at("2026-11-20 09:00"),
)


@pytest.mark.parametrize(
    ("facts", "now", "client", "therapist"),
    [
        (
            SENT_IN_HOURS,
            MONDAY,
            "In Vera's mailbox since 9:05. Answer due by Wed 17:00.",
            "In your mailbox since 9:05.",
        ),
        (
            replace(QUESTION, waiting_count=2),
            SUNDAY,
            "Waiting quietly until Mon 9:00. Answer due by Wed 17:00. You can change it or take it back until Vera opens it.",
            "Waiting quietly until 9:00 — 2 messages",
        ),
        (
            replace(QUESTION, opened_at=OPENED),
            MONDAY,
            "Opened Mon 9:12. Answer due by Wed 17:00.",
            "You opened it Mon 9:12. Due Wed 17:00.",
        ),
        (
            replace(QUESTION, answer_by=None, opened_at=at("2026-11-22 23:05"), opening_outside_hours=True),
            MONDAY,
            "Opened Sun 23:05, outside Vera's hours.",
            "Opened outside your hours.",
        ),
        (NO_ANSWER, SUNDAY, "Opened Fri 9:04. No answer is owed, as you chose.", "Nothing owed."),
        (
            NOTE,
            SUNDAY,
            "Opens when your session starts: Thu 26 Nov, 16:00.",
            "A note waits. Opens Thu 26 Nov, 16:00.",
        ),
        (
            replace(NOTE, session_moved=True, session_at=at("2026-11-27 10:00")),
            SUNDAY,
            "Your session moved. This note now opens Fri 27 Nov, 10:00.",
            "Your session moved. This note now opens Fri 27 Nov, 10:00.",
        ),
        (
            replace(QUESTION, more_time_until=NEW_DAY),
            LATE,
            "Vera needs more time. New day: Fri 27 Nov, 17:00.",
            "You named Fri 27 Nov, 17:00.",
        ),
        (
            replace(QUESTION, answered_at=at("2026-11-23 09:21")),
            MONDAY,
            "Answered Mon 9:21.",
            "Answered in time.",
        ),
        (
            replace(QUESTION, overdue_at=QUESTION.answer_by),
            LATE,
            "The answer is late. It was due Wed 17:00. Vera has been reminded. If it is still open on Mon 30 Nov, 17:00, "
            "Otto learns that an answer is late, not what you wrote.",
            "Late since Wed 17:00. Alma has been told.",
        ),
        (
            replace(QUESTION, replaced_at=at("2026-11-22 22:50")),
            SUNDAY,
            "Changed Sun 22:50. Vera has not seen the first text.",
            "",
        ),
        (
            replace(QUESTION, withdrawn_at=at("2026-11-22 22:50")),
            SUNDAY,
            "Taken back Sun 22:50. It was not opened.",
            "",
        ),
        (
            replace(QUESTION, sealed_elsewhere=True),
            SUNDAY,
            "This message was locked for another of your devices. Open it there, or use your recovery kit.",
            "This message was locked for another of your devices. Open it there, or use your recovery kit.",
        ),
    ],
)
def test_the_guide_s_state_lines(facts, now, client, therapist):
    assert state_line(message_state(facts, Viewer.CLIENT, now), "en", "Europe/Berlin", now) == client
    assert state_line(message_state(facts, Viewer.THERAPIST, now), "en", "Europe/Berlin", now) == therapist


def test_state_lines_name_the_day_once_it_is_no_longer_clear_which_one():
    facts = replace(QUESTION, answered_at=at("2026-11-23 09:21"))
    now = MONDAY + timedelta(days=20)
    line = state_line(message_state(facts, Viewer.CLIENT, now), "en", "Europe/Berlin", now)
    assert line == "Answered Mon 23 Nov, 9:21."


def test_state_lines_are_in_the_reader_s_zone():
    state = message_state(QUESTION, Viewer.CLIENT, SUNDAY)
    assert state_line(state, "en", "Europe/London", SUNDAY).startswith("Waiting quietly until Mon 8:00.")


def test_a_banner_for_an_absence():
    agreed = terms(replace(MOCK, absences=(AWAY,)))
    now = at("2026-12-24 12:00")
    assert (
        state_line(absence_state(agreed, Viewer.CLIENT, now), "en", "Europe/Berlin", now)
        == "Vera is away until 3 Jan."
    )
    assert (
        state_line(absence_state(agreed, Viewer.THERAPIST, now), "de", "Europe/Berlin", now)
        == "Bis 3. Jan. abwesend."
    )


def test_the_empty_state_shows_nothing():
    assert state_line(NOTHING, "en", "Europe/Berlin", SUNDAY) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_text(lang, reason):
    assert reason_text(reason, lang, terms())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("layer", list(Layer))
def test_every_layer_has_a_name(lang, layer):
    assert origin_text(layer, lang, terms())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("kind", list(Kind))
def test_every_notice_has_a_text(lang, channel, kind):
    submission = Submission(
        kind, channel, 9999, sent_in_window=9, place="AQ", review_on=SUNDAY.date() - timedelta(days=9)
    )
    for notice in decide_message(terms(), submission, SUNDAY).notices:
        assert "{" not in notice_text(notice, lang, "Europe/Berlin", SUNDAY)


def test_the_automatic_note_is_the_guide_s():
    (note,) = decide_message(terms(MOCK), Submission(Kind.QUESTION, place="DE"), SUNDAY).notices
    assert notice_text(note, "en", "Europe/Berlin", SUNDAY) == (
        "Automatic note. Your message is saved. It has not been read yet. Vera reads next on Mon 23 Nov, 9:00 (your time). "
        "If you cannot stay safe until then: call 112. To talk now: 0800 111 0 111. More numbers are under Help now."
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("old", "new"), [case[:2] for case in CASES])
def test_every_change_has_a_sentence(lang, old, new):
    for change in difference(terms(**old), terms(**new)):
        assert change_text(change, lang).endswith((".", "!")) is True


def test_a_change_in_words():
    never = Choices((ChannelChoice(Channel.SMS, use=False),))
    (change,) = difference(terms(), terms(choices=never))
    assert change_text(change, "en") == "This way of contact ends: text message."
    assert change_text(change, "de") == "Dieser Weg endet: SMS."


def test_facts_hold_names_not_people():
    assert {"therapist", "client", "deputy"} <= set(MessageFacts.__slots__)
