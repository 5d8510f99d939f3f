"""From an empty practice to two people with the same safety number, in two browsers at once, on real keys."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pyotp
import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Portal, environment, launch

pytestmark = pytest.mark.browser
PASSPHRASE = "quiet harbour lamp seven birds"
SLOW = 60_000


@dataclass
class Desk:
    """A therapist's browser, signed in and unlocked, and the portal it talks to."""

    portal: Portal
    page: Page


@pytest.fixture
def office(tmp_path):
    """Start a practice that nobody has set up yet; return the portal and the set-up link."""
    portal = launch(tmp_path / "home", tmp_path / "clock", datetime.now(UTC).isoformat())
    command = [
        sys.executable,
        "-m",
        "intersession",
        "init",
        "--practice",
        "Lindqvist",
        "--origin",
        portal.url,
    ]
    env = environment(portal.home, portal.url)
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=60)
    yield portal, re.search(r"/setup/\S+", done.stdout)[0]
    portal.process.terminate()
    portal.process.wait(timeout=10)


def keep_sheet(page: Page) -> None:
    """Type the last group of the sheet, as somebody who has kept it."""
    groups = page.locator("[data-part=kit-groups] li")
    expect(groups).to_have_count(11, timeout=SLOW)
    page.get_by_label("Type the last group").fill(groups.last.inner_text().lower())
    page.locator("[data-step=kit] button[type=submit]").click()


@pytest.fixture
def desk(office, browse) -> Desk:
    """Set the therapist up in a browser of her own."""
    portal, link = office
    page = browse(portal, width=1280)
    # The first step is a form from the server: its script must be there before it is sent.
    page.goto(link, wait_until="networkidle")
    page.get_by_label("Your name").fill("Vera Lindqvist")
    page.get_by_label("Log-in name").fill("vera")
    page.locator("[data-step=you] button[type=submit]").click()
    page.locator("#new-passphrase").fill(PASSPHRASE)
    page.locator("[data-step=key] button[type=submit]").click()
    keep_sheet(page)
    secret = page.locator("[data-part=totp-text]")
    expect(secret).to_have_text(re.compile(r"[A-Z2-7 ]{26,}"), timeout=SLOW)
    page.locator("#totp-code").fill(pyotp.TOTP(secret.inner_text().replace(" ", "")).now())
    page.locator("[data-step=code] button[type=submit]").click()
    page.wait_for_url(re.compile(r"/(inbox|hours|clients|settings)"), timeout=SLOW)
    return Desk(portal, page)


def to_clients(page: Page) -> None:
    """Move on inside the page, so that the keys stay open."""
    page.evaluate("document.body.id = 'before'")
    page.get_by_role("navigation").get_by_role("link", name="Clients").click()
    expect(page.locator("#before")).to_have_count(0)
    expect(page.get_by_role("heading", name="Clients", level=1)).to_be_visible()


def invite(page: Page, name: str, how: str) -> str:
    """Make an invitation; return its link."""
    to_clients(page)
    page.get_by_label("Your own name for this client").fill(name)
    page.get_by_label(how).check()
    page.get_by_role("button", name="Make the invitation").click()
    expect(page.get_by_role("img", name="QR code of the invitation")).to_be_visible(timeout=SLOW)
    return page.locator("#invite-link").input_value()


def join(page: Page, link: str, handle: str, picture: Callable[[Page, str], None] = lambda *_: None) -> None:
    """Follow the four steps up to the safety number."""
    page.goto(link)
    page.get_by_label("Yes, only I can unlock it").check()
    page.get_by_role("button", name="Go on").first.click()
    page.get_by_label("Log-in name").fill(handle)
    page.locator("#new-passphrase").fill(PASSPHRASE)
    page.get_by_label(re.compile("call you")).fill("Alma")
    picture(page, "invited-key")
    page.get_by_role("button", name="Make my key").click()
    expect(page.locator("[data-part=kit-groups] li")).to_have_count(11, timeout=SLOW)
    picture(page, "invited-kit")
    keep_sheet(page)
    expect(page.get_by_role("heading", name="Compare numbers in your session")).to_be_focused(timeout=SLOW)


def number(page: Page) -> list[str]:
    """Return the six groups of the safety number on the page."""
    groups = page.get_by_role("list", name="Safety number").locator("li")
    expect(groups).to_have_count(6, timeout=SLOW)
    return groups.all_inner_texts()


def test_a_client_joins_and_both_see_the_same_number(
    desk: Desk, browse, axe: Callable[[Page], None], picture
):
    vera = desk.page
    to_clients(vera)
    picture(vera, "clients-empty")
    link = invite(vera, "Alma K.", "On my screen, in the session")
    picture(vera, "clients-invited")
    assert re.fullmatch(rf"{desk.portal.url}/i/[0-9A-Z]{{26}}#[\w-]{{64}}", link)

    alma = browse(desk.portal)
    alma.goto(link)
    expect(alma.get_by_role("heading", name="First: is this a safe device for you?")).to_be_visible()
    assert "#" not in alma.url
    picture(alma, "invited-device")
    # The same link again in the same tab: no new load, and again nothing stays in the address bar.
    join(alma, link, "alma", picture)
    assert "#" not in alma.url
    picture(alma, "invited-compare")
    theirs = number(alma)

    to_clients(vera)
    expect(vera.get_by_text("Alma K. has joined.")).to_be_visible(timeout=SLOW)
    expect(vera.get_by_role("cell", name="Keys confirmed")).to_be_visible()
    picture(vera, "clients-confirmed")
    vera.get_by_role("link", name="Alma K.").click()
    expect(vera.get_by_role("heading", name="Alma K.", level=1)).to_be_visible(timeout=SLOW)
    assert number(vera) == theirs
    expect(vera.get_by_text("They were the same")).to_be_visible()
    picture(vera, "client-active")

    alma.get_by_role("button", name="They are the same").click()
    expect(alma.get_by_text("They were the same")).to_be_visible(timeout=SLOW)
    alma.get_by_role("link", name="Go to your messages").click()
    alma.get_by_role("navigation").get_by_role("link", name="Settings").click()
    expect(alma.get_by_role("heading", name="Settings", level=1)).to_be_visible()
    assert number(alma) == theirs

    vera.get_by_role("button", name="They differ").click()
    expect(vera.get_by_text("Sending has stopped on this device")).to_be_visible(timeout=SLOW)
    picture(vera, "client-differs")
    vera.get_by_role("button", name="They are the same").click()
    expect(vera.get_by_text("They were the same")).to_be_visible(timeout=SLOW)

    stored = b"".join(path.read_bytes() for path in desk.portal.home.glob("*.sqlite3*"))
    assert b"Alma K." not in stored
    assert link.split("#")[1].encode() not in stored


def test_a_used_cut_or_changed_link_is_told_apart(desk: Desk, browse, picture):
    link = invite(desk.page, "Ben", "I send the link")
    picture(desk.page, "clients-sent")
    page = browse(desk.portal)
    page.goto(link.split("#")[0])
    expect(page.get_by_text("The last part of the link is missing")).to_be_visible()
    picture(page, "invited-cut")
    wrong = link[:-64] + ("A" if link[-64] != "A" else "B") + link[-63:]
    page.goto(wrong)
    page.reload()
    page.goto("about:blank")
    page.goto(wrong)
    expect(page.get_by_text(re.compile("This link cannot be used here"))).to_be_visible()
    page.goto("about:blank")
    page.goto(link)
    page.get_by_label("I am not sure").check()
    expect(page.get_by_text("We stop here")).to_be_visible()
    expect(page.get_by_role("button", name="Go on").first).to_be_hidden()
    assert page.context.cookies() == [] or {c["name"] for c in page.context.cookies()} <= {"csrftoken"}
    desk.page.get_by_role("link", name="Open this client").click()
    desk.page.get_by_role("button", name="Take it back").click()
    expect(desk.page.get_by_text("was taken back")).to_be_visible()
    page.goto("about:blank")
    page.goto(link)
    expect(page.get_by_text("took it back")).to_be_visible()
    picture(page, "invited-closed")


@pytest.fixture
def picture(axe, tmp_path_factory, request):
    """Check the page with axe in light and dark, narrow and wide; with --pictures-like env, keep what it looks like."""
    import os

    folder = os.environ.get("PICTURES")

    def look(page: Page, name: str) -> None:
        before = page.viewport_size
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                # What lies under the bar while scrolled would count as too small to tap.
                page.evaluate("scrollTo(0, 0)")
                axe(page)
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, f"{name} is {wide} wide"
                if folder:
                    page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png", full_page=True)
        page.set_viewport_size(before)
        page.emulate_media(color_scheme="light")

    return look


def test_looking_at_the_link_from_outside_uses_nothing_up(desk: Desk):
    link = invite(desk.page, "Chiara", "I send the link")
    for _ in range(2):
        assert urllib.request.urlopen(link.split("#")[0], timeout=5).status == 200


def test_an_answer_made_without_the_secret_lets_nobody_in(desk: Desk, browse, picture):
    vera = desk.page
    link = invite(vera, "Dilan", "I send the link")
    join(browse(desk.portal), link, "somebody")
    with sqlite3.connect(desk.portal.home / "intersession.sqlite3") as database:
        database.execute("UPDATE intersession_invitation SET join_sealed = zeroblob(600)")
    database.close()
    to_clients(vera)
    expect(vera.get_by_text("Somebody has joined as Dilan")).to_be_visible(timeout=SLOW)
    picture(vera, "clients-incident")
    vera.get_by_role("button", name="Refuse this answer").click()
    expect(vera.get_by_text("Nobody was let in.")).to_be_visible()
    to_clients(vera)
    expect(vera.get_by_role("cell", name="Ended")).to_be_visible()
