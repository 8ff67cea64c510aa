"""Fits the scorer of lines in plain text: `python -m training.furniture [--write]`.

Reads the dev part of article_extraction (its articles are known) and the 800 pages of htmldate_eval (labelled by what
trafilatura, readability and resiliparse agree on, HTML given). Prints four-fold figures by page on the dev part; with
`--write`, fits on all of them and stores the trees in `reading/weights/lines.npz`. The same pages give the same trees.
"""

import sys
import tarfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from crossreport.reading.extracted import by_readability, by_resiliparse, by_trafilatura
from crossreport.reading.line_features import Matrix, features
from crossreport.reading.line_scorer import neighbours
from evals.articles import articles, is_dev
from evals.corpora import find
from evals.stripped import is_article, stripped

OUT = Path(__file__).parents[1] / "src" / "crossreport" / "reading" / "weights" / "lines.npz"
FOLDS = 4
SILVER = 0.5  # weight of a page that was labelled by libraries
DISPUTED = 0.15  # … and of a line on which they differ
_LEAST, _MOST = 15, 300  # lines of a silver page: fewer is no page, more is an index
_LEAST_MAIN = 4  # lines that two libraries take
SHAPE: dict[str, Any] = {
    "max_iter": 70, "learning_rate": 0.15, "max_leaf_nodes": 10, "min_samples_leaf": 40, "l2_regularization": 5.0,
    "max_features": 0.4, "max_bins": 48, "random_state": 0, "early_stopping": False,
}  # fmt: skip


class Example(Struct, frozen=True):
    """The lines of a page, measured; which are of the report; how much each counts."""

    rows: Matrix
    main: Any
    weight: Any


def gold() -> dict[str, Example]:
    """The dev part of article_extraction."""
    found = {}
    for name, page in articles().items():
        if is_dev(name):
            lines = stripped(page.html).splitlines()
            found[name] = Example(features(lines), np.array(is_article(lines, page.body)), _weights(len(lines)))
    return found


def silver() -> dict[str, Example]:
    """htmldate's pages, by the agreement of three libraries."""
    found = {}
    for name, html in _dated_pages():
        lines = stripped(html).splitlines()
        if not _LEAST <= len(lines) <= _MOST:
            continue
        texts = [by_trafilatura(html, strict=False), by_resiliparse(html), by_readability(html)]
        votes = np.sum([is_article(lines, text) for text in texts], axis=0)
        if (votes >= 2).sum() >= max(_LEAST_MAIN, 1.4 * (votes == 1).sum()):
            weight = _weights(len(lines)) * SILVER * np.where(votes == 1, DISPUTED, 1.0)
            found[f"silver {name}"] = Example(features(lines), votes >= 2, weight)
    return found


def _weights(lines: int) -> Any:
    return np.full(lines, 1.0 / np.sqrt(max(lines, 1)))


def _dated_pages() -> Iterator[tuple[str, str]]:
    import json

    wanted = json.loads(find("data/htmldate_eval/eval_default.json").read_text(encoding="utf-8"))
    names = {entry["file"] for entry in wanted.values()}
    with tarfile.open(find("data/htmldate_eval/tests_eval.tar.xz")) as archive:
        for member in archive:
            source = archive.extractfile(member) if Path(member.name).name in names else None
            if source is not None:
                yield Path(member.name).name, source.read().decode("utf-8", "replace")


def fit(examples: list[Example]) -> Any:
    """One set of trees."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    return HistGradientBoostingClassifier(**SHAPE).fit(
        np.vstack([each.rows for each in examples]),
        np.concatenate([each.main for each in examples]),
        sample_weight=np.concatenate([each.weight for each in examples]),
    )


def out_of_fold(examples: dict[str, Example]) -> dict[str, Any]:
    """What trees that never saw a page say of it."""
    names, found = sorted(examples), {}
    for fold in range(FOLDS):
        trees = fit([examples[name] for at, name in enumerate(names) if at % FOLDS != fold])
        for name in names[fold::FOLDS]:
            found[name] = trees.predict_proba(examples[name].rows)[:, 1]
    return found


def second(examples: dict[str, Example], said: dict[str, Any]) -> dict[str, Example]:
    """The examples of the second set: with what the first said of the neighbours."""
    return {
        name: Example(np.hstack([each.rows, neighbours(said[name])]), each.main, each.weight)
        for name, each in examples.items()
    }


def table(name: str, model: Any) -> dict[str, Any]:
    """A fitted model as one table of nodes; inner values are the means of their leaves, by weight of training lines."""
    roots, columns = [], {part: [] for part in ("feature", "threshold", "left", "right", "value")}
    for (predictor,) in model._predictors:
        nodes, offset = predictor.nodes, len(columns["value"])
        roots.append(offset)
        values = nodes["value"].astype(np.float64)
        for at in range(len(nodes) - 1, -1, -1):
            if not nodes["is_leaf"][at]:
                pair = [int(nodes["left"][at]), int(nodes["right"][at])]
                values[at] = np.average(values[pair], weights=nodes["count"][pair])
        inner = ~nodes["is_leaf"].astype(bool)
        columns["feature"] += list(np.where(inner, nodes["feature_idx"], 0))
        columns["threshold"] += list(np.where(inner, nodes["num_threshold"], 0.0))
        columns["left"] += list(np.where(inner, nodes["left"].astype(np.int64) + offset, 0))
        columns["right"] += list(np.where(inner, nodes["right"].astype(np.int64) + offset, 0))
        columns["value"] += list(values)
    kinds = {"threshold": np.float64, "value": np.float64}
    found = {f"{name}_{part}": np.array(values, kinds.get(part, np.int64)) for part, values in columns.items()}
    start = np.float64(model._baseline_prediction.item())
    return {**found, f"{name}_roots": np.array(roots, np.int64), f"{name}_start": start}


def report(examples: dict[str, Example], said: dict[str, Any], name: str) -> None:
    """F1 of the lines of the gold pages at one half."""
    ours = np.concatenate([said[each] > 0.5 for each in sorted(examples) if not each.startswith("silver")])
    main = np.concatenate([examples[each].main for each in sorted(examples) if not each.startswith("silver")])
    both = (ours & main).sum()
    precision, recall = both / ours.sum(), both / main.sum()
    f1 = 2 * both / (ours.sum() + main.sum())
    print(f"{name}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


def main() -> int:
    """Train, report, write."""
    warnings.filterwarnings("ignore")
    one = {**gold(), **silver()}
    print(f"{len(one)} pages, {sum(len(each.main) for each in one.values())} lines")
    said = out_of_fold(one)
    report(one, said, "first")
    two = second(one, said)
    if "--write" not in sys.argv:
        report(two, out_of_fold(two), "second")
    else:
        usual = np.median(np.vstack([each.rows[each.main] for each in two.values()]), axis=0)
        tables = {**table("first", fit(list(one.values()))), **table("second", fit(list(two.values())))}
        OUT.parent.mkdir(exist_ok=True)
        np.savez_compressed(OUT, usual=usual, **tables)
        print(f"{OUT.name}: {OUT.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
