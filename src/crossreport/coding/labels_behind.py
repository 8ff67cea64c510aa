"""The voice at the end of a headline: "Three dead in drone attack – governor", "Two killed in shelling: police".

In: a sentence. Out: the words of that voice, behind the last dash or colon; empty where something else stands there.
"""

from crossreport.coding.document import Document, Word
from crossreport.words.reporting import reporting

_MARKS = frozenset({"–", "—", "-", ":", "--"})
_LONGEST = 5  # words of such a voice: "Ukraine's air force", "regional governor"
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "PART", "ADP", "DET"})


def label_behind(doc: Document, sentence: int) -> list[Word]:
    """The words behind the mark, if they are a phrase of somebody who speaks in headlines."""
    words = doc.words_of(sentence)
    mark = next((w for w in reversed(words) if doc.text(w) in _MARKS), None)
    if mark is None or mark.token < 2 or doc.text(words[-1]) in (".", "!", "?"):
        return []
    voice = words[mark.token + 1 :]
    apart = doc.page.text[doc.token(mark).end : doc.token(mark).end + 1].isspace()
    if not 0 < len(voice) <= _LONGEST or not apart or any(doc.token(w).upos not in _PHRASE for w in voice):
        return []
    return voice if _speaks(doc, voice) else []


def _speaks(doc: Document, voice: list[Word]) -> bool:
    """Whether the last noun of the phrase is of those who tell: officials, police, an army, a monitor, witnesses."""
    last = next((w for w in reversed(voice) if doc.token(w).upos in ("NOUN", "PROPN")), None)
    if last is None:
        return False
    kinds = reporting().kinds.values()
    return any(doc.lemma(w) in nouns for w in voice for nouns in kinds) or bool(doc.covering(last, "actor", "person"))
