"""Words in "-ing" that name a deed, and whom a list names before them: "Jane D., 12, Kisala - shelling by soldiers"."""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import by_phrase
from crossreport.coding.phrases.nouns import actors_of


def names_a_deed(doc: Document, word: Word) -> bool:
    """ "Shelling by government forces": done by somebody, a word in "-ing" without an auxiliary names a deed."""
    alone = doc.token(word).xpos == "VBG" and not doc.kids(word, "aux", "aux:pass", "obj", "nsubj")
    return alone and any("by" in doc.cases(noun) and actors_of(doc, noun) for noun in by_phrase(doc, word))


def listed(doc: Document, word: Word) -> list[Word]:
    """ "Jane D., 12, Kisala - shelling by soldiers": whom a list names before it was hit."""
    head = doc.parent(word)
    if head is None or doc.rel(word) not in ("acl", "parataxis") or not doc.headed(head, "person"):
        return []
    return [head]
