"""Fills what a happening lacks from its neighbours on the page, each time with the reason."""

from crossreport.coding.completing.bodies_days import bound_by_bodies
from crossreport.coding.completing.came_there import take_their_place
from crossreport.coding.completing.circumstance import by_circumstance
from crossreport.coding.completing.claimed_doers import take_claimed_doers
from crossreport.coding.completing.counted_days import count_days
from crossreport.coding.completing.doing import hand_on_doers
from crossreport.coding.completing.fight_sides import name_fighters
from crossreport.coding.completing.gains import take_gains
from crossreport.coding.completing.ground_from import name_holders
from crossreport.coding.completing.in_the_strikes import by_the_strikes
from crossreport.coding.completing.prisoners import harm_the_held, name_prisoners
from crossreport.coding.completing.series import hand_on_fire
from crossreport.coding.completing.taken_days import drop_years, take_time
from crossreport.coding.completing.taken_places import CLAIMED, take_heading, take_opening, take_place
from crossreport.coding.events.retelling import coming_of, setting_of
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import LARGE, apart_in_time, finer_time, vague, within
from crossreport.coding.page.on_the_ground import LOCAL, first_body_sentence
from crossreport.coding.settings.finer import take_finer_place, take_searched_place
from crossreport.coding.settings.lasting_days import go_on_from
from crossreport.coding.settings.places import places_of
from crossreport.coding.settings.times import time_of
from crossreport.coding.status.not_ahead import not_ahead
from crossreport.model import When


def complete(doc: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts with inherited places and days, and with the page's main happenings marked."""
    ordered = sorted(drafts, key=lambda draft: draft.words[0])
    for draft in ordered:
        not_ahead(doc, draft)
        go_on_from(doc, draft)
    _take_setting(doc, ordered)
    for index, draft in enumerate(ordered):
        before, after = _of_its_post(doc, draft, ordered[:index]), _of_its_post(doc, draft, ordered[index + 1 :])
        if not draft.places:
            draft.places = draft.places_again
        if not draft.places:
            take_opening(doc, draft)
        if not draft.places and (draft.type in LOCAL or draft.type == CLAIMED):
            take_place(doc, draft, before, after)
        if not draft.places and draft.type in LOCAL:
            take_heading(doc, draft)
        if draft.when is None and not count_days(draft, ordered, exact=True) and draft.gap is None:
            take_time(doc, draft, before, after)
    for index, draft in enumerate(ordered):
        if draft.when is None and draft.gap is not None and not count_days(draft, ordered, exact=False):
            before, after = _of_its_post(doc, draft, ordered[:index]), _of_its_post(doc, draft, ordered[index + 1 :])
            take_time(doc, draft, before, after)
    for index, draft in enumerate(ordered):
        take_finer_place(draft, ordered[index + 1 :])
        take_searched_place(doc, draft, ordered)
        take_their_place(doc, draft)
    _hand_on_finer(ordered)
    by_circumstance(doc, ordered)
    hand_on_doers(doc, ordered)
    by_the_strikes(doc, ordered)
    hand_on_fire(doc, ordered)
    name_fighters(doc, ordered)
    ordered = take_claimed_doers(doc, ordered)
    take_gains(doc, ordered)
    name_holders(doc, ordered)
    name_prisoners(doc, ordered)
    harm_the_held(doc, ordered)
    for draft in ordered:
        bound_by_bodies(doc, draft)
        drop_years(doc, draft)
    _mark_core(doc, ordered)
    return ordered


def _of_its_post(doc: Document, draft: Draft, others: list[Draft]) -> list[Draft]:
    """Those told in the same post; on a page without posts all."""
    post = doc.post(draft.word)
    return [other for other in others if doc.post(other.word) is post]


def _hand_on_finer(drafts: list[Draft]) -> None:
    """What took a province over from a deed follows it to the village that was found for the deed afterwards."""
    refined = {
        whole: draft.places[0]
        for draft in drafts
        if not draft.place_inherited and draft.places and draft.places[0][0].kind not in LARGE
        for whole in draft.places[1:]
        if whole[0].kind in LARGE
    }
    for draft in drafts:
        if draft.place_inherited and len(draft.places) == 1 and vague(draft) and draft.places[0] in refined:
            draft.places = [refined[draft.places[0]]]


def _take_setting(doc: Document, drafts: list[Draft]) -> None:
    """ "Gunmen killed five. The incident happened on Sunday in X": the next sentence gives day and place."""
    for s in range(1, len(doc.sentences)):
        verb = setting_of(doc, s) or coming_of(doc, s)
        told = [draft for draft in drafts if any(word.sentence == s - 1 for word in draft.words)]
        if verb is None or any(word.sentence == s and _in_clause(doc, word, verb) for d in drafts for word in d.words):
            continue
        deeds = [draft for draft in told if draft.type in LOCAL and draft.status in ("happened", "alleged")]
        if len(deeds) != 1:
            continue
        deed, when, places = deeds[0], time_of(doc, verb), places_of(doc, verb)
        own = None if when is not None and _of_headline(doc, deed.when) else deed.when
        if own is not None and apart_in_time(own, when):
            continue
        deed.when = finer_time(own, when)
        if places and vague(deed):
            provinces = [place for place, _ in deed.places if place.kind == "admin1"]
            deed.places = [(within(place, provinces[0]) if provinces else place, at) for place, at in places]


def _of_headline(doc: Document, when: When | None) -> bool:
    """ "Four dead in X - 16.11.2020": a headline's day can be that on which it was written."""
    titles = [block for block in doc.page.blocks if block.kind == "title"]
    span = when.span if when is not None else None
    return span is not None and any(block.start <= span.start < block.end for block in titles)


def _in_clause(doc: Document, word: Word, verb: Word) -> bool:
    """Whether what is told is part of the setting, not of a clause about its place: "… in X, which they entered"."""
    below = doc.path(word)
    return verb not in below or not any(doc.token(step).rel == "acl:relcl" for step in below[: below.index(verb)])


def _mark_core(doc: Document, drafts: list[Draft]) -> None:
    first = first_body_sentence(doc)
    for draft in drafts:
        draft.core = any(word.sentence <= first + 1 for word in draft.words)
