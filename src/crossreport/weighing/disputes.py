"""An event's testimonies in, what its independent voices contradict each other about out: how many, who, and whether.

Copies of one text never contradict each other: a changed number in a copy is a mark of the copy, not a second voice.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from crossreport.model import Actor, Figure, Finding
from crossreport.model.kinds import ARMED_GROUPS, ARMED_OR_STATE, STATELY
from crossreport.names import fold_name
from crossreport.weighing.blame import Naming, blamed, charged, told_doers
from crossreport.weighing.denials import contradiction, denials, means_word
from crossreport.weighing.differing import material, same_time
from crossreport.weighing.fallen import apart, of_the_doers
from crossreport.weighing.interval import adds, interval, names_one, reads
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.outcomes import outcomes
from crossreport.weighing.spared import spared
from crossreport.weighing.telling import Telling, Testimony, told
from crossreport.weighing.tolls import Count, anybody, foes, kin, latest, lesser, own_loss
from crossreport.weighing.voices import Voice, camp
from crossreport.weighing.ways import RELEASE, ways
from crossreport.weighing.whose_dead import civil, who_died
from crossreport.words.actors import branch_of, countries
from crossreport.words.spoken import spoken_name, spoken_names

SHOWN = 10  # contradictions of one sort that an event shows; the rest repeats them


def disputes(telling: Telling, found: list[Count]) -> list[Finding]:
    """Contradictions about one event: number, victims, culprit, means, outcome, how it came about, occurrence."""
    denied, victims, otherwise = denials(telling), who_died(telling, found), ways(telling)
    freed = otherwise and telling.event.type.label == RELEASE  # who let them go is said by how they came free
    culprits = [] if freed else _culprits(telling, turned=not victims)
    means = _means(telling) if culprits or denied else []
    numbers = _numbers(telling, found) or list(spared(telling, found))[:1]
    return [*numbers, *victims, *culprits, *means, *outcomes(telling, found), *otherwise, *denied]


def _numbers(telling: Telling, found: list[Count]) -> list[Finding]:
    distinct: dict[tuple[str, object, str, str], Count] = {}
    kinds: dict[str, set[tuple[str, str]]] = defaultdict(set)
    current = latest(found, telling.corpus)
    for one in current:
        distinct.setdefault((one.bloc, interval(one.figure), one.figure.of.kind, kin(one)), one)
        kinds[one.bloc].add((one.figure.of.kind, kin(one)))
    findings: list[Finding] = []
    for one, other in combinations(distinct.values(), 2):
        if one.figure.of.kind != other.figure.of.kind and kinds[one.bloc] & kinds[other.bloc]:
            continue  # both count one kind of people: that is what is compared, not the part of one with the whole
        if lesser(one, other, current) or lesser(other, one, current):
            continue
        if _rival(one, other, telling) and not (_met(one, other, current) or _met(other, one, current)):
            findings.append(_number_finding(telling, one, other))
            if len(findings) == SHOWN:
                break
    return findings or _denied_number(telling, current)


def _denied_number(telling: Telling, found: Iterable[Count]) -> list[Finding]:
    """A toll of one voice that another one gives only to deny it: "the claim that four were killed is a lie"."""
    for testimony in telling.testimonies:
        for figure in telling.corpus.figures_of.get(testimony.report.id, []):
            rival = next((one for one in found if _is_denied(one, figure, testimony)), None)
            if rival is not None:
                text = (
                    f"On how many were killed in the {told(telling.event)}: {rival.voice.spoken} gave "
                    f"“{reads(rival.figure)}”, which {testimony.voice.spoken} denied."
                )
                return [contradiction((telling.event.id, *sorted((rival.figure.id, figure.id))), text, "number")]
    return []


def _is_denied(one: Count, figure: Figure, testimony: Testimony) -> bool:
    denied = figure.status == "denied" and figure.measure == "killed" and not figure.cumulative
    other = one.bloc != testimony.bloc and one.voice.key != testimony.voice.key
    return denied and other and interval(one.figure) == interval(figure) is not None


def _met(one: Count, other: Count, found: Iterable[Count]) -> bool:
    """Whether the voice of `one` counts on another page what `other` counts: a toll that rises within a day."""
    ranged = interval(other.figure)
    return ranged is not None and any(
        ranged.meets(again)
        for count in found
        if count.voice.key == one.voice.key
        and count.figure.page != one.figure.page
        and count.figure.of.kind == one.figure.of.kind
        and (again := interval(count.figure)) is not None
    )


def _rival(one: Count, other: Count, telling: Telling) -> bool:
    if one.bloc == other.bloc or one.voice.key == other.voice.key or apart(one.side, other.side, telling):
        return False
    if foes(one, other):
        return False
    alone = _own_loss_of(one, other) or _own_loss_of(other, one)
    if not alone and (names_one(one.figure) or names_one(other.figure)):
        return False
    if adds(one.figure) or adds(other.figure):
        return False
    if own_loss(one, other, telling) or own_loss(other, one, telling):
        return False
    if any(
        each.side is not None and each.side.kin == "armed" and civil(rest)
        for each, rest in ((one, other), (other, one))
    ):
        return False  # "eight gang members" and "46 residents": who the dead were may differ, not how many
    if of_the_doers(one.side, telling) != of_the_doers(other.side, telling):
        return False
    here, there = interval(one.figure), interval(other.figure)
    if here is None or there is None or here.meets(there):
        return False
    fewer = one if here.low < there.low else other
    if not lexicon().corpses.isdisjoint(fold_name(fewer.figure.of.text).split()):
        return False  # who recovered seven bodies does not say that no more died
    kinds = {one.figure.of.kind, other.figure.of.kind}
    alike = bool(kin(one)) and kin(one) == kin(other)  # soldiers and "members of the army", however each is sorted
    comparable = len(kinds) == 1 or kinds <= anybody(telling.event) or alike
    return comparable and same_time(one.figure, other.figure) and material(one.figure, other.figure, of_one_side=alone)


def _own_loss_of(one: Count, other: Count) -> bool:
    """Whether a side says that it lost "a soldier", and the other counts dead of that side, too."""
    mine = one.side is not None and one.side.camp == one.voice.key
    return mine and kin(one) == kin(other)


def _number_finding(telling: Telling, one: Count, other: Count) -> Finding:
    text = (
        f"On how many were killed in the {told(telling.event)}: {one.voice.spoken} gave “{reads(one.figure)}”, "
        f"{other.voice.spoken} “{reads(other.figure)}”."
    )
    members = (telling.event.id, *sorted((one.figure.id, other.figure.id)))
    return contradiction(members, text, "number")


def _culprits(telling: Telling, *, turned: bool) -> list[Finding]:
    """Who names whom; with `turned`, also who names as the attacked whom another names as the doer."""
    if telling.mood != "real":
        return []
    distinct: dict[tuple[str, frozenset[str]], Naming] = {}
    for naming in _namings(telling):
        distinct.setdefault((naming.bloc, frozenset(map(camp, naming.doers))), naming)
    findings: list[Finding] = []
    for one, other in combinations(distinct.values(), 2):
        if _both_boast(one, other) and telling.event.type.label in lexicon().fights:
            continue
        if one.bloc != other.bloc and _other_doers(one.doers, other.doers):
            findings.append(_culprit_finding(telling, one, other))
            if len(findings) == SHOWN:
                break
    return findings or (list(_turned_round(telling, tuple(distinct.values())))[:1] if turned else [])


def _both_boast(one: Naming, other: Naming) -> bool:
    """Whether each names its own side for a fight: both fought, and no one is accused."""
    return all(each.spoken in {spoken_name(actor.name) for actor in each.doers} for each in (one, other))


def _turned_round(telling: Telling, namings: Iterable[Naming]) -> Iterator[Finding]:
    """Where one names a side as the doer, and another, who names none, that side alone as the attacked.

    "Border guards shot three porters" and "an attack on the border guards was foiled" cannot both be told of one deed.
    """
    attacked = [one for one in telling.testimonies if not told_doers(one) and telling.stands_for(one)]
    for one, other in product(namings, attacked):
        hit = [part.actor for part in other.report.participants if part.role == "target"]
        named = [actor for actor in one.doers if _is_known(actor) and any(camp(actor) == camp(each) for each in hit)]
        resisted = other.report.type.label in lexicon().fights or all(actor.kind in ARMED_OR_STATE for actor in hit)
        if one.bloc != other.bloc and named and resisted and not _also_names(other.bloc, namings):
            text = (
                f"For the {told(telling.event)}, {one.spoken} named {spoken_names(named)} as the doer, "
                f"{other.voice.spoken} as those who were attacked."
            )
            yield contradiction((telling.event.id, *sorted((one.member, other.report.id))), text, "culprit")


def _is_known(actor: Actor) -> bool:
    """Whether it is one side and no other: one by name, or a state's, as "the police of" a country."""
    return not actor.generic or (actor.kind in STATELY and actor.country is not None)


def _also_names(bloc: str, namings: Iterable[Naming]) -> bool:
    return any(naming.bloc == bloc for naming in namings)


def _namings(telling: Telling) -> Iterator[Naming]:
    """Who names a doer: by telling the deed, or by blaming somebody for it."""
    for testimony in telling.testimonies:
        doers = told_doers(testimony) or charged(testimony, telling)
        doers = tuple(actor for actor in doers if not _far_army(actor, testimony.report.page, telling))
        if doers and telling.stands_for(testimony):
            yield Naming(testimony.bloc, testimony.voice.spoken, testimony.report.id, doers)
    yield from blamed(telling)


def _far_army(actor: Actor, page: str, telling: Telling) -> bool:
    """Whether it is the army of a country that is neither where it happened nor named on the page: "the 51st Brigade"
    was given to the wrong one.
    """
    place, country = telling.event.place, actor.country
    if actor.generic or actor.kind != "state_forces" or place is None or country in (None, place.country):
        return False
    named = countries().get(country or "")
    words = fold_name(telling.corpus.page[page].text)
    return named is not None and not any(fold_name(name) in words for name in (*named.names, *named.adjectives))


def _other_doers(ones: Iterable[Actor], others: Sequence[Actor]) -> bool:
    """Whether none of the doers can be one of the others: a description fits every group of its kind, and what a branch
    does its umbrella claims.
    """
    return not any(_one_side(one, other) or _can_be(one, other) for one in ones for other in others)


def _one_side(one: Actor, other: Actor) -> bool:
    return camp(one) == camp(other) or branch_of(one.id, other.id) or branch_of(other.id, one.id)


def _can_be(one: Actor, other: Actor) -> bool:
    if any(actor.kind == "other" and actor.id.startswith("minted:") for actor in (one, other)):
        return True  # of a name that is on its page alone nobody knows whose it is
    if not (one.generic or other.generic):
        return False
    if _nobody(one) or _nobody(other):
        return True
    if _other_people(one, other) or _other_people(other, one):
        return False
    across = one.generic != other.generic and {one.kind, other.kind} <= ARMED_GROUPS  # groups fight beyond borders
    if one.country and other.country and one.country != other.country and not across:
        return False
    sides = {_side(one), _side(other)}
    return len(sides) == 1 or None in sides


def _nobody(actor: Actor) -> bool:
    """ "Gunmen", "unknown men in uniform", "the enemy's aircraft": whoever is named elsewhere may be meant."""
    return actor.generic and actor.kind == "other" and actor.id.startswith(("unidentified-armed-group", "armed-group:"))


def _other_people(one: Actor, other: Actor) -> bool:
    """Whether one is known by the people whose men did it ("Gumuz militias"), and the other by another people's or as
    an army or an insurgent group of a name of its own.
    """
    if not one.id.startswith(COMMUNITY) or one.kind not in ARMED_GROUPS:
        return False
    if other.id.startswith(COMMUNITY):
        return fold_name(one.name).split()[0] != fold_name(other.name).split()[0]
    return not other.generic and other.kind in {"rebel_group", "state_forces"}


COMMUNITY = "community:"


def _side(actor: Actor) -> str | None:
    """armed group or state; None for what could be either."""
    described = actor.generic and actor.kind == "other"
    if described and not (lexicon().ranks | lexicon().offices).isdisjoint(fold_name(actor.name).split()):
        return "state"
    return "state" if actor.kind in STATELY else "armed" if actor.kind in ARMED_GROUPS else None


def _means(telling: Telling) -> list[Finding]:
    """Means that exclude one another, told by independent voices that name other doers or deny it too."""
    first: dict[str, Testimony] = {}
    for testimony in telling.testimonies:
        if testimony.report.type.label in lexicon().means and _means_told(testimony) and telling.stands_for(testimony):
            first.setdefault(testimony.report.type.label, testimony)
    found = []
    for (label, one), (other_label, other) in combinations(sorted(first.items()), 2):
        if one.bloc != other.bloc:
            text = (
                f"On the means of the {told(telling.event)}: {one.voice.spoken} told of {means_word(label)}, "
                f"{other.voice.spoken} of {means_word(other_label)}."
            )
            members = (telling.event.id, *sorted((one.report.id, other.report.id)))
            found.append(contradiction(members, text, "means"))
    return found


def _means_told(testimony: Testimony) -> bool:
    """Whether its sentence says the means: shells, warplanes; "was bombed" and "the strike" leave it open."""
    words = lexicon().means[testimony.report.type.label]
    return not words.isdisjoint(re.findall(r"\w+", _VESSELS.sub(" ", testimony.words.casefold())))


_VESSELS = re.compile(r"\b(?:fuel|oil|gas|petrol|water|storage)\s+tanks?\b|\btank\s+farms?\b")


def _culprit_finding(telling: Telling, one: Naming, other: Naming) -> Finding:
    text = (
        f"For the {told(telling.event)}, {one.spoken} named {spoken_names(one.doers)} as the doer, "
        f"{other.spoken} named {spoken_names(other.doers)}."
    )
    return contradiction((telling.event.id, *sorted((one.member, other.member))), text, "culprit")


def voice_is_party(voice: Voice, telling: Telling) -> Actor | None:
    """The actor of the event's sides for whom `voice` speaks."""
    for side in telling.event.sides:
        for actor in side.actors:
            if voice.key == camp(actor) or (voice.actor is not None and voice.actor == actor.id):
                return actor
    return None
