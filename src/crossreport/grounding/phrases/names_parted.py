"""Names of persons that were read together with an office of several words: "Minister for the North Ada Bell".

In: a sentence. Out: the same sentence, in which such a name begins where the person's own name does. It refuses names
in which no preposition stands: where an office without one ends, the words in front of the name tell.
"""

from msgspec import structs

from crossreport.model.analysis import Name, Sentence
from crossreport.words.actor_nouns import noun_classes

_OWN = frozenset({"flat", "compound"})


def personal(sentence: Sentence) -> Sentence:
    """The sentence with every person's name parted from the office in front of it."""
    names = tuple(_parted(sentence, name) for name in sentence.names)
    return sentence if names == sentence.names else structs.replace(sentence, names=names)


def _parted(sentence: Sentence, name: Name) -> Name:
    tokens = sentence.tokens
    office = noun_classes().get(tokens[name.first].lemma.lower()) == "official"
    if name.label != "PER" or not office or not any(t.upos == "ADP" for t in tokens[name.first : name.last]):
        return name
    first = name.last - 1
    while first > name.first and tokens[first].rel.partition(":")[0] in _OWN and tokens[first].head < first:
        first = tokens[first].head
    return structs.replace(name, first=first) if name.first < first < name.last else name
