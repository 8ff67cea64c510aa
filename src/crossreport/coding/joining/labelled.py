"""Sentences of a list that name a role before a colon: "Perpetrator: gunmen.", "Victims: two men.", "Source: a nurse."

In: the drafts of a page. Out: the same, with the doer, the target and the voice that such a sentence of their paragraph
or item gives, where their own words give none.
"""

from collections.abc import Iterator

from crossreport.coding.joining.merging import merge
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.nouns import actors_of
from crossreport.coding.voices.speakers import NOMINAL, Speakers
from crossreport.model import Reason, Role
from crossreport.words.columns import label_kind

_MOST = 3  # tokens of a label


def take_labelled(doc: Document, drafts: list[Draft]) -> None:
    """Gives each labelled role to the happening told last before it in its paragraph or item, else the next in it."""
    for s in range(len(doc.sentences)):
        label = label_of(doc, s)
        kind = label_kind(label) if label else None
        draft = _told_here(doc, drafts, s) if kind in _TAKEN else None
        if draft is None or draft.scheme == "speaker":
            continue
        if kind == "toll":
            _take_toll(drafts, draft, s)
            continue
        behind = doc.words_of(s)[_colon(doc, s) + 1 :]
        if kind == "source":
            _take_voice(doc, draft, behind, label)
        else:
            _take_role(doc, draft, behind, "agent" if kind == "agent" else "target", label)


def label_of(doc: Document, s: int) -> str:
    """What stands before the colon of a sentence that opens with a label; else nothing."""
    at = _colon(doc, s)
    return " ".join(doc.text(word) for word in doc.words_of(s)[:at]) if 0 < at <= _MOST else ""


def _colon(doc: Document, s: int) -> int:
    return next((n for n, word in enumerate(doc.words_of(s)[: _MOST + 1]) if doc.text(word) == ":"), 0)


_TAKEN = ("agent", "target", "source", "toll")


def _take_toll(drafts: list[Draft], into: Draft, s: int) -> None:
    """ "Casualties: 5 killed" in a form counts the dead of what the form tells."""
    for draft in [each for each in drafts if each.word.sentence == s and each.toll_only]:
        merge(into, draft)
        drafts.remove(draft)


def _told_here(doc: Document, drafts: list[Draft], s: int) -> Draft | None:
    """What the paragraph or item tells; "Killed: 5" tells no happening of its own."""
    here = doc.sentences[s].block
    blocks = {here} | {block for block, item in doc.items.items() if item == doc.items.get(here)}
    form = any(one.labelled for one in doc.headings.values())
    if form:
        blocks = set(range(len(doc.page.blocks)))
    told = [
        draft
        for draft in drafts
        if doc.sentences[draft.word.sentence].block in blocks and not _counts(doc, draft.word.sentence)
    ]
    told = [draft for draft in told if draft.type in FORCE] or told if form else told  # not who fled from it
    before = [draft for draft in told if draft.word.sentence < s]
    return max(before, key=lambda draft: draft.word, default=min(told, key=lambda draft: draft.word, default=None))


def _counts(doc: Document, s: int) -> bool:
    """Whether a sentence stands behind a label that tells no happening: "Killed: 5", but "Details: the men fired"."""
    label = label_of(doc, s)
    return bool(label) and label_kind(label) != "told"


def _take_role(doc: Document, draft: Draft, words: list[Word], role: Role, label: str) -> None:
    if any(taking.role in (role, "party") for taking in draft.takings):
        return
    found = list(_named(doc, words, role))
    draft.takings += found
    draft.reasons += [Reason("labelled", f"the list names it under “{label}”", taking.mention.span) for taking in found]


def _named(doc: Document, words: list[Word], role: Role) -> Iterator[Taking]:
    seen = set()
    for word in words:
        for mention in actors_of(doc, word):
            if mention.id not in seen:
                seen.add(mention.id)
                yield Taking(role, mention, word)


def _take_voice(doc: Document, draft: Draft, words: list[Word], label: str) -> None:
    nouns = [word for word in words if doc.token(word).upos in NOMINAL and doc.parent(word) not in words]
    if draft.chain or not nouns:
        return
    draft.chain = Speakers(doc).chain_of(nouns[0], label, None, says=True)
