"""Several releases on one page, each counting from the day of its own dateline. 9 May 2023 is a Tuesday."""

from time import process_time

import pytest
from msgspec.structs import replace

from crossreport.grounding.times.mentions import ground_times
from crossreport.model import Block, Dropped
from crossreport.model.when import POSTED
from tests.grounding.plain import analysis_of, page_of


def values(*paragraphs, rule=""):
    text = f"\n{rule}\n".join(paragraphs)
    starts = [text.index(each) for each in paragraphs]
    blocks = tuple(Block(at, at + len(each), "paragraph") for at, each in zip(starts, paragraphs, strict=True))
    sentences = [
        replace(each, block=starts.index(each.start)) for each in analysis_of(text).sentences if each.start in starts
    ]
    page = replace(page_of(text, "2023-05-09"), blocks=blocks)
    found = ground_times(page, replace(analysis_of(text), sentences=tuple(sentences)))
    return [mention.value and mention.value.edtf for mention in found]


FIRST = "Goma, 9 May 2023 – Gunmen attacked a convoy on Monday."
SECOND = "Beni, 4 May 2023 (NVA) – Gunmen burned a village on Monday."


@pytest.mark.parametrize("rule", ["", "----", "* * *"])
def test_each_release_of_a_page_counts_from_its_own_day(rule):
    assert values(FIRST, SECOND, rule=rule) == ["2023-05-09", "2023-05-08", "2023-05-04", "2023-05-01"]


def test_what_follows_counts_from_the_release_until_a_line_of_dashes():
    assert values(FIRST, SECOND, "Two houses burned on Sunday.")[-1] == "2023-04-30"
    assert values(FIRST, SECOND, "Two houses burned on Sunday.", rule="-----")[-1] == "2023-05-07"


@pytest.mark.parametrize(
    "other",
    ["On 4 May 2023, gunmen came to Beni; they left on Monday.", "Talks of 4 May 2023 – gunmen came on Monday."],
)
def test_a_full_day_in_a_sentence_opens_no_release(other):
    assert values("Gunmen attacked Goma on 9 May 2023.", other)[-1] != "2023-05-01"


def test_one_day_alone_is_no_second_release():
    assert values("Gunmen attacked Goma on Saturday.", SECOND)[-1] == "2023-05-08"


POSTS = [
    ("[2 May 2023, 22:10]", "Gunmen burned two lorries this morning."),
    ("[2 May 2023, 23:40]", "Soldiers came to the ferry yesterday."),
    ("[5 May 2023, 09:15]", "A trader was killed on Monday."),
]


def posted(posts):
    text = "\n".join(line for post in posts for line in post)
    paragraphs = [told for _, told in posts]
    starts = [text.index(each) for each in paragraphs]
    blocks = tuple(Block(at, at + len(each), "paragraph") for at, each in zip(starts, paragraphs, strict=True))
    days = [day for day, _ in posts if day]
    dropped = tuple(Dropped(text.index(day), text.index(day) + len(day), "date_line", day) for day in days)
    found = analysis_of(text)
    told = [replace(each, block=starts.index(each.start)) for each in found.sentences if each.start in starts]
    page = replace(page_of(text, "2023-05-09"), blocks=blocks, dropped=dropped)
    mentions = ground_times(page, replace(found, sentences=tuple(told)))
    values = [mention.value for mention in mentions]
    return [value and value.edtf for value in values if value is None or value.rule != POSTED]


def test_each_post_of_a_channel_counts_from_the_day_above_it():
    assert posted(POSTS) == ["2023-05-02", "2023-05-01", "2023-05-01"]
    assert posted([POSTS[2], *POSTS[:2]]) == ["2023-05-01", "2023-05-02", "2023-05-01"]


@pytest.mark.parametrize(
    "posts",
    [
        POSTS[1:],
        [("", POSTS[0][1]), *POSTS[1:]],
        [POSTS[1], POSTS[2], ("[1 May 2023, 07:00]", POSTS[0][1])],
        [("[2 May 2023, 01:00]", told) for _, told in POSTS],
    ],
)
def test_days_above_paragraphs_that_are_no_row_of_posts_count_for_nothing(posts):
    page_day = {"this morning": "2023-05-09", "yesterday": "2023-05-08", "Monday": "2023-05-08"}
    assert posted(posts) == [next(day for word, day in page_day.items() if word in told) for _, told in posts]


def test_a_long_opening_that_is_no_place_takes_no_time():
    began = process_time()
    other = "Away from every front shelling went on around Goma; 4 May 2023 – Gunmen left on Monday."
    assert values("Gunmen attacked Goma on 9 May 2023.", other)[-1] != "2023-05-01"
    assert process_time() - began < 1
