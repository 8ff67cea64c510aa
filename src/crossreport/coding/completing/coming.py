"""The day on which those came who then do something: "They came back on Friday night. They beheaded four men".

In: a happening without a day of its own. Out: the day of the sentence right before, if that only tells of coming.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import is_verb
from crossreport.model import When
from crossreport.words.classes.motion import motion
from crossreport.words.families import BY_RAIDERS

_AGAIN = frozenset({"they", "he", "she", "both", "some"})
DONE = FORCE | BY_RAIDERS


def day_of_coming(doc: Document, draft: Draft) -> When | None:
    """The day of the coming that the sentence before tells; None if it tells none, or of others."""
    before = draft.word.sentence - 1
    if draft.type not in DONE or before < 0 or not _goes_on(doc, draft.word):
        return None
    if doc.sentences[before].block != doc.sentences[draft.word.sentence].block:
        return None
    for verb in doc.words_of(before):
        if doc.token(verb).rel == "root" and doc.lemma(verb) in motion().turning_up and doc.token(verb).xpos == "VBD":
            days = {m.span: m.value for kid in doc.kids(verb, "obl", "advmod") for m in doc.covering(kid, "time")}
            exact = [day for day in days.values() if isinstance(day, When) and day.precision in ("day", "days")]
            return exact[0] if len(exact) == 1 else None
    return None


def _goes_on(doc: Document, word: Word) -> bool:
    """ "They beheaded four", "and burnt houses": whether those told of before do it, in the simple past."""
    while doc.rel(word) == "conj" and (head := doc.parent(word)) is not None and is_verb(doc, head):
        if doc.kids(word, "nsubj", "nsubj:pass"):
            return False
        word = head
    past = doc.token(word).xpos == "VBD" and doc.token(word).rel == "root"
    return past and any(doc.text(noun) in _AGAIN for noun in doc.kids(word, "nsubj"))
