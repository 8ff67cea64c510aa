"""Short pages that one outlet writes anew from another, and those on one deed that two outlets wrote themselves."""

import pytest

from crossreport.linking import link
from crossreport.model import CodedPage, Linked
from evals.rooms import Rooms
from tests.weighing.test_issuers import coded

HERDERS = (
    "Soldiers shot two herders near Abala on Monday, a cousin said. The two had sold a camel and carried the money in "
    "a belt. Their donkey came home alone with blood on the saddle.",
    "A donkey came home alone, its saddle bloody. Two herders who carried in a belt the money for a camel had been "
    "shot near Abala by soldiers on Monday.",
    "Two herders were shot by soldiers near Abala on Monday. The imam washed the bodies and says that both had been "
    "hit in the back. The village will take its complaint to the prefect.",
)
FISHERS = (
    "A naval boat fired on fishermen off Tumaco on Monday and killed two, their guild said. The crew had been mending "
    "a torn net by lantern. A third man swam for an hour to the mangroves.",
    "By lantern light the crew were mending a torn net when a naval boat opened fire on them off Tumaco on Monday. "
    "Two fishermen died; a third swam an hour until he reached the mangroves.",
    "Two fishermen were killed off Tumaco on Monday by shots from a naval boat. Widows blocked the pier with crates of "
    "ice. Nobody has sold shrimp in the town since.",
)


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def linked(*pages: CodedPage) -> Linked:
    return link(pages)


@pytest.mark.parametrize("told", [HERDERS, FISHERS])
def test_a_short_page_written_anew_from_another_is_a_paraphrase(rooms: Rooms, told: tuple[str, str, str]) -> None:
    first, retold, own = (
        coded(rooms, outlet, text) for outlet, text in zip(("Daily", "Mirror", "Courier"), told, strict=True)
    )
    groups = [set(one.pages) for one in linked(first, retold, own).source_groups if one.kind == "paraphrase"]
    assert groups == [{first.page.id, retold.page.id}]
