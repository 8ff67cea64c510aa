"""Fire from the air, whatever the words for it, and bombs that fell: none of them was laid.

In: a trigger's word. Out: whether aircraft sent it, or whether what is named came down from above.
"""

from crossreport.coding.arguments import doers
from crossreport.coding.bombers import carries_bomb
from crossreport.coding.document import Document, Word
from crossreport.words.events import ontology

_FALLING = frozenset({"fall", "land", "rain", "drop", "crash", "slam"})


def sent_from_air(doc: Document, word: Word) -> bool:
    """ "Helicopters fired rockets", "two jets delivered a missile strike": what sends it is an aircraft."""
    verb = word if doc.token(word).upos == "VERB" else doc.parent(word)
    if verb is None or doc.token(verb).upos != "VERB" or (verb != word and doc.rel(word) != "obj"):
        return False
    flying = ontology().classes["aircraft"]
    return any(doc.lemma(noun) in flying and not carries_bomb(doc, noun) for noun in doers(doc, verb))


def fell(doc: Document, bomb: Word) -> bool:
    """ "Killed by bombs that landed on the town", "hit by a bomb which fell on X"."""
    if doc.lemma(bomb) not in ontology().classes["payloads"]:
        return False
    return any(doc.lemma(kid) in _FALLING for kid in doc.kids(bomb, "acl:relcl", "acl"))
