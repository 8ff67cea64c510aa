"""The place that a happening without one takes from its neighbours on the page, with the reason."""

from crossreport.coding.events.passing import MOVING
from crossreport.coding.joining.claiming import done_by
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import LARGE, apart_by_weeks, apart_in_time, holds, is_site
from crossreport.coding.page.on_the_ground import LOCAL, NEIGHBOUR, SPEECH
from crossreport.coding.settings.again import elsewhere
from crossreport.coding.settings.finer import on_the_way
from crossreport.coding.settings.named import block_dateline, is_actor_part, is_issued, stands_for_government
from crossreport.coding.settings.scenes import scene_places, simple_past
from crossreport.coding.settings.seats import of_government, of_office
from crossreport.coding.settings.shared import block_of, inherited
from crossreport.model import Mention, Place
from crossreport.model.statuses import SAID_DONE
from crossreport.words.classes.harm import harm
from crossreport.words.families import TALKS
from crossreport.words.function_words import TOWARDS

CLAIMED = "statement_confession_claim"  # the place of what is claimed


def take_place(doc: Document, draft: Draft, before: list[Draft], after: list[Draft]) -> None:
    """Gives the draft the place of the nearest happening that may have been where it was."""
    own = done_by(draft.ids("agent"), draft.word.sentence, before) if draft.type == CLAIMED else None
    if own is not None and own.places and not own.place_inherited:
        draft.places, draft.place_inherited = own.places[:1], True
        draft.reasons.append(inherited("place", f"{own.span.quote!r}, which its doers claim"))
        return
    if elsewhere(doc, draft.word):
        return
    scene = scene_places(doc, draft, before)
    if scene:
        draft.places, draft.place_inherited = scene, True
        draft.reasons.append(inherited("place", "the sentence before, which sets the scene"))
        return
    near = _nearest(doc, draft, before, after)
    if near is not None:
        draft.places, draft.place_inherited = near.places[:1], True
        draft.reasons.append(inherited("place", f"{near.span.quote!r} nearby"))
        return
    told = _told_right_before(doc, draft)
    if told is not None:
        draft.places, draft.place_inherited = [told], True
        draft.reasons.append(inherited("place", "the one place that its paragraph names right before"))
        return
    only = only_place(doc, draft, before)
    if only is not None:
        draft.places, draft.place_inherited = [only], True
        draft.reasons.append(inherited("place", "the one town of all that the page has told before"))


def _apart(draft: Draft, other: Draft) -> bool:
    """Whether they stand in two items of a roundup, or in two posts or parts of a page."""
    return (draft.item, draft.part) != (other.item, other.part)


def _nearest(doc: Document, draft: Draft, before: list[Draft], after: list[Draft]) -> Draft | None:
    """The nearest happening with a place of its own that may have been where the draft was."""
    for other in [*reversed(before), *after]:
        distance = min(abs(a.sentence - b.sentence) for a in draft.words for b in other.words)
        if other in after and distance:
            return None
        if _apart(draft, other) or _elsewhere(doc, draft, other) or _fled_to(doc, other, draft):
            continue
        if draft.type in LOCAL - MOVING and other.type in TALKS:
            continue
        if draft.type == CLAIMED and other.type in _HELD:
            continue
        if distance and apart_by_weeks(draft.when, other.when):
            continue  # "was held in X. … was set free in April 2009"
        if apart_in_time(draft.when, other.when) and other.places and is_site(other.places[0][0]):
            continue  # "a shell hit the X church on Sunday … on Monday soldiers went from house to house"
        if other.places and not other.place_inherited and distance <= NEIGHBOUR and other.scheme != SPEECH:
            return other
    return None


def only_place(doc: Document, draft: Draft, before: list[Draft]) -> tuple[Place, Word] | None:
    """The town in which every deed told before it was done: the page tells of one town."""
    if draft.type not in LOCAL - MOVING or draft.status not in SAID_DONE or names_place(doc, draft.word):
        return None
    deeds = [other for other in before if other.type in LOCAL - MOVING and not _apart(draft, other)]
    told = [entry for other in deeds if not other.place_inherited for entry in other.places]
    towns = [entry for entry in told if entry[0].kind == "settlement"]
    towns = towns or [entry for entry in told if entry[0].kind in SETTLED]
    if not towns or not all(_one_town(towns[0][0], place) for place, _ in told):
        return None
    return None if any(_of_another_time(draft, other) for other in deeds) else towns[0]


def _told_right_before(doc: Document, draft: Draft) -> tuple[Place, Word] | None:
    """ "In X the market is closed. Soldiers shot a man": the one town that the sentence right before it names."""
    if draft.type not in LOCAL - MOVING or draft.status not in SAID_DONE or not simple_past(doc, draft.word):
        return None
    s = draft.word.sentence - 1
    if s < 0 or doc.sentences[s].block != block_of(doc, draft.word) or _lasts(draft):
        return None
    told = [(one.value, at) for one, at in doc.told_in(s, "place") if _may_be_there(doc, one, at)]
    towns = [(place, at) for place, at in told if isinstance(place, Place)]
    return towns[0] if len({place.name for place, _ in towns}) == 1 else None


def _lasts(draft: Draft) -> bool:
    return draft.when is not None and draft.when.precision not in ("day", "days")


def _may_be_there(doc: Document, mention: Mention, at: Word) -> bool:
    place = mention.value
    settled = isinstance(place, Place) and place.kind in SETTLED
    if not settled or is_actor_part(doc, at) or is_issued(doc, mention) or stands_for_government(doc, at, at):
        return False
    seat = of_office(doc, at) or of_government(doc, at)
    return not (seat or _treated_there(doc, mention) or _passed_through(doc, mention) or _qualifies(doc, mention))


def _of_another_time(draft: Draft, other: Draft) -> bool:
    """ "Hundreds have been abducted since 2016", "last August": what has a time of its own that is not the other's."""
    if draft.when is None:
        return False
    return _lasts(draft) or apart_by_weeks(draft.when, other.when)


def _one_town(town: Place, place: Place) -> bool:
    """Whether the place is the town, lies in it, holds it, or is a site of which nobody says that it lies elsewhere."""
    site = is_site(place) and place.within in (None, town.within, town.admin1)
    return place.name == town.name or place.within == town.name or (place.kind in LARGE and holds(place, town)) or site


# Where somebody came to visit, or talks were held, is not where the fighting is.


# Whoever claims a deed claims no rally that it hit.
_HELD = frozenset({"protest", "deployment", "aid_delivery", "displacement_evacuation"})


def take_opening(doc: Document, draft: Draft) -> None:
    """Gives the draft the place that opens its item of a list: "3. 5 May, Goma. Shots were heard. Two men died"."""
    opened = block_dateline(doc, draft.word) if draft.item is not None else []
    if opened:
        draft.places, draft.place_inherited = opened, True
        draft.reasons.append(inherited("place", "the words that open the item"))


def take_heading(doc: Document, draft: Draft) -> None:
    """Gives the draft the place of the line above it, in a bulletin that goes by places."""
    heading = doc.heading(draft.word)
    mention = heading.place if heading is not None else None
    at = doc.word_of(mention) if mention is not None else None
    if mention is not None and at is not None and isinstance(mention.value, Place):
        draft.places, draft.place_inherited = [(mention.value, at)], True
        draft.reasons.append(inherited("place", "the line above, which is a place", mention))


def _fled_to(doc: Document, other: Draft, draft: Draft) -> bool:
    """Whether the other's place is only where people fled or were taken: those who attack them are not there."""
    if other.type != "displacement_evacuation" or draft.type in MOVING or not other.places:
        return False
    return any(set(doc.cases(word)) & (TOWARDS | {"for"}) for _, word in other.places)


def _elsewhere(doc: Document, draft: Draft, other: Draft) -> bool:
    """Whether the draft's own paragraph names a place: then another paragraph's place is not its own."""
    return block_of(doc, other.word) != block_of(doc, draft.word) and names_place(doc, draft.word)


def names_place(doc: Document, word: Word) -> bool:
    """Whether the word's paragraph names a town, quarter or site."""
    block = block_of(doc, word)
    start, end = doc.page.blocks[block].start, doc.page.blocks[block].end
    return any(
        start <= mention.span.start < end
        and isinstance(mention.value, Place)
        and mention.value.kind in SETTLED
        and not _treated_there(doc, mention)
        and not _passed_through(doc, mention)
        and not _qualifies(doc, mention)
        for mention in doc.mentions
    )


def _treated_there(doc: Document, mention: Mention) -> bool:
    """ "Died in hospital in X", "the hospital in X said": nobody was hit there."""
    at = doc.first_word(mention)
    if at is None:
        return False
    before = range(max(0, at.token - CARE_REACH), at.token)
    return any(doc.lemma(Word(at.sentence, index)) in harm().care for index in before)


def _passed_through(doc: Document, mention: Mention) -> bool:
    """ "They came from X and fled to Y": nothing was done there."""
    at = doc.word_of(mention)
    return at is not None and on_the_way(doc, at)


def _qualifies(doc: Document, mention: Mention) -> bool:
    """ "The X riot police", "X traders": the name only says which people."""
    at = doc.word_of(mention)
    head = doc.parent(at) if at is not None else None
    if at is None or head is None or doc.rel(at) != "compound" or doc.token(head).upos != "NOUN":
        return False
    return doc.token(head).start >= mention.span.end


CARE_REACH = 3  # tokens between "hospital" and its town


SETTLED = frozenset({"settlement", "district", "facility", "unresolved"})
