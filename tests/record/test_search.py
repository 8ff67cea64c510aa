import pytest

from tests.builders import coded_of


@pytest.fixture
def filled(record):
    record.add_page(*coded_of("Clashes near Şırnāq and Sana’a were reported by two medics.", "a.txt"))
    record.add_page(*coded_of("Medics reported nothing new.", "b.txt"))
    return record


@pytest.mark.parametrize("query", ["sirnaq", "SIRNAQ clashes", "sana'a", "Sana’a medics"])
def test_accents_case_and_apostrophes_do_not_matter(filled, query):
    assert [hit.name for hit in filled.search(query)] == ["a.txt"]


def test_all_words_must_be_there(filled):
    assert [hit.name for hit in filled.search("medics")] == ["a.txt", "b.txt"]
    assert filled.search("medics nothing clashes") == []


def test_hits_come_with_passages(filled):
    (hit,) = filled.search("sanaa")
    assert [span.quote for span in hit.spans] == ["Sana’a"]


@pytest.mark.parametrize("query", ["", " ", "!?", '" OR words:*', "NEAR(", "a'b\"; DROP TABLE page"])
def test_no_query_breaks_it(filled, query):
    assert isinstance(filled.search(query), list)
    assert filled.verify() == []
