"""The first look: it drops what is clearly something else, never by names, and says so."""

from crossreport.intake import capture_bytes
from crossreport.model import Page, Rejection
from crossreport.reading import read_page
from crossreport.reading.relevance import BAR, LEAST_WORDS, RULE, not_conflict, relevance

SHELLS = (
    "Shells fell on a market in the eastern quarter on Tuesday, killing at least nine civilians and wounding more, "
    "the governor said. Rebel fighters denied that they had fired at the town and blamed the army for the attack. "
    "Clashes went on near the checkpoint, where troops had been ambushed on Sunday.\n"
)
CAKE = (
    "Beat the butter with the sugar until it is pale, then fold in the flour and the eggs, one by one. You will "
    "love how easy this recipe is, and your guests ask for more. Bake it for forty minutes, let it cool, and serve it "
    "with cream, fresh fruit and your best coffee. If you have not got a round tin, use a square one.\n"
)


def page(text):
    found = read_page(capture_bytes(text.encode(), "a.txt"))
    assert isinstance(found, Page)
    return found


def test_reporting_of_conflict_is_read_and_a_recipe_is_not():
    assert not_conflict(page(SHELLS)) is None
    dropped = not_conflict(page(CAKE))
    assert isinstance(dropped, Rejection)
    assert (dropped.name, dropped.rule) == ("a.txt", RULE)
    assert f"{relevance(CAKE):.2f}" in dropped.says


def test_names_of_places_and_parties_do_not_count():
    for name in ("Aleppo", "Hodeidah", "ISIS", "Hezbollah", "Reuters", "Bamako"):
        assert relevance(CAKE.replace("Bake", name)) == relevance(CAKE.replace("Bake", "Xyz"))


def test_a_page_of_few_words_is_read():
    short = "Beat the butter with the sugar until it is pale."
    assert len(short.split()) < LEAST_WORDS
    assert relevance(short) is None
    assert not_conflict(page(short)) is None


def test_the_bar_is_low():
    assert BAR < 0
