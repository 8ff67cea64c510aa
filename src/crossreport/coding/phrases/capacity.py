"""Who can do what: no villagers shell, no reporters fight, herders under a name of their own are a side."""

import re

from msgspec import structs

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Taking
from crossreport.coding.phrases.faceless import faceless, nobody_known
from crossreport.coding.phrases.nouns import NAMELESS, actor
from crossreport.model import Actor, Mention, Role
from crossreport.model.kinds import PRESS, STATELY
from crossreport.words.actor_nouns import word_set
from crossreport.words.families import GROUND, REMOTE
from crossreport.words.reporting import reporting

PRONOUNS = frozenset({"they", "he", "she", "it", "them", "him", "her", "who", "which", "their", "his", "its"})
VIOLENT = frozenset(
    {"attack_on_civilians", "killing", "execution", "sexual_violence", "looting_destruction", "abduction", "air_strike"}
    | {"shelling", "explosion", "chemical_attack", "offensive", "territory_taken"}
)
BY_FORCE = VIOLENT - {"looting_destruction"}
# What only armed forces and groups do.
MILITARY = frozenset(
    {"air_strike", "shelling", "chemical_attack", "offensive", "attack_repelled", "territory_taken", "territory_lost"}
    | {"armed_clash", "deployment"}
)
COMMUNITY = "community:"  # ids of peoples and villages that fight each other without an armed group's name
_LONGEST_SIDE = 5  # words of such a side's name
_OPERATION = re.compile(r"(?:the )?Operation [A-Z]")
DEEDS = MILITARY | VIOLENT | {"siege_blockade", "weapons_seized_or_destroyed", "arrest"}
_STATELY = STATELY | {"civilians"}


def tells(doc: Document, taking: Taking) -> bool:
    """Whether somebody is a source of the report, named or by pronoun: sources tell what others do and suffer."""
    lemma = actor(taking.mention).id.split(":")[-1]
    said = {doc.lemma(taking.noun), lemma}
    return bool(said & reporting().kinds["anonymous"] & {"source", "insider"})


def could(taking: Taking, type_: str) -> bool:
    """Whether who is named can do this: no villagers shell, no reporters fight."""
    if type_ in VIOLENT and taking.mention.span.quote.lower() in PRONOUNS and len(taking.mention.candidates) > 1:
        return False  # who "they" are is not sure enough to accuse anybody
    nobody = actor(taking.mention).kind == "civilians" or actor(taking.mention).id.startswith("anonymous:XX")
    if type_ in VIOLENT and taking.role == "agent" and nobody and taking.mention.span.quote.lower() in PRONOUNS:
        return False  # "they burned the clinic": residents loot and burn only where the page calls them so
    if type_ == "protest" and actor(taking.mention).id.startswith(NAMELESS):
        return False  # "his colleagues marched": whoever they are, gunmen do not march
    if type_ in VIOLENT and actor(taking.mention).kind == "state" and taking.mention.span.quote.lower() == "it":
        return taking.role != "target"  # "it came under fire": a convoy, no state
    if type_ in REMOTE and actor(taking.mention).id.startswith(NAMELESS) and not _several(taking):
        return False  # "a bomber": the doer is unknown, which is no group
    if type_ in BY_FORCE and taking.role == "agent" and nobody:
        return False  # "men", "witnesses": whoever they are, no civilians as a group
    if type_ == "statement_confession_claim" and taking.role == "agent" and _reports(actor(taking.mention)):
        return False  # "a newspaper reported that a man had confessed"
    if taking.role == "target" and type_ in DEEDS and _OPERATION.match(taking.mention.span.quote):
        return False  # "launched Operation Iron Fist": what it was called, whomever it was against
    if type_ in GROUND and taking.role == "target" and _institution(actor(taking.mention)):
        return False  # "took the depot from the army": the depot held nothing
    if type_ in DEEDS and taking.role in ("agent", "party") and _institution(actor(taking.mention)):
        return False  # "the hospital received the wounded"
    if type_ == "armed_clash" and taking.role == "party" and actor(taking.mention).id.startswith(COMMUNITY):
        return True  # "Fulani herders and Berom farmers clashed"
    unarmed = actor(taking.mention).kind in PRESS | {"civilians", "monitor"}
    return not (unarmed and type_ in MILITARY and taking.role in ("agent", "party"))


def _reports(who: Actor) -> bool:
    return who.kind in PRESS | {"monitor"}


def _several(taking: Taking) -> bool:
    """ "Gunmen threw a grenade", "two men on a motorcycle": more than one, and seen to do it."""
    words = taking.mention.span.quote.lower().split()
    return words[-1].endswith(("men", "people", "s")) or words[0] == "group"


def _institution(who: Actor) -> bool:
    """Whether a group that only the page names is a building that people go to."""
    return who.id.startswith("minted:") and who.name.lower().split()[-1] in word_set("institutions")


def as_fighters(doc: Document, mention: Mention, type_: str, role: Role) -> Mention:
    """ "Berom farmers clashed with …": people who fight are a side under the page's own words, no civilians.

    So are those who attack others, where a name of their own says which people they are: "Fulani herders attacked".
    Masked men and the like are an unknown armed group.
    """
    who, words = actor(mention), mention.span.quote.split()
    if role == "agent" and type_ in VIOLENT and faceless(doc, mention):
        return structs.replace(mention, value=nobody_known(who))
    if who.kind == "civilians" and role in ("agent", "party") and type_ in DEEDS and _bears_arms(doc, mention):
        return structs.replace(mention, value=_locals(doc, mention, who))
    fights = type_ == "armed_clash" and role in ("agent", "party") and who.kind == "civilians"
    fights = fights or (type_ in VIOLENT and role == "agent" and who.kind == "civilians" and _named(doc, mention))
    if fights and who.id.startswith(COMMUNITY):
        name = f"{words[0]} community" if who.name.endswith("civilians") else who.name
        return structs.replace(mention, value=structs.replace(who, name=name, kind="identity_militia"))
    if not fights or len(words) < 2 or len(words) > _LONGEST_SIDE or not any(word[:1].isupper() for word in words):
        return mention
    name = " ".join(words)
    side = Actor(
        f"{COMMUNITY}{who.country or 'XX'}:{name.lower()}", name, "identity_militia", who.country, generic=True
    )
    return structs.replace(mention, value=side)


def _bears_arms(doc: Document, mention: Mention) -> bool:
    """ "Armed youth from X", "villagers armed with machetes"."""
    head = doc.word_of(mention)
    told = doc.kids(head, "amod", "acl") if head is not None else []
    return any(doc.text(kid) == "armed" for kid in told)


def _locals(doc: Document, mention: Mention, who: Actor) -> Actor:
    """People of a place who bear arms, under the page's own words."""
    head = doc.word_of(mention)
    if head is None:
        title = mention.span.quote
    else:  # "armed gang members", "armed youth from X"
        front = [kid for kid in doc.kids(head, "compound") if kid.token == head.token - 1]
        whose = "".join(f"{doc.token(kid).text} " for kid in front)
        title = f"armed {whose}{doc.text(head)}{_from_where(doc, head)}"
    return Actor(f"locals:{who.country or 'XX'}:{title}", title, "identity_militia", who.country, generic=True)


def _from_where(doc: Document, head: Word) -> str:
    """ "Armed youth from X": where they are from is all that tells them from those whom they raid."""
    homes = [kid for kid in doc.kids(head, "nmod") if "from" in doc.cases(kid) and doc.covering(kid, "place")]
    return f" from {doc.covering(homes[0], 'place')[-1].span.quote}" if homes else ""


def _named(doc: Document, mention: Mention) -> bool:
    """Whether a name stands in front of people's noun: "Murle youth", not "local youth" or "Nigerian youth"."""
    head = doc.word_of(mention)
    front = [kid for kid in doc.kids(head, "compound", "amod", "flat") if kid < head] if head is not None else []
    return any(doc.token(kid).upos == "PROPN" and not _of_a_land(doc, kid) for kid in front)


def _of_a_land(doc: Document, word: Word) -> bool:
    stately = [m for m in doc.headed(word, "actor") if not isinstance(m.value, Actor) or m.value.kind in _STATELY]
    return bool(stately or doc.headed(word, "place"))
