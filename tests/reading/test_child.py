"""A page that hangs, crashes or eats memory costs itself, never the pages behind it; the rest is as in this process."""

import pytest

from crossreport.model import Capture, Page, Rejection, digest
from crossreport.reading import drafting, pdf, read_page
from crossreport.reading.child import Child
from crossreport.reading.extractor import answer
from evals import containers as made

# A child that does what the page says, with our own protocol around it.
_SERVER = """
import os, sys, time
from crossreport.reading import extractor
def misbehave(task, data):
    if b"HANG" in data: time.sleep(60)
    if b"CRASH" in data: os._exit(11)
    if b"EAT" in data: bytearray(8 * 1024 ** 3)
    if b"HALF" in data:
        yield from list(real(task, data))[:1]
        time.sleep(60)
    if b"LIE" in data:
        sys.stdout.buffer.write(b"\\xff" * 64); sys.stdout.buffer.flush(); time.sleep(60)
    yield from real(task, data)
real, extractor.answer = extractor.answer, misbehave
extractor.main()
"""


@pytest.fixture
def child(monkeypatch):
    made_child = Child(("-c", _SERVER))
    for module in (drafting, pdf):
        monkeypatch.setattr(module, "child", made_child)
    monkeypatch.setattr("crossreport.reading.child.SECONDS", 5.0)
    yield made_child
    made_child.close()


def html(word=""):
    return made.page(1).replace("</body>", f"<!-- {word} --></body>").encode()


def capture(data, media="text/html"):
    return Capture(digest(data), "a.html", media, data, "utf-8", "utf-8")


@pytest.mark.usefixtures("child")
@pytest.mark.parametrize("word", ["HANG", "CRASH", "EAT", "LIE"])
def test_a_bad_page_is_rejected_with_the_reason_and_the_next_is_read(word, monkeypatch):
    if word in ("HANG", "LIE"):
        monkeypatch.setattr("crossreport.reading.child.SECONDS", 1.0)
    bad = read_page(capture(html(word)))
    assert isinstance(bad, Rejection)
    assert bad.rule == "unparsed"
    monkeypatch.setattr("crossreport.reading.child.SECONDS", 20.0)
    assert isinstance(read_page(capture(html())), Page)


@pytest.mark.usefixtures("child")
def test_a_page_whose_main_text_takes_too_long_is_read_by_its_regions(monkeypatch):
    assert read_page(capture(html())) is not None
    monkeypatch.setattr("crossreport.reading.child.SECONDS", 2.0)
    page = read_page(capture(html("HALF")))
    assert isinstance(page, Page)
    assert made.story(1)[1][0] in page.text
    assert not any("Section 3" in page.text[block.start : block.end] for block in page.blocks)


@pytest.mark.parametrize("task", ["html", "pdf"])
def test_the_child_finds_what_this_process_finds(task):
    data = html() if task == "html" else made.pdf(made.text(1).splitlines())
    real = Child()
    here = tuple(answer(task, data))
    first = real.ask(task, data, parts=len(here))
    real.close()
    assert first.parts == here
    assert real.ask(task, data, parts=len(here)).parts == here  # started again
    real.close()


def test_a_pdfs_text_layer_is_read():
    title, paragraphs = made.story(3)
    lines = [title, "", *(line for text in paragraphs for line in (*_wrapped(text), ""))]
    page = read_page(capture(made.pdf(lines), "application/pdf"))
    assert isinstance(page, Page)
    assert "At least 5 people were killed" in page.text


def _wrapped(text):
    import textwrap

    return textwrap.wrap(text, 90)


@pytest.mark.parametrize(("data", "rule"), [(made.pdf([]), "no_text_layer"), (b"%PDF-1.4 broken", "unparsed")])
def test_a_pdf_without_text_is_rejected_with_the_reason(data, rule):
    rejection = read_page(capture(data, "application/pdf"))
    assert isinstance(rejection, Rejection)
    assert rejection.rule == rule
