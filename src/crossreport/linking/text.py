"""A page in, its kept words as numbers out: what copies are recognised by. Titles and dropped passages stay out.

Headlines are rewritten by every outlet and standing heads are shared by all, so neither may decide about an origin.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crossreport.linking.function_words import function_words
from crossreport.linking.lexicon import lexicon
from crossreport.model import Block, Page

Hashes: TypeAlias = NDArray[np.uint64]
Indices: TypeAlias = NDArray[np.int64]

SHINGLE = 5  # words; shorter ones are idiom, longer ones break at every small edit
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_\d]+(?:['’ʼ`´][^\W_\d]+)*|[^\W_]+")
_BREAK = re.compile(r"[.!?…؟。][\"”’»')\]]*\s+(?=[^\sa-z])|\n\s*\n")
_STRIP = re.compile(r"['’ʼ`´.,]")
SHORT_WORD = 5  # letters; "hour" and "size" are spelt alike everywhere
_SPELT = {"our": "or", "tre": "ter", "ise": "ize", "isi": "izi", "isa": "iza", "ll": "l"}
_OCEAN = re.compile(r"our|tre$|ise(?=[ds]?$)|isi(?=ng$)|isa(?=tion)|ll(?=ed$|ing$)")
_QUOTES = re.compile(r"[“”\"„«»]")
_OPENING = "“„«"
_PRIME = np.uint64(0x9E3779B97F4A7C15)


class Words:
    """Word to 64-bit number, the same on every machine; one table a run so that no word is hashed twice."""

    def __init__(self) -> None:
        self._table: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number of a word, whatever its case, apostrophes, thousands separators, and side of the ocean or front.

        "Neighborhood" is "neighbourhood", "regime" is "government": who reprints a text of the other side swaps them.
        """
        found = self._table.get(word)
        if found is None:
            bare = _STRIP.sub("", word.casefold())
            bare = lexicon().swapped_for.get(bare, bare)
            bare = _OCEAN.sub(lambda match: _SPELT[match.group()], bare) if len(bare) > SHORT_WORD else bare
            found = int.from_bytes(blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
            self._table[word] = found
        return found


class KeptText(NamedTuple):
    """The words of a page's kept paragraphs: numbers, the sentence of each, whether in a quotation or a stock phrase,
    and whether it is a word of the telling (`own`) and not of names, days, kinds of places or grammar.

    `sentences` holds [start, end) in `Page.text`; `shingles` the sorted distinct 5-word numbers, `at` the index of
    the first word of each.
    """

    page: str
    numbers: Hashes
    sentence: Indices
    quoted: NDArray[np.bool_]
    stock: NDArray[np.bool_]
    own: NDArray[np.bool_]
    sentences: tuple[tuple[int, int], ...]
    shingles: Hashes
    at: Indices

    @property
    def size(self) -> int:
        """How many words."""
        return len(self.numbers)


def kept_text(page: Page, words: Words) -> KeptText:
    """The kept words of `page`; a page without paragraphs has none."""
    numbers: list[int] = []
    owner: list[int] = []
    quoted: list[bool] = []
    stock: list[bool] = []
    own: list[bool] = []
    ranges: list[tuple[int, int]] = []
    for start, end in bodies(page):
        inside = quotations(page.text, start, end)
        common = [match.span() for match in lexicon().stock_phrase.finditer(page.text, start, end)]
        for first, last in sentences(page.text, start, end):
            found = list(_WORD.finditer(page.text, first, last))
            if not found:
                continue
            owner.extend([len(ranges)] * len(found))
            ranges.append((first, last))
            numbers.extend(words.number(match.group()) for match in found)
            quoted.extend(_within(match.start(), inside) for match in found)
            stock.extend(_within(match.start(), common) for match in found)
            loud = page.text[first:last].isupper()  # in capitals throughout: they mark no name
            own.extend(_tells(match.group(), loud or match.start() == first) for match in found)
    array = np.array(numbers, dtype=np.uint64)
    shingles, at = np.unique(_shingles(array), return_index=True)
    return KeptText(
        page.id,
        array,
        np.array(owner, dtype=np.int64),
        np.array(quoted, dtype=np.bool_),
        np.array(stock, dtype=np.bool_),
        np.array(own, dtype=np.bool_),
        tuple(ranges),
        shingles,
        at.astype(np.int64),
    )


def _tells(word: str, opens: bool) -> bool:
    """Whether a word is one that a teller chooses: no name or number, no grammar, and not where or when it was.

    >>> [_tells(word, False) for word in ("shelled", "Adwa", "12", "village", "northern", "the")]
    [True, False, False, False, False, False]
    """
    if word[0].isdigit() or (word[0].isupper() and not opens):
        return False
    bare = word.casefold()
    where = not lexicon().where_words.isdisjoint((bare, bare.removesuffix("s"), bare.removesuffix("ern")))
    return len(bare) >= TOLD_LETTERS and bare not in function_words() and not where


TOLD_LETTERS = 3  # shorter words are grammar


def _within(offset: int, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in stretches)


def bodies(page: Page) -> Iterator[tuple[int, int]]:
    """[start, end) of the page's paragraphs, without the dateline."""
    for block in page.blocks:
        if block.kind == "paragraph":
            yield _behind_dateline(page, block)


def _behind_dateline(page: Page, block: Block) -> tuple[int, int]:
    line = page.dateline
    if line is not None and block.start <= line.start and line.end < block.end:
        return line.end, block.end
    return block.start, block.end


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """[start, end) of the sentences of a stretch, white space off."""
    first = start
    for match in _BREAK.finditer(text, start, end):
        yield _trimmed(text, first, match.end())
        first = match.end()
    if first < end:
        yield _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between quotation marks; an unclosed one runs to the end of its paragraph, as news style has it."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _QUOTES.finditer(text, start, end):
        if opened is None and match.group() not in "”»":
            opened = match.start()
        elif opened is not None and match.group() not in _OPENING:
            found.append((opened, match.end()))
            opened = None
    if opened is not None:
        found.append((opened, end))
    return found


def _shingles(numbers: Hashes) -> Hashes:
    count = len(numbers) - SHINGLE + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for offset in range(SHINGLE):
        total = total * _PRIME + numbers[offset : offset + count]
        total ^= total >> np.uint64(29)
    return total
