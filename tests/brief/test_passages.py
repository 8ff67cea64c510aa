"""The words behind a sentence: short, verbatim, and never a part of a withheld name."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from crossreport.brief.passages import CUT, LONGEST, passage
from crossreport.model import Actor, CodedPage, Confidence, EventReport, EventType, Mention, Page, Published, Span
from crossreport.privacy import WITHHELD, Privacy

NAME = "Amin Rabbat"
TEXT = (
    "The shelling of the harbour went on until the evening, and the boats that had not left burned where they lay, "
    f"said {NAME}, a fisherman, who had counted nine fires from the roof of his brother's house and then "
    f"lost count; {NAME} added that the guns had fired from the ridge since noon, and that nobody could have "
    "reached the quay alive while they did."
)
PERSON = Actor("person:amin-rabbat", NAME, "person", "YE")
WHOLE = Span.of(TEXT, 0, len(TEXT))


def report(start: int, end: int, *evidence: Span) -> EventReport:
    return EventReport(
        "r",
        "p",
        EventType("shelling", None, None, None),
        (),
        None,
        None,
        "happened",
        (),
        (),
        Confidence("high", 1.0),
        Span.of(TEXT, start, end),
        (),
        evidence=evidence,
    )


def page() -> Page:
    return Page("p", "c", "p.txt", None, None, "en", TEXT, (), (), Published("2016", "2016-01-01", "2016-12-31"))


def privacy() -> Privacy:
    at = TEXT.index(NAME)
    mention = Mention("m", "p", "person", Span.of(TEXT, at, at + len(NAME)), PERSON, (), (), at)
    return Privacy([CodedPage(page(), (mention,), (), (), ())])


@settings(deadline=None)
@given(st.integers(0, len(TEXT) - 2), st.integers(1, 12))
def test_it_is_short_verbatim_and_names_nobody(start: int, length: int) -> None:
    made = passage(report(start, min(len(TEXT), start + length), WHOLE), page(), privacy())
    assert 0 <= made.start < made.end <= len(TEXT)
    assert made.end - made.start <= LONGEST
    plain = " ".join(TEXT[made.start : made.end].split()).replace(NAME, WITHHELD)
    assert made.shown.removeprefix(CUT).removesuffix(CUT) == plain
    assert "Amin" not in made.shown
    assert "Rabbat" not in made.shown


def test_it_holds_the_word_that_tells_the_deed() -> None:
    at = TEXT.index("fired")
    made = passage(report(at, at + 5, WHOLE), page(), privacy())
    assert "fired" in made.shown
    assert made.shown.startswith(CUT)


def test_a_short_sentence_is_whole_and_unmarked() -> None:
    short = Span.of(TEXT, 0, 54)
    made = passage(report(4, 12, short), page(), privacy())
    assert made.shown == short.quote
    assert msgspec.structs.asdict(made)["end"] == 54
