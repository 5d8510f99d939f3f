"""The public help pages and the quick exit in a real browser: offline, without script, by keyboard, in the dark.

The server here is the pages alone, on a thread that may not touch the database: help has to work without one.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
NEUTRAL = "https://www.wikipedia.org/"
PAGES = ["/help", "/help/de", "/help/us", "/help/hk", "/help/zz", "/about/leaving", "/offline"]


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *words):
        """Say nothing."""


@dataclass
class Site:
    """The running pages. `delay` makes every answer late; `stop` takes the network away."""

    server: Server
    delay: float = 0.0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def site():
    application = get_wsgi_application()

    def late(environ, start_response):
        time.sleep(running.delay)
        return application(environ, start_response)

    running = Site(make_server("127.0.0.1", 0, late, Server, Quiet))
    threading.Thread(target=running.server.serve_forever, daemon=True).start()
    yield running
    running.stop()


@pytest.fixture
def neutral():
    """What the ordinary page was asked for: the referrers that came with it."""
    return []


@pytest.fixture
def visit(site, browse, neutral):
    """Open a page of the site; the ordinary page is answered here, so that no test leaves this machine."""

    def open_page(path: str, **options):
        page = browse(site, **options)

        def answer(route):
            neutral.append(route.request.headers.get("referer"))
            route.fulfill(body="<title>Ordinary</title><p>Ordinary page")

        page.context.route(f"{NEUTRAL}**", answer)
        page.goto(path)
        return page

    return open_page


def kept(page) -> list[str]:
    """The addresses that the worker has stored, without the origin."""
    script = """async () => {
      const all = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) all.push(request.url);
      return all.map((url) => url.slice(location.origin.length)).sort();
    }"""
    return page.evaluate(script)


def wait_until_kept(page, *paths: str) -> None:
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    deadline = time.monotonic() + 8
    while not set(paths) <= set(kept(page)):
        assert time.monotonic() < deadline, kept(page)
        page.wait_for_timeout(100)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier(visit, axe, scheme, width):
    page = visit(PAGES[0], color_scheme=scheme, width=width)
    for path in PAGES:
        for lang in ("en", "de"):
            page.goto(f"{path}?lang={lang}")
            page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, lang)


def test_targets_are_big_and_numbers_stay_on_one_line(visit):
    page = visit("/help/us", width=320)
    small = page.evaluate("""[...document.querySelectorAll('.call, .way, .btn, .select, summary, .leave, .help-link')]
      .map((e) => [e.className, e.getBoundingClientRect().height]).filter(([, h]) => h > 0 && h < 40)""")
    assert small == []
    lines = page.evaluate(
        "[...document.querySelectorAll('main bdi[dir]')].map((e) => e.getClientRects().length)"
    )
    assert set(lines) <= {0, 1}


def test_the_whole_way_works_without_script(visit):
    page = visit("/help", java_script_enabled=False)
    page.get_by_role("combobox").select_option("de")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now: Germany")
    expect(page.get_by_role("link", name="Call 0800 111 0 111")).to_have_attribute("href", "tel:08001110111")
    page.get_by_role("link", name="Deutsch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hilfe jetzt: Deutschland")
    page.get_by_text("Was macht das Anrufen schwer?").scroll_into_view_if_needed()
    page.get_by_text("So schlimm ist es nicht.").click()
    expect(page.get_by_text("Das ist ein guter erster Satz.")).to_be_visible()
    page.get_by_role("link", name="Seite verlassen").click()
    expect(page).to_have_url(NEUTRAL)


def test_leave_is_the_first_stop_of_the_keyboard(visit, neutral):
    page = visit("/help/de", width=1280)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Leave this page")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(NEUTRAL)
    assert neutral == [None], "no referrer"


def test_shift_three_times_leaves_and_back_shows_nothing(visit, neutral):
    page = visit("/help", width=1280)
    page.goto("/help/de")
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page).to_have_url(NEUTRAL)
    page.go_back()
    expect(page).to_have_url(NEUTRAL)
    expect(page).to_have_title("Ordinary")
    assert set(neutral) == {None}


def test_coming_back_by_the_address_works(visit):
    page = visit("/help/de")
    page.get_by_role("link", name="Leave this page").click()
    expect(page).to_have_url(NEUTRAL)
    page.goto("/help/de")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now: Germany")


@pytest.mark.parametrize(
    "keys",
    [
        ["Shift+A", "Shift+B", "Shift+C", "Shift+D"],
        ["Shift", "Shift", "a", "Shift"],
        ["Shift", "Shift", "Shift+A", "Shift"],
        ["Control+Shift", "Control+Shift", "Control+Shift"],
        ["Alt+Shift", "Alt+Shift", "Alt+Shift"],
        ["Escape", "Escape", "Escape"],
    ],
    ids=" ".join,
)
def test_other_keys_never_leave(visit, keys):
    page = visit("/help/de")
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith("/help/de")


def test_slow_shifts_do_not_leave(visit):
    page = visit("/help/de")
    for _ in range(3):
        page.keyboard.press("Shift")
        page.wait_for_timeout(900)
    assert page.url.endswith("/help/de")


def test_leaving_blanks_at_once_signs_out_and_takes_the_other_window_along(visit, neutral):
    page = visit("/help/de")
    other = page.context.new_page()
    other.goto("/help/at")
    sent = []
    page.on("request", lambda r: sent.append((r.method, r.url)) if r.url.endswith("/leave") else None)
    page.evaluate("""document.addEventListener('intersession:leave', () => {
      sessionStorage.seen = String(document.documentElement.hidden) + document.title.trim(); })""")
    page.get_by_role("link", name="Leave this page").click()
    expect(page).to_have_url(NEUTRAL)
    expect(other).to_have_url(NEUTRAL)
    assert [method for method, _ in sent] == ["POST"]
    page.goto("/offline")
    assert page.evaluate("sessionStorage.seen") == "true"


STORE = """(put) => new Promise((done) => {
  const asked = indexedDB.open('kept', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('kept');
  asked.onsuccess = () => {
    const table = asked.result.transaction('kept', 'readwrite').objectStore('kept');
    for (const key of put) table.put(1, key);
    table.getAllKeys().onsuccess = (event) => { asked.result.close(); done(event.target.result); };
  };
})"""


def test_leaving_from_help_forgets_the_key_on_this_device_and_keeps_drafts(visit):
    page = visit("/help/de")
    page.evaluate(STORE, ["slot|someone", "draft|someone"])
    page.get_by_role("link", name="Leave this page").click()
    expect(page).to_have_url(NEUTRAL)
    page.goto("/offline")
    assert page.evaluate(STORE, []) == ["draft|someone"]


def test_leaving_creates_no_database(visit):
    page = visit("/help/de")
    page.get_by_role("link", name="Leave this page").click()
    expect(page).to_have_url(NEUTRAL)
    page.goto("/offline")
    assert page.evaluate("indexedDB.databases().then((all) => all.map((d) => d.name))") == []


def test_help_works_without_a_network_after_the_first_visit(visit, site):
    page = visit("/help/de")
    wait_until_kept(page, "/help", "/help/de", "/about/leaving", "/offline")
    site.stop()
    page.context.set_offline(True)
    page.goto("/help/de")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now: Germany")
    expect(page.get_by_text("not connected")).to_be_visible()
    expect(page.get_by_role("link", name="Call 112")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(242, 245, 242)", (
        "style is kept"
    )
    page.get_by_role("link", name="Help now").click()
    expect(page.get_by_role("heading", name="Where are you now?")).to_be_visible()
    page.locator("[data-kept]").get_by_role("link", name="Germany").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now: Germany")
    page.goto("/help?place=DE")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now: Germany")
    page.goto("/help?lang=de")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hilfe jetzt")


def test_without_a_network_other_pages_say_so_and_lead_to_help(visit, site):
    page = visit("/help")
    wait_until_kept(page, "/help", "/offline")
    site.stop()
    page.goto("/messages")
    expect(page.get_by_role("heading", level=1)).to_have_text("You are not connected")
    page.get_by_role("link", name="Open help now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")
    page.goto("/help/fr")
    expect(page.get_by_role("heading", level=1)).to_have_text("You are not connected")


def test_a_slow_network_does_not_keep_help_away(visit, site):
    page = visit("/help/de")
    wait_until_kept(page, "/help", "/help/de")
    site.delay = 8
    started = time.monotonic()
    page.goto("/help/de")
    expect(page.get_by_text("not connected")).to_be_visible()
    assert time.monotonic() - started < 6
    site.delay = 0


def test_with_a_network_the_page_is_fresh_and_not_marked(visit):
    page = visit("/help/de")
    wait_until_kept(page, "/help/de")
    page.reload()
    expect(page.get_by_text("not connected")).to_be_hidden()


def test_only_help_pages_and_built_files_are_stored(visit):
    page = visit("/help/de")
    wait_until_kept(page, "/help", "/help/de")
    for path in ("/help/fr?lang=de", "/help/zz", "/nothing/here"):
        page.goto(path)
    page.goto("/help")
    wait_until_kept(page, "/help/fr?lang=de")
    pages = {path for path in kept(page) if not path.startswith("/static/built/")}
    first = {"/help", "/help?lang=en", "/help?lang=de", "/about/leaving", "/offline"}
    assert pages == {*first, "/help/de", "/help/fr?lang=de"}


def test_the_wallet_card_is_printed_in_its_size(visit):
    page = visit("/help/de")
    page.emulate_media(media="print")
    card = page.locator(".wallet")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert (round(box["width"] / 96 * 2.54, 1), round(box["height"] / 96 * 2.54, 1)) == (8.0, 5.0)
    assert card.locator("dd").all_inner_texts() == ["112", "0800 111 0 111", "116 111", "116 016"]
    assert card.evaluate("(e) => e.scrollHeight <= e.clientHeight")
    expect(page.get_by_role("link", name="Leave this page")).to_be_hidden()
