"""On paper: white whatever the screen is, no forms and no buttons, and what is folded on the screen is there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.actors import SLOW, letter, sign_in
from browser.conftest import SUNDAY

pytestmark = pytest.mark.browser
SISTER = "Can we find one sentence"


def brightness(page, selector: str) -> int:
    """The sum of red, green and blue of an element's background."""
    script = "s => getComputedStyle(document.querySelector(s)).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)"
    return page.evaluate(script, selector)


def test_a_thread_on_paper(portal, browse):
    page = browse(portal, at=SUNDAY, color_scheme="dark")
    sign_in(page, "alma", SUNDAY, "/messages")
    expect(letter(page, SISTER)).to_be_visible(timeout=SLOW)
    path = page.locator("details.fold .track").first
    expect(path).not_to_be_visible()
    assert brightness(page, ".letter-theirs") < 200
    page.emulate_media(media="print")
    for gone in ("form.composer", "header a.leave", ".letter button", ".tabs"):
        expect(page.locator(gone).first).not_to_be_visible()
    expect(path).to_be_visible()
    expect(letter(page, SISTER).locator(".state").first).to_be_visible()
    assert brightness(page, ".letter-theirs") > 700
