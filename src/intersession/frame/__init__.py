"""The frame file and the words of the rules: reading, checking, rendering. Decides nothing; the rules do."""

from intersession.frame.calendars import calendar
from intersession.frame.reader import FrameResult, read_frame
from intersession.frame.render import ClauseText, plain_text, render, render_clause
from intersession.frame.stored import choices_from_json, dump, load_terms, policy_from_json
from intersession.frame.wording import (
    change_text,
    notice_text,
    origin_text,
    problem_text,
    reason_text,
    state_line,
)

__all__ = [
    "ClauseText",
    "FrameResult",
    "calendar",
    "change_text",
    "choices_from_json",
    "dump",
    "load_terms",
    "notice_text",
    "origin_text",
    "plain_text",
    "policy_from_json",
    "problem_text",
    "read_frame",
    "reason_text",
    "render",
    "render_clause",
    "state_line",
]
