"""Heads of their own files on the encoder's pass, and what the shipped one finds."""

import numpy as np
import pytest

from crossreport.language.analyser import Analyser
from crossreport.language.heads import Head, head_files, load_heads
from crossreport.language.hints import WIDTH
from crossreport.language.model import Model, shipped


@pytest.fixture(scope="module")
def model() -> Model:
    return Model()


def test_every_shipped_head_says_one_label_a_word(model: Model):
    tagged = model.tag(["Shells", "hit", "Goma", "."])
    assert list(tagged.layers) == [name for name, _ in head_files(shipped())]
    assert all(len(labels) == 4 for labels in tagged.layers.values())
    assert tagged.names == ("O", "O", "B-LOC", "O")


def test_a_head_without_hints_gets_none():
    class Session:
        def get_modelmeta(self):
            return type("Meta", (), {"custom_metadata_map": {"labels": '["O", "X"]', "hints": "0"}})

        def run(self, _, given):
            assert not given["hints"].any()
            return [np.eye(2, dtype=np.float32)[[0, 1]]]

    head = Head("test", Session())
    assert head.tag(np.zeros((2, 768), np.float32), np.ones((2, WIDTH), np.float32)) == ("O", "X")


def test_heads_are_counted_into_the_version(model: Model, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("crossreport.language.model.head_files", lambda folder: head_files(folder) * 2)
    assert Model().version != model.version


def test_threads_change_nothing():
    (one,), (two,) = (load_heads(head_files(shipped()), threads) for threads in (1, 2))
    read = np.random.default_rng(1).normal(size=(40, 768)).astype(np.float32)
    assert one.tag(read, np.zeros((40, WIDTH), np.float32)) == two.tag(read, np.zeros((40, WIDTH), np.float32))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jabhat al-Nusra took Baquba.", [("Jabhat al-Nusra", "ORG"), ("Baquba", "LOC")]),
        ("Mortars hit Nikopol from across the Dnipro.", [("Nikopol", "LOC"), ("Dnipro", "LOC")]),
        ("Aung Kyaw Lin was arrested in Lashio.", [("Aung Kyaw Lin", "PER"), ("Lashio", "LOC")]),
    ],
)
def test_types_of_transliterated_names(text: str, wanted: list[tuple[str, str]]):
    from evals.language_raw import parsed

    (sentence,) = parsed(Analyser(), text)
    found = [
        (text[sentence.tokens[name.first].start : sentence.tokens[name.last - 1].end], name.label)
        for name in sentence.names
    ]
    assert found == wanted
