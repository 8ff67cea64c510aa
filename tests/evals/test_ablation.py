"""Parts of the coding room taken out and put back."""

from crossreport.coding import code, coder
from crossreport.coding.drafting import drafting
from crossreport.coding.drafting.drafting import find_triggers
from crossreport.coding.page.document import Document
from crossreport.coding.roles import participants
from crossreport.coding.status import status
from crossreport.grounding.ground import ground
from evals.ablation import Part, Swap, flat, nearest, parts, put, row, without
from evals.fa_kes import Scores
from tests.coding.coded import analyser, page_of

TEXT = "Near Bor, the army said on Monday, Houthi fighters were bombed by Saudi jets. M23 may attack Goma."


def read(text):
    page = page_of(text)
    analysis = analyser().analyse(page)
    return page, analysis, ground(page, analysis)


def test_every_part_is_found_and_is_back_afterwards():
    page, analysis, mentions = read(TEXT)
    whole = code(page, analysis, mentions)
    for name, part in parts().items():
        assert part.swaps or part.treeless or name == "all of it"
        with without(part):
            code(page, analysis, mentions)
    assert code(page, analysis, mentions) == whole


def test_a_function_is_replaced_wherever_it_was_taken_up():
    part = put(status.status_of, lambda *_: ("happened", None, False))
    assert {"status_of"} == {swap.name for swap in part.swaps}
    assert {status, drafting} <= {swap.module for swap in part.swaps}
    with without(part):
        assert drafting.status_of is not status_of_before
    assert drafting.status_of is status_of_before


status_of_before = status.status_of


def test_without_status_what_may_come_has_happened():
    page, analysis, mentions = read("Gunmen may attack the market of Goma.")
    with without(parts()["status (all happened)"]):
        assert [report.status for report in code(page, analysis, mentions).reports] == ["happened"]


def test_the_nearest_name_in_front_does_it_and_the_first_behind_suffers_it():
    page, analysis, mentions = read("The Houthis, the army said, shelled Saudi soldiers near Najran.")
    doc = Document(page, analysis, mentions)
    (hit,) = [found for found in find_triggers(doc) if found.type == "shelling"]
    roles = {taking.role: taking.mention.span.quote for taking in nearest(doc, hit)}
    assert "army" in roles["agent"]
    assert "Saudi" in roles["target"]
    assert nearest(doc, hit) != participants.participants(doc, hit)


def test_without_trees_every_word_hangs_on_the_one_before():
    _, analysis, _ = read(TEXT)
    for sentence in flat(analysis).sentences:
        assert [token.head for token in sentence.tokens] == list(range(-1, len(sentence.tokens) - 1))


def test_a_row_holds_its_part_group_and_figures():
    assert row("voices", "real", Scores()).startswith("| voices | real | 0.000 |")
    assert Part((Swap(coder, "join", None),)).swaps[0].name == "join"
