from dataclasses import replace

import msgspec
import pytest

from crossreport.linking import link
from crossreport.linking.sources import group_sources
from crossreport.model import CodedPage, SourceGroup
from tests.linking.build import Told, page
from tests.linking.copies import BODY, OTHER, copy

BACKGROUND = (
    "Since the winter the two factions have fought over the grain silos that stand beside the northern railway line."
)


def groups(*pages: CodedPage) -> list[SourceGroup]:
    return list(link(pages).source_groups)


def kinds(*pages: CodedPage) -> list[str]:
    return sorted(group.kind for group in groups(*pages))


def test_pages_that_share_nothing_stand_alone() -> None:
    assert kinds(page("a", filler=BODY), page("b", filler=OTHER)) == ["single", "single"]


def test_the_same_text_under_two_names_is_one_capture() -> None:
    first = page("a", filler=BODY, outlet="Daily")
    second = replace_page(first, "page-second", "b")
    (group,) = groups(first, second)
    assert (group.kind, group.origin) == ("same_capture", "Daily")


def replace_page(coded: CodedPage, ident: str, name: str) -> CodedPage:
    return msgspec.structs.replace(coded, page=msgspec.structs.replace(coded.page, id=ident, name=name))


def test_a_new_masthead_and_headline_make_a_repost_and_the_first_day_its_origin() -> None:
    first = page("a", filler=BODY, outlet="Daily", published="2016-05-01")
    second = page("b", filler=BODY, outlet="Mirror", published="2016-05-03", title="An altogether different headline")
    (group,) = groups(first, second)
    assert (group.kind, group.origin) == ("repost", "Daily")
    assert all(len(shared.pages) == len(shared.quotes) == 2 for shared in group.shared)


def test_no_origin_is_named_when_the_order_is_unknown() -> None:
    (group,) = groups(page("a", filler=BODY, outlet="Daily"), page("b", filler=BODY, outlet="Mirror"))
    assert group.origin is None


def test_the_same_headline_alone_joins_nothing() -> None:
    title = "Shells rain down on the bakery quarter of the northern town of Tell Amar before sunrise on Tuesday"
    assert kinds(page("a", filler=BODY[:2], title=title), page("b", filler=OTHER, title=title)) == ["single"] * 2


def test_a_credited_agency_makes_partly_equal_texts_a_wire_copy() -> None:
    first = page("a", filler=[*BODY[:3], OTHER[0]], credits=["Reuters"], outlet="Daily")
    second = page("b", filler=[*BODY[:3], *OTHER[1:], BACKGROUND], credits=["Thomson Reuters"], outlet="Mirror")
    (group,) = groups(first, second)
    assert (group.kind, group.origin) == ("wire_copy", "Reuters")


def test_unnamed_agencies_are_no_agency() -> None:
    first = page("a", filler=[*BODY[:2], *OTHER], credits=["Agencies"])
    second = page("b", filler=[*BODY[:2], BACKGROUND], credits=["Agencies"])
    assert "wire_copy" not in kinds(first, second)


def test_a_background_sentence_in_common_is_a_shared_passage_and_its_quotes_read_on_both_pages() -> None:
    first = page("a", filler=[BACKGROUND, *BODY])
    second = page("b", filler=[*OTHER, BACKGROUND.replace("Since the winter the", "The").replace(".", ", aides said.")])
    (group,) = groups(first, second)
    assert group.kind == "shared_passages"
    texts = {coded.page.id: coded.page.text for coded in (first, second)}
    for shared in group.shared:
        assert all(quote in texts[name] for name, quote in zip(shared.pages, shared.quotes, strict=True))


@pytest.mark.parametrize(
    "phrase",
    [
        "There was no immediate claim of responsibility for the attack.",
        "The claims of both sides could not be independently verified.",
        "An officer spoke on condition of anonymity.",
    ],
)
def test_stock_phrases_show_no_common_origin(phrase: str) -> None:
    assert kinds(page("a", filler=[phrase, *BODY]), page("b", filler=[*OTHER, phrase])) == ["single", "single"]


def test_the_words_of_a_speaker_make_no_page_a_copy() -> None:
    speech = (
        "“We shall open the northern gate at noon, and whoever wishes to leave with a bag and a blanket may leave.”"
    )
    long = [speech, speech.replace("northern gate at noon", "southern road and the old bridge on Friday")]
    found = kinds(page("a", filler=[*long, BODY[0]]), page("b", filler=[*long, OTHER[0]]))
    assert found == ["shared_passages"]


def test_dropped_text_decides_nothing() -> None:
    first, second = page("a", filler=[*BODY, BACKGROUND]), page("b", filler=[*OTHER, BACKGROUND])
    bare = [without_last_block(coded) for coded in (first, second)]
    assert kinds(*bare) == ["single", "single"]


def without_last_block(coded: CodedPage) -> CodedPage:
    kept = msgspec.structs.replace(coded.page, blocks=coded.page.blocks[:-1])
    return msgspec.structs.replace(coded, page=kept)


def test_apostrophes_commas_and_case_do_not_hide_a_copy() -> None:
    one = "The town’s 1,600 families left by the river road once the army's engineers had laid a second bridge."
    other = "THE TOWNS 1600 FAMILIES LEFT BY THE RIVER ROAD ONCE THE ARMYS ENGINEERS HAD LAID A SECOND BRIDGE"
    assert "shared_passages" in kinds(page("a", filler=[one, *BODY]), page("b", filler=[other, *OTHER]))


def test_a_page_is_in_one_group_of_copies_or_in_none() -> None:
    found = group_sources(sorted((copy(number) for number in range(60)), key=lambda coded: coded.page.id)).groups
    strong = [name for group in found if group.kind != "shared_passages" for name in group.pages]
    assert len(strong) == len(set(strong))


def test_a_sentence_in_common_joins_the_reports_that_it_tells() -> None:
    told = Told(BACKGROUND, "armed_clash", parties=["front", "league"], place="Umm Rayan", day=None)
    first = page("a", told, filler=BODY)
    second = page("b", replace(told, place=None), filler=OTHER)
    (event,) = link([first, second]).events
    assert len(event.reports) == 2


def test_loaded_words_and_spelling_that_the_other_side_swaps_do_not_hide_a_copy() -> None:
    one = "Government forces shelled the neighbourhood beside the mill after rebels had organised a supply line there."
    other = "Regime forces shelled the neighborhood beside the mill after terrorists had organized a supply line there."
    assert "shared_passages" in kinds(page("a", filler=[one, *BODY]), page("b", filler=[other, *OTHER]))
