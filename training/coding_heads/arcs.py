"""The head that reads two words: does a noun name the doer, or the target, of what a trigger tells?

Learned from the marks of our own corpus; the nouns of the trigger's sentence are the candidates.
"""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from msgspec import Struct

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.roles.described import takers
from crossreport.model import Role
from crossreport.words.events import Scheme
from training.choosing_features import DOERS, TARGETS
from training.coding_heads.fit import Rows, multiplied, rated
from training.coding_heads.pages import Floats, Told

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
SIDES: dict[str, tuple[frozenset[str], tuple[str, ...], Role]] = {
    "doer": (DOERS, ("agent", "party"), "agent"),
    "target": (TARGETS | {"party"}, ("target", "party"), "target"),
}
MARGINS = (0.1, 0.2, 0.3, 0.4)
FILLS = (0.5, 0.6, 0.7, 0.8)


class Arc(Struct, frozen=True):
    """A noun beside a trigger: which choice it belongs to, whether the rules chose it, whether it names anybody."""

    choice: tuple[str, Word]
    rule: bool
    names: bool


def arcs(every: list[Told]) -> Iterator[str]:
    """What the head knows, and what replacing or filling by it would mend and break."""
    for side in SIDES:
        rows, found, firsts, seconds = Rows(), list[Arc](), list[Floats](), list[Floats]()
        for told in (each for each in every if each.corpus in ("corpus", "lists")):
            for draft in told.drafts:
                event = told.marked(draft.word, "cue")
                for noun in _nouns(told.doc, draft.word) if event is not None else ():
                    right = event is not None and _marked_so(told, noun, event, SIDES[side][1])
                    rows.add(beside(told.doc, draft, noun, side), np.zeros(0), told.fold, right=right)
                    firsts.append(told.state(draft.word))
                    seconds.append(told.state(noun))
                    found.append(_arc(told, draft, noun, side))
        rows.states = list(multiplied(firsts, seconds))
        chosen = np.array([arc.rule for arc in found])
        precise, recalled = rows.y[chosen].mean(), chosen[rows.y].mean()
        yield f"{side}, rules: {precise:.3f} of {chosen.sum()} arcs right, {recalled:.3f} of {rows.y.sum()} found"
        for way in ("hand", "states", "both"):
            p = rows.judged(way)
            yield f"{side}, {way}: {rated(rows.y, p)}; {_replacing(found, rows.y, p)}; {_filling(found, rows.y, p)}"


def _nouns(doc: Document, word: Word) -> Iterator[Word]:
    for other in doc.words_of(word.sentence):
        token = doc.token(other)
        if token.upos in NOUNS and other != word and not (token.upos == "PROPN" and token.rel in ("flat", "compound")):
            yield other


def _marked_so(told: Told, noun: Word, event: int, kinds: tuple[str, ...]) -> bool:
    start, parent = told.doc.token(noun).start, told.doc.parent(noun)
    above = told.doc.token(parent).start if parent is not None else -1
    spans = [(a, b) for i, kind, a, b in told.marks if i == event and kind in kinds]
    return any(a <= start < b and not a <= above < b for a, b in spans)


def _arc(told: Told, draft: Draft, noun: Word, side: str) -> Arc:
    roles, _, role = SIDES[side]
    given = {taking.noun for taking in draft.takings if taking.role in roles}
    return Arc((told.wanted.name, draft.word), noun in given, bool(takers(told.doc, noun, role, draft.scheme)))


def beside(doc: Document, draft: Draft, noun: Word, side: str) -> dict[str, float]:
    """What the tree and the words around say; never who is named."""
    token, word = doc.token(noun), draft.word
    hangs = doc.parent(noun) == word
    found = {f"rel {token.rel}": 1.0, f"upos {token.upos}": 1.0, f"type {draft.type}": 1.0, "hangs": float(hangs)}
    found |= {f"{doc.token(word).xpos} {token.rel}": float(hangs), "before": float(noun < word)}
    found["tokens"] = min(abs(noun.token - word.token), 25) / 25
    found["below"] = float(word in doc.path(noun))
    found["clause"] = float(doc.clause_root(noun) == doc.clause_root(word))
    scheme: Scheme = draft.scheme
    found["names"] = float(bool(takers(doc, noun, SIDES[side][2], scheme)))
    return found | {f"case {case}": 1.0 for step in doc.path(noun)[:3] for case in doc.cases(step)}


def _choices(found: list[Arc]) -> list[list[int]]:
    by: dict[tuple[str, Word], list[int]] = defaultdict(list)
    for i, arc in enumerate(found):
        by[arc.choice].append(i)
    return list(by.values())


def _replacing(found: list[Arc], y: Floats, p: Floats) -> str:
    """Another noun for the rules' where it is likelier by a margin."""
    says = []
    for margin in MARGINS:
        mended = broken = 0
        for choice in _choices(found):
            own = [i for i in choice if found[i].rule]
            other = max((i for i in choice if found[i].names and not found[i].rule), key=lambda i: p[i], default=None)
            if own and other is not None and p[other] - max(p[own]) >= margin:
                mended += bool(y[other] and not y[own].any())
                broken += bool(y[own].any() and not y[other])
        says.append(f"+{margin}: {mended} mended, {broken} broken")
    return "replacing " + "; ".join(says)


def _filling(found: list[Arc], y: Floats, p: Floats) -> str:
    """The likeliest noun where the rules have none."""
    empty = [choice for choice in _choices(found) if not any(found[i].rule for i in choice)]
    best = np.array([max((i for i in choice), key=lambda i: p[i]) for choice in empty])
    given = [(low, best[p[best] >= low]) for low in FILLS]
    return "filling " + "; ".join(f"p ≥ {low}: {y[chosen].sum()} of {len(chosen)} right" for low, chosen in given)
