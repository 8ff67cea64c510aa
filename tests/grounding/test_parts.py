"""Digests that tell of one country after the other: each part has its own army, police and places."""

import time

import pytest

from crossreport.coding.page.page_parts import parts as parts_of
from crossreport.gazetteer.sections import country_sections
from crossreport.intake import capture_bytes
from crossreport.model import Actor, Mention, Page, Place
from crossreport.pipeline import parts
from crossreport.reading import read_page

MOZAMBIQUE = (
    "Soldiers shot dead two fishermen in Mocimboa da Praia on Monday, the district administrator told the radio."
)
MALI = (
    "Three soldiers were wounded on Tuesday when their pick-up hit a mine near Ansongo, a nurse of the hospital said."
)
KENYA = "Police arrested eleven herders in Marsabit on Wednesday after the burning of a school, the county chief said."


def page_of(text: str, name: str = "digest.txt") -> Page:
    page = read_page(capture_bytes(text.encode(), name))
    assert isinstance(page, Page)
    return page


def mentions(page: Page) -> tuple[Mention, ...]:
    return parts.ground(page, parts.analyse(page))


def sides(page: Page) -> list[str | None]:
    return [
        one.value.country
        for one in mentions(page)
        if isinstance(one.value, Actor) and one.span.quote in ("Soldiers", "soldiers", "Three soldiers", "Police")
    ]


HTML = (
    "<html><body><h1>What happened: 6-12 May 2019</h1><p>A weekly note on violence from open sources, by volunteers "
    "of the Lake Desk who read the press of nine countries.</p>"
    f"<h2>Mozambique</h2><p>{MOZAMBIQUE}</p><h2>Mali</h2><p>{MALI}</p><h2>Kenya</h2><p>{KENYA}</p></body></html>"
)
TEXT = f"WHAT HAPPENED\n\nMOZAMBIQUE (COAST)\n\n{MOZAMBIQUE}\n\nMALI\n\n{MALI}\n\nKENYA\n\n{KENYA}\n"


@pytest.mark.parametrize(("text", "name"), [(HTML, "digest.html"), (TEXT, "digest.txt")])
def test_each_country_s_soldiers_and_police_are_its_own(text: str, name: str) -> None:
    page = page_of(text, name)
    assert len(country_sections(page)) >= 3
    assert sides(page) == ["MZ", "ML", "KE"]


def test_places_that_no_list_has_lie_in_the_country_of_their_part() -> None:
    page = page_of(TEXT.replace("Mocimboa da Praia", "Nawekata").replace("Marsabit", "Olkeri Bora"))
    lands = {one.span.quote: one.value.country for one in mentions(page) if isinstance(one.value, Place)}
    assert (lands["Nawekata"], lands["Ansongo"], lands["Olkeri Bora"]) == ("MZ", "ML", "KE")


def test_a_row_of_countries_and_a_single_one_head_nothing() -> None:
    for text in (f"Mali\nKenya\nYemen\n\n{MALI}\n\n{KENYA}\n", f"Digest\n\nMali\n\n{MALI}\n\n{KENYA}\n"):
        assert len(country_sections(page_of(text))) == 1


def test_words_in_capitals_behind_the_last_country_end_it() -> None:
    page = page_of(
        f"{TEXT}\nCORRECTION to list no. 7: the pick-up burned on 2 May near Ansongo was the district's own.\n"
    )
    last = country_sections(page)[-1]
    assert page.text[page.blocks[last.blocks.start].start :].startswith("CORRECTION")


def test_a_round_up_without_headings_goes_by_the_towns_of_each_sentence() -> None:
    page = page_of(
        "Weekly note, 5 May 2023\n\nGunmen killed three soldiers near Kaduna on Monday. Four soldiers died when a mine "
        "exploded near Gao on Tuesday. The army said six soldiers were killed near Diffa on Wednesday.\n"
    )
    found = [
        one.value.country
        for one in mentions(page)
        if isinstance(one.value, Actor) and one.span.quote.split()[-1] in ("soldiers", "army")
    ]
    assert found == ["NG", "ML", "NE", "NE"]


def test_a_digest_of_thousands_of_lines_is_cut_in_no_time() -> None:
    """Work that grows with the square of the lines would take a second."""
    mine, school = MALI.replace("Ansongo", "Ansongo post {}"), KENYA.replace("a school", "school {}")
    items = (f"Mali\n\n{mine.format(n)}\n\nKenya\n\n{school.format(n)}" for n in range(1500))
    page = page_of("\n\n".join(items))
    begun = time.process_time()
    assert len(country_sections(page)) == 3000
    assert len(parts_of(page)) == len(page.blocks)
    assert time.process_time() - begun < 0.5
