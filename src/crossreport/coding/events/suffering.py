"""Who only suffers fighting, and whose flight is no displacement: what a draft's participants say of its type."""

from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.nouns import NAMELESS, actor, actors_of, holds_only
from crossreport.coding.phrases.others import people_before
from crossreport.model.kinds import ARMED
from crossreport.words.actor_nouns import labels
from crossreport.words.classes.folk import folk
from crossreport.words.classes.harm import harm
from crossreport.words.classes.motion import motion
from crossreport.words.events import ontology
from crossreport.words.families import REMOTE


def attackers_flee(doc: Document, draft: Draft) -> bool:
    """Whether only those who bear arms flee: "the attackers fled" ends an attack, nobody is driven from home.

    Nor by the flight of "the others" of those whose dead are counted.
    """
    if draft.type != "displacement_evacuation" or doc.lemma(draft.word) not in motion().escaping:
        return False
    fellows = [people_before(doc, kid) for kid in doc.kids(draft.word, "nsubj")]
    likes = [mention for each in fellows if each is not None for mention in actors_of(doc, each)]
    fled = [actor(mention) for mention in likes or [taking.mention for taking in draft.takings]]
    return bool(fled) and all(who.kind in ARMED or who.id.startswith(NAMELESS) for who in fled)


def holders_spared(doc: Document, drafts: list[Draft]) -> list[Draft]:
    """ "Shelling of the rebel-held town killed six residents": they were hit, whoever holds the town."""
    for draft in drafts:
        hit = [taking for taking in draft.takings if taking.role == "target"]
        if draft.type in REMOTE and any(actor(taking.mention).kind == "civilians" for taking in hit):
            draft.takings = [t for t in draft.takings if t.role != "target" or not holds_only(doc, t.noun)]
    return drafts


def own_dead(drafts: list[Draft]) -> list[Draft]:
    """ "The group stormed two camps; 13 terrorists were killed": the nameless fighters are its own, no other side."""
    for draft in drafts:
        did = [actor(taking.mention) for taking in draft.takings if taking.role in ("agent", "party")]
        named = {who.country for who in did if who.kind == "rebel_group" and not who.generic}
        if draft.type in FORCE and named:
            draft.takings = [t for t in draft.takings if t.role != "target" or not _called_names(t, named)]
    return drafts


def _called_names(taking: Taking, countries: set[str | None]) -> bool:
    """Whether a label stands for the fighters of a country's rebels: "terrorists"; "rebels" may be rivals."""
    who = actor(taking.mention)
    words = taking.mention.span.quote.lower().split()
    called = labels().words.get(words[-1]) == "militant" or folk().resistance & set(words)
    return bool(called) and who.id.startswith("armed-opposition:") and who.country in countries


def suffered(doc: Document, draft: Draft) -> None:
    """ "Civilians were wounded by gunfire": they have fought nobody; nor have those "trapped by the fighting"."""
    head = doc.parent(draft.word)
    if doc.rel(draft.word) == "obl" and head is not None and doc.lemma(head) in harm().trapped:
        draft.takings = []
        return
    kills = doc.rel(draft.word) == "nsubj" and head is not None and doc.lemma(head) in killing_verbs()
    if kills and doc.lemma(draft.word) not in ontology().classes["gunshots"]:
        draft.takings = [Taking("victim", t.mention, t.noun) for t in draft.takings]
        return  # "clashes killed four villagers": others fought
    draft.type = "attack_on_civilians"
    draft.scheme = ontology().types[draft.type].scheme
    draft.takings = [Taking("target", t.mention, t.noun) for t in draft.takings]


def killing_verbs() -> frozenset[str]:
    """The verbs that tell deaths or wounds."""
    tolls = ontology().tolls
    return frozenset(
        verb.split()[0]
        for measure in ("killed", "wounded")
        for verb in (*tolls[measure].verbs, *tolls[measure].patient)
    )
