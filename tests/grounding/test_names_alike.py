"""Names that a model takes for persons, and the page shows to be villages or things. No model runs here."""

import pytest
from msgspec.structs import replace

from crossreport.grounding.names_alike import with_names_alike
from crossreport.model import Name
from tests.grounding.plain import analysis_of

Labelled = tuple[tuple[str, str], ...]


def labels(text: str, named: Labelled) -> list[str]:
    """The labels that the names of the later lines keep; `named` gives each name's words and label."""
    analysis = analysis_of(text)
    sentences = []
    for sentence, names in zip(analysis.sentences, named, strict=True):
        words, label = names
        tokens = [token.text for token in sentence.tokens]
        parts = words.split()
        first = next(at for at in range(len(tokens)) if tokens[at : at + len(parts)] == parts)
        sentences.append(replace(sentence, names=(Name(first, first + len(parts), label),)))
    settled = with_names_alike(replace(analysis, sentences=tuple(sentences)))
    return [name.label for sentence in settled.sentences[1:] for name in sentence.names]


@pytest.mark.parametrize(
    ("first", "name", "then", "kept"),
    [
        ("Jets bombed Kyo Htee village.", "Kyo Htee", "Soldiers shelled Kyo Htee again.", ["LOC"]),
        ("They fled the village of Kyo Htee.", "Kyo Htee", "Soldiers shelled Kyo Htee again.", ["LOC"]),
        ("Jets bombed Kyo Htee village.", "Kyo Htee village", "Soldiers shelled Kyo Htee again.", ["LOC"]),
        ("A nurse met Kyo Htee there.", "Kyo Htee", "Soldiers beat Kyo Htee again.", ["PER"]),
        ("Jets bombed Garang village.", "Garang", "They shot Colonel Garang there.", ["PER"]),
    ],
)
def test_what_the_page_calls_a_village_is_one_everywhere(first: str, name: str, then: str, kept: list[str]) -> None:
    again = name.removesuffix(" village")
    assert labels(f"{first}\n{then}", ((name, "LOC"), (again, "PER"))) == kept


@pytest.mark.parametrize(
    ("then", "kept"),
    [
        ("Last week an Antonov dropped bombs.", []),
        ("Last week Antonov dropped in.", ["PER"]),
        ("Last week an Antonov supporter was shot.", ["PER"]),
    ],
)
def test_a_single_name_behind_an_article_is_nobody(then: str, kept: list[str]) -> None:
    analysis = analysis_of(then)
    tagged = tuple(
        replace(
            sentence, tokens=tuple(replace(t, upos="NOUN" if t.text == "supporter" else "X") for t in sentence.tokens)
        )
        for sentence in analysis.sentences
    )
    at = next(i for i, token in enumerate(tagged[0].tokens) if token.text == "Antonov")
    settled = with_names_alike(replace(analysis, sentences=(replace(tagged[0], names=(Name(at, at + 1, "PER"),)),)))
    assert [name.label for name in settled.sentences[0].names] == kept
