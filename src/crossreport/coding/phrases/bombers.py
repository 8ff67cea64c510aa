"""Whether a noun is a "bomber" who carries a bomb; a country, an army or a make before it is that of a plane."""

from crossreport.coding.page.document import Document, Word
from crossreport.model.analysis import PLURAL
from crossreport.words.actor_nouns import word_set
from crossreport.words.bombers import carries_bomb
from crossreport.words.events import ontology


def is_bomber(doc: Document, word: Word) -> bool:
    """Whether the word is "bomber" and a person: "a motorcycle bomber", "the bomber"; no "Russian bomber"."""
    if doc.lemma(word) != "bomber":
        return False
    beside = [kid for kid in doc.kids(word, "compound", "amod", "nmod:poss", "flat") if kid < word]
    flown = any(_of_a_plane(doc, kid) for kid in beside)
    return carries_bomb(map(doc.lemma, beside), plural=doc.token(word).xpos in PLURAL, flown=flown)


def _of_a_plane(doc: Document, word: Word) -> bool:
    """ "Russian", "Su-24", "army", "heavy": what stands before a plane."""
    named = doc.token(word).text[:1].isupper() or bool(doc.covering(word, "actor"))
    return named or doc.lemma(word) in word_set("plane_words") | ontology().classes["aircraft"]
