"""What a sentence says once more of a deed told before, done to the same ones, or with its day and place set down.

And whether it says that it tells another one: "in a separate incident".
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import vague
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import doers, is_passive, obliques, patients
from crossreport.words.classes.course import course
from crossreport.words.classes.folk import folk
from crossreport.words.classes.harm import harm
from crossreport.words.classes.motion import motion
from crossreport.words.classes.terrain import terrain
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers
from crossreport.words.function_words import WAS
from crossreport.words.things import things_in

RETOLD = 2  # sentences back to the first telling of whom or what is hit again
OPENING = 8  # words of a sentence in which "in a separate incident" stands


def told_of(doc: Document, word: Word) -> bool:
    """ "A drone struck a depot … hit the depot", "two farmers … The farmers were shot": the same ones, told again."""
    again = [noun for noun in patients(doc, word) if doc.token(noun).upos == "NOUN" and is_known(doc, noun)]
    back = range(max(0, word.sentence - RETOLD), word.sentence)
    before = [w for s in back for w in doc.words_of(s)]
    things = {kind for s in back for kind in things_in(doc.sentence_span(s).quote)}
    told = {doc.lemma(w) for w in before if doc.token(w).upos == "NOUN"}
    narrowed = [{doc.token(kid).rel for kid in doc.kids(noun)} & {"nmod", "acl", "amod"} for noun in again]
    return any(
        not narrows and (doc.lemma(noun) in told or bool(things_in(doc.lemma(noun)) & things))
        for noun, narrows in zip(again, narrowed, strict=True)
    )


def named_again(doc: Document, word: Word) -> bool:
    """ "The attack", "this raid": a happening named again, with nothing that would say which of several it is."""
    narrowed = doc.kids(word, "nmod", "acl", "amod", "compound", "nummod")
    return doc.token(word).upos == "NOUN" and is_known(doc, word) and not narrowed


def by_the_deed(doc: Document, verb: Word) -> bool:
    """ "The bombardment struck X", "the raids targeted Y": a deed that is named again, and nothing else, does it."""
    if is_passive(doc, verb):
        return False
    return any(
        is_known(doc, noun)
        and not doc.kids(noun, "nmod", "acl", "nummod")
        and any(trigger.type in FORCE for trigger in triggers().get(("noun", doc.lemma(noun)), ()))
        for noun in doc.kids(verb, "nsubj")
    )


def of_the_place(doc: Document, verb: Word) -> bool:
    """ "Hit the town, where rebels killed a pilot": told in a clause about a place, not about a deed."""
    clause = next((step for step in doc.path(verb) if doc.token(step).rel == "acl:relcl"), None)
    head = doc.parent(clause) if clause is not None else None
    if clause is None or head is None or not any(doc.text(kid) == "where" for kid in doc.kids(clause, "advmod")):
        return False
    return doc.lemma(head) in ontology().classes["place_noun"] or bool(doc.covering(head, "place"))


def by_attackers(doc: Document, word: Word) -> bool:
    """ "The raiders drove off cattle": those do it whom only a deed that the page told of makes raiders."""
    return any(_attackers(doc, noun) for noun in doers(doc, word))


def on_attackers(doc: Document, word: Word) -> bool:
    """ "Police shot dead two of the attackers": in the deed told before, which made them that."""
    lost = doc.lemma(word) in harm().dying and not is_passive(doc, word)  # "four attackers lost their lives"
    whole = doers(doc, word) if lost else patients(doc, word)
    hit = [part for noun in whole for part in (noun, *_counted_of(doc, noun))]
    return any(doc.lemma(noun) in folk().by_the_deed for noun in hit)


def _counted_of(doc: Document, noun: Word) -> list[Word]:
    """ "Two of the attackers": those of whom a number counts some."""
    return [kid for kid in doc.kids(noun, "nmod") if "of" in doc.cases(kid) and doc.token(noun).upos == "NUM"]


def _attackers(doc: Document, noun: Word) -> bool:
    narrowed = doc.kids(noun, "nmod", "acl", "amod", "compound", "nummod")
    return doc.lemma(noun) in folk().by_the_deed and is_known(doc, noun) and not narrowed


def began_so(doc: Document, word: Word) -> bool:
    """ "The attack began when a bomber …", "it started with a blast": how the deed told before began."""
    head = doc.parent(word)
    if head is None or doc.lemma(head) not in course().opening or doc.rel(word) not in ("advcl", "obl"):
        return False
    how = {"when", "after", "as"} & {doc.text(kid) for kid in doc.kids(word, "mark", "advmod")} | {"with"} & set(
        doc.cases(word)
    )
    return bool(how) and any(
        doc.text(noun) == "it" or (is_known(doc, noun) and not doc.headed(noun, "actor"))
        for noun in doc.kids(head, "nsubj")
    )


def set_down(doc: Document, draft: Draft, word: Word) -> bool:
    """ "The attack happened on Tuesday evening", "Thursday's operation took place in X": the deed told before.

    So does "the strike was carried out on Monday" and "the attack, on Monday night, left …".
    """
    head = doc.parent(word)
    takes_place = head is not None and any(doc.text(kid) == "place" for kid in doc.kids(head, "obj"))
    comes = head is not None and (doc.lemma(head) in (*course().occurring, "come") or takes_place)
    if head is not None and is_passive(doc, head):
        comes = doc.lemma(head) in course().going_on
    comes = comes or any(doc.covering(kid, "time") for kid in doc.kids(word, "nmod"))
    told = draft.when is not None or not vague(draft)
    return comes and told and doc.rel(word) == "nsubj" and draft.anaphoric and draft.type in FORCE


def setting_of(doc: Document, s: int) -> Word | None:
    """ "It happened on Tuesday in X", "the incident occurred …", "the deaths were recorded in X": of its own."""
    for verb in doc.words_of(s):
        takes_place = doc.lemma(verb) == "take" and any(doc.text(kid) == "place" for kid in doc.kids(verb, "obj"))
        happens = doc.token(verb).xpos == "VBD" and (takes_place or doc.lemma(verb) in course().occurring)
        counted = doc.lemma(verb) in harm().causing and any(doc.text(kid) in WAS for kid in doc.kids(verb, "aux"))
        main = doc.token(verb).rel in ("root", "ccomp") and not doc.kids(verb, "mark")
        for noun in doc.kids(verb, "nsubj") if main and (happens or counted) else ():
            bare = happens and doc.text(noun) in ("it", "this", "that", "all")
            toll = doc.lemma(noun) in harm().deaths
            if bare or ((toll or (happens and doc.lemma(noun) in course().incidents)) and is_known(doc, noun)):
                return verb
    return None


def coming_of(doc: Document, s: int) -> Word | None:
    """ "The gunmen arrived on motorbikes in X": the verb by which those of the deed before came to where it was."""
    for verb in doc.words_of(s):
        if (
            doc.token(verb).xpos != "VBD"
            or doc.lemma(verb) not in motion().striking_up
            or doc.token(verb).rel not in ("root", "ccomp")
        ):
            continue
        doers = [
            noun for noun in doc.kids(verb, "nsubj") if doc.lemma(noun) in folk().attackers and is_known(doc, noun)
        ]
        if doers and not doc.kids(verb, "mark") and not obliques(doc, verb, "from"):
            return verb
    return None


def is_known(doc: Document, word: Word) -> bool:
    """ "The attack", "their raid", "Thursday's operation": one that is known."""
    return any(
        doc.text(kid) in ("the", "this", "that", "these", "those", "its", "their") or doc.headed(kid, "time")
        for kid in doc.kids(word, "det", "nmod:poss")
    )


def is_known_in(doc: Document, word: Word) -> bool:
    """ "The exchange of fire", "the series of attacks": known by the noun that only says how much of it there was."""
    return is_known(doc, word) or is_known(doc, amount_of(doc, word))


def amount_of(doc: Document, word: Word) -> Word:
    """The noun that only says how much of a happening there was and stands in its place, else its own word."""
    head = doc.parent(word)
    of = head is not None and doc.rel(word) == "nmod" and "of" in doc.cases(word) and doc.lemma(head) in course().series
    return head if of and head is not None else word


def set_apart(doc: Document, word: Word) -> bool:
    """ "Separately, …", "in another incident, …", "a separate strike": not what was told before."""
    if _is_other(doc, word) or any(_next_thing(doc, noun) for noun in patients(doc, word)):
        return True
    ahead = doc.words_of(word.sentence)[: min(word.token, OPENING)]
    if any(doc.text(each) in course().elsewhere for each in ahead):
        return True
    if any(doc.lemma(each) in terrain().parts and _is_other(doc, each) for each in (*ahead, *doc.kids(word, "obl"))):
        return True  # "in another part of the town"
    incidents = [each for each in ahead if doc.lemma(each) in closed_classes().happenings | course().episodes]
    return any(_is_other(doc, each) for each in incidents)


def _next_thing(doc: Document, noun: Word) -> bool:
    """ "Another hospital was hit", "a second village was attacked": one that was not told of before; no people."""
    thing = any(doc.lemma(noun) in ontology().classes[kind] for kind in _THINGS) and not doc.covering(noun, "quantity")
    return thing and (_is_other(doc, noun) or any(doc.text(kid) in course().next for kid in doc.kids(noun, "amod")))


_THINGS = ("building", "place_noun", "base", "vehicle", "aircraft", "position")


def _is_other(doc: Document, word: Word) -> bool:
    beside = [doc.text(kid) for kid in doc.kids(word, "amod", "det")]
    earlier = any(each in course().earlier for each in beside) and not any(
        each in ("the", "that", "this") for each in beside
    )
    return earlier or any(each in course().other for each in beside)
