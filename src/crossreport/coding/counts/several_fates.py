"""Whether one number counts people of several fates at once: "dozens were killed, wounded or captured".

In: a word that tells a fate. Out: whether other fates stand beside it for the same number. How many met which of them
nobody says; of the killed and wounded alone, a measure of its own tells.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.model.measures import HARM
from crossreport.words.closed_classes import closed_classes
from crossreport.words.figures import state_forms

_BETWEEN = frozenset({",", "/", "and", "or", "either", "gone", "been", "also", "else"})
_SEIZED = frozenset({"taken"})  # "killed or taken prisoner"


def of_several_fates(doc: Document, told: Word) -> bool:
    """ "Killed or captured", "dead, wounded or missing"; not "abducted and killed", where all met both."""
    row = [told]
    for step in (1, -1):
        at = told.token + step
        while 0 <= at < len(doc.words_of(told.sentence)) and _goes_on(doc, Word(told.sentence, at)):
            row.append(Word(told.sentence, at))
            at += step
    fates = {fate for word in row if (fate := _fate(doc, word)) is not None}
    if fates <= HARM or len(fates) < 2:
        return False
    ends = [word.token for word in row if _fate(doc, word) is not None]
    return fates > HARM or any(doc.text(word) in ("or", "/") and min(ends) < word.token < max(ends) for word in row)


def _goes_on(doc: Document, word: Word) -> bool:
    return doc.text(word) in _BETWEEN or _fate(doc, word) is not None


def _fate(doc: Document, word: Word) -> str | None:
    """The fate that a participle or adjective tells."""
    if doc.token(word).upos not in ("VERB", "ADJ"):
        return None
    if doc.text(word) in _SEIZED:
        return "detained"
    return state_forms().get(doc.text(word)) or closed_classes().fate_of(doc.lemma(word))
