"""The brief in a browser: it draws, and a click on an evidence tag opens the passage."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest
from playwright.sync_api import sync_playwright

from crossreport.brief import pdf, write_brief
from crossreport.brief.evidence import anchor
from crossreport.brief.situation import Situation, situation
from crossreport.brief.window import Window
from tests.brief.hand import REJECTIONS, records
from tests.web.browser import AXE, RUN

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
PROBE = """<script>addEventListener("load", () => {
  document.querySelector("a.ev").click();
  const on = document.querySelector("#drawer mark.on");
  document.title = "opened: " + (on ? on.textContent : "nothing");
});</script>"""

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]


def run(*arguments: str) -> str:
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,2000", "--virtual-time-budget=4000")
    done = subprocess.run([CHROMIUM or "", *flags, *arguments], capture_output=True, text=True, timeout=120, check=True)
    return done.stdout


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "brief.html"
    write_brief(*records(), REJECTIONS, html=path)
    return path


def test_it_draws(page: Path, tmp_path: Path) -> None:
    shot = tmp_path / "shot.png"
    run(f"--screenshot={shot}", page.as_uri())
    assert shot.stat().st_size > 50_000


def test_a_tag_opens_its_passage(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    policy = text[text.index('<meta http-equiv="Content-Security-Policy"') :].split("\n")[0]
    probed = page.with_name("probed.html")
    probed.write_text(text.replace(policy, "").replace("</body>", PROBE + "</body>"), encoding="utf-8")
    assert "opened: regime warplanes bombed the vegetable market in Anadan" in run("--dump-dom", probed.as_uri())


def test_an_address_lights_its_passage_under_the_policy(page: Path) -> None:
    report = records()[0][0].reports[0].id
    shown = run("--dump-dom", f"{page.as_uri()}#{anchor(report)}")
    assert f'<mark data-at="{anchor(report)}" class="on">' in shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("one_page", [False, True])
def test_axe_finds_nothing(tmp_path: Path, scheme: Literal["light", "dark"], one_page: bool) -> None:
    path = tmp_path / "brief.html"
    write_brief(*records(), REJECTIONS, html=path, one_page=one_page)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        shown = browser.new_context(bypass_csp=True, color_scheme=scheme).new_page()
        shown.goto(path.as_uri())
        shown.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        shown.evaluate(AXE)
        assert shown.evaluate(RUN) == []
        browser.close()


def test_an_address_unfolds_what_is_folded(page: Path) -> None:
    folded = re.search(r'<details id="further">.*?id="(at-event-[0-9a-f]+)"', page.read_text(encoding="utf-8"), re.S)
    assert folded
    assert '<details id="further" open="">' in run("--dump-dom", f"{page.as_uri()}#{folded[1]}")
    assert '<details id="further">' in run("--dump-dom", page.as_uri())


def test_on_paper_nothing_is_folded(page: Path, tmp_path: Path) -> None:
    pdf.write(page.read_text(encoding="utf-8"), tmp_path / "brief.pdf")
    sheets = pypdfium2.PdfDocument(tmp_path / "brief.pdf")
    text = " ".join(" ".join(one.get_textpage().get_text_range() for one in sheets).split())
    for entry in (entry for block in made().further for _, entries in block.countries for entry in entries):
        assert entry.lines[0].text[:60] in text


def made() -> Situation:
    return situation(*records(), REJECTIONS, window=Window(None, None))


def test_the_policy_stops_a_script_that_is_not_ours(page: Path) -> None:
    text = page.read_text(encoding="utf-8").replace("</body>", "<script>document.title = 'broken'</script></body>")
    page.write_text(text, encoding="utf-8")
    assert "<title>broken</title>" not in run("--dump-dom", page.as_uri())
