"""Where the hurt are brought, or die of their wounds: the place of a hospital, and not where they were hit.

In: a word that tells harm and a place of its sentence. Out: whether the place is one of care only.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_verb
from crossreport.words.events import ontology
from crossreport.words.figures import figure_words, toll_forms

_GOALS = frozenset({"to", "into", "in", "at"})


def is_of_care(doc: Document, word: Word, at: Word) -> bool:
    """ "Three were hurt and flown to X", "rushed to X, where two died", "a third died at the hospital in X"."""
    steps = doc.path(at)
    verb = next((step for step in steps[1:] if is_verb(doc, step)), None)
    if verb is None:
        return False
    below = steps[steps.index(verb) - 1]
    if doc.rel(below) != "obl" or not _GOALS & set(doc.cases(below)):
        return False
    if verb == word:
        wards = {doc.lemma(step) for step in (*steps[: steps.index(verb)], *doc.kids(verb, "obl"))}
        return doc.lemma(word) in _dying() and bool(wards & figure_words().care)
    carries = doc.lemma(verb) in figure_words().brought | figure_words().carried | figure_words().moved
    carries = carries and (doc.text(word) in toll_forms() or doc.lemma(word) in figure_words().blows | _dying())
    return carries and doc.lemma(word) != doc.lemma(verb) and (_beside(doc, verb, word) or _there(doc, word, steps))


def _dying() -> frozenset[str]:
    return frozenset(ontology().tolls["killed"].patient)


def _beside(doc: Document, verb: Word, word: Word) -> bool:
    """ "Were hurt and flown": one clause told behind the other, of the same ones."""
    return doc.rel(verb) == "conj" and doc.parent(verb) == word and not doc.kids(verb, "nsubj", "nsubj:pass", "obj")


def _there(doc: Document, word: Word, steps: list[Word]) -> bool:
    """ "Taken to X, where two died"."""
    head = doc.parent(word)
    where = any(doc.text(kid) == "where" for kid in doc.kids(word, "advmod"))
    return where and doc.token(word).rel == "acl:relcl" and head in steps
