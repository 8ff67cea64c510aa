"""What forces did on the spot that is no deed of its own: "soldiers surrounded the house", "they set up a roadblock".

In: a word of a deed without a doer. Out: a draft that is never recorded, with the force as its doer, from which
passives right behind may take him. Refuses verbs that are negated, passive or to come, and two forces in one act.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.phrases.arguments import is_passive, is_verb, subjects
from crossreport.coding.phrases.nouns import actor, actors_of
from crossreport.coding.status.negation import negated
from crossreport.model import Span
from crossreport.model.kinds import ARMED
from crossreport.words.classes.arms import arms
from crossreport.words.closed_classes import closed_classes

_PAST = frozenset({"VBD", "VBN", "VBP", "VBZ"})


def closing_in(doc: Document, word: Word, reach: int) -> Draft | None:
    """The last such act before a word in its paragraph, within so many sentences."""
    block = doc.sentences[word.sentence].block
    for s in range(word.sentence, max(-1, word.sentence - reach - 1), -1):
        if doc.sentences[s].block != block:
            return None
        for verb in reversed([each for each in doc.words_of(s) if each < word]):
            takings = _on_spot(doc, verb)
            if takings:
                token = doc.token(verb)
                span = Span.of(doc.page.text, token.start, token.end)
                return Draft(verb, "offensive", "agent_target", span, takings=takings, words=[verb])
    return None


def _on_spot(doc: Document, verb: Word) -> list[Taking]:
    """The force that does it there, if it is one."""
    token = doc.token(verb)
    if not is_verb(doc, verb) or token.xpos not in _PAST or doc.rel(verb) in ("acl", "advcl", "xcomp"):
        return []
    bars = doc.lemma(verb) in arms().putting_up and any(
        doc.lemma(kid) in arms().barriers for kid in doc.kids(verb, "obj")
    )
    acts = bars or doc.lemma(verb) in closed_classes().closing_in
    if not acts or is_passive(doc, verb) or negated(doc, verb):
        return []
    found = {
        actor(mention).id: Taking("agent", mention, noun)
        for noun in subjects(doc, verb)
        for mention in actors_of(doc, noun)
        if actor(mention).kind in ARMED
    }
    return list(found.values()) if len(found) == 1 else []
