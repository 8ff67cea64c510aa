"""What a draft tells of one told before it: what was burnt in the raid, the blast before the storming, its dead.

In: two drafts, the first told before the second. Out: whether the second tells a turn of the first.
"""

from crossreport.coding.counts.tallies import MANY
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import names_of, same_day, vague
from crossreport.coding.page.families import FORCE, GROUPS, kin
from crossreport.coding.phrases.nearness import FAR, bare, distance_of, generic
from crossreport.coding.phrases.nouns import actor
from crossreport.words.families import ASSAULTS, ATTACKS, DEADLY, REMOTE, SEIZURES


def takes_up(a: Draft, b: Draft) -> bool:
    """ "A clinic was hit … the strike killed four", "a bomb went off … the attack was claimed by"."""
    bare = b.anaphoric and not (b.places or b.when) and distance_of(a, b) <= 1
    return bare and (kin(a.type, b.type) or any_force(a, b))


def retells(a: Draft, b: Draft) -> bool:
    """ "… killed two farmers. The farmers were shot on Monday in X": what befell those told of before."""
    return b.retold and distance_of(a, b) <= 2 and {a.type, b.type} <= FORCE and bool(a.takings or a.places)


def goes_on_so(a: Draft, b: Draft) -> bool:
    """ "… raided a camp. The raiders opened fire at dawn", "… kidnapped six. The kidnappers stormed a church"."""
    raid = a.type in _RAIDS and b.type in ATTACKS | {a.type}
    raid = raid or (a.type in FORCE and b.type == "looting_destruction" and not b.places)  # "the attackers burned huts"
    return b.goes_on and (raid or kin(a.type, b.type)) and bool(a.takings or a.places)


def any_attack(a: Draft, b: Draft) -> bool:
    """ "Killed 41 in an attack … the rebels attacked three villages": whom it hit says which type of attack it is."""
    told_on = b.word.sentence not in {word.sentence for word in a.words} and not (a.toll_only or b.toll_only)
    return {a.type, b.type} <= ATTACKS and (a.open_means or b.open_means) and told_on


def aside_of(a: Draft, b: Draft) -> bool:
    """Whether `b` is what the doers of `a` burnt, took or did to others in it."""
    return _its_work(a, b) or _same_raid(a, b)


def _its_work(a: Draft, b: Draft) -> bool:
    """ "Herders attacked the village … They came shooting and burning": what the attackers burnt and took there."""
    bare = b.type == "looting_destruction" and not b.places and b.when is None and distance_of(a, b) <= 2
    theirs = bool(a.ids("agent") & b.ids("agent")) or (bool(a.ids("agent")) and generic(b))
    return bare and a.type in ATTACKS and theirs


def _same_raid(a: Draft, b: Draft) -> bool:
    """ "Arrested the emir … During the raid a woman was wounded": the raid is the one of the arrest."""
    bare = b.anaphoric and not b.places and b.when is None and distance_of(a, b) <= 1
    return bare and a.type in BY_RAID and b.type in FORCE and b.span.quote.lower() in ("raid", "operation", "raids")


def nameless(a: Draft, before: list[Draft]) -> bool:
    """Whether deaths are told of which nothing ahead of them says how they came."""
    told = (draft for draft in before if draft.type in FORCE and not draft.lead)
    return a.toll_only and all(distance_of(draft, a) >= FAR for draft in told)


def in_one_go(a: Draft, b: Draft) -> bool:
    """ "First set off a bomb under the lorry, then opened fire": one doer, one sentence, no other place or time."""
    same = bool(a.ids("agent") & b.ids("agent")) and a.words[-1].sentence == b.word.sentence
    stormed = a.type in ASSAULTS and b.type in DEADLY  # "stormed a checkpoint and shot fifteen guards"
    if same and (stormed or (a.type == "explosion" and b.type in ASSAULTS)):
        return names_of(b) <= names_of(a) and (b.when is None or b.when == a.when)  # "… then stormed it on foot"
    return same and {a.type, b.type} <= GROUPS[1] and not b.places and b.when is None


def any_means(a: Draft, b: Draft) -> bool:
    """Whether one only tells deaths, of which the other may be the cause: not by bombs where it has none."""
    bombed = any(one.toll_only and one.type in REMOTE for one in (a, b))
    riot = a.type == "riot" and dead_of_it(a, b)
    return (a.toll_only or b.toll_only) and ({a.type, b.type} <= FORCE or riot) and not (bombed and a.type != b.type)


def same_victims(a: Draft, b: Draft) -> bool:
    """ "Two officials were shot … the killing of the officials": taken up by those whom it hit."""
    return (b.anaphoric or b.retold) and {a.type, b.type} <= FORCE and bool(a.victims & b.victims)


def harmed(a: Draft, b: Draft) -> bool:
    """ "Stormed the village and shot nine farmers": whom it hits fights nobody: an attack on them."""
    hit = {actor(t.mention).kind for t in (*a.takings, *b.takings) if t.role == "target"}
    return a.type == "offensive" and b.type in DEADLY and in_one_go(a, b) and hit == {"civilians"}


def same_held(a: Draft, b: Draft) -> bool:
    """ "Soldiers arrested the mayor. He was taken from his house": one seizure, of one who is named or described."""
    held = {actor(t.mention).id for t in b.takings if t.role == "target" and actor(t.mention).kind != "civilians"}
    return {a.type, b.type} == SEIZURES and bool(held & a.ids("target")) and b.when is None


def same_munitions(a: Draft, b: Draft) -> bool:
    """ "Bombs fell on the town. Six bombs were dropped from helicopters": the same ones, nowhere else."""
    near = 0 < b.word.sentence - a.words[-1].sentence <= 1
    bare_ = not b.places and b.when is None and not b.apart
    return near and bare_ and {a.type, b.type} <= REMOTE and bool(a.munitions & b.munitions)


def stormed_behind(a: Draft, b: Draft) -> bool:
    """ "A car bomb went off at the gate. Gunmen then stormed the compound": one attack, no other place or day."""
    storms = b.span.quote.lower() in ("stormed", "storming") and b.type in ASSAULTS | {"attack_on_civilians"}
    near = 0 <= b.word.sentence - a.words[-1].sentence <= 1
    here = names_of(b) <= names_of(a) and (b.when is None or a.when is None or same_day(a.when, b.when))
    return a.type == "explosion" and storms and near and here


def driven_out(a: Draft, b: Draft) -> bool:
    """ "The army took the town. The rebels withdrew towards X": that they left is how it was taken."""
    losers = b.ids("agent")
    left = a.type == "territory_taken" and b.type == "territory_lost" and distance_of(a, b) <= 2
    return left and bool(losers) and losers <= a.ids("target") and names_of(b) <= names_of(a)


def dead_of_it(a: Draft, b: Draft) -> bool:
    """ "They clashed in X on Sunday, and 30 people died": in the same sentence, by nobody named and nowhere else."""
    here = a.words[-1].sentence == b.word.sentence and a.type in FORCE | {"riot"}
    return here and b.toll_only and not b.ids("agent") and names_of(b) <= names_of(a)


def dead_beside(a: Draft, b: Draft) -> bool:
    """ "They ambushed a patrol. Four were killed": how the dead died, their own words leave open."""
    last = max(word.sentence for word in a.words)
    here = 0 <= b.word.sentence - last <= 1 and {a.type, b.type} <= FORCE
    other_means = b.type in REMOTE and b.type != a.type  # "helicopters neutralised 14 of them"
    if any(number >= MANY for _, number in b.numbers):
        return False  # "More than 20,000 were killed": in a war
    return (
        here and b.toll_only and bare(b) and not (other_means or b.ids("agent")) and names_of(b) in (set(), names_of(a))
    )


def any_force(a: Draft, b: Draft) -> bool:
    """ "Was ambushed … when it was hit … opened fire": words for any force go with any other force."""
    named_again = b.anaphoric and b.type in ATTACKS | {"armed_clash"}  # "… in the assault", "the exchange of fire"
    bare = (b.open_means or named_again) and not b.places and b.when is None
    return (bare or (named_again and _same_spot(a, b))) and {a.type, b.type} <= FORCE


def _same_spot(a: Draft, b: Draft) -> bool:
    """ "Shells hit X … the attack on X": named again with its place."""
    return bool(b.places) and not vague(b) and names_of(b) <= names_of(a)


_RAIDS = frozenset({"attack_on_civilians", "offensive", "abduction", "looting_destruction"})
BY_RAID = frozenset({"arrest", "weapons_seized_or_destroyed", "prisoner_exchange_release", "killing"})
