"""Who "the two sides" are: those that met in the fight or the talks told before.

"The army and M23 clashed near Sake. Fighting between the two sides also broke out in Kitchanga." In: the drafts of a
page in reading order; the two go into their takings, with a reason. Refuses where the page has told of several pairs
and the nearest stands far off; such words name nobody then.
"""

from collections.abc import Sequence

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.phrases.arguments import obliques, subjects
from crossreport.coding.phrases.capacity import DEEDS
from crossreport.coding.phrases.nouns import actor
from crossreport.coding.phrases.pairs import calls_both
from crossreport.coding.settings.shared import inherited
from crossreport.model import Role
from crossreport.model.kinds import ARMED_OR_STATE, SIDES
from crossreport.words.classes.folk import folk

NEAR = 3  # sentences behind a fight in which "the two sides" are those that fought it
_BY_BOTH = frozenset({"ceasefire_halt", "prisoner_exchange_release"})  # … of which both sides are doers
_JOINING = ("between", "among", "by", "of", "involving", "from")


def name_the_two(doc: Document, drafts: Sequence[Draft]) -> None:
    """Give what "the two sides" did the two that the page told of before."""
    for index, draft in enumerate(drafts):
        role: Role = "target" if draft.scheme == "speaker" else "party"
        if draft.scheme not in ("parties", "speaker") and draft.type not in _BY_BOTH:
            continue
        nouns = _addressed(doc, draft) if role == "target" else _pair_nouns(doc, draft)
        if not nouns:
            continue
        others = [taking for taking in draft.takings if taking.noun not in nouns]
        if role == "party":  # "300 people were killed in a battle between the two sides"
            others = [taking for taking in others if actor(taking.mention).kind != "civilians"]
        if any(taking.role == role for taking in others):
            continue
        pair = _pair_before(draft, drafts[:index])
        says_nothing = {noun for noun in nouns if doc.lemma(noun) in folk().sides}
        if pair:
            draft.takings = others
            _take_over(draft, pair, role)
        elif draft.scheme == "parties":
            draft.takings = [taking for taking in draft.takings if taking.noun not in says_nothing]


def _pair_nouns(doc: Document, draft: Draft) -> set[Word]:
    """Nouns beside the words of the fight that call its sides two without a name."""
    verb = doc.parent(draft.word) if doc.rel(draft.word) in ("nsubj", "nsubj:pass") else None  # "took place between"
    words = [draft.word, *([verb] if verb is not None else [])]
    beside = [noun for word in words for noun in obliques(doc, word, *_JOINING)]
    beside += subjects(doc, draft.word)
    return {noun for noun in beside if calls_both(doc, noun)}


def _addressed(doc: Document, draft: Draft) -> set[Word]:
    """ "Urged both sides", "called on all parties", "an appeal to the two sides"."""
    word = draft.word
    nouns = [*doc.kids(word, "obj", "iobj"), *obliques(doc, word, "on", "upon", "to")]
    nouns += [noun for kid in doc.kids(word, "obj") for noun in obliques(doc, kid, "to")]
    return {noun for noun in nouns if calls_both(doc, noun)}


def _pair_before(draft: Draft, before: Sequence[Draft]) -> list[Taking]:
    """The two sides of the nearest draft that has two; of one farther off only if the page tells of no other pair."""
    pairs = [(other, pair) for other in before if (pair := _two(other))]
    if not pairs:
        return _who_did_harm(before)
    names = {frozenset(actor(taking.mention).id for taking in pair) for _, pair in pairs}
    last, pair = pairs[-1]
    near = draft.word.sentence - last.word.sentence <= NEAR
    return pair if near or len(names) == 1 else []


def _who_did_harm(before: Sequence[Draft]) -> list[Taking]:
    """The two forces that the page has told of as doers, each of deeds of its own, if it has told of no third."""
    found = {
        actor(taking.mention).id: taking
        for draft in reversed(before)
        for taking in reversed(draft.takings)
        if draft.type in DEEDS and taking.role in ("agent", "party") and actor(taking.mention).kind != "civilians"
    }
    fighting = len(found) == 2 and all(actor(taking.mention).kind in ARMED_OR_STATE for taking in found.values())
    return sorted(found.values(), key=lambda taking: taking.noun) if fighting else []


def _two(draft: Draft) -> list[Taking]:
    fighting = ("party",) if draft.scheme == "parties" else ("agent", "target")
    found = {
        actor(taking.mention).id: taking
        for taking in reversed(draft.takings)
        if taking.role in fighting and actor(taking.mention).kind in SIDES
    }
    return sorted(found.values(), key=lambda taking: taking.noun) if len(found) == 2 else []


def _take_over(draft: Draft, pair: list[Taking], role: Role) -> None:
    known = draft.ids()
    told = [Taking(role, taking.mention, taking.noun) for taking in pair if actor(taking.mention).id not in known]
    draft.takings = [*draft.takings, *told] if role == "target" else [*told, *draft.takings]
    for taking in told:
        draft.reasons.append(inherited(role, "the two sides told of before", taking.mention))
