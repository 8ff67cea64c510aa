"""With what a deed is done: the means named beside its word, which decide the type of "attack", "strike" and "hit".

In: a trigger's word. Out: the type that the means stand for, and the word that names them; None where none is named.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import doers, is_verb, patients
from crossreport.coding.phrases.bombers import is_bomber
from crossreport.coding.phrases.nouns import agentive
from crossreport.coding.phrases.particles import has_particle
from crossreport.words.classes.arms import arms
from crossreport.words.classes.terrain import terrain
from crossreport.words.events import ontology


def means_of(doc: Document, word: Word) -> tuple[str, Word] | None:
    """The type that the means named beside the word decide, with the deciding word."""
    near = _means_words(doc, word)
    for compound in (True, False):  # "suicide bomber" before "bomber"
        for type_, names in ontology().means.items():
            for other in near:
                if doc.token(other).text[:1].isupper() and doc.covering(other, "place"):
                    continue  # "a raid in Tank district"
                if _is_hit(doc, word, other) or (type_ == "air_strike" and is_bomber(doc, other)):
                    continue
                if _names_means(doc, other, frozenset(names), compound=compound):
                    if type_ == "chemical_attack" and (_fuel(doc, other) or doc.before(other, 1) == "tear"):
                        continue
                    bare = type_ == "explosion" and doc.lemma(other) in ("car", "truck", "motorcycle", "mine")
                    if not bare or _bomb_near(doc, other):
                        return type_, other
    return None


def _is_hit(doc: Document, word: Word, craft: Word) -> bool:
    """ "A helicopter was hit", "came under fire": what carries people is the target, no means; drones are sent."""
    held = doc.parent(craft) if doc.rel(craft) == "compound" else None
    if held is not None and agentive(doc, held) and held in patients(doc, word):
        return True  # "killed ten mine clearers": what they do, with nobody's mine
    held = doc.parent(held) if held is not None and doc.rel(held) == "compound" else held
    if held is not None and doc.lemma(held) in ontology().classes["base"] and held in patients(doc, word):
        return True  # "attacked the air force base"
    if (
        doc.lemma(craft) not in (ontology().classes["aircraft"] - arms().unmanned) | {"tank"}
        or doc.token(word).upos != "VERB"
    ):
        return False
    suffers = doc.lemma(word) == "come" and craft in doc.kids(word, "nsubj")
    suffers = suffers or (
        craft in patients(doc, word) and any(has_particle(doc, word, at) for at in ("at", "on", "upon"))
    )
    return suffers or (craft in patients(doc, word) and doc.lemma(word) not in arms().employing)


def _names_means(doc: Document, word: Word, names: frozenset[str], *, compound: bool) -> bool:
    lemma, text, before = doc.lemma(word), doc.text(word), doc.before(word, 1)
    if compound:
        return before is not None and f"{before} {lemma}" in names
    return lemma in names or text in names


def _fuel(doc: Document, word: Word) -> bool:
    """ "Gas depot", "a gas pipeline": what is burnt, not what poisons."""
    head = doc.parent(word)
    classes = ontology().classes
    sites = (
        classes["building"]
        | classes["base"]
        | classes["road"]
        | classes["place_noun"]
        | classes["vehicle"]
        | terrain().pipes
    )
    return doc.lemma(word) == "gas" and doc.rel(word) == "compound" and head is not None and doc.lemma(head) in sites


def _bomb_near(doc: Document, word: Word) -> bool:
    head = doc.parent(word)
    device = head is not None and doc.lemma(head) in ("bomb", "bombing", "attack", "blast", "explosion")
    if doc.lemma(word) == "mine":  # "attacked a gold mine", "stormed the mine": where people dig
        dug = any(doc.lemma(kid) in terrain().ores for kid in doc.kids(word, "compound", "amod"))
        return not dug and not (head is not None and doc.lemma(head) in arms().raiding and doc.rel(word) == "obj")
    return device and doc.rel(word) != "obj"  # not "attacked a truck"


def _means_words(doc: Document, word: Word) -> list[Word]:
    """Where means are named: the clause of a verb, the modifiers of a noun and the clause that it stands in."""
    if doc.token(word).upos == "VERB":
        support = {w for kid in doc.clause(word) if supports(doc, kid) for w in doc.subtree(kid)}
        own = [w for w in doc.clause(word) if w != word and w not in support]
        doer = [w for noun in doers(doc, word) for w in (noun, *doc.kids(noun, "compound", "amod", "nmod"))]
        head = doc.parent(word)
        used = head is not None and doc.lemma(head) in arms().using and doc.rel(word) in ("xcomp", "advcl")
        return [*doer, *own, *(patients(doc, head) if used and head is not None else ())]  # "used jets to strike it"
    own = [kid for kid in doc.subtree(word) if kid != word and kid.token - word.token < 12]
    head = doc.parent(word)
    if head is not None and doc.token(head).upos == "VERB" and doc.rel(word) in ("obj", "nsubj", "obl"):
        own += [
            w
            for w in doc.clause(head)
            if w not in own and w != word and doc.rel(w) in ("nsubj", "obl", "compound", "amod", "obj")
        ]
    return own


def by_bomber(doc: Document, hit: Word) -> bool:
    """ "Was targeted last year when a bomber blew himself up", "has been hit, including in July when a bomber …"."""
    behind = [word for word in doc.subtree(hit) if word > hit and is_verb(doc, word)]
    told = [word for word in behind if any(doc.text(kid) in ("when", "as") for kid in doc.kids(word, "advmod", "mark"))]
    return any(is_bomber(doc, noun) for word in told for noun in doers(doc, word))


def supports(doc: Document, verb: Word) -> bool:
    """ "Backed by air strikes", "with artillery supporting them": ruling 8, the ground assault has the type."""
    return doc.lemma(verb) in arms().support and doc.rel(verb) in ("acl", "advcl") and doc.token(verb).xpos == "VBN"
