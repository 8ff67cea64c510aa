"""Who makes a statement where no register knows him: "the Independent Journalists Association asked both sides …".

In: a draft of a statement. Out: its maker, a body under the page's own name for it, in full where the page gave its
name before ("the Division"). Refuses persons, places and any noun that is none of those for bodies.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.phrases.arguments import is_passive, is_verb, subjects
from crossreport.coding.phrases.naming import by_words, phrase_of
from crossreport.model import Actor, Mention, Reason, Role, content_id
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology

_SAYING: tuple[Role, ...] = ("agent", "speaker", "party")


def name_the_body(doc: Document, draft: Draft) -> None:
    """Give a statement without a maker the body that its verb has for a subject."""
    if draft.scheme != "speaker" or draft.ids(*_SAYING) or not is_verb(doc, draft.word) or is_passive(doc, draft.word):
        return
    nouns = [noun for noun in subjects(doc, draft.word) if _is_body(doc, noun)]
    for noun in nouns[:1]:
        draft.takings = [Taking("agent", _mention(doc, _in_full(doc, noun)), noun), *draft.takings]


def _is_body(doc: Document, noun: Word) -> bool:
    """Whether a noun stands for a body with a name: "Association", "the Centre"; not "the committee's chairman"."""
    named = doc.token(noun).upos == "PROPN" or doc.token(noun).text[:1].isupper()
    body = doc.lemma(noun) in closed_classes().body_names | ontology().classes["body_noun"]
    return named and noun.token > 0 and body and not doc.covering(noun, "actor", "person", "place")


def _in_full(doc: Document, noun: Word) -> list[Word]:
    """The phrase, or the longest one before that ends in the same capitalised noun."""
    own = phrase_of(doc, noun)
    told = [
        phrase_of(doc, word)
        for word in doc.words()
        if word < noun and doc.token(word).text == doc.token(noun).text and doc.kids(word, "compound", "amod")
    ]
    return own if doc.kids(noun, "compound", "amod") else max(told, key=len, default=own)


def _mention(doc: Document, words: list[Word]) -> Mention:
    span, name = doc.span(words), by_words(doc, words)
    value = Actor(f"described:{name.lower()}", name, "other", None, generic=True)
    why = Reason("described", "a body that no register lists, under the page's own name for it", span)
    id_ = content_id("mention", doc.page.id, "described", span)
    return Mention(id_, doc.page.id, "actor", span, value, (), (why,), doc.token(words[-1]).start)
