"""The named person whose office a bare title means: "Governor Oleh Sirko … The governor said".

In: a title without a name and the page. Out: the one person whom the page calls so by name before it; none where two
are called so, or where the title has a land or a body of its own beside it.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.nouns import actor
from crossreport.model import Actor
from crossreport.words.reporting import reporting

_BESIDE = ("compound", "amod", "nmod:poss")


def holder(doc: Document, title: Word) -> Actor | None:
    """Who holds the office, as the page names them."""
    official = reporting().kinds["official"]
    definite = any(doc.text(kid) == "the" for kid in doc.kids(title, "det"))
    if doc.lemma(title) not in official or not definite or doc.kids(title, "nmod", "appos", "flat", "nmod:poss"):
        return None
    if doc.token(title).xpos not in ("NN", "NNP"):
        return None
    words = _words(doc, title)
    found: dict[str, Actor] = {}
    for mention in doc.mentions:
        who, name = mention.value, doc.word_of(mention)
        if mention.kind != "person" or name is None or not isinstance(who, Actor) or actor(mention).generic:
            continue
        for office in _offices(doc, name):
            if office < title and doc.lemma(office) == doc.lemma(title) and words <= _words(doc, office):
                found[who.id] = who
    return next(iter(found.values())) if len(found) == 1 else None


def _offices(doc: Document, name: Word) -> list[Word]:
    """The nouns that say what somebody is, beside the name."""
    head = doc.parent(name)
    above = [head] if head is not None and doc.rel(name) in ("appos", "flat", "nmod") else []
    return [*doc.kids(name, "compound", "appos", "nmod:desc", "flat"), *above]


def _words(doc: Document, office: Word) -> set[str]:
    """The words that tell one office of a kind from another: "foreign" of "the foreign secretary"."""
    before = doc.words_of(office.sentence)[max(0, office.token - 2) : office.token]
    beside = {*doc.kids(office, *_BESIDE), *(w for w in before if doc.parent(w) == doc.parent(office))}
    return {doc.lemma(w) for w in beside if doc.token(w).upos in ("NOUN", "ADJ", "PROPN") and w < office}
