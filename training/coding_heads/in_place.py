"""New triggers from the word head in the place of the rules' silence, scored through the whole coding room."""

from collections.abc import Iterator

import numpy as np
from msgspec import structs
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from crossreport.coding import coder
from crossreport.coding.events.triggers import Found, find_triggers
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_verb
from crossreport.words import events
from evals.ablation import put, without
from evals.convert import coding_of
from evals.fa_kes import Scores
from training.coding_heads.fit import STRENGTH
from training.coding_heads.pages import FOLDS, Told
from training.coding_heads.words import Judged

LOWS = (2.0, 0.75, 0.6)  # from which p a word is a trigger; none is at 2


def in_place(every: list[Told], judged: Judged) -> Iterator[str]:
    """Matched and strict F1 with words of no trigger's sentence that the head takes for one, by its type."""
    types = _types(every, judged)
    for low in LOWS:
        sums: dict[str, Scores] = {}
        for told in (each for each in every if each.marks):
            new = {w: types[name, w] for (name, w), p in judged.items() if name == told.wanted.name and p >= low}
            with without(put(find_triggers, lambda doc, new=new: _with(doc, new))):
                made = coder.code(told.doc.page, told.analysis, told.doc.mentions)
            sums.setdefault(told.corpus, Scores()).add(told.wanted.gold, coding_of(made))
        says = ", ".join(f"{name} {each.events.f1:.3f}/{each.strict.f1:.3f}" for name, each in sorted(sums.items()))
        yield f"{'rules alone' if low > 1 else f'p ≥ {low}'}: {says}"


def _with(doc: Document, new: dict[Word, str]) -> list[Found]:
    found = find_triggers(doc)
    full = {hit.word.sentence for hit in found}
    for word, type_ in new.items():
        if word.sentence not in full and type_ in events.ontology().types:
            trigger = events.triggers()["verb" if is_verb(doc, word) else "noun", "attack"][0]
            found.append(Found(word, type_, structs.replace(trigger, type=type_, means=False)))
    return sorted(found, key=lambda hit: hit.word)


def _types(every: list[Told], judged: Judged) -> dict[tuple[str, Word], str]:
    """The likeliest type of each judged word, by a head of the other folds."""
    told_by = {told.wanted.name: told for told in every}
    right = [(t, w, t.wanted.gold.events[event].type) for t in every if t.marks for w, event in t.telling().items()]
    found: dict[tuple[str, Word], str] = {}
    for k in range(FOLDS):
        known = [(told.state(word), type_) for told, word, type_ in right if told.fold != k]
        table = np.array([state for state, _ in known])
        scale = StandardScaler().fit(table)
        head = LogisticRegression(C=STRENGTH["states"], tol=1e-2, max_iter=1000)
        head.fit(scale.transform(table), [type_ for _, type_ in known])
        keys = [key for key, p in judged.items() if told_by[key[0]].fold == k and p >= min(LOWS)]
        asked = np.array([told_by[name].state(word) for name, word in keys])
        found |= dict(zip(keys, head.predict(scale.transform(asked)), strict=True)) if keys else {}
    return found
