"""Who "the two sides" are: those that met in the fight or the talks told before.

"The army and M23 clashed near Sake. Fighting between the two sides also broke out in Kitchanga." In: the drafts of a
page in reading order; the two go into their takings, with a reason. Refuses where the page has told of several pairs
and the nearest stands far off; such words name nobody then.
"""

from collections.abc import Sequence

from crossreport.coding.arguments import obliques, subjects
from crossreport.coding.capacity import SIDES
from crossreport.coding.document import Document, Word
from crossreport.coding.draft import Draft, Taking
from crossreport.coding.nouns import actor
from crossreport.coding.settings import inherited

NEAR = 3  # sentences behind a fight in which "the two sides" are those that fought it
_PAIR = frozenset(
    {"army", "camp", "community", "country", "enemy", "faction", "foe", "force", "government", "group", "military"}
    | {"militia", "movement", "neighbor", "neighbour", "party", "belligerent", "clan", "rival", "side", "tribe"}
)
_BARE = frozenset({"side", "party", "camp", "rival", "enemy", "foe", "belligerent"})  # names of nobody
_BOTH = frozenset({"two", "both", "warring", "rival", "opposing", "2"})
_JOINING = ("between", "among", "by", "of", "involving", "from")


def name_the_two(doc: Document, drafts: Sequence[Draft]) -> None:
    """Give what "the two sides" did the two that the page told of before."""
    for index, draft in enumerate(drafts):
        if draft.scheme != "parties":
            continue
        nouns = _pair_nouns(doc, draft)
        if not nouns:
            continue
        others = [taking for taking in draft.takings if taking.noun not in nouns]
        if any(taking.role == "party" for taking in others):
            continue
        pair = _pair_before(draft, drafts[:index])
        says_nothing = {noun for noun in nouns if doc.lemma(noun) in _BARE}
        if pair:
            draft.takings = others
            _take_over(draft, pair)
        else:
            draft.takings = [taking for taking in draft.takings if taking.noun not in says_nothing]


def _pair_nouns(doc: Document, draft: Draft) -> set[Word]:
    """Nouns beside the words of the fight that call its sides two without a name."""
    verb = doc.parent(draft.word) if doc.rel(draft.word) in ("nsubj", "nsubj:pass") else None  # "took place between"
    words = [draft.word, *([verb] if verb is not None else [])]
    beside = [noun for word in words for noun in obliques(doc, word, *_JOINING)]
    beside += subjects(doc, draft.word)
    return {noun for noun in beside if doc.lemma(noun) in _PAIR and _counted(doc, noun)}


def _counted(doc: Document, noun: Word) -> bool:
    kids = doc.kids(noun, "nummod", "det", "det:predet", "amod", "cc:preconj")
    whose = any({"of", "from"} & set(doc.cases(kid)) for kid in doc.kids(noun, "nmod"))
    unnamed = not whose and not doc.kids(noun, "compound", "acl", "acl:relcl", "conj")
    return unnamed and any(doc.text(kid) in _BOTH for kid in kids)


def _pair_before(draft: Draft, before: Sequence[Draft]) -> list[Taking]:
    """The two sides of the nearest draft that has two; of one farther off only if the page tells of no other pair."""
    pairs = [(other, pair) for other in before if (pair := _two(other))]
    if not pairs:
        return []
    names = {frozenset(actor(taking.mention).id for taking in pair) for _, pair in pairs}
    last, pair = pairs[-1]
    near = draft.word.sentence - last.word.sentence <= NEAR
    return pair if near or len(names) == 1 else []


def _two(draft: Draft) -> list[Taking]:
    fighting = ("party",) if draft.scheme == "parties" else ("agent", "target")
    found = {
        actor(taking.mention).id: taking
        for taking in reversed(draft.takings)
        if taking.role in fighting and actor(taking.mention).kind in SIDES - {"civilians"}
    }
    return sorted(found.values(), key=lambda taking: taking.noun) if len(found) == 2 else []


def _take_over(draft: Draft, pair: list[Taking]) -> None:
    draft.takings = [*(Taking("party", taking.mention, taking.noun) for taking in pair), *draft.takings]
    for taking in pair:
        draft.reasons.append(inherited("party", "the two sides told of before", taking.mention))
