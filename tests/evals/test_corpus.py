import json

import pytest

from evals import corpus
from evals.coded import CodedFigure
from evals.corpus_check import across, faults, numbers_in
from evals.corpus_pages import PARTS, CorpusPage, listed, pages, read_list, read_page
from evals.fa_kes import Scores
from evals.gold_lines import ClaimLine, EventLine, FigureLine, amount, read_line
from evals.markup import Fault, Mark, strip

EVERY = [page for part in PARTS for page in (*pages(part), *listed(part))]
PAGE = r"""# agency | Sahel | 2021-05-04 | dev
Raid in \[Dily\]
[Gunmen|a1] [killed|c1] [[nine|k1] herders|t1] in [Koulikare|p1] on [Monday|w1].
~ Share
---
1! attack_on_civilians; gunmen -> civilians; @ Koulikare (Koulikoro, ML); 2021-05-03; said AFP > mayor; killed 9 herders
"""


def page_of(tmp_path, text):
    path = tmp_path / "dily.txt"
    path.write_text(text, encoding="utf-8")
    return read_page(path)


def test_the_corpus_keeps_to_its_scheme():
    assert [f"{page.id}: {each}" for page in EVERY for each in faults(page)] == []
    assert list(across(EVERY)) == []


def test_the_corpus_is_as_large_as_it_says():
    whole = {part: [page for page in EVERY if page.header.part == part and not page.listed] for part in PARTS}
    assert sum(map(len, whole.values())) >= 200
    assert [len({page.header.conflict for page in whole[part]}) for part in PARTS] == [42, 7]
    assert sum(page.listed for page in EVERY) >= 1100


def test_a_part_agrees_with_itself():
    scores = Scores()
    for page in EVERY:
        scores.add(page.coding, page.coding)
    assert scores.strict.f1 == scores.events.f1 == scores.figures.f1 == 1.0


def test_marks_are_offsets_into_the_plain_page(tmp_path):
    page = page_of(tmp_path, PAGE)
    assert page.text == "Raid in [Dily]\nGunmen killed nine herders in Koulikare on Monday.\nShare"
    assert page.marked.words("target", "1") == ["nine herders"]
    assert page.marked.words("killed", "1") == ["nine"]
    assert page.furniture == ("Share",)


def test_gold_lines_become_a_coding(tmp_path):
    page = page_of(tmp_path, PAGE)
    event = page.coding.events[0]
    assert (event.type, event.agent, event.target, event.place) == (
        "attack_on_civilians",
        ("gunmen",),
        ("civilians",),
        ("Koulikare",),
    )
    assert (event.admin, event.country, event.when, event.core, event.cue) == (
        "Koulikoro",
        "ML",
        "2021-05-03",
        True,
        "killed",
    )
    assert event.said_by == ("AFP", "mayor")
    assert page.coding.figures == (
        CodedFigure(
            "killed", 9, 9, 9, "herders", "nine", said_by=("AFP", "mayor"), where="Koulikare", when="2021-05-03"
        ),
    )
    assert list(faults(page)) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("attack_on_civilians", "massacre", "1: unknown type massacre"),
        ("[killed|c1]", "killed", "1: no cue"),
        ("killed 9 herders", "killed 8 herders", "1: killed: 'nine' says not [8.0]"),
        ("; killed 9 herders", "", "1: killed: a number without a mark or a mark without a number"),
        ("@ Koulikare", "@ Nara", "1: place Nara is not on the page"),
        ("2021-05-03", "2021-05-10", "1: 2021-05-10 is after the page's day"),
        ("[Monday|w1]", "[Tuesday|w1]", "1: 2021-05-03 is no Tuesday"),
        ("[Gunmen|a1]", "[Gunmen|a2]", "marks of 2, but no line"),
        ("1! attack", "1 attack", "no core event"),
    ],
)
def test_each_fault_is_found(tmp_path, old, new, says):
    assert list(faults(page_of(tmp_path, PAGE.replace(old, new)))) == [says]


@pytest.mark.parametrize(
    "source", ["[Gunmen|a1", "Gunmen]", "[Gunmen]", "[Gunmen|]", "[Gunmen|z1]", "[ |c1]", "[Gunmen |a1]", "a\\b"]
)
def test_marks_must_be_whole(source):
    with pytest.raises(Fault):
        strip(source)


def test_a_bar_outside_of_marks_is_one():
    assert strip("UN | News").text == "UN | News"


def test_marks_may_have_several_tags_and_stand_for_figures_and_claims():
    assert strip("[OCHA|vf1 a2]").marks == (Mark(0, 4, "agent", "2"), Mark(0, 4, "voice", "f1"))


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("9", (9, 9, 9)),
        ("9+ men", (9, 9, None)),
        ("~9", (None, 9, None)),
        ("<9", (None, 9, 9)),
        ("<=9", (None, None, 9)),
        ("7-9", (7, None, 9)),
        ("dozens of men", (24, None, 99)),
        ("20000//99999", (20000, None, 99999)),
    ],
)
def test_amounts_are_the_codebooks(words, bounds):
    found = amount(words)
    assert (found.low, found.best, found.high) == bounds


def test_lines_of_all_three_kinds():
    event = read_line("2 armed_clash; M23 <> FARDC, Wazalendo; @ (CD); suspected; denied")
    assert isinstance(event, EventLine)
    assert (event.event.party, event.event.country, event.event.status) == (
        ("M23", "FARDC", "Wazalendo"),
        "CD",
        "denied",
    )
    assert event.suspected
    figure = read_line("f1 displaced 3000+ people; on 2; in f2; cumulative; said OCHA; @ Sake (CD); 2023-02")
    assert isinstance(figure, FigureLine)
    assert (figure.on, figure.part_of, figure.figure.where, figure.figure.when) == ("2", "f2", "Sake", "2023-02")
    assert figure.figure.cumulative
    claim = read_line("s1 spokesman (via Saba > source): He said so; twice.")
    assert isinstance(claim, ClaimLine)
    assert (claim.claim.speaker, claim.claim.says, claim.claim.via) == (
        "spokesman",
        "He said so; twice.",
        ("Saba", "source"),
    )


@pytest.mark.parametrize(
    "line", ["arrest; A -> B", "1 arrest; ten of them", "f1 killed many", "f1 killed 3; maybe", ""]
)
def test_other_lines_are_none(line):
    with pytest.raises(Fault):
        read_line(line)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("twenty-four men", 24),
        ("1.5 million people", 1_500_000),
        ("12,000 soldiers", 12_000),
        ("three hundred fighters", 300),
        ("two dozen", 24),
        ("two women and three children", 5),
        ("a policeman", 1),
        ("the driver", 1),
    ],
)
def test_numbers_are_read_from_words(words, wanted):
    assert wanted in numbers_in(words)


def test_a_list_has_sentences_with_and_without_events(tmp_path):
    path = tmp_path / "papua.txt"
    path.write_text(
        "# mixed | Papua | 2022-03-04 | dev\n[Shots|c1] fell.\n1 armed_clash\n\nIt rained.\n", encoding="utf-8"
    )
    found = list(read_list(path))
    assert [(each.id, each.text, len(each.lines)) for each in found] == [
        ("papua-1", "Shots fell.", 1),
        ("papua-2", "It rained.", 0),
    ]


def test_a_conflict_lies_in_one_part_and_no_text_comes_twice(tmp_path):
    page = page_of(tmp_path, PAGE)
    other = page_of(tmp_path, PAGE.replace("| dev", "| test"))
    assert list(across([page, other])) == ["dily: Sahel lies in two parts"]
    twin = CorpusPage("twin", page.header, page.marked, page.lines)
    assert list(across([page, twin])) == ["twin is dily"]


def test_a_fault_names_its_file(tmp_path):
    with pytest.raises(Fault, match=r"dily\.txt: no line ---"):
        page_of(tmp_path, PAGE.replace("---\n", ""))
    with pytest.raises(Fault, match=r"dily\.txt: unknown kind of outlet or part"):
        page_of(tmp_path, PAGE.replace("agency", "rumour"))


def test_sentences_are_counted_without_furniture(tmp_path):
    page = page_of(tmp_path, PAGE)
    assert corpus.sentences_of(page) == (2, 1)
    assert corpus.counts([page])["with_gold"] == 1


def test_export_writes_offsets_that_fit(tmp_path):
    out = tmp_path / "out.jsonl"
    assert corpus.main(["--export", str(out)]) == 0
    for line in out.read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        assert all(0 <= each["start"] < each["end"] <= len(page["text"]) for each in page["marks"])
