"""Page work that spawned processes can import."""

import os
import time

from crossreport.pipeline.outcome import Coded
from tests import builders


def code(capture, options):
    """The slowest first: order must not come from speed. A page that says so kills its process."""
    if b"KILL" in capture.data:
        os._exit(1)
    time.sleep(0.05 if capture.name == "0.txt" else 0)
    return Coded(capture, builders.code_of(builders.page_of(capture, options.published)))
