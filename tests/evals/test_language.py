"""The scorers of the language room and the readers of its corpora."""

import gzip
from pathlib import Path

import pytest

from crossreport.model.analysis import Name, Sentence, Token
from evals.language import CONFLICTS, CULTURES, NAMES, Found, Trees, conflicts
from evals.language_raw import Raw, documents
from training.language.name_corpora import marked, unmarked
from training.language.sample import Sample, Syntax, bare, spans_of, tags_of

TABLE = """# newdoc id = one
# newpar
# text = He didn't go. All left.
1\tHe\the\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = All left.
1\tAll\tall\tDET\tDT\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


def sentence(text: str, rows: list[tuple[str, str, int, str]], names: tuple[Name, ...] = ()) -> Sentence:
    tokens, at = [], 0
    for word, upos, head, rel in rows:
        at = text.index(word, at)
        tokens.append(Token(at, at + len(word), word, word, upos, "_", head, rel))
        at += len(word)
    return Sentence(tokens[0].start, at, 0, tuple(tokens), names)


def test_tags_and_spans_are_two_ways_to_say_the_same():
    spans = [(0, 2, "PER"), (3, 4, "LOC")]
    assert tags_of(spans, 5) == ("B-PER", "I-PER", "O", "B-LOC", "O")
    assert spans_of(tags_of(spans, 5)) == spans
    assert spans_of(["I-LOC", "I-LOC", "I-PER"]) == [(0, 2, "LOC"), (2, 3, "PER")]
    assert tags_of([(0, 1, "LOC"), (0, 3, "ORG")], 3) == ("B-ORG", "I-ORG", "I-ORG")


def test_a_name_is_cut_to_what_is_written_with_capitals():
    words = ("the", "Foreign", "Minister", "Tobias", "Ellwood", "today")
    assert bare(words, (0, 6, "PER"), frozenset({"the", "foreign", "minister"})) == (3, 5, "PER")
    assert bare(("the", "rebels"), (0, 2, "ORG"), frozenset()) is None


def test_marks_are_taken_out_and_kept_as_spans():
    text, spans = unmarked("The [GRP M23] took [LOC Goma].")
    assert [text[start:end] for start, end, _ in spans] == ["M23", "Goma"]
    assert [label for *_, label in spans] == ["ORG", "LOC"]


@pytest.mark.parametrize("file", [*CONFLICTS, "learned.yaml"])
def test_every_mark_covers_whole_words(file: str):
    assert sum(bool(spans_of(sample.names or ())) for sample in marked(NAMES / file, "own")) > 100


def test_the_conflict_sentences_are_many_and_apart():
    parts = {part: [s.words for each in conflicts(part).values() for s in each] for part in ("dev", "test")}
    assert len(parts["dev"]) + len(parts["test"]) >= 300
    learned = {sample.words for sample in marked(NAMES / "learned.yaml", "own")}
    assert not {*parts["dev"], *parts["test"]} & learned
    assert not set(parts["dev"]) & set(parts["test"])
    assert {war for wars in CULTURES.values() for war in wars} == set(conflicts("test"))


def test_trees_and_names_are_counted():
    gold = Sample(
        ("Goma", "fell"),
        "own",
        ("B-LOC", "O"),
        Syntax(("PROPN", "VERB"), ("NNP", "VBD"), (2, 0), ("nsubj", "root")),
    )
    rows = [("Goma", "PROPN", 1, "obj"), ("fell", "NOUN", -1, "root")]
    ours = sentence("Goma fell", rows, (Name(0, 1, "PER"), Name(1, 2, "LOC")))
    trees, found = Trees(), Found()
    trees.add(gold, ours)
    assert (trees.share("upos"), trees.share("uas"), trees.share("las")) == (0.5, 1.0, 0.5)
    assert found.add(gold, ours) == ["missed LOC Goma", "invented PER Goma", "invented LOC fell"]
    assert found.f1() == 0.0
    assert found.f1("span") == pytest.approx(2 / 3)


def test_raw_text_is_scored_by_the_characters_that_words_cover(tmp_path: Path):
    file = tmp_path / "x.conllu.gz"
    file.write_bytes(gzip.compress(TABLE.replace("He didn't go. All left.", "He didn't go.").encode()))
    ((name, gold),) = documents(file)
    assert (name, gold.text) == ("one", "He didn't go. All left.")
    assert gold.sentences == [(0, 11), (11, 19)]
    raw = Raw()
    words = [("He", "PRON", 3, "nsubj"), ("did", "AUX", 3, "aux"), ("n't", "PART", 3, "advmod")]
    words += [("go", "VERB", -1, "root"), (".", "PUNCT", 3, "punct")]
    raw.add(gold, [sentence(gold.text, words)])
    assert raw.f1("sentences") == pytest.approx(2 / 3)
    assert raw.f1("words") == pytest.approx(2 * 5 / (8 + 5))
    assert raw.f1("las") == raw.f1("words")
