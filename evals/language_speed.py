"""How fast the language room reads, and what it needs: `python -m evals.language_speed [--seconds 5] [--profile]`.

The pages are our own (`evals/pages`), read again by a fresh analyser each time, since one remembers what it read. One
thread; then one process a core, which is how the product uses several. Rates of one process are by its own processor
time, so that other work on the machine does not count; those of several are by the clock: let the machine be free. The
int8 peak is measured with the encoder's own largest product on rows enough to fill it; the share says how much of that
the room reaches, everything but the matrices included.
"""

import argparse
import multiprocessing
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence

import numpy as np

from crossreport.language.analyser import Analyser
from evals.corpora import ROOT
from evals.language_raw import parsed

ARTICLE = 500  # words
_WIDTH, _INNER, _LAYERS = 384, 1536, 6  # of the encoder
_PEAK_ROWS = 512
_COLD = (
    "import time; t = time.process_time(); from crossreport.language import Analyser; a = Analyser(); "
    "{}print(time.process_time() - t)"
)
_WARM = "Shells hit the market of Goma on Friday."
_FIRST = "from evals.language_raw import parsed; parsed(a, 'Shells hit Goma on Friday.'); "


def pages() -> list[str]:
    """Our own pages."""
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "evals" / "pages").glob("*/*.txt"))]


def rate(seconds: float) -> tuple[int, int, int, float]:
    """Sentences, words, word pieces and processor seconds of reading pages for that long, in this process."""
    texts = pages()
    sentences = words = at = 0
    pieces = spent = 0.0
    analyser = Analyser()
    while spent < seconds:
        if at % len(texts) == 0:
            analyser = Analyser()
            parsed(analyser, _WARM)
        begun = time.process_time()
        found = parsed(analyser, texts[at % len(texts)])
        spent += time.process_time() - begun
        sentences += len(found)
        words += sum(len(sentence.tokens) for sentence in found)
        pieces += sum(analyser.size(token.text) + 2 / len(each.tokens) for each in found for token in each.tokens)
        at += 1
    return sentences, words, round(pieces), spent


def peak() -> float:
    """Operations a second of int8 products of the encoder's largest shape, on one thread."""
    from onnx import TensorProto, helper, numpy_helper

    weights = numpy_helper.from_array(np.ones((_WIDTH, _INNER), np.int8), "w")
    node = helper.make_node("MatMulInteger", ["x", "w"], ["y"])
    floats = helper.make_tensor_value_info
    ends = [floats("x", TensorProto.UINT8, ["n", _WIDTH])], [floats("y", TensorProto.INT32, ["n", _INNER])]
    graph = helper.make_graph([node], "peak", *ends, [weights])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    from crossreport.language.sessions import session

    running, given = session(model.SerializeToString(), 1), {"x": np.ones((_PEAK_ROWS, _WIDTH), np.uint8)}
    best = 0.0
    for _ in range(50):
        begun = time.process_time()
        running.run(None, given)
        best = max(best, 2 * _PEAK_ROWS * _WIDTH * _INNER / (time.process_time() - begun))
    return best


def operations(pieces: int) -> float:
    """Of the encoder's linear layers for so many word pieces; attention and heads left out."""
    return 2.0 * pieces * _LAYERS * (4 * _WIDTH * _WIDTH + 2 * _WIDTH * _INNER)


def cold(first: str = "") -> float:
    """Processor seconds from a fresh interpreter's import to a loaded model, the best of three."""
    command = [sys.executable, "-c", _COLD.format(first)]
    said = [subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout for _ in range(3)]
    return min(float(each) for each in said)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(prog="evals.language_speed", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--profile", action="store_true", help="where the time goes, function by function")
    options = parser.parse_args(arguments)
    if options.profile:
        return _profile(options.seconds)
    print(f"cold start: {cold():.2f} s to loaded, {cold(_FIRST):.2f} s to the first sentence")
    sentences, words, pieces, seconds = rate(options.seconds)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"one thread: {sentences / seconds:.0f} sentences/s, {words / seconds:.0f} words/s, ", end="")
    print(f"{words / seconds / ARTICLE:.1f} articles/s of {ARTICLE} words; peak memory {memory:.0f} MB")
    cores = os.cpu_count() or 1
    with multiprocessing.get_context("spawn").Pool(cores) as pool:
        pool.map(rate, [0.0] * cores)  # load
        begun = time.perf_counter()
        several = pool.map(rate, [options.seconds] * cores)
        taken = time.perf_counter() - begun
        total = sum(found[1] for found in several) / taken
        share = sum(found[3] for found in several) / (taken * cores)
    told = f"{cores} processes: {total:.0f} words/s, {total / ARTICLE:.1f} articles/s"
    print(f"{told}, with {100 * share:.0f} % of the machine")
    try:
        best = peak()
    except ImportError:
        print("int8 peak: not measured, needs `pip install onnx`")
        return None
    used = operations(pieces) / seconds
    print(f"int8: {used / 1e9:.1f} of {best / 1e9:.1f} billion operations/s, {100 * used / best:.0f} %")
    return None


def _profile(seconds: float) -> None:
    import cProfile
    import pstats

    profile = cProfile.Profile()
    profile.runcall(rate, seconds)
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
