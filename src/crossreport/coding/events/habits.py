"""What is told of the ways of people and groups: habits, careers, what things are used for. None of it is a happening.

In: a trigger where it stands. Out: whether it tells only what is done now and then. What has a day of its own is told
as done on that day.
"""

import re

from crossreport.coding.events.triggers import Found
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import doers, is_verb, patients, subjects
from crossreport.coding.phrases.nouns import NAMELESS, actor, actors_of
from crossreport.coding.phrases.tenses import EITHER
from crossreport.model import Quantity
from crossreport.model.kinds import ARMED
from crossreport.words.classes.course import course
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers
from crossreport.words.function_words import IS, RELATIVES


def habitual(doc: Document, hit: Found) -> bool:
    """Whether the trigger tells what is done now and then, by whoever does such things."""
    if hit.trigger.pos == "noun":
        return _career(doc, hit) or _means_in_use(doc, hit) or _among_ways(doc, hit.word) or _made_often(doc, hit)
    again = _again(doc, hit.word, hit.type) and not _practice(doc, hit.word, hit.type)
    return again or _known_for_doing(doc, hit.word) or _used_for(doc, hit) or _of_war(doc, hit)


def _again(doc: Document, word: Word, type_: str) -> bool:
    return _habit(doc, word) or _often(doc, word, type_) or _in_general(doc, word, type_)


def practised_now(doc: Document, word: Word) -> bool:
    """Whether the present tells what a known force does again and again in a known place: it goes on."""
    types = {trigger.type for trigger in triggers().get(("verb", doc.lemma(word)), ())}
    force = next(iter(sorted(types & _LASTING)), None)
    if force is None or types & _AT_ONCE or not _present(doc, word):
        return False
    return _again(doc, word, force) and _practice(doc, word, force)


def _practice(doc: Document, word: Word, type_: str) -> bool:
    """ "Army jets regularly bomb Nyala": a known side and a named place make a record of it; "pirates attack ships"."""
    if type_ not in _LASTING or (doc.token(word).rel == "acl:relcl" and not doc.kids(word, "obj")):
        return False
    sides = [actor(mention) for noun in doers(doc, word) for mention in actors_of(doc, noun)]
    if not any(one.kind in ARMED | {"state"} and not one.id.startswith(NAMELESS) for one in sides):
        return False
    beside = doc.kids(word, "obj", "obl")  # or, as in "in Taiz, where the army shells the suburbs", of a clause above
    beside += [kid for verb in doc.path(word)[1:] for kid in doc.kids(verb, "obl") if "in" in doc.cases(kid)]
    return any(doc.covering(part, "place") for kid in beside for part in doc.subtree(kid))


_AT_ONCE = frozenset({"territory_taken", "territory_lost", "attack_repelled", "execution"})
_LASTING = frozenset({"air_strike", "shelling", "attack_on_civilians", "offensive", "chemical_attack"})


def _habit(doc: Document, word: Word) -> bool:
    """ "Often targets convoys on that road"."""
    present = doc.token(word).xpos in ("VBZ", "VBP")
    head = doc.parent(word)
    if present and doc.rel(word) == "conj" and head is not None and is_verb(doc, head) and not doc.kids(word, "nsubj"):
        return _habit(doc, head)  # "often kidnaps farmers and burns villages"
    if present and _of_any(doc, word):
        return True
    return present and any(doc.text(kid) in course().habitually for kid in doc.kids(word, "advmod"))


def _of_any(doc: Document, word: Word) -> bool:
    """ "An army that wins a town and loses a province": said of any such army."""
    if any(doc.text(noun) in ("whoever", "anyone", "anybody") for noun in doc.kids(word, "nsubj")):
        return True  # "whoever attacks us will pay"
    while doc.rel(word) == "conj" and (head := doc.parent(word)) is not None and is_verb(doc, head):
        word = head
    noun = doc.parent(word)
    if noun is None or doc.token(word).rel != "acl:relcl" or doc.kids(word, "aux"):
        return False
    if any(doc.text(kid) not in RELATIVES for kid in doc.kids(word, "nsubj")):
        return False  # "a pilot whom the group holds"
    if doc.text(noun) in ("those", "anyone", "anybody", "whoever", "he"):
        return True  # "those who target workers deserve no mercy"
    return any(doc.text(kid) in ("a", "an", "any", "every") for kid in doc.kids(noun, "det"))


def _made_often(doc: Document, hit: Found) -> bool:
    """ "They regularly carry out attacks against his forces": what is done often, in the words of a verb beside it."""
    verb = doc.parent(hit.word)
    if verb is None or hit.type not in FORCE:
        return False
    if doc.lemma(verb) in course().stages and doc.kids(verb, "cop"):  # "has often been the scene of fighting"
        return any(doc.text(kid) in course().habitually for kid in doc.kids(verb, "advmod")) and not _dated(doc, verb)
    if doc.rel(hit.word) != "obj" or not is_verb(doc, verb):
        return False
    often = (
        any(doc.text(kid) in course().habitually for kid in doc.kids(verb, "advmod")) and doc.token(verb).xpos != "VBD"
    )
    placed = any(doc.covering(part, "place") for part in doc.subtree(verb))  # a record of what goes on there
    return often and not placed and not _dated(doc, verb)


def _career(doc: Document, hit: Found) -> bool:
    """ "Is responsible for attacks on convoys", "coordinates bombings": what somebody is known for, at no time told."""
    if hit.type not in FORCE or doc.token(hit.word).xpos != "NNS":
        return False
    if doc.definite(hit.word, "both"):
        return False
    if doc.kids(hit.word, "nummod") or any(doc.covering(word, "time") for word in doc.subtree(hit.word)):
        return False
    step = hit.word
    for head in doc.path(hit.word)[1:4]:
        dated = any(doc.covering(kid, "time") for kid in doc.kids(head, "obl", "advmod"))
        if doc.lemma(head) in course().known_for and doc.rel(step) in ("obl", "nmod") and not dated:
            return not any(doc.lemma(kid) in ("claim", "take") for kid in doc.path(head)[1:2])
        if doc.lemma(head) in course().plotting and doc.rel(step) == "obj" and is_verb(doc, head):
            return doc.token(head).xpos in ("VBZ", "VBP") and not dated
        held = doc.parent(head)
        if doc.lemma(head) in course().leading and doc.rel(step) == "obj" and held is not None and not dated:
            return doc.lemma(held) in ("believe", "suspect", "know") and doc.token(head).rel == "xcomp"
        if doc.rel(step) not in ("conj", "nmod", "compound"):
            return False
        step = head
    return False


def _among_ways(doc: Document, noun: Word) -> bool:
    """ "Tactics that have included sieges, mass executions and torture": ways of fighting, told of no day and place."""
    while (first := doc.parent(noun)) is not None and (doc.rel(noun) == "conj" or doc.lemma(first) == "use"):
        noun = first
    verb = doc.parent(noun)
    if verb is None or doc.rel(noun) not in ("obj", "nmod", "obl") or doc.kids(noun, "nummod"):
        return False
    including = doc.lemma(verb) in course().including or "including" in doc.cases(noun)
    of = [*doc.kids(verb, "nsubj"), *doc.path(verb)[1:ABOVE]] if doc.lemma(verb) in course().including else [verb]
    named = {doc.lemma(one) for one in of}
    return including and bool(named & course().practices) and not _dated(doc, verb)


ABOVE = 4  # heads above a relative clause among which its noun is looked for: "tactics of the army which include"
MILLION = 1_000_000


def _of_war(doc: Document, hit: Found) -> bool:
    """ "Four million have been displaced since the war broke out": the flight of years is a figure."""
    if hit.type not in ("displacement_evacuation", "arrest"):
        return False
    if _millions(doc, hit.word) and not _dated(doc, hit.word):
        return True
    began = [kid for kid in doc.kids(hit.word, "advcl", "obl") if "since" in _opening(doc, kid)]
    wars = closed_classes().wars
    return any(doc.lemma(word) in wars for kid in began for word in doc.subtree(kid))


def _millions(doc: Document, verb: Word) -> bool:
    """Whether millions flee: of a war, and of no happening in it."""
    heads = [*subjects(doc, verb), *patients(doc, verb)]
    heads += [kid for more in doc.kids(verb, "advmod") for kid in doc.kids(more, "obl")]  # "millions more displaced"
    parts = [part for noun in heads for part in (noun, *doc.kids(noun, "nummod"))]
    counts = [m.value for part in parts for m in doc.covering(part, "quantity")]
    counted = any(isinstance(n, Quantity) and (n.best or n.low or 0) >= MILLION for n in counts)
    return counted or any(doc.lemma(part) == "million" for part in parts)


def _opening(doc: Document, word: Word) -> set[str]:
    return {doc.text(kid) for kid in doc.kids(word, "mark", "case", "advmod")}


def _dated(doc: Document, word: Word) -> bool:
    """Whether the clause names a time of its own."""
    times = [mention for kid in doc.clause(word) for mention in doc.headed(kid, "time")]
    return any(
        _MANY_TIMES.search(mention.span.quote) is None and "daily" not in mention.span.quote for mention in times
    )


# Beside a perfect or a present these tell of many times, none of them the page's news.
_MANY_TIMES = re.compile(
    r"\b(?:(?:many|several|numerous|countless|multiple|dozens of|a number of) (?:times|occasions)|repeatedly|time and"
    r" again|more than once|(?:daily|weekly|regular|nightly) basis|(?:almost|nearly) (?:daily|every \w+)"
    r"|every (?:day|night|week|month|year|few \w+)|over the years)\b",
    re.IGNORECASE,
)


def _often(doc: Document, word: Word, type_: str) -> bool:
    """ "Has targeted the town many times", "shells the hills on a near-daily basis"."""
    perfect = any(doc.text(kid) in ("has", "have", "had") for kid in doc.kids(word, "aux"))
    if ontology().types[type_].scheme == "speaker" or not (perfect or _present(doc, word)) or _dated(doc, word):
        return False
    words = sorted({word, *doc.clause(word)})
    return _MANY_TIMES.search(doc.span(words).quote) is not None


def _present(doc: Document, word: Word) -> bool:
    """A simple present, whatever the tagger took a past form for ("overran", "retook")."""
    text, lemma = doc.text(word), doc.lemma(word)
    if text in EITHER:
        return False
    form = text in (lemma, f"{lemma}s", f"{lemma}es", f"{lemma.removesuffix('y')}ies")
    return form and doc.token(word).xpos in ("VBZ", "VBP") and not doc.kids(word, "aux", "aux:pass")


def _in_general(doc: Document, word: Word, type_: str) -> bool:
    """ "Pirates attack ships there to kidnap crews", on a page that tells its happenings in the past."""
    if type_ not in FORCE | _ROUTINE or type_ == "territory_taken" or not _present(doc, word):
        return False
    return not _dated(doc, word) and not _in_title(doc, word) and _told_in_past(doc, word.sentence)


def _in_title(doc: Document, word: Word) -> bool:
    return doc.page.blocks[doc.sentences[word.sentence].block].kind == "title"


_ROUTINE = frozenset(
    {"aid_delivery", "training", "arms_or_funds_supplied", "recruitment", "arrest", "abduction", "protest", "riot"}
    | {"looting_destruction", "weapons_seized_or_destroyed", "displacement_evacuation", "sexual_violence"}
)
PAST = 3  # of finite verbs in the past to one in the present: then the page tells in the past; own and corpus dev pages


def _told_in_past(doc: Document, here: int) -> bool:
    """Whether most main verbs of the body's other sentences are in the past: no chronicle and no headlines."""
    past = now = 0
    for word in doc.words():
        token = doc.token(word)
        if token.rel != "root" or word.sentence == here or not is_verb(doc, word) or _in_title(doc, word):
            continue
        past += token.xpos == "VBD" or (token.xpos == "VBN" and bool(doc.kids(word, "aux", "aux:pass")))
        now += _present(doc, word)
    return past > 1 and past >= PAST * now


def _known_for_doing(doc: Document, word: Word) -> bool:
    """ "Known for recruiting children and looting villages", "is responsible for moving weapons"."""
    if doc.token(word).xpos != "VBG":
        return False
    if doc.rel(word) == "conj" and (head := doc.parent(word)) is not None and not doc.kids(word, "nsubj", "mark"):
        return is_verb(doc, head) and _known_for_doing(doc, head)
    verb = doc.parent(word)
    if (
        verb is None
        or doc.lemma(verb) not in course().known_for
        or doc.rel(word) not in ("advcl", "acl", "xcomp", "obl")
    ):
        return False
    counted = [kid for noun in doc.kids(word, "obj") for kid in doc.kids(noun, "nummod", "det", "nmod:poss")]
    return not counted and not _dated(doc, word)


def _used_for(doc: Document, hit: Found) -> bool:
    """ "Uses bombs to target convoys", "a road used by the army to supply its posts"; not "used a drone to hit it"."""
    word, head = hit.word, doc.parent(hit.word)
    if head is None or doc.lemma(head) != "use" or doc.token(word).xpos != "VB" or _dated(doc, head):
        return False
    if _present(doc, head):
        return not _particular(doc, word)
    passive = {doc.text(kid) for kid in doc.kids(head, "aux:pass", "aux")} & IS
    described = doc.token(head).rel == "acl" and doc.token(head).xpos == "VBN"
    return (bool(passive) or described) and hit.type not in FORCE and not _dated(doc, word)


def _particular(doc: Document, word: Word) -> bool:
    """Whether something that is pointed at, counted or dated is hit."""
    own = [kid for noun in doc.kids(word, "obj") for kid in doc.kids(noun, "nummod", "det")]
    return any(doc.text(kid) in ("the", "this", "that") for kid in own) or _dated(doc, word)


def _means_in_use(doc: Document, hit: Found) -> bool:
    """ "The group uses roadside bombs to hit convoys": its means, no blast."""
    head = doc.parent(hit.word)
    if head is None or doc.rel(hit.word) != "obj" or doc.lemma(head) not in ("use", "employ", "favour", "favor"):
        return False
    return _present(doc, head) and not _dated(doc, head) and not doc.kids(hit.word, "det", "nummod")
