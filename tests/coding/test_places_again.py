"""Places told by a noun that stands for one, what a setting says behind its deed, and what lends no place."""

import pytest

from crossreport.model import EventReport
from tests.coding.coded import code_text


def _of(text: str, type_: str) -> EventReport:
    (found,) = [one for one in code_text(text).reports if one.type.label == type_]
    return found


def _named(report: EventReport) -> list[str]:
    return [each.name for each in report.places]


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        (
            "A missile killed a woman near Taiz on Friday. Residents of Hodeidah said that jets flew low. Gunmen shot "
            "dead a judge in a separate part of the same city on Sunday.",
            "killing",
            "Hodeidah",
        ),
        (
            "Sittwe has been cut off by rebels since May. On Monday the junta barred any food from the town.",
            "siege_blockade",
            "Sittwe",
        ),
        (
            "Soldiers shot two men in Kano state on Monday. In another incident they burned shops in the same state.",
            "looting_destruction",
            "Kano",
        ),
    ],
)
def test_a_noun_that_stands_for_a_town_or_province_tells_where_it_was(text: str, type_: str, place: str) -> None:
    reports = [one for one in code_text(text).reports if one.type.label == type_]
    assert any(place in _named(one) for one in reports)


@pytest.mark.parametrize(
    "text",
    [
        "The UN envoy called on both sides on Friday to stop the fighting in Kadugli.",
        "The humanitarian coordinator in Yemen demanded on Sunday that all parties spare civilians.",
        "Human Rights Watch appealed to Colombia on Thursday to protect leaders in Cauca.",
        "Amnesty urged the government on Monday to investigate killings carried out in Plateau State.",
    ],
)
def test_a_demand_is_not_made_where_its_content_its_addressee_or_the_speakers_office_is(text: str) -> None:
    assert _of(text, "statement_demand").place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Gunmen killed 12 people in Kaduna state on Friday. The killings took place in the village of Zaria, which "
            "the men entered at dawn, police said.",
            "Zaria",
        ),
        (
            "Raiders killed 30 herders in Jonglei state on Sunday. The deaths were recorded in Pibor, officials said.",
            "Pibor",
        ),
    ],
)
def test_the_deaths_are_placed_by_the_sentence_behind_them(text: str, place: str) -> None:
    assert _named(_of(text, "attack_on_civilians"))[0] == place


def test_the_land_beyond_a_border_is_not_where_it_was() -> None:
    report = _of("Soldiers killed six smugglers near the border with Libya on Monday.", "attack_on_civilians")
    assert report.place is None


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Kabul on Sunday. Gunmen attacked a village in another province on Monday.",
        "A bomb killed two people in Goma on Monday. Rebels shot dead a farmer in the mainly Christian south.",
        "Drones struck Khartoum on Monday. The army killed six men in a raid in August 2014.",
    ],
)
def test_another_place_or_time_takes_no_place_from_the_deed_before(text: str) -> None:
    *_, last = sorted(code_text(text).reports, key=lambda one: one.span.start)
    assert last.place is None
