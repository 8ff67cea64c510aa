"""Units of an army: whose they are, and that nobody makes rebels of them."""

import pytest

from crossreport.model import CodedPage
from tests.coding.coded import code_text, names
from tests.coding.test_own_statement import coded


def kinds(page: CodedPage, *roles: str) -> dict[str, str]:
    people = [p for report in page.reports for p in report.participants if not roles or p.role in roles]
    return {p.actor.name: p.actor.kind for p in people}


@pytest.mark.parametrize(
    "text",
    [
        "The Ninth Division shelled the market of Kadugli in Sudan and killed four civilians.",
        "Soldiers of the Joint Task Force Sibat killed two Abu Sayyaf fighters in Basilan in the Philippines.",
        "The 77th Battalion attacked the post of Boko Haram at Gwoza in Nigeria.",
    ],
)
def test_numbered_units_and_task_forces_are_the_states(text):
    assert set(kinds(code_text(text), "agent").values()) == {"state_forces"}


def test_a_rebels_brigade_is_the_rebels():
    coded_page = code_text(
        "The Kosovo Liberation Army's 121st Brigade attacked a police post in Malisevo in Kosovo. The 121st Brigade "
        "captured three policemen."
    )
    assert names(coded_page.reports[0], "agent") == {"Kosovo Liberation Army"}
    assert "state_forces" not in kinds(coded_page, "agent").values()


def test_where_rebels_number_their_units_too_an_unowned_one_stays_open():
    page = code_text("The 46th Division attacked a village near Idlib in Syria and killed two men.")
    assert "rebel_group" not in kinds(page).values()


def test_an_army_is_never_the_group_that_its_bulletin_tells_of():
    page = coded(
        "National Army of Colombia",
        "The Seventh Brigade informs that soldiers of the armed group Luis Prada, which on Monday set off a bomb in "
        "Mesetas, were located. In the fighting two members of the group were killed. The same structure had burned a "
        "bus. Our troops go on.",
    )
    bombs = [report for report in page.reports if report.type.label in ("explosion", "looting_destruction")]
    assert bombs
    assert "state_forces" not in {p.actor.kind for report in bombs for p in report.participants if p.role == "agent"}
    assert kinds(page).get("Luis Prada") == "rebel_group"


def test_a_group_called_after_a_man_is_no_person():
    (report,) = code_text("The armed group Ramon Tolosa detonated a car bomb in Florencia in Colombia.").reports
    assert {p.actor.kind for p in report.participants if p.role == "agent"} == {"rebel_group"}
