"""Hostile pages through all rooms: size tricks, broken markup, odd characters; passages re-read (R5, R6, R9, R18)."""

import random
import resource
import time
from collections.abc import Iterator
from importlib.resources import files

from crossreport.intake import capture_bytes
from crossreport.model import Capture, MediaType
from crossreport.pipeline.options import Options
from crossreport.pipeline.outcome import Coded
from crossreport.pipeline.page import code_capture
from crossreport.record.codec import canonical
from crossreport.record.verify import broken_passages
from evals import containers as made
from torture.archives import damaged
from torture.trial import Trial

SECONDS = 60.0  # for one page, on a busy machine; a parser alone is stopped after 20
MEGABYTES = 1536  # of this process, model and lexicons included
ODD = (
    "\u202e\u2066\u2069", "\u200b\u200d\ufeff", "e\u0301\u0323" * 3, "\U0001f469\u200d\U0001f692", "\u0661\u0662\u0663",
    "\u06f1\u06f2", "\u0420\u043e\u0441\u0441",
    "\u0130\u0131\u017f\u212a", "\ufdfa", "\u2028\u2029", "\x85",
    "\x0b\x0c", "\x00", "\ud7ff\ue000", "\U0010ffff", "\uff11\uff12", "\xa0" * 5, "\xad", "Z\u0351\u036b\u0343" * 5,
)  # fmt: skip


def trials(seed: int) -> Iterator[Trial]:
    """A trial is one page: the size tricks first, then damaged and oddly written ones without end."""
    for what, page in size_tricks():
        yield Trial(what, broke(page.encode(), "text/html"))
    for what, page in text_tricks():
        yield Trial(what, broke(page.encode("utf-8", "surrogatepass"), None))
    chance = random.Random(seed)
    folder = files("crossreport").joinpath("samples/pages")
    samples = sorted((file.name, file.read_bytes()) for file in folder.iterdir() if file.is_file())
    number = 0
    while True:
        number += 1
        name, data = samples[number % len(samples)]
        if number % 2:
            data = damaged(data, chance)
        else:
            text = data.decode()
            for _ in range(30):
                at = chance.randrange(len(text))
                text = text[:at] + chance.choice(ODD) + text[at:]
            data = text.encode("utf-8", "surrogatepass")
        yield Trial(f"{name} {number}", broke(data, "text/html" if name.endswith(".html") else None))


def size_tricks() -> Iterator[tuple[str, str]]:
    """Markup that is small and unfolds, or is large and says nothing."""
    story = f"<p>{made.text(1)}</p>"
    yield "100,000 nested elements", "<div>" * 100_000 + story
    yield "16,384 nested b", "<b>" * 16_384 + story
    yield (
        "a colspan of 2^53",
        f"<table><tr><td colspan=9007199254740991 rowspan=9007199254740991>{story}</td></tr></table>",
    )
    yield "a million attributes", "<html><body><p " + " ".join(f"a{n}=1" for n in range(1_000_000)) + f">{story}"
    yield "two million entities", "<html><body><p>" + "&amp;" * 2_000_000 + story
    yield "a line of ten megabytes", "<html><body><p>" + "a" * 10_000_000 + story
    yield "a comment that never ends", f"<html><body>{story}<!--" + "-" * 1_000_000
    yield "a script that never ends", f"<html><body>{story}<script>" + "<" * 1_000_000
    yield "50,000 paragraphs", "<html><body>" + "<p>Shells fell on a town on Monday.</p>" * 50_000
    yield "nested quotations", "<html><body>" + "<blockquote><p>He said:" * 5_000 + story
    yield "a link a word", "<html><body>" + "<a href=x>word</a> " * 100_000 + story


def text_tricks() -> Iterator[tuple[str, str]]:
    """Plain text in which something repeats without end."""
    story = made.text(1)
    yield "a sentence of 40,000 words", story + "killed " * 40_000 + "."
    yield "a million blanks", story + " " * 1_000_000 + story
    yield "numbers without end", story + "1,000 " * 30_000
    yield "one long number", story + "9" * 200_000
    yield "quotes without end", story + "'\"“”‘’" * 20_000
    yield "brackets without end", story + "((([[[" * 20_000
    yield "dashes without end", story + "- – — " * 20_000
    yield "capitals without end", story + "Tel Abyad Ras al-Ain " * 8_000
    yield "dates without end", story + "Monday 12 March 2014, " * 8_000
    yield "said without end", story + "he said that she said that " * 8_000
    yield "and without end", story + "killed and wounded and " * 8_000
    yield "lines without end", "A\n" * 200_000 + story


def broke(data: bytes, media: MediaType | None) -> str:
    """What a page broke."""
    began = time.monotonic()
    capture = capture_bytes(data, "page", media=media, charset="utf-8")
    if isinstance(capture, Capture):
        found = code_capture(capture, Options())
        if isinstance(found, Coded):
            wrong = next(broken_passages(found.page), None)
            if wrong is not None:
                return f"{wrong} does not re-read"
            canonical(found.page)
        elif found.rule.startswith("failed"):
            return found.says
    seconds, used = time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if seconds > SECONDS:
        return f"took {seconds:.0f} s"
    return f"{used} MB in use" if used > MEGABYTES else ""
