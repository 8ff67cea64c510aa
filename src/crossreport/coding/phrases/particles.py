"""Particles of verbs, wherever trees hang them: "handed over 22 soldiers", "was fired on", "chopped off the ears".

In: a verb and the particle that a meaning asks for. Out: whether it stands there.
"""

from collections.abc import Sequence

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_passive


def has_particle(doc: Document, verb: Word, particle: str) -> bool:
    """Whether the verb has the particle; "handed over 22 soldiers": trees take it for "more than 22"."""
    if any(doc.text(kid) == particle for kid in doc.kids(verb, "compound", "advmod", "obl", "case", "xcomp")):
        return True
    words = doc.words_of(verb.sentence)
    behind = words[verb.token + 1] if verb.token + 1 < len(words) else None
    if behind is not None and doc.text(behind) == particle and _before_of(doc, words, behind):
        return True
    if behind is not None and doc.text(behind) == particle and doc.token(behind).xpos == "RP":
        return True  # "chopped off the ears", hung on the ears
    if behind is not None and doc.text(behind) == particle and _stranded(doc, verb, behind):
        return True
    number = doc.parent(behind) if behind is not None else None
    counted = number is not None and behind is not None and doc.token(number).xpos == "CD" and behind < number
    return counted and behind is not None and doc.text(behind) == particle


def _before_of(doc: Document, words: Sequence[Word], particle: Word) -> bool:
    """ "Moved out of three villages", "broke away from the front": trees take both words for one preposition."""
    after = words[particle.token + 1] if particle.token + 1 < len(words) else None
    return after is not None and doc.text(after) in ("of", "from") and doc.text(particle) in ("out", "away", "off")


def _stranded(doc: Document, verb: Word, preposition: Word) -> bool:
    """ "Was fired on near the town", "were shot at": a passive's preposition without a noun of its own."""
    words = doc.words_of(verb.sentence)
    after = words[preposition.token + 1] if preposition.token + 1 < len(words) else None
    ends = after is None or doc.token(after).upos in ("ADP", "SCONJ", "CCONJ", "ADV", "PUNCT", "VERB", "AUX")
    return ends and doc.token(preposition).upos in ("ADP", "ADV") and is_passive(doc, verb)
