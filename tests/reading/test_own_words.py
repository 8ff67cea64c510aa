"""The user's own outlets and dated facts: they count beside those that are shipped, and a bad file is named."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page
from crossreport.reading.own_words import OwnText, use
from crossreport.reading.published.facts import facts
from crossreport.reading.sources import register, source_by_domain
from crossreport.words.loader import WordsError

FACTS = """
- {name: Brenna Oskald, kind: office, from: 2018-03, to: 2019, titles: [governor], source: "State gazette 2018/12"}
"""
SOURCES = """
- {name: Harbour Lamp, kind: private, side: family-owned, domains: [harbourlamp.example], source: "Own imprint"}
"""
REPORT = (
    "Shells fell on the quay before dawn and wounded two porters, Governor Brenna Oskald said in the harbour office. "
    "The porters were carried to the clinic on a door, and the nurse said that both would live.\n"
)


@pytest.fixture(autouse=True)
def _no_own_words():
    yield
    use({})


def published():
    page = read_page(capture_bytes(REPORT.encode(), "page.txt"))
    assert isinstance(page, Page)
    return page.published


def test_a_users_fact_bounds_a_page_and_goes_away_again():
    use({"facts": OwnText("own.yaml", FACTS)})
    found = published()
    assert "2018-02" < found.earliest <= "2018-03-01"
    assert "2019-12-31" <= found.latest < "2020-02"
    use({})
    assert published().earliest is None


def test_months_and_years_are_bounds_and_not_days():
    use({"facts": OwnText("own.yaml", FACTS)})
    fact = next(fact for fact in facts() if fact.name == "Brenna Oskald")
    assert (fact.first.isoformat(), fact.last.isoformat(), fact.exact) == ("2018-03-01", "2019-12-31", False)


def test_a_users_outlet_is_found_by_its_domain():
    assert source_by_domain("https://harbourlamp.example/a") is None
    use({"sources": OwnText("own.yaml", SOURCES)})
    assert source_by_domain("https://harbourlamp.example/a").name == "Harbour Lamp"
    assert source_by_domain("https://www.reuters.com/a").name == "Reuters"


def test_a_users_outlet_replaces_the_shipped_one_of_its_name():
    mine = '- {name: Reuters, kind: agency, side: mine, domains: [reuters.com], source: "me"}'
    use({"sources": OwnText("own.yaml", mine)})
    assert [source.side for source in register() if source.name == "Reuters"] == ["mine"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {name: A, kind: office, from: 2018, source: s}", "titles"),
        ("- {name: A, kind: group, from: 2018, to: 2017, source: s}", "before it begins"),
        ("- {name: A, kind: group, from: someday, source: s}", "is no date"),
        ("- {name: A, kind: group, from: 2018-13, source: s}", "no day of the calendar"),
        ("- {name: A, kind: planet, from: 2018, source: s}", "own.yaml, entry 1 (A)"),
        ("- {name: A, kind: group, from: 2018}", "source"),
        ("- {name: A, kind: group, form: 2018, source: s}", "form"),
        ("name: A", "own.yaml"),
        ("- {name: [", "own.yaml"),
    ],
)
def test_a_bad_file_of_facts_is_named_with_its_entry(text, says):
    use({"facts": OwnText("own.yaml", text)})
    with pytest.raises(WordsError, match="own") as caught:
        facts()
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {name: A, kind: private, side: x, source: ''}", "source"),
        ("- {name: A, kind: blog, side: x, source: s}", "kind"),
        (
            "- {name: A, kind: ngo, side: x, source: s, domains: [a.example]}\n"
            "- {name: B, kind: ngo, side: x, source: s, domains: [a.example]}",
            "keep one",
        ),
    ],
)
def test_a_bad_file_of_outlets_is_named(text, says):
    use({"sources": OwnText("own.yaml", text)})
    with pytest.raises(WordsError, match="own") as caught:
        register()
    assert says in str(caught.value)
