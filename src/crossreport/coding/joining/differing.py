"""What speaks against two drafts telling one happening: another item, day, place, status, doer."""

from crossreport.coding.joining.sequels import fired_back
from crossreport.coding.joining.turns import driven_out
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import (
    LARGE,
    SEVERAL,
    apart_in_place,
    apart_in_time,
    finest,
    lasts,
    names_of,
    same_day,
)
from crossreport.coding.page.families import FORCE, GROUPS
from crossreport.coding.phrases.nearness import bare, distance_of, generic, sides_of
from crossreport.model.statuses import FIRM, INTENDED
from crossreport.words.families import REMOTE

NEXT = 2  # sentences in which a thing told of before is called by its name


def conflict(a: Draft, b: Draft) -> bool:
    """Whether the two cannot be one happening."""
    return any(against(a, b) for against in _AGAINST)


def _in_one_sentence(a: Draft, b: Draft) -> bool:
    return a.word.sentence == b.word.sentence


def _sums_up_others(a: Draft, b: Draft) -> bool:
    return b.brief and _other_numbers(a, b)


def _in_another_part(a: Draft, b: Draft) -> bool:
    """Two items of a roundup; "SOUTH SUDAN … raided a camp. SOMALIA … claimed a blast that killed nine"."""
    if a.lead or b.lead:
        return False
    return a.item != b.item or (a.part != b.part and _of_its_part(a, b))


def _called_another(a: Draft, b: Draft) -> bool:
    """ "In a separate incident"."""
    return b.apart and not b.lead and a.words[-1] < b.word and a.word.sentence < b.word.sentence


def _dated_aside(a: Draft, b: Draft) -> bool:
    """Whether the one's day is told of it alone, in a clause aside.

    "Seized two posts outside X, which fell on 6 May", "nine were wounded in the city, which rebels seized in May".
    """
    if not _in_one_sentence(a, b):
        return False
    fights = {a.type, b.type} <= GROUPS[0]
    behind = fights and b.aside and a.when is None and b.when is not None
    dated = a.aside and a.when is not None and not a.when_inherited
    return behind or (dated and b.toll_only and b.when is None and b.word < a.word)


def _across_a_gap(a: Draft, b: Draft) -> bool:
    """ "Struck X a day after rebels raided Y"."""
    return _in_one_sentence(a, b) and (a.gap and a.gap.head) != (b.gap and b.gap.head)


def _of_others(a: Draft, b: Draft) -> bool:
    """Whether other things or people are hit, unless the second points back."""
    if b.anaphoric:
        return False
    return _stale(a, b) or _another_target(a, b) or _other_dead(a, b) or _other_victims(a, b)


def _at_another_time(a: Draft, b: Draft) -> bool:
    return (apart_in_time(a.when, b.when) or _a_day_of_years(a, b)) and not _one_siege(a, b)


def _a_day_of_years(a: Draft, b: Draft) -> bool:
    """ "They have fought the army since 2012, and on Tuesday they attacked a base": one deed of a long war."""
    if a.when is None or b.when is None or a.when_inherited or b.when_inherited or b.named_again or b.set_down:
        return False
    return lasts(a.when) and b.when.precision == "day" and not lasts(b.when) and b.status != "ongoing"


def _one_siege(a: Draft, b: Draft) -> bool:
    """ "Encircled the town on Friday … the fighters surrounding the town on Sunday": it lasts."""
    if not a.type == b.type == "siege_blockade" or {a.status, b.status} - FIRM:
        return False
    return bool(names_of(a) & names_of(b)) and not (sides_of(a) and sides_of(b) and not a.ids() & b.ids())


def _elsewhere(a: Draft, b: Draft) -> bool:
    return apart_in_place(a, b) and not (_loosely_placed(a, b) or _named_behind(a, b))


def _only_meant(a: Draft, b: Draft) -> bool:
    """Whether one is only intended and the other is firm."""
    differ = (a.status in INTENDED and b.status in FIRM) or (a.status in FIRM and b.status in INTENDED)
    return differ and not b.anaphoric


def _by_two_speakers(a: Draft, b: Draft) -> bool:
    apart = b.scheme == "speaker" and b.word.sentence != a.words[-1].sentence
    return apart and not a.ids("agent") & b.ids("agent")


def _not_so_told(a: Draft, b: Draft) -> bool:
    """Whether only one of them is denied, or only accuses."""
    return (a.status == "denied") != (b.status == "denied") or _only_accused(a, b) or _only_accused(b, a)


def rival_ends(a: Draft, b: Draft) -> bool:
    """ "The rebels said that they took the town. The army said that it repelled the attack": two accounts."""
    ends = {a.type, b.type} == {"territory_taken", "attack_repelled"}
    return ends and bool(b.chain) and (not a.chain or a.chain[-1].speaker != b.chain[-1].speaker)


def done_there(a: Draft, b: Draft) -> bool:
    """ "Shells hit the town, where rebels killed a pilot": by others, of whom nothing says that they shelled it."""
    here = b.of_the_place and not a.of_the_place and b.word.sentence in {word.sentence for word in a.words}
    doers = a.ids("agent", "party")
    return here and bool(b.ids("agent")) and not b.ids("agent") & doers and (bool(doers) or a.type != b.type)


def _other_numbers(a: Draft, b: Draft) -> bool:
    """Whether a line that sums up counts other dead or taken than the happening does."""
    for measure, number in b.numbers:
        counted = [other for same, other in a.numbers if same == measure]
        if counted and number not in (*counted, sum(counted)):
            return True
    return False


def _of_one_total(a: Draft, b: Draft) -> bool:
    """ "21 died in the north. … Fifteen died in X and six in Y": two shares, or one and the total."""
    totals = {a.share_of, b.share_of} - {None}
    both = a.share_of is not None and a.share_of == b.share_of
    return both or bool(totals & {a.totals, b.totals})


def _stale(news: Draft, other: Draft) -> bool:
    """ "Raiders killed 14, officials said. … In January, raiders killed nine": the lead's news is not so old."""
    if news.fresh is None or news.when is not None or other.when is None or other.when.latest is None:
        return False
    return other.when.latest < news.fresh


def _of_its_part(a: Draft, b: Draft) -> bool:
    """Whether nothing says that what a later part tells is what an earlier one told: its bare dead, another place."""
    fine = [{place.name for place, _ in draft.places if place.kind not in LARGE} for draft in (a, b)]
    return bare(b) or (all(fine) and not fine[0] & fine[1] and not b.anaphoric)


def _another_target(a: Draft, b: Draft) -> bool:
    """ "Shells hit a market. … An air strike destroyed a clinic": other fire, on another kind of thing."""
    fire = a.type != b.type and {a.type, b.type} <= REMOTE
    apart = b.word.sentence not in {word.sentence for word in a.words} and not (b.lead or b.retold or b.open_means)
    return fire and apart and bool(a.things) and bool(b.things) and not a.things & b.things


def _other_dead(a: Draft, b: Draft) -> bool:
    """ "Raiders killed four traders in X on Monday. A priest was beheaded in X on Monday": of his own setting."""
    own = b.fates_only and bool(b.places) and b.when is not None and not b.lead
    apart = b.word.sentence not in {word.sentence for word in a.words}
    return own and apart and bool(a.victims) and bool(b.victims) and not a.victims & b.victims


def _other_victims(a: Draft, b: Draft) -> bool:
    """ "Gunmen shot a judge. … Gunmen killed three traders": those whom no article makes known are others.

    "Militants … terrorists" of one group may be the same ones, unless they are hit at another place.
    """
    if not (a.victims and b.victims and b.hits_new) or a.victims & b.victims or b.lead or b.retold or bare(b):
        return False
    if b.word.sentence in {word.sentence for word in a.words}:
        return False  # "killed nine rebels, and a soldier died": of both sides of one fight
    if (
        b.goes_on
        or b.on_attackers
        or b.named_again
        or (b.by_the_deed and a.type == b.type)
        or not {a.type, b.type} <= FORCE
    ):
        return False  # of those who are held, pages say ever other words: "suspects", "insurgents"
    alike = a.ids("target", "victim") & b.ids("target", "victim")
    return not (alike and (not b.places or names_of(a) & names_of(b)))


def _only_accused(told: Draft, alleged: Draft) -> bool:
    """Whether joining would make a culprit of somebody whom the page only accuses, of one whom it does not."""
    if alleged.status != "alleged" or told.status == "alleged":
        return False
    accused = sides_of(alleged)
    return bool(accused) and not accused & sides_of(told)


def _loosely_placed(a: Draft, b: Draft) -> bool:
    """ "In X park … the attack took place in Y": a village of which no list says where it lies may be in the park."""
    one = [place for draft in (a, b) for place in finest(draft)]
    tied = bool(a.things & b.things) or b.anaphoric or _same_fates(a, b)
    behind = 0 <= b.word.sentence - a.words[-1].sentence <= NEXT
    if tied and behind and all(place.kind == "unresolved" and not place.admin1 for place, _ in b.places):
        return True  # "a girls' school in X … in front of the Y school": that school
    return b.set_down and any(
        place.kind == "natural" or (place.kind == "unresolved" and not place.admin1) for place in one
    )


def _same_fates(a: Draft, b: Draft) -> bool:
    """ "Four were killed in Gao … four were killed in a raid on the hamlet of Y", which no list has."""
    same = a.numbers & b.numbers
    return len(same) > 1 or any(number >= SEVERAL for _, number in same)


def _named_behind(a: Draft, b: Draft) -> bool:
    """ "A town northeast of X was shelled … the bombardment struck the town of Y": what had no name is called by it."""
    near = 0 <= b.word.sentence - a.words[-1].sentence <= NEXT
    same = b.anaphoric or b.retold or b.by_the_deed or any(number >= NEXT for _, number in a.numbers & b.numbers)
    kind = a.type == b.type or a.toll_only or b.open_means
    return a.near_only and not b.near_only and bool(b.places) and near and same and kind


def _behind_noun(a: Draft, b: Draft) -> bool:
    return a.aside or b.aside or a.reduced or b.reduced


def _other_doer(a: Draft, b: Draft) -> bool:
    """Whether both name doers and these are not the same, or the sides are swapped."""
    doers_a, doers_b = sides_of(a), sides_of(b)
    if driven_out(a, b) or fired_back(a, b):
        return False
    fought = a.type == "attack_repelled" or (a.type in GROUPS[0] and bare(b))
    next_to = fought and distance_of(a, b) <= 1  # "They were beaten back. Scores of them died."
    here = names_of(b) <= names_of(a) and (b.when is None or same_day(a.when, b.when))
    if b.on_attackers and here and {a.type, b.type} <= FORCE:
        return False  # "gunmen stormed the hotel … police shot dead four attackers"
    if doers_a and (doers_b or not next_to) and b.ids("target") & a.ids("agent") and not doers_b & doers_a:
        return True
    if doers_b & a.ids("target") and not doers_a & doers_b and {a.type, b.type} <= GROUPS[1] and not b.anaphoric:
        return True  # "a bomb killed two soldiers, and troops shot three militants"
    if not doers_a or not doers_b or doers_a & doers_b:
        return False
    if b.goes_on and generic(b):
        return False  # "the attackers": whoever did what was told before
    if a.type == b.type == "territory_taken" and a.word.sentence == b.word.sentence and _behind_noun(a, b):
        return True  # "the villages that the army had taken were retaken by rebels"
    if a.scheme == "parties" or b.scheme == "parties":
        if b.anaphoric and generic(b):
            return False  # "in the fighting, two fighters also died"
        return not (doers_a | a.ids("target")) & (doers_b | b.ids("target"))
    return not (generic(a) or generic(b))


_AGAINST = (
    *(_of_one_total, _sums_up_others, _in_another_part, _called_another, _dated_aside, _across_a_gap, _of_others),
    *(_at_another_time, _elsewhere, _only_meant, rival_ends, done_there, _by_two_speakers, _not_so_told, _other_doer),
)
