"""Trains, exports and rates the heads: `python -m training.language --data ../shared/data [--head names] [--epochs 4]`.

Resumable: sentences that are encoded stay encoded, and training goes on after the last whole epoch, both in `--folder`.
On one core at half its speed: about 5 minutes of encoding and 15 of training. `--from-scratch` forgets the epochs.
"""

import argparse
import json
from pathlib import Path

import torch

from training.language.corpora import dev, learned
from training.language.encoded import Encoded
from training.language.exporting import export
from training.language.fit import fit, lessons
from training.language.heads import all_heads
from training.language.heads.tagging import TagHead, TagNetwork
from training.language.scores import f1
from training.language.treebanks import sources

ROOT = Path(__file__).resolve().parent.parent.parent
WEIGHTS = ROOT / "src" / "crossreport" / "language" / "weights" / "heads"


def main() -> None:
    """Every step for every wanted head."""
    parser = argparse.ArgumentParser(prog="training.language", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data", help="the corpora")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "training", help="what is kept between runs")
    parser.add_argument("--head", choices=sorted(all_heads()), action="append", help="only these")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--from-scratch", action="store_true", help="forget earlier epochs")
    options = parser.parse_args()
    torch.set_num_threads(1)
    for name in options.head or sorted(all_heads()):
        _one(all_heads()[name], options.data, options.folder, options.epochs, afresh=options.from_scratch)


def _one(head: TagHead, data: Path, folder: Path, epochs: int, *, afresh: bool) -> None:
    samples, parts = learned(data), dev(data)
    encoded = Encoded(folder / "encoded")
    encoded.add(sample.words for each in (samples, *parts.values()) for sample in each)
    opened = encoded.open()
    listed = lessons(head, [sample for sample in samples if sample.words in encoded])
    rated = {name: lessons(head, each) for name, each in parts.items()}
    if afresh:
        (folder / f"{head.name}.pt").unlink(missing_ok=True)

    def score(net: TagNetwork) -> float:
        values = {name: f1(head, net, each, opened) for name, each in rated.items()}
        print(", ".join(f"{name} {100 * value:.2f}" for name, value in values.items()), flush=True)
        return sum(values.values()) / len(values)

    net = fit(head, listed, opened, score, folder, epochs)
    export(head, net, WEIGHTS / f"{head.name}.onnx")
    counts = sources([each.sample for each in listed])
    print(f"{head.name}: learned from {json.dumps(counts)}; dev {score(net):.4f}")


if __name__ == "__main__":
    main()
