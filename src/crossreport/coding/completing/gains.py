"""Whose deed it was that a side tells as its own gain: "forty militants were killed, the army said".

Who speaks for an armed side and tells without a doer that its foes were killed or caught, their arms taken or ground
won back tells of its own side's deeds. In: the joined drafts of a page. Out: the same, with that side as the doer and a
reason. Refuses losses of one's own, deaths of others, foreign soldiers that may be allies, and any deed with a cause or
a doer of its own.
"""

from msgspec import structs

from crossreport.coding.completing.own_fire import own_fire
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import is_passive, subjects
from crossreport.coding.phrases.nouns import NAMELESS, actor
from crossreport.coding.settings.shared import block_of
from crossreport.coding.voices.speakers import Speakers
from crossreport.model import Actor, Mention, Reason
from crossreport.model.kinds import ARMED, ARMED_OR_STATE, GOVERNMENT, STATELY
from crossreport.words.actor_nouns import labels, word_set
from crossreport.words.classes.arms import arms
from crossreport.words.classes.folk import folk
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology
from crossreport.words.families import BLASTS, RAIDED, SHOOTING
from crossreport.words.register import register

NEAR = 3  # sentences behind a side's deed in which it tells that deed's dead; set on the stories' dev part
_BEHIND = 2  # sentences back in which no other side may be told of, where police are taken for who arrested
_WON = frozenset({"territory_taken"})
_HELD = frozenset({"abduction"})  # … of foes: "two members of the front were captured"
_KILLED = SHOOTING | {"offensive"}
_REMOTE = BLASTS  # in a side's own statement
_ENEMY = "armed-group:"  # whom a side calls so without saying who it is
_MADE = frozenset({"author", "issuer"})  # grounding's rules for whose own page it is
_OTHERS = frozenset({"by", "between"})  # … who did it is told, if not by whom


def take_gains(doc: Document, drafts: list[Draft]) -> None:
    """Give the gains that a side tells of, and that nobody else is said to have made, to that side."""
    for draft in drafts:
        if draft.type not in _WON | RAIDED | _HELD | _KILLED | _REMOTE or draft.status != "happened":
            continue
        if _take_own_men(doc, draft):
            continue
        if draft.type == "arrest" and not draft.chain and _take_police(doc, draft):
            continue
        if not draft.ids("agent", "party"):
            teller = _side(doc, draft, police=draft.type == "arrest")
            if teller is None or _toll_of(draft, drafts, actor(teller)):
                continue
            if draft.type in _REMOTE and draft.chain:
                gained = _hits_foes(draft, actor(teller)) and own_fire(doc, draft, drafts, actor(teller))
            else:
                gained = _gained(doc, draft, actor(teller))
            if gained:
                draft.takings = [Taking("agent", teller, draft.word), *draft.takings]
                if draft.type in _HELD and actor(teller).kind in GOVERNMENT:
                    draft.type = "arrest"
                says = f"no doer is named; told as a gain by {actor(teller).name}"
                draft.reasons.append(Reason("agent:gain", says, teller.span))


def _take_police(doc: Document, draft: Draft) -> bool:
    """ "Police fired tear gas; twelve were arrested": the one state force that the page tells of right there."""
    at, hit = draft.word.sentence, draft.ids("target", "victim")
    if draft.ids("agent", "party") or not _bare(doc, draft):
        return False
    near = [(m, head) for m in doc.mentions if isinstance(m.value, Actor) and (head := doc.word_of(m)) is not None]
    near = [(m, head) for m, head in near if block_of(doc, head) == block_of(doc, draft.word)]
    if any(actor(m).kind in ARMED and not _mob(actor(m)) for m, head in near if 0 <= at - head.sentence <= _BEHIND):
        return False
    for back in (0, 1):
        here = [m for m, head in near if at - head.sentence == back]
        sides = {actor(m).id: m for m in here if actor(m).kind in ARMED}
        jailers = {id_: m for id_, m in sides.items() if actor(m).kind == "state_forces"}
        if len(jailers) == 1 and not jailers.keys() & hit and all(_mob(actor(m)) for m in sides.values()):
            (side,) = jailers.values()
            draft.takings = [Taking("agent", side, draft.word), *draft.takings]
            says = f"no doer is named; {actor(side).name} are the one state force told of beside it"
            draft.reasons.append(Reason("agent:gain", says, side.span))
            return True
        if sides:
            return False
    return False


def _mob(who: Actor) -> bool:
    """Whether somebody holds no prisoners: a state force itself, or nameless fighters and rioters."""
    return who.kind == "state_forces" or who.generic


def _take_own_men(doc: Document, draft: Draft) -> bool:
    """ "A drone unit dropped bombs", "the fighters stormed the post", in a side's own statement: its own men."""
    teller = _side(doc, draft) if not draft.chain else None
    if teller is None or is_passive(doc, draft.word):
        return False
    side, doers = actor(teller), [taking for taking in draft.takings if taking.role == "agent"]
    nouns = subjects(doc, draft.word)
    theirs = [taking for taking in doers if actor(taking.mention).id != side.id and _own(actor(taking.mention), side)]
    theirs = [taking for taking in theirs if not _foes_word(doc, taking.mention)]
    units = not draft.ids("agent", "party") and bool(nouns) and all(_a_unit(doc, noun) for noun in nouns)
    if not units and not (theirs and len(theirs) == len(doers)):
        return False
    draft.takings = [Taking("agent", teller, nouns[0] if nouns else draft.word), *_without(draft.takings, theirs)]
    draft.reasons.append(Reason("agent:gain", f"nameless fighters in a statement of {side.name}", teller.span))
    return True


def _without(takings: list[Taking], gone: list[Taking]) -> list[Taking]:
    return [taking for taking in takings if taking not in gone]


def _foes_word(doc: Document, mention: Mention) -> bool:
    """ "The group, which …", "the gang", "the bandits": a side that speaks does not call its own men so."""
    head = doc.word_of(mention)
    if head is None or doc.token(head).upos == "PRON":
        return True
    told = labels().words.get(doc.lemma(head), labels().words.get(doc.text(head)))
    return doc.lemma(head) in word_set("no_units") or (told is not None and doc.lemma(head) not in labels().praise)


def _a_unit(doc: Document, noun: Word) -> bool:
    """Whether a noun stands for troops whom nothing beside it calls anybody's."""
    return doc.lemma(noun) in ontology().classes["troops"] and not doc.headed(noun, "actor", "person")


def _side(doc: Document, draft: Draft, *, police: bool = False) -> Mention | None:
    """The armed side that tells it: the innermost voice, the body that it speaks for, or the page's own maker."""
    if not draft.chain:
        own = [m for m in doc.mentions if any(reason.rule in _MADE for reason in m.reasons)]
        return own[0] if own and _fights(own[0].value) else None
    told = [m for m in doc.mentions if isinstance(m.value, Actor) and m.value.id == draft.chain[-1].actor_id]
    if not told:
        return None
    body = actor(told[0])
    if body.kind == "person":
        named = Speakers(doc).speaks_for(body, closed_classes().officers)
        known = [actor(m) for m in doc.mentions if isinstance(m.value, Actor)]
        found = [named] if named is not None else [who for who in known if who.id == body.affiliation]
        body = found[0] if found else _body_of(body) or body
    army = _army_of(body)
    body = army or body
    if police and body.kind == "state_forces" and "police" in body.name.lower():
        return structs.replace(told[0], value=body)  # of no land known: still those who arrest
    return structs.replace(told[0], value=body) if _fights(body) else None


def _body_of(speaker: Actor) -> Actor | None:
    """Whose "army spokesman" or "police spokeswoman" it is, where the page names only the office."""
    before, _, office = speaker.name.rpartition(" ")
    if not speaker.generic or office not in closed_classes().officers | folk().insiders:
        return None
    if before.endswith("police"):
        return Actor(f"police-of:{speaker.country or 'XX'}", before, "state_forces", speaker.country, generic=True)
    entry = register().actors.get(speaker.affiliation or "")
    return None if entry is None or entry.kind == "state" else entry.actor(None)


def _army_of(who: Actor) -> Actor | None:
    """A ministry of defence speaks for the forces."""
    country = register().tables.countries.get(who.country or "")
    if country is None or not who.id.startswith("ministry:") or not who.id.endswith(("defence", "defense")):
        return None
    entry = register().actors.get(country.forces)
    return None if entry is None else entry.actor(None)


def _toll_of(draft: Draft, drafts: list[Draft], side: Actor) -> bool:
    """Whether the side's own deed stands right before: then its dead are that deed's, no deed of their own."""
    return draft.type in _KILLED and any(
        other.ids("agent", "party") & {side.id}
        and 0 <= draft.word.sentence - other.word.sentence <= NEAR
        and not _elsewhere(draft, other)
        for other in drafts
        if other is not draft and other.type in FORCE and other.word < draft.word
    )


def _elsewhere(draft: Draft, other: Draft) -> bool:
    """Whether a deed has a place of its own that is none of the other's."""
    own = {place.name for place, _ in draft.places} if not draft.place_inherited else set()
    return bool(own) and bool(other.places) and not own & {place.name for place, _ in other.places}


def _fights(who: object) -> bool:
    return isinstance(who, Actor) and who.kind in ARMED_OR_STATE and not who.generic and not who.id.startswith(NAMELESS)


def _gained(doc: Document, draft: Draft, side: Actor) -> bool:
    hit = [actor(taking.mention) for taking in draft.takings]
    if any(_own(who, side) for who in hit) or not _bare(doc, draft):
        return False
    foes = bool(hit) and all(_foe(who, side, draft) for who in hit)
    if draft.type in _WON:
        return foes or (not hit and any(doc.lemma(word) in arms().winning_back for word in draft.words))
    if draft.type == "arrest":
        return side.kind in GOVERNMENT and all(who.kind not in GOVERNMENT for who in hit)
    if draft.type in RAIDED:
        return foes or not hit
    return foes


def _hits_foes(draft: Draft, side: Actor) -> bool:
    hit = [actor(taking.mention) for taking in draft.takings]
    return bool(hit) and all(_foe(who, side, draft) and not _own(who, side) for who in hit)


def _own(who: Actor, side: Actor) -> bool:
    """Whether somebody is of the side itself: its state's, or one of the nameless fighters that are its own."""
    if who.id == side.id or side.id in (who.affiliation, who.id.split(":")[-1]):
        return True
    if who.kind in GOVERNMENT and side.kind in GOVERNMENT:
        return who.country == side.country
    return who.generic and who.kind == "rebel_group" and side.kind == "rebel_group"


def _foe(who: Actor, side: Actor, draft: Draft) -> bool:
    """Whether he bears arms, or is a state, on another side; soldiers of a third state may be allies who died."""
    if who.id.startswith(_ENEMY):
        return True
    led = register().actors.get(who.affiliation or "") if who.kind == "person" else None
    if led is not None and led.kind in ARMED:
        return led.id != side.id  # "three commanders of the group"
    if who.id.startswith(NAMELESS):
        return side.kind in GOVERNMENT
    foreign = who.kind in STATELY and side.kind in STATELY
    return who.kind in ARMED_OR_STATE and not (foreign and draft.type in _KILLED)


def _bare(doc: Document, draft: Draft) -> bool:
    """Whether a passive tells it, with no cause or doer beside it that is not merely unknown to us."""
    passive = [word for word in draft.words if doc.token(word).upos == "VERB" and is_passive(doc, word)]
    own = not draft.chain
    return bool(passive) and not any(_caused(doc, kid, own=own) for word in passive for kid in doc.kids(word, "obl"))


def _caused(doc: Document, noun: Word, *, own: bool) -> bool:
    """ "By a mine", "in clashes between clans", "in an air strike": told of otherwise than by his side's hand.

    In a side's own statement (`own`) a bare weapon is its own: "three soldiers were killed by a mine".
    """
    means = ontology().means
    remote = any(doc.lemma(noun) in means[kind] for kind in ("explosion", "air_strike", "shelling"))
    between = any(_OTHERS & set(doc.cases(kid)) for kid in doc.kids(noun, "nmod"))
    return between or (remote and not own) or ("by" in doc.cases(noun) and not (own and remote))
