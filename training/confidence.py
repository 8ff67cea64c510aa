"""Fits the confidence of event reports on pages coded by hand: `python -m training.confidence [--write]`.

Reads every page of the dev parts: real ones, our own, and those of our corpus; prints figures of five folds by outlet
(log loss, calibration, matched F1 at each floor), then fits on all of them and, with `--write`, stores the weights in
`words/data/confidence.yaml`. Newton's method with ridge; the same pages give the same weights. What the shipped weights
are worth on pages that they were not fitted on: `python -m evals.confidence`.
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
import yaml

from crossreport.coding.drafting.confidence import figure_key
from evals import confidence

OUT = Path(__file__).parents[1] / "src" / "crossreport" / "words" / "data" / "confidence.yaml"
RIDGE = 4.0  # five-fold log loss was flat between 2 and 8
FOLDS = 5
TYPE_RIDGE = 12.0  # types are many and rare: their weights stay near 0
REAL = 2.0  # how often a real page counts: error on real pages in five folds .067 at 1, .048 at 2, .050 at 3
SMOOTHING = 4.0  # figures at the overall share that each class starts from


def examples() -> tuple[list[confidence.Told], dict[str, float]]:
    """Every likely draft of the dev pages; shares of right figures."""
    found: list[confidence.Told] = []
    counted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for page in confidence.pages("dev"):
        coded = confidence.coded(page)
        found += coded.told
        for figure, hit in coded.figures:
            key = figure_key(figure.measure, owned=figure.event_report is not None)
            counted[key] += 1
            right[key] += hit
    return found, _shares(counted, right)


def _shares(counted: Counter[str], right: Counter[str]) -> dict[str, float]:
    overall = right.total() / max(1, counted.total())
    shares = {k: (right[k] + SMOOTHING * overall) / (n + SMOOTHING) for k, n in sorted(counted.items())}
    return {name: round(share, 3) for name, share in {"any": overall, **shares}.items()}


def fit(rows: np.ndarray, right: np.ndarray, often: np.ndarray, ridge: np.ndarray) -> np.ndarray:
    """Weights of the logistic regression; `often` is how often each row counts."""
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (often * (right - p)) - ridge * weights
        bend = (rows * (often * p * (1 - p))[:, None]).T @ rows + np.diag(ridge + 1e-9)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def main(arguments: list[str]) -> None:
    """Print the five-fold figures; write the weights if asked to."""
    found, figures = examples()
    names = sorted({name for each in found for name in each.features})
    rows = np.array([[each.features.get(name, 0.0) for name in names] for each in found])
    right = np.array([float(each.hit) for each in found])
    often = np.array([REAL if each.group.startswith("real:") else 1.0 for each in found])
    ridge = np.array([0.0 if n == "bias" else TYPE_RIDGE if n.startswith("type:") else RIDGE for n in names])
    outlets = sorted({each.group for each in found})
    fold = np.array([outlets.index(each.group) % FOLDS for each in found])
    p = np.zeros(len(found))
    for k in range(FOLDS):
        weights = fit(rows[fold != k], right[fold != k], often[fold != k], ridge)
        p[fold == k] = 1 / (1 + np.exp(-rows[fold == k] @ weights))
    pages = {each.page: each.gold for each in found}
    _print(p, right, sum(pages.values()))
    weights = fit(rows, right, often, ridge)
    if "--write" in arguments:
        _write(
            {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}, len(pages), len(found), figures
        )


def _print(p: np.ndarray, right: np.ndarray, gold: int) -> None:
    loss = -np.log(np.where(right > 0, p, 1 - p)).mean()
    error = confidence.calibration_error(p.tolist(), [hit > 0 for hit in right])
    print(f"{len(p)} reports, {right.mean():.3f} right; log loss {loss:.3f}, calibration error {error:.3f}")
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
    old["fitted_on"] = f"{reports} reports of {pages} pages: the dev parts of corpus/real, evals/pages and corpus"
    OUT.write_text(
        "# Fitted by training/confidence.py; do not edit the weights by hand.\n" + yaml.safe_dump(old), "utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
