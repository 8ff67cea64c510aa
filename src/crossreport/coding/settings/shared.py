"""What places and days of a happening share: their paragraph, the act of saying, the reason of what is taken over."""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import raised
from crossreport.model import Mention, Reason, When
from crossreport.words.reporting import reporting


def block_of(doc: Document, word: Word) -> int:
    """The paragraph that the word stands in."""
    return doc.sentences[word.sentence].block


def under_voice(doc: Document, at: Word, word: Word) -> bool:
    """Whether the place or time belongs to the act of saying: "said in Geneva", "told Reuters on Monday"."""
    for step in doc.path(at):
        if step == word:
            return False
        if doc.token(step).upos == "VERB" and doc.lemma(step) in reporting().verbs:
            if raised(doc, step):
                return False  # "in X two were reported killed": nobody says where it was reported
            if _long_ago(doc, at) and doc.parent(at) == step and step.token < word.token < at.token:
                return False  # "accused X of killing 300 people in Y at the end of November"
            if _before_object(doc, step, at, word):
                return True
            return (
                step != word
                and any(word in doc.subtree(kid) for kid in doc.kids(step, "ccomp", "parataxis", "xcomp", "advcl"))
            ) or doc.rel(step) == "parataxis"
        if doc.token(step).rel in ("acl:relcl", "advcl", "ccomp"):
            return False
    return False


def _before_object(doc: Document, verb: Word, at: Word, word: Word) -> bool:
    """ "Announced today the death of four soldiers": what stands before the object is said of the saying."""
    if doc.parent(at) != verb or verb == word:
        return False
    return any(verb < at < kid and word in doc.subtree(kid) for kid in doc.kids(verb, "obj"))


def _long_ago(doc: Document, at: Word) -> bool:
    """Whether the word tells a time longer than a day: nobody says anything for a month."""
    times = [mention.value for mention in doc.covering(at, "time")]
    return any(isinstance(value, When) and value.precision != "day" for value in times)


def inherited(name: str, from_: str, mention: Mention | None = None) -> Reason:
    """The reason for a place or time that is taken over from elsewhere on the page."""
    return Reason(
        f"{name}:inherited",
        f"no {name} beside the words that tell it; taken from {from_}",
        mention.span if mention else None,
    )
