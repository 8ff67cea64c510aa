"""Fits the confidence of event reports on pages coded by hand: `python -m training.confidence [--write]`.

Reads FA-KES dev and the dev part of our own pages; prints five-fold figures by page (log loss, calibration, matched F1
at each floor), then fits on all of them and, with `--write`, stores the weights in `words/data/confidence.yaml`.
Newton's method with ridge; the same pages give the same weights.
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
import yaml

from crossreport.coding.attribution import Voices
from crossreport.coding.coder import candidates, record
from crossreport.coding.confidence import features, figure_key
from crossreport.coding.document import Document
from crossreport.grounding.ground import ground
from evals.agreement import match, match_figures
from evals.convert import coding_of
from evals.corpora import fa_kes_articles
from evals.fa_kes import gold_codings
from evals.own import own_pages
from evals.rooms import Rooms, capture_of

OUT = Path(__file__).parents[1] / "src" / "crossreport" / "words" / "data" / "confidence.yaml"
RIDGE = 4.0  # five-fold log loss was flat between 2 and 8
FOLDS = 5
TYPE_RIDGE = 12.0  # types are many and rare: their weights stay near 0


SMOOTHING = 4.0  # figures at the overall share that each class starts from

Example = tuple[str, dict[str, float], bool, int]


def examples() -> tuple[list[Example], dict[str, float]]:
    """Every likely draft as (page, features, matched, gold events of the page); shares of right figures."""
    rooms, found = Rooms(), []
    counted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    articles = fa_kes_articles()
    wanted = [(f"{k}.txt", articles[k].text, None, gold) for k, gold in gold_codings().items()]
    wanted += [(f"{k}.txt", page.text, page.known_day, page.coding) for k, page in own_pages("dev").items()]
    for name, text, day, gold in wanted:
        page = rooms.read(capture_of(name, text), day)
        analysis = rooms.analyse(page)
        doc = Document(page, analysis, ground(page, analysis))
        voices = Voices(doc)
        drafts = candidates(doc, voices)
        coded = record(doc, voices, drafts, analysis.model)
        ours = coding_of(coded)
        hits = {pair.ours for pair in match(gold.events, ours.events)}
        matched = [mine for _, mine in match_figures(gold, ours)]
        told = [figure for figure in coded.figures if figure.bound != "unreported"]
        for figure, mine in zip(told, ours.figures, strict=True):
            key = figure_key(figure.measure, owned=figure.event_report is not None)
            counted[key] += 1
            right[key] += any(mine is other for other in matched)
        found += [(name, features(draft), i in hits, len(gold.events)) for i, draft in enumerate(drafts)]
    return found, _shares(counted, right)


def _shares(counted: Counter[str], right: Counter[str]) -> dict[str, float]:
    overall = right.total() / max(1, counted.total())
    shares = {k: (right[k] + SMOOTHING * overall) / (n + SMOOTHING) for k, n in sorted(counted.items())}
    return {name: round(share, 3) for name, share in {"any": overall, **shares}.items()}


def fit(rows: np.ndarray, right: np.ndarray, ridge: np.ndarray) -> np.ndarray:
    """Weights of the logistic regression."""
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - p) - ridge * weights
        bend = (rows * (p * (1 - p))[:, None]).T @ rows + np.diag(ridge + 1e-9)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def main(arguments: list[str]) -> None:
    """Print the five-fold figures; write the weights if asked to."""
    found, figures = examples()
    names = sorted({name for _, row, _, _ in found for name in row})
    rows = np.array([[row.get(name, 0.0) for name in names] for _, row, _, _ in found])
    right = np.array([float(hit) for _, _, hit, _ in found])
    ridge = np.array([0.0 if n == "bias" else TYPE_RIDGE if n.startswith("type:") else RIDGE for n in names])
    pages = sorted({page for page, *_ in found})
    fold = np.array([pages.index(page) % FOLDS for page, *_ in found])
    p = np.zeros(len(found))
    for k in range(FOLDS):
        weights = fit(rows[fold != k], right[fold != k], ridge)
        p[fold == k] = 1 / (1 + np.exp(-rows[fold == k] @ weights))
    gold = sum({page: n for page, _, _, n in found}.values())
    _print(p, right, gold)
    weights = fit(rows, right, ridge)
    if "--write" in arguments:
        _write(
            {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}, len(pages), len(found), figures
        )


def _print(p: np.ndarray, right: np.ndarray, gold: int) -> None:
    loss = -np.log(np.where(right > 0, p, 1 - p)).mean()
    print(f"{len(p)} reports, {right.mean():.3f} right; log loss {loss:.3f}")
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            print(f"  said {low:.1f}-{low + 0.1:.1f}: {inside.sum():4d} reports, {right[inside].mean():.2f} right")
    for floor in (0.0, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        keep = p >= floor
        hits = right[keep].sum()
        f1 = 2 * hits / (keep.sum() + gold)
        print(f"  floor {floor:.2f}: P {hits / keep.sum():.3f} R {hits / gold:.3f} F1 {f1:.3f}")


def _write(weights: dict[str, float], pages: int, reports: int, figures: dict[str, float]) -> None:
    old = yaml.safe_load(OUT.read_text(encoding="utf-8"))
    old["weights"], old["figures"] = weights, figures
    old["fitted_on"] = f"{reports} reports of {pages} pages: FA-KES dev, evals/pages/dev"
    OUT.write_text(
        "# Fitted by training/confidence.py; do not edit the weights by hand.\n" + yaml.safe_dump(old), "utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
