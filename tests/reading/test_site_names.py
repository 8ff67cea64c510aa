"""Sites named behind the headline of their tab, above a communiqué, or on the first line."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page
from tests.reading.test_html import PARAGRAPHS


def outlet(text: str, name: str) -> str | None:
    outcome = read_page(capture_bytes(text.encode(), name))
    assert isinstance(outcome, Page), outcome
    return outcome.outlet


def html(tab: str, title: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    head = f"<html><head><title>{tab}</title></head><body><h1>{title}</h1><p>ANI, Port correspondent</p>"
    return f"{head}{body}</body></html>"


@pytest.mark.parametrize(
    ("tab", "title", "name"),
    [
        ("Port Amal: boats sink - Agencia Costera", "Boats capsize near Port Amal", "Agencia Costera"),
        ("Port Amal boats: fourteen drown | Hill and Vale", "Port Amal: 14 drown as boats sink", "Hill and Vale"),
        ("Port Amal boats capsize - The Amal Chronicle", "Boats capsize near Port Amal", "Amal Chronicle"),
        ("Boats capsize near Port Amal | Costanera", "Boats capsize near Port Amal", "Costanera"),
        ("Boats capsize near Port Amal | Tawid Eastern Hills", "Boats capsize near Port Amal", "Tawid Eastern Hills"),
        ("Boats capsize near Port Amal - Press Office of the Coast Guard, Kisala", "Boats capsize near Port Amal",
         "Press Office of the Coast Guard, Kisala"),
    ],
)  # fmt: skip
def test_the_tab_names_the_site_behind_another_headline_of_the_report(tab: str, title: str, name: str) -> None:
    assert outlet(html(tab, title), "page.html") == name


@pytest.mark.parametrize(
    "tab", ["Boats capsize near Port Amal - Breaking News Live", "Harvest fails - Dry Upper Fields"]
)
def test_what_is_no_site_or_no_headline_of_the_report_names_none(tab: str) -> None:
    assert outlet(html(tab, "Boats capsize near Port Amal"), "page.html") not in (
        "Breaking News Live",
        "Dry Upper Fields",
    )


def test_a_headline_with_a_colon_is_its_own_tab_and_names_no_site() -> None:
    tab = "Port Amal Harbour: Coast Guard Searches"
    assert outlet(html(tab, tab), "page.html") != "Coast Guard Searches"
    assert outlet(html(tab, f"{tab} in vain"), "page.html") != "Coast Guard Searches"


def test_a_movement_heads_its_communique_and_a_radio_its_page() -> None:
    told = "\n\n".join(PARAGRAPHS)
    movement = f"PLATEAU MOVEMENT - M12\nOFFICIAL COMMUNIQUE No. 19/2023\n\n{told}\n"
    assert outlet(movement, "a.txt") == "Plateau Movement"
    assert (
        outlet(f"Radio Amal - news in English\nMonday\n\nBoats capsize near Port Amal\n\n{told}\n", "b.txt")
        == "Radio Amal"
    )


@pytest.mark.parametrize("tab", ["Boats capsize near Port Amal | Middle East", "Boats capsize near Port Amal - Yemen"])
def test_a_part_of_the_world_behind_the_headline_is_a_section(tab: str) -> None:
    assert outlet(html(tab, "Boats capsize near Port Amal"), "page.html") not in ("Middle East", "Yemen")


def test_one_word_that_heads_the_page_and_its_date_line_names_the_site() -> None:
    body = "\n\n".join(PARAGRAPHS)
    text = f"AmalNet\n\nBoats capsize near Port Amal\n\n[AmalNet, Friday, 17 October 2008, 11:40 GMT]\n\n{body}\n"
    assert outlet(text, "page.txt") == "AmalNet"


def test_a_list_is_of_whoever_compiled_it() -> None:
    body = "\n\n".join(PARAGRAPHS)
    head = "BOATS LOST\nWeekly list no. 24/2023\nCompiled by the Safe Sea Observatory, Geneva, from partners' reports"
    assert outlet(f"{head}\n\n{body}\n", "page.txt") == "Safe Sea Observatory"


def test_a_town_in_capitals_within_a_name_is_written_as_a_name() -> None:
    body = "\n\n".join([*PARAGRAPHS, "In LIMA, a bomb toppled two pylons, the power company said on Thursday night."])
    assert outlet(f"THE LIMA COURIER\n\nBoats capsize near Port Amal\n\n{body}\n", "page.txt") == "Lima Courier"
