"""Whose deed it was by what is said behind it: "claimed responsibility", "said its fighters did it", "blamed X".

In: the joined drafts of a page in reading order. The claimant becomes the doer, as claimed, of the deed told last that
has no doer or only nameless ones ("gunmen"); so does the one who is blamed for it. Refuses what is denied, deeds with a
doer of their own, and deeds that several claim or are blamed for: a wrong culprit is worse than none.
"""

from dataclasses import dataclass

from crossreport.coding.joining.claiming import CLAIM_REACH
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.families import FORCE, kin
from crossreport.coding.phrases.arguments import by_phrase, is_passive, subjects
from crossreport.coding.phrases.nouns import NAMELESS, actor, actors_of
from crossreport.coding.roles.behind import done_by_others
from crossreport.coding.roles.blaming import laid_at
from crossreport.coding.status.negation import negated
from crossreport.coding.voices.own_name import spoken_for
from crossreport.model import Actor, Mention, Reason, Role
from crossreport.model.kinds import ARMED_GROUPS, ARMED_OR_STATE
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.speech import speech
from crossreport.words.events import ontology, triggers
from crossreport.words.function_words import SUBJECTS
from crossreport.words.reporting import reporting

BLAME_REACH = 1  # sentences between a deed and the blame for it
_CLAIM = "statement_confession_claim"
_CLAIMABLE = FORCE | {"abduction", "looting_destruction", "execution", "weapons_seized_or_destroyed"}
_NOBODY = (NAMELESS, "described:", "armed-group:")
_THIS = frozenset({"it", "this", "that", "so", "them", "those"})


@dataclass(frozen=True)
class _Claim:
    """`who` owns up to a deed, or is blamed for it, at `word`; `deed` is the noun for it, if there is one."""

    word: Word
    who: Mention
    deed: Word | None
    blamed: bool


def take_claimed_doers(doc: Document, ordered: list[Draft]) -> list[Draft]:
    """The drafts with claimed doers, without the accusations that only tell whose deed another one is."""
    _for_their_sides(doc, ordered)
    claims = [*_of_drafts(doc, ordered), *_said(doc), *_blamed(doc), *_sent(doc)]
    by_deed: dict[int, list[_Claim]] = {}
    for claim in sorted(claims, key=lambda each: (each.blamed, each.word)):
        deed = _deed_of(doc, claim, ordered)
        if deed is not None and not deed.ids() & {actor(claim.who).id}:
            by_deed.setdefault(id(deed), []).append(claim)
    used: set[Word] = set()
    for deed in ordered:
        found = by_deed.get(id(deed), [])
        owned = [claim for claim in found if not claim.blamed] or found
        if owned and len({actor(claim.who).id for claim in owned}) == 1:
            _give(doc, deed, owned[0])
            used |= {claim.word for claim in owned if claim.blamed}
    return [draft for draft in ordered if draft.type != "statement_accusation" or draft.word not in used]


def _for_their_sides(doc: Document, ordered: list[Draft]) -> None:
    """ "The group's spokesman accepted responsibility for the blast": the group owns up to it and did it, not he."""
    owning = {id_ for draft in ordered if draft.type == _CLAIM for id_ in draft.ids("agent", "speaker")}
    for draft in ordered:
        for_side = draft.type == _CLAIM or draft.type in _CLAIMABLE
        draft.takings = [
            _for_his_side(doc, taking)
            if for_side and (draft.type == _CLAIM or _only_speaks(taking, owning))
            else taking
            for taking in draft.takings
        ]


def _only_speaks(taking: Taking, owning: set[str]) -> bool:
    """Whether a deed's doer is who owned up to it, or a spokesman: he told of it in his side's name."""
    who = actor(taking.mention)
    return taking.role == "agent" and (who.id in owning or who.name.split()[-1] in speech().spokesmen)


def _for_his_side(doc: Document, taking: Taking) -> Taking:
    who = actor(taking.mention)
    single = who.kind == "person" or (who.kind == "other" and who.id.startswith("minted:"))
    if taking.role not in ("agent", "speaker") or not single:
        return taking
    sides = [mention for mention in spoken_for(doc, who) if _a_side(mention)]
    return Taking(taking.role, sides[0], taking.noun) if sides else taking


def _of_drafts(doc: Document, ordered: list[Draft]) -> list[_Claim]:
    """ "The group claimed responsibility": claims that are recorded for themselves."""
    found = []
    for draft in ordered:
        doers = [taking for taking in draft.takings if taking.role in ("agent", "speaker")]
        named = [taking for taking in doers if _may_own_up(taking.mention)]
        sure = draft.status == "happened" and not any(_doubted(doc, kid) for kid in doc.kids(draft.word, "ccomp"))
        if draft.type == _CLAIM and sure and len(doers) == len(named) == 1:
            found.append(_Claim(draft.word, named[0].mention, _deed_noun(doc, draft.word), False))
    return found


def _said(doc: Document) -> list[_Claim]:
    """ "The group said its fighters had done it", "said they were responsible": claims that no type of deed tells."""
    found = []
    for verb in doc.words():
        if doc.token(verb).upos != "VERB" or doc.lemma(verb) not in reporting().final or negated(doc, verb):
            continue
        for clause in doc.kids(verb, "ccomp"):
            sides = [mention for noun in subjects(doc, verb) for mention in actors_of(doc, noun)]
            if len(sides) == 1 and _may_own_up(sides[0]) and _owns_up(doc, clause, sides[0]):
                found.append(_Claim(verb, sides[0], _deed_noun(doc, clause), False))
    return found


def _owns_up(doc: Document, clause: Word, side: Mention) -> bool:
    """Whether a clause tells that its subject, the side itself or its men, has done what was told before."""
    own = doc.kids(clause, "nsubj")
    if len(own) != 1 or negated(doc, clause) or doc.kids(clause, "aux:pass") or _doubted(doc, clause):
        return False
    himself = doc.text(own[0]) in SUBJECTS or any(actor(m).id == actor(side).id for m in actors_of(doc, own[0]))
    if not himself:
        return False
    if doc.lemma(clause) == "responsible" or doc.text(clause) == "behind":
        return True
    told = [noun for noun in doc.kids(clause, "obj") if doc.text(noun) in _THIS or _definite(doc, noun)]
    return bool(told) and (doc.lemma(clause) == "do" or doc.lemma(clause) in course().carried_out)


def _doubted(doc: Document, clause: Word) -> bool:
    """ "Would do it", "may be responsible"."""
    cues = reporting().status["hypothetical"].auxiliaries | reporting().status["planned"].auxiliaries
    return any(doc.text(kid) in cues for kid in doc.kids(clause, "aux"))


def _blamed(doc: Document) -> list[_Claim]:
    """ "Authorities blamed the group", "held it responsible", "it was behind the attack": of a deed, no quarrel."""
    found = []
    for word, whom, deeds in laid_at(doc):
        sides = [mention for noun in whom for mention in actors_of(doc, noun)]
        deed = deeds[0] if deeds else None
        known = deed is None or doc.text(deed) in _THIS or _definite(doc, deed) or _told_with(doc, deed)
        if known and len(sides) == 1 and _a_side(sides[0]) and not done_by_others(doc, word):
            found.append(_Claim(word, sides[0], deed, True))
    return found


def _sent(doc: Document) -> list[_Claim]:
    """ "The shells were fired by X", "they were dropped by X's jet", behind "shells fell": whose the arms were."""
    found = []
    weapons = frozenset().union(*ontology().means.values())
    for verb in doc.words():
        if (
            doc.lemma(verb) not in arms().sending
            or not is_passive(doc, verb)
            or negated(doc, verb)
            or _doubted(doc, verb)
        ):
            continue
        things = doc.kids(verb, "nsubj")
        before = len(things) == 1 and (doc.text(things[0]) in SUBJECTS or _again(doc, things[0], weapons))
        sides = [mention for noun in by_phrase(doc, verb) for mention in actors_of(doc, noun)]
        if before and len(sides) == 1 and _a_side(sides[0]):
            found.append(_Claim(verb, sides[0], None, True))
    return found


def _again(doc: Document, noun: Word, weapons: frozenset[str]) -> bool:
    """ "The shells", "the device": arms that were told of before."""
    the = doc.definite(noun, "both")
    return the and doc.lemma(noun) in weapons


def _a_side(mention: Mention) -> bool:
    """Whether a mention is a force or a state that can own up to a deed, not one of its nameless members."""
    who = actor(mention)
    return who.kind in ARMED_OR_STATE and not who.id.startswith(_NOBODY)


def _may_own_up(mention: Mention) -> bool:
    """… or somebody whom only the page names, of whom it says no more than that he did it."""
    return _a_side(mention) or (actor(mention).kind == "other" and actor(mention).id.startswith("minted:"))


def _definite(doc: Document, noun: Word) -> bool:
    """ "The attack", "this bombing", of which the page has told."""
    deed = ("noun", doc.lemma(noun)) in triggers() or doc.lemma(noun) in speech().deeds
    return deed and doc.definite(noun, "both")


def _told_with(doc: Document, noun: Word) -> bool:
    """ "A bomb that wounded four is thought to be their work": the deed stands in the noun's own clause."""
    return bool(doc.kids(noun, "acl:relcl", "acl"))


def _deed_noun(doc: Document, word: Word) -> Word | None:
    """The deed in "claimed the bombing", "responsibility for the abduction", if a noun names one."""
    nouns = [kid for kid in doc.kids(word, "obj", "obl") if doc.token(kid).upos == "NOUN"]
    nouns += [kid for noun in nouns for kid in doc.kids(noun, "nmod") if "for" in doc.cases(kid)]
    return next((noun for noun in nouns if ("noun", doc.lemma(noun)) in triggers()), None)


def _deed_of(doc: Document, claim: _Claim, ordered: list[Draft]) -> Draft | None:
    """The deed told last before a claim, if it can be the one and nobody is named as its doer."""
    reach = BLAME_REACH if claim.blamed else CLAIM_REACH
    told = [
        (max(word for word in draft.words if word < claim.word), draft)
        for draft in ordered
        if draft.type in _CLAIMABLE and any(word < claim.word for word in draft.words)
    ]
    near = [each for each in told if claim.word.sentence - each[0].sentence <= reach]
    near.sort(key=lambda each: each[0], reverse=True)
    named = None if claim.deed is None else next((each for _, each in near if _is_called(doc, claim.deed, each)), None)
    same = [draft for draft in ordered if draft.word.sentence == claim.word.sentence and draft.word > claim.word]
    if not near or (named is None and any(draft.type in _CLAIMABLE for draft in same)):
        return None  # who claims tells what he claims in the same breath
    deed = named or near[0][1]
    fits = claim.deed is None or _may_name(doc, claim.deed, deed)
    open_ = deed.status in ("happened", "alleged") and _nameless(deed, actor(claim.who))
    return deed if fits and open_ else None


def _is_called(doc: Document, noun: Word, deed: Draft) -> bool:
    """ "The ambush", "the abduction": the deed of that very type, told of before, not another one told since."""
    lemma = doc.lemma(noun)
    types = {trigger.type for trigger in triggers().get(("noun", lemma), ())}
    return lemma not in speech().deeds and doc.text(noun) not in _THIS and deed.type in types


def _may_name(doc: Document, noun: Word, deed: Draft) -> bool:
    lemma = doc.lemma(noun)
    types = {trigger.type for trigger in triggers().get(("noun", lemma), ())}
    if set(deed.words) & set(doc.subtree(noun)):
        return True
    return lemma in speech().deeds or doc.text(noun) in _THIS or any(kin(type_, deed.type) for type_ in types)


def _nameless(deed: Draft, who: Actor) -> bool:
    """Whether nobody is told as its doer, or only gunmen, attackers, a bomber; or rebels, of whom a group can be."""
    doers = [actor(taking.mention) for taking in deed.takings if taking.role in ("agent", "party")]
    group = who.kind in ARMED_GROUPS and not who.generic
    return all(one.id.startswith(_NOBODY) or (group and one.generic and one.kind in ARMED_GROUPS) for one in doers)


def _give(doc: Document, deed: Draft, claim: _Claim) -> None:
    kept = [taking for taking in deed.takings if taking.role not in ("agent", "party")]
    role: Role = "party" if ontology().types[deed.type].scheme == "parties" and not kept else "agent"
    deed.takings = [Taking(role, claim.who, claim.word), *kept]
    says = "is blamed for it" if claim.blamed else "says that it was its deed"
    deed.reasons.append(Reason("agent:claimed", f"{actor(claim.who).name} {says}", doc.span([claim.word])))
