"""Several releases on one page, each counting from the day of its own dateline. 9 May 2023 is a Tuesday."""

from time import process_time

import pytest
from msgspec.structs import replace

from crossreport.grounding.times import ground_times
from crossreport.model import Block
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


def test_a_long_opening_that_is_no_place_takes_no_time():
    began = process_time()
    other = "Away from every front shelling went on around Goma; 4 May 2023 – Gunmen left on Monday."
    assert values("Gunmen attacked Goma on 9 May 2023.", other)[-1] != "2023-05-01"
    assert process_time() - began < 1
