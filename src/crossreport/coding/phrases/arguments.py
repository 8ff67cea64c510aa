"""Who does what to whom, by syntax alone: a verb or an event noun in, heads of noun phrases out.

Follows voice, relative clauses, participles, control and coordination over Universal Dependencies.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.reduced import said_of_object
from crossreport.model import Actor, Mention
from crossreport.model.kinds import SIDES
from crossreport.words.classes.arms import arms
from crossreport.words.classes.harm import harm
from crossreport.words.classes.speech import speech
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers
from crossreport.words.function_words import RELATIVES
from crossreport.words.reporting import reporting

# Verbs whose object is the doer of the clause under them ("allowed rebels to leave", "helped the army retake").

DEPTH = 6  # heads climbed in search of a subject; longer chains are parser errors


def is_verb(doc: Document, word: Word) -> bool:
    """Whether the word is a verb of a clause, not an adjective made of one ("besieged town")."""
    token = doc.token(word)
    if besieger(doc, word) is not None:
        return True
    return token.upos == "VERB" and token.rel not in ("amod", "compound", "case", "fixed", "mark")


def besieger(doc: Document, word: Word) -> Word | None:
    """ "The rebel-besieged town": who besieges it; without him it is an adjective only."""
    if doc.text(word) not in arms().besieged or doc.token(word).rel != "amod" or not word.token:
        return None
    if doc.text(Word(word.sentence, word.token - 1)) not in ("-", "–"):
        return None
    return next(
        (kid for kid in doc.kids(word, "compound", "obl", "nmod", "nsubj") if kid.token == word.token - 2), None
    )


def is_passive(doc: Document, word: Word) -> bool:
    """Whether the verb's subject is the one to whom it is done."""
    if besieger(doc, word) is not None:
        return True
    rels = {doc.token(kid).rel for kid in doc.kids(word)}
    perfect = "aux" in rels and "aux:pass" not in rels and any(doc.lemma(k) == "have" for k in doc.kids(word, "aux"))
    token = doc.token(word)
    if said_of_object(doc, word) is not None:
        return True
    if "aux:pass" not in rels and doc.kids(word, "nsubj") and _shares_object(doc, word):
        return False
    if rels & {"nsubj:pass", "csubj:pass", "aux:pass"} and not perfect and not _does_it(doc, word):
        return True  # "had withdrawn" is none, whatever its subject was taken for
    if token.xpos in ("VBN", "VBD") and (_lacks_auxiliary(doc, word) or _said_of(doc, word)):
        return True
    participle = token.xpos == "VBN" and not doc.kids(word, "aux") and not doc.kids(word, "nsubj")
    if participle and token.rel in ("acl", "advcl", "root", "ccomp", "parataxis"):
        return not doc.kids(word, "obj") and not _shares_object(doc, word)
    if token.rel == "xcomp" and token.xpos == "VBN" and not doc.kids(word, "nsubj", "obj", "aux"):
        return raised(doc, doc.parent(word))
    if doc.rel(word) == "conj" and token.xpos == "VBN" and not doc.kids(word, "nsubj", "obj", "aux"):
        head = doc.parent(word)
        return head is not None and is_passive(doc, head)
    if doc.rel(word) == "conj" and token.xpos == "VBD" and not doc.kids(word, "nsubj", "obj", "aux"):
        head = doc.parent(word)  # "was shot and killed"
        return head is not None and doc.lemma(word) in closed_classes().done_to and is_passive(doc, head)
    return False


def raised(doc: Document, verb: Word | None) -> bool:
    """ "Two were reported killed", "is believed to have been hit": a passive of saying, whose subject is another's."""
    if verb is None or not doc.kids(verb, "xcomp"):
        return False
    if doc.lemma(verb) not in reporting().verbs and doc.lemma(verb) not in speech().held_to_be:
        return False
    return bool(doc.kids(verb, "aux:pass")) or any(doc.token(kid).rel == "nsubj:pass" for kid in doc.kids(verb))


def _shares_object(doc: Document, word: Word) -> bool:
    """ "Men armed with pistols shot and killed two elders": a clause that the parser hung on its own subject."""
    return not doc.kids(word, "obj") and bool(_shared_objects(doc, word))


def _shared_objects(doc: Document, word: Word) -> list[Word]:
    """The object behind the second of two verbs of harm: "killed and crucified two men"."""
    hits = closed_classes().only_done_to | closed_classes().done_to | {"shoot", "kill"}
    if doc.lemma(word) not in hits or doc.kids(word, "aux", "obj"):
        return []
    return [
        noun
        for kid in doc.kids(word, "conj")
        if not doc.kids(kid, "nsubj", "aux") and doc.token(kid).xpos in ("VBD", "VBN")
        for noun in doc.kids(kid, "obj")
        if not any(word < other < kid for other in doc.kids(word, "obl", "advcl"))
    ]


def _said_of(doc: Document, verb: Word) -> bool:
    """ "M23 reported to have executed three": a headline's passive, for nobody says so of himself."""
    told = doc.lemma(verb) in ("report", "say", "believe") and doc.token(verb).xpos in ("VBD", "VBN")
    bare = told and not doc.kids(verb, "aux", "obj", "ccomp")
    return bare and any(any(doc.text(m) == "to" for m in doc.kids(kid, "mark")) for kid in doc.kids(verb, "xcomp"))


def _does_it(doc: Document, verb: Word) -> bool:
    """ "Soldiers summarily executed 56 people", "gunmen shot at a bus": no passive, whatever the tree says."""
    if doc.kids(verb, "aux") or not doc.kids(verb, "nsubj"):
        return False
    hits = doc.lemma(verb) in closed_classes().only_done_to | closed_classes().done_to
    return (hits and bool(doc.kids(verb, "obj"))) or _shoots_at(doc, verb) or _fires_at(doc, verb)


def _fires_at(doc: Document, verb: Word) -> bool:
    """ "At least three men fired at the car": who was fired at has an auxiliary."""
    return doc.lemma(verb) == "fire" and bool(obliques(doc, verb, "at", "on", "upon"))


def _lacks_auxiliary(doc: Document, word: Word) -> bool:
    """ "Four doctors freed in X", "gas depot near X struck": a headline's passive."""
    lemma, things = doc.lemma(word), doc.kids(word, "nsubj")
    if (
        lemma not in closed_classes().only_done_to | closed_classes().done_to
        or not things
        or doc.rel(word) in ("acl", "xcomp")
    ):
        return False
    if doc.kids(word, "aux", "obj", "iobj", "ccomp", "xcomp") or any(doc.token(one).upos == "PRON" for one in things):
        return False
    if lemma in closed_classes().only_done_to:
        return not _shoots_at(doc, word)
    hit = {name for kind in _HIT for name in ontology().classes[kind]}  # who can strike, "struck on Monday"
    return all(doc.lemma(one) in hit and not doc.headed(one, "actor", "person") for one in things)


def _shoots_at(doc: Document, verb: Word) -> bool:
    """ "Gunmen shot at an ambulance": what stands behind "at" is no place or time at which they were shot."""
    aimed = obliques(doc, verb, "at") if doc.lemma(verb) in ("shoot", "fire") else []
    stands = {name for kind in _HIT[:-3] for name in ontology().classes[kind]} - ontology().classes["vehicle"]
    civilians = ontology().classes["civilian_noun"] | {"crowd"}
    people = [noun for noun in aimed if doc.headed(noun, "actor") or doc.lemma(noun) in civilians]  # "at crowds"
    return bool(people) or any(doc.lemma(n) not in stands and not doc.headed(n, "place", "time") for n in aimed)


_BESIDE = frozenset({"of", "on", "at", "near", "outside", "in", "inside", "against", "into"})
_HIT = ("building", "place_noun", "base", "site_noun", "monument", "aid", "vehicle", "civilian_noun")


def _is_noun(doc: Document, verb: Word) -> bool:
    """ "Shelling killed nine", "fighting wounded a guard": a bare gerund, which nothing governs or follows."""
    return doc.token(verb).xpos == "VBG" and not doc.kids(verb, "obj", "mark", "aux", "nsubj", "advmod", "xcomp")


def subjects(doc: Document, word: Word, depth: int = 0) -> list[Word]:
    """Heads of the grammatical subject, own or taken over from the clause above."""
    own = [kid for kid in doc.kids(word, "nsubj", "csubj") if doc.token(kid).upos != "VERB" or _is_noun(doc, kid)]
    own = [kid for kid in own if doc.text(kid) not in ("it", "there") or doc.headed(kid, "actor", "person")]
    own = [kid for kid in own if not any(word < other < kid for other in doc.kids(word, "obj"))]  # who speaks behind it
    if own:
        begun = _begun_again(doc, own[-1], word)
        return [noun for kid in begun or own for noun in doc.expand(_antecedent(doc, kid, word))]
    head = doc.parent(word)
    if head is None or depth > DEPTH:
        return []
    return _inherited(doc, word, head, depth)


def _begun_again(doc: Document, subject: Word, verb: Word) -> list[Word]:
    """ "Col A B former deputy chief The brigade killed …": a caption run together with the sentence behind it."""
    between = [w for w in doc.words_of(verb.sentence) if subject < w < verb and doc.token(w).text == "The"]
    noun = doc.parent(between[-1]) if between and doc.rel(between[-1]) == "det" else None
    opens = noun is not None and noun < verb and doc.token(noun).upos == "NOUN"
    return [noun] if noun is not None and opens and (doc.before(between[-1], 1) or "").isalpha() else []


def _antecedent(doc: Document, noun: Word, verb: Word) -> Word:
    """The noun that a relative pronoun stands for."""
    if doc.text(noun) not in RELATIVES:
        return noun
    for step in doc.path(verb):
        if doc.token(step).rel in ("acl:relcl", "acl", "advcl:relcl"):  # the last: "it was the rebels who did it"
            above = doc.parent(step) or noun
            return next(iter(_side_meant(doc, above)), above)
    return noun


def _inherited(doc: Document, word: Word, head: Word, depth: int) -> list[Word]:
    rel = doc.token(word).rel
    if rel in ("acl", "acl:relcl"):
        return [] if doc.kids(word, "nsubj") else _of_noun_above(doc, word, head, depth)
    if doc.rel(word) == "conj":
        predicate = doc.token(head).upos in ("VERB", "AUX", "ADJ") or bool(_side_meant(doc, head))
        return subjects(doc, head, depth + 1) if predicate else []
    if doc.lemma(head) == "use" and is_passive(doc, head) and rel in ("xcomp", "advcl"):
        return by_phrase(doc, head)  # "used by militants to lay a siege"
    return _of_clause_above(doc, word, head, depth) if rel in ("xcomp", "advcl", "ccomp", "dep", "parataxis") else []


def _of_noun_above(doc: Document, word: Word, head: Word, depth: int) -> list[Word]:
    """The doers of a clause that hangs on a noun: the noun itself, or those of the deed that it names."""
    above = doc.parent(head)
    if doc.covering(head, "time", "quantity") and doc.kids(word, "mark") and above is not None:
        return subjects(doc, above, depth + 1)  # "entered the town after three days of fighting with rebels"
    if above is not None and _result(doc, word, head):
        verb = next((step for step in doc.path(head) if is_verb(doc, step)), None)
        return doers(doc, verb, depth + 1) if verb is not None else []
    deed = ("noun", doc.lemma(head)) in triggers() and doc.rel(head) == "obj"
    if deed and doc.token(word).xpos == "VBG" and not doc.kids(word, "mark"):
        return subjects_of_noun(doc, head, depth)  # "carried out sorties targeting the camp"
    finite = doc.token(word).xpos in ("VBG", "VBN", "VBD", "VBZ", "VBP") or doc.token(word).rel == "acl:relcl"
    if said := _side_meant(doc, head):
        return said
    return doc.expand(head) if finite else subjects_of_noun(doc, head, depth)


def _side_meant(doc: Document, noun: Word) -> list[Word]:
    """ "The group is the main force fighting in X and has captured Y": the side of which a predicate noun is said."""
    if not doc.kids(noun, "cop") or any(_is_side(mention) for mention in doc.headed(noun, "actor")):
        return []
    return [kid for kid in doc.kids(noun, "nsubj") if any(_is_side(m) for m in doc.headed(kid, "actor"))]


def _is_side(mention: Mention) -> bool:
    return isinstance(mention.value, Actor) and mention.value.kind in SIDES


def _of_clause_above(doc: Document, word: Word, head: Word, depth: int) -> list[Word]:
    """The doers of a clause that hangs on a verb: its object, if that is made or said to do it; else its doers."""
    rel, xpos = doc.token(word).rel, doc.token(word).xpos
    if rel in ("ccomp", "parataxis") and xpos not in ("VBG", "VB", "VBN"):
        return []
    if _only_counted(doc, word, head):
        return []
    # "Arrested three men for killing a trader", "was jailed for killing him": they did it who suffer for it.
    for_it = rel == "advcl" and xpos == "VBG" and any(doc.text(k) == "for" for k in doc.kids(word, "mark", "case"))
    if for_it and (suffering := patients(doc, head)):
        return suffering
    accuses = doc.lemma(head) in ("accuse", "blame", "suspect", "condemn", "criticise", "criticize")
    accused = accuses and rel == "advcl" and bool(doc.kids(word, "mark"))  # "of doing it"; ", saying that" is his own
    if accused or (doc.lemma(head) in closed_classes().object_control and rel in ("xcomp", "ccomp")):
        given = [noun for kid in doc.kids(head, "obj", "iobj") for noun in doc.expand(kid)]
        if is_passive(doc, head):
            return subjects(doc, head, depth + 1)
        if given:
            return given
    return subjects(doc, head, depth + 1) if doc.token(head).upos in ("VERB", "AUX", "ADJ") else []


def _only_counted(doc: Document, word: Word, head: Word) -> bool:
    """ "The ministry had listed 40 killed", "it gave 12 wounded": whoever counts the dead did not kill them."""
    counts = doc.lemma(head) in reporting().nominal | speech().giving and not is_passive(doc, head)
    bare = doc.token(word).rel == "xcomp" and doc.token(word).xpos == "VBN" and not doc.kids(word, "mark", "aux")
    return (
        counts and bare and any(doc.covering(w, "quantity") for kid in doc.kids(head, "obj") for w in doc.subtree(kid))
    )


def _result(doc: Document, word: Word, head: Word) -> bool:
    """ "Exploded near the convoy of a general killing four": what came of it, hung on a noun that only tells where."""
    behind = doc.token(word).xpos == "VBG" and doc.rel(head) in ("nmod", "obl") and doc.lemma(word) in harm().outcomes
    return behind and bool(_BESIDE & set(doc.cases(head)))


def subjects_of_noun(doc: Document, noun: Word, depth: int) -> list[Word]:
    """Doers of a noun's own verb: "an attempt by rebels to retake", "the army's plan to storm"."""
    own = doc.kids(noun, "nmod:poss") + [kid for kid in doc.kids(noun, "nmod") if "by" in doc.cases(kid)]
    if own:
        return [other for kid in own for other in doc.expand(kid)]
    head = doc.parent(noun)
    if head is not None and doc.rel(noun) in ("obj", "obl") and doc.token(head).upos == "VERB" and depth < DEPTH:
        return doers(doc, head, depth + 1)
    return []


def doers(doc: Document, word: Word, depth: int = 0) -> list[Word]:
    """Heads of those who do it: the subject, or the by-phrase of a passive."""
    if is_passive(doc, word):
        return by_phrase(doc, word)
    head = doc.parent(word)
    result = doc.token(word).xpos == "VBG" and doc.token(word).rel == "advcl" and not doc.kids(word, "mark", "nsubj")
    if result and head is not None and is_verb(doc, head) and is_passive(doc, head) and doc.kids(word, "obj"):
        return by_phrase(doc, head)  # "was hit by a shell, wounding a nurse": those hit have wounded nobody
    return subjects(doc, word, depth)


def by_phrase(doc: Document, word: Word) -> list[Word]:
    """Heads behind "by", of a verb or a noun."""
    if (who := besieger(doc, word)) is not None:
        return [who]
    found = [
        kid for kid in doc.kids(word, "obl", "nmod") if doc.token(kid).rel == "obl:agent" or "by" in doc.cases(kid)
    ]
    found = [
        kid
        for kid in found
        if doc.token(kid).upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and not doc.headed(kid, "time")
    ]
    found = [kid for kid in found if not doc.contrasted(kid)] if len(found) > 1 else found
    if not found and doc.rel(word) == "conj":
        head = doc.parent(word)
        if head is not None and doc.token(head).upos == "VERB":
            found = [kid for kid in doc.kids(head, "obl") if doc.token(kid).rel == "obl:agent"]
    if not found and doc.lemma(word) == "set":  # "was set ablaze by looters"
        beside = [kid for kid in doc.kids(word, "xcomp") if not doc.kids(kid, "mark", "aux")]
        found = [kid for state in beside for kid in doc.kids(state, "obl") if "by" in doc.cases(kid)]
    if not found and is_verb(doc, word):  # "were attacked and robbed by pirates"
        last = [
            kid for kid in doc.kids(word, "conj") if doc.token(kid).xpos == "VBN" and not doc.kids(kid, "nsubj", "aux")
        ]
        found = [kid for verb in last for kid in doc.kids(verb, "obl") if doc.token(kid).rel == "obl:agent"]
    if not found and doc.token(word).xpos == "VBN":
        found = _hung_on_place(doc, word)
    return [noun for kid in found for noun in doc.expand(kid)]


def _hung_on_place(doc: Document, verb: Word) -> list[Word]:
    """ "Were killed in X, in the Y district of Z, by the front": a place is by nobody, whatever the tree says."""
    places = [kid for kid in doc.kids(verb, "obl") if not doc.headed(kid, "time")]
    below = [kid for noun in places for part in (noun, *doc.kids(noun, "nmod")) for kid in doc.kids(part, "nmod")]
    return [kid for kid in below if "by" in doc.cases(kid) and doc.headed(kid, "actor") and verb < kid][:1]


def patients(doc: Document, word: Word) -> list[Word]:
    """Heads of those to whom it is done: the object, or the subject of a passive."""
    if not is_passive(doc, word):
        own = [kid for kid in doc.kids(word, "obj", "iobj") if not doc.headed(kid, "time")]
        own = [kid for kid in own if not _speaks_behind(doc, word, kid)] or _shared_objects(doc, word)
        if not own and doc.token(word).rel == "acl:relcl" and subjects(doc, word) and doc.kids(word, "nsubj"):
            nouns = [kid for kid in doc.kids(word, "nsubj") if doc.text(kid) not in RELATIVES]
            head = doc.parent(word)
            own = [head] if nouns and head is not None and _lacks_object(doc, word) else []
        return [noun for kid in own for noun in doc.expand(_antecedent(doc, kid, word))]
    token = doc.token(word)
    told = said_of_object(doc, word)
    if told is not None:
        return doc.expand(told)
    own = [kid for kid in doc.kids(word, "nsubj", "csubj") if not doc.kids(kid, "cop")]
    if own:  # not the "strikes" of "killed in what were likely Russian strikes"
        return [noun for kid in own for noun in doc.expand(_antecedent(doc, kid, word))]
    head = doc.parent(word)
    if head is None:
        return []
    if token.rel in ("acl", "acl:relcl") or besieger(doc, word) is not None:
        return [head]
    if doc.rel(word) == "conj" and doc.token(head).upos == "VERB":
        own_voice = any(doc.token(kid).rel == "aux:pass" for kid in doc.kids(word)) and not is_passive(doc, head)
        return subjects(doc, head) if own_voice else patients(doc, head)  # "advanced but were thrown back"
    return subjects(doc, word)


def _speaks_behind(doc: Document, verb: Word, noun: Word) -> bool:
    """ "We attacked the base", said the commander: whoever stands behind the verb of saying above is no object."""
    return any(verb < step < noun and doc.lemma(step) in reporting().final for step in doc.path(verb)[1:])


def _lacks_object(doc: Document, word: Word) -> bool:
    if any(doc.text(kid) in ("which", "that", "whom") for kid in doc.kids(word, "obj")):
        return True
    always = doc.lemma(word) in closed_classes().only_done_to  # "the teachers it had abducted in X"
    return not doc.kids(word, "obj", "ccomp", "xcomp", *(() if always else ("obl",)))


def obliques(doc: Document, word: Word, *prepositions: str) -> list[Word]:
    """Heads of prepositional dependents with one of these prepositions."""
    found = []
    for kid in doc.kids(word, "obl", "nmod"):
        cases = doc.cases(kid) or _particles(doc, word, kid)
        if any(case.split()[0] in prepositions or case in prepositions for case in cases):
            found.extend(doc.expand(kid))
    return found


def _particles(doc: Document, verb: Word, noun: Word) -> list[str]:
    """ "Drove over a mine": the preposition that the tree took for a part of the verb before it."""
    beside = [kid for kid in doc.kids(verb, "compound") if verb < kid < noun and doc.token(kid).upos == "ADP"]
    return [doc.text(kid) for kid in beside if not doc.kids(verb, "obj")]
