"""Alma says that she travels to Austria: Help now shows its numbers at once, Vera sees what it means, and "I'm back" undoes it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.actors import SLOW, sign_in
from browser.conftest import SUNDAY

pytestmark = pytest.mark.browser


def look(page, axe) -> None:
    """Everything unfolded, nothing that axe would mark."""
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => (fold.open = true))")
    axe(page)


def test_alma_travels_and_is_back(portal, browse, axe):
    alma = browse(portal, at=SUNDAY)
    sign_in(alma, "alma", SUNDAY)
    alma.get_by_role("link", name="I'm travelling or I've moved").click()
    alma.get_by_label("Where?").select_option(label="Austria")
    alma.get_by_label("Until which day?").fill("2026-12-12")
    alma.get_by_role("button", name="Save").click()
    stay = alma.locator("section", has=alma.get_by_role("heading", name="Travelling: Austria")).last
    expect(stay).to_contain_text("nothing is refused", timeout=SLOW)
    expect(stay.locator("a[href='tel:142']")).to_be_visible()
    look(alma, axe)
    alma.get_by_role("link", name="Messages").click()
    expect(alma.locator("#now")).to_contain_text("nothing is refused", timeout=SLOW)
    look(alma, axe)

    alma.locator("header a.help-link").click()
    expect(alma.get_by_role("heading", name="Austria")).to_be_visible(timeout=SLOW)
    expect(alma.locator("a[href='tel:142']").first).to_be_visible()

    vera = browse(portal, at=SUNDAY, width=1280)
    sign_in(vera, "vera", SUNDAY)
    away = vera.locator("#away")
    expect(away).to_contain_text("Travelling: Austria", timeout=SLOW)
    away.get_by_role("link").first.click()
    place = vera.locator("#place")
    expect(place).to_contain_text("The client said so. Nobody looked it up.", timeout=SLOW)
    law = vera.locator("#place-law")
    law.get_by_text("Why does it say this?").first.click()
    expect(law.get_by_text("Where we read it").first).to_be_visible()
    look(vera, axe)

    alma.goto("/place")
    alma.get_by_role("button", name="I'm back").click()
    expect(alma.get_by_text("This counts no more: Travelling: Austria")).to_be_visible(timeout=SLOW)
    alma.locator("header a.help-link").click()
    expect(alma.get_by_role("heading", name="Germany")).to_be_visible(timeout=SLOW)
    vera.reload()
    expect(vera.locator("#place")).to_have_count(0, timeout=SLOW)
