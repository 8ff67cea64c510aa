"""Whether a learned choice of doer, target, place and day beats the rules: `python -m training.choosing [--all]`.

A conditional logit over everything of that kind on the page and nothing at all, fitted on the happenings that the gold
has, too. *Rules* is what the product does; *learned* knows nothing of the rules' choice; *both* takes it for a
feature; *both, sure* departs from the rules only from p ≥ 0.7 on. FA-KES dev by outlet: each outlet's pages are chosen
by a model that saw none of them. Own pages, dev and test, by a model of FA-KES alone. `--all` learns from all coded
pages that rules were tuned on, real and of our own, and scores those held back, as sums. Nothing is written.
"""

import sys
from collections.abc import Iterable, Iterator

import msgspec
import numpy as np
from msgspec import Struct

from crossreport.coding.coder import candidates as drafts_on
from crossreport.coding.coder import record
from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft
from crossreport.coding.voices.attribution import Voices
from crossreport.grounding.ground import ground
from evals import corpus, real
from evals.agreement import match
from evals.coded import CodedEvent, Coding
from evals.convert import coding_of, known_measures
from evals.corpora import Article, fa_kes_articles
from evals.fa_kes import Scores, gold_codings
from evals.own import own_pages
from evals.rooms import Rooms, capture_of
from evals.same import same_days, same_names
from training.choosing_features import Candidate, Features, Happening, Value, candidates

ROLES = ("doer", "target", "place", "when")
WAYS = ("rules", "learned", "both", "both, sure")
LEARNED = ("fa_kes", "real train", "real dev", "real later", "real third", "own dev", "corpus dev")
HELD = {
    "real": ("real test", "real later_test", "real third_test"),
    "own test": ("own test",),
    "corpus": ("corpus test",),
}
SURE = 0.7  # from this p on "both, sure" departs from the rules
RIDGES = {"learned": 1.0, "both": 3.0, "both, sure": 3.0}  # the best of 1, 3 and 10 on FA-KES dev


class Told(Struct, frozen=True):
    """One page: its gold, our coding, and for each of our events the candidates by role."""

    outlet: str
    gold: Coding
    ours: Coding
    choices: tuple[dict[str, list[Candidate]], ...]


class Choice(Struct, frozen=True):
    """One decision: the candidates and which of them are right."""

    candidates: list[Candidate]
    right: list[bool]


def _wanted(part: str) -> list[tuple[Article, Coding, bool]]:
    """Pages with their gold, and whether they are given their day: of "fa_kes", "own dev", "real later" …"""
    if part == "fa_kes":
        articles = fa_kes_articles()
        return [(articles[name], gold, False) for name, gold in gold_codings().items()]
    kind, name = part.split()
    if kind == "own":
        return [(page.article, page.coding, False) for page in own_pages(name).values()]
    if kind == "real":
        return [(told.article, told.coding, False) for told in real.pages(name)]
    every = corpus.pages(name)
    return [(p.own.article, known_measures(p.coding), p.own.known_day is not None) for p in every]


def pages(part: str) -> list[Told]:
    """The pages of a part, coded by the rules."""
    rooms, found = Rooms(), []
    for article, gold, dated in _wanted(part):
        page = rooms.read(capture_of(f"{article.id}.txt", article.text), article.published if dated else None)
        analysis = rooms.analyse(page)
        doc = Document(page, analysis, ground(page, analysis))
        voices = Voices(doc)
        drafts = drafts_on(doc, voices)
        ours = coding_of(record(doc, voices, drafts, analysis.model))
        found.append(Told(article.outlet, gold, ours, tuple(_choices(doc, draft, drafts) for draft in drafts)))
    return found


def _choices(doc: Document, draft: Draft, drafts: list[Draft]) -> dict[str, list[Candidate]]:
    return {role: candidates(Happening(doc, draft, drafts), role) for role in ROLES}


def _gold(event: CodedEvent, role: str) -> Value:
    if role == "when":
        return event.when
    return {"doer": event.agent or event.party, "target": event.target, "place": event.place}[role]


def _same(role: str, gold: Value, ours: Value) -> bool:
    if role == "when":
        assert not isinstance(gold, tuple)
        assert not isinstance(ours, tuple)
        return same_days(gold, ours)
    assert isinstance(gold, tuple)
    assert isinstance(ours, tuple)
    return same_names(gold, ours)


def decisions(told: Iterable[Told], role: str) -> Iterator[Choice]:
    """The choices of matched events for which the page holds a right answer."""
    for page in told:
        for pair in match(page.gold.events, page.ours.events):
            wanted, given = _gold(page.gold.events[pair.gold], role), page.choices[pair.ours][role]
            right = [_same(role, wanted, each.value) for each in given]
            if not any(right) and isinstance(wanted, tuple):  # several names: any of them is a step towards right
                right = [
                    bool(each.value) and any(_same(role, (name,), each.value) for name in wanted) for each in given
                ]
            if any(right):
                yield Choice(given, right)


def known(candidate: Candidate, way: str) -> Features:
    """The features that a way of choosing knows."""
    if way != "learned":
        return candidate.features
    hidden = ("rule", "given", "none & given", "does the same &", "fights the other &")
    return {name: value for name, value in candidate.features.items() if not name.startswith(hidden)}


def open_to(given: list[Candidate], way: str) -> list[Candidate]:
    """The candidates of a way of choosing: the learned one does not see what the rules made."""
    return [each for each in given if way != "learned" or not (each.rule and each.value)]


def fit(choices: list[Choice], way: str) -> dict[str, float]:
    """Weights of the conditional logit; the same choices give the same weights."""
    from scipy.optimize import minimize

    rows = [[known(each, way) for each in open_to(choice.candidates, way)] for choice in choices]
    rights = [
        np.array([r for r, each in zip(choice.right, choice.candidates, strict=True) if each in open_to([each], way)])
        for choice in choices
    ]
    names = sorted({name for candidates_ in rows for row in candidates_ for name in row})
    index = {name: i for i, name in enumerate(names)}
    tables = [np.zeros((len(candidates_), len(names))) for candidates_ in rows]
    for table, candidates_ in zip(tables, rows, strict=True):
        for i, row in enumerate(candidates_):
            for name, value in row.items():
                table[i, index[name]] = value
    usable = [(table, right) for table, right in zip(tables, rights, strict=True) if right.any()]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = RIDGES[way] / 2 * float(weights @ weights), RIDGES[way] * weights
        for table, right in usable:
            p = _shares(table @ weights)
            share = p[right].sum() + 1e-12
            total -= float(np.log(share))
            slope = slope - table.T @ (np.where(right, p, 0) / share - p)
        return total, slope

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: float(weight) for name, weight in zip(names, best.x, strict=True)}


def _shares(scores: np.ndarray) -> np.ndarray:
    powers: np.ndarray = np.exp(scores - scores.max())
    shares: np.ndarray = powers / powers.sum()
    return shares


def choose(given: list[Candidate], weights: dict[str, float], way: str) -> Value:
    """The likeliest candidate, or the rules' own where that is not sure enough."""
    seen = open_to(given, way)
    p = _shares(np.array([sum(weights.get(k, 0.0) * v for k, v in known(each, way).items()) for each in seen]))
    best = int(p.argmax())
    if way == "both, sure" and p[best] < SURE:
        return next(each.value for each in given if each.rule)
    return seen[best].value


def recoded(page: Told, weights: dict[str, dict[str, float]], way: str) -> Coding:
    """Our coding of a page with these roles chosen anew."""
    events = []
    for event, given in zip(page.ours.events, page.choices, strict=True):
        for role, known_weights in weights.items():
            event = _with(event, role, choose(given[role], known_weights, way))
        events.append(event)
    return msgspec.structs.replace(page.ours, events=tuple(events))


def _with(event: CodedEvent, role: str, value: Value) -> CodedEvent:
    if role == "doer":
        two_sided = bool(event.party) and not event.agent
        return msgspec.structs.replace(event, **{"party" if two_sided else "agent": value})
    return msgspec.structs.replace(event, **{role: value})


def scored(told: list[Told], codings: dict[int, Coding]) -> Scores:
    """Sums over pages."""
    scores = Scores()
    for page in told:
        scores.add(page.gold, codings[id(page)])
    return scores


def by_outlet(told: list[Told], more: list[Told], roles: tuple[str, ...], way: str) -> Scores:
    """Each outlet's pages with the choices of a model that saw none of them."""
    codings: dict[int, Coding] = {}
    for outlet in sorted({page.outlet for page in told}):
        rest = [page for page in told if page.outlet != outlet] + more
        weights = {role: fit(list(decisions(rest, role)), way) for role in roles}
        codings |= {id(page): recoded(page, weights, way) for page in told if page.outlet == outlet}
    return scored(told, codings)


def filled(told: list[Told], more: list[Told], role: str) -> Iterator[tuple[float, bool]]:
    """Matched events to which the rules give nobody, by outlet: p of the likeliest, and whether it is right."""
    for outlet in sorted({page.outlet for page in told}):
        rest = [page for page in told if page.outlet != outlet] + more
        weights = fit(list(decisions(rest, role)), "both")
        for page in (page for page in told if page.outlet == outlet):
            for pair in match(page.gold.events, page.ours.events):
                given = page.choices[pair.ours][role]
                if given[0].rule:
                    scores = [sum(weights.get(k, 0.0) * v for k, v in each.features.items()) for each in given]
                    p = _shares(np.array(scores))
                    best = int(p[1:].argmax()) + 1 if len(p) > 1 else 0
                    right = _same(role, _gold(page.gold.events[pair.gold], role), given[best].value)
                    yield float(p[best]) * (best > 0), right


def kept(told: list[Told], role: str) -> tuple[int, int]:
    """Matched events to which the rules give somebody: how many, and how many right."""
    pairs = [(page, pair) for page in told for pair in match(page.gold.events, page.ours.events)]
    chosen = [(p, q, next(c for c in p.choices[q.ours][role] if c.rule)) for p, q in pairs]
    named = [(p, q, c) for p, q, c in chosen if c.value]
    return len(named), sum(_same(role, _gold(p.gold.events[q.gold], role), c.value) for p, q, c in named)


def main() -> None:
    """Print how far names that the rules do not give could be trusted, then the table."""
    if "--all" in sys.argv:
        _table_of_all()
        return
    syria, dev, test = pages("fa_kes"), pages("own dev"), pages("own test")
    for role in ("doer", "target"):
        print("{}: {} given by rules, {} right".format(role, *kept(syria, role)))
        added = list(filled(syria, dev, role))
        for low in (0.3, 0.4, 0.5, 0.6, 0.7):
            right = [hit for p, hit in added if p >= low]
            print(f"  p ≥ {low}: {len(right)} more of {len(added)} would be given, {sum(right)} right", flush=True)
    _table(syria, dev, test)


def _table_of_all() -> None:
    """Learned from all that rules were tuned on, scored on what was held back."""
    learned = [page for part in LEARNED for page in pages(part)]
    held = {name: [page for part in parts for page in pages(part)] for name, parts in HELD.items()}
    _head()
    for name, told in held.items():
        _line("–", "rules", name, scored(told, {id(page): page.ours for page in told}))
    for way in WAYS[2:]:
        weights = {role: fit(list(decisions(learned, role)), way) for role in ROLES}
        for roles in (*((role,) for role in ROLES), ROLES):
            for name, told in held.items():
                codings = {id(page): recoded(page, {role: weights[role] for role in roles}, way) for page in told}
                _line(roles[0] if len(roles) == 1 else "all four", way, name, scored(told, codings))


def _head() -> None:
    print(f"{'chosen':10}{'how':12}{'':10}{'F1':>7}{'strict':>8}{'agent':>7}{'sides':>7}{'place':>7}{'when':>7}")


def _table(syria: list[Told], dev: list[Told], test: list[Told]) -> None:
    _head()
    for name, told in (("FA-KES", syria), ("own dev", dev), ("own test", test)):
        _line("–", "rules", name, scored(told, {id(page): page.ours for page in told}))
    for roles in (*((role,) for role in ROLES), ROLES):
        label = roles[0] if len(roles) == 1 else "all four"
        for way in WAYS[1:]:
            _line(label, way, "FA-KES", by_outlet(syria, dev, roles, way))
            weights = {role: fit(list(decisions(syria, role)), way) for role in roles}
            for name, told in (("own dev", dev), ("own test", test)):
                codings = {id(page): recoded(page, weights, way) for page in told}
                _line(label, way, name, scored(told, codings))


def _line(label: str, way: str, name: str, scores: Scores) -> None:
    shares = [scores.fields[each] / max(1, scores.events.hits) for each in ("agent", "sides", "place", "when")]
    figures = "".join(f"{share:7.3f}" for share in shares)
    print(f"{label:10}{way:12}{name:10}{scores.events.f1:7.3f}{scores.strict.f1:8.3f}{figures}", flush=True)


if __name__ == "__main__":
    main()
