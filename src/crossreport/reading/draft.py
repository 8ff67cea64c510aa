"""The page while it is being read: its pieces, what was cut out of them and why. Offsets count in the page's text."""

import re
from functools import cached_property
from typing import Literal

from msgspec import Struct

from crossreport.model import Block, Dropped

PieceKind = Literal["title", "subtitle", "paragraph"]
# Scripts that write no spaces (Han, kana, Thai, Burmese, Khmer) count two letters as a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
WORD = re.compile(rf"[{_UNSPACED}]{{1,2}}|(?:(?![{_UNSPACED}])[^\W_])+(?:['’.-](?:(?![{_UNSPACED}])[^\W_])+)*")
_TERMINAL = re.compile(r"""[.!?…؟:;,。！？।။]["'”’»)\]*]*$""")
_FULL_STOP = re.compile(r"""[.!?…؟。！？।။]["'”’»)\]*]*(?:\s*\([^()]{2,40}\))?(?:\s*(?:#+|-30-))?$""")

_FINITE = re.compile(r"\b(?:said|says|told|was|were|is|are|has|have|had|will|would|did|been|can|could)\b")
_SHORT_VERB = re.compile(r"(?<=\w )(?:continues?|continued|remains?|remained|followed|fled|died|escaped|survived)\b")

PROSE_WORDS = 12  # a line of so many words that ends like a sentence is reporting unless a rule says otherwise
LONG_WORDS = 25  # so many words are prose even without a full stop


class Cut(Struct, frozen=True, order=True):
    """A passage taken out of the report, with the code of its reason."""

    start: int
    end: int
    reason: str


class Piece(Struct, dict=True):
    """A line of a text, a block of an HTML page: the unit that is kept or dropped.

    `heading` is the HTML level (0 none); `links` the share of its text within links;
    `region` the part of an HTML page that it stands in (menu, footer, aside, …); `entry` whether it is one
    of a timeline or of a table of incidents; `heads` whether it heads a part of a bulletin or a list; `listed` whether
    it is an item of an HTML list; `dropped` the reason, if any.
    """

    start: int
    end: int
    text: str
    heading: int = 0
    links: float = 0.0
    region: str | None = None
    entry: bool = False
    heads: bool = False
    listed: bool = False
    kind: PieceKind = "paragraph"
    dropped: str | None = None
    cuts: tuple[Cut, ...] = ()

    @cached_property
    def words(self) -> list[str]:
        """The words of the piece, as written."""
        return WORD.findall(self.text)

    @property
    def terminal(self) -> bool:
        """Whether it ends with a punctuation mark, as running text does."""
        return _TERMINAL.search(self.text) is not None

    @property
    def sentence(self) -> bool:
        """Whether it is at least one whole sentence: six words up, a full stop at its end."""
        return len(self.words) >= 6 and _FULL_STOP.search(self.text) is not None

    @property
    def short_sentence(self) -> bool:
        """Whether it is a sentence of fewer words: "Operations are ongoing." """
        told = _FINITE.search(self.text) is not None or _SHORT_VERB.search(self.text) is not None
        return 3 <= len(self.words) < 6 and told and self.text[0].isupper() and self.text.rstrip().endswith(".")

    @property
    def prose(self) -> bool:
        """Whether it reads as a paragraph of running text."""
        many = len(self.words)
        return (many >= PROSE_WORDS and self.terminal) or many >= LONG_WORDS

    @property
    def tells(self) -> bool:
        """Whether it is as long as a paragraph and has a finite verb: a sentence that lost its full stop."""
        return len(self.words) >= PROSE_WORDS and _FINITE.search(self.text) is not None

    def cut(self, start: int, end: int, reason: str) -> None:
        """Take a passage of this piece out of the report (offsets in the page's text)."""
        self.cuts = tuple(sorted((*self.cuts, Cut(start, end, reason))))


class Draft(Struct):
    """All pieces of a page in reading order."""

    text: str
    pieces: list[Piece]

    def kept(self) -> list[Piece]:
        """The pieces that no rule has dropped so far."""
        return [piece for piece in self.pieces if piece.dropped is None]


def kept_runs(piece: Piece, text: str) -> list[tuple[int, int]]:
    """What the cuts leave of a piece: [start, end) runs without white space at their ends."""
    runs, at = [], piece.start
    for cut in piece.cuts:
        if cut.start > at:
            runs.append((at, cut.start))
        at = max(at, cut.end)
    if at < piece.end:
        runs.append((at, piece.end))
    trimmed = [trim(text, start, end) for start, end in runs]
    return [(start, end) for start, end in trimmed if start < end]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The passage without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def blocks_of(draft: Draft) -> tuple[Block, ...]:
    """The kept passages."""
    blocks = []
    for piece in draft.kept():
        blocks += [
            Block(start, end, piece.kind)
            for start, end in kept_runs(piece, draft.text)
            if _says(draft.text, start, end)
        ]
    return tuple(blocks)


def dropped_of(draft: Draft) -> tuple[Dropped, ...]:
    """The dropped passages: whole pieces, cuts, and the stray marks that cuts leave behind."""
    found: list[Cut] = []
    for piece in draft.pieces:
        if piece.dropped is not None:
            found.append(Cut(piece.start, piece.end, piece.dropped))
            continue
        found += _disjoint(piece.cuts)
        found += [Cut(s, e, "symbols") for s, e in kept_runs(piece, draft.text) if not _says(draft.text, s, e)]
    trimmed = [(trim(draft.text, cut.start, cut.end), cut.reason) for cut in sorted(found)]
    return tuple(Dropped(s, e, reason, draft.text[s:e]) for (s, e), reason in trimmed if s < e)


def _says(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start:end])


def _disjoint(cuts: tuple[Cut, ...]) -> list[Cut]:
    """Cuts without their overlaps: what an earlier cut holds is not told twice."""
    found: list[Cut] = []
    at = -1
    for cut in cuts:
        start = max(cut.start, at)
        if start < cut.end:
            found.append(Cut(start, cut.end, cut.reason))
            at = cut.end
    return found
