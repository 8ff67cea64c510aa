"""Whose fight it was that is told beside a deed of one side on another: "X shelled Y's posts as fighting raged there".

In: the joined drafts of a page in reading order. Out: the same; a fight of which the page names no side, or one, has
the two of the deed in its sentence or right before it. Refuses where the fight has a place or day of its own, where a
third force is named between the two, and fights that are told as another one ("clashes also broke out").
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.nouns import NAMELESS, actor
from crossreport.coding.settings.shared import block_of, inherited
from crossreport.model import Actor
from crossreport.model.kinds import ARMED_OR_STATE
from crossreport.model.statuses import DONE
from crossreport.words.classes.course import course

_BACK = 1  # sentences back; set on probe pages of own writing
_FIGHT = "armed_clash"


def name_fighters(doc: Document, ordered: list[Draft]) -> None:
    """Give fights without both sides the two that the deed beside them tells of."""
    for draft in ordered:
        if draft.type != _FIGHT or draft.status not in DONE or len(draft.ids("party")) > 1:
            continue
        beside = _beside(doc, draft, ordered)
        pair = _two(beside) if beside is not None else []
        known = draft.ids()
        if beside is None or not pair or (known and not known <= {actor(each.mention).id for each in pair}):
            continue
        if _told_as_another(doc, draft) or not _there(draft, beside) or _third(doc, draft, beside):
            continue
        draft.takings = [Taking("party", each.mention, each.noun) for each in pair]
        draft.reasons += [inherited("party", f"{beside.span.quote!r} beside it", each.mention) for each in pair]


def _beside(doc: Document, draft: Draft, ordered: list[Draft]) -> Draft | None:
    """The deed told last before the fight, in its sentence or the one before."""
    here = draft.word
    told = [
        (max(word for word in other.words if word < here), other)
        for other in ordered
        if other is not draft and other.type in FORCE and any(word < here for word in other.words)
    ]
    near = [(word, other) for word, other in told if 0 <= here.sentence - word.sentence <= _BACK]
    near = [(word, other) for word, other in near if block_of(doc, word) == block_of(doc, here)]
    return max(near, key=lambda each: each[0])[1] if near else None


def _two(deed: Draft) -> list[Taking]:
    """A named force that did it and the one to whom it was done."""
    if deed.status not in DONE:
        return []
    pair = []
    for roles in (("agent",), ("target",)):
        found = {actor(each.mention).id: each for each in deed.takings if each.role in roles}
        if len(found) != 1:
            return []
        pair += list(found.values())
    whos = [actor(each.mention) for each in pair]
    fighting = all(who.kind in ARMED_OR_STATE and not who.id.startswith(NAMELESS) for who in whos)
    return pair if fighting and whos[0].id != whos[1].id else []


def _told_as_another(doc: Document, draft: Draft) -> bool:
    head = doc.parent(draft.word)
    words = [draft.word, *([head] if head is not None else [])]
    return any(doc.text(kid) in course().another for word in words for kid in doc.kids(word, "advmod", "amod", "det"))


def _there(draft: Draft, deed: Draft) -> bool:
    """Whether the fight has no place but the deed's."""
    names = {place.name for place, _ in draft.places}
    return draft.place_inherited or not names or bool(names & {place.name for place, _ in deed.places})


def _third(doc: Document, draft: Draft, deed: Draft) -> bool:
    """Whether another force is named in the sentences of the two."""
    sentences = {draft.word.sentence, max(word for word in deed.words if word < draft.word).sentence}
    known = deed.ids() | draft.ids()
    return any(
        isinstance(mention.value, Actor) and mention.value.kind in ARMED_OR_STATE and mention.value.id not in known
        for mention in doc.mentions
        if (head := doc.word_of(mention)) is not None and head.sentence in sentences and _fights(doc, head, draft)
    )


def _fights(doc: Document, head: Word, draft: Draft) -> bool:
    """Whether who is named there may take part: not the voices of the two, which only tell of them."""
    return not any(voice.span.start <= doc.token(head).start < voice.span.end for voice in draft.chain)
