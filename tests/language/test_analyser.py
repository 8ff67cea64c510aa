import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossreport.language import Analyser
from crossreport.model import Analysis, Block, Page, Published, Sentence

STORY = (
    "Government troops shelled the village of Bir Hamdan on Friday, killing 14 people, a doctor told Radio Nuba. "
    "Colonel Tarek Mansour said his men had not fired.\nThe rebels were driven out by the army."
)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


def page(text: str, name: str = "p") -> Page:
    blocks = (Block(0, len(text), "paragraph"),) if text else ()
    return Page(name, "c", name, None, None, "en", text, blocks, (), Published("2015", None, None))


def word(sentence: Sentence, text: str) -> int:
    return next(i for i, token in enumerate(sentence.tokens) if token.text == text)


def check(text: str, analysis: Analysis) -> None:
    covered = 0
    for sentence in analysis.sentences:
        assert sum(token.head == -1 for token in sentence.tokens) == 1
        assert sentence.subtree(next(i for i, t in enumerate(sentence.tokens) if t.head == -1)) == list(
            range(len(sentence.tokens))
        )
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert sentence.start <= token.start < token.end <= sentence.end
            assert (token.rel == "root") == (token.head == -1)
            assert token.lemma
            covered += token.end - token.start
    assert covered == sum(not char.isspace() for char in text)


def test_syntax_names_and_lemmas_of_a_report(analyser: Analyser) -> None:
    analysis = analyser.analyse(page(STORY))
    check(STORY, analysis)
    first, second, third = analysis.sentences
    shelled = word(first, "shelled")
    assert first.tokens[shelled].lemma == "shell"
    assert first.tokens[word(first, "troops")].head == shelled
    assert first.tokens[word(first, "troops")].rel == "nsubj"
    assert first.tokens[word(first, "village")].rel == "obj"
    assert first.tokens[word(first, "14")].rel == "nummod"
    assert [t.text for n in second.names for t in second.tokens[n.first : n.last]] == ["Tarek", "Mansour"]
    assert second.names[0].label == "PER"
    assert third.tokens[word(third, "rebels")].rel == "nsubj:pass"
    assert third.tokens[word(third, "army")].rel == "obl:agent"


def test_a_page_does_not_depend_on_its_neighbours(analyser: Analyser) -> None:
    pages = [page(STORY), page("Short.", "q"), page("A long line, " * 40 + "at last.", "r"), page("", "s")]
    alone = [msgspec.json.encode(Analyser(threads=2).analyse(each)) for each in pages]
    together = [msgspec.json.encode(each) for each in analyser.analyse_many(pages[::-1])][::-1]
    assert alone == together


def test_the_model_names_weights_and_run_time(analyser: Analyser) -> None:
    assert analyser.analyse(page("")).model == analyser.version
    assert "onnxruntime" in analyser.version
    assert "numpy" in analyser.version


def test_an_overlong_sentence_keeps_all_words_and_one_root(analyser: Analyser) -> None:
    text = "men, women and children of Qaryat " * 834
    analysis = analyser.analyse(page(text))
    assert len(analysis.sentences) == 1
    check(text, analysis)


odd = st.text(max_size=120) | st.text(alphabet="🚀🏴‍☠️مدينةحلب.؟ \n\t\0\x07\u200b\u202eaZ9'’\"-—()[]…%$", max_size=120)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=odd)
def test_no_text_breaks_it(analyser: Analyser, text: str) -> None:
    check(text, analyser.analyse(page(text)))
