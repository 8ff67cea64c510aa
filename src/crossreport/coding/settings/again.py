"""The place that a noun of the sentence stands for: "the city", "the same district", "the area", as told before.

A noun counts with the strength with which the syntax ties it to the happening, as a name would.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import obliques, patients
from crossreport.coding.settings.located import only_bearing
from crossreport.coding.settings.named import is_actor_part, stands_for_government
from crossreport.model import Mention, Place
from crossreport.words.classes.terrain import terrain
from crossreport.words.reporting import reporting


def named_again(doc: Document, word: Word) -> list[tuple[Place, Word]]:
    """ "The city", "the base": the last place of that kind that the page named."""
    for noun in [*patients(doc, word), *obliques(doc, word, "in", "on", "at", "into", "inside", "near", "around")]:
        if doc.definite(noun, "which") and not _told_apart(doc, noun):
            place = antecedent(doc, noun, word)
            if place is not None:
                return [(place, noun)]
    return []


def nouns_again(doc: Document, word: Word) -> list[tuple[Place, Word]]:
    """The nouns of the sentence that stand for a town, district or province told before, each with that place."""
    found = []
    for noun in doc.words_of(word.sentence):
        if any(doc.lemma(noun) in lemmas for lemmas, _ in _KINDS) and _stands_alone(doc, noun):
            place = antecedent(doc, noun, word)
            if place is not None:
                found.append((place, noun))
    return found


def _stands_alone(doc: Document, noun: Word) -> bool:
    """Whether nothing but an article says which: no name, no relative clause, no "northern" or "other"."""
    if doc.token(noun).upos != "NOUN" or doc.covering(noun, "place", "actor", "person"):
        return False
    if not doc.definite(noun, "which"):
        return False
    if any(doc.token(kid).upos in ("PROPN", "NUM") for kid in doc.kids(noun)) or doc.kids(noun, "acl", "appos"):
        return False
    return all(doc.lemma(kid) in terrain().same for kid in doc.kids(noun, "amod", "compound"))


def _told_apart(doc: Document, noun: Word) -> bool:
    """ "The town where he was born": a clause of its own says which."""
    return any(
        doc.token(kid).rel == "acl:relcl" and noun < kid and _no_comma(doc, noun) for kid in doc.kids(noun, "acl")
    )


def _no_comma(doc: Document, noun: Word) -> bool:
    return not doc.text(Word(noun.sentence, noun.token + 1)).startswith(",")


def elsewhere(doc: Document, word: Word) -> bool:
    """ "In the mainly X south", "in another village": where it was, the sentence says without a name."""
    nouns = [*doc.kids(word, "obj"), *obliques(doc, word, "in", "across", "throughout", "over", "inside", "on", "into")]
    return any(_unnamed(doc, one) for noun in nouns for one in (noun, *doc.kids(noun, "nmod")))


def _unnamed(doc: Document, noun: Word) -> bool:
    if doc.covering(noun, "place", "actor", "person") or doc.kids(noun, "nmod"):
        return False
    others = any(doc.lemma(kid) in terrain().others for kid in doc.kids(noun, "amod", "det"))
    if others and any(doc.lemma(noun) in lemmas for lemmas, _ in _KINDS):
        return True
    told = doc.kids(noun, "amod", "compound") and not doc.kids(noun, "acl") and not _stands_alone(doc, noun)
    return doc.lemma(noun) in terrain().sides or (doc.lemma(noun) in terrain().areas and bool(told))


def antecedent(doc: Document, noun: Word, word: Word) -> Place | None:
    """The last place before the noun that its kind allows."""
    kinds = next((kinds for lemmas, kinds in _KINDS if doc.lemma(noun) in lemmas), None)
    if kinds is None:
        return None
    start = doc.token(noun).start
    for mention in reversed(doc.mentions):
        at = doc.word_of(mention)
        if at is None or mention.span.start >= start or is_actor_part(doc, at) or stands_for_government(doc, at, word):
            continue
        head = doc.parent(at)
        if head is not None and doc.lemma(head) in reporting().verbs:
            continue  # where somebody spoke
        place = mention.value
        if not isinstance(place, Place) or only_bearing(doc, place, at):
            continue
        of_sentence = doc.lemma(noun) in terrain().areas and at.sentence == noun.sentence and place.kind != "country"
        if place.kind in kinds or of_sentence or _called(doc, mention, doc.lemma(noun)):
            return place
    return None


def _called(doc: Document, mention: Mention, kind: str) -> bool:
    """ "The town of X", "X town": whether the page calls a place that no list has by the same word."""
    before = doc.page.text[: mention.span.start].lower().removesuffix(" ").removesuffix(" of")
    return before.endswith(f" {kind}") or mention.span.quote.lower().endswith(f" {kind}")


_KINDS = (
    (frozenset({"city", "town", "capital"}), ("settlement",)),
    (frozenset({"village", "settlement", "hamlet"}), ("settlement", "unresolved")),  # few lists have every village
    (frozenset({"province", "governorate", "state", "county"}), ("admin1",)),
    (frozenset({"region"}), ("admin1", "region")),
    (frozenset({"base", "airport", "crossing", "checkpoint", "camp", "dam", "hospital", "airbase"}), ("facility",)),
    (frozenset({"district", "neighbourhood", "neighborhood", "quarter", "suburb", "area"}), ("district", "settlement")),
)
