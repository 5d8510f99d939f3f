"""After a move inside the page, a keyboard and a screen reader start at its title; who uses a mouse sees nothing of it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.actors import SLOW, letter, sign_in
from browser.conftest import SUNDAY

pytestmark = pytest.mark.browser
SISTER = "Can we find one sentence"


def outline(page) -> str:
    return page.evaluate("getComputedStyle(document.activeElement).outlineStyle")


def test_focus_goes_to_the_title_of_the_page(portal, browse):
    page = browse(portal, at=SUNDAY)
    sign_in(page, "alma", SUNDAY, "/messages")
    expect(letter(page, SISTER)).to_be_visible(timeout=SLOW)
    page.get_by_role("link", name="Agreement", exact=True).click()
    title = page.get_by_role("heading", level=1)
    expect(title).to_be_focused(timeout=SLOW)
    assert page.evaluate("scrollY") == 0
    assert outline(page) == "none"
    # From the title, Tab goes on inside the page: not to the bar again.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.keyboard.press("Tab")
    page.locator("nav a[href='/settings']").press("Enter")
    page.wait_for_url("**/settings")
    expect(page.get_by_role("heading", level=1)).to_be_focused(timeout=SLOW)


def test_a_first_visit_keeps_the_start_of_the_page(portal, browse):
    page = browse(portal, at=SUNDAY)
    page.goto("/sign-in")
    page.wait_for_selector("main button[type=submit]:not([disabled])")
    page.keyboard.press("Tab")
    expect(page.locator("header a.leave")).to_be_focused()


def test_a_letter_says_who_and_when(portal, browse):
    page = browse(portal, at=SUNDAY)
    sign_in(page, "alma", SUNDAY, "/messages")
    expect(letter(page, SISTER)).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("article", name="You 22:").first).to_be_visible()
    named = re.compile(r"^(You|Vera).* \d{1,2}:\d\d$")
    for one in page.locator("article.letter").all():
        expect(one).to_have_accessible_name(named)
