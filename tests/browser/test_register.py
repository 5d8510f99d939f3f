"""A client asks for a copy of her record; her therapist sees the day, and marks it done. Both pages, looked at with axe too."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.actors import SLOW, sign_in
from browser.conftest import SUNDAY

pytestmark = pytest.mark.browser
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
