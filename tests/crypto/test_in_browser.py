"""The crypto core in a real Chromium, under the portal's own headers: WASM in a Worker, WebCrypto, IndexedDB, no CSP report."""

from __future__ import annotations

import functools
import http.server
import subprocess
import threading
from pathlib import Path

import pytest

from intersession.portal.headers import CSP

FRONTEND = Path(__file__).parent.parent.parent / "frontend"
PAGE = '<!doctype html><title>t</title><link rel="icon" href="data:,"><script type="module" src="/in-browser.js"></script>'

pytestmark = pytest.mark.browser


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with the portal's content security policy and says nothing."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", CSP)
        super().end_headers()

    def log_message(self, *_args):
        return


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    (folder / "index.html").write_text(PAGE)
    entries = ["tests/crypto/in-browser.ts", "src/crypto/kdf-worker.ts"]
    how = [
        "--bundle",
        "--format=esm",
        "--splitting",
        "--alias:openpgp=openpgp/lightweight",
        "--entry-names=[name]",
        "--target=es2022",
        f"--outdir={folder}",
    ]
    subprocess.run(
        [FRONTEND / "node_modules/.bin/esbuild", *entries, *how],
        cwd=FRONTEND,
        check=True,
        capture_output=True,
    )
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_the_core_works_under_the_portals_headers(origin, chromium):
    complaints = []
    page = chromium.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    for expected in ("first visit", "reload"):
        page.goto(origin)
        page.wait_for_selector("html[data-result]", state="attached", timeout=60_000)
        result = page.locator("html").get_attribute("data-result")
        assert result == f"ok worker, letter, queue, words, {expected}"
    page.close()
    assert complaints == []
