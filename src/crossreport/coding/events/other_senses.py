"""Triggers that tell no deed by what stands beside them: what lies outside an area, a treaty bans, or is aimed at.

In: a trigger where it stands. Out: whether it means something else, is a purpose, or only how another deed was done.
"""

from functools import partial

from crossreport.coding.counts.counted import kind_of
from crossreport.coding.counts.fates import off_the_screen
from crossreport.coding.events.triggers import Found
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import by_phrase, doers, obliques, patients
from crossreport.coding.phrases.nouns import actor, actors_of
from crossreport.model.kinds import ARMED, BODIES, GOVERNMENT, PRESS
from crossreport.words.classes.amounts import amounts
from crossreport.words.classes.course import course
from crossreport.words.classes.speech import speech
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers


def other_sense(doc: Document, hit: Found) -> bool:
    """Whether the trigger tells no deed of its own here."""
    if _lies(doc, hit) or _by_law(doc, hit) or _in_view(doc, hit.word) or _while_striking(doc, hit):
        return True
    if _scolded(doc, hit) or _carried_out_by_offices(doc, hit):
        return True
    if hit.type == "abduction" and off_the_screen(doc, hit.word):
        return True
    return _in_protest(doc, hit) or _made_public(doc, hit) or _left_without(doc, hit)


def _carried_out_by_offices(doc: Document, hit: Found) -> bool:
    """ "A voter registration exercise", "the disarmament exercise": what an office carries out; nobody trains."""
    if hit.type != "training" or doc.lemma(hit.word) != "exercise":
        return False
    return any(doc.lemma(word) in course().exercised for word in doc.kids(hit.word, "compound", "amod", "nmod"))


def _scolded(doc: Document, hit: Found) -> bool:
    """ "Lawmakers attacked the president over his plan", "came under fire for saying so": with words alone.

    Of those who carry no arms, over something: what crowds do to whom they blame, they do with their hands.
    """
    verb = hit.word
    if hit.type not in FORCE or hit.trigger.pos != "verb" or doc.lemma(verb) not in speech().scolding:
        return False
    about = [noun for noun in obliques(doc, verb, "over", "for") if not doc.headed(noun, "time", "quantity", "place")]
    about = [noun for noun in about if doc.lemma(noun) not in amounts().times]
    gerund = any(doc.text(m) in ("for", "over") for kid in doc.kids(verb, "advcl") for m in doc.kids(kid, "mark"))
    if not (about or gerund):
        return False
    did, hit_by_it = doers(doc, verb), patients(doc, verb)
    return hit.trigger.patient or bool(did and hit_by_it and all(map(partial(_talks, doc), [*did, *hit_by_it])))


def _talks(doc: Document, noun: Word) -> bool:
    """Whether somebody is of an office, a body or the press; a state that attacks may do so by force."""
    classes = ontology().classes
    kinds = {actor(mention).kind for mention in actors_of(doc, noun)}
    if kinds & ARMED or (kinds & GOVERNMENT and doc.rel(noun) == "nsubj"):
        return False
    return doc.lemma(noun) in classes["person_noun"] | classes["body_noun"] or bool(kinds & _TALKING)


_TALKING = PRESS | BODIES | GOVERNMENT | {"person"}


def _left_without(doc: Document, hit: Found) -> bool:
    """ "Hit a substation, leaving two villages without power": what the deed did to them; nobody withdrew."""
    if hit.type != "territory_lost" or doc.lemma(hit.word) != "leave":
        return False
    if any(kind_of(doc, noun) == "combatants" for noun in doers(doc, hit.word)):
        return False  # "the troops left the base without food"
    left = [hit.word, *doc.kids(hit.word, "obj")]
    lacked = [kid for word in left for kid in doc.kids(word, "obl", "nmod") if "without" in doc.cases(kid)]
    return any(doc.lemma(noun) in closed_classes().supplies for noun in lacked)


def _in_protest(doc: Document, hit: Found) -> bool:
    """ "Staged demonstrations calling for his resignation": what a protest asks for is no demand beside it."""
    above = doc.parent(hit.word)
    if hit.type != "statement_demand" or above is None or doc.token(hit.word).xpos != "VBG":
        return False
    pos = "verb" if doc.token(above).upos == "VERB" else "noun"
    held = any(each.type == "protest" for each in triggers().get((pos, doc.lemma(above)), ()))
    return held and doc.rel(hit.word) in ("acl", "advcl")


def _made_public(doc: Document, hit: Found) -> bool:
    """ "The release of a video": nobody goes free."""
    of = [noun for noun in doc.kids(hit.word, "nmod") if "of" in doc.cases(noun)]
    freed = hit.type == "prisoner_exchange_release" and hit.trigger.pos == "noun"
    return freed and bool(of) and all(doc.lemma(noun) in closed_classes().published for noun in of)


def _lies(doc: Document, hit: Found) -> bool:
    """ "The district falls outside the mission's area", "within the zone": where it lies; nobody took it."""
    if hit.type != "territory_taken" or doc.lemma(hit.word) != "fall" or hit.trigger.preposition is not None:
        return False
    return any(_LYING & set(doc.cases(noun)) for noun in doc.kids(hit.word, "obl", "nmod")) or any(
        doc.text(kid) in _LYING | {"short"} for kid in doc.kids(hit.word, "advmod")
    )


_LYING = frozenset({"outside", "within", "inside", "beyond", "below", "behind"})


def _by_law(doc: Document, hit: Found) -> bool:
    """ "Mines, banned by the treaty", "what the constitution forbids": a rule, no measure taken against anybody."""
    if hit.type not in ("sanction", "other"):
        return False
    rules = ontology().classes["deal"] | course().rules
    by = [*by_phrase(doc, hit.word), *doers(doc, hit.word)]
    by += [noun for noun in doc.kids(hit.word, "obl") if {"under", "by"} & set(doc.cases(noun))]
    return any(doc.lemma(noun) in rules for noun in by)


def _in_view(doc: Document, verb: Word) -> bool:
    """ "Are mobilising with a view to attacking the county", "with the aim of retaking the town": not yet done."""
    aim = doc.parent(verb)
    if aim is None or doc.token(verb).xpos != "VBG" or doc.rel(verb) not in ("acl", "nmod", "advcl"):
        return False
    return doc.lemma(aim) in course().aims and bool({"with", "for", "in"} & set(doc.cases(aim)))


def _while_striking(doc: Document, hit: Found) -> bool:
    """ "Attacked the post, shouting slogans": what attackers shout is no protest beside the attack."""
    above = doc.parent(hit.word)
    if hit.type != "protest" or above is None or doc.lemma(hit.word) not in ("shout", "chant"):
        return False
    joined = doc.token(hit.word).xpos == "VBG" and doc.rel(hit.word) in ("advcl", "conj", "acl")
    return joined and any(each.type in FORCE for each in triggers().get(("verb", doc.lemma(above)), ()))
