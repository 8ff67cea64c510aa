"""Things of a deed: what was hit, and what it was done with.

In: the document and a draft. Out: its things in reading order, each once by its words. A thing counts as hit where the
deed or a word of harm in the same sentence is done to it, or goes off at it; weapons where they stand in the clause of
one of these. Who was hit is not decided here, and a place is no thing.
"""

from collections.abc import Iterable, Iterator

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.model import Thing
from crossreport.words.classes.amounts import amounts
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.terrain import terrain
from crossreport.words.target_types import target_kinds, target_types, weapon_kinds

DEEDS = FORCE | {"looting_destruction", "riot", "abduction", "sexual_violence", "weapons_seized_or_destroyed"}
_FOUND = frozenset({"abduction", "weapons_seized_or_destroyed"})  # the weapons there are not what it was done with
_NAMING = frozenset({"compound", "amod", "flat", "nmod", "nmod:poss"})
_OBJECTS = ("obj", "nsubj:pass")
BEHIND = 2  # sentences behind a deed that go on about its damage; calibrated on MUC-4's even training documents


def things_of(doc: Document, draft: Draft, told: frozenset[int] = frozenset()) -> tuple[Thing, ...]:
    """What the draft's deed hit and what it was done with; `told` are the sentences in which deeds are told."""
    if draft.type not in DEEDS:
        return ()
    found: dict[tuple[str, str], Thing] = {}
    tellers = dict.fromkeys(word for one in draft.words for word in (one, *_harms(doc, one), *_behind(doc, one, told)))
    for word in tellers:
        for noun in _hit(doc, word):
            one = _thing(doc, "hit", noun)
            found.setdefault((one.role, one.as_written.casefold()), one)
    if draft.type not in _FOUND:
        for noun in dict.fromkeys(noun for word in tellers for noun in _weapons(doc, word)):
            one = _thing(doc, "means", noun)
            found.setdefault((one.role, one.as_written.casefold()), one)
    return tuple(sorted(found.values(), key=lambda one: (one.span, one.role)))


def _harms(doc: Document, told: Word) -> Iterator[Word]:
    """Words of harm in the sentence of what tells the deed: "a bomb went off, damaging two houses"."""
    for word in doc.words_of(told.sentence):
        if doc.lemma(word) in target_types().harm and doc.token(word).upos in ("VERB", "NOUN") and word != told:
            yield word


def _behind(doc: Document, deed: Word, told: frozenset[int]) -> Iterator[Word]:
    """ "… It also destroyed a kiosk", "several houses were damaged": harm in the sentences right behind the deed."""
    block = doc.sentences[deed.sentence].block
    for s in range(deed.sentence + 1, min(deed.sentence + 1 + BEHIND, len(doc.sentences))):
        if s in told or doc.sentences[s].block != block:
            return
        for word in doc.words_of(s):
            if doc.token(word).upos == "VERB" and doc.lemma(word) in target_types().harm and _goes_on(doc, word):
                yield word


def _goes_on(doc: Document, verb: Word) -> bool:
    """Whether the blast or weapon told of before does it, or nobody is said to."""
    subjects = doc.kids(verb, "nsubj")
    if not subjects:
        return True
    passive = any(doc.token(one).rel == "nsubj:pass" for one in subjects)
    its = any(doc.lemma(one) in weapon_kinds() or doc.lemma(one) in arms().blasts for one in subjects)
    return passive or its


def _hit(doc: Document, word: Word) -> Iterator[Word]:
    """The nouns of things that the verb or noun is done to, or that it is aimed at."""
    verb = doc.token(word).upos == "VERB"
    for kid in [*doc.kids(word), *_where_it_happened(doc, word)]:
        done_to = verb and doc.token(kid).rel in _OBJECTS
        aimed = doc.rel(kid) == "obl" or (not verb and doc.rel(kid) == "nmod")
        if not done_to and not (aimed and set(doc.cases(kid)) & _directions(doc, word)):
            continue
        for noun in (noun for one in doc.expand(kid) for noun in _meant(doc, one)):
            if _is_thing(doc, noun) and (done_to or doc.lemma(noun) not in terrain().ways):
                yield noun


def _where_it_happened(doc: Document, word: Word) -> list[Word]:
    """ "The explosion took place in front of the bank": the verb that says so holds where."""
    verb = doc.parent(word)
    happens = verb is not None and doc.rel(word) == "nsubj" and doc.lemma(verb) in course().taking_place
    return doc.kids(verb, "obl") if verb is not None and happens else []


def _meant(doc: Document, noun: Word) -> list[Word]:
    """ "In front of the embassy", "the door of the bank": the part names the whole."""
    if doc.lemma(noun) not in target_types().parts:
        return [noun]
    return [other for kid in doc.kids(noun, "nmod") if "of" in doc.cases(kid) for other in doc.expand(kid)] or [noun]


def _directions(doc: Document, word: Word) -> frozenset[str]:
    """Prepositions that lead to what is hit; people are killed and taken away "at the airport", which is not hit."""
    words, lemma = target_types(), doc.lemma(word)
    if doc.token(word).upos == "NOUN" and (lemma in words.harm or lemma in weapon_kinds()):
        return words.towards | {"of"}
    if lemma in words.towards_verbs or lemma in weapon_kinds():
        return words.towards
    return frozenset({"against", "at", "on"}) if lemma in words.harm else frozenset({"against"})


def _is_thing(doc: Document, noun: Word) -> bool:
    return doc.token(noun).upos in ("NOUN", "PROPN") and doc.lemma(noun) in target_kinds()


def _weapons(doc: Document, word: Word) -> Iterator[Word]:
    for each in doc.clause(doc.clause_root(word)):
        if (
            doc.token(each).upos in ("NOUN", "PROPN")
            and doc.lemma(each) in weapon_kinds()
            and not _names_more(doc, each)
        ):
            yield each


def _names_more(doc: Document, noun: Word) -> bool:
    """Whether the noun only names a further weapon: the car of "car bomb", the dynamite of "dynamite charges"."""
    head = doc.parent(noun)
    return head is not None and doc.rel(noun) == "compound" and doc.lemma(head) in weapon_kinds()


def _thing(doc: Document, role: str, noun: Word) -> Thing:
    kinds = target_kinds() if role == "hit" else weapon_kinds()
    span = doc.span(_phrase(doc, noun, owner=role == "hit"))
    return Thing(role, kinds.get(doc.lemma(noun)), span, span.quote)  # type: ignore[arg-type]


def _phrase(doc: Document, noun: Word, *, owner: bool) -> list[Word]:
    """The noun with the words before it that name it, without articles and numbers."""
    first = noun
    rels = _NAMING if owner else _NAMING - {"nmod:poss"}
    named = {kid for kid in doc.kids(noun) if doc.token(kid).rel in rels and doc.token(kid).upos != "PRON"}
    below = {each for kid in named for each in doc.subtree(kid)}
    while (before := Word(noun.sentence, first.token - 1)).token >= 0 and before in below:
        first = before
    while first != noun and (
        doc.token(first).upos in ("DET", "NUM", "PUNCT", "ADP") or doc.lemma(first) in amounts().some
    ):
        first = Word(noun.sentence, first.token + 1)
    words = doc.words_of(noun.sentence)[first.token : noun.token + 1]
    return [*words, *(_owner(doc, noun) if owner and first == noun else ())]


def _owner(doc: Document, noun: Word) -> Iterable[Word]:
    """ "The house of the judge": whose it is says more than what it is."""
    if doc.lemma(noun) not in target_types().owned:
        return ()
    for kid in doc.kids(noun, "nmod"):
        if "of" in doc.cases(kid) and kid > noun:
            return doc.words_of(noun.sentence)[noun.token + 1 : _end(doc, kid)]
    return ()


def _end(doc: Document, kid: Word) -> int:
    """Behind the last word of the owner's name, its apposition and clauses left out."""
    parts = doc.kids(kid, "flat", "compound", "amod", "case", "det")
    own = {kid} | {each for part in parts for each in doc.subtree(part)}
    last = kid
    while (after := Word(kid.sentence, last.token + 1)) in own:
        last = after
    return last.token + 1
