from itertools import product

import pytest

from crossreport.record.search_words import LONGEST, keys_of, passages
from tests.builders import code_of, coded_of, page_of

CLASHES = "Clashes near Şırnāq and Sana’a were reported by two medics."
MANY = " ".join(map("".join, product("abcdefghijkl", "mnopqrstuvwxyz", "abcdefghijkl", "mnopqrstu", "abcd")))
NOTHING = "Medics reported nothing new."


@pytest.fixture
def filled(record):
    record.add_page(*coded_of(CLASHES, "a.txt"))
    record.add_page(*coded_of(NOTHING, "b.txt"))
    return record


@pytest.fixture
def holds(record):
    """Whether a query finds a page of this text."""

    def found(query, text):
        record.add_page(*coded_of(text, "a.txt"))
        return bool(record.search(query))

    return found


@pytest.mark.parametrize("query", ["sirnaq", "SIRNAQ clashes", "sana'a", "Sana’a medics"])
def test_accents_case_and_apostrophes_do_not_matter(filled, query):
    assert [hit.name for hit in filled.search(query)] == ["a.txt"]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("الرقة", "قصف على رقة صباح الاثنين"),
        ("رقه", "قتلى في الرَّقّة"),
        ("الرقة", "وصلوا إلى مدينة بالرقة"),
        ("حسكة", "طريق للحسكة"),
        ("احمد", "قال أحمد إنه"),
        ("إدلب", "ادلب"),
        ("مسئول", "مسيول"),
        ("على", "علي"),
        ("raqqa", "Shells hit al-Raqqa."),
        ("al-Raqqa", "Shells hit Raqqa."),
        ("al raqqa", "Shells hit ar-Raqqa."),
        ("Deir ez-Zor", "a road to Deir al-Zor"),
        ("an-Nusra", "al-Nusra fighters"),
        ("lodz", "a train from Łódź"),
        ("mursit", "the village of Mürşit"),
    ],
)
def test_forms_of_letters_vowel_points_and_articles_do_not_matter(holds, query, text):
    assert holds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("الم", "قلم على الطاولة"),
        ("raqqa", "Shells hit Raqqawi."),
        ("the army", "the militia"),
        ("الله", "هذا له"),
    ],
)
def test_other_words_are_not_found(holds, query, text):
    assert not holds(query, text)


def test_all_words_must_be_there(filled):
    assert sorted(hit.name for hit in filled.search("medics")) == ["a.txt", "b.txt"]
    assert filled.search("medics nothing clashes") == []


@pytest.mark.parametrize(("query", "count"), [('"two medics"', 1), ("“medics reported”", 1), ('"medics two"', 0)])
def test_what_stands_in_quotation_marks_must_stand_together(filled, query, count):
    assert len(filled.search(query)) == count


def test_a_phrase_passes_over_articles(holds):
    assert holds('"north of Raqqa"', "They drove north of ar-Raqqa.")


def test_hits_come_with_passages(filled):
    (hit,) = filled.search("sanaa")
    assert [span.quote for span in hit.spans] == ["Sana’a"]
    (hit,) = filled.search('"two medics" clashes')
    assert [span.quote for span in hit.spans] == ["Clashes", "two medics"]


def test_the_newest_page_comes_first_and_a_part_can_be_asked_for(record):
    days = {"a.txt": "2015-09-21", "b.txt": "2015-09-23", "c.txt": "2015-09-22", "d.txt": "2015-09-23"}
    for name, day in days.items():
        capture, _ = coded_of(f"Medics spoke for {name}.", name)
        record.add_page(capture, code_of(page_of(capture, day)))
    assert [hit.name for hit in record.search("medics")] == ["b.txt", "d.txt", "c.txt", "a.txt"]
    count, hits = record.found("medics", start=1, length=2)
    assert (count, [hit.name for hit in hits]) == (4, ["d.txt", "c.txt"])


def test_a_page_that_is_read_again_is_found_by_its_new_text_only(record):
    capture, coded = coded_of()
    record.add_page(capture, coded)
    record.rebuild()
    record.add_page(capture, coded)
    assert len(record.search("alwan")) == 1


@pytest.mark.parametrize(
    "query", ["", " ", "!?", '" OR words:*', "NEAR(", "a'b\"; DROP TABLE page", "& | ! <->", "\\'x:*", "'' \"\"", "\0"]
)
def test_no_query_breaks_it(filled, query):
    assert isinstance(filled.search(query), list)
    assert filled.verify() == []


@pytest.mark.parametrize("text", ["x" * 5000, MANY, "a\0b 'c' \\ d"])
def test_no_text_breaks_the_index(record, text):
    record.add_page(*coded_of(text, "a.txt"))
    assert record.verify() == []


def test_a_word_far_down_a_long_page_is_found(record):
    record.add_page(*coded_of(f"{'said ' * 20_000} Hamrin fell", "a.txt"))
    (hit,) = record.search("hamrin fell")
    assert [span.quote for span in hit.spans] == ["Hamrin", "fell"]


def test_every_key_of_a_text_is_a_key_of_a_query():
    text = "Al-Raqqa: الرَّقّة, “El Obeid” 1,200 men of the 4th O'Brien's naïve co-op_x"
    assert set(keys_of(text.replace("“", "").replace("”", ""))) == {
        key for key in keys_of(text) for key in key.split(" ")
    }
    assert all(passages(text, [key]) for key in keys_of(text))
    assert max(map(len, keys_of("y" * 1000))) == LONGEST
