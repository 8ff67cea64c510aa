"""Pages that open with whoever issues them: no headline of theirs, but their outlet; all pages are our own."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page

REPORT = (
    "Shells fell on the market of Umm Keddada on Tuesday and killed nine traders, and a tenth died of his wounds.\n\n"
    "The shells came from the hills in the east, where fighters have stood since the harvest, a trader's widow said.\n"
)


def read(text: str, name: str = "page.txt") -> Page:
    page = read_page(capture_bytes(text.encode(), name))
    assert isinstance(page, Page), page
    return page


@pytest.mark.parametrize(
    ("head", "outlet", "title"),
    [
        ("Umm Keddada Resistance Committees\nFacebook page · Public\n\nStatement No. 9\n", True, "Statement No. 9"),
        ("DESERT WIND INFO\n@desertwindinfo\n\n[30 July 2024, 22:10]\n", "Desert Wind Info", None),
        ("MOVIMIENTO DEL 9 DE ABRIL\nOFFICIAL COMMUNIQUE\nPuerto Leal, 23 October 2024\n",
         "Movimiento del 9 de Abril", "OFFICIAL COMMUNIQUE"),
        ("Ministry of Defence of the Republic of Kisala\nReport on the shells of Tuesday (as of 9 July 2024)\n",
         True, "Report on the shells of Tuesday (as of 9 July 2024)"),
        ("PRESS CENTRE OF THE DESERT OPERATION HEADQUARTERS\nShells in the area as of 18:00, 9.07.2024\n",
         "Press Centre of the Desert Operation Headquarters", "Shells in the area as of 18:00, 9.07.2024"),
        ("No PR-118/2024-ISPR\nUmm Keddada, 9 July 2024:\n", "ISPR", None),
        ("RADIO RIVER CHANNEL — ENGLISH SERVICE FOR THE DIASPORA\nShells hit a market\n", "Radio River Channel",
         "Shells hit a market"),
        ("Desert Wind Watch 🟥\n12.4K subscribers\n\nDesert Wind Watch 🟥\n9 July 2024 at 08:14\n",
         "Desert Wind Watch", None),
        ("REPUBLIC OF SOUTH SUDAN\nShells and markets in the north, note No. 4\n9 July 2024\n", None,
         "Shells and markets in the north, note No. 4"),
        ("Republic of South Sudan - Ministry of Defence, Press Directorate\n\nShells fall on a market\n",
         "Ministry of Defence", "Shells fall on a market"),
        ("Desert Rights Network\nURGENT ACTION 12/2024\nUmm Keddada, 9 July 2024\n", "Desert Rights Network",
         "URGENT ACTION 12/2024"),
        ("Coast Peace Circle\nWEEKLY INCIDENT LOG, COAST AND HILLS\n1-7 July 2024 (published 9 July 2024)\n",
         "Coast Peace Circle", "WEEKLY INCIDENT LOG, COAST AND HILLS"),
        ("REPUBLIC OF SOUTH SUDAN\nMINISTRY OF INTERIOR\nPress Statement\n9 July 2024, Juba\n", "Ministry of Interior",
         "Press Statement"),
        ("Desert Front News @desertfrontnews\n9 July 2024\n\nNine die as shells hit a market\n", "Desert Front News",
         "Nine die as shells hit a market"),
        ("Coast Watch Media | Channel\nOfficial channel of the defenders of the coast\n\n[09.07.2024 08:10]\n",
         "Coast Watch Media", None),
        ("Coast Watch Media\nChannel of the defenders of the coast, official\n\n[09.07.2024 08:10]\n",
         "Coast Watch Media", None),
        ("Coastfront\n09.07.2024, 17:45\nNine die as shells hit a market\n", "Coastfront",
         "Nine die as shells hit a market"),
        ("Coast River Watch\nAdvocacy | Reports | Maps | Donate\n\nNine dead at market\n9 July 2024\n",
         "Coast River Watch", "Nine dead at market"),
        ("# Desert Weekly Brief, issue 44\n*9 July 2024*\n", None, "Desert Weekly Brief, issue 44"),
        ("RADIO COAST FM 98.3\n\nNine dead at market\n", "Radio Coast FM 98.3", "Nine dead at market"),
        ("UNITED COAST MISSION (UNCOM)\nPRESS RELEASE\n\nMission condemns shells on the market\n",
         "United Coast Mission (UNCOM)",
         "Mission condemns shells on the market"),
        ("THE DESERT & COAST REVIEW\nAnalysis        Saturday, 27 September 1997\n\nWho shells the markets?\n",
         "Desert & Coast Review", "Who shells the markets?"),
    ],
)  # fmt: skip
def test_whoever_issues_a_page_is_its_outlet_and_no_headline(head: str, outlet: str | bool, title: str | None) -> None:
    page = read(f"{head}\n{REPORT}")
    first = head.splitlines()[0]
    assert page.outlet == (first if outlet is True else outlet or None)
    assert page.title == title


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (
            "Observatory of Desert Rights (ODR), Umm Keddada\nList of incidents, June 2024\n",
            "Observatory of Desert Rights",
        ),
        ("Observatory of Rights in the Sands (ODS), Umm Keddada\n4 June 2024\n", "Observatory of Rights in the Sands"),
        ("Shelter Cluster Kisala: Flash Update No. 3\n19 May 2019\n", "Shelter Cluster Kisala"),
        ("THE DESERT REPORTER\nFriday, 9 January 1976\n\nNine die as shells fall on a market\n", "Desert Reporter"),
    ],
)
def test_the_opening_line_names_the_outlet(head: str, outlet: str) -> None:
    assert read(f"{head}\n{REPORT}").outlet == outlet


def test_a_day_between_marks_and_one_in_the_address_date_an_html_page() -> None:
    told = "".join(f"<p>{line}</p>" for line in REPORT.split("\n\n"))
    tab = "<title>Shells hit a market</title>"
    head = "<h1>Shells hit a market</h1><div class='meta'>El Faro · Wednesday, 11 June 2025 · Palma</div>"
    assert read(f"<html><head>{tab}</head><body>{head}{told}</body></html>", "a.html").published.edtf == "2025-06-11"
    link = "<link rel='canonical' href='https://faro.example/2025/06/11/shells-hit-market/'>"
    found = read(f"<html><head>{tab}{link}</head><body><h1>Shells hit a market</h1>{told}</body></html>", "a.html")
    assert "address_date" in {basis.rule for basis in found.published.basis}


def test_an_e_mail_pasted_with_its_header_names_sender_and_subject() -> None:
    head = "From: Gulf Roads Monitor <digest@roads.example>\nTo: all@roads.example\nSubject: Shells on a market\n"
    page = read(f"{head}Date: Thu, 13 Jun 2024 06:00:12 +0300\n\n{REPORT}")
    assert (page.outlet, page.title) == ("Gulf Roads Monitor", "Shells on a market")


@pytest.mark.parametrize(
    ("tab", "header", "outlet"),
    [
        ("Shells hit a market | El Faro del Sur (English)", "El Faro del Sur | Local | Police", "El Faro del Sur"),
        ("Shells hit a market - Gazette des Deux Rives, English pages", "Gazette des Deux Rives > Security",
         "Gazette des Deux Rives"),
        ("Desert Guard Forces - official", "Desert Guard Forces | Spokesperson", "Desert Guard Forces"),
        ("Desert Guard Forces - official", "Home | Spokesperson", None),
    ],
)  # fmt: skip
def test_what_stands_in_the_tab_and_above_the_headline_is_the_site(tab: str, header: str, outlet: str | None) -> None:
    told = "".join(f"<p>{line}</p>" for line in REPORT.split("\n\n"))
    body = f"<div>{header}</div><h1>Shells hit a market</h1>{told}"
    page = read(f"<html><head><title>{tab}</title></head><body>{body}</body></html>", "page.html")
    assert page.outlet == outlet


def test_a_bulletin_says_up_to_which_day_it_tells_and_weekdays_before_it_move_that_day_no_further() -> None:
    """9 July 2024 is a Tuesday, 12 July a Friday."""
    told = "Coast Office\nFlash Update No. 3\nAs of 12 July 2024\n\n"
    assert read(told + REPORT).published.edtf == "2024-07-12"
    log = "Coast Office\nDaily report 44\n(covering 8 July 2024, issued 9 July 2024)\n\n"
    assert read(log + REPORT).published.edtf == "2024-07-09"
