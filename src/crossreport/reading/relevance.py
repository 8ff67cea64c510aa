"""Whether a page reports conflict at all, by its plain words: a first look that costs nothing beside a full reading.

In: a page's kept text. Out: a score, and a rejection of pages below the bar. It decides by words in lower case alone,
so no name of a place, party or outlet counts for or against a page. It sorts out what is clearly something else; what
is doubtful is read.
"""

import math
import re
from collections import Counter
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from crossreport.model import Page, Rejection

RULE = "not_conflict"
# All pages of held-back outlets and of ten other wars are kept, and 9 in 10 of a source of another time and style; of
# other news, 7 to 8 in 10 are dropped (`python -m evals.relevance`). Set low: what is dropped is lost to the eye.
BAR = -2.5
LEAST_WORDS = 25  # a shorter page is read: a flash of two lines says too little to be judged
_WORD = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w])")
_MOST = 4000  # words of a page that are looked at


class Weights(Struct, frozen=True):
    """What a page begins with, and what each of its words adds."""

    start: float
    weights: dict[str, float]


@cache
def _weights() -> Weights:
    data = files("crossreport.reading").joinpath("weights", "relevance.json").read_bytes()
    return msgspec.json.decode(data, type=Weights)


def plain_words(text: str) -> list[str]:
    """The words in lower case, of three letters or more.

    >>> plain_words("Rebels shelled Aleppo on Monday, killing two people.")
    ['shelled', 'killing', 'two', 'people']
    """
    return _WORD.findall(text)[:_MOST]


def relevance(text: str) -> float | None:
    """How much a text reads as reporting of conflict: above 0 rather so than not; None if it is too short to tell."""
    counts = Counter(plain_words(text))
    if sum(counts.values()) < LEAST_WORDS:
        return None
    table = _weights()
    values = {word: 1 + math.log(count) for word, count in counts.items() if word in table.weights}
    length = math.sqrt(math.fsum(value * value for value in values.values())) or 1.0
    return table.start + math.fsum(table.weights[word] * value for word, value in values.items()) / length


def not_conflict(page: Page) -> Rejection | None:
    """The page's rejection, if it is clearly about something else."""
    score = relevance("\n".join(page.text[block.start : block.end] for block in page.blocks))
    if score is None or score >= BAR:
        return None
    says = f"It does not read as reporting of conflict (score {score:.2f}, bar {BAR}). Read it without --relevance."
    return Rejection(page.name, RULE, says)
