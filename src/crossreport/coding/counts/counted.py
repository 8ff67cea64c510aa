"""Who or what a number counts: the noun by syntax, its words, and its kind."""

from collections.abc import Set

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.nouns import actor
from crossreport.coding.phrases.others import things_before
from crossreport.model import Counted, Mention
from crossreport.model.kinds import ARMED
from crossreport.words.classes.amounts import amounts
from crossreport.words.classes.arms import arms
from crossreport.words.classes.harm import harm
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers
from crossreport.words.figures import figure_words

_THINGS = ("vehicle", "weapon", "building", "aircraft", "place_noun", "position", "base", "road", "aid", "money")


def is_thing(doc: Document, noun: Word) -> bool:
    """Whether the noun is a building, vehicle, arms or the like, which nobody kills."""
    return _names_thing(lemmas_of(doc, measured(doc, noun)))


def _names_thing(names: Set[str]) -> bool:
    return any(names & ontology().classes[name] for name in _THINGS)


def counted_noun(doc: Document, mention: Mention) -> Word | None:
    """The noun that the number counts: "12 civilians", "dozens of villagers", "a toll of 40"."""
    at = doc.word_of(mention)
    if at is None or _age_behind(doc, at):
        return None
    head = doc.parent(at)
    behind = Word(at.sentence, at.token + 1)
    if _cut_off(doc, behind, head):
        return behind  # "of the 22 dead, 15 were soldiers"
    if head is not None and _unit_named(doc, at, head):
        return None
    behind_it = _behind_fraction(doc, head, mention) if head is not None else None
    if behind_it is not None:
        return behind_it
    if (
        doc.rel(at) in ("nummod", "amod", "det", "compound", "advmod")
        and head is not None
        and head.token >= at.token - 1
        and doc.token(head).upos in ("NOUN", "PROPN", "SYM", "ADJ", "NUM", "DET")
    ):
        return _climb(doc, head)
    whole = [kid for kid in doc.kids(at, "nmod") if "of" in doc.cases(kid)]
    return at if whole else _climb(doc, at)


def _behind_fraction(doc: Document, part: Word, mention: Mention) -> Word | None:
    """ "A quarter of a million people": those behind it, which trees hang on the quarter without any "of"."""
    inside = mention.span.start <= doc.token(part).start < mention.span.end
    if not inside or doc.token(part).xpos != "NN":
        return None
    behind = [kid for kid in doc.kids(part, "nmod") if doc.token(kid).start >= mention.span.end and not doc.cases(kid)]
    return behind[0] if behind else None


def _age_behind(doc: Document, at: Word) -> bool:
    """ "Y. S. (22)", "a driver (41)": in brackets behind one person, how old they are."""
    words = doc.words_of(at.sentence)
    if not 1 < at.token < len(words) - 1 or doc.token(at).xpos != "CD":
        return False
    before, opened, closed = words[at.token - 2], words[at.token - 1], words[at.token + 1]
    if (doc.text(opened), doc.text(closed)) != ("(", ")"):
        return False
    named = doc.token(before).xpos == "NNP" and not doc.covering(before, "place")
    return named or (doc.token(before).xpos == "NN" and bool(doc.covering(before, "person")))


def _unit_named(doc: Document, at: Word, head: Word) -> bool:
    """ "59 Division", "12 Mountain Brigade": a unit's number, no count."""
    one = doc.token(head).xpos in ("NNP", "NN") and doc.token(head).text[:1].isupper()
    return one and head > at and doc.token(head).text.lower() in arms().units


def _cut_off(doc: Document, behind: Word, head: Word | None) -> bool:
    """Whether a comma behind "22 dead" parts the number from the noun that a tree gives it."""
    comma = Word(behind.sentence, behind.token + 1)
    if head is None or head <= comma or comma.token >= len(doc.words_of(behind.sentence)):
        return False
    return figure_words().hit_measure(doc.text(behind)) is not None and doc.text(comma) == ","


def _climb(doc: Document, noun: Word) -> Word:
    """From a number inside a number ("tens" in "tens of thousands") to the whole."""
    head = doc.parent(noun)
    beside = head is not None and head.token >= noun.token - 1  # not "five others, one critically"
    if doc.token(noun).upos == "NUM" and head is not None and beside and doc.rel(noun) in ("nummod", "compound"):
        return _climb(doc, head)
    return noun


def measured(doc: Document, noun: Word) -> Word:
    """What a number or partitive noun measures: "civilians" in "dozens of civilians".

    Members are people themselves, and "several positions of the fighters" are positions.
    """
    known = closed_classes()
    partitive = doc.lemma(noun) in known.partitives - known.extensions - ontology().classes["people_noun"]
    if partitive or bare(doc, noun):
        for kid in doc.kids(noun, "nmod", "obl"):  # trees hang what "most of" measures on the adjective
            if "of" in doc.cases(kid):
                return kid
    return noun


def counted_end(doc: Document, mention: Mention, noun: Word) -> int:
    """Index of the last token of the counted phrase: number, noun and what it measures."""
    last = [w for w in doc.words_of(noun.sentence) if doc.token(w).start < mention.span.end]
    inner = measured(doc, noun)
    reach = [noun.token, inner.token if inner.token - noun.token <= 6 else noun.token]
    return max([*reach, last[-1].token if last else noun.token])


def bare(doc: Document, noun: Word) -> bool:
    """Whether the number stands without a noun: "15 dead", "dozens more", "40 others", "three of them"."""
    stands_alone = doc.token(noun).upos in ("NUM", "DET", "PRON") or doc.lemma(noun) in amounts().counts
    return stands_alone and things_before(doc, noun) is None


def who(doc: Document, noun: Word, mention: Mention) -> Counted:
    """The words for those who are counted, and their kind."""
    things = things_before(doc, noun)
    if things is not None:
        return Counted(doc.span(_phrase(doc, things)).quote, "other")
    inner = measured(doc, noun)
    unit = getattr(mention.value, "unit", None)
    if unit is not None and bare(doc, inner):
        return Counted(unit, "other")
    words = [w for w in _phrase(doc, inner) if doc.token(w).start >= mention.span.end]
    if mention.value is not None and getattr(mention.value, "rule", "") == "singular":
        return Counted(mention.span.quote, kind_of(doc, inner) if not bare(doc, inner) else "people")
    tailed = mention.span.quote.lower().endswith((" others", " more"))
    if unit is not None:
        return Counted(doc.span(words).quote if words else unit, "other")
    if not words or bare(doc, inner) or (tailed and doc.token(words[0]).start > mention.span.end + 1):
        return Counted("people", "people")
    return Counted(doc.span(words).quote, kind_of(doc, inner))


def _phrase(doc: Document, noun: Word) -> list[Word]:
    words = {noun}
    for kid in doc.kids(noun, "amod", "compound", "flat", "nmod", "nmod:poss"):
        if doc.rel(kid) != "nmod" or {"of"} & set(doc.cases(kid)):
            words.update(doc.subtree(kid))
    return [w for w in sorted(words) if doc.token(w).upos not in ("PUNCT", "DET") and w.token <= noun.token + 8]


def lemmas_of(doc: Document, noun: Word) -> set[str]:
    """Lemma and form, also without a plural's "s": headlines' capitals hide lemmas."""
    lemma, text = doc.lemma(noun), doc.text(noun)
    single = text.removesuffix("ies") + "y" if text.endswith("ies") else text
    return {lemma, text, lemma.removesuffix("s"), text.removesuffix("s"), single}


def kind_of(doc: Document, noun: Word) -> str:
    """Civilians, combatants, children, women, people; "other" for things. Only the noun itself decides."""
    if things_before(doc, noun) is not None:
        return "other"
    names = lemmas_of(doc, noun)
    if names & {"people", "person", "human", "life"}:
        return "people"
    for kind, lemmas in closed_classes().counted.items():
        if names & lemmas:
            return kind
    if names & figure_words().households:
        return "families"  # "6,702 families" are not so many persons
    if any(names & ontology().classes[name] for name in ("vehicle", "weapon", "aircraft")):
        return "other"  # whoever's drones they are
    for mention in doc.headed(noun, "actor"):
        if mention.value is not None and actor(mention).kind in ("civilians", "protesters"):
            return "civilians"
        if mention.value is not None and actor(mention).kind in ARMED:
            return "combatants"
    return "people" if names & ontology().classes["people_noun"] or bare(doc, noun) else "other"


def people(doc: Document, noun: Word) -> bool:
    """Whether the noun may count people; what is no known thing may ("12 Sudanese")."""
    if things_before(doc, noun) is not None:
        return False
    inner = measured(doc, noun)
    names = lemmas_of(doc, inner)
    if bare(doc, inner) or kind_of(doc, inner) != "other":
        return not names & figure_words().groups
    if _names_thing(names):
        return False
    words = figure_words()
    if names & (words.animals | words.groups | words.taken_places):
        return False
    if names & words.bodies:
        return True
    tolls = {"death", "killing", "fatality", "casualty", "injury", "execution", "victim"}
    wound = any(doc.text(kid) in harm().wounding for kid in doc.kids(inner, "compound", "amod"))
    if doc.text(inner) in harm().of_a_body or (doc.text(inner) == "injuries" and wound):
        return False
    return bool(names & tolls) or not any(("noun", name) in triggers() for name in names)
