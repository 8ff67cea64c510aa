"""Sides that a page knows only by what they look like or serve as: "security forces", "men in plain clothes".

In: an actor and its mention. Out: the same actor, of the same id and kind, under words that claim no more than the page
does: security forces may be police as well as soldiers, and who only wears a uniform is no group yet.
"""

from msgspec import structs

from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Taking
from crossreport.coding.phrases.nouns import NAMELESS, actor
from crossreport.model import Actor, Mention
from crossreport.words.actors import countries
from crossreport.words.classes.folk import folk

_FORCES = "security forces"
_LONGEST = 6  # words of such a name


def side_told_as(doc: Document, taking: Taking) -> Actor:
    """The actor, named with no more than the page says of it."""
    who = actor(taking.mention)
    if who.kind == "state_forces":
        return _as_security_forces(doc, taking.mention, who)
    if who.id.startswith(NAMELESS):
        return _as_seen(doc, taking.mention, who)
    return who


def _as_security_forces(doc: Document, mention: Mention, who: Actor) -> Actor:
    """A country's security forces, where that is all that the page, or this mention of them, calls them."""
    land = countries().get(who.country or "")
    if land is None or who.id != land.forces or "security" in who.name.lower():
        return who
    here = mention.span.quote.lower()
    own = here.endswith(_FORCES) or (not _nouns(here) and _only_security(doc, who))
    return structs.replace(who, name=f"{land.adjective} {_FORCES}") if own else who


def _only_security(doc: Document, who: Actor) -> bool:
    """Whether the page names the forces by no other word: "they" are then security forces, too."""
    same = [one for one in doc.mentions if isinstance(one.value, Actor) and one.value.id == who.id]
    told = [quote for one in same if _nouns(quote := one.span.quote.lower())]
    return bool(told) and all(quote.endswith(_FORCES) for quote in told)


def _nouns(quote: str) -> bool:
    return quote not in ("they", "their", "them", "it", "its", "who", "which", "that", "forces", "the forces")


def _as_seen(doc: Document, mention: Mention, who: Actor) -> Actor:
    """ "Men in plain clothes", "suicide bombers": what they were seen as; "gunmen" stay an unidentified group."""
    head = doc.word_of(mention)
    if head is None or doc.token(head).xpos != "NNS":
        return who
    looks = [kid for kid in doc.kids(head, "nmod") if kid > head and doc.lemma(kid) in folk().worn_or_ridden][:1]
    front = [kid for kid in doc.kids(head, "compound") if kid < head]
    if not looks and doc.lemma(head) != "bomber":
        return who
    words = [*front, head, *(word for kid in looks for word in doc.subtree(kid))]
    if max(words).token - min(words).token >= _LONGEST:
        return who
    quote = " ".join(doc.span(words).quote.split())
    opens = min(words).token == 0
    return structs.replace(who, name=quote[:1].lower() + quote[1:] if opens else quote)
