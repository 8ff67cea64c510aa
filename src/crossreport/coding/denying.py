"""Denials that point back: "The army denied this", "…, which the army denied", "dismissed the report as false".

In: a saying that denies, and the words of coded happenings. Out: the ids of the reports that it denies: those told in
the nearest sentence before it, itself included, by another voice.
"""

from collections.abc import Mapping

from crossreport.coding.attribution import Voices
from crossreport.coding.document import Document, Word
from crossreport.coding.speaking import Saying
from crossreport.words.reporting import reporting

REACH = 3  # sentences back to what is denied; calibrated on the own pages' dev part
_POINTING = frozenset({"this", "that", "it", "them", "these", "those", "which", "any"})


def is_denial(doc: Document, saying: Saying) -> bool:
    """Whether the verb or noun that gives the voice denies."""
    lemma = doc.lemma(saying.cue)
    return "deny" in (reporting().verbs.get(lemma), reporting().saying_nouns.get(lemma))


def denied_before(doc: Document, voices: Voices, saying: Saying, told: Mapping[Word, str]) -> tuple[str, ...]:
    """Ids of the reports that a denial without a deed of its own means; none where its object is something else."""
    if not _points_back(doc, saying):
        return ()
    for s in range(saying.cue.sentence, max(-1, saying.cue.sentence - REACH - 1), -1):
        here = [w for w in told if w.sentence == s and w < saying.cue and _by_another(voices, w, saying)]
        if here:
            return tuple(dict.fromkeys(told[w] for w in sorted(here)))
    return ()


def _by_another(voices: Voices, word: Word, saying: Saying) -> bool:
    chain = voices.chain(word)
    return not chain or chain[-1].speaker != saying.chain[-1].speaker


def _points_back(doc: Document, saying: Saying) -> bool:
    """Whether the denied thing is a pronoun or a claim that says no more of itself."""
    for kid in doc.kids(saying.cue, "obj", "nsubj:pass", "iobj"):
        bare = not any(doc.rel(deeper) in ("acl", "nmod", "ccomp") for deeper in doc.kids(kid))
        if doc.text(kid) in _POINTING or (doc.lemma(kid) in reporting().claimed_nouns and bare):
            return True
    return False
