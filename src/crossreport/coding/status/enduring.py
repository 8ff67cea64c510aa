"""What says of a happening that it still goes on when its tense does not.

In: the word that tells it. Out: the word that makes it last: how often it comes ("daily strikes", "regular
bombardment"), how long it has gone on ("the two-week-old battle", "its third week"), since when nobody has ended it
("have been exposed to shelling since May"), who presses on with it. Refuses deeds that are counted ("have carried out
three strikes since May"), what is over by its own tense, and everything that is done at one stroke.
"""

from crossreport.coding.events.habits import practised_now
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import is_passive, is_verb
from crossreport.coding.status.midst import in_the_midst, just_begun, lately, regularly, while_else
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import triggers
from crossreport.words.reporting import reporting

# What is done at one stroke; all other force, and these, can be kept up.
_AT_ONCE = frozenset({"territory_taken", "territory_lost", "killing", "execution", "explosion"})
_KEPT_UP = (FORCE | {"siege_blockade", "protest", "displacement_evacuation"}) - _AT_ONCE
REACH = 3  # heads climbed to the verb whose tense or end counts


def enduring(doc: Document, word: Word) -> Word | None:
    """The word that says that what `word` tells goes on."""
    if doc.lemma(word) in arms().locked and _now(doc, word):
        return word  # "are locked in battle"
    if is_verb(doc, word) and practised_now(doc, word):
        return word  # "army jets bomb the town on an almost daily basis"
    if is_verb(doc, word):
        if (found := _by_now(doc, word) or regularly(doc, word)) is not None or not keeps_up(doc, word):
            return found
        return _since(doc, word, word) or while_else(doc, word)
    ways = (_clause_behind, _now_done, _often, _long, _pressed, _by_its_verb, in_the_midst, just_begun)
    return next((found for way in ways if (found := way(doc, word)) is not None), None)


def _now(doc: Document, verb: Word) -> bool:
    """ "Are engaged", "is locked", "have been locked"."""
    texts = {doc.text(kid) for kid in doc.kids(verb, "aux", "aux:pass")}
    return doc.token(verb).xpos == "VBN" and bool(texts & {"is", "are", "been", "remain", "remains"})


def _clause_behind(doc: Document, noun: Word) -> Word | None:
    """ "An offensive that began on Friday and was continuing on Saturday"."""
    clauses = doc.kids(noun, "acl")
    verbs = [*clauses, *(other for clause in clauses for other in doc.kids(clause, "conj"))]
    lasting = reporting().status["ongoing"].verbs
    return next(
        (verb for verb in verbs if doc.lemma(verb) in lasting and doc.token(verb).xpos in ("VBG", "VBZ", "VBP")), None
    )


def _now_done(doc: Document, noun: Word) -> Word | None:
    """ "As the United States carries out air strikes": the present outside a headline, which has no such clauses."""
    verb = doc.parent(noun)
    if verb is None or doc.rel(noun) != "obj" or doc.lemma(verb) not in course().doing or not keeps_up(doc, noun):
        return None
    beneath = doc.rel(verb) in ("advcl", "ccomp", "acl") and doc.token(verb).xpos in ("VBZ", "VBP")
    return verb if beneath and bool(doc.kids(verb, "nsubj")) else None


def keeps_up(doc: Document, word: Word) -> bool:
    """Whether what the word tells can be kept up."""
    pos = "noun" if doc.token(word).upos != "VERB" else "verb"
    types = {trigger.type for trigger in triggers().get((pos, doc.lemma(word)), ())}
    return bool(types & _KEPT_UP) and not types & _AT_ONCE


def _often(doc: Document, noun: Word) -> Word | None:
    """ "Regular bombardment", "near-daily strikes"."""
    if not keeps_up(doc, noun) or _over(doc, noun):
        return None
    return next((kid for kid in doc.kids(noun, "amod") if doc.text(kid) in closed_classes().recurring), None)


def _long(doc: Document, noun: Word) -> Word | None:
    """ "A two-week-old battle", "has faced a month-long offensive"; not "the year-long siege ended"."""
    for kid in doc.kids(noun, "amod"):
        stretch = any(doc.lemma(part).rstrip("s") in closed_classes().stretches for part in doc.kids(kid))
        if not stretch or _over(doc, noun):
            continue
        if doc.text(kid) == "old" or (doc.text(kid) == "long" and _present(doc, noun)):
            return kid
    return None


def _pressed(doc: Document, noun: Word) -> Word | None:
    """ "Pressed ahead with their offensive", "pushed on with the siege"."""
    verb = doc.parent(noun)
    if verb is None or doc.rel(noun) != "obl" or "with" not in doc.cases(noun) or not is_verb(doc, verb):
        return None
    on = any(doc.text(kid) in course().ahead for kid in doc.kids(verb, "advmod", "compound"))
    return verb if on and doc.lemma(verb) in closed_classes().pressing_on else None


def _by_its_verb(doc: Document, noun: Word) -> Word | None:
    """ "Carried out strikes since May", "fighting entered its fifth day", "the siege is in its third week"."""
    verb = doc.parent(noun)
    if verb is None or not keeps_up(doc, noun) or doc.rel(noun) not in ("nsubj", "obj", "obl"):
        return None
    if doc.rel(noun) == "nsubj" and (found := _by_now(doc, verb)) is not None:
        return found
    every = (
        word
        for word in doc.kids(verb, "obl")
        if any(doc.text(one) in ("every", "each") for one in doc.kids(word, "det"))
    )
    day = next((word for word in every if doc.lemma(word) in closed_classes().stretches), None)
    if day is not None and _present(doc, noun):
        return day  # "come under attack almost every day"
    if (adverb := regularly(doc, verb)) is not None:
        return adverb
    own = (
        doc.rel(noun) == "obj" or doc.lemma(verb) in closed_classes().occurrence | {"be"} | closed_classes().undergoing
    )
    return _since(doc, verb, noun) if own else None


def _by_now(doc: Document, verb: Word) -> Word | None:
    """ "Entered its fifth day", "now in its third week"."""
    entering = doc.lemma(verb) == "enter"
    for kid in doc.kids(verb, "obj", "obl"):
        counted = bool(doc.kids(kid, "amod", "nummod")) and doc.lemma(kid) in closed_classes().stretches
        its = any(doc.text(one) in ("its", "their") for one in doc.kids(kid, "nmod:poss"))
        inside = "in" in doc.cases(kid) or "into" in doc.cases(kid)
        if counted and ((entering and doc.rel(kid) == "obj") or (its and inside)):
            return kid
    return None


def _since(doc: Document, verb: Word, deed: Word) -> Word | None:
    """ "Have blocked the road since Monday", "has seen clashes since May", "there has been shelling since dawn"."""
    if not any(doc.text(kid) in ("has", "have", "'ve") for kid in doc.kids(verb, "aux")) or _counted(doc, verb, deed):
        return None
    first = (word for word in doc.kids(verb, "obl") if "since" in doc.cases(word) and doc.covering(word, "time"))
    return next(first, None) or (lately(doc, verb) if doc.lemma(verb) in closed_classes().undergoing else None)


def _counted(doc: Document, verb: Word, deed: Word) -> bool:
    """ "Have carried out three strikes", "have shelled the camp twice", "have attacked two villages"."""
    passive = is_passive(doc, verb)
    nouns = [deed, *doc.kids(verb, "nsubj:pass" if passive else "obj")]
    twice = any(doc.text(kid) in ("once", "twice", "times") for kid in doc.kids(verb, "advmod", "obl"))
    single = any(doc.text(kid) in ("a", "an", "another") for kid in doc.kids(deed, "det")) and not is_verb(doc, deed)
    return twice or single or any(doc.kids(noun, "nummod") for noun in nouns)


def _over(doc: Document, noun: Word) -> bool:
    """ "Ended the daily raids", "after weeks of …": what the verb above it ends."""
    return any(doc.lemma(step) in closed_classes().ending for step in doc.path(noun)[1:REACH])


def _present(doc: Document, noun: Word) -> bool:
    """Whether the verb above is in the present or the present perfect."""
    verb = next((step for step in doc.path(noun)[1:REACH] if is_verb(doc, step)), None)
    if verb is None:
        return False
    forms = [verb, *doc.kids(verb, "aux", "aux:pass", "cop")]
    return any(doc.token(form).xpos in ("VBZ", "VBP") for form in forms)
