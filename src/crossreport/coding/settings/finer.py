"""The village in which the sentences behind a lead tell again what the lead tells of a province only."""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import holds, named_division, names_of, vague
from crossreport.coding.page.families import FORCE
from crossreport.coding.settings.shared import inherited
from crossreport.model import Place
from crossreport.words.classes.motion import motion
from crossreport.words.families import RAIDED

ELABORATION = 3  # sentences in which a lead's happening is told again with its village
# Happenings which one deed may be told as: a man is arrested where the house was raided, arms are seized there.
_ONE_DEED = (
    FORCE,
    frozenset({"arrest", "weapons_seized_or_destroyed", "offensive", "bodies_found"}),
    frozenset({"abduction", "prisoner_exchange_release", "offensive"}),
    frozenset({"looting_destruction", "attack_on_civilians", "offensive"}),
)
_SPOKEN = "speaker"


def take_finer_place(draft: Draft, after: list[Draft]) -> None:
    """A lead's province gives way to the one village in which the sentences behind it tell the same happening."""
    if draft.scheme == _SPOKEN or draft.status != "happened" or not draft.places or not vague(draft):
        return
    near = [other for other in after if other.word.sentence - draft.word.sentence <= ELABORATION]
    same = [other for other in near if _one_deed(draft, other) and _may_be(draft, other)]
    names = {other.places[0][0].name for other in same}
    if len(names) == 1:
        told = same[0]
        draft.places = [told.places[0], *draft.places]
        draft.reasons.append(inherited("place", f"{told.span.quote!r}, which tells it more exactly"))


def take_searched_place(doc: Document, draft: Draft, drafts: list[Draft]) -> None:
    """An arrest or a find of a lead's province was in the one village that the sentences behind it name inside of it.

    "The force searched a compound in the village of X" is no happening of its own, and says where the man was taken.
    Arms found there afterwards without a place were found in that village too.
    """
    if draft.type not in RAIDED or draft.status != "happened" or not draft.places or not _provincial(draft):
        return
    begin = draft.word.sentence + 1
    reach = range(begin, begin + SEARCHED)
    if any(_of_its_own(other) for other in drafts if other is not draft and other.word.sentence in reach):
        return  # what is done there may be another deed
    there = [one for one in settled(doc, reach) if any(holds(place, one[0]) for place, _ in draft.places)]
    finest = [one for one in there if one[0].kind != "region"] or there
    if len({place.name for place, _ in finest}) == 1:
        found = finest[0]
        quote = found[0].span.quote if found[0].span else ""
        for one in (
            draft,
            *(other for other in drafts if _found_there(draft, other, found[1]) or _beside(draft, other)),
        ):
            one.places = [found, *one.places]
            one.reasons.append(inherited("place", f"{quote!r}, the village or district that is named behind it"))


SEARCHED = 4  # sentences behind an arrest in which the house that was searched is placed; set on press releases of dev


def _provincial(draft: Draft) -> bool:
    return all(place.kind in ("admin1", "country") or named_division(place) for place, _ in draft.places)


def _of_its_own(other: Draft) -> bool:
    """Whether the other happened in a village or district of its own."""
    return bool(other.places) and not other.place_inherited and not _provincial(other)


def _beside(draft: Draft, other: Draft) -> bool:
    """ "Killed several rebels and detained one in X province": the fight of the same raid."""
    here = other is not draft and other.word.sentence == draft.word.sentence and other.type in FORCE
    return here and other.status == "happened" and names_of(other) == names_of(draft)


def _found_there(draft: Draft, other: Draft, at: Word) -> bool:
    """Whether arms are found behind the arrest, soon after it or after the village `at` is named."""
    since = other.word.sentence - max(draft.word.sentence, at.sentence)
    near = other.word.sentence - draft.word.sentence >= 0 and since <= FOUND
    near = near and other is not draft and other.item == draft.item
    return near and other.type == "weapons_seized_or_destroyed" and (not other.places or other.place_inherited)


FOUND = 6  # sentences behind an arrest, and the village it was in, in which arms are found without a further place


def settled(doc: Document, reach: range) -> list[tuple[Place, Word]]:
    """The villages and districts that the sentences name."""
    found = []
    for mention in doc.mentions:
        at, place = doc.word_of(mention), mention.value
        if at is None or at.sentence not in reach or not isinstance(place, Place) or named_division(place):
            continue
        if on_the_way(doc, at):
            continue  # where he had come from, or was taken
        district = place.kind == "region" and mention.span.quote.lower().endswith("district")
        if district or place.kind in ("settlement", "unresolved", "district"):
            found.append((place, at))
    return found


_ORIGIN, _GOAL = frozenset({"from"}), frozenset({"to", "towards", "toward", "for"})


def on_the_way(doc: Document, at: Word) -> bool:
    """Whether somebody came from the place or went there: "driven to Khartoum", not "leads to a house in X"."""
    cases, head = set(doc.cases(at)), doc.parent(at)
    return bool(cases & _ORIGIN) or bool(cases & _GOAL and head is not None and doc.lemma(head) in motion().moving)


def retold(draft: Draft, before: Draft) -> bool:
    """Whether the draft tells again, with its village, what was told right before it of the province."""
    near = draft.word.sentence - before.word.sentence <= 1 and draft.item == before.item
    told = bool(before.places) and vague(before) and before.status == "happened" and draft.status == "happened"
    return near and told and draft.type == before.type and _lies_within(before, draft) and _same_doers(before, draft)


def _one_deed(draft: Draft, other: Draft) -> bool:
    if draft.item != other.item:
        return False
    return draft.type == other.type or any({draft.type, other.type} <= types for types in _ONE_DEED)


def _lies_within(draft: Draft, other: Draft) -> bool:
    """Whether the other has a place of its own inside of the draft's."""
    if not other.places or other.place_inherited or vague(other):
        return False
    return any(holds(place, other.places[0][0]) for place, _ in draft.places)


def _may_be(draft: Draft, other: Draft) -> bool:
    """Whether the other has a place of its own inside of the draft's, on a day that the draft's time allows."""
    if other.status != "happened" or not _lies_within(draft, other):
        return False
    one, two = draft.when, other.when
    if one is None or two is None or (draft.when_inherited and draft.type in FORCE):
        return False
    if other.when_inherited and (draft.type in FORCE or "~" not in two.edtf):
        return False
    if not (one.earliest and one.latest and two.earliest and two.latest):
        return False
    return one.earliest <= two.earliest and two.latest <= one.latest and _same_doers(draft, other)


def _same_doers(draft: Draft, other: Draft) -> bool:
    doers, others = draft.ids("agent", "party"), other.ids("agent", "party")
    return not doers or not others or bool(doers & others)
