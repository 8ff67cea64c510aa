import os
import re
import signal
import subprocess
import sys
import zipfile

import httpx
import pytest

from crossreport.record import open_record
from tests.web import hand

PATIENCE = 60  # seconds: on a busy machine the first answer of a new process takes its time
TEXTS = ("Shells fell on Dair Alwan on Monday, killing 4 people, the governor said.",)


@pytest.fixture
def served(tmp_path):
    """The address that a served record of one page prints, with the process."""
    hand.record_at(tmp_path / "r.db", TEXTS)
    command = [sys.executable, "-m", "crossreport.cli.main", "serve", "--record", str(tmp_path / "r.db"), "--port", "0"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen([*command, "--by", "R. Haddad"], stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    yield re.search(r"http://\S+", process.stdout.readline()).group(), process, tmp_path / "r.db"
    process.kill()
    process.wait()
    process.stdout.close()


def test_it_serves_until_it_is_stopped(served):
    address, process, _ = served
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{40,}", address)
    with httpx.Client(follow_redirects=True, timeout=PATIENCE) as client:
        assert "Dair Alwan" in client.get(address).text
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0


def test_a_decision_outlives_a_killed_app(served):
    address, process, path = served
    own = address.partition("/?")[0]
    with httpx.Client(follow_redirects=True, timeout=PATIENCE, headers={"origin": own}) as client:
        report = re.search(r'id="r-(report-\w+)"', client.get(address).text).group(1)
        form = {"report": report, "verdict": "accept", "back": "/queue"}
        assert client.post(f"{own}/judge", data=form).status_code == 200
        process.kill()
    process.wait()
    with open_record(path) as record:
        assert [(one.verdict, one.by) for one in record.judgements()] == [("accept", "R. Haddad")]
        assert record.verify() == []


def test_a_record_that_is_not_there_is_named(tmp_path):
    command = [sys.executable, "-m", "crossreport.cli.main", "serve", "--record", str(tmp_path / "none.db")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "none.db" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_the_wheel_holds_what_the_app_shows(tmp_path):
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        capture_output=True, text=True, check=False, cwd=hand.ROOT,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    held = {name.removeprefix("crossreport/web/") for name in zipfile.ZipFile(wheel).namelist() if "/web/" in name}
    source = hand.ROOT / "src" / "crossreport" / "web"
    needed = {
        path.relative_to(source).as_posix() for part in ("static", "templates") for path in (source / part).iterdir()
    }
    assert needed <= held
    assert {"static/app.js", "static/app.css", "templates/base.html.j2"} <= needed
