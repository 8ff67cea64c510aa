"""A record without the names of private persons: pages and linked results in, the same with blocks for letters out.

Every letter of a withheld name becomes one block, in texts and in all that was read from them: so all places in a text
stay what they were, and every passage still re-reads. Ids of such persons, which hold their names, become numbers. What
is not text (the captured bytes) is not here.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from crossreport.model import Actor, CodedPage, Dropped, Judgement, Linked, Reason, Span
from crossreport.privacy.withheld import Privacy

BLOCK = "█"
SHORTEST = 3  # letters of a part of a name
UNNAMED = "a private person"
T = TypeVar("T")
_LETTER = re.compile(r"\S")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_QUOTED = re.compile(r"(?<=['\"])[^\W_]+(?:-[^\W_]+)*(?=['\"])")


class Redacted(Struct, frozen=True):
    """Pages, linked results and judgements without private names, and how many names these were."""

    pages: tuple[CodedPage, ...]
    linked: Linked
    judgements: tuple[Judgement, ...]
    names: int


def redacted(pages: Sequence[CodedPage], linked: Linked, judgements: Iterable[Judgement] = ()) -> Redacted:
    """All of it with blocks in place of the names of private persons."""
    privacy = Privacy(pages)
    if not privacy.withheld and not privacy.persons:
        return Redacted(tuple(pages), linked, tuple(judgements), 0)
    blocks = _Blocks(privacy, pages)
    return Redacted(
        tuple(blocks.page(coded) for coded in pages),
        blocks.of(linked),
        tuple(blocks.of(one) for one in judgements),
        privacy.count,
    )


class _Blocks:
    """Puts blocks in place of names."""

    def __init__(self, privacy: Privacy, pages: Sequence[CodedPage]) -> None:
        self._privacy = privacy
        named = dict.fromkeys(actor for coded in pages for actor in _actor_ids(coded) if actor in privacy.persons)
        self._ids = {actor: f"person:withheld-{number}" for number, actor in enumerate(named, start=1)}
        self._quotes: dict[tuple[int, int, str], str] = {}
        self._parts: frozenset[str] = frozenset()
        masked = [(coded, self._words(coded.page.text)) for coded in pages]
        self._parts = frozenset(part for coded, text in masked for part in _parts(coded, text))
        shown = {word for _, text in masked for word in _WORD.findall(text)}
        self._only_withheld = frozenset(
            word for coded, text in masked for word in _withheld_words(coded.page.text, text) if word not in shown
        )

    def page(self, coded: CodedPage) -> CodedPage:
        """A page with all that was read from it; quotations are taken from its text with the blocks."""
        return self.of(coded, self._words(coded.page.text))

    def of(self, value: T, text: str | None = None) -> T:
        """Any value of the model; `text` is that of its page, if it is of one page only."""
        made: Any = value
        if isinstance(value, str):
            made = self._ids.get(value) or self._words(value)
        elif isinstance(value, Span | Dropped):
            made = replace(value, quote=self._quote(value, text))
        elif isinstance(value, Reason):
            made = replace(value, says=self._reason(value.says), span=self.of(value.span, text))
        elif isinstance(value, Actor) and value.id in self._ids:
            made = replace(value, id=self._ids[value.id], name=UNNAMED)
        elif isinstance(value, Struct):
            fields = {name: self.of(getattr(value, name), text) for name in value.__struct_fields__}
            made = type(value)(**fields)
        elif isinstance(value, tuple):
            made = tuple(self.of(one, text) for one in value)
        return made  # type: ignore[no-any-return]

    def _quote(self, passage: Span | Dropped, text: str | None) -> str:
        """As the page's text has it; linked results speak of several pages, and find what was seen there."""
        key = (passage.start, passage.end, passage.quote)
        if text is not None:
            self._quotes[key] = text[passage.start : passage.end]
        return self._quotes.get(key) or self._words(passage.quote)

    def _reason(self, says: str) -> str:
        """A reason may name a part of a name alone: "stands for 'Ana'"."""
        return _QUOTED.sub(
            lambda found: _LETTER.sub(BLOCK, found[0]) if found[0] in self._only_withheld else found[0],
            self._words(says),
        )

    def _words(self, text: str) -> str:
        ranges = self._privacy.ranges(text)
        ranges += [match.span() for match in _WORD.finditer(text) if match.group() in self._parts]
        for start, end in ranges:
            text = text[:start] + _LETTER.sub(BLOCK, text[start:end]) + text[end:]
        return text


def _parts(coded: CodedPage, text: str) -> frozenset[str]:
    """Words inside of withheld names that the rooms took for something else which nobody knows: a village, a group."""
    unknown = (one for one in coded.mentions if getattr(one.value, "geonameid", None) is None)
    spans = [one.span for one in unknown if " " not in one.span.quote]
    return frozenset(
        span.quote for span in spans if len(span.quote) >= SHORTEST and set(text[span.start : span.end]) == {BLOCK}
    )


def _withheld_words(text: str, masked: str) -> Iterable[str]:
    """The words of a page's text that stand within withheld names."""
    for found in _WORD.finditer(text):
        if len(found[0]) >= SHORTEST and set(masked[found.start() : found.end()]) == {BLOCK}:
            yield found[0]


def _actor_ids(coded: CodedPage) -> Iterable[str]:
    yield from (mention.value.id for mention in coded.mentions if isinstance(mention.value, Actor))
    yield from (taking.actor.id for report in coded.reports for taking in report.participants)
