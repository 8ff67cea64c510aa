"""One clue to the day on which a page was written, and what the clue finders look at."""

from datetime import date

from msgspec import Struct

from crossreport.model import Basis, Span, Statement
from crossreport.reading.dateline import Dateline
from crossreport.reading.published.days import Costs


class Clue(Struct, frozen=True):
    """`costs` gives each day what the clue would be surprised by it; `says` is for a reader."""

    rule: str
    span: Span | None
    says: str
    costs: Costs

    def basis(self, overruled: bool = False) -> Basis:
        """The clue as the record keeps it."""
        return Basis(self.rule, self.span, f"{self.says} (overruled by the other clues)" if overruled else self.says)


class Passage(Struct, frozen=True):
    """A sentence of the page, or a dropped passage that may still date it; `role` is title, body, caption,
    header, photo or legal."""

    start: int
    end: int
    role: str
    text: str


class Reading(Struct, frozen=True):
    """What the clue finders may look at. `read` says whether its language is one whose tenses are understood."""

    text: str
    name: str
    passages: tuple[Passage, ...]
    dateline: Dateline | None
    metadata: tuple[tuple[str, str], ...] = ()
    title: str = ""
    said: tuple[Statement, ...] = ()
    read: bool = True

    def body(self) -> list[Passage]:
        """The headline and the sentences of the report, in order."""
        return [passage for passage in self.passages if passage.role in ("title", "body")]

    def span(self, passage: Passage, start: int, end: int) -> Span:
        """A span of the page from offsets within a passage."""
        return Span.of(self.text, passage.start + start, passage.start + end)


def in_words(day: date) -> str:
    """A day for a reader: "Friday 30 January 2015".

    >>> in_words(date(2015, 1, 30))
    'Friday 30 January 2015'
    """
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
    names = (*months, "November", "December")
    return f"{days[day.weekday()]} {day.day} {names[day.month - 1]} {day.year}"
