"""A passage of a page: where it stands and what it says."""

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """`page.text[start:end] == quote`, in Unicode code points; anything else is a broken record."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The passage of `text` from `start` up to, not including, `end`.

        >>> Span.of("BEIRUT, Sept 23", 8, 12)
        Span(start=8, end=12, quote='Sept')

        Raises:
            ValueError: it is empty, or reaches beyond the text.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span [{start}:{end}] outside a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def holds(self, text: str) -> bool:
        """Whether the passage re-reads to its quote."""
        return text[self.start : self.end] == self.quote

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies inside this passage."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two passages share at least one character."""
        return self.start < other.end and other.start < self.end
