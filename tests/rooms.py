"""Rooms made of a few regular expressions, so that what carries the rooms is tested by itself."""

import pytest

from crossreport.model import Capture, Duplicate, Rejection
from crossreport.pipeline import parts
from tests import builders


class Rooms:
    """The fake rooms; `broken` names rooms that fail on pages that hold the word "BOOM"; `calls` counts readings."""

    def __init__(self):
        self.broken = set()
        self.calls = []

    def take_in(self, paths, _stdin=None, _options=None, **_more):
        first = {}
        for path in paths:
            name, text = path
            if text is None:
                yield Rejection(name, "unreadable", f"{name} cannot be read")
                continue
            capture = builders.capture_of(text, name)
            if capture.id in first:
                yield Duplicate(name, capture.id, first[capture.id])
            else:
                first[capture.id] = name
                yield capture

    def read(self, capture: Capture, published):
        self.calls.append(capture.name)
        page = builders.page_of(capture, published)
        self._check("reading", page)
        return Rejection(capture.name, "empty", "there is nothing in it") if not page.text.strip() else page

    def analyse(self, page):
        self._check("language", page)
        return builders.analysis_of(page)

    def ground(self, page, analysis):
        self._check("grounding", page)
        return builders.mentions_of(page, analysis)

    def code(self, page, analysis, mentions):
        self._check("coding", page)
        return builders.code_of(page, analysis, mentions)

    def link(self, pages, _judgements=(), _kept=None):
        for coded in pages:
            self._check("linking", coded.page)
        return builders.link_of(pages)

    def weigh(self, pages, linked):
        for coded in pages:
            self._check("weighing", coded.page)
        return builders.weigh_of(pages, linked)

    def _check(self, room, page):
        if room in self.broken and "BOOM" in page.text:
            raise RuntimeError(f"{room} fell over\nand more")


PAGE_ROOMS = ("read", "analyse", "ground", "code", "link", "weigh")


@pytest.fixture
def rooms(monkeypatch):
    """All rooms are fakes; intake takes pairs of name and text."""
    return install(monkeypatch, "take_in", *PAGE_ROOMS)


@pytest.fixture
def rooms_behind_intake(monkeypatch):
    """Intake reads real files; the rooms behind it are fakes."""
    return install(monkeypatch, *PAGE_ROOMS)


def install(monkeypatch, *names):
    fakes = Rooms()
    for name in names:
        monkeypatch.setattr(parts, name, getattr(fakes, name))
    return fakes
