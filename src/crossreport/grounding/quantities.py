"""How many: number expressions of a page with their literal interval.

In: a page and its analysis. Out: mentions of kind "quantity", in reading order, each with its wording, its literal
interval and the rule that read it. Who is counted, and whether a number is a toll, is decided in coding; a single
figure appears only through a profile (words/profiles.py).
"""

import re
from functools import cache

from crossreport.grounding.numbers.filters import read_shares, refusal, with_unit
from crossreport.grounding.numbers.read import Reading, read_quantities
from crossreport.grounding.numbers.singular import read_singulars
from crossreport.grounding.numbers.words import number_words
from crossreport.grounding.times.mentions import time_passages
from crossreport.model import Analysis, Mention, Page, Quantity, Sentence, Span, content_id


def ground_quantities(page: Page, analysis: Analysis) -> tuple[Mention, ...]:
    """Every number expression of the page's sentences.

    `head` is the offset of the number or quantifier word ("1,600" in "at least 1,600"). "No reports of casualties"
    gives bound `unreported`, never a zero. A singular person in a context of harm ("a child") gives one, rule
    `singular`.
    """
    found: list[Mention] = []
    for sentence in analysis.sentences:
        found.extend(_mention(page, sentence, reading) for reading in _sentence_readings(page, sentence))
    return tuple(found)


@cache
def _unreported() -> re.Pattern[str]:
    joined = "|".join(pattern.replace(" ", r"\s+") for pattern in number_words().unreported)
    return re.compile(rf"(?<![\w-])(?:{joined})\b", re.IGNORECASE)


def _sentence_readings(page: Page, sentence: Sentence) -> list[Reading]:
    """All readings of one sentence by their place; a passage belongs to the first kind that claims it."""
    text = page.text[sentence.start : sentence.end]
    passages = [(found.start(), found.end()) for found in _unreported().finditer(text)]
    kept = [Reading(*passage, passage[0], None, None, None, "unreported", "unreported") for passage in passages]
    taken = bytearray(len(text))  # 1 where a passage has been claimed
    for start, end in passages + time_passages(page, sentence):
        taken[start:end] = bytes([1]) * (end - start)
    for reading in read_shares(text) + _counting(text) + read_singulars(page, sentence):
        if not any(taken[reading.start : reading.end]):
            kept.append(reading)
            taken[reading.start : reading.end] = bytes([1]) * (reading.end - reading.start)
    return sorted(kept)


def _counting(text: str) -> list[Reading]:
    return [with_unit(text, reading) for reading in read_quantities(text) if refusal(text, reading) is None]


def _mention(page: Page, sentence: Sentence, reading: Reading) -> Mention:
    span = Span.of(page.text, sentence.start + reading.start, sentence.start + reading.end)
    value = Quantity(
        reading.low, reading.best, reading.high, reading.bound, " ".join(span.quote.split()), reading.unit, reading.rule
    )
    return Mention(
        id=content_id("mention", page.id, "quantity", span.start, span.end),
        page=page.id,
        kind="quantity",
        span=span,
        value=value,
        candidates=(),
        reasons=(),
        head=sentence.start + reading.head,
    )
