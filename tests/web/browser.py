"""A real browser, an app served to it, and the folder that keeps how the views look."""

import os
import re
import shutil
import threading
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import sync_playwright

from crossreport.web import Keys, application
from tests.web.hand import ROOT

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
MARKS = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]

# What the tests see is kept, for people to look at: CI keeps the folder, git does not.
SHOTS = Path(os.environ.get("CROSSREPORT_SCREENSHOTS") or ROOT / "out" / "screenshots")
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8") + "; 0"
RUN = "() => axe.run(document).then((done) => done.violations.map((one) => [one.id, one.nodes[0].html]))"
HANDLERS = """[...document.querySelectorAll("main *")]
  .filter((one) => one.getAttributeNames().some((name) => name.startsWith("on"))).length"""
# The contrast of every text with what is behind it (WCAG 2.2, 1.4.3), and controls without a name.
FAULTS = Path(__file__).with_name("faults.js").read_text(encoding="utf-8")


@contextmanager
def served(desk):
    """The address that opens an app over the desk, served on a free port."""
    config = uvicorn.Config("", host="127.0.0.1", port=0, log_level="error", lifespan="off")
    bound = config.bind_socket()
    keys = Keys.fresh(bound.getsockname()[1])
    config.app = application(desk, keys)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{bound.getsockname()[1]}", keys.token
    finally:
        server.should_exit = True
        thread.join()
        bound.close()


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def opened(chromium, desk, *, refused="", **how):
    """A page of the app; fails if the browser complains of anything but answers of the status `refused`."""
    complaints = []
    with served(desk) as (base, token):
        context = chromium.new_context(base_url=base, **how)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda sent: None if sent.url.startswith(base) else complaints.append(sent.url))
        page.goto(f"/?token={token}")
        yield page
        context.close()
    assert [said for said in complaints if not (refused and f"status of {refused}" in said)] == []


def shot(page, *names):
    """Keep how the page looks."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    name = "-".join(re.sub(r"[^\w.=,+]+", "-", str(one)).strip("-") for one in names)
    page.screenshot(path=SHOTS / f"{name[:120]}.png")
