"""A day or month in front of a name is none of it: "On Monday FARDC soldiers attacked"."""

import pytest

from crossreport.language.analyser import Analyser
from crossreport.language.tokenise import tokenise

ANALYSER = Analyser()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday FARDC soldiers attacked CODECO in Djugu.", "FARDC"),
        ("In November OCS documented 97 kidnappings in Cali.", "OCS"),
        ("On Friday TTP fighters stormed a post in Tank.", "TTP"),
    ],
)
def test_a_day_in_front_of_a_name_is_none_of_it(text, name):
    spans = tokenise(text)
    read = ANALYSER.sentence([text[start:end] for start, end in spans], spans)
    named = [" ".join(token.text for token in read.tokens[one.first : one.last]) for one in read.names]
    assert name in named
    day = read.tokens[1]
    assert read.tokens[day.head].upos == "VERB"
    assert day.rel.startswith("obl")
