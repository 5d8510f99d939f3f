"""Two browsers work out an agreement: a sealed question, a sealed reply, new words, two signatures, and stopping."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from browser.actors import SLOW, sign_in, unlock

pytestmark = pytest.mark.browser

NIGHT = "2026-11-22T21:41:00+00:00"
WISH = "Please tell me on the same day when you need longer."
REPLY = "Yes. I will write one line on the day itself."
ADDED = "Vera writes one line on the same day when she needs longer."
SECRETS = re.compile("same day when you need|one line on the day")


def card(page: Page, clause: str):
    """The card of a clause."""
    return page.locator(f"#{clause}")


def enter(page: Page, name: str, path: str) -> None:
    """Sign in and open a page; a fresh document is locked until the passphrase is typed."""
    sign_in(page, name, NIGHT)
    page.goto(path)
    unlock(page, name)
    expect(page.locator("#main")).to_be_visible(timeout=SLOW)


def looked_at(page: Page, axe) -> None:
    """Check the page with axe once it has arrived."""
    expect(page.locator("html[aria-busy]")).to_have_count(0)
    axe(page)


def settle(page: Page, clause: str, stance: str, words: str = "") -> None:
    """Answer one clause and wait until the page has taken it over."""
    place = card(page, clause)
    fold = place.locator(f"#change-{clause}")
    if fold.count() and not fold.evaluate("fold => fold.open"):
        fold.locator("> summary").click()
    place.locator(f"input[name=stance][value={stance}]").check()
    if words:
        place.locator("form textarea").fill(words)
    with page.expect_response("**/agreement/answer") as answered:
        place.get_by_role("button", name=re.compile("Save my answer|Antwort speichern")).click()
    assert answered.value.ok, answered.value.text()
    assert not SECRETS.search(answered.value.request.post_data or "")


def test_from_a_wish_to_two_signatures_and_a_stop(portal, browse, axe):
    ben = browse(portal, at=NIGHT, timezone_id="Europe/Berlin")
    enter(ben, "ben", "/agreement?lang=en")
    expect(card(ben, "A10").locator(".voice-mine")).to_contain_text("Sprechen Sie mit anderen", timeout=SLOW)
    settle(ben, "A5", "agree-with-change", WISH)
    expect(card(ben, "A5").locator(".chip")).to_contain_text("Waiting for Vera")
    expect(card(ben, "A5").locator(".voice-mine")).to_contain_text(WISH, timeout=SLOW)
    expect(ben.locator("#agreement-rail")).to_contain_text("2 points wait for Vera")
    looked_at(ben, axe)

    vera = browse(portal, at=NIGHT, width=1280, timezone_id="Europe/Berlin")
    enter(vera, "vera", "/agreements")
    expect(vera.locator("main")).to_contain_text("2 points need your answer")
    vera.get_by_role("link", name="Ben").click()
    place = card(vera, "A5")
    expect(place.locator(".voices:not([data-conflict])")).to_contain_text(WISH, timeout=SLOW)
    expect(place.locator("input[name=reply]:checked")).to_have_count(0)
    looked_at(vera, axe)
    place.locator("input[name=reply][value=change]").check()
    place.locator("[data-reply-words]").fill(REPLY)
    place.get_by_role("button", name="Send this answer").click()
    expect(place.locator(".fault")).to_contain_text("clause 5 reads the same as before")
    expect(place.locator("[data-reply-words]")).to_have_value(REPLY)
    place.locator("[data-addition-words]").fill(ADDED)
    place.get_by_role("button", name="Send this answer").click()
    expect(place.locator(".chip")).to_contain_text("Waiting for your client", timeout=SLOW)
    other = card(vera, "A10")
    other.locator("input[name=reply][value=keep]").check()
    other.locator("[data-reply-words]").fill("Only with Otto, and only that an answer is late.")
    other.get_by_role("button", name="Send this answer").click()
    expect(other.locator(".chip")).to_contain_text("Answered", timeout=SLOW)

    expect(card(ben, "A5").locator(".chip")).to_contain_text("Your turn", timeout=SLOW)
    expect(card(ben, "A5").locator("ins")).to_contain_text(ADDED)
    expect(card(ben, "A5").locator(".voices:not([data-conflict])")).to_contain_text(REPLY, timeout=SLOW)
    settle(ben, "A5", "agree")
    ben.locator("a[href='/agreement/sign']").click()
    signs(ben)
    waits = "Es beginnt, wenn auch Vera unterschrieben hat."
    expect(ben.locator("#agreement-rail")).to_contain_text(waits, timeout=SLOW)
    looked_at(ben, axe)

    vera.locator("nav a[href='/agreements']").click()
    expect(vera.locator("main")).to_contain_text("It needs your signature.")
    vera.get_by_role("link", name="Ben").click()
    vera.get_by_role("link", name="Go to signing").click()
    expect(vera.locator("#plain-text")).to_contain_text(REPLY, timeout=SLOW)
    looked_at(vera, axe)
    signs(vera)
    expect(vera.locator("main")).to_contain_text("Version 1 has been in force since", timeout=SLOW)

    ben.locator("nav a[href='/agreement']").click()
    expect(ben.locator("main")).to_contain_text("Sie haben beide unterschrieben.", timeout=SLOW)
    looked_at(ben, axe)
    ben.locator("a[href='/agreement/withdraw']").first.click()
    expect(ben.locator("h1")).to_have_text("Kontakt hier beenden")
    looked_at(ben, axe)
    ben.get_by_role("button", name="Jetzt beenden").click()
    expect(ben.locator("main")).to_contain_text("Sie haben Version 1 am")


def signs(page: Page) -> None:
    """Tick, sign, and wait for the page behind it. Nothing is signed without the tick."""
    form = page.locator("form[data-module=sign]")
    button = form.locator("button[type=submit]")
    button.click()
    expect(form.locator(".fault")).to_be_visible(timeout=SLOW)
    form.locator("[data-tick]").check()
    with page.expect_response("**/agreement-signatures") as signed:
        button.click()
    assert signed.value.ok, signed.value.text()


def test_a_text_that_is_not_the_one_on_the_page_is_not_signed(portal, browse):
    """A server that shows one text and hands over another gets no signature."""
    ben = browse(portal, at=NIGHT, timezone_id="Europe/Berlin")
    enter(ben, "ben", "/agreement?lang=en")
    settle(ben, "A10", "agree")
    sent: list[str] = []
    ben.on(
        "request", lambda request: sent.append(request.url) if "agreement-signatures" in request.url else None
    )

    def other_text(route):
        content = json.loads(route.fetch().body())
        content["texts"][0]["sentence"] = "You agree to everything."
        route.fulfill(status=200, content_type="application/json", body=json.dumps(content))

    ben.route("**/agreement-files/*.json", other_text)
    ben.goto("/agreement/sign?lang=en")
    form = ben.locator("form[data-module=sign]")
    form.locator("[data-tick]").check()
    form.locator("button[type=submit]").click()
    unlock(ben, "ben")
    expect(form.locator(".fault")).to_contain_text(
        "Not signed. The text on this page is not the text", timeout=SLOW
    )
    assert sent == []


def test_a_draft_of_words_survives_a_reload(portal, browse):
    ben = browse(portal, at=NIGHT, timezone_id="Europe/Berlin")
    enter(ben, "ben", "/agreement?lang=en")
    fold = ben.locator("#change-A1")
    fold.locator("> summary").click()
    fold.locator("input[value=question]").check()
    fold.locator("form textarea").fill(WISH)
    ben.clock.run_for(3000)
    expect(fold.locator("[data-status]")).to_contain_text("Draft kept on this device", timeout=SLOW)
    ben.reload()
    unlock(ben, "ben")
    expect(ben.locator("#main")).to_be_visible(timeout=SLOW)
    fold.locator("> summary").click()
    expect(fold.locator("form textarea")).to_have_value(WISH, timeout=SLOW)


def test_the_rules_page_checks_while_one_writes_and_asks_before_publishing(portal, browse, axe):
    vera = browse(portal, at=NIGHT, width=1280, timezone_id="Europe/Berlin")
    enter(vera, "vera", "/hours?lang=en")
    source = vera.locator("#source")
    good = source.input_value()
    source.fill(
        good.replace('"Europe/Berlin"', '"Europe/Atlantis"').replace(
            "frame = 1", "frame = 1\nsurprise = 2", 1
        )
    )
    vera.clock.run_for(1000)
    expect(vera.locator("#policy-found")).to_contain_text("2 things to correct", timeout=SLOW)
    looked_at(vera, axe)
    vera.get_by_role("button", name="Review and publish").click()
    expect(vera.locator("dialog")).to_be_hidden()
    source.fill(good.replace("words = 300", "words = 150"))
    vera.get_by_role("button", name="Review and publish").click()
    expect(vera.locator("dialog")).to_be_visible(timeout=SLOW)
    expect(vera.locator("dialog")).to_contain_text("150")
    looked_at(vera, axe)
    vera.locator("dialog").get_by_role("button", name="Publish version 2").click()
    expect(vera.locator("main .lead").first).to_contain_text("Version 2 is published.", timeout=SLOW)
