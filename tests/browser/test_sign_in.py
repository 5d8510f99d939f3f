"""From the set-up link to a locked and unlocked desk, in a real browser with real keys."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import timedelta

import pyotp
import pytest
from playwright.sync_api import Page, expect

from world import SUNDAY, entry

pytestmark = pytest.mark.browser
PHRASE = "seven lanterns under cold harbour"


def setup_link(portal) -> str:
    env = {**os.environ, "INTERSESSION_HOME": str(portal.home), "INTERSESSION_ORIGIN": portal.url}
    command = [sys.executable, "-m", "intersession", "init", "--practice", "Praxis am Park"]
    printed = subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=60).stdout
    found = re.search(r"http\S+/setup/\S+", printed)
    assert found
    return found[0]


def submit(page: Page, step: str) -> None:
    page.click(f"[data-step={step}] button[type=submit]")


def set_up(page: Page, link: str, axe) -> str:
    """Go through the four steps and return the secret of the code app."""
    page.goto(link)
    page.fill("#name", "Vera Lindqvist")
    page.fill("#handle", "vera")
    submit(page, "you")
    page.fill("#new-passphrase", "password1234")
    submit(page, "key")
    expect(page.locator("[data-step=key] .fault")).to_contain_text("12")
    page.fill("#new-passphrase", PHRASE)
    submit(page, "key")
    expect(page.locator("[data-part=kit-groups] li")).to_have_count(11, timeout=30_000)
    axe(page)
    page.fill("#last", page.locator("[data-part=kit-groups] li").last.inner_text().lower())
    submit(page, "kit")
    secret = page.locator("[data-part=totp-text]")
    expect(secret).not_to_be_empty()
    found = secret.inner_text().replace(" ", "")
    page.fill("#totp-code", pyotp.TOTP(found).at(SUNDAY))
    submit(page, "code")
    expect(page).to_have_url(re.compile("/inbox$"), timeout=15_000)
    return found


def sign_in(page: Page, code: str, passphrase: str = PHRASE, *, own: bool = True) -> None:
    page.fill("#handle", "vera")
    page.fill("#passphrase", passphrase)
    page.fill("#code", code)
    page.set_checked("[name=own]", own)
    page.click("form.card button[type=submit]")


def test_set_up_sign_in_lock_unlock_reload(start_portal, browse, axe):
    portal = start_portal(empty=True)
    page = browse(portal, at=SUNDAY.isoformat(), width=1280, timezone_id="Europe/Berlin")
    link = setup_link(portal)
    secret = set_up(page, link, axe)

    page.click("nav >> text=Settings")
    expect(page.locator("h1")).to_have_text("Settings")
    axe(page)
    page.click("text=Sign out on this device")
    expect(page).to_have_url(re.compile("/sign-in$"))

    later = SUNDAY + timedelta(minutes=3)
    portal.set_clock(later.isoformat())
    code = pyotp.TOTP(secret).at(later)
    sign_in(page, code, "not these words at all")
    expect(page.locator("#sign-in-fault")).to_contain_text("did not open")
    axe(page)
    sign_in(page, code)
    expect(page).to_have_url(re.compile("/inbox$"), timeout=15_000)

    page.clock.fast_forward("09:10")
    warning = page.locator(".lock-warning")
    expect(warning).to_contain_text("Locks at 22:")
    warning.locator("button").click()
    expect(warning).to_be_hidden()
    page.clock.fast_forward("09:10")
    expect(warning).to_be_visible()
    page.clock.fast_forward("01:00")
    panel = page.locator("[data-part=unlock]")
    expect(panel).to_contain_text("Locked after 10 quiet minutes")
    expect(page.locator("#main")).to_be_hidden()
    expect(page.locator(".help-link")).to_be_visible()
    axe(page)

    page.fill("#unlock-passphrase", "not these words at all")
    panel.locator("button").click()
    expect(page.locator("#unlock-fault")).to_contain_text("did not open", timeout=15_000)
    page.fill("#unlock-passphrase", PHRASE)
    panel.locator("button").click()
    expect(page.locator("#main")).to_be_visible(timeout=15_000)
    expect(panel).to_have_count(0)

    # "Only I use this device" was ticked: a reload opens by the device slot.
    page.reload()
    expect(page.locator("#main")).to_be_visible()
    page.click("nav >> text=Clients")
    expect(page.locator("h1")).to_be_visible()
    expect(panel).to_have_count(0)

    page.goto(link)
    expect(page.locator("h1")).to_have_text("This link no longer works")


def test_a_shared_device_asks_again_after_a_reload_and_the_printed_code_opens(portal, browse, axe):
    page = browse(portal, at=SUNDAY.isoformat())
    page.goto("/sign-in?next=/settings")
    page.fill("#handle", "alma")
    page.fill("#passphrase", entry("alma")["passphrase"])
    page.click("form.card button[type=submit]")
    expect(page.locator("h1")).to_have_text("Settings", timeout=15_000)
    page.goto("/messages")
    expect(page.locator("[data-part=unlock]")).to_be_visible()

    page.click("[data-part=unlock] >> text=recovery kit")
    axe(page)
    code = entry("alma")["recovery"]
    page.fill("#handle", "alma")
    page.fill("#code", code.replace("-", " ").lower()[:-1] + "!")
    submit(page, "code")
    expect(page.locator("#recover-fault")).to_contain_text("group 11")
    page.fill("#code", code.replace("-", " ").lower())
    submit(page, "code")
    expect(page.locator("[data-step=passphrase].step-now")).to_be_visible(timeout=15_000)
    page.fill("#new-passphrase", PHRASE)
    submit(page, "passphrase")
    expect(page).to_have_url(re.compile("/messages$"), timeout=20_000)
    expect(page.locator("[data-part=unlock]")).to_have_count(0)


def test_each_way_in_can_be_renewed_in_settings(portal, browse, axe):
    vera = entry("vera")
    page = browse(portal, at=SUNDAY.isoformat(), width=1280)
    page.goto("/sign-in?next=/settings")
    page.fill("#handle", "vera")
    page.fill("#passphrase", vera["passphrase"])
    page.fill("#code", pyotp.TOTP(vera["totp"]).at(SUNDAY))
    page.click("form.card button[type=submit]")
    expect(page.locator("h1")).to_have_text("Settings", timeout=15_000)
    for fold in page.locator("#keys summary").all():
        fold.click()
    axe(page)

    words = page.locator("[data-module=settings-passphrase]")
    words.locator("[data-part=current]").fill(vera["passphrase"])
    words.locator("[data-part=passphrase]").fill(PHRASE)
    words.locator("button[type=submit]").click()
    expect(words.locator("[data-part=said]")).to_contain_text("new passphrase holds", timeout=15_000)

    kit = page.locator("[data-module=settings-kit]")
    kit.locator("[data-part=current]").fill(vera["passphrase"])
    kit.locator("[data-part=ask] button[type=submit]").click()
    expect(kit.locator("[data-part=ask] .fault")).to_contain_text("did not open", timeout=15_000)
    kit.locator("[data-part=current]").fill(PHRASE)
    kit.locator("[data-part=ask] button[type=submit]").click()
    groups = kit.locator("[data-part=kit-groups] li")
    expect(groups).to_have_count(11, timeout=15_000)
    kit.locator("[data-part=last]").fill(groups.last.inner_text())
    kit.locator("[data-part=keep] button[type=submit]").click()
    expect(kit.locator("[data-part=said]")).to_contain_text("new sheet holds", timeout=15_000)
    expect(groups).to_have_count(0)

    app = page.locator("[data-module=settings-code]")
    app.locator("[data-part=current]").fill(PHRASE)
    app.locator("[data-part=ask] button[type=submit]").click()
    secret = app.locator("[data-part=totp-text]")
    expect(secret).not_to_be_empty(timeout=15_000)
    axe(page)
    app.locator("[data-part=totp-code]").fill(pyotp.TOTP(secret.inner_text().replace(" ", "")).at(SUNDAY))
    app.locator("[data-part=keep] button[type=submit]").click()
    expect(app.locator("[data-part=said]")).to_contain_text("new app gives the codes", timeout=15_000)
