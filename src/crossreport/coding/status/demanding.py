"""What a list asks for: "RCD recommends: a) arrest the authors; b) reinforce the police station".

In: a verb. Out: the verb of the line above that asks, if this one is told to somebody in a list below a colon.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_verb
from crossreport.coding.settings.shared import block_of
from crossreport.words.reporting import reporting

LONGEST = 12  # items of a list of demands


def asked_in_list(doc: Document, word: Word) -> Word | None:
    """The word that asks, for a bare verb without a subject that opens an item of the list below it."""
    verb = next((step for step in doc.path(word) if is_verb(doc, step) and doc.token(step).rel == "root"), None)
    if verb is None or doc.token(verb).xpos not in ("VB", "VBP") or doc.kids(verb, "nsubj", "nsubj:pass", "aux"):
        return None
    own = word == verb or doc.rel(word) == "conj" or (not is_verb(doc, word) and doc.rel(word) == "obj")
    at = block_of(doc, verb)
    return _asking(doc, at) if own else None


def _asking(doc: Document, block: int) -> Word | None:
    """The demanding verb of the nearest paragraph above that ends in a colon."""
    for above in range(block - 1, max(-1, block - LONGEST - 1), -1):
        whole = doc.page.blocks[above]
        if not doc.page.text[whole.start : whole.end].rstrip().endswith(":"):
            continue
        last = [s for s, sentence in enumerate(doc.sentences) if sentence.block == above][-1:]
        words = [word for s in last for word in doc.words_of(s)]
        asking = reporting().status["called_for"].verbs
        return next((word for word in words if is_verb(doc, word) and doc.lemma(word) in asking), None)
    return None
