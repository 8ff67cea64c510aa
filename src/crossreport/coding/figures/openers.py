"""What a post or an entry says in front of its colon: "Myrnohrad hospital: seven dead", "UPDATE Tin-Aberdane: …".

In: a word of the page. Out: the names that open its paragraph so. Refuses labels that tell something or name a speaker.
"""

import re

from crossreport.coding.page.document import Document, Word
from crossreport.coding.settings.shared import block_of

_LABEL = re.compile(r"\s*(?:[\d.:h]+\s*(?:[-–—]\s*)?)?([^:\n.!?“\"]{3,60}):\s")  # behind a clock, if there is one
_TAGS = frozenset({"update", "updated", "latest", "breaking", "correction", "the", "new", "now"})


def named_in_front(doc: Document, word: Word) -> frozenset[str]:
    """The names in the label of the word's paragraph, in lower case."""
    block = doc.page.blocks[block_of(doc, word)]
    label = _LABEL.match(doc.page.text[block.start : block.end])
    if label is None:
        return frozenset()
    start, end = block.start + label.start(1), block.start + label.end(1)
    inside = [w for s in _sentences(doc, start, end) for w in doc.words_of(s) if start <= doc.token(w).start < end]
    if any(doc.token(w).upos in ("VERB", "AUX") or doc.covering(w, "actor", "person") for w in inside):
        return frozenset()
    capital = [doc.token(w).text for w in inside if doc.token(w).text[:1].isupper()]
    return frozenset(text.lower() for text in capital) - _TAGS


def told_in(doc: Document, names: frozenset[str], s: int) -> bool:
    """Whether the paragraph of a sentence has one of the names."""
    block = doc.page.blocks[doc.sentences[s].block]
    text = doc.page.text[block.start : block.end].lower()
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)


def _sentences(doc: Document, start: int, end: int) -> list[int]:
    return [s for s, sentence in enumerate(doc.sentences) if sentence.start < end and sentence.end > start]
