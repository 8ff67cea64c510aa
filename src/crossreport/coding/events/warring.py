"""Fighting that is only the war itself: "has been fighting rebels for decades", "within a civil war that lasts".

In: a trigger. Out: whether it tells the standing condition of a country, which is no happening (the codebook's
"the war has raged since 2011"). Refuses fighting with a place of its own, and what began within the year.
"""

from crossreport.coding.events.triggers import Found
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_verb
from crossreport.coding.phrases.tenses import in_perfect
from crossreport.model import Place
from crossreport.words.classes.amounts import amounts
from crossreport.words.closed_classes import closed_classes
from crossreport.words.families import ASSAULTS

_INSIDE = frozenset({"in", "within", "amid", "during", "throughout"})
_COUNTRIES = frozenset({"country", "region"})


def only_the_war(doc: Document, hit: Found) -> bool:
    """Whether a verb of fighting tells a war and none of its fights."""
    word = hit.word
    if hit.type not in ASSAULTS or not is_verb(doc, word) or _placed(doc, word):
        return False
    own = doc.kids(word, "obl", "obj")
    near = [*own, *(deeper for kid in own for deeper in doc.kids(kid, "nmod"))]
    perfect = in_perfect(doc, word)
    return any(_for_years(doc, kid) or (perfect and _in_war(doc, kid)) for kid in near)


def _for_years(doc: Document, noun: Word) -> bool:
    """ "For years", "for more than five decades"; not "for a year"."""
    return "for" in doc.cases(noun) and doc.lemma(noun) in amounts().years and doc.text(noun).endswith("s")


def _in_war(doc: Document, noun: Word) -> bool:
    """ "Within a civil war"; wars are known by `closed_classes`, too, for they kill."""
    war = doc.lemma(noun) in closed_classes().long_wars
    return war and bool(_INSIDE & set(doc.cases(noun)))


def _placed(doc: Document, verb: Word) -> bool:
    """Whether the fight itself has a town or a province."""
    near = {verb, *doc.kids(verb, "obl", "advmod", "obj")}
    told = ((mention.value, doc.parent(at)) for mention, at in doc.told_in(verb.sentence, "place"))
    return any(isinstance(place, Place) and place.kind not in _COUNTRIES and head in near for place, head in told)
