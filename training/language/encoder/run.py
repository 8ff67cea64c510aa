"""Trains the encoder on the corpora and exports it."""

import json
from pathlib import Path

from crossreport.language.wordpiece import WordPiece
from training.language.corpora import dev, read_along
from training.language.encoder.exporting import export
from training.language.encoder.fit import Plan, fit
from training.language.encoder.lessons import Vocabulary, fits
from training.language.encoder.network import Network, Sizes, begun
from training.language.encoder.rating import attached
from training.language.sample import Sample
from training.language.treebanks import sources
from training.language.trees import NO_LABEL

_RATED_EVERY = 3  # dev sentences
_PARTS = ("ewt", "gum")


def train(data: Path, folder: Path, into: Path, plan: Plan, start: Path | None) -> None:
    """The files of the encoder in `into`, which holds the word pieces (`vocab.txt`)."""
    pieces = (into / "vocab.txt").read_text(encoding="utf-8").splitlines()
    samples = [sample for sample in read_along(data) if sample.words]
    known = vocabulary(samples, WordPiece(pieces))
    samples = [sample for sample in samples if fits(sample, known.cut)]
    rated = {name: each[::_RATED_EVERY] for name, each in dev(data).items() if name in _PARTS}
    print(f"encoder: learns from {json.dumps(sources(samples))}", flush=True)

    def score(net: Network) -> float:
        values = {name: attached(net, each, known) for name, each in rated.items()}
        print(json.dumps(values), flush=True)
        return sum(each["las"] for each in values.values()) / len(values)

    sizes = Sizes(len(known.upos), len(known.xpos), len(known.rel), len(known.names), len(pieces))
    net = fit(begun(sizes, start), samples, known, plan, score, folder)
    export(net, known, into)


def vocabulary(samples: list[Sample], cut: WordPiece) -> Vocabulary:
    """Every label of the treebanks, in alphabetical order."""
    trees = [sample.syntax for sample in samples if sample.syntax]
    columns = ({label for tree in trees for label in getattr(tree, name)} for name in ("upos", "xpos", "rels"))
    upos, xpos, rel = (tuple(sorted(column - {NO_LABEL})) for column in columns)
    return Vocabulary(upos, xpos, rel, cut)
