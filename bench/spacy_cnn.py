"""Our whole pipeline beside spaCy's CNN annotation alone, on the same pages in one run: `python -m bench.spacy_cnn`.

Needs `pip install spacy`, for this bench only. No weights of spaCy can be had offline, so a pipeline with the
architecture of `en_core_web_sm` (tagger, parser, names; without attribute ruler and lemmatiser, which makes it a
little faster) is trained here for some minutes on UD English EWT and UNER, and kept in `build/bench`. What it costs
depends on its shape and on the sentences that it finds, and hardly on how well it was trained.

One thread; processor seconds. Page by page the two take turns, so that a busy machine slows both alike.
"""

import argparse
import gzip
import itertools
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("BLIS_NUM_THREADS", "1")

from bench.rooms import WARM, Clock, read
from crossreport.language import Analyser
from evals.corpora import ROOT, Absent, fa_kes_sample, find
from evals.rooms import capture_of

KEPT = ROOT / "build" / "bench" / "spacy_cnn"
SENTENCES = 6000
IN_A_DOC = 8
PASSES = 3
_WIDTH = 96
_ROWS = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500, "SPACY": 50, "IS_SPACE": 50}
_EMBED = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2", "width": _WIDTH, "attrs": list(_ROWS),
        "rows": list(_ROWS.values()), "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": _WIDTH, "depth": 4, "window_size": 1,
        "maxout_pieces": 3,
    },
}  # fmt: skip
_LISTEN = {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH, "upstream": "tok2vec"}


def blank() -> Any:
    """The untrained pipeline: one encoder for tagger and parser, one of its own for the names."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _EMBED})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _LISTEN}})
    for name, state, pieces, inner in (("parser", "parser", 2, _LISTEN), ("ner", "ner", 2, _EMBED)):
        model = {
            "@architectures": "spacy.TransitionBasedParser.v2", "state_type": state, "extra_state_tokens": False,
            "hidden_width": 64, "maxout_pieces": pieces, "use_upper": True, "tok2vec": inner,
        }  # fmt: skip
        nlp.add_pipe(name, config={"model": model})
    return nlp


def rows() -> Iterator[list[tuple[str, str, int, str, str]]]:
    """Sentences of EWT: (word, tag, head, relation, BIO tag of a name) a word."""
    trees = find("data/ud_english/EWT/en_ewt-ud-train.conllu.gz")
    names = _names()
    for sentence in _blocks(trees):
        words = [line.split("\t") for line in sentence if line[0].isdigit() and line.split("\t")[0].isdigit()]
        found = [(w[1], w[4], int(w[6]) - 1, w[7]) for w in words]
        tags = names.get(" ".join(word for word, *_ in found), ["O"] * len(found))
        yield [(*row, tag) for row, tag in zip(found, tags, strict=True)]


def _names() -> dict[str, list[str]]:
    found = {}
    for path in sorted(find("data/uner_english").glob("*.iob2.gz")):
        for sentence in _blocks(path):
            cells = [line.split("\t") for line in sentence if not line.startswith("#")]
            found[" ".join(cell[1] for cell in cells)] = [cell[2].split("-OTHER")[0] for cell in cells]
    return found


def _blocks(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for filled, lines in itertools.groupby(stream, key=lambda line: bool(line.strip())):
            if filled:
                yield [line.rstrip("\n") for line in lines]


def examples_for(nlp: Any) -> list[Any]:
    """Pieces of EWT of some sentences each, so that the parser learns where sentences end."""
    from spacy.tokens import Doc
    from spacy.training import Example

    made, stream = [], itertools.islice(rows(), SENTENCES)
    while group := list(itertools.islice(stream, IN_A_DOC)):
        starts = itertools.accumulate((len(sentence) for sentence in group[:-1]), initial=0)
        flat = [
            (start, at, *row) for start, sentence in zip(starts, group, strict=True) for at, row in enumerate(sentence)
        ]
        words = [row[2] for row in flat]
        gold = Doc(
            nlp.vocab,
            words=words,
            tags=[row[3] for row in flat],
            heads=[start + (head if head >= 0 else at) for start, at, _, _, head, *_ in flat],
            deps=["ROOT" if head < 0 else rel for *_, head, rel, _ in flat],
            ents=[row[6] for row in flat],
        )
        made.append(Example(Doc(nlp.vocab, words=words), gold))
    return made


def trained() -> Any:
    """The pipeline, trained now or before."""
    import spacy
    from spacy.util import fix_random_seed, minibatch

    if KEPT.exists():
        return spacy.load(KEPT)
    nlp = blank()
    examples, chance = examples_for(nlp), random.Random(1)
    fix_random_seed(1)
    optimiser = nlp.initialize(lambda: examples)
    for _ in range(PASSES):
        chance.shuffle(examples)
        for batch in minibatch(examples, 16):
            nlp.update(batch, sgd=optimiser)
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(KEPT)
    return nlp


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.spacy_cnn")
    parser.add_argument("--pages", type=int, default=80)
    wanted = parser.parse_args().pages
    try:
        import spacy

        articles = fa_kes_sample(wanted)
        nlp = trained()
    except (Absent, ImportError) as absent:
        print(f"skipped: {absent}")
        return 0
    captures = [capture_of(f"{article.id}.txt", article.text) for article in articles]
    analyser = Analyser()
    for article, capture in zip(articles[:WARM], captures[:WARM], strict=True):
        read(capture, analyser, Clock())
        nlp(article.text)
    clock, theirs, words, sentences = Clock(), 0.0, 0, 0
    for article, capture in zip(articles, captures, strict=True):
        read(capture, analyser, clock)
        began = time.process_time()
        doc = nlp(article.text)
        theirs += time.process_time() - began
        words += len(doc)
        sentences += sum(1 for _ in doc.sents)
    began = time.process_time()
    for _ in nlp.pipe([article.text for article in articles]):
        pass
    batched = time.process_time() - began
    del clock.spent["between"]
    ours, language = sum(clock.spent.values()), clock.spent["language"]
    print(f"{len(articles)} pages, {words} words in {sentences} sentences as spaCy {spacy.__version__} counts them")
    for name, seconds in (
        ("our page rooms", ours), ("… of them language", language), ("spaCy, page by page", theirs),
        ("spaCy, nlp.pipe", batched),
    ):  # fmt: skip
        print(f"{name:22}{seconds / len(articles) * 1000:7.1f} ms a page{words / seconds:9.0f} words a second")
    print(f"pages a second, ours over spaCy's: {theirs / ours:.2f} page by page, {batched / ours:.2f} batched")
    return 0


if __name__ == "__main__":
    sys.exit(main())
