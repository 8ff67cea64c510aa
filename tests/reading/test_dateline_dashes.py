"""A row of dashes behind an agency is read in one way: two ways for each pair would take longer than anybody waits."""

import subprocess
import sys

import pytest

from crossreport.reading.dateline import find_dateline

HANGS = "from crossreport.reading.dateline import find_dateline as f; t = {!r}; assert f(t, 0, len(t)) is None"


@pytest.mark.parametrize("head", ["(AFP) ", "BEIRUT (AFP) ", "BEIRUT, Lebanon ", "Beirut (AFP) ", "Beirut, May 3 "])
def test_dashes_without_end_take_no_time(head):
    text = head + "-" * 70 + "\x00 Shells fell."
    subprocess.run([sys.executable, "-c", HANGS.format(text)], check=True, timeout=60)


@pytest.mark.parametrize(
    "text", ["US-led air strikes hit Raqqa.", "UN-backed troops left Sake.", "NATO-trained units fled."]
)
def test_a_compound_is_no_dateline(text):
    assert find_dateline(text, 0, len(text)) is None
