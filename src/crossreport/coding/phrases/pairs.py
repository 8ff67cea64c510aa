"""Nouns that call two sides both without a name: "both sides", "the two armies", "all parties"."""

from crossreport.coding.page.document import Document, Word
from crossreport.words.classes.folk import folk

_BOTH = frozenset({"two", "both", "warring", "rival", "opposing", "2"})
_WHOLE = frozenset({"all", "conflicting"})  # … of the bare nouns: "all parties", not "all groups"


def calls_both(doc: Document, noun: Word) -> bool:
    """Whether the noun means two sides told of elsewhere and says no more of them."""
    lemma = doc.lemma(noun)
    if lemma not in folk().pairs:
        return False
    kids = doc.kids(noun, "nummod", "det", "det:predet", "amod", "cc:preconj")
    whose = any({"of", "from"} & set(doc.cases(kid)) for kid in doc.kids(noun, "nmod"))
    unnamed = not whose and not doc.kids(noun, "compound", "acl", "acl:relcl", "conj")
    counts = _BOTH | (_WHOLE if lemma in folk().sides else frozenset())
    return unnamed and any(doc.text(kid) in counts for kid in kids)
