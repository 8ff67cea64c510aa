"""Trains, exports and rates the language model: `python -m training.language --data ../shared/data`.

Three steps, each resumable after the last whole epoch (`--folder` keeps what is between runs), `--only` picks some:

- `encoder`: encoder, tags and tree together, from a checkpoint of ours or from MiniLM (`--start`), to int8 in `--into`;
- `heads`: every head of its own on that int8 encoder;
- `card`: the measures of `evals.language --full` with these weights, into the table of the card.

What comes out lies in `--into` and becomes the product's by copying it to `src/crossreport/language/weights`: look at
the card first. On one core of 2023: 12 minutes an epoch of the encoder, half of that with `--bfloat16` where the
processor has it; then 5 minutes of encoding and 15 of training the names; then 8 of measuring.
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch

from crossreport.language.model import Model
from training.language.card import write_card
from training.language.corpora import dev, learned
from training.language.encoded import Encoded
from training.language.encoder.fit import Plan
from training.language.encoder.run import train
from training.language.exporting import export
from training.language.fit import fit, lessons
from training.language.heads import all_heads
from training.language.heads.tagging import TagHead, TagNetwork
from training.language.scores import f1
from training.language.treebanks import sources

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = ROOT / "src" / "crossreport" / "language" / "weights"
BUILD = ROOT / "build" / "training"
STEPS = ("encoder", "heads", "card")
HEADS = "heads"
_OF_THE_ENCODER = ("encoder.int8.onnx", "relations.onnx", "labels.json")


def main(arguments: Sequence[str] | None = None) -> None:
    """Every wanted step."""
    options = _parser().parse_args(arguments)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    steps = options.only or STEPS
    _filled(options.into, afresh="encoder" in steps)
    if options.from_scratch:
        for state in options.folder.glob("*.pt"):
            state.unlink()
    if "encoder" in steps:
        plan = Plan(options.encoder_epochs, options.falling, brief=options.bfloat16)
        train(options.data, options.folder, options.into, plan, options.start)
    if "heads" in steps:
        for name in options.head or sorted(all_heads()):
            _head(all_heads()[name], options.data, options.folder, options.into, options.epochs)
    if "card" in steps:
        write_card(options.into)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="training.language", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data", help="the corpora")
    parser.add_argument("--folder", type=Path, default=BUILD, help="what is kept between runs")
    parser.add_argument("--into", type=Path, default=BUILD / "weights", help="where the weights go")
    parser.add_argument("--only", choices=STEPS, action="append", help="only these steps")
    parser.add_argument(
        "--start", type=Path, help="a checkpoint of ours (.pt) or MiniLM (.safetensors); else from nothing"
    )
    parser.add_argument("--encoder-epochs", type=int, default=10)
    parser.add_argument("--falling", type=int, default=5, help="of these, with a falling learning rate")
    parser.add_argument("--bfloat16", action="store_true", help="faster on processors that have it")
    parser.add_argument("--head", choices=sorted(all_heads()), action="append", help="only these heads")
    parser.add_argument("--epochs", type=int, default=4, help="of each head")
    parser.add_argument("--from-scratch", action="store_true", help="forget earlier epochs")
    return parser


def _filled(into: Path, *, afresh: bool) -> None:
    """What ships and is not in the folder yet; without the encoder's files and the heads if these are to be trained."""
    for file in sorted(path for path in SHIPPED.rglob("*") if path.is_file()):
        place = into / file.relative_to(SHIPPED)
        trained = file.name in _OF_THE_ENCODER or file.parent.name == HEADS
        if not place.exists() and not (afresh and trained):
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, place)


def _head(head: TagHead, data: Path, folder: Path, into: Path, epochs: int) -> None:
    samples, parts = learned(data), dev(data)
    model = Model(weights=into)
    encoded = Encoded(folder / "encoded" / model.encoder, model)
    encoded.add(sample.words for each in (samples, *parts.values()) for sample in each)
    opened = encoded.open()
    listed = lessons(head, [sample for sample in samples if sample.words in encoded])
    rated = {name: lessons(head, each) for name, each in parts.items()}

    def score(net: TagNetwork) -> float:
        values = {name: f1(head, net, each, opened) for name, each in rated.items()}
        print(", ".join(f"{name} {100 * value:.2f}" for name, value in values.items()), flush=True)
        return sum(values.values()) / len(values)

    net = fit(head, listed, opened, score, folder / model.encoder, epochs)
    export(head, net, into / HEADS / f"{head.name}.onnx")
    counts = sources([each.sample for each in listed])
    print(f"{head.name}: learned from {json.dumps(counts)}; dev {score(net):.4f}")


if __name__ == "__main__":
    main()
