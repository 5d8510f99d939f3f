"""A button pressed while the letters are still opening counts: nobody has to press it again, and nothing is lost in silence."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from browser.actors import SLOW, expect_state, sign_in
from browser.conftest import SUNDAY

pytestmark = pytest.mark.browser
SISTER = "Can we find one sentence"


def test_opening_on_purpose_before_the_letters_are_there(portal, browse):
    vera = browse(portal, at=SUNDAY, width=1280, timezone_id="Europe/Berlin")
    sign_in(vera, "vera", SUNDAY, "/inbox")
    held: list[Route] = []
    vera.route("**/sync/*", lambda route: held.append(route))
    with vera.expect_request("**/sync/*", timeout=SLOW):
        vera.locator("main a[href^='/thread/']").filter(has_text="Alma").first.click()
    vera.locator("#waiting summary").click(timeout=SLOW)
    vera.get_by_role("button", name="Open it now").click()
    expect(vera.locator(".letter").filter(has_text=SISTER)).to_have_count(0)
    # Letting go of the held answers.
    vera.unroute("**/sync/*")
    expect_state(vera, SISTER, "Opened outside your hours.")


def test_opening_on_purpose_while_the_keys_are_still_opening(portal, browse):
    vera = browse(portal, at=SUNDAY, width=1280, timezone_id="Europe/Berlin")
    sign_in(vera, "vera", SUNDAY, "/inbox", own=True)
    link = vera.locator("main a[href^='/thread/']").filter(has_text="Alma").first
    address = link.get_attribute("href", timeout=SLOW)
    held: list[Route] = []
    vera.route("**/keys", lambda route: held.append(route))
    # A new document: it asks for her keys again and opens them with what this device keeps.
    with vera.expect_request("**/keys", timeout=SLOW):
        vera.goto(address)
    vera.locator("#waiting summary").click(timeout=SLOW)
    vera.get_by_role("button", name="Open it now").click(timeout=SLOW)
    expect(vera.locator(".letter").filter(has_text=SISTER)).to_have_count(0)
    vera.unroute("**/keys")
    expect_state(vera, SISTER, "Opened outside your hours.")
