"""The Sunday night of frame.md, with two browsers at once: written, waiting, changed, taken back, opened, answered."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.actors import SLOW, expect_state, letter, sign_in, unlock, write

pytestmark = pytest.mark.browser
SUNDAY_2241 = "2026-11-22T21:41:00+00:00"
MONDAY_0912 = "2026-11-23T08:12:00+00:00"
SISTER = "Can we find one sentence that I can send her before Friday"
LATE = "I cannot sleep. It is the phone call again."
BETTER = "I cannot sleep. It is the phone call with my father again."
SECOND = "This one I take back."
ANSWER = "Dear Alma, this is hard. Write the sentence down; we read it together on Thursday."


def test_written_on_sunday_night_and_answered_on_monday(start_portal, browse, axe):
    portal = start_portal(SUNDAY_2241)
    alma = browse(portal, at=SUNDAY_2241, timezone_id="Europe/Berlin")
    sign_in(alma, "alma", SUNDAY_2241, own=True)
    expect(alma.get_by_role("heading", name="Messages with Vera")).to_be_visible()
    expect(alma.locator("main")).to_contain_text("It is Sunday, 22:4")
    expect(alma.locator("main")).to_contain_text("Vera is not reading now")
    expect(letter(alma, SISTER)).to_be_visible(timeout=SLOW)

    write(alma, "question", LATE)
    expect_state(
        alma,
        LATE,
        "Waiting quietly until Mon 9:00. Answer due by Wed 17:00. You can change it or take it back",
    )

    letter(alma, LATE).get_by_role("button", name="Change").click()
    expect(alma.locator("textarea[name=text]")).to_have_value(LATE)
    alma.locator("textarea[name=text]").fill(BETTER)
    alma.locator("form.composer button[type=submit]").click()
    expect_state(alma, BETTER, "Waiting quietly until Mon 9:00")
    expect_state(alma, LATE, "Vera has not seen the first text.")

    write(alma, "question", SECOND)
    expect_state(alma, SECOND, "Waiting quietly")
    letter(alma, SECOND).get_by_role("button", name="Take back").click()
    expect(alma.locator("main")).to_contain_text("It was not opened", timeout=SLOW)
    axe(alma)

    portal.set_clock(MONDAY_0912)
    alma.clock.set_fixed_time(MONDAY_0912)
    vera = browse(portal, at=MONDAY_0912, width=1280, timezone_id="Europe/Berlin")
    sign_in(vera, "vera", MONDAY_0912)
    expect(vera.get_by_role("heading", name="Monday 23 November")).to_be_visible()
    expect(vera.locator("main")).to_contain_text("Alma", timeout=SLOW)
    axe(vera)
    vera.locator("main a[href^='/thread/']").filter(has_text="Alma").first.click()
    expect(letter(vera, BETTER)).to_be_visible(timeout=SLOW)
    expect(letter(vera, SECOND)).to_have_count(0)
    expect(letter(vera, LATE)).to_have_count(0)
    expect_state(vera, BETTER, "You opened it Mon 9:1")
    axe(vera)

    # Her notebook locked itself overnight; the passphrase opens it where it was.
    unlock(alma, "alma")
    expect_state(alma, BETTER, "Opened Mon 9:1")

    for question in vera.locator("input[name=closes]").all():
        question.check()
    vera.locator("textarea[name=text]").fill(ANSWER)
    vera.locator("form.composer button[type=submit]").click()
    expect(letter(vera, ANSWER)).to_be_visible(timeout=SLOW)
    expect(letter(alma, ANSWER)).to_be_visible(timeout=SLOW)
    expect_state(alma, BETTER, "Answered Mon 9:1")
    axe(alma)
