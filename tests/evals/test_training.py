"""The training of the language room's heads: what is learned from, and that training and export do what they say."""

from pathlib import Path
from random import Random

import numpy as np
import pytest

from training.language import noise
from training.language.sample import Sample, Syntax, spans_of
from training.language.swapping import copies, lists, swapped

SAMPLE = Sample(
    ("In", "Goma", ",", "Jean", "Bahati", "'s", "men", "of", "M23", "fled"),
    "own",
    ("O", "B-LOC", "O", "B-PER", "I-PER", "O", "O", "O", "B-ORG", "O"),
)
TREE = Syntax(
    ("ADP", "PROPN", "PUNCT", "NOUN", "VERB"),
    ("IN", "NNP", ",", "NNS", "VBD"),
    (2, 5, 2, 5, 0),
    ("case", "obl", "punct", "nsubj", "root"),
)


def test_a_copy_keeps_the_words_around_its_names():
    for seed in range(40):
        copy = swapped(SAMPLE, Random(seed))
        assert copy is not None
        spans = spans_of(copy.names or ())
        assert [label for *_, label in spans] == ["LOC", "PER", "ORG"]
        inside = {at for first, last, _ in spans for at in range(first, last)}
        around = [word for at, word in enumerate(copy.words) if at not in inside]
        assert around == ["In", ",", "'s", "men", "of", "fled"]


def test_copies_are_the_same_every_time_and_differ_among_themselves():
    made = copies([SAMPLE], 20, 5)
    assert made == copies([SAMPLE], 20, 5)
    assert len({copy.words for copy in made}) > 15


def test_nothing_without_names_is_copied():
    assert swapped(Sample(("They", "fled"), "own", ("O", "O")), Random(1)) is None


def test_every_region_has_names_enough():
    for region in lists().regions.values():
        assert len(region.given) >= 30
        assert len(region.family) >= 25


def test_commas_go_and_the_tree_stays_a_tree():
    bare = noise.without_commas(Sample(("In", "Goma", ",", "men", "fled"), "own", None, TREE))
    assert bare is not None
    assert bare.words == ("In", "Goma", "men", "fled")
    assert bare.syntax is not None
    assert (bare.syntax.heads, bare.syntax.rels) == ((2, 4, 4, 0), ("case", "obl", "nsubj", "root"))


def test_a_sentence_that_leans_on_a_comma_stays():
    leaning = Syntax(TREE.upos, TREE.xpos, (2, 3, 5, 5, 0), TREE.rels)
    assert noise.without_commas(Sample(("In", "Goma", ",", "men", "fled"), "own", None, leaning)) is None


def test_apostrophes_go_and_words_stay_words():
    bare = noise.without_apostrophes(SAMPLE)
    assert bare is not None
    assert bare.words[5] == "s"
    assert len(bare.words) == len(SAMPLE.words)
    assert noise.without_apostrophes(Sample(("They", "fled"), "own")) is None


@pytest.fixture
def lesson_room(tmp_path: Path):
    from training.language.encoded import Encoded
    from training.language.fit import lessons
    from training.language.heads import all_heads

    head = all_heads()["names"]
    samples = copies([SAMPLE], 12, 1)
    encoded = Encoded(tmp_path / "encoded")
    encoded.add([sample.words for sample in samples])
    encoded.add([sample.words for sample in samples])
    return head, lessons(head, samples), encoded.open(), tmp_path


@pytest.mark.training
def test_training_goes_on_where_it_stopped_and_its_export_says_the_same(lesson_room):
    import torch

    from crossreport.language.heads import Head
    from crossreport.language.sessions import session
    from training.language.exporting import export
    from training.language.fit import batches, fit
    from training.language.scores import f1

    head, listed, opened, folder = lesson_room
    rated = iter(range(100))
    torch.set_num_threads(1)

    def better(_: object) -> float:
        return float(next(rated))

    straight = fit(head, listed, opened, better, folder / "a", 2)
    fit(head, listed, opened, better, folder / "b", 1, of=2)
    resumed = fit(head, listed, opened, better, folder / "b", 2)
    for one, two in zip(straight.parameters(), resumed.parameters(), strict=True):
        assert torch.equal(one, two)
    assert 0.0 <= f1(head, straight, listed, opened) <= 1.0
    export(head, straight, folder / "names.onnx")
    export(head, straight, folder / "again.onnx")
    assert (folder / "names.onnx").read_bytes() == (folder / "again.onnx").read_bytes()
    running = session((folder / "names.onnx").read_bytes(), 1)
    assert Head("names", running).labels == head.labels
    for batch in batches(listed[:3], opened, None):
        with torch.no_grad():
            wanted = straight(batch.words, batch.hints, batch.mask)[0].numpy()
        held = int(batch.mask[0].sum())
        given = {"words": batch.words[0, :held].numpy(), "hints": batch.hints[0, :held].numpy()}
        np.testing.assert_allclose(running.run(None, given)[0], wanted[:held], atol=0.02)
