"""What became of those counted, by syntax: the verb or noun that says so, killed, wounded, detained, displaced …"""

from crossreport.coding.counts.counted import kind_of
from crossreport.coding.counts.losses import lost_to
from crossreport.coding.counts.nearby import Told, takes_object
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import doers, is_passive, patients
from crossreport.model.measures import HARM
from crossreport.words.classes.harm import harm
from crossreport.words.classes.motion import motion
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers
from crossreport.words.figures import figure_words

_NOUN_MEASURES = {"detainee": "detained", "hostage": "abducted", "refugee": "displaced", "displaced": "displaced"}


def fate(doc: Document, noun: Word, *, own: bool = True) -> Told | None:
    """What the page says became of them, with the word that says so; with `own` also by the noun itself."""
    told_so = _own_fate(doc, noun) if own else None
    if told_so is not None:
        return told_so
    for step in [noun, *doc.path(noun)[1:3]]:
        verb = doc.parent(step)
        if verb is None:
            return None
        if doc.token(verb).upos in ("VERB", "ADJ", "NOUN", "AUX"):
            told = _verb_fate(doc, verb, step)
            if told is not None and told.measure == "displaced" and kind_of(doc, noun) == "combatants":
                return None  # "a column of 120 soldiers left the town"
            if told is not None:
                return told
        climbs = doc.rel(step) in ("nmod", "conj", "appos", "nummod", "compound", "dep", "obj", "nsubj")
        if not climbs or doc.token(verb).upos == "VERB":
            return None
    return None


def noun_measure(doc: Document, word: Word) -> str | None:
    """The measure that a counted noun tells by itself: "40 deaths", "12 dead", "20 wounded", "9 casualties"."""
    lemma, text = doc.lemma(word), doc.text(word)
    for measure in ("killed", "wounded", "killed_and_wounded"):
        words = ontology().tolls[measure]
        if {lemma, lemma.removesuffix("s")} & set(words.nouns) or text in words.adjectives:
            return measure
    if lemma in figure_words().bodies:
        return "killed"
    return figure_words().hit_measure(text) if text in ("killed", "slain") else _NOUN_MEASURES.get(lemma)


def _own_fate(doc: Document, noun: Word) -> Told | None:
    """The counted noun itself tells it, or a participle behind it ("5 soldiers killed")."""
    some = [kid for kid in doc.kids(noun, "acl:relcl", "acl") if _of_some(doc, kid)]
    measure = noun_measure(doc, noun)
    if measure is not None and not (some and doc.lemma(noun) == "victim"):
        return Told(measure, noun)
    hurts = _with_hurts(doc, noun)
    if hurts is not None and not _bodies_of(doc, noun):
        return Told("wounded", hurts)
    for kid in doc.kids(noun, "acl", "acl:relcl", "amod", "xcomp"):
        if kid in some:
            continue
        told = _word_measure(doc, kid)
        passive = doc.rel(kid) == "amod" or is_passive(doc, kid) or _is_patient_verb(doc.lemma(kid))
        if told is not None and (passive or doc.token(kid).upos == "ADJ"):
            return Told(told, kid)
    for kid in doc.kids(noun, "nmod"):
        if "of" in doc.cases(kid) and doc.token(noun).upos in ("NUM", "NOUN"):
            inner = _own_fate(doc, kid)
            if inner is not None:
                return inner
    return None


def _of_some(doc: Document, clause: Word) -> bool:
    """ "Hit forty people, of whom six died", "118 victims, nine of them killed": the fate is of some of them alone."""
    heads = [clause, *doc.kids(clause, "nsubj", "nsubj:pass")]
    told = (kid for head in heads for kid in doc.kids(head, "obl", "nmod"))
    return any("of" in doc.cases(kid) and doc.text(kid) in _SOME for kid in told)


_SOME = frozenset({"whom", "which", "them", "these", "those"})


def _bodies_of(doc: Document, noun: Word) -> bool:
    """ "The bodies of three men with gunshot wounds": they are dead."""
    head = doc.parent(noun)
    held = head is not None and doc.rel(noun) == "nmod" and "of" in doc.cases(noun)
    return held and head is not None and doc.lemma(head) in figure_words().bodies


def _with_hurts(doc: Document, noun: Word) -> Word | None:
    """ "Left nine dead and five with burns": by word order, since trees hang the burns on any word before them."""
    behind = doc.words_of(noun.sentence)[noun.token + 1 : noun.token + 5]
    if not behind or doc.text(behind[0]) != "with":
        return None
    return next((word for word in behind[1:] if doc.lemma(word) in harm().hurts), None)


def _is_patient_verb(lemma: str) -> bool:
    own = any(lemma in lemmas for lemmas in figure_words().intransitive.values())
    return own or lemma in ontology().tolls["killed"].patient


def _word_measure(doc: Document, word: Word) -> str | None:
    """The fate that a verb or adjective tells; "killed and wounded" without a number between tells both."""
    measure = single_measure(doc, word)
    for kid in doc.kids(word, "conj"):
        between = range(word.token + 1, kid.token)
        if {measure, single_measure(doc, kid)} == HARM and len(between) <= 1:
            return "killed_and_wounded"
    return measure


def single_measure(doc: Document, word: Word) -> str | None:
    """The fate that one word tells by itself."""
    lemma, text = doc.lemma(word), doc.text(word)
    if lemma in figure_words().blows and fatal(doc, word):
        return "killed"
    if lemma == "shoot" and _in_limb(doc, word):
        return "wounded"
    for measure in ("killed", "wounded"):
        words = ontology().tolls[measure]
        if lemma in {verb.split()[0] for verb in words.verbs} or lemma in words.patient or text in words.adjectives:
            return measure
    found = figure_words()
    for table in (found.transitive, found.intransitive):
        for measure, lemmas in table.items():
            if lemma in lemmas:
                return measure
    for measure, states in found.states.items():
        if text in states:
            return measure
    return closed_classes().fate_of(lemma)


def _in_limb(doc: Document, verb: Word) -> bool:
    """ "Shot in the leg": hurt, where nobody says that they died."""
    return any("in" in doc.cases(kid) and doc.lemma(kid) in figure_words().limbs for kid in doc.kids(verb, "obl"))


def fatal(doc: Document, word: Word) -> bool:
    """ "Fatally shot", "wounded mortally"; not "three were shot, one fatally"."""
    beside = {doc.before(word, 1)}
    for kid in doc.kids(word, "advmod"):
        between = {doc.text(Word(word.sentence, at)) for at in range(word.token + 1, kid.token)}
        if "," not in between:
            beside.add(doc.text(kid))
    return bool(beside & figure_words().fatally)


def off_the_screen(doc: Document, verb: Word) -> bool:
    """ "Nineteen more disappeared from radar": what is no longer tracked is a thing, and nobody took it."""
    return any(doc.lemma(noun) in _TRACKS for noun in doc.kids(verb, "obl") if {"from", "off"} & set(doc.cases(noun)))


_TRACKS = frozenset({"radar", "radars", "screen", "monitor", "tracking"})


def _verb_fate(doc: Document, verb: Word, noun: Word) -> Told | None:
    """The fate that a head gives the noun."""
    if doc.token(verb).upos == "NOUN":
        measure = _event_noun_fate(doc, verb, noun)
        return Told(measure, verb) if measure else None
    if off_the_screen(doc, verb):
        return None
    raised = _raised(doc, verb, noun)
    if raised is not None:
        return _verb_fate(doc, raised, noun) if _undergoes(doc, raised) else None
    special = _phrase_fate(doc, verb, noun)
    if special is not None:
        return special
    for word in (verb, *_paired(doc, verb)):
        told = _word_measure(doc, word)
        if told is not None:
            shared = word != verb and doc.rel(noun) == "nsubj" and (is_passive(doc, word) or told == "killed")
            shared = shared and (is_passive(doc, word) or _is_patient_verb(doc.lemma(word)))
            return Told(told, word) if shared or _suffers(doc, verb, noun, told) else None
    if doc.lemma(verb) == "shoot" and (doc.rel(noun) == "obj" or doc.token(noun).rel == "nsubj:pass"):
        dead = _vitally(doc, verb) or _others_hurt(doc, verb)
        return Told(
            "killed" if dead else "killed_and_wounded", verb
        )  # "three were shot": whether they died is not said
    return None


def _raised(doc: Document, verb: Word, noun: Word) -> Word | None:
    """ "Two miners are known to have died": the verb under the one that says how sure it is."""
    if doc.rel(noun) != "nsubj" or doc.lemma(verb) not in figure_words().raising or not is_passive(doc, verb):
        return None
    under = doc.kids(verb, "xcomp", "ccomp")
    return next((kid for kid in under if doc.token(kid).upos == "VERB" and not doc.kids(kid, "nsubj")), None)


def _undergoes(doc: Document, verb: Word) -> bool:
    """ "To have died", "to have been killed"; not "to have killed a guard"."""
    return is_passive(doc, verb) or _is_patient_verb(doc.lemma(verb)) or not doc.kids(verb, "obj")


def _vitally(doc: Document, verb: Word) -> bool:
    """ "Shot in the head"."""
    return any("in" in doc.cases(kid) and doc.lemma(kid) in figure_words().vitals for kid in doc.kids(verb, "obl"))


def _others_hurt(doc: Document, verb: Word) -> bool:
    """ "Shooting two men and wounding a woman": who is told apart from the wounded has died."""
    return any(
        single_measure(doc, kid) == "wounded" and (doc.kids(kid, "obj") or doc.kids(kid, "nsubj", "nsubj:pass"))
        for kid in doc.kids(verb, "conj")
    )


def _paired(doc: Document, verb: Word) -> list[Word]:
    """ "were rounded up and executed": verbs coordinated with one that tells nothing, without subjects of their own."""
    return [kid for kid in doc.kids(verb, "conj") if not doc.kids(kid, "nsubj", "obj", "nsubj:pass")]


def _suffers(doc: Document, verb: Word, noun: Word, told: str) -> bool:
    rel, lemma = doc.rel(noun), doc.lemma(verb)
    if doc.parent(noun) != verb and _raised(doc, doc.parent(noun) or verb, noun) == verb:
        return True
    if noun in patients(doc, verb) or doc.rel(noun) == "obj" or doc.token(noun).rel == "nsubj:pass":
        return True
    if along(doc, noun):
        return bool(patients(doc, verb))
    stands = _is_patient_verb(lemma) or doc.token(verb).upos == "ADJ" or is_passive(doc, verb)
    return rel == "nsubj" and stands and told != "killed_and_wounded"


def along(doc: Document, noun: Word) -> bool:
    """ "Along with three others"."""
    return doc.rel(noun) == "obl" and bool({"along", "together", "alongside"} & set(" ".join(doc.cases(noun)).split()))


def _event_noun_fate(doc: Document, head: Word, noun: Word) -> str | None:
    """ "the deaths of 12 civilians", "a toll of 40", "the arrest of 9"."""
    lemma, rel = doc.lemma(head), doc.rel(noun)
    if rel != "nmod" and not (lemma == "casualty" and rel == "nummod"):
        return None
    if lemma in figure_words().bodies and "of" in doc.cases(noun):
        return "killed"
    if lemma == "life" and any(doc.lemma(p) in ontology().tolls["killed"].lives for p in doc.path(head)[1:2]):
        return "killed"
    return figure_words().of_noun(lemma) if "of" in doc.cases(noun) or lemma == "casualty" else None


def dies_by_idiom(doc: Document, verb: Word) -> str | None:
    """The role of whoever dies where a verb and its object mean death: "subject" or "object".

    "Embraced martyrdom", "laid down their lives", "sent twelve fighters to hell".
    """
    lemma = doc.lemma(verb)
    for role, idioms in figure_words().death_idioms.items():
        for idiom in idioms:
            head, *said, last = idiom.split()
            near = [kid for kid in doc.kids(verb, "obj", "obl", "nmod", "xcomp") if doc.lemma(kid) == last]
            if lemma == head and any(set(said) <= {doc.text(word) for word in doc.kids(kid)} for kid in near):
                return role
    return None


def _phrase_fate(doc: Document, verb: Word, noun: Word) -> Told | None:
    """Fates told by a verb with its object: "lost their lives", "suffered burns", "left 5 dead", "left their homes"."""
    ways = (_loses_life, _suffers_hurt, _taken_so, lost_to, _leaves_home, _cared_for, _evacuated, _driven_out, _found)
    return next((told for way in ways if (told := way(doc, verb, noun)) is not None), None)


def _objects(doc: Document, verb: Word) -> set[str]:
    return {doc.lemma(kid) for kid in doc.kids(verb, "obj", "obl")}


def _loses_life(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Lost their lives", "embraced martyrdom", "claimed 12 lives"."""
    lemma, rel = doc.lemma(verb), doc.rel(noun)
    if lemma == "lose" and rel == "nsubj" and "life" in _objects(doc, verb):
        return Told("killed", verb)
    dies = dies_by_idiom(doc, verb)
    hit = rel == "obj" or (rel == "nsubj" and is_passive(doc, verb)) if dies == "object" else rel == "nsubj"
    if dies is not None and hit:
        return Told("killed", verb)
    claims = lemma in ontology().tolls["killed"].lives and rel == "obj"
    return Told("killed", verb) if claims and (doc.lemma(noun) == "life" or _claims(doc, verb, noun)) else None


def _suffers_hurt(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Suffered burns", "received fatal injuries"."""
    hurt = doc.lemma(verb) in figure_words().hurt_verbs and doc.rel(noun) == "nsubj"
    return Told(hurt_measure(doc, verb), verb) if hurt and _objects(doc, verb) & figure_words().hurt_nouns else None


def hurt_measure(doc: Document, verb: Word) -> str:
    """Of those who suffer hurt: "fatal injuries" are a death."""
    hurts = [kid for kid in doc.kids(verb, "obj", "obl") if doc.lemma(kid) in figure_words().hurt_nouns]
    told = [doc.text(kid) for noun in hurts for kid in doc.kids(noun, "amod")]
    return "killed" if any(f"{text}ly" in figure_words().fatally for text in told) else "wounded"


def _taken_so(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Took 12 people hostage", "were taken prisoner"."""
    taken = doc.rel(noun) == "obj" or (doc.rel(noun) == "nsubj" and is_passive(doc, verb))
    if doc.lemma(verb) != "take" or not taken:
        return None
    into = _objects(doc, verb) | {doc.lemma(kid) for kid in doc.kids(verb, "xcomp", "advmod", "nmod")}
    return next((Told(measure, verb) for measure, nouns in figure_words().taken.items() if into & nouns), None)


def _leaves_home(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Left their homes"."""
    leaves = doc.lemma(verb) in figure_words().leaving and doc.rel(noun) == "nsubj"
    return Told("displaced", verb) if leaves and _objects(doc, verb) & figure_words().left else None


def _cared_for(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Treated for burns", "three people were taken to hospital", "11 people had been brought in dead"."""
    lemma, rel, passive = doc.lemma(verb), doc.rel(noun), is_passive(doc, verb)
    if lemma == "treat" and rel == "nsubj" and passive and not _for(doc, verb, hurt=False):
        return Told("wounded", verb)
    if lemma == "treat" and rel == "obj" and _for(doc, verb, hurt=True):
        return Told("wounded", verb)
    brought = lemma in motion().brought_in and rel in ("obj", "nsubj")
    if brought and any(doc.text(kid) == "dead" for kid in doc.kids(verb)):
        return Told("killed", verb)
    cared = lemma in figure_words().brought and (rel == "obj" or passive)
    return Told("wounded", verb) if cared and _objects(doc, verb) & figure_words().care else None


def _evacuated(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Were given safe passage", "buses carried 300 people" where an evacuation is told."""
    rel, words = doc.rel(noun), figure_words()
    granted = rel in ("iobj", "obj") or (rel == "nsubj" and is_passive(doc, verb))
    if granted and _objects(doc, verb) & words.passage:
        return Told("displaced", verb)
    carried = rel == "obj" and doc.lemma(verb) in words.carry and _moved(doc, verb)
    by_bus = carried and {doc.lemma(kid) for kid in doers(doc, verb)} & words.carriers
    return Told("displaced", verb) if by_bus else None


def _driven_out(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Forced 3,000 people to flee", "forced families from the town"."""
    if doc.rel(noun) != "obj" or doc.lemma(verb) not in figure_words().forcing:
        return None
    ways = [*doc.kids(verb, "obl"), *doc.kids(noun, "nmod")]
    across = any({"across", "from", "out", "into"} & set(doc.cases(kid)) for kid in ways)
    out = _leaves(doc, verb) or (doc.lemma(verb) == "force" and across)
    return Told("displaced", verb) if out else None


def _found(doc: Document, verb: Word, noun: Word) -> Told | None:
    """ "Left 5 dead", "were found dead"."""
    idle = is_passive(doc, verb) or not (doc.kids(verb, "obj") or _tells_or_hits(doc, verb))
    found = doc.rel(noun) == "obj" or (doc.rel(noun) == "nsubj" and idle)
    return _result(doc, verb, noun) if doc.lemma(verb) in harm().found_to_be | {"shoot"} and found else None


def _tells_or_hits(doc: Document, verb: Word) -> bool:
    """ "Two clinics reported that five died", "two men shot dead a tapper": nothing befell those who do it."""
    told = [kid for kid in doc.kids(verb, "ccomp") if doc.kids(kid, "nsubj") or doc.kids(kid, "mark")]
    dead = [kid for kid in doc.kids(verb, "xcomp", "advmod", "amod") if doc.text(kid) == "dead"]
    return bool(told) or any(takes_object(doc, kid) for kid in dead)


def suffers_hurt(doc: Document, verb: Word) -> bool:
    """ "Sustained a bullet injury", "suffered burns"."""
    words = figure_words()
    hurt = {doc.lemma(kid) for kid in doc.kids(verb, "obj")} & (words.hurt_nouns - {"treatment", "symptom"})
    return doc.lemma(verb) in words.hurt_verbs and bool(hurt) and not is_passive(doc, verb)


def _for(doc: Document, verb: Word, *, hurt: bool) -> bool:
    """ "Treated for burns" (hurt), "for cholera" (not)."""
    hurts = figure_words().hurt_nouns
    nouns = [kid for kid in doc.kids(verb, "obl") if "for" in doc.cases(kid)]
    return any(bool({doc.lemma(w) for w in doc.subtree(kid)} & hurts) == hurt for kid in nouns)


def _leaves(doc: Document, verb: Word) -> bool:
    """ "Forced 3,000 people to flee", "to leave their homes"."""
    words = figure_words()
    for kid in doc.kids(verb, "xcomp", "advcl"):
        leaves = doc.lemma(kid) in words.leaving and {doc.lemma(noun) for noun in doc.kids(kid, "obj")} & words.left
        if leaves or doc.lemma(kid) in words.intransitive["displaced"]:
            return any(doc.text(mark) == "to" for mark in doc.kids(kid, "mark"))
    return False


def _moved(doc: Document, verb: Word) -> bool:
    """Whether an evacuation is told in this sentence or beside it: then those on the buses are the evacuated."""
    for s in range(max(0, verb.sentence - 2), min(len(doc.sentences), verb.sentence + 3)):
        for word in doc.words_of(s):
            pos = "verb" if doc.token(word).upos == "VERB" else "noun"
            if any(t.type == "displacement_evacuation" for t in triggers().get((pos, doc.lemma(word)), ())):
                return True
    return False


def _claims(doc: Document, verb: Word, noun: Word) -> bool:
    """ "claimed 12 civilians": who is no taker of towns."""
    return doc.lemma(verb) == "claim" and doc.lemma(noun) in ontology().classes["people_noun"]


def found_so(doc: Document, verb: Word) -> str | None:
    """The fate of whom a verb finds or leaves so: "found dead", "left dead", "pronounced dead"."""
    if doc.lemma(verb) not in harm().found_to_be | {"shoot"}:
        return None
    for kid in doc.kids(verb, "xcomp", "advcl", "ccomp", "advmod", "amod", "acl"):
        if doc.text(kid) == "dead" and kid.token > verb.token:
            return "killed"
    return None


def _result(doc: Document, verb: Word, noun: Word) -> Told | None:
    for kid in doc.kids(verb, "xcomp", "advcl", "ccomp", "obj", "advmod", "amod"):
        told = single_measure(doc, kid) or noun_measure(doc, kid) or found_so(doc, kid)
        if told is not None and kid != noun and kid.token > verb.token:
            return Told(told, kid)
    return None
