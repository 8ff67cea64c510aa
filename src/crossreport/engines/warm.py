"""Everything that reading a page needs, in memory: imported before worker processes are forked off, which share it.

Model, lexicons, patterns and connections are loaded by reading a sample page, as any page would load them. What
follows is never collected as garbage, so that the workers' memory stays one with this process's.
"""

import gc
import logging
from importlib.resources import files

from crossreport.intake.read import capture_bytes
from crossreport.model import Capture
from crossreport.pipeline.options import Options
from crossreport.pipeline.page import code_capture
from crossreport.words.needed import Later

SAMPLE = "samples/pages"


def load() -> None:
    """Read the first text of the samples; a failure is the pages' to tell, one by one."""
    gc.disable()  # none of what is loaded is garbage
    folder = files("crossreport").joinpath(SAMPLE)
    sample = min((file for file in folder.iterdir() if file.name.endswith(".txt")), key=lambda file: file.name)
    capture = capture_bytes(sample.read_bytes(), sample.name)
    if isinstance(capture, Capture):
        code_capture(capture, Options())
    for pattern in Later.made:
        _ = pattern.compiled
    gc.collect()
    gc.freeze()
    gc.enable()


try:
    load()
except OSError as error:
    logging.getLogger(__name__).debug("nothing loaded ahead", exc_info=error)
