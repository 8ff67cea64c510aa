"""People of a place who do violence themselves: "residents lynched two men", "villagers beat a suspect to death".

In: somebody said to do a deed. Out: the same under the page's own word, as rioters. Only where the people are the
subject of an active verb that says to whom they did it; whoever tells or suffers a deed stays a civilian.
"""

from msgspec import structs

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_passive, is_verb, patients, subjects
from crossreport.coding.phrases.nouns import actor
from crossreport.model import Mention
from crossreport.words.actor_nouns import word_set
from crossreport.words.families import SHOOTING

_BY_HAND = SHOOTING | {"execution", "looting_destruction"}


def as_mob(doc: Document, word: Word, type_: str, mention: Mention) -> Mention:
    """The mention, its people taken for a crowd that did it."""
    who, head = actor(mention), doc.word_of(mention)
    if who.kind != "civilians" or type_ not in _BY_HAND or head is None or doc.lemma(head) not in word_set("crowds"):
        return mention
    if not is_verb(doc, word) or is_passive(doc, word) or head not in subjects(doc, word) or not patients(doc, word):
        return mention
    name = doc.text(head)
    value = structs.replace(who, id=f"locals:{who.country or 'XX'}:{name}", name=name, kind="rioters", generic=True)
    return structs.replace(mention, value=value)
