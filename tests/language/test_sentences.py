from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossreport.language.sentences import page_sentences, split_sentences
from crossreport.model import Block, Page, Published, Span


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Shells hit the market.", "Nobody was hurt."],
        ["Lt. Gen. Faris al-Omar resigned.", "His deputy, J. R. Haddad, took over."],
        ["It began at 5 a.m. on Sept. 4 near St. George Square.", "It ended later."],
        ["The convoy left the U.S. Embassy.", "It carried No. 3 of the list."],
        ["They flew to the U.S.", "The talks failed."],
        ["“We saw smoke.”", "The witness then left."],
        ['He called it "a crime".', "Others disagreed."],
        ['"Where is the aid?" she asked.', "No one knew."],
        ["Fighting eased.", "al-Hamra was quiet."],
        ["About 2.5 tons arrived.", "1,200 people got some."],
        ["The toll rose (to nine).", "Two more are missing."],
        ["The base fell.[12]", "Its garrison fled."],
        ["Weapons, food etc. were sent.", "Then roads closed."],
        ["the road was closed.", "nobody could pass.", "they left it."],
        ["Are they safe?", "nobody in town knows!", "we wait."],
        ["Ten die in shelling By Ali Musa", "KUFRA, Libya (Desert News) -", "Guns fell silent.", "People left."],
        ["Men of the Northern Wing (NW) – said to be 40 – left."],
        ["He works for Nile Trading Co. in Port Sudan.", "She does not."],
    ],
)
def test_sentences_of_a_passage(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The bridge fell.The army left.", 2),
        ("He said “we lost”.The army left.", 2),
        ("See example.com and the U.S.Army.", 1),
        ("the militia said the town was calm no one came", 1),
        ("First part\n\nSecond part", 2),
        ("A line that\ngoes on below. Then more.", 2),
        ("Who knows? Nobody! They left...", 3),
        ("1. The first point", 1),
        ("The road is shut. ... 15 Related stories", 2),
        ("It took ... 15 days.", 1),
        ("The fort fell. (agency) A dozen men fled.", 2),
        ("The fort fell. (or so they say)", 1),
        ("Who knows? he asked. Nobody!", 2),
        ("It lasted two hrs. or more. Some 30 sq. km burned.", 2),
        ("Wells Inc. said it has approx. ten trucks, i.e. too few.", 1),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_number_of_sentences(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


def page(text: str, blocks: tuple[Block, ...], dateline: Span | None = None) -> Page:
    return Page("p", "c", "n", None, None, "en", text, blocks, (), Published("2015", None, None), dateline=dateline)


def test_a_title_is_one_sentence_and_blocks_bound_sentences() -> None:
    text = "Shelling. Again. In Omdurman\nA first line without a stop\nand a second"
    blocks = (Block(0, 28, "title"), Block(29, 56, "paragraph"), Block(57, len(text), "paragraph"))
    found = list(page_sentences(page(text, blocks)))
    assert [(text[a:b], block) for a, b, block in found] == [
        ("Shelling. Again. In Omdurman", 0),
        ("A first line without a stop", 1),
        ("and a second", 2),
    ]


def test_the_body_begins_behind_the_dateline() -> None:
    text = "KHARTOUM, Jan. 9, (Agencies): Two men died. More are hurt."
    dateline = Span.of(text, 0, 28)
    found = page_sentences(page(text, (Block(0, len(text), "paragraph"),), dateline))
    assert [text[a:b] for a, b, _ in found] == ["Two men died.", "More are hurt."]


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from('.?!"” \nAab1'), max_size=200))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    spans = split_sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
