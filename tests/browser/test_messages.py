"""Writing when things go wrong: no network, a lost answer, an ended log-in, a lock, two tabs, a wrong clock, a lying server."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from browser.actors import SLOW, entry, expect_state, letter, sign_in, unlock, write
from browser.conftest import Portal, environment

pytestmark = pytest.mark.browser
SUNDAY = "2026-11-22T21:41:00+00:00"
HALF_AN_HOUR_FAST = "2026-11-22T22:11:00+00:00"
SISTER = "Can we find one sentence"
SEND = "**/conversations/*/messages"


@pytest.fixture
def notebook(portal, browse) -> Page:
    """Alma's device, signed in, her letters open."""
    page = browse(portal, at=SUNDAY, timezone_id="Europe/Berlin")
    return opened(page)


def opened(page: Page) -> Page:
    sign_in(page, "alma", SUNDAY, "/messages")
    expect(letter(page, SISTER)).to_be_visible(timeout=SLOW)
    return page


def desk(portal: Portal, browse: Callable[..., Page]) -> Page:
    """Vera's device, signed in, on Alma's conversation."""
    page = browse(portal, at=SUNDAY, width=1280, timezone_id="Europe/Berlin")
    sign_in(page, "vera", SUNDAY, "/inbox")
    page.locator("main a[href^='/thread/']").filter(has_text="Alma").first.click()
    page.wait_for_url("**/thread/*")
    return page


def opened_on_purpose(page: Page) -> Page:
    """She opens the drawer and what lies in it."""
    page.locator("#waiting summary").click(timeout=SLOW)
    page.get_by_role("button", name="Open it now").click()
    expect_state(page, SISTER, "Opened outside your hours.")
    return page


def draft_line(page: Page):
    return page.locator("[data-draft]")


def run_in(portal: Portal, code: str) -> None:
    """Run Django code in the portal's own database."""
    command = [sys.executable, "-c", f"import django; django.setup(); {code}"]
    subprocess.run(
        command, env={**os.environ, **environment(portal.home, portal.url)}, check=True, timeout=60
    )


def test_without_network_it_is_kept_and_goes_out_once(notebook):
    ids: list[str] = []
    notebook.on(
        "request",
        lambda one: (
            ids.append(one.post_data_json["id"])
            if one.url.endswith("/messages") and one.method == "POST"
            else None
        ),
    )
    notebook.context.set_offline(True)
    write(notebook, "question", "Written in a tunnel")
    expect_state(notebook, "Written in a tunnel", "Kept on this device. It will be sent when you are online.")
    expect(notebook.locator("textarea")).to_have_value("")
    notebook.context.set_offline(False)
    expect_state(notebook, "Written in a tunnel", "Waiting quietly until Mon 9:00")
    expect(letter(notebook, "Written in a tunnel")).to_have_count(1)
    assert len(set(ids)) == 1


def test_an_answer_lost_on_the_way_makes_no_second_message(notebook):
    sent: list[str] = []

    def lose_the_first(route: Route) -> None:
        sent.append(route.request.post_data_json["id"])
        if len(sent) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    notebook.route(SEND, lose_the_first)
    write(notebook, "question", "Did this arrive?")
    expect_state(notebook, "Did this arrive?", "Waiting quietly until Mon 9:00")
    expect(letter(notebook, "Did this arrive?")).to_have_count(1, timeout=SLOW)
    expect(notebook.locator("#pending")).to_be_hidden()
    assert len(set(sent)) == 1


@pytest.mark.parametrize("code", ["agreement-changed", "roster-changed"])
def test_what_changed_meanwhile_is_taken_in_under_the_same_id(portal, notebook, code):
    sent: list[dict[str, object]] = []

    def refuse_the_first(route: Route) -> None:
        posted = route.request.post_data_json
        sent.append(posted)
        if len(sent) > 1:
            return route.continue_()
        values = {"agreement": posted["agreement"], "roster_seq": posted["roster_seq"]}
        problem = {"status": 409, "code": code, "detail": "Something changed.", "values": values}
        return route.fulfill(status=409, content_type="application/problem+json", body=json.dumps(problem))

    notebook.route(SEND, refuse_the_first)
    write(notebook, "question", "Nothing is lost")
    expect_state(notebook, "Nothing is lost", "Waiting quietly until Mon 9:00")
    assert sent[0]["id"] == sent[1]["id"]
    assert (sent[0]["body"] == sent[1]["body"]) is (code == "agreement-changed")


def test_what_cannot_be_sent_comes_back_to_its_writer(portal, notebook):
    run_in(
        portal, "from intersession.people.models import Relationship as R; R.objects.update(state='ended')"
    )
    write(notebook, "question", "One more thing")
    expect(notebook.locator("[data-fault]")).to_contain_text("Nothing is lost.", timeout=SLOW)
    expect(notebook.locator("textarea")).to_have_value("One more thing")
    expect(draft_line(notebook)).to_contain_text("Draft saved")
    expect(notebook.locator("#pending")).to_be_hidden()


def test_opened_by_the_servers_word_alone_is_marked(portal, notebook):
    run_in(
        portal,
        "from intersession.messaging.models import Message as M, Statement as S;"
        "S.objects.filter(kind='ack').delete(); from django.db.models import F;"
        "from intersession.messaging.models import Conversation as C; C.objects.update(moves=F('moves') + 1)",
    )
    notebook.reload()
    unlock(notebook, "alma")
    expect(letter(notebook, "Slept six hours").locator("[data-unsaid]")).to_be_visible(timeout=SLOW)


def test_focus_and_announcement_move_to_the_state_of_what_was_sent(notebook):
    write(notebook, "no-answer", "Only so that you know")
    expect_state(notebook, "Only so that you know", "Waiting quietly until Mon 9:00")
    expect(notebook.locator("#said")).to_contain_text("Waiting quietly until Mon 9:00")
    assert notebook.evaluate("document.activeElement.id").startswith("state-")


def test_an_ended_log_in_keeps_the_text_and_sends_it_after_the_next(portal, notebook):
    run_in(
        portal,
        "from intersession.people.models import Login as L; L.objects.update(ended_at='2026-11-22T21:00:00Z')",
    )
    write(notebook, "question", "Written while signed out")
    expect_state(notebook, "Written while signed out", "You are signed out.")
    notebook.locator("[data-signed-out] a").click()
    notebook.locator("#handle").fill(entry("alma")["handle"])
    notebook.locator("#passphrase").fill(entry("alma")["passphrase"])
    notebook.locator("main button[type=submit]").first.click()
    expect_state(notebook, "Written while signed out", "Waiting quietly until Mon 9:00")


def test_a_draft_survives_reload_lock_and_removal(notebook):
    notebook.locator("input[value=for-session]").check()
    notebook.locator("textarea").fill("Half a thought")
    expect(draft_line(notebook)).to_contain_text("Draft saved on this device, locked. 22:4", timeout=SLOW)
    notebook.reload()
    unlock(notebook, "alma")
    expect(notebook.locator("textarea")).to_have_value("Half a thought", timeout=SLOW)
    expect(notebook.locator("input[value=for-session]")).to_be_checked()
    notebook.clock.fast_forward("05:30")
    expect(notebook.locator("#unlock-passphrase")).to_be_visible(timeout=SLOW)
    assert SISTER not in notebook.content()
    assert "Half a thought" not in notebook.evaluate("document.querySelector('textarea').value")
    unlock(notebook, "alma")
    expect(notebook.locator("textarea")).to_have_value("Half a thought", timeout=SLOW)
    notebook.get_by_role("button", name="Remove draft").click()
    expect(notebook.locator("textarea")).to_have_value("")
    notebook.get_by_role("button", name="Undo").click()
    expect(notebook.locator("textarea")).to_have_value("Half a thought")


def test_two_tabs_keep_two_drafts(notebook):
    notebook.locator("textarea").fill("In the first tab")
    expect(draft_line(notebook)).to_contain_text("Draft saved", timeout=SLOW)
    second = notebook.context.new_page()
    second.goto("/messages")
    unlock(second, "alma")
    expect(draft_line(second)).to_contain_text("in another tab too", timeout=SLOW)
    expect(second.locator("textarea")).to_have_value("")
    write(second, "no-answer", "From the second tab")
    expect_state(second, "From the second tab", "Waiting quietly until Mon 9:00")
    expect_state(notebook, "From the second tab", "Waiting quietly until Mon 9:00")
    expect(notebook.locator("textarea")).to_have_value("In the first tab")
    write(notebook, "no-answer", "From the first tab")
    expect_state(second, "From the first tab", "Waiting quietly until Mon 9:00")
    expect(second.locator("#missing .notice")).to_have_count(0)


def test_a_wrong_clock_is_told_and_harms_nothing(portal, browse):
    page = opened(browse(portal, at=HALF_AN_HOUR_FAST, timezone_id="Europe/Berlin"))
    expect(page.locator("[data-clock]")).to_contain_text("The clock of this device is 30 minutes fast.")
    write(page, "question", "By a clock that is fast")
    expect_state(page, "By a clock that is fast", "Waiting quietly until Mon 9:00")
    expect(letter(page, "By a clock that is fast").locator(".letter-text")).to_have_attribute(
        "data-open", "yes"
    )


def test_a_text_that_was_tampered_with_is_hidden(portal, browse):
    page = browse(portal, at=SUNDAY, timezone_id="Europe/Berlin")

    def tamper(route: Route) -> None:
        answer = route.fetch()
        data = answer.json()
        for message in data["messages"]:
            body = bytearray(base64.b64decode(message["body"]))
            body[-1] ^= 1
            message["body"] = base64.b64encode(bytes(body)).decode()
        route.fulfill(response=answer, body=json.dumps(data))

    page.route("**/sync/*", tamper)
    sign_in(page, "alma", SUNDAY, "/messages")
    hidden = page.locator(".letter-text[data-open=no] .fault")
    expect(hidden.first).to_be_visible(timeout=SLOW)
    assert hidden.count() == page.locator(".letter-text").count()
    assert SISTER not in page.content()


def test_a_message_held_back_by_the_server_is_missed(portal, browse):
    page = browse(portal, at=SUNDAY, timezone_id="Europe/Berlin")

    def hold_back(route: Route) -> None:
        answer = route.fetch()
        data = answer.json()
        own = [message for message in data["messages"] if message["mine"]]
        data["messages"] = [message for message in data["messages"] if message is not own[1]]
        route.fulfill(response=answer, body=json.dumps(data))

    page.route("**/sync/*", hold_back)
    sign_in(page, "alma", SUNDAY, "/messages")
    expect(page.locator("#missing")).to_contain_text(
        "One message that belongs here is missing.", timeout=SLOW
    )


def test_markup_in_a_letter_stays_text(notebook):
    write(
        notebook, "no-answer", "Look: <img src=x onerror=alert(1)> and **this** [link](https://example.org)"
    )
    text = letter(notebook, "Look:").locator(".letter-text[data-open=yes]")
    expect(text).to_have_text(
        "Look: <img src=x onerror=alert(1)> and this [link](https://example.org)", timeout=SLOW
    )
    expect(text.locator("strong")).to_have_text("this")
    expect(text.locator("img, a")).to_have_count(0)


def test_opened_on_purpose_wins_over_a_late_take_back(portal, notebook, browse):
    # Alma's page hears nothing of it: her button is still there.
    notebook.route("**/live", lambda route: route.abort())
    notebook.reload()
    unlock(notebook, "alma")
    expect(letter(notebook, SISTER)).to_be_visible(timeout=SLOW)
    opened_on_purpose(desk(portal, browse))
    letter(notebook, SISTER).get_by_role("button", name="Take back").click()
    expect_state(notebook, SISTER, "Opened Sun 22:4")
    expect(letter(notebook, SISTER).get_by_role("button", name="Take back")).to_have_count(0)
    expect(notebook.locator("[data-thread-fault]")).to_contain_text("22:4")


def test_more_time_reaches_the_client_while_she_looks(portal, notebook, browse):
    vera = opened_on_purpose(desk(portal, browse))
    vera.get_by_text("I need more time").click()
    vera.locator("input[name=until]").first.check()
    vera.get_by_role("button", name="Tell the new day").click()
    expect_state(vera, SISTER, "You named Fri 27 Nov, 17:00.")
    expect_state(notebook, SISTER, "Vera needs more time. New day: Fri 27 Nov, 17:00.")


def test_her_draft_waits_for_her_hours_unless_she_says_now(portal, browse):
    vera = desk(portal, browse)
    vera.locator("textarea").fill("Dear Alma, until Thursday.", timeout=SLOW)
    vera.locator("form.composer button[type=submit]").click()
    expect(vera.locator("[data-fault]")).to_contain_text("Kept as a draft on this device.")
    expect(letter(vera, "until Thursday")).to_have_count(0)
    vera.get_by_label("It goes out at once", exact=False).check()
    vera.locator("form.composer button[type=submit]").click()
    expect(letter(vera, "until Thursday")).to_be_visible(timeout=SLOW)
