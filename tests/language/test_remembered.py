"""Tags that are kept by their words: the same as new ones, bounded, never those of another sentence."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from crossreport.language import Analyser
from crossreport.language.model import Model, Tagged
from crossreport.language.remembered import Remembered


class Counting:
    """Tags that name the words, and how often they were asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def __call__(self, words: Sequence[str]) -> Tagged:
        self.asked.append(tuple(words))
        return Tagged(tuple(words), tuple(words), tuple(range(-1, len(words) - 1)), tuple(words), {"names": ("O",)})


def test_what_is_remembered_is_what_the_model_says():
    model = Model()
    kept = Remembered(model.tag)
    for words in (["Shells", "hit", "Goma", "."], ["Two", "men", "from", "Kutum", "were", "held", "."]):
        assert kept(words) == kept(words) == model.tag(words)


def test_nothing_is_asked_for_twice_and_the_oldest_is_forgotten():
    tag = Counting()
    kept = Remembered(tag, most=2)
    for word in ("a", "b", "a", "c", "a"):
        kept([word])
    assert tag.asked == [("a",), ("b",), ("c",)]
    kept(["b"])  # "c" came later, "a" was asked for later
    assert tag.asked[-1] == ("b",)
    assert len(tag.asked) == 4


@given(st.lists(st.lists(st.text(max_size=3), min_size=1, max_size=3), max_size=8))
def test_no_sentence_gets_the_tags_of_another(sentences: list[list[str]]):
    tag = Counting()
    kept = Remembered(tag)
    for words in sentences * 2:
        assert kept(words).upos == tuple(words)


def test_a_sentence_costs_one_look_however_often_it_comes(monkeypatch):
    calls = []
    real = Model.tag
    monkeypatch.setattr(Model, "tag", lambda self, words: (calls.append(1), real(self, words))[1])
    analyser = Analyser()
    words = ["Nothing", "was", "heard", "."]
    spans = [(0, 7), (8, 11), (12, 17), (17, 18)]
    assert analyser.sentence(words, spans) == analyser.sentence(words, spans)
    assert len(calls) == 1
