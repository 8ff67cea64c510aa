"""Which words of a page tell a happening, and of which type: the ontology's triggers, checked against the syntax."""

from msgspec import Struct

from crossreport.coding.counts.fates import dies_by_idiom
from crossreport.coding.events.from_above import fell, sent_from_air
from crossreport.coding.events.means import by_bomber, means_of
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import by_phrase, doers, is_passive, is_verb, obliques, patients, subjects
from crossreport.coding.phrases.bombers import is_bomber
from crossreport.coding.phrases.nouns import NAMELESS, actor, actors_of, belongs, complement
from crossreport.coding.phrases.particles import has_particle
from crossreport.model.kinds import STATELY
from crossreport.words.actor_nouns import noun_classes
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.folk import folk
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import Trigger, ontology, triggers
from crossreport.words.families import FIRE, SLAYING
from crossreport.words.function_words import SUBJECTS, WILL
from crossreport.words.reporting import reporting


class Found(Struct, frozen=True):
    """A trigger at a word. `type` is after the means have spoken; `means` is the word that spoke."""

    word: Word
    type: str
    trigger: Trigger
    means: Word | None = None


def find_triggers(doc: Document) -> list[Found]:
    """Every happening that the page's words tell, in reading order, at most one a word."""
    found: dict[Word, Found] = {}
    for word in doc.words():
        hit = _at(doc, word)
        if hit is not None:
            found[word] = hit
    hits = [hit for word, hit in sorted(found.items()) if not _inside_compound(doc, word, found)]
    hits = [hit for hit in hits if not _names_a_body(doc, hit) and not _names_a_thing(doc, hit)]
    return [hit for hit in hits if not bodily(doc, hit.word) and not _figurative(doc, hit)]


def _figurative(doc: Document, hit: Found) -> bool:
    """ "A diplomatic offensive", "a legal battle": fought with words alone; a "diplomatic and military" one is not."""
    of_force = hit.trigger.pos == "noun" and hit.type in FORCE - SLAYING
    for kid in doc.kids(hit.word, "amod", "compound") if of_force else ():
        if doc.lemma(kid) in ontology().classes["of_words"] and not doc.kids(kid, "conj"):
            return True
    return False


def bodily(doc: Document, noun: Word) -> bool:
    """ "A heart attack", "panic attacks": nobody does them to anybody."""
    return any(doc.lemma(kid) in ontology().classes["bodily"] for kid in doc.kids(noun, "compound", "amod"))


def _names_a_thing(doc: Document, hit: Found) -> bool:
    """Whether a noun only says of which sort a thing is: "the displacement site", "attack helicopters"."""
    head = doc.parent(hit.word)
    if hit.trigger.pos != "noun" or head is None or doc.token(hit.word).rel != "compound" or head < hit.word:
        return False
    return doc.token(head).upos == "NOUN" and doc.lemma(head) not in closed_classes().happenings


def _names_a_body(doc: Document, hit: Found) -> bool:
    """Whether a noun only says what somebody is there for: "the ceasefire committee", "a strike leader"."""
    head = doc.parent(hit.word)
    if hit.trigger.pos != "noun" or head is None or doc.rel(hit.word) != "compound" or head < hit.word:
        return False
    classes = ontology().classes
    bodies = classes["body_noun"] | classes["group"] | classes["person_noun"] | classes["troops"]
    return doc.lemma(head) in bodies or noun_classes().get(doc.lemma(head)) in ("monitor", "official", "gunman")


def _inside_compound(doc: Document, word: Word, found: dict[Word, Found]) -> bool:
    """Whether a longer trigger holds this one: "bomb" in "bomb attack", "raid" in "raid and arrest" does not."""
    head = doc.parent(word)
    return doc.rel(word) == "compound" and head in found and doc.token(word).upos in ("NOUN", "PROPN", "ADJ")


def _at(doc: Document, word: Word) -> Found | None:
    token = doc.token(word)
    if doc.covering(word, "time") and token.text.split("-")[-1][:1].isupper():
        return None  # "March" and "mid-March" are months here
    if _is_gerund(doc, word) and ("noun", doc.text(word)) in triggers():
        return _match(doc, word, "noun", doc.text(word))
    if token.upos == "VERB" and is_verb(doc, word):
        if dies_by_idiom(doc, word) is not None:
            return None  # "sent twelve fighters to hell" deploys nobody
        pos = "verb"
    elif token.upos in ("NOUN", "PROPN") and not _named(doc, word):
        pos = "noun"
    else:
        return None
    lemma = doc.lemma(word)
    found = _match(doc, word, pos, lemma.split("-")[-1] if pos == "noun" else lemma)
    return found or (_match(doc, word, pos, lemma) if pos == "noun" and "-" in lemma else None)


def _is_gerund(doc: Document, word: Word) -> bool:
    """Whether a verb form is a noun for the happening: "Fighting went on", "killed in fighting between …"."""
    if doc.token(word).xpos != "VBG" or doc.kids(word, "obj", "aux"):
        return False
    marks = {doc.text(kid) for kid in doc.kids(word, "mark", "case")}
    within = doc.rel(word) in ("advcl", "acl") and bool(marks & {"in", "during", "amid", "from", "of", "since"})
    sides = any("between" in doc.cases(kid) for kid in doc.kids(word, "obl", "nmod"))
    within = within or (sides and bool(marks & {"after", "before", "following"}))  # "after fighting between the clans"
    alone = doc.rel(word) in ("root", "parataxis", "appos") and not doc.kids(word, "nsubj")  # "Prison: fighting"
    return within or alone or doc.rel(word) in ("csubj", "nsubj", "obj", "obl", "nmod")


def _match(doc: Document, word: Word, pos: str, lemma: str) -> Found | None:
    """The first trigger of the lemma whose conditions hold."""
    for trigger in triggers().get((pos, lemma), ()):
        if fits(doc, word, trigger) and not (trigger.type == "air_strike" and _work_stopped(doc, word)):
            means = means_of(doc, word) if trigger.means else None
            type_ = means[0] if means else _by_deed_named(doc, word, trigger) or _default(doc, word, trigger)
            type_ = "air_strike" if not trigger.patient and sent_from_air(doc, word, type_) else type_
            return Found(word, type_, trigger, means[1] if means else None)
    return None


def _by_deed_named(doc: Document, word: Word, trigger: Trigger) -> str | None:
    """ "Three raids hit the town", "launched air strikes", "hit it with raids": what hits is itself told as a deed."""
    if trigger.type != "shelling" or trigger.pos != "verb":
        return None
    named = [*doers(doc, word), *(patients(doc, word) if doc.lemma(word) == "launch" else ())]
    named += [
        part for noun in obliques(doc, word, "with", "in") for part in complement(doc, noun)
    ]  # "in a wave of raids"
    deeds = (_match(doc, noun, "noun", doc.lemma(noun)) for noun in named if doc.lemma(noun) in arms().hitting)
    return next((deed.type for deed in deeds if deed is not None and deed.type in _STRUCK), None)


_STRUCK = frozenset({"air_strike", "offensive", "explosion"})


def _work_stopped(doc: Document, noun: Word) -> bool:
    """ "A strike of nurses", "the teachers' strike", "a national strike": work is laid down."""
    if doc.lemma(noun) != "strike" or doc.token(noun).upos != "NOUN":
        return False
    beside = [*doc.kids(noun, "amod", "compound"), *doc.kids(noun, "nmod:poss"), *obliques(doc, noun, "of", "by")]
    classes = noun_classes()
    working = any(doc.lemma(kid) in folk().labour or classes.get(doc.lemma(kid)) == "civilians" for kid in beside)
    head = doc.parent(noun)
    went = head is not None and doc.lemma(head) in ("go", "be") and {"on"} & set(doc.cases(noun))
    return working or bool(went)


def _named(doc: Document, word: Word) -> bool:
    """Whether the noun is part of a name ("Battle Brigade", "the Security Council")."""
    held = doc.covering(word, "actor", "person")
    return any(doc.token(word).text[:1].isupper() or doc.word_of(mention) == word for mention in held)


def fits(doc: Document, word: Word, trigger: Trigger) -> bool:
    """Whether what the trigger asks for stands beside the word."""
    if not _compound_stands(doc, word, trigger):
        return False
    if trigger.particle is not None and not has_particle(doc, word, trigger.particle):
        return False
    if (
        trigger.particle is None
        and trigger.pos == "verb"
        and any(doc.token(kid).rel == "compound:prt" for kid in doc.kids(word))
    ) and doc.lemma(word) in closed_classes().particle_verbs:
        return False
    if trigger.type in ("shelling", "explosion", "chemical_attack") and _tear_gas(doc, word):
        return False
    if trigger.type == "bodies_found" and _wrecks(doc, word):
        return False
    if trigger.type in ("protest", "riot") and trigger.pos == "verb" and _fire_opened(doc, word):
        return False
    if trigger.object and not any(belongs(doc, noun, trigger.object) for noun in _objects(doc, word, trigger)):
        return False
    if trigger.unless and any(belongs(doc, noun, trigger.unless) for noun in _objects(doc, word, trigger)):
        return False
    if trigger.subject and not any(belongs(doc, noun, trigger.subject) for noun in _doers(doc, word, trigger)):
        return False
    if trigger.type in _HOLDING and trigger.subject and (_raiders(doc, word) or _police(doc, word)):
        return False
    if trigger.preposition and not any(
        belongs(doc, noun, trigger.prepositional) for noun in obliques(doc, word, *_alike(trigger.preposition))
    ):
        return False
    if trigger.content and not any(_says(doc, kid, trigger.content) for kid in _contents(doc, word)):
        return False
    return not trigger.within or _within(doc, word, trigger.within)


_HOLDING = frozenset({"territory_taken", "territory_lost", "deployment"})  # what only a force with ground does


def _police(doc: Document, verb: Word) -> bool:
    """ "Police entered the university": they clear it, and hold no ground."""
    entered = doc.lemma(verb) == "enter"
    came = [doc.lemma(noun) for noun in doers(doc, verb)]
    return entered and bool(came) and set(came) <= {"police", "policeman", "officer", "gendarme"}


def _raiders(doc: Document, verb: Word) -> bool:
    """ "Gunmen on motorbikes entered the village": of whom nobody says whose they are, they came to raid it."""
    came = [actor(m) for noun in doers(doc, verb) for m in actors_of(doc, noun)]
    return bool(came) and all(one.id.startswith(NAMELESS) for one in came)


def _tear_gas(doc: Document, verb: Word) -> bool:
    """ "Fired tear gas shells", "used water cannon": what police disperse people with, no artillery and no poison."""
    shot = [kid for noun in patients(doc, verb) for kid in (noun, *doc.kids(noun, "compound", "nmod"))]
    water = any(doc.lemma(kid) == "cannon" and doc.before(kid, 1) == "water" for kid in shot)
    return water or any(doc.text(kid) in ("tear-gas", "teargas") or doc.before(kid, 1) == "tear" for kid in shot)


def _fire_opened(doc: Document, verb: Word) -> bool:
    """ "Staged air strikes", "mounted a strike with drones": what is staged kills, and nobody lays down work."""
    deeds = (_match(doc, noun, "noun", doc.lemma(noun)) for noun in patients(doc, verb) if doc.lemma(noun) == "strike")
    return any(deed is not None and deed.type in FIRE for deed in deeds)


def _wrecks(doc: Document, verb: Word) -> bool:
    """ "The remains of cars", "wreckage was strewn over the field": things lie there, nobody's body."""
    of = [noun for other in doc.clause(verb) if doc.text(other) == "remains" for noun in obliques(doc, other, "of")]
    classes = ontology().classes
    return any(doc.lemma(noun) in classes["vehicle"] | classes["building"] | classes["aircraft"] for noun in of)


def _alike(preposition: str) -> tuple[str, ...]:
    """ "Fired upon" is "fired on"."""
    return (preposition, "upon") if preposition == "on" else (preposition,)


def _contents(doc: Document, verb: Word) -> list[Word]:
    """The clauses that a verb of saying, asking or wanting hands on, with those coordinated with them.

    And what somebody is kept "from" doing or warned "against" doing.
    """
    kept = [kid for kid in doc.kids(verb, "advcl") if _marked(doc, kid, "from", "against")]
    own = [*doc.kids(verb, "ccomp", "xcomp"), *kept]
    return [*own, *(other for clause in own for other in doc.kids(clause, "conj"))]


def _says(doc: Document, clause: Word, contents: frozenset[str]) -> bool:
    """Whether the clause has one of these verbs, or is of one of the forms that the grammar names."""
    rel = doc.rel(clause)
    if "to" in contents and rel == "xcomp" and _marked(doc, clause, "to") and not _refuses(doc, clause):
        return True
    if "against" in contents and rel == "advcl" and _marked(doc, clause, "against"):
        return True
    if "that" in contents and rel == "ccomp":
        return True
    if ("not" in contents and _will_not(doc, clause)) or ("will" in contents and _will_strike(doc, clause)):
        return True
    if "must" in contents and who_must(doc, clause):
        return True
    goes_on = "continue" in contents and doc.lemma(clause) in course().continuing
    if goes_on:
        return _of_force(doc, clause)
    return doc.lemma(clause) in contents or ("behind" in contents and _owns_up(doc, clause))


def _of_force(doc: Document, verb: Word) -> bool:
    """ "Continue to fight", "continue its attacks", not "continue working"."""
    what = [*doc.kids(verb, "xcomp", "obj"), *obliques(doc, verb, "with")]
    return not what or any(
        each.type in FORCE
        for word in what
        for pos in ("verb", "noun")
        for each in triggers().get((pos, doc.lemma(word)), ())
    )


def _marked(doc: Document, clause: Word, *marks: str) -> bool:
    return any(doc.text(kid) in marks for kid in doc.kids(clause, "mark"))


def _refuses(doc: Document, clause: Word) -> bool:
    """ "Vowed not to negotiate": of whoever vows; "told them not to leave" is of them."""
    verb, refused = doc.parent(clause), doc.lemma(clause) in ontology().classes["refused"]
    denied = refused and any(doc.text(kid) in NOT for kid in doc.kids(clause, "advmod"))
    return denied and verb is not None and doc.rel(clause) == "xcomp" and not doc.kids(verb, "obj", "iobj")


def _will_not(doc: Document, clause: Word) -> bool:
    """ "It would not leave", "we will not sign", "(vowed) not to sign": said of whoever speaks."""
    if _refuses(doc, clause):
        return True
    own = any(doc.text(noun) in SUBJECTS for noun in doc.kids(clause, "nsubj"))
    will = {doc.text(kid) for kid in doc.kids(clause, "aux")} & {"will", "would", "'ll", "wo", "shall"}
    refused = doc.lemma(clause) in ontology().classes["refused"]
    return own and bool(will) and refused and any(doc.text(kid) in NOT for kid in doc.kids(clause, "advmod"))


def _will_strike(doc: Document, clause: Word) -> bool:
    """ "It would take the town", "Kyiv warned that Ukraine would strike": force that whoever speaks will use."""
    own = any(doc.text(noun) in SUBJECTS or own_state(doc, clause, noun) for noun in doc.kids(clause, "nsubj"))
    will = {doc.text(kid) for kid in doc.kids(clause, "aux")} & WILL
    force = any(each.type in FORCE for each in triggers().get(("verb", doc.lemma(clause)), ()))
    return own and bool(will) and force and not any(doc.text(kid) in NOT for kid in doc.kids(clause, "advmod"))


def own_state(doc: Document, clause: Word, noun: Word) -> bool:
    """Whether the one who strikes is the state for which whoever speaks holds an office."""
    head = doc.parent(clause)
    says = [actor(m) for speaker in (subjects(doc, head) if head else []) for m in actors_of(doc, speaker)]
    ours = {who.country for who in says if who.country and (who.kind in STATELY or who.affiliation)}
    return any(actor(m).kind in STATELY and actor(m).country in ours for m in actors_of(doc, noun))


def who_must(doc: Document, clause: Word) -> list[Word]:
    """ "Said that the rebels must leave": of whom it is asked; not "we must be patient", "he must be punished"."""
    asked = doc.rel(clause) == "ccomp" and any(doc.text(kid) == "must" for kid in doc.kids(clause, "aux"))
    head = doc.parent(clause)
    said_by = [actor(m).kind for noun in (doers(doc, head) if head else []) for m in actors_of(doc, noun)]
    if not asked or is_passive(doc, clause) or doc.kids(clause, "cop") or "civilians" in said_by:
        return []
    return [noun for noun in doc.kids(clause, "nsubj") if doc.token(noun).upos != "PRON" and actors_of(doc, noun)]


def _owns_up(doc: Document, clause: Word) -> bool:
    """ "It was behind the bombing", "they were responsible": said of whoever speaks."""
    own = any(doc.text(noun) in SUBJECTS for noun in doc.kids(clause, "nsubj"))
    behind = "behind" in doc.cases(clause) or doc.text(clause) in ("behind", "responsible") or _bears(doc, clause)
    return own and behind and not any(doc.text(kid) in NOT for kid in doc.kids(clause, "advmod"))


def _bears(doc: Document, clause: Word) -> bool:
    """ "It bore responsibility for the blast"."""
    blame = reporting().blame
    return doc.lemma(clause) in blame.bear and any(doc.lemma(noun) in blame.guilt for noun in doc.kids(clause, "obj"))


NOT = frozenset({"not", "n't", "never"})


# With a particle these mean something else: "take up", "hold back", "call off", "fall apart".


def _objects(doc: Document, word: Word, trigger: Trigger) -> list[Word]:
    if trigger.pos == "noun":
        return obliques(doc, word, "of", "on", "against")
    if trigger.patient:
        return patients(doc, word) or doers(doc, word)
    return patients(doc, word)


def _doers(doc: Document, word: Word, trigger: Trigger) -> list[Word]:
    found = doers(doc, word)
    if trigger.patient or (not found and not is_passive(doc, word)):
        found = found + patients(doc, word)
    return found


def _compound_stands(doc: Document, word: Word, trigger: Trigger) -> bool:
    """Whether the words of "peace talk" stand in this order, up to the trigger's last word."""
    parts = trigger.lemma.split()
    if trigger.pos == "verb" or len(parts) == 1:
        return True
    position = word.token
    tokens = doc.sentences[word.sentence].tokens
    for part in reversed(parts[:-1]):
        position -= 1
        while position >= 0 and tokens[position].text == "-":
            position -= 1
        if position < 0 or part not in (tokens[position].lemma.lower(), tokens[position].text.lower()):
            return False
    return True


def _within(doc: Document, word: Word, classes: frozenset[str]) -> bool:
    words = doc.clause(word) if doc.token(word).upos == "VERB" else doc.subtree(word)
    around = [other for other in words if other != word]
    head = doc.parent(word)
    if doc.token(word).upos != "VERB" and head is not None:
        # "Opened fire, looted shops and burned houses": another deed of the row says nothing of the fire
        others = doc.kids(head, "conj") if is_verb(doc, head) else []
        around += [head, *[kid for kid in doc.kids(head) if kid != word and kid not in others]]
    return any(belongs(doc, other, classes) for other in around)


def _on_foot(doc: Document, raid: Word) -> bool:
    """ "Troops carried out overnight raids … and arrested twelve": a raid by people, or one on homes to seize some."""
    head = doc.parent(raid)
    verbs = [head, *doc.kids(head, "conj", "advcl", "xcomp")] if head is not None else []
    seized = any(doc.lemma(verb) in arms().seizing for verb in verbs if is_verb(doc, verb))
    by = [*by_phrase(doc, raid), *doc.kids(raid, "nmod:poss")]
    by += doers(doc, head) if head is not None and is_verb(doc, head) else []
    afoot = ontology().classes["troops"] | closed_classes().counted["combatants"]
    return seized or any(doc.lemma(noun) in afoot for noun in by)


def _devices_told(doc: Document) -> bool:
    """Whether the page tells of bombs that were laid, driven or worn: its bombings may be theirs."""
    return any(doc.lemma(word) in arms().devices or is_bomber(doc, word) for word in doc.words())


def _aircraft_told(doc: Document) -> bool:
    """Whether the page tells of aircraft at all: elsewhere raids are ridden or walked."""
    aircraft = ontology().classes["aircraft"] | {"airstrike", "airstrikes", "air", "aerial", "airraid"}
    return any(doc.lemma(word) in aircraft for word in doc.words())


def _default(doc: Document, word: Word, trigger: Trigger) -> str:
    """The trigger's own type; "a bombing" without named means is a bomb, unless a force with aircraft does it.

    Ruling 8: bombardment by such a force without a named means is shelling.
    """
    if trigger.type == "explosion" and (sent := fell(doc, word)) is not None:
        return sent
    if trigger.type == "shelling" and trigger.pos == "verb" and by_bomber(doc, word):
        return "explosion"
    if trigger.type != "air_strike" or trigger.pos == "verb":
        return trigger.type
    if doc.lemma(word) == "raid":
        return "offensive" if _on_foot(doc, word) or not _aircraft_told(doc) else trigger.type
    if doc.lemma(word) not in ("bomb", "bombing") or " " in trigger.lemma:
        return trigger.type  # "barrel bombs" are no car bombs
    if doc.lemma(word) == "bombing" and _aircraft_told(doc) and not _devices_told(doc):
        return trigger.type
    named = [*doers(doc, word), *doc.kids(word, "compound", "amod", "nmod:poss")]
    above = doc.parent(word) if doc.rel(word) == "obj" else None  # "stepped up its bombing of the town"
    named += doers(doc, above) if above is not None and is_verb(doc, above) else []
    forces = any(actor(mention).kind in STATELY for noun in named for mention in actors_of(doc, noun))
    return "shelling" if forces else "explosion"
