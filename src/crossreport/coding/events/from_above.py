"""Fire from the air, whatever the words for it, and bombs that fell: none of them was laid.

In: a trigger's word. Out: whether aircraft, or a force that has nothing but aircraft, did it; whether what is named
came down from above. Refuses what such a force does on the ground: what it seizes, finds, or shoots down.
"""

import re

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import doers
from crossreport.coding.phrases.bombers import is_bomber
from crossreport.model import Actor
from crossreport.words.classes.arms import arms
from crossreport.words.classes.motion import motion
from crossreport.words.events import ontology
from crossreport.words.families import SHOOTING

_AIR_FORCE = re.compile(r"(?i)\b(?:air ?forces?|aerospace (?:defen[cs]e )?forces?|air component|air command)$")
# What such a force may hit or kill in many ways only from above …
_KINDS = SHOOTING | {"shelling", "weapons_seized_or_destroyed"}
_OTHER_KINDS = frozenset({"looting_destruction", "offensive"})


def sent_from_air(doc: Document, word: Word, type_: str) -> bool:
    """ "Helicopters fired rockets", "the air force killed 30 fighters", "the sorties destroyed two vehicles"."""
    verb = word if doc.token(word).upos == "VERB" else doc.parent(word)
    if verb is None or doc.token(verb).upos != "VERB" or (verb != word and doc.rel(word) != "obj"):
        return False
    crafts = [noun for noun in doers(doc, verb) if _is_craft(doc, noun)]
    if type_ in ("shelling", "attack_on_civilians") and crafts:
        return True
    if type_ not in _KINDS | _OTHER_KINDS or doc.lemma(verb) in arms().not_flown:
        return False
    if type_ == "offensive" and verb != word:
        return False  # "tanks and jets launched an offensive"
    if type_ == "shelling" and any(_cruises(doc, noun) for noun in doc.kids(verb, "obj")):
        return True
    return bool(crafts) or any(_flown(doc, noun) for noun in doers(doc, verb))


def _is_craft(doc: Document, noun: Word) -> bool:
    """An aircraft; not a bomber who walks or drives."""
    return doc.lemma(noun) in ontology().classes["aircraft"] and not is_bomber(doc, noun)


def _cruises(doc: Document, noun: Word) -> bool:
    """ "Fired cruise missiles": they fly, and the coders of the real pages count them with what flies."""
    beside = {doc.lemma(kid) for kid in doc.kids(noun, "compound", "amod")}
    deeper = {doc.lemma(low) for kid in doc.kids(noun, "compound") for low in doc.kids(kid, "compound", "amod")}
    return bool((beside | deeper | {doc.lemma(noun)}) & {"cruise", "tomahawk"})


def _flown(doc: Document, noun: Word) -> bool:
    """An air force, a flight of it, or a strike or raid that is called one from the air."""
    if doc.lemma(noun) in arms().flights:
        return True
    beside = {doc.lemma(kid) for kid in doc.kids(noun, "compound", "amod")}
    if doc.lemma(noun) in arms().blows and beside & {"air", "aerial", "drone"}:
        return True
    names = [m.value.name for m in doc.covering(noun, "actor") if isinstance(m.value, Actor)]
    words = doc.words_of(noun.sentence)
    text = " ".join(doc.text(word) for word in words[max(0, noun.token - 2) : noun.token + 1])
    return any(_AIR_FORCE.search(name) for name in (*names, text))


def fell(doc: Document, bomb: Word) -> str | None:
    """ "Killed by bombs that landed on the town": shelling; "by a bomb dropped on X": a strike; else None."""
    if doc.lemma(bomb) not in ontology().classes["payloads"]:
        return None
    came = {doc.lemma(kid) for kid in doc.kids(bomb, "acl:relcl", "acl")} & motion().falling
    return ("air_strike" if "drop" in came else "shelling") if came else None
