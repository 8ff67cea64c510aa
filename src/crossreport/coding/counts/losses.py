"""Deaths told as losses: who fell, whom a side lost, who burned to death, at how many a voice puts its dead."""

from crossreport.coding.counts.counted import bare, kind_of, measured
from crossreport.coding.counts.nearby import Told
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_passive, patients
from crossreport.words.classes.harm import harm
from crossreport.words.events import ontology
from crossreport.words.figures import figure_words


def lost_to(doc: Document, verb: Word, noun: Word) -> Told | None:
    """The fate that a verb of loss gives the counted noun, or a loss named beside it."""
    return (
        _fell(doc, verb, noun)
        or _lost(doc, verb, noun)
        or _to_death(doc, verb, noun)
        or _buried(doc, verb, noun)
        or _given(doc, verb, noun)
        or _destroyed(doc, verb, noun)
    )


def _counts_people(doc: Document, noun: Word) -> bool:
    inner = measured(doc, noun)
    return kind_of(doc, inner) != "other" or doc.lemma(inner) in figure_words().lost


def _fell(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Three soldiers fell at Gome", "twelve fell to the rebels"; not "fell into a trap", "fell to their knees"."""
    if doc.lemma(verb) != "fall" or doc.token(noun).rel != "nsubj" or not _counts_people(doc, noun):
        return None
    if doc.kids(verb, "xcomp", "obj", "compound") or doc.token(verb).xpos not in ("VBD", "VBN"):
        return None
    beside = {doc.text(kid) for kid in doc.kids(verb, "advmod", "amod")}
    ways = doc.kids(verb, "obl")
    beside |= {case for kid in ways for case in doc.cases(kid)}
    if beside & figure_words().falls_otherwise:
        return None
    to = [kid for kid in ways if "to" in doc.cases(kid)]
    placed = any(
        doc.headed(kid, "place", "time") or {"in", "at", "near", "during"} & set(doc.cases(kid)) for kid in ways
    )
    told = placed or any(doc.headed(kid, "actor") for kid in to)
    told = told or (not ways and _own(doc, measured(doc, noun), noun))  # "three of our fighters fell"
    return Told("killed", verb) if told and all(doc.headed(kid, "actor") for kid in to) else None


def _lost(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Lost eight of its people", "lost eleven to gunmen", "46 lives were lost", "a soldier was lost"."""
    suffers = (
        doc.rel(noun) == "obj"
        or doc.token(noun).rel == "nsubj:pass"
        or (doc.rel(noun) == "nsubj" and is_passive(doc, verb))
    )
    if doc.lemma(verb) != "lose" or not suffers:
        return None
    inner = measured(doc, noun)
    words = figure_words()
    if doc.lemma(inner) == "life" or doc.lemma(inner) in words.lost or doc.text(inner) in words.lost_forms:
        return Told("killed", verb)
    if bare(doc, inner):
        killers = [kid for kid in doc.kids(verb, "obl") if "to" in doc.cases(kid) and doc.headed(kid, "actor")]
        return Told("killed", verb) if killers else None
    own = _own(doc, inner, noun) or inner != noun
    return Told("killed", verb) if own and kind_of(doc, inner) != "other" else None


def _own(doc: Document, inner: Word, noun: Word) -> bool:
    """ "Three of our fighters", "its men": people of whoever tells or loses them."""
    named = {doc.text(kid) for one in (inner, noun) for kid in doc.kids(one, "nmod:poss", "det")}
    return bool(named & {"its", "their", "our", "his", "her"})


def destroys(doc: Document, verb: Word) -> bool:
    """ "Destroyed 25 enemy soldiers", "up to 40 servicemen were destroyed": said of fighters, it tells their deaths."""
    done = doc.lemma(verb) == "destroy" and doc.token(verb).xpos in ("VBD", "VBN")  # no aim: "to destroy the rebels"
    return done and any(_fighters(doc, noun) for noun in patients(doc, verb))


def _destroyed(doc: Document, verb: Word, noun: Word) -> Told | None:
    hit = destroys(doc, verb) and noun in patients(doc, verb) and _fighters(doc, noun)
    return Told("killed", verb) if hit else None


def _fighters(doc: Document, noun: Word) -> bool:
    inner = measured(doc, noun)
    counted = bool(doc.covering(noun, "quantity") or doc.kids(inner, "nummod")) or inner != noun
    return counted and kind_of(doc, inner) == "combatants" and doc.token(inner).xpos in ("NN", "NNS")


def loses(doc: Document, verb: Word) -> bool:
    """ "Lost up to 150 troops", "lost four of its men": whoever loses them has dead."""
    lost = [noun for noun in doc.kids(verb, "obj") if doc.lemma(noun) != "life"]
    return any(_lost(doc, verb, noun) is not None for noun in lost) and not is_passive(doc, verb)


def leaves_dead(doc: Document, verb: Word) -> bool:
    """ "The enemy left behind more than 170 dead", "left 12 corpses behind": whoever leaves them has the dead."""
    near = [word for word in doc.words_of(verb.sentence) if verb < word and word.token - verb.token <= BEHIND]
    behind = any(doc.text(word) == "behind" for word in near)
    return behind and doc.lemma(verb) == "leave" and any(doc.lemma(word) in ontology().classes["body"] for word in near)


BEHIND = 7  # tokens from "left" to its dead: "left behind more than 170 dead"


def loser(doc: Document, word: Word) -> Word | None:
    """The verb of "lost two tanks and up to 55 killed", "lost 14 wounded": whoever loses them has the dead."""
    head = doc.parent(word)
    beside = head is not None and doc.lemma(head) == "lose" and doc.rel(word) in ("xcomp", "conj", "dep", "acl")
    own = doc.kids(word, "nsubj", "obj", "aux", "cc") or doc.token(word).xpos != "VBN"
    return head if beside and not own and head is not None and head < word else None


def _to_death(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Stabbed to death", "burned to death": of the object, and of the subject where there is none."""
    if not to_death(doc, verb):
        return None
    suffers = doc.rel(noun) == "obj" or (doc.rel(noun) == "nsubj" and not doc.kids(verb, "obj"))
    return Told("killed", verb) if suffers else None


def to_death(doc: Document, verb: Word) -> bool:
    """ "Hacked to death", "burned alive": whatever the verb, whom it hits dies."""
    if any(doc.text(kid) == "death" and "to" in doc.cases(kid) for kid in doc.kids(verb, "obl")):
        return doc.lemma(verb) not in harm().condemning
    return doc.lemma(verb) in ("burn", "bury") and any(doc.text(kid) == "alive" for kid in doc.kids(verb))


def _buried(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "89 soldiers had been buried"; who lies under rubble may live."""
    passive = doc.rel(noun) == "nsubj" and is_passive(doc, verb)
    if doc.lemma(verb) != "bury" or not (passive or doc.rel(noun) == "obj") or not _counts_people(doc, noun):
        return None
    under = {doc.lemma(kid) for kid in doc.kids(verb, "obl")} & harm().rubble
    beneath = any({"under", "beneath", "by"} & set(doc.cases(kid)) for kid in doc.kids(verb, "obl"))
    return None if under or beneath or doc.kids(verb, "advcl") else Told("killed", verb)


def _given(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Puts its own losses at 192 soldiers", "losses amounted to 45 servicemen"."""
    words = figure_words()
    if doc.lemma(verb) not in words.giving or doc.rel(noun) not in ("obl", "obj") or not _counts_people(doc, noun):
        return None
    if doc.rel(noun) == "obl" and not {"at", "to", "as"} & set(doc.cases(noun)):
        return None
    for kid in doc.kids(verb, "obj", "nsubj"):
        measure = loss_head(doc, kid) if kid != noun else None
        if measure is not None:
            return Told(measure, kid)
    return None


def loss_head(doc: Document, noun: Word) -> str | None:
    """The measure of "losses", "the dead", "casualties"."""
    lemmas = {doc.lemma(noun), doc.text(noun).removesuffix("es"), doc.text(noun).removesuffix("s")}
    return next((measure for measure, heads in figure_words().loss_heads.items() if lemmas & heads), None)
