"""Doers behind "by" that the tree hung elsewhere than on the deed: on its last conjunct, on the verb above.

In: a deed's word. Out: the nouns of those who did it. Decides nothing about their roles beyond that.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import by_phrase, is_passive, obliques
from crossreport.coding.phrases.nouns import NAMELESS, actor, actors_of, belongs
from crossreport.coding.status.negation import negated
from crossreport.model.kinds import ARMED
from crossreport.words.classes.course import course
from crossreport.words.events import triggers


def by_phrase_of_last(doc: Document, word: Word) -> list[Word]:
    """ "Airstrikes and mortar attacks by the army": what stands behind the last event noun is said of all."""
    deeds = [kid for kid in doc.kids(word, "conj") if belongs(doc, kid, frozenset({"event"})) and kid > word]
    return by_phrase(doc, deeds[-1]) if deeds else []


def by_of_verb(doc: Document, word: Word) -> list[Word]:
    """ "Condemned the killing of five men, one a boy, by soldiers": no verb in the active has a doer behind "by"."""
    verb = doc.parent(word)
    inner = [kid for kid in doc.subtree(word) if doc.rel(kid) == "nmod" and "by" in doc.cases(kid)]
    if inner:  # … or on the boy
        return [noun for kid in inner for noun in doc.expand(kid) if _bears_arms(doc, noun)]
    if verb is None or doc.rel(word) != "obj" or doc.token(verb).upos != "VERB" or is_passive(doc, verb):
        return []
    hung = [kid for kid in doc.kids(verb, "obl", "obj", "nmod") if kid > word and "by" in doc.cases(kid)]
    return [noun for kid in hung for noun in doc.expand(kid) if _bears_arms(doc, noun)]


def done_right_behind(doc: Document, word: Word) -> list[Word]:
    """ "Killed in strikes allegedly carried out by X": right behind the deed, whatever the parser hangs it on."""
    behind = doc.words_of(word.sentence)[word.token + 1 :]
    verb = next((w for w in behind if doc.token(w).upos not in ("ADV", "PUNCT")), None)
    done = verb is not None and doc.lemma(verb) in course().done_by and doc.token(verb).xpos == "VBN"
    return by_phrase(doc, verb) if verb is not None and done else []


def doers_of_own_verb(doc: Document, word: Word) -> list[Word]:
    """ "The attack, which X blames on Y, was carried out by Z", "… was the work of Z": whom its own clause names."""
    head = doc.parent(word)
    verbs = [head] if head is not None and doc.rel(word) == "nsubj" else []
    verbs += [kid for kid in doc.kids(word, "acl") if doc.token(kid).rel == "acl:relcl"]  # without its commas
    for verb in verbs:
        if negated(doc, verb):
            continue
        if doc.lemma(verb) in course().perpetrating and is_passive(doc, verb) and by_phrase(doc, verb):
            return by_phrase(doc, verb)
        if doc.lemma(verb) == "work" and doc.kids(verb, "cop"):
            return obliques(doc, verb, "of")
    return []


def done_by_others(doc: Document, verb: Word) -> bool:
    """Whether a clause lays a deed at one door of which its own verb says that others did it."""
    deeds = doc.path(verb)[1:3] if doc.token(verb).rel == "acl:relcl" else []
    return any(doers_of_own_verb(doc, noun) for noun in deeds)


def by_of_last_harm(doc: Document, verb: Word) -> list[Word]:
    """ "Nine were shot dead and ten wounded in an attack by X": the attack behind the last harm is said of all."""
    harmed = [kid for kid in doc.kids(verb, "conj") if doc.token(kid).xpos == "VBN" and not doc.kids(kid, "advcl")]
    deeds = [
        noun
        for kid in harmed
        for noun in doc.kids(kid, "obl", "obj")
        if {"in", "during"} & set(doc.cases(noun)) and ("noun", doc.lemma(noun)) in triggers()
    ]
    return by_phrase(doc, deeds[0]) if len(deeds) == 1 else []


def _bears_arms(doc: Document, noun: Word) -> bool:
    return any(actor(m).kind in ARMED or actor(m).id.startswith(NAMELESS) for m in actors_of(doc, noun))


def givers(doc: Document, verb: Word) -> list[Word]:
    """ "Received arms from X", "got weapons from X", wherever the parser hangs the "from"."""
    hosts = [verb, *doc.kids(verb, "obj", "nsubj:pass")]
    return [noun for host in hosts for noun in obliques(doc, host, "from")]
