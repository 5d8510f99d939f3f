"""The four commands as people type them: what they print and how they end."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from intersession.frame_command import add_frame_parser

ROOT = Path(__file__).parent.parent.parent
VERA = ROOT / "examples" / "frames" / "vera.toml"
BROKEN = Path(__file__).parent / "data" / "broken.toml"


@pytest.fixture
def frame(capsys):
    """Run `intersession frame ...`; returns status, standard output and standard error."""

    def run(*argv: object) -> tuple[int, str, str]:
        parser = argparse.ArgumentParser()
        add_frame_parser(parser.add_subparsers())
        args = parser.parse_args(["frame", *map(str, argv)])
        status = args.run(args)
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return run


def test_check_says_that_all_is_well(frame):
    status, out, err = frame("check", VERA)
    assert (status, err) == (0, "")
    assert out.endswith("vera.toml: no problems found.\n")
    assert frame("check", VERA, "--json")[1] == "[]\n"


def test_check_lists_every_problem(frame):
    status, out, _ = frame("check", BROKEN)
    assert status == 1
    assert "broken.toml, line 6: error:" in out
    assert out.endswith("33 errors, 0 warnings.\n")
    status, out, _ = frame("check", BROKEN, "--json", "--lang", "de")
    rows = json.loads(out)
    assert len(rows) == 33
    assert set(rows[0]) == {"severity", "code", "file", "line", "key", "found", "allowed", "text"}
    assert all("{" not in row["text"] for row in rows)
    assert rows[3]["text"].startswith("„therapist.time_zone“ ist Europe/Berln.")


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("empty.toml", b"", 1),
        ("binary.toml", bytes(range(256)) * 8, 2),
        ("large.toml", b"a" * (10 * 1024 * 1024), 2),
        ("syntax.toml", b"frame = = 1\n", 2),
    ],
)
@pytest.mark.parametrize("lang", ["en", "de"])
def test_what_is_no_frame_ends_with_one_sentence(frame, tmp_path, name, data, status, lang):
    path = tmp_path / name
    path.write_bytes(data)
    got, out, err = frame("check", path, "--lang", lang)
    assert got == status
    assert name in out
    assert "Traceback" not in out + err


@pytest.mark.parametrize("command", [["check"], ["render"], ["explain", "--at", "2026-11-22T22:41Z"]])
def test_a_file_that_is_not_there(frame, tmp_path, command):
    status, out, err = frame(*command, tmp_path / "nowhere.toml")
    assert (status, out) == (2, "")
    assert "can't be opened" in err
    assert frame(*command, tmp_path)[0] == 2


def test_explain_the_sunday_night(frame):
    status, out, _ = frame("explain", VERA, "--at", "2026-11-22T22:41+01:00", "--kind", "question", "--json")
    assert status == 0
    assert json.loads(out) == {
        "handling": "alert",
        "alert_at": "2026-11-23T09:00:00+01:00",
        "seen_by": "2026-11-23T17:00:00+01:00",
        "answer_by": "2026-11-24T12:30:00+01:00",
        "reasons": [
            {
                "code": "outside-hours",
                "clause": "A4",
                "origin": "policy",
                "text": "Vera Lindqvist does not read at this hour.",
            }
        ],
        "notices": [
            {
                "code": "automatic-note",
                "text": "Automatic note. Your message is saved. It has not been read yet. Vera Lindqvist reads next on "
                "Mon 23 Nov, 9:00 (your time). If you cannot stay safe until then: open Help now.",
            }
        ],
    }


def test_explain_gives_the_therapist_s_offset_whatever_offset_was_asked(frame):
    for moment in ("2026-11-22T22:41", "2026-11-22T21:41Z", "2026-11-22T16:41-05:00"):
        _, out, _ = frame("explain", VERA, "--at", moment, "--json")
        assert json.loads(out)["alert_at"] == "2026-11-23T09:00:00+01:00"
    _, out, _ = frame("explain", VERA, "--at", "2026-07-05T22:41", "--json")
    assert json.loads(out)["alert_at"] == "2026-07-06T09:00:00+02:00"


def test_explain_in_words(frame):
    status, out, _ = frame(
        "explain",
        VERA,
        "--at",
        "2026-12-22T10:00",
        "--kind",
        "practical",
        "--length",
        "400",
        "--count",
        "5",
        "--lang",
        "de",
    )
    assert status == 0
    assert "Gemeldet: Mo, 4. Jan. 2027, 9:00 Uhr" in out
    assert "(A9, die Regeln von Vera Lindqvist)" in out
    assert "Richtwert: etwa 300 Wörter." in out


def test_explain_a_note_for_the_session_has_no_times(frame):
    _, out, _ = frame("explain", VERA, "--at", "2026-11-22T22:41", "--kind", "for-session", "--json")
    decision = json.loads(out)
    assert decision["handling"] == "agenda"
    assert decision["alert_at"] is decision["seen_by"] is decision["answer_by"] is None


@pytest.mark.parametrize("moment", ["yesterday", "2026-02-30T10:00", "", "9999-12-31T23:59:59-12:00"])
def test_a_moment_that_is_none(frame, moment):
    status, out, err = frame("explain", VERA, "--at", moment)
    assert (status, out) == (2, "")
    assert "is no moment in time" in err


def test_a_frame_with_errors_is_not_explained_or_rendered(frame):
    for command in (["explain", "--at", "2026-11-22T22:41Z"], ["render"]):
        status, out, err = frame(*command, BROKEN)
        assert (status, out) == (1, "")
        assert "has errors" in err


def test_render_in_both_languages(frame):
    assert frame("render", VERA, "--lang", "en")[1].startswith("Agreement with Vera Lindqvist")
    assert frame("render", VERA, "--lang", "de")[1].startswith("Vereinbarung mit Vera Lindqvist")


def test_diff_says_what_changes_and_who_must_agree(frame, tmp_path):
    changed = tmp_path / "new.toml"
    text = VERA.read_text(encoding="utf-8")
    text = text.replace('answered_within = "2 working days"', 'answered_within = "3 working days"')
    changed.write_text(text.replace("words = 300", "words = 400"), encoding="utf-8")
    status, out, _ = frame("diff", VERA, changed, "--json")
    assert status == 0
    rows = json.loads(out)
    assert [(row["clause"], row["code"], row["direction"], row["needs_consent"]) for row in rows] == [
        ("A5", "answered", "narrowing", False),
        ("A5", "practical", "narrowing", False),
        ("A6", "guide-words", "widening", True),
    ]
    assert rows[2]["text"] == "The guide for length is now 400 words. It was 300."
    _, out, _ = frame("diff", VERA, changed, "--lang", "de")
    assert "(weiter, beide müssen unterschreiben)" in out


def test_diff_of_the_same_frame(frame):
    assert frame("diff", VERA, VERA) == (0, "The two frames say the same.\n", "")
    assert frame("diff", VERA, VERA, "--json")[1] == "[]\n"
    assert frame("diff", VERA, BROKEN)[0] == 1


def test_an_unknown_kind_is_wrong_use(frame):
    with pytest.raises(SystemExit) as stop:
        frame("explain", VERA, "--at", "2026-11-22T22:41Z", "--kind", "shout")
    assert stop.value.code == 2


@pytest.mark.parametrize(
    ("moment", "lines"),
    [
        ("2026-11-23T10:00", ["Asking for a call: possible at this hour by these rules"]),
        (
            "2026-11-22T22:41",
            [
                "Asking for a call: No one is on call now. (A8, Vera Lindqvist's policy)",
                "Possible again: Mon 23 Nov, 8:00",
            ],
        ),
    ],
)
def test_explain_says_whether_a_call_could_be_asked_for(frame, moment, lines):
    _, out, _ = frame("explain", VERA, "--at", moment)
    assert out.splitlines()[-len(lines) :] == lines


def test_explain_says_that_calls_are_not_offered(frame, tmp_path):
    quiet = tmp_path / "quiet.toml"
    quiet.write_text(VERA.read_text(encoding="utf-8").replace("offered = true", "offered = false"), "utf-8")
    _, out, _ = frame("explain", quiet, "--at", "2026-11-23T10:00")
    assert "Asking for a call is not part of the agreement. (A8, " in out.splitlines()[-1]
