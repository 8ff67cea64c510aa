"""Deaths and wounds told by a verb: lent to the event in whose telling they stand, else a draft of their own."""

from collections.abc import Sequence

from crossreport.coding.counts.counted import kind_of
from crossreport.coding.counts.fates import dies_by_idiom, single_measure, suffers_hurt
from crossreport.coding.counts.losses import destroys, leaves_dead, loser, loses
from crossreport.coding.counts.tallies import is_tally, untold
from crossreport.coding.denials.deniers import without_denied
from crossreport.coding.denials.disowning import disowned, said_not
from crossreport.coding.drafting.begun import begun
from crossreport.coding.events.crowds import shot_at
from crossreport.coding.events.from_above import sent_from_air
from crossreport.coding.events.means import means_of
from crossreport.coding.events.no_deed import natural
from crossreport.coding.events.passing import MOVING
from crossreport.coding.events.retelling import began_so, by_attackers, on_attackers, set_apart, told_of
from crossreport.coding.events.triggers import bodily
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.extents import holds, is_site
from crossreport.coding.page.families import FORCE
from crossreport.coding.page.gaps import same_side
from crossreport.coding.phrases.arguments import doers, is_passive, is_verb, obliques, patients
from crossreport.coding.phrases.capacity import as_fighters, could
from crossreport.coding.phrases.nouns import NAMELESS, UNARMED, actor, actors_of
from crossreport.coding.phrases.tenses import purpose_only
from crossreport.coding.roles.described import takers
from crossreport.coding.roles.of_whom import stands_there
from crossreport.coding.settings.places import places_of
from crossreport.coding.settings.times import time_of
from crossreport.coding.status.status import status_of
from crossreport.coding.voices.attribution import Voices
from crossreport.model import Place, Reason, Role
from crossreport.model.kinds import ARMED, STATELY
from crossreport.words.classes.harm import harm
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology


def tolls_of(doc: Document, voices: Voices, drafts: list[Draft]) -> list[Draft]:
    """Deaths told by a verb: given to the event noun in their clause, else a draft that looks for company."""
    taken = {draft.word for draft in drafts}
    by_word = {draft.word: draft for draft in drafts if draft.scheme != "speaker"}  # nobody dies of words
    made = []
    for word in doc.words():
        if word in taken or not is_verb(doc, word) or not kills(doc, word):
            continue
        if _war_kills(doc, word) or natural(doc, word) or untold(doc, word):
            continue
        host = _host(doc, word, by_word) or _shared_host(doc, word, by_word)
        if host is None and is_tally(doc, word):
            continue  # "since January 32 people have been killed" is a figure, no happening
        if host is not None:
            _lend(doc, host, word)
            continue
        if purpose_only(doc, word):
            continue
        status, reason, negated = status_of(doc, word)
        type_ = _toll_type(doc, word)
        if negated and status == "happened" and _kills_whom(doc, word) and disowned(doc, voices, word, type_):
            status, reason, negated = "denied", said_not(doc, word), False
        if negated or status == "hypothetical":
            continue
        takings = [taking for taking in _toll_takings(doc, word) if could(taking, type_)]
        draft = begun(doc, voices, word, type_, takings)
        draft.status, draft.toll_only, draft.weak = status, True, True
        rejected = without_denied(doc, voices, draft, reason) if status == "denied" else []
        draft.retold, draft.goes_on = told_of(doc, word), by_attackers(doc, word) or began_so(doc, word)
        draft.on_attackers, draft.apart = on_attackers(doc, word), set_apart(doc, word)
        draft.boasted = (
            doc.lemma(word) in ontology().classes["boast"] | {"destroy"} or dies_by_idiom(doc, word) == "object"
        )
        draft.reasons = [
            Reason("toll", f"{doc.token(word).text!r} tells deaths or wounds", draft.span),
            *([reason] if reason else []),
            *rejected,
        ]
        made.append(draft)
    return made


def _war_kills(doc: Document, word: Word) -> bool:
    """A war that "has killed thousands" is a toll of years, no happening."""
    return any(doc.lemma(noun) in closed_classes().wars for noun in doers(doc, word))


def _of_illness(doc: Document, word: Word) -> bool:
    """ "Two patients died of cholera", "hunger has killed nine": nobody attacked them."""
    causes = [*obliques(doc, word, "of", "from", "to", "with"), *([] if is_passive(doc, word) else doers(doc, word))]
    ills = ontology().classes["illness"]
    return any(doc.lemma(noun) in ills or bodily(doc, noun) for noun in causes)


def kills(doc: Document, word: Word) -> bool:
    """Whether a verb tells that people are killed or wounded."""
    lemma = doc.lemma(word)
    killed, wounded = ontology().tolls["killed"], ontology().tolls["wounded"]
    plain = {verb.split()[0] for verb in (*killed.verbs, *wounded.verbs)} | set(killed.patient)
    if lemma in plain:
        return True
    lives = lemma in killed.lives and any(doc.lemma(kid) == "life" for kid in doc.kids(word, "obj"))
    state = (*killed.adjectives, *wounded.adjectives)
    result = [*doc.kids(word, "xcomp", "advcl", "obj")] if lemma == "leave" else []
    result += [
        kid for noun in result for kid in doc.kids(noun, "amod", "acl") if kid > noun
    ]  # "left twelve people dead"
    left = any(doc.text(kid) in state for kid in result)
    return (
        lives
        or left
        or loses(doc, word)
        or destroys(doc, word)
        or suffers_hurt(doc, word)
        or dies_by_idiom(doc, word) is not None
    )


def _host(doc: Document, word: Word, by_word: dict[Word, Draft]) -> Draft | None:
    """The event in whose telling the toll stands: its subject, its "in"/"by"/"when", the verb it hangs on."""
    later = () if _kills_whom(doc, word) else ("after", "following", "from")  # who then kills, does it another time
    near = [*doers(doc, word), *obliques(doc, word, "in", "by", "during", "with", *later), *_results(doc, word)]
    for noun in near:
        for other in (noun, *doc.kids(noun, "conj", "nmod", "compound", "acl")):
            if other in by_word and by_word[other].type not in BLOODLESS and same_side(doc, word, other):
                return by_word[other]
    for kid in doc.kids(word, "advcl", "acl"):
        marks = {doc.text(mark) for mark in doc.kids(kid, "mark", "advmod")}
        around = marks & {"when", "as", "after", "while", "in", "by", "during", "amid", "from"}
        if kid in by_word and around and by_word[kid].type not in MOVING:
            return by_word[kid]
        raised = doc.lemma(kid) in harm().raising and not doc.kids(kid, "nsubj")
        for other in doc.subtree(kid) if raised else []:
            if other in by_word and by_word[other].type in FORCE:
                return by_word[other]  # "four more died, bringing the number killed in Monday's attack to 137"
    head = doc.parent(word)
    steps = 0
    below, climbed = word, [word]
    while head is not None and steps < 4:
        gerund = doc.rel(below) in ("advcl", "xcomp", "acl", "conj") or doc.token(below).rel in ("ccomp", "acl:relcl")
        gerund = gerund or bool(steps and _in_which(doc, word))
        if head in by_word and gerund and doc.rel(below) != "ccomp":
            separate = doc.rel(below) == "conj" or any(_another_time(doc, each, by_word[head]) for each in climbed)
            apart = separate and bool(doc.kids(word, "nsubj", "nsubj:pass"))
            apart = apart or (by_word[head].type in BLOODLESS and _does_kill(doc, word))
            apart = apart or _came_to_kill(doc, by_word[head], word)
            return None if apart else by_word[head]
        if not gerund:
            return None
        below, head, steps = head, doc.parent(head), steps + 1
        climbed.append(below)
    return None


def _shared_host(doc: Document, word: Word, by_word: dict[Word, Draft]) -> Draft | None:
    """ "In X, one was killed and three were injured in an attack on its Y quarter": both fates are of the attack."""
    if _does_kill(doc, word):
        return None
    for kid in (kid for kid in doc.kids(word, "conj") if kills(doc, kid)):
        own = [each for each in doc.kids(word, "obl", "advcl") if word < each < kid]
        host = _host(doc, kid, by_word) if not own else None
        if host is not None and host.word > kid and _around(places_of(doc, word), host.places):
            return host
    return None


def _around(wide: Sequence[tuple[Place, Word]], fine: Sequence[tuple[Place, Word]]) -> bool:
    """Whether the places told in front of both fates hold that of the deed, or are the same."""
    return all(any(one.name == other.name or _about(one, other) for other, _ in fine) for one, _ in wide)


def _about(one: Place, other: Place) -> bool:
    """Whether the other is in the one, or is a quarter that no list has, told of right behind the town."""
    return holds(one, other) or (is_site(other) and other.admin1 is None)


def _results(doc: Document, word: Word) -> list[Word]:
    """ "Killed as a result of shelling", "died in the course of a raid": what the noun's "of" names."""
    ways = [kid for kid in doc.kids(word, "obl", "obj") if doc.lemma(kid) in closed_classes().through]
    fitting = [kid for kid in ways if {"as", "in", "during"} & set(doc.cases(kid))]
    return [noun for kid in fitting for noun in doc.kids(kid, "nmod") if "of" in doc.cases(noun)]


_SHED = "attack_on_civilians"  # as whose doers those who kill are judged, whatever type the deed gets


def _in_which(doc: Document, verb: Word) -> bool:
    """ "Shelled a quarter of the town, in which two children died": in the shelling."""
    inside = any(doc.text(kid) == "which" and {"in", "during"} & set(doc.cases(kid)) for kid in doc.kids(verb, "obl"))
    return inside and doc.token(verb).rel == "acl:relcl"


def _another_time(doc: Document, clause: Word, host: Draft) -> bool:
    """ "Suspended talks after soldiers killed nine rebels": what comes before or after is no part of it."""
    marks = {doc.text(kid) for kid in doc.kids(clause, "mark", "advmod")}
    return bool(marks & {"after", "before", "since", "because", "once"}) and (
        host.type not in FORCE or host.type in MOVING or host.scheme == "speaker"
    )


def _kills_whom(doc: Document, word: Word) -> bool:
    """Whether somebody is named as killing somebody ("the army killed ten fighters after the raid")."""
    return (
        not is_passive(doc, word)
        and bool(doc.kids(word, "obj"))
        and any(actors_of(doc, noun) for noun in doers(doc, word))
    )


def _does_kill(doc: Document, word: Word) -> bool:
    """Whether the clause tells by itself what killed whom: "after a mine killed two"."""
    return not is_passive(doc, word) and bool(doc.kids(word, "obj")) and bool(doers(doc, word))


def _came_to_kill(doc: Document, host: Draft, word: Word) -> bool:
    """ "Entered the village and killed 30 people": a raid, and no capture in which people died."""
    came = host.type == "territory_taken" and doc.lemma(host.word) == "enter" and doc.parent(word) == host.word
    return came and doc.rel(word) == "conj" and _toll_type(doc, word) == _SHED and not is_passive(doc, word)


# A toll told beside these is another happening's: nobody dies of an arrest, a visit or a statement.
BLOODLESS = frozenset(
    {"arrest", "visit_meeting", "negotiation_talks", "agreement", "ceasefire_halt", "investigation_trial", "sanction"}
    | {"deployment", "training", "group_change", "mediation", "recruitment", "aid_delivery", "bodies_found"}
    | {"displacement_evacuation"}
)


def _one_sided(host: Draft, taking: Taking) -> bool:
    """Whether a fight that one side opened hits people who fight nobody: "their ambush left 11 civilians dead"."""
    return bool(host.ids("agent")) and not host.ids("party") and actor(taking.mention).kind in UNARMED


def _lend(doc: Document, host: Draft, word: Word) -> None:
    """The victims, place and day of a toll serve the event that it belongs to."""
    host.words.append(word)
    if host.faced and _kills_any(doc, word):
        shot_at(host)
    known = host.ids()
    for taking in _toll_takings(doc, word):
        if host.type == "attack_repelled":  # whoever repels an attack is its target, and kills the attackers
            taking = Taking("agent" if taking.role == "target" else "target", taking.mention, taking.noun)
            if taking.role == "agent" and host.ids("agent"):
                continue
        if (
            taking.role == "target"
            and taking.mention.value is not None
            and getattr(taking.mention.value, "id", None) not in known
        ) and (host.scheme == "agent_target" or _one_sided(host, taking)):
            host.takings.append(taking)
        does = taking.role == "agent" and could(taking, host.type)
        if does and not host.ids("agent", "party") and host.scheme == "agent_target":
            host.takings.append(taking)
    if not host.places:
        host.places = places_of(doc, word)
    if host.when is None:
        host.when = time_of(doc, word)


def _kills_any(doc: Document, word: Word) -> bool:
    return single_measure(doc, word) != "wounded"


def _toll_takings(doc: Document, word: Word) -> list[Taking]:
    intransitive = doc.lemma(word) in ontology().tolls["killed"].patient or doc.lemma(word) == "lose"
    intransitive = intransitive or dies_by_idiom(doc, word) == "subject" or suffers_hurt(doc, word)
    hit = doers(doc, word) if intransitive else patients(doc, word)
    if loses(doc, word) and not any(actors_of(doc, noun) for noun in hit):
        hit = patients(doc, word)  # "Ethiopia lost 40 soldiers": its soldiers
    did = [] if intransitive else [noun for noun in doers(doc, word) if not stands_there(doc, noun)]
    losing = loser(doc, word)
    if losing is not None or leaves_dead(doc, word):
        hit, did = doers(doc, losing or word), []
    roles: list[tuple[Role, Word]] = [("agent", noun) for noun in did] + [("target", noun) for noun in hit]
    found = [(role, mention, noun) for role, noun in roles for mention in takers(doc, noun, role, "agent_target")]
    return [Taking(role, as_fighters(doc, mention, _SHED, role), noun) for role, mention, noun in found]


def _toll_type(doc: Document, word: Word) -> str:
    """The type of deaths without an event noun: by the means, else by who did it to whom."""
    if _of_illness(doc, word):
        return "other"
    means = means_of(doc, word)
    if means is not None:
        return means[0]
    if sent_from_air(doc, word, "killing"):
        return "air_strike"
    if doc.lemma(word) == "put" and any(doc.lemma(kid) == "death" for kid in doc.kids(word, "obl")):
        return "execution"
    takings = _toll_takings(doc, word)
    victims = [t for t in takings if t.role == "target"]
    if loses(doc, word) and any(kind_of(doc, noun) == "combatants" for noun in patients(doc, word)):
        return "armed_clash"
    if any(actor(t.mention).kind == "person" for t in victims) and single_measure(doc, word) != "wounded":
        return "killing"
    doers_ = {actor(t.mention).kind for t in takings if t.role == "agent"}
    if victims and doers_ and doers_ <= STATELY:
        armed = [t for t in victims if doc.lemma(t.noun) in closed_classes().counted["combatants"]]
        if armed:
            return "armed_clash"
    if any(_fights(t) for t in victims) and not any(actor(t.mention).kind in UNARMED for t in victims):
        return "armed_clash"
    return "attack_on_civilians"


def _fights(taking: Taking) -> bool:
    """Whether a victim is of an armed side, known or not ("96 attackers were killed")."""
    who = actor(taking.mention)
    return who.kind in ARMED or who.id.startswith(NAMELESS)
