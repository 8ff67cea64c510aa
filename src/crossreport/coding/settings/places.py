"""Where a happening was: the place mentions that the syntax ties to its trigger, else those that its paragraph names.

What is not tied by syntax is taken over with a reason; nothing is filled in without one.
"""

import re
from collections.abc import Set

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.gaps import same_side
from crossreport.coding.phrases.arguments import obliques
from crossreport.coding.settings.again import named_again, nouns_again
from crossreport.coding.settings.brought import is_of_care
from crossreport.coding.settings.exact import most_exact
from crossreport.coding.settings.located import described, without_bearings, without_origins, without_owners
from crossreport.coding.settings.named import (
    block_dateline,
    is_actor_part,
    is_issued,
    opening_places,
    stands_for_government,
)
from crossreport.coding.settings.seats import of_government
from crossreport.coding.settings.spoken_of import of_content, of_topic
from crossreport.coding.settings.ties import OWN, tie_of_place
from crossreport.model import Place
from crossreport.words.classes.course import course
from crossreport.words.classes.terrain import terrain
from crossreport.words.reporting import reporting

SLACK = 2  # ties this much weaker than the best still name a place of the happening; calibrated on the FA-KES dev part


def places_of(
    doc: Document, word: Word, others: Set[Word] = frozenset(), statement: str | None = None
) -> list[tuple[Place, Word]]:
    """Places tied to the trigger, best first: the best one, those coordinated with it and those tied as well.

    What stands under one of the `others`, the page's further triggers, is that one's place first. `statement` is the
    trigger's type where it is one: what it speaks of has its own place.
    """
    tied = sorted(_tied_places(doc, word, others), key=lambda found: (-found[0], found[1]))
    if statement is not None:
        tied = [one for one in tied if not of_content(doc, word, one[1], statement, others, time=False)]
        tied = [one for one in tied if one[2].kind != "country" or _spoken_in(doc, word, one[1])]
    if not tied:
        opened = block_dateline(doc, word) if doc.item(word) is not None else []
        return [one for one in opened if one[1].sentence == word.sentence] or named_again(doc, word)
    best, first, _ = tied[0]
    row = set(doc.expand(first)) | set(doc.path(first)[1:2] if doc.rel(first) == "conj" else [])
    clause = doc.clause_root(word)
    chosen: list[tuple[Place, Word]] = []
    for tie, at, place in tied:
        near = tie >= best - SLACK and (tie >= OWN - 1 or best < OWN - 1 or doc.clause_root(at) == clause)
        if (near or at in row) and all(place.name != other.name for other, _ in chosen):
            chosen.append((place, at))
    finer = [
        (place, at)
        for tie, at, place in tied
        if ANOTHERS < tie < best and _inside(place, chosen) and not described(doc, at, chosen)
    ]
    exact = most_exact(doc, without_owners(doc, without_bearings(doc, without_origins(doc, chosen + finer))))
    return _head_of_item(doc, word, exact) or exact


def _head_of_item(doc: Document, word: Word, places: list[tuple[Place, Word]]) -> list[tuple[Place, Word]]:
    """ "5 May - X: two were robbed on the road to Y": in an item of a list the place that opens it, no road's end."""
    roads = bool(places) and all(_road_leads_to(doc, place) for place, _ in places)
    return block_dateline(doc, word) if roads and doc.item(word) is not None else []


def _road_leads_to(doc: Document, place: Place) -> bool:
    if place.span is None:
        return False
    before = doc.page.text[max(0, place.span.start - ROAD_REACH) : place.span.end]
    return _ROAD.search(before, 0, len(before) - len(place.span.quote)) is not None


ROAD_REACH = 40  # characters of "on the road that leads to the"
_ROAD = re.compile(
    r"\b(?:road|way|route|path|track|highway)s? (?:(?:that |which )?lead(?:s|ing) )?(?:to|towards?|from) (?:the )?$"
)


def _spoken_in(doc: Document, word: Word, at: Word) -> bool:
    """Whether the land is where the statement was made, not one that a title, the addressee or the theme names."""
    return doc.parent(at) == word and "in" in doc.cases(at)


def _inside(place: Place, chosen: list[tuple[Place, Word]]) -> bool:
    """Whether a place that is tied less only says more exactly where ("in Idlib province … the town of Binnish")."""
    coarse = ("admin1", "region", "country")
    return place.kind not in coarse and all(
        other.kind in coarse and other.country == place.country and not _in_other_provinces(place, other)
        for other, _ in chosen
    )


def _in_other_provinces(place: Place, other: Place) -> bool:
    """ "Captured most of X, through which a road runs from Y to Z": Y and Z say more exactly only what lies in them."""
    return None not in (place.admin1, other.admin1) and place.admin1 != other.admin1


def _tied_places(doc: Document, word: Word, others: Set[Word]) -> list[tuple[int, Word, Place]]:
    found = []
    openers = opening_places(doc, word)
    for mention, at in doc.told_in(word.sentence, "place"):
        if not isinstance(mention.value, Place) or mention.span.start in openers:
            continue
        if (
            is_actor_part(doc, at)
            or _does_it(doc, at)
            or is_issued(doc, mention)
            or stands_for_government(doc, at, word)
            or is_of_care(doc, word, at)
            or of_government(doc, at)
            or _beyond_border(doc, at, mention.value)
            or _lies_far_from(doc, at)
            or _beside_another(doc, word, at)
            or (doc.kids(at, "cop") and not {*doc.cases(at)} - {"but"})
        ):
            continue  # "for being Amhara" says who they are
        tie = _tie(doc, word, at, mention.value, others)
        found.append((tie, at, mention.value))
    found = [entry for entry in found if entry[0] > 0]
    named = max((tie for tie, _, _ in found), default=0)
    return found + [entry for entry in _tied_again(doc, word, others) if entry[0] > named > 0]


def places_again(
    doc: Document, word: Word, others: Set[Word] = frozenset(), statement: str | None = None
) -> list[tuple[Place, Word]]:
    """Places tied to the trigger by nouns that stand for them, for one beside which nothing is named.

    Kept apart until the page's tellings are joined: "in the town" tells no second happening.
    """
    tied = sorted(_tied_again(doc, word, others), key=lambda found: (-found[0], found[1]))
    return [
        (place, at)
        for _, at, place in tied[:1]
        if statement is None or not of_content(doc, word, at, statement, others, time=False)
    ]


def _tied_again(doc: Document, word: Word, others: Set[Word]) -> list[tuple[int, Word, Place]]:
    found = [(_tie(doc, word, at, place, others), at, place) for place, at in nouns_again(doc, word)]
    return [entry for entry in found if entry[0] >= OWN - SLACK]


def _tie(doc: Document, word: Word, at: Word, place: Place, others: Set[Word]) -> int:
    """How strongly the place is tied to the trigger, if it is not another happening's."""
    if not same_side(doc, at, word) or _answered(doc, at, word) or _speakers_way(doc, at, word):
        return 0  # "a day after rebels raided X": another happening's
    if of_topic(doc, at, word):
        return 0
    tie = tie_of_place(doc, word, at, doc.path(word), set(doc.clause(word)), country=place.kind == "country")
    return min(tie, ANOTHERS) if _under(doc, at, word, others) else tie


def _does_it(doc: Document, at: Word) -> bool:
    """ "Ambushed by the Xs": whoever does it in a passive is no place, whatever the name is."""
    head = doc.parent(at)
    return head is not None and doc.rel(at) == "obl" and "by" in doc.cases(at) and doc.token(head).xpos == "VBN"


def _beyond_border(doc: Document, at: Word, place: Place) -> bool:
    """ "Near the border with X", "across the frontier from X", "bordering X": X is the land on the other side."""
    head = doc.parent(at)
    if place.kind != "country" or head is None:
        return False
    across = doc.lemma(head) in terrain().borders and bool({*doc.cases(at)} & _WITH)
    return across or doc.text(head) in terrain().bordering


def _lies_far_from(doc: Document, at: Word) -> bool:
    """ "The village, which lies 60 km from X": whichever village was told of before, it is not X."""
    lies = next((step for step in doc.path(at)[1:3] if doc.lemma(step) in terrain().lying), None)
    noun = doc.parent(lies) if lies is not None else None
    if noun is None or lies is None or doc.rel(lies) != "acl" or not _FROM & {*doc.cases(at), *_cases_above(doc, at)}:
        return False
    return any(doc.text(kid) in ("the", "this", "that") for kid in doc.kids(noun, "det"))


_FROM = frozenset({"from", "of"})


def _cases_above(doc: Document, at: Word) -> list[str]:
    """ "From the city of X": the preposition that stands with the noun that names what X is."""
    head = doc.parent(at)
    return doc.cases(head) if head is not None and doc.rel(at) in ("nmod", "appos", "compound") else []


def _beside_another(doc: Document, word: Word, at: Word) -> bool:
    """ "Strikes on the province in parallel with an onslaught on X": where the other thing went on."""
    told = {*doc.path(word)}
    return any(
        doc.lemma(step) in course().alongside or {"alongside", "amid", "amidst"} & {*doc.cases(step)}
        for step in doc.path(at)[1:]
        if step not in told
    )


_WITH = frozenset({"with", "from", "to"})


def _speakers_way(doc: Document, at: Word, word: Word) -> bool:
    """ "…, said a teacher who reached X": where the speaker went, in a clause about him, is not where it was."""
    steps, told = doc.path(at), doc.path(word)
    clause = next((i for i, step in enumerate(steps) if doc.token(step).rel in ("acl:relcl", "acl")), None)
    if clause is None:
        return False
    for speaker in steps[clause + 1 :]:
        saying = doc.parent(speaker)
        if doc.token(speaker).rel == "nsubj" and saying in told[1:] and speaker not in told:
            return doc.lemma(saying) in reporting().verbs if saying is not None else False
    return False


def _answered(doc: Document, at: Word, word: Word) -> bool:
    """ "Struck X in response to fire on Y"."""
    steps = doc.path(at)
    between = steps[: steps.index(word)] if word in steps else []
    words = [text for step in between for text in (doc.lemma(step), *doc.cases(step))]
    return any("response" in text or "retaliation" in text for text in words)


def _under(doc: Document, at: Word, word: Word, others: Set[Word]) -> bool:
    """Whether another trigger stands between the place and this one: "fired at X in response to a raid on Y"."""
    steps = doc.path(at)
    if word not in steps:
        return False
    between = steps[1 : steps.index(word)]
    # "launched a raid on X", "were targeted in an operation near X": one deed
    own = {*doc.kids(word, "obj", "nsubj"), *obliques(doc, word, "in", "during", "by")}
    return any(step in others and step not in own for step in between)


ANOTHERS = 2  # how strongly a place is tied that stands under another happening of the sentence
