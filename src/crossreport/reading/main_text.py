"""The pieces of an HTML page in; those that are not its main text dropped, as trafilatura decides in the child process.

Where that failed or was too slow, the regions of the page (nav, footer, aside) and the share of links decide.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, takewhile

from crossreport.reading.draft import Draft, Piece
from crossreport.reading.extractor import Extracted

_SHINGLE = 3
_LEAST_RUNS = 5  # words of a piece that is known by its own runs
_BESIDE = _SHINGLE - 1  # pieces above and below that give a shorter one the rest of its runs
_SHARE = 0.75  # of a piece's three-word runs that the main text must hold
_WORD = re.compile(r"[^\W_]+")
_LINK_HEAVY = 0.6
_LINKED_TEXT = 0.2  # share of running text that may be links
_BROKEN = 3  # paragraphs at most that broken markup takes out in one place; any from 1 to 8 on article_extraction dev
_FRAME = ("menu", "footer", "aside", "form")
_HEAD = 6  # words of what may stand between
_LEAST_MAIN = 10  # words: less than that is no main text


def mark_main_text(draft: Draft, found: Extracted | None) -> None:
    """Drop what is not main text with the region that it stands in as reason; None: trafilatura gave no answer.

    Rows of a table of incidents are the report wherever they stand, but in the page's frame.
    """
    if found is None or found.text is None or len(_words(found.text)) < _LEAST_MAIN:
        _by_regions(draft)
    else:
        _by_main_text(draft, found.text)


def _by_main_text(draft: Draft, main: str) -> None:
    known = _Known(main)
    for piece, held in zip(draft.pieces, known.holds(draft.pieces), strict=True):
        if not held and piece.heading != 1 and not _told_in_table(piece):
            piece.dropped = piece.region or ("links" if piece.links > _LINK_HEAVY else "not_main_text")
    _take_back(draft.pieces)


def _told_in_table(piece: Piece) -> bool:
    return piece.entry and piece.region not in _FRAME


def _take_back(pieces: list[Piece]) -> None:
    """A few full sentences that tell between two kept paragraphs are of the report: its markup was broken there.

    So is a list of a few right behind the last paragraph, with no more than a heading or a time of day between.
    """
    kept = [index for index, piece in enumerate(pieces) if piece.dropped is None and piece.prose and not piece.heading]
    for before, after in pairwise(kept):
        _keep_few(piece for piece in pieces[before + 1 : after] if piece.tells and _is_left_out(piece))
    for heading in _inner_headings(pieces, kept):
        heading.dropped = None
    if kept:
        _keep_few(filter(_is_item, takewhile(_goes_on, pieces[kept[-1] + 1 :])))


def _inner_headings(pieces: list[Piece], kept: list[int]) -> Iterator[Piece]:
    """Headings right between what is kept and a kept paragraph: they say of which place or day the next part tells."""
    for after in kept[1:]:
        piece = pieces[after - 1]
        alone = piece.heading > 1 and piece.dropped == "not_main_text" and piece.links <= _LINKED_TEXT
        if alone and pieces[after - 2].dropped is None:
            yield piece


def _keep_few(lost: Iterable[Piece]) -> None:
    few = list(lost)
    for piece in few if len(few) <= _BROKEN else []:
        piece.dropped = None


def _goes_on(piece: Piece) -> bool:
    return _is_item(piece) or (not piece.sentence and len(piece.words) <= _HEAD)


def _is_item(piece: Piece) -> bool:
    return piece.listed and _is_left_out(piece)


def _is_left_out(piece: Piece) -> bool:
    """Whether full sentences, not mostly links, were taken for no main text."""
    whole = piece.prose and piece.sentence and piece.links <= _LINKED_TEXT
    return whole and piece.dropped == "not_main_text"


class _Known:
    """The main text as lines and three-word runs."""

    def __init__(self, main: str) -> None:
        self.lines = {tuple(_words(line)) for line in main.splitlines()}
        words = _words(main)
        self.runs = set(_runs(words))

    def holds(self, pieces: list[Piece]) -> Iterator[bool]:
        """Of each piece, whether the main text has its words as a line, or most of their runs.

        A piece of few words has none of its own: then those count that begin or end in the pieces beside it, for the
        main text may have made one line of a row's cells or of what an element parts.
        """
        told = [_words(piece.text) for piece in pieces]
        for at, words in enumerate(told):
            if tuple(words) in self.lines:
                yield True
            elif len(words) >= _LEAST_RUNS:
                runs = list(_runs(words))
                yield sum(run in self.runs for run in runs) >= _SHARE * len(runs)
            else:
                before = chain.from_iterable(told[max(at - _BESIDE, 0) : at])
                after = chain.from_iterable(told[at + 1 : at + 1 + _BESIDE])
                yield bool(words) and self._goes_on([*before][1 - _SHINGLE :], words, [*after][: _SHINGLE - 1])

    def _goes_on(self, before: list[str], words: list[str], after: list[str]) -> bool:
        """Whether every word of a short piece lies in a run that it shares with its neighbours."""
        text = [*before, *words, *after]
        held = {at + of for at, run in enumerate(_runs(text)) if run in self.runs for of in range(_SHINGLE)}
        return held.issuperset(range(len(before), len(before) + len(words)))


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _by_regions(draft: Draft) -> None:
    for piece in draft.pieces:
        if piece.region in _FRAME or (piece.links > _LINK_HEAVY and not piece.heading):
            piece.dropped = piece.region or "links"
