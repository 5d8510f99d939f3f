"""The guides under a text, in a real browser: they count as one types, in quiet ink, and never stand in the way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.actors import SLOW, expect_state, letter, sign_in

pytestmark = pytest.mark.browser
SUNDAY = "2026-11-22T21:41:00+00:00"
TEN_DAYS_LATER = "2026-12-02T21:41:00+00:00"
SISTER = "Can we find one sentence"
OVER_LENGTH = "301 words. Guide: about 300. It will all arrive. Some of it may fit better in the session."
OVER_COUNT = "messages this week. Guide: 1–2. You two said you would talk about it."


@pytest.fixture
def notebook(portal, browse) -> Page:
    """Alma's device, signed in, her letters open."""
    page = browse(portal, at=SUNDAY, timezone_id="Europe/Berlin")
    sign_in(page, "alma", SUNDAY, "/messages")
    expect(letter(page, SISTER)).to_be_visible(timeout=SLOW)
    return page


def ink(line: Locator) -> str:
    return str(line.evaluate("el => [getComputedStyle(el).color, getComputedStyle(el).fontSize].join()"))


def sent_before(page: Page) -> int:
    return int(page.locator("[data-module=guide]").get_attribute("data-sent") or "")


def words(count: int) -> str:
    return "word " * count


def test_the_line_about_length_grows_and_shrinks_and_keeps_its_ink(notebook):
    line, area = notebook.locator("[data-guide-words]"), notebook.locator("textarea")
    expect(line).to_have_text("0 words. Guide: about 300.")
    area.press_sequentially("Slept")
    expect(line).to_have_text("1 word. Guide: about 300.")
    area.press_sequentially(" badly")
    expect(line).to_have_text("2 words. Guide: about 300.")
    area.fill(words(300))
    expect(line).to_have_text("300 words. Guide: about 300.")
    quiet = ink(line)
    area.fill(words(301))
    expect(line).to_have_text(OVER_LENGTH)
    assert ink(line) == quiet
    area.press("ControlOrMeta+A")
    area.press("Delete")
    expect(line).to_have_text("0 words. Guide: about 300.")


def test_what_is_over_both_guides_is_sent_with_one_tap_and_counted(notebook):
    week, button = (
        notebook.locator("[data-guide-week]"),
        notebook.locator("form.composer button[type=submit]"),
    )
    before = sent_before(notebook)
    for number in range(before + 1, before + 4):
        notebook.locator("input[value=question]").check()
        notebook.locator("textarea").fill(f"Number {number} {words(299)}")
        expect(notebook.locator("[data-guide-words]")).to_have_text(OVER_LENGTH)
        expect(week).to_contain_text(f"{number} message")
        expect(button).to_be_enabled()
        button.click()
        expect_state(notebook, f"Number {number} ", "Waiting quietly until Mon 9:00")
    expect(week).to_have_text(f"{before + 4} {OVER_COUNT}", timeout=SLOW)
    notebook.locator("input[value=for-session]").check()
    expect(week).to_have_text(f"{before + 3} {OVER_COUNT}")


def test_a_changed_message_is_counted_once(notebook):
    week, before = notebook.locator("[data-guide-week]"), sent_before(notebook)
    letter(notebook, SISTER).get_by_role("button", name="Change").click()
    expect(notebook.locator("[data-changing]")).to_be_visible()
    expect(week).to_contain_text(f"{before} message")
    notebook.get_by_role("button", name="Leave it as it was").click()
    notebook.locator("input[value=question]").check()
    expect(week).to_contain_text(f"{before + 1} message")


def test_the_count_is_of_the_last_seven_days(portal, browse):
    portal.set_clock(TEN_DAYS_LATER)
    page = browse(portal, at=TEN_DAYS_LATER, timezone_id="Europe/Berlin")
    sign_in(page, "alma", TEN_DAYS_LATER, "/messages")
    expect(letter(page, SISTER)).to_be_visible(timeout=SLOW)
    page.locator("input[value=question]").check()
    expect(page.locator("[data-guide-week]")).to_have_text("1 message this week. Guide: 1–2.")
