"""Heads that read one word: does it tell an event, is the report right, did it happen, has it a voice."""

from collections.abc import Iterator

import numpy as np

from crossreport.coding.drafting.confidence import features
from crossreport.coding.page.document import Word
from training.coding_heads.fit import Rows, at, rated
from training.coding_heads.pages import CONTENT, Floats, Told

FLOORS = (0.3, 0.4, 0.5, 0.6)
Judged = dict[tuple[str, Word], float]


def selection(every: list[Told]) -> Iterator[str]:
    """Is a report one that a coder records?"""
    rows, real = Rows(), list[bool]()
    for told in every:
        right = {pair.ours for pair in told.pairs}
        for i, draft in enumerate(told.drafts):
            states = np.concatenate([told.state(draft.word), told.mean(draft.word.sentence)])
            rows.add(features(draft), states, told.fold, right=i in right)
            real.append(told.corpus == "real")
    for group, chosen in (("all", np.ones(len(real), bool)), ("real", np.array(real))):
        gold = sum(len(told.wanted.gold.events) for told in every if group == "all" or told.corpus == group)
        for way in ("hand", "states", "both"):
            p, y = rows.judged(way)[chosen], rows.y[chosen]
            f1 = ", ".join(f"{low}: {2 * y[p >= low].sum() / ((p >= low).sum() + gold):.3f}" for low in (0.0, *FLOORS))
            yield f"{group}, {way}: {rated(y, p)}; F1 by floor {f1}"


def telling(every: list[Told], judged: Judged) -> Iterator[str]:
    """Does a word tell an event that a coder records? What is judged is put into `judged`, by page and word."""
    rows, kinds, keys = Rows(), list[tuple[str, str]](), list[tuple[str, Word]]()
    for told in (each for each in every if each.marks):
        events, missed = told.telling(), _missed(told)
        heard = {hit.word for hit in told.hits}
        ours = {word for draft in told.drafts for word in draft.words}
        full = {word.sentence for word in heard | ours}
        for word in told.doc.words():
            if told.doc.token(word).upos in CONTENT:
                event = events.get(word)
                rows.add({}, told.state(word), told.fold, right=event is not None)
                kind = "dropped" if word in heard - ours else "silent" if word.sentence not in full else ""
                kinds.append((told.corpus, kind if event is None or event in missed else ""))
                keys.append((told.wanted.name, word))
    p, y = rows.judged("states"), rows.y
    judged.update(zip(keys, p.tolist(), strict=True))
    yield f"all words: {rated(y, p)}"
    for kind, says in (("dropped", "triggers of no report"), ("silent", "sentences without a trigger")):
        for corpus in ("real", "corpus", "lists"):
            chosen = np.array([each == (corpus, kind) for each in kinds])
            yield f"{says}, {corpus}: missed events {rated(y[chosen], p[chosen])}; {at(y[chosen], p[chosen])}"


def _missed(told: Told) -> set[int]:
    return set(range(len(told.wanted.gold.events))) - {pair.gold for pair in told.pairs}


def status(every: list[Told]) -> Iterator[str]:
    """Is an event anything but happened? Of interest where the rules say that it happened."""
    rows, happened = Rows(), list[bool]()
    for told in every:
        for pair in told.pairs:
            gold, ours = told.wanted.gold.events[pair.gold], told.ours.events[pair.ours]
            states = _in_tree(told, told.drafts[pair.ours].word)
            rows.add({}, states, told.fold, right=gold.status not in ("happened", "ended"))
            happened.append(ours.status == "happened")
    p, y, open_ = rows.judged("states"), rows.y, np.array(happened)
    yield f"any status but happened: {rated(y, p)}"
    yield f"where the rules say happened: {rated(y[open_], p[open_])}; {at(y[open_], p[open_])}"


def _in_tree(told: Told, word: Word) -> Floats:
    """The word, its head and the root above it."""
    path = told.doc.path(word)
    above = told.state(path[1]) if len(path) > 1 else np.zeros_like(told.state(word))
    return np.concatenate([told.state(word), above, told.state(path[-1])])


def voice(every: list[Told]) -> Iterator[str]:
    """Has an event a voice but the outlet's? Of interest where the rules hear none, and where they hear one."""
    rows, heard = Rows(), list[bool]()
    for told in every:
        for pair in told.pairs:
            gold, ours = told.wanted.gold.events[pair.gold], told.ours.events[pair.ours]
            word = told.drafts[pair.ours].word
            around = [told.mean(word.sentence + step) for step in (0, -1, 1)]
            rows.add({}, np.concatenate([told.state(word), *around]), told.fold, right=bool(gold.said_by))
            heard.append(bool(ours.said_by))
    p, y, some = rows.judged("states"), rows.y, np.array(heard)
    yield f"any voice: {rated(y, p)}; the rules are right about it in {(y == some).mean():.3f}"
    yield f"where the rules hear none: {rated(y[~some], p[~some])}; {at(y[~some], p[~some])}"
    yield f"where they hear one, that there is none: {rated(~y[some], 1 - p[some])}; {at(~y[some], 1 - p[some])}"
