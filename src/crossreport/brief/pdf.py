"""The HTML brief printed to PDF by the Chromium or Chrome of the system: one layout, one source."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from crossreport.brief.whole import put

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SECONDS = 120  # for a brief of a thousand events on a slow machine


class NoBrowser(Exception):
    """No Chromium was found, or it did not print; the message says what to do."""


def browser() -> str:
    """The path of the browser.

    Raises:
        NoBrowser: there is none.
    """
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise NoBrowser("a PDF needs Chromium or Chrome on the PATH: install it, or open the --html brief and print it")
    return found


def write(html: str, path: Path) -> None:
    """Prints the page to `path`; a stop half way leaves an earlier file as it was.

    Raises:
        NoBrowser: there is no browser, or it failed.
    """
    program = browser()
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder, "brief.html"), Path(folder, "brief.pdf")
        page.write_text(html.replace("<details", "<details open"), encoding="utf-8")  # paper has nothing to click
        command = [
            *(program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
            *(f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}", page.as_uri()),
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired as error:
            raise NoBrowser(f"{program} did not print within {SECONDS} seconds") from error
        if not printed.is_file():
            said = done.stderr.decode(errors="replace").strip().splitlines()
            raise NoBrowser(f"{program} did not print: {said[-1] if said else f'exit code {done.returncode}'}")
        put(path, printed.read_bytes())
