"""A client asks for a copy of her record and both see the day; years later a record goes. Every page is looked at with axe."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.actors import SLOW, sign_in
from browser.conftest import SUNDAY

pytestmark = pytest.mark.browser
# After every time for keeping a record in Germany, and the day after that.
LATER, NEXT = "2037-01-12T10:00:00+00:00", "2037-01-13T11:00:00+00:00"
LOOKS = [(390, "light"), (1280, "dark")]


def look(page, axe) -> None:
    """Look at a page in both forms, with every fold open."""
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_timeout(250)
        page.evaluate("document.querySelectorAll('main details').forEach((fold) => (fold.open = true))")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_copy_of_the_record(portal, browse, axe):
    hers = browse(portal, at=SUNDAY)
    sign_in(hers, "alma", SUNDAY, "/record")
    hers.get_by_role("button", name="Ask for a copy of my record").click()
    expect(hers.get_by_role("heading", name="You asked on Sun 22 Nov 2026")).to_be_visible(timeout=SLOW)
    look(hers, axe)

    desk = browse(portal, at=SUNDAY, width=1280)
    sign_in(desk, "vera", SUNDAY, "/register")
    row = desk.get_by_role("link", name="Copy of the record")
    expect(row).to_contain_text("The client asked on Sun 22 Nov 2026", timeout=SLOW)
    look(desk, axe)
    row.click()
    expect(desk.get_by_role("heading", name="Why this day")).to_be_visible(timeout=SLOW)
    look(desk, axe)
    desk.get_by_label("Given in full").check()
    desk.get_by_role("button", name="Mark as done").click()
    expect(desk.get_by_text("Given in full on Sun 22 Nov 2026")).to_be_visible(timeout=SLOW)

    hers.reload()
    expect(hers.get_by_text("Given in full on Sun 22 Nov 2026")).to_be_visible(timeout=SLOW)


def test_a_record_goes(portal, browse, axe):
    desk = browse(portal, at=SUNDAY, width=1280)
    sign_in(desk, "vera", SUNDAY, "/clients")
    desk.locator("main a[href^='/clients/01']").first.click()
    desk.get_by_role("link", name="The record: copies, keeping, erasing").click()
    desk.get_by_text("End the work with this client").click()
    desk.get_by_label("Yes, the work has ended.").check()
    desk.get_by_role("button", name="End the work").click()
    expect(desk.get_by_text("The time for keeping this record is not over.")).to_be_visible(timeout=SLOW)
    look(desk, axe)
    address = desk.url.removeprefix(portal.url)

    portal.set_clock(LATER)
    desk = browse(portal, at=LATER, width=1280)
    sign_in(desk, "vera", LATER, address)
    desk.get_by_label("Every time for keeping it is over").check(timeout=SLOW)
    desk.get_by_role("button", name="Propose to erase").click()
    expect(desk.get_by_role("button", name="Erase the record")).to_be_disabled(timeout=SLOW)
    look(desk, axe)
    proposal = desk.url.removeprefix(portal.url)

    portal.set_clock(NEXT)
    desk = browse(portal, at=NEXT, width=1280)
    sign_in(desk, "vera", NEXT, proposal)
    code = desk.locator("main .lead").inner_text(timeout=SLOW).split()[-1]
    desk.get_by_label("Type the client’s code").fill(code.lower())
    desk.get_by_role("button", name="Erase the record").click()
    expect(desk.get_by_role("heading", name="Certificate of erasure")).to_be_visible(timeout=SLOW)
    look(desk, axe)
