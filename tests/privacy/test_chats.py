"""Who posts in a chat is a private person, but for the channel; so is whoever stands behind a trade that is counted."""

import pytest

from crossreport.model import CodedPage
from crossreport.privacy.chats import who_posts
from crossreport.privacy.of_page import names_of
from tests.builders import capture_of, page_of

TOLD = "Soldiers shot a man near the market of Kisala."


@pytest.mark.parametrize(
    "form", ["{}, [14.03.2023 18:22]\n{}", "14/03/2023, 18:22 - {}: {}", "[14/03/23, 18:22:05] {}: {}"]
)
def test_those_who_post_beside_a_channel_are_withheld(form: str) -> None:
    posts = [("Hill Watch Kisala", TOLD), ("Abu Salim", "God help them."), ("driver_77", "Is the road open?")]
    page = page_of(capture_of("\n".join(form.format(*post) for post in posts)))
    assert who_posts(page, frozenset()) == {"Abu Salim", "driver_77"}
    assert names_of(CodedPage(page, (), (), (), (), "fake 1"), frozenset()).private >= {"Abu Salim", "driver_77"}


def test_one_stamp_makes_no_chat() -> None:
    assert who_posts(page_of(capture_of(f"Abu Salim, [14.03.2023 18:22]\n{TOLD}")), frozenset()) == set()


@pytest.mark.parametrize("count", ["a", "one", "1", "1 (one)", "two (2)"])
def test_a_name_behind_a_counted_trade_is_private(count: str) -> None:
    page = page_of(capture_of(f"A mine near Kisala hurt {count} driver, Jonas Okello."))
    assert names_of(CodedPage(page, (), (), (), (), "fake 1"), frozenset()).private == {"Jonas Okello"}
