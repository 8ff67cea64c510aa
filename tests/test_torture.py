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


def test_no_pattern_takes_time_that_explodes():
    command = [sys.executable, "-m", "torture", "exponential", "--seconds", "600"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[1].replace(",", "")) > 900  # 1,062 when it was written


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:[^\W\d_][\w'’.-]*|\(|,|/|\s)+,?\s*[(\[]?",  # held a page for ever, matched whole
        r"(?:\w+\s?)*:",
        r"(?:a|[^\d])*b",
        r"(?:ab|a|b)+,",
        r"short url\b(?: ?\d+)*",
        r"\bin (?:(?:the )?\w+ ?){1,40};",
        r"(?=(?:x+y?)+z)",
        r"(?>(?:a+)+b)",
    ],
)
def test_a_pattern_whose_time_explodes_is_found(pattern):
    assert patterns.explodes(re.compile(pattern))
    assert patterns.broke(re.compile(pattern))


@pytest.mark.parametrize("pattern", [r"(?:[^\W\d_][\w'’.-]*+|[(,/\s])++\[?", r"(?:\w+\s)*:", r"(?:a|b)*+c"])
def test_a_pattern_that_takes_its_characters_in_one_way_passes(pattern):
    assert not patterns.explodes(re.compile(pattern))


def test_a_pattern_of_bytes_is_tried():
    assert patterns.explodes(re.compile(rb"\s*(?:<!--.*?-->\s*)*<html", re.DOTALL))


def test_a_pattern_of_cubic_growth_is_found():
    assert patterns.broke(re.compile(r"a*b?a*b?a*c"))
    assert not patterns.broke(re.compile(r"\bkilled (?:\d+|dozens of) people\b"))
