"""Lines that only add up: "TOTALS FOR THE WEEK: 6 killed, 9 wounded, 3 abducted". What they count happened elsewhere.

In: a word. Out: whether its sentence is such a line. A total that names a place is one deed's, and is read as told.
"""

import re

from crossreport.coding.page.document import Document, Word

LEAST = 2  # numbers in a line that adds up
_TOTALS = re.compile(r"(?i)[^\w\n]{0,5}(?:[\w-]{1,20} ){0,3}(?:totals?|to date|so far)\b[^.:\n]{0,30}:")
_AHEAD = 80  # characters in which the line says that it adds up


def adds_up(doc: Document, word: Word) -> bool:
    """Whether the sentence only gives the sums of many happenings."""
    s = word.sentence
    here = doc.sentences[s]
    line = doc.page.blocks[here.block].start  # the label may be cut off as a sentence of its own
    first = line if here.start - line <= _AHEAD else here.start
    opened = _TOTALS.search(doc.page.text, first, min(here.end, first + _AHEAD))
    if opened is None or doc.told_in(s, "place"):
        return False
    return sum(doc.token(at).start >= opened.end() for _, at in doc.told_in(s, "quantity")) >= LEAST
