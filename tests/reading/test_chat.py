"""Pasted and exported chats, posts in JSON: whose they are, their days, their text. All pages are our own."""

import json

import pytest

from crossreport.intake import read_paths
from crossreport.intake.read import capture_bytes
from crossreport.model import Capture, Page
from crossreport.reading import read_page

POSTS = (
    ("06:14", "Shots were heard in the hill quarter of Kisala from five in the morning."),
    ("07:02", "Soldiers killed two boys near the market of Kisala, a shop owner says."),
    ("09:30", "The governor denies that soldiers shot at anybody in the town."),
)


def page_of(text: str) -> Page:
    page = read_page(capture_bytes(text.encode(), "chat.txt"))
    assert isinstance(page, Page)
    return page


def told(page: Page) -> list[str]:
    return [page.text[block.start : block.end] for block in page.blocks]


@pytest.mark.parametrize(
    ("form", "gap"),
    [
        ("Hill Watch Kisala, [14.03.2023 {}]\n{}", "\n\n"),
        ("Hill Watch Kisala, [2023-03-14 {}:05]\n{}", "\n\n"),
        ("14/03/2023, {} - Hill Watch Kisala: {}", "\n"),
        ("[14/03/2023, {}:05] Hill Watch Kisala: {}", "\n"),
    ],
)
def test_a_channel_s_messages_lose_their_stamps_and_it_is_the_outlet(form: str, gap: str) -> None:
    page = page_of(gap.join(form.format(*post) for post in POSTS))
    assert page.outlet == "Hill Watch Kisala"
    assert page.published.edtf == "2023-03-14"
    assert told(page) == [text for _, text in POSTS]


def test_of_many_who_write_each_keeps_the_name_before_the_words() -> None:
    names = ("Amina", "Desk", "Joel")
    lines = [f"14/03/2023, {hour} - {name}: {text}" for name, (hour, text) in zip(names, POSTS, strict=True)]
    page = page_of("\n".join(lines))
    assert page.outlet is None
    assert told(page) == [f"{name}: {text}" for name, (_, text) in zip(names, POSTS, strict=True)]


def test_one_stamp_makes_no_chat() -> None:
    quoted = "Hill Watch Kisala, [14.03.2023 06:14]"
    page = page_of(f"Kisala under fire\n\n{POSTS[0][1]} {POSTS[1][1]}\n\n{quoted}\n\n{POSTS[2][1]}")
    assert page.outlet is None


@pytest.mark.parametrize(
    ("record", "outlet"),
    [
        ({"created_at": "Tue Mar 14 06:14:00 +0000 2023", "full_text": POSTS[1][1], "source": "<a>Web App</a>",
          "user": {"name": "Hill Watch", "screen_name": "hillwatch"}}, "Hill Watch"),
        ({"date": "2023-03-14T06:14:00+00:00", "rawContent": POSTS[1][1],
          "user": {"username": "hillwatch"}}, "hillwatch"),
        ({"date": "2023-03-14T06:14:00", "from": "Hill Watch", "type": "message",
          "text": ["Soldiers killed two boys near the market of ", {"type": "bold", "text": "Kisala"},
                   ", a shop owner says."]}, "Hill Watch"),
        ({"created_utc": 1678774440, "selftext": POSTS[1][1], "title": "From Kisala"}, None),
    ],
)  # fmt: skip
def test_posts_in_json_bring_who_posted_them_and_when(record: dict[str, object], outlet: str | None, tmp_path) -> None:
    path = tmp_path / "post.json"
    path.write_text(json.dumps(record))
    (capture,) = read_paths([path])
    assert isinstance(capture, Capture)
    page = read_page(capture)
    assert isinstance(page, Page)
    assert (page.outlet, page.published.edtf) == (outlet, "2023-03-14")
    assert told(page)[-1] == POSTS[1][1]
