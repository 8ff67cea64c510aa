"""A short part of the campaign (`make torture` runs the long one), each part in a process of its own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from torture import patterns

SECONDS = {"kills": 8, "disks": 6, "archives": 5, "log": 4}


@pytest.mark.skipif(sys.platform != "linux", reason="forks, kills and limits files")
@pytest.mark.parametrize("part", SECONDS)
def test_nothing_breaks(part):
    command = [sys.executable, "-m", "torture", part, "--seconds", str(SECONDS[part])]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    assert done.returncode == 0, done.stdout + done.stderr
    count = int(done.stdout.split()[1].replace(",", ""))
    assert count >= 1
    assert "0 broke" in done.stdout


def test_a_pattern_of_cubic_growth_is_found():
    assert patterns.broke(re.compile(r"a*b?a*b?a*c"))
    assert not patterns.broke(re.compile(r"\bkilled (?:\d+|dozens of) people\b"))
