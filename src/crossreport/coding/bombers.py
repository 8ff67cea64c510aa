"""A "bomber": one who carries a bomb, or a plane that drops them.

In: a noun. Out: whether it is a person. Alone in the plural it flies ("bombers attacked the town"); alone in the
singular it walks or drives ("the bomber struck at noon"); a country, an army or a make before it is that of a plane.
"""

from crossreport.coding.document import Document, Word
from crossreport.words.actor_nouns import word_set
from crossreport.words.events import ontology


def carries_bomb(doc: Document, word: Word) -> bool:
    """Whether the word is "bomber" and a person: "a motorcycle bomber", "the bomber"; no "Russian bomber"."""
    if doc.lemma(word) != "bomber":
        return False
    beside = [kid for kid in doc.kids(word, "compound", "amod", "nmod:poss", "flat") if kid < word]
    if any(doc.lemma(kid) in word_set("bomber_words") for kid in beside):
        return True
    return doc.token(word).xpos not in ("NNS", "NNPS") and not any(_of_a_plane(doc, kid) for kid in beside)


def _of_a_plane(doc: Document, word: Word) -> bool:
    """ "Russian", "Su-24", "army", "heavy": what stands before a plane."""
    named = doc.token(word).text[:1].isupper() or bool(doc.covering(word, "actor"))
    return named or doc.lemma(word) in word_set("plane_words") | ontology().classes["aircraft"]
