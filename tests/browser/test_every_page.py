"""Every page, looked at with axe in light and dark, narrow and wide: no violations, nothing wider than the screen.

The list is held against the urls, so that a new page can't be forgotten. A page's first Tab stop is "Leave", help is on it.
"""

from __future__ import annotations

import re

import pytest
from django.urls import URLPattern, get_resolver
from playwright.sync_api import Page, expect

from browser.actors import SLOW, sign_in
from browser.conftest import SUNDAY

pytestmark = pytest.mark.browser
ANYONE = {
    "sign-in": "/sign-in",
    "recover": "/recover",
    "help": "/help",
    "help-place": "/help/de",
    "leaving": "/about/leaving",
    "offline": "/offline",
    "demo": "/demo",
    "demo-mail": "/demo/mail",
    "setup": "/setup/used-or-wrong",
    "invited": "/i/01KE6JQ300000000000000000A",
}
CLIENT = {
    "messages": "/messages",
    "for-session": "/for-session",
    "settings": "/settings",
    "agreement": "/agreement",
    "agreement-withdraw": "/agreement/withdraw",
    "agreement-print": "/agreement/print",
    "place": "/place",
    "law": "/law",
    "record": "/record",
}
THERAPIST = {
    "inbox": "/inbox",
    "clients": "/clients",
    "client": "/clients/{relationship}",
    "thread": "/thread/{relationship}",
    "agreements": "/agreements",
    "agreement-of": "/agreements/{relationship}",
    "agreement-print-therapist": "/agreements/{relationship}/print",
    "hours": "/hours",
    "law-place": "/law/de",
    "register": "/register",
    "register-record": "/register/clients/{relationship}",
}
# Looked at in stories of their own: a text must be ready to sign, a clock must run.
ELSEWHERE = {"agreement-sign", "agreement-sign-therapist", "register-one"}
# No pages: JSON doors, files, forms that answer with a redirect.
NO_PAGES = re.compile(
    r"start|health|leave|service-worker|place-.*|invitation-.*|client-.*|session-.*|message-.*|statement-.*|sync|readers.*|keys|vault"
    r"|sign-in-.*|sign-out|setup-.*|recover-.*|settings-.*|hours-.*|agreement-(offer|reply|answer|narrow|signature|document|key-file|"
    r"signature-file)"
)
LOOKS = [(360, "light"), (1280, "dark")]


def test_no_page_is_forgotten():
    names = {pattern.name for pattern in get_resolver().url_patterns if isinstance(pattern, URLPattern)}
    known = {*ANYONE, *CLIENT, *THERAPIST, *ELSEWHERE}
    assert {name for name in names - known if not NO_PAGES.fullmatch(name)} == set()
    assert known - names == set()


def go(page: Page, address: str) -> None:
    """Move on inside the page, so that unlocked keys stay."""
    page.evaluate(
        "a => { const l = document.createElement('a'); l.href = a; document.querySelector('main').append(l); l.click(); }",
        address,
    )
    page.wait_for_url(lambda url: url.split("?")[0].endswith(address), timeout=SLOW)
    # Not "networkidle": the live stream of a signed-in page stays open.
    page.wait_for_timeout(700)


def check(page: Page, name: str, axe, look: tuple[int, str]) -> None:
    width, scheme = look
    page.set_viewport_size({"width": width, "height": 844})
    # Colours move for 140 ms unless the reader asked for less motion.
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_timeout(250)
    expect(page.locator("h1").first).to_be_visible(timeout=SLOW)
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => (fold.open = true))")
    axe(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"{name} is {wide} px wide on a screen of {width}"
    expect(page.locator("header a.leave")).to_be_visible()
    expect(page.locator("header a.help-link")).to_be_visible()
    first = page.evaluate(
        "[...document.querySelectorAll('a[href],button,input,select,textarea,summary')][0].className"
    )
    assert "leave" in first


def look_at(page: Page, pages: dict[str, str], axe, values: dict[str, str]) -> None:
    faults = []
    for name, address in pages.items():
        go(page, address.format(**values))
        for look in LOOKS:
            try:
                check(page, name, axe, look)
            except AssertionError as fault:
                faults.append(f"{name} {look}: {str(fault)[:600]}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("lang", ["en", "de"])
def test_pages_for_anyone(portal, browse, axe, lang):
    page = browse(portal, locale=lang, at=SUNDAY)
    faults = []
    for name, address in ANYONE.items():
        page.goto(address)
        for look in LOOKS:
            try:
                check(page, name, axe, look)
            except AssertionError as fault:
                faults.append(f"{name} {look}: {str(fault)[:600]}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("client", ["alma", "ben"])
def test_pages_of_a_client(portal, browse, axe, client):
    page = browse(portal, at=SUNDAY)
    sign_in(page, client, SUNDAY)
    pages = dict(CLIENT) if client == "alma" else {k: v for k, v in CLIENT.items() if k != "agreement-print"}
    look_at(page, pages, axe, {})


def test_pages_of_a_therapist(portal, browse, axe):
    page = browse(portal, at=SUNDAY)
    sign_in(page, "vera", SUNDAY)
    go(page, "/clients")
    link = page.locator("main a[href^='/clients/01']").last.get_attribute("href")
    assert link
    look_at(page, THERAPIST, axe, {"relationship": link.split("/")[-1]})


def test_the_page_of_a_deputy(portal, browse, axe):
    page = browse(portal, at=SUNDAY)
    sign_in(page, "otto", SUNDAY)
    page.wait_for_url("**/settings", timeout=SLOW)
    expect(page.locator("nav")).to_have_count(0)
    look_at(page, {"settings": "/settings"}, axe, {})
