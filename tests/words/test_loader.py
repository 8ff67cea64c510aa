import pytest

from crossreport.words.loader import WordsError, load, parse


def test_missing_lexicon_is_named():
    with pytest.raises(WordsError, match=r"no lexicon .nothing\.yaml"):
        load("nothing.yaml", dict)


def test_wrong_shape_is_named():
    with pytest.raises(WordsError, match=r"own\.yaml: Expected"):
        parse("- 1", dict[str, int], name="own.yaml")
