"""Fits the confidence of event reports on pages coded by hand: `python -m training.confidence [--write]`.

Reads FA-KES dev and the dev part of our own pages; prints five-fold figures by page (log loss, calibration, matched F1
at each floor), then fits on all of them and, with `--write`, stores the weights in `words/data/confidence.yaml`.
Newton's method with ridge; the same pages give the same weights.
"""

import sys
from pathlib import Path

import numpy as np
import yaml

from crossreport.coding.attribution import Voices
from crossreport.coding.coder import candidates, record
from crossreport.coding.confidence import features
from crossreport.coding.document import Document
from crossreport.grounding.ground import ground
from evals.agreement import match
from evals.convert import coding_of
from evals.corpora import fa_kes_articles
from evals.fa_kes import gold_codings
from evals.own import own_pages
from evals.rooms import Rooms, capture_of

OUT = Path(__file__).parents[1] / "src" / "crossreport" / "words" / "data" / "confidence.yaml"
RIDGE = 4.0  # five-fold log loss was flat between 2 and 8
FOLDS = 5
TYPE_RIDGE = 12.0  # types are many and rare: their weights stay near 0


def examples() -> list[tuple[str, dict[str, float], bool, int]]:
    """(page, features, matched a gold event, gold events of the page) for every draft that is not refused outright."""
    rooms, found = Rooms(), []
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
        hits = {pair.ours for pair in match(gold.events, coding_of(coded).events)}
        found += [(name, features(draft), i in hits, len(gold.events)) for i, draft in enumerate(drafts)]
    return found


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
    found = examples()
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
        _write({name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}, len(pages), len(found))


def _print(p: np.ndarray, right: np.ndarray, gold: int) -> None:
    print(f"{len(p)} reports, {right.mean():.3f} right; log loss {-(np.log(np.where(right > 0, p, 1 - p))).mean():.3f}")
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            print(f"  said {low:.1f}-{low + 0.1:.1f}: {inside.sum():4d} reports, {right[inside].mean():.2f} right")
    for floor in (0.0, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        keep = p >= floor
        hits = right[keep].sum()
        print(
            f"  floor {floor:.2f}: P {hits / keep.sum():.3f} R {hits / gold:.3f} F1 {2 * hits / (keep.sum() + gold):.3f}"
        )


def _write(weights: dict[str, float], pages: int, reports: int) -> None:
    old = yaml.safe_load(OUT.read_text(encoding="utf-8"))
    old["weights"] = weights
    old["fitted_on"] = f"{reports} reports of {pages} pages, FA-KES dev and evals/pages/dev"
    OUT.write_text(
        "# Fitted by training/confidence.py; do not edit the weights by hand.\n" + yaml.safe_dump(old), "utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
