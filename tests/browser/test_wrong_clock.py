"""A device whose clock is two hours off: the letters open, a text goes out, and the times shown are the server's."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.actors import SLOW, expect_state, letter, sign_in, write

pytestmark = pytest.mark.browser
SUNDAY_2241 = "2026-11-22T21:41:00+00:00"
SISTER = "Can we find one sentence"
TWO_HOURS = {"slow": "2026-11-22T19:41:00+00:00", "fast": "2026-11-22T23:41:00+00:00"}


@pytest.mark.parametrize("wrong", ["slow", "fast"])
def test_two_hours_off_the_page_opens_and_sends(start_portal, browse, wrong):
    portal = start_portal(SUNDAY_2241)
    alma = browse(portal, at=TWO_HOURS[wrong], timezone_id="Europe/Berlin")
    sign_in(alma, "alma", SUNDAY_2241, "/messages")
    expect(letter(alma, SISTER).locator(".letter-text")).to_have_attribute("data-open", "yes", timeout=SLOW)
    expect(alma.locator(".letter-text[data-open=no]")).to_have_count(0)
    expect(alma.locator("main")).to_contain_text("It is Sunday, 22:4")
    expect(alma.locator("[data-clock]")).to_contain_text(f"120 minutes {wrong}")

    text = f"By a clock that is {wrong}"
    write(alma, "question", text)
    expect_state(alma, text, "Waiting quietly until Mon 9:00. Answer due by Wed 17:00.")
    expect(letter(alma, text)).to_have_count(1)

    # Whoever reads it on a right clock can open it too, and is told no wrong hour.
    vera = browse(portal, at=SUNDAY_2241, width=1280, timezone_id="Europe/Berlin")
    sign_in(vera, "vera", SUNDAY_2241, "/inbox")
    vera.locator("main a[href^='/thread/']").filter(has_text="Alma").first.click()
    vera.wait_for_url("**/thread/*")
    vera.locator("#waiting summary").click(timeout=SLOW)
    vera.get_by_role("button", name="Open all 2 now").click()
    mine = letter(vera, text)
    expect(mine.locator(".letter-text")).to_have_attribute("data-open", "yes", timeout=SLOW)
    expect(mine).to_contain_text("22:4")
