"""One happening told in headline, lead and background is one report: drafts of a page joined, with reasons.

Never joins what differs in day, place, doer or status; what only lacks them may join what has them.
"""

from collections.abc import Iterator

from crossreport.coding.joining.aftermath import deed_of
from crossreport.coding.joining.claiming import claimants_of, claimed_deed
from crossreport.coding.joining.differing import conflict
from crossreport.coding.joining.merging import merge
from crossreport.coding.joining.sequels import goes_on
from crossreport.coding.joining.turns import (
    any_attack,
    any_force,
    any_means,
    aside_of,
    dead_beside,
    dead_of_it,
    driven_out,
    goes_on_so,
    in_one_go,
    nameless,
    retells,
    same_held,
    same_munitions,
    same_victims,
    stormed_behind,
    takes_up,
)
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import apart_in_place, names_of, same_day, sums_up, vague
from crossreport.coding.page.families import FORCE, GROUPS, kin
from crossreport.coding.phrases.nearness import bare, distance_of
from crossreport.model.statuses import FIRM
from crossreport.words.families import ASSAULTS

# Calibrated on the 79 coded pages of the FA-KES dev part (matched-event F1).
JOIN_AT = 2.4
NEAR = 0.25  # what one sentence of distance costs
ELABORATES = 0.7  # the next sentences give a happening its town and its details
SETTING = 0.8  # two words for violence in one place on one day
TAKEN_UP = 0.7  # "a clinic was hit … the strike killed four"
RETELLS = 2.0  # "a depot … hit the depot", "two farmers … the farmers were shot"
NAMELESS = 1.5  # deaths of which the page has not said how they came, and "the attack" right behind them
STORMED = 2.0  # the blast that opens the way to those who storm in
SERIES = 4  # … and in which the dead are counted on (probe pages of own writing)
SET_DOWN = 2  # sentences back in which the deed is told whose day and place a sentence sets down
SAME_NUMBER = 1.2  # "five aid workers were abducted … five aid workers were seized"
FEW = 3  # from here on an equal number says that they are the same people
SAME_VICTIMS = 1.2  # "two officials were shot … the killing of the officials"
SAME_THING = 1.5  # "struck a hospital … the deliberate attack on the hospital"
CLAIMED = 3.0  # the dead of which those speak who claim the deed


def join(drafts: list[Draft]) -> list[Draft]:
    """Drafts, each happening once, in the order of their first telling; the body speaks before the headline."""
    joined: list[Draft] = []
    claimants = claimants_of(drafts)
    for draft in sorted(drafts, key=lambda d: (d.lead, d.word.sentence, d.toll_only, d.word.token)):
        claimed = claimed_deed(draft, claimants, joined)
        meant = _meant(draft, joined)
        best = max(
            (
                (
                    max(_affinity(earlier, draft, joined[:index]), JOIN_AT * (earlier is meant))
                    + CLAIMED * (earlier is claimed),
                    bool(earlier.places) + bool(earlier.when),  # of two alike the one whose setting is told
                    -index,
                )
                for index, earlier in enumerate(joined)
                if claimed is None or earlier is claimed
            ),
            default=(0.0, 0, 0),
        )
        if best[0] >= (JOIN_AT - 1.0 if draft.lead or bare(draft) else JOIN_AT):
            merge(joined[-best[2]], draft)
        else:
            joined.append(draft)
    return without_umbrellas(joined)


def _affinity(a: Draft, b: Draft, before: list[Draft]) -> float:
    """How much speaks for one happening; 0 if anything speaks against it. `before`: what was told ahead of `a`."""
    if conflict(a, b):
        return 0.0
    if b.set_down and not b.lead and distance_of(a, b) <= SET_DOWN and {a.type, b.type} <= FORCE and not a.set_down:
        return JOIN_AT + SET_DOWN - distance_of(a, b)
    score = _kinship(a, b)
    if score == 0.0 and not any_means(a, b):
        return 0.0
    for sign in (*_shared(a, b), *_pointing_back(a, b)):
        score += sign
    score += ELABORATES * ((score > 0.0 and in_one_go(a, b)) or dead_of_it(a, b))
    here = b.anaphoric and not b.places and b.when is None and distance_of(a, b) <= 2
    score += NAMELESS * (nameless(a, before) and here)
    return _less_by_distance(a, b, score)


def _kinship(a: Draft, b: Draft) -> float:
    """What the two words that tell them say: one deed, kindred deeds, or neither."""
    if a.type == b.type or any_attack(a, b) or same_held(a, b) or dead_beside(a, b):
        return 2.0
    stormed = (a.type in ASSAULTS | {"explosion"} and in_one_go(a, b)) or stormed_behind(a, b)
    return 1.0 if kin(a.type, b.type) or any_force(a, b) or stormed or _told_on(a, b) else 0.0


def _shared(a: Draft, b: Draft) -> Iterator[float]:
    """What the two have in common: course, places, sides, day."""
    yield STORMED * (stormed_behind(a, b) or driven_out(a, b) or goes_on(a, b))
    yield TAKEN_UP * takes_up(a, b)
    yield 1.2 * bool(names_of(a) & names_of(b))
    yield 0.8 * bool(a.ids("agent", "party") & b.ids("agent", "party"))
    yield 0.4 * bool(a.ids("target") & b.ids("target"))
    yield 0.8 * bool(a.when and b.when and not a.when_inherited)


def _pointing_back(a: Draft, b: Draft) -> Iterator[float]:
    """How the second points back to the first, or goes on with it."""
    distance = distance_of(a, b)
    turned = goes_on_so(a, b) and distance <= SET_DOWN
    yield 1.0 * (b.anaphoric or bare(b) or b.lead or (b.by_the_deed and a.type == b.type))
    yield RETELLS * (retells(a, b) or same_munitions(a, b) or aside_of(a, b) or turned)
    yield SAME_VICTIMS * same_victims(a, b)
    yield SAME_NUMBER * _same_number(a, b) + SAME_THING * _same_thing(a, b)
    yield ELABORATES * (a.type == b.type and distance <= 2 and b.when is None and (vague(a) or not b.places))
    yield SETTING * (bool(names_of(a) & names_of(b)) and same_day(a.when, b.when) and {a.type, b.type} <= GROUPS[1])


def _less_by_distance(a: Draft, b: Draft, score: float) -> float:
    """The score without what the sentences between them cost."""
    distance = distance_of(a, b)
    plain = a.type == b.type or any_attack(a, b) or b.anaphoric or b.retold
    near = NEAR if plain or driven_out(a, b) or goes_on(a, b) or dead_beside(a, b) else 2 * NEAR
    stray = not b.lead and distance > 2 and not b.anaphoric and not b.takings and bool(b.places)
    empty = b.lead and bare(a) and not (a.places or a.when)  # a headline sums up a deed, not the deaths behind it
    return score - near * distance - 0.5 * stray - 1.0 * empty


def _meant(draft: Draft, before: list[Draft]) -> Draft | None:
    """ "Jets struck a bus … who was hurt in the attack": of the deeds that may be meant, the one that was told last."""
    deed = None if draft.lead else deed_of(draft, before) or _counted_on(draft, before)
    if deed is not None:
        return deed
    if draft.lead or draft.places or draft.when is not None:
        return None
    if not (draft.named_again or draft.goes_on):
        return _only_one(draft, before)
    told = [(word, index) for index, each in enumerate(before) if _refers(each, draft) for word in each.words]
    ahead = [each for each in told if each[0] < draft.word]
    return before[max(ahead)[1]] if ahead else None


def _counted_on(draft: Draft, before: list[Draft]) -> Draft | None:
    """ "An air strike hit a house. On Monday a fifth body was found": of the deed told last, whatever the day."""
    if not draft.nth or draft.apart:
        return None
    told = [(each.words[-1], index) for index, each in enumerate(before) if each.type in FORCE and not each.lead]
    ahead = [each for each in told if each[0] < draft.word and draft.word.sentence - each[0].sentence <= SERIES]
    if not ahead or apart_in_place(before[max(ahead)[1]], draft):
        return None
    return before[max(ahead)[1]]


def _only_one(draft: Draft, before: list[Draft]) -> Draft | None:
    """ "The army detained the mayor … they searched his house and detained him": the page's one arrest, told again.

    Not of force, of which a page tells many: measured on pairs of the dev pages (11 of 14 are one happening).
    """
    if draft.type in FORCE or draft.scheme == "speaker" or draft.apart or draft.status not in FIRM:
        return None
    alike = [each for each in before if each.type == draft.type]
    one = alike[0] if len(alike) == 1 else None
    fits = one is not None and one.word < draft.word and one.status == draft.status and not conflict(one, draft)
    return one if fits else None


def _refers(a: Draft, b: Draft) -> bool:
    fits = kin(a.type, b.type) or any_force(a, b) or goes_on_so(a, b)
    return fits and not conflict(a, b)


def _same_number(a: Draft, b: Draft) -> bool:
    """Whether both count as many people with one fate."""
    return any(number >= FEW for _, number in a.numbers & b.numbers)


def _told_on(a: Draft, b: Draft) -> bool:
    return retells(a, b) or aside_of(a, b) or goes_on(a, b) or goes_on_so(a, b) or _same_thing(a, b)


def _same_thing(a: Draft, b: Draft) -> bool:
    """ "A hospital was hit … the attack on the hospital": in other sentences, of one kind of thing that is struck."""
    apart = b.word.sentence not in {word.sentence for word in a.words}
    return apart and {a.type, b.type} <= FORCE and bool(a.things & b.things)


def without_umbrellas(drafts: list[Draft]) -> list[Draft]:
    """Ruling 3: a lead over several happenings is a toll, not an event, once two of them are told apart."""
    return [
        draft
        for draft in drafts
        if sum(sums_up(draft, other) and kin(draft.type, other.type) for other in drafts if other is not draft) < 2
    ]
