"""Arms used against places, truces violated, people taken to the police, besieged towns, and who only is displaced."""

import pytest
from msgspec import structs

from crossreport.coding import code
from crossreport.grounding.ground import ground
from tests.coding.coded import analyser, code_text, names, page_of, types


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The army used drones against houses in Bamenda on Tuesday.", "air_strike"),
        ("The military used fighter jets against a school in Depayin in Myanmar.", "air_strike"),
        ("Government forces used mortars against the village of Kware on Monday.", "shelling"),
        ("The M23 used heavy weapons against positions of the FARDC in Sake on Friday.", "shelling"),
        ("Soldiers of Azerbaijan violated the ceasefire near Sotk on Monday.", "other"),
        ("The truce in Hodeidah was breached by Houthi fighters on Monday.", "other"),
        ("Six young men were taken to the police station in Sittwe after the raid.", "arrest"),
        ("Three journalists were driven to the intelligence headquarters in Juba on Monday.", "arrest"),
        ("Gunmen ambushed a truck on the road to Dori, killing the driver and his assistant.", "attack_on_civilians"),
        ("Fighters ambushed a civilian car near Palma, killing two civilians.", "attack_on_civilians"),
    ],
)
def test_a_deed_of_its_type(text: str, label: str) -> None:
    assert label in types(code_text(text))


def test_nobody_hits_the_means() -> None:
    (report,) = code_text("The military used fighter jets against a school in Depayin.").reports
    assert not names(report, "target")


def test_what_is_denied_of_arms_is_denied() -> None:
    (report,) = code_text("The ministry denied that its forces had used drones against Kobani.").reports
    assert (report.type.label, report.status) == ("air_strike", "denied")


@pytest.mark.parametrize(
    "text",
    [
        "The gang used a drone to film the barracks in Port-au-Prince.",
        "The men were taken to hospital in Gao.",
        "Women displaced by the fighting queued for water in Kassala on Monday.",
    ],
)
def test_no_happening(text: str) -> None:
    assert not types(code_text(text))


def test_an_ambush_on_soldiers_is_a_clash() -> None:
    (report,) = code_text("Rebels ambushed an army patrol near Goma, killing two soldiers and a civilian.").reports
    assert report.type.label == "armed_clash"


@pytest.mark.parametrize(
    ("text", "besieger"),
    [
        ("A convoy left regime-besieged Zabadani in Syria on Monday.", "Government of Syria"),
        ("The army shelled the rebel-encircled town of Kadugli on Monday.", "Sudanese opposition armed groups"),
    ],
)
def test_who_besieges_is_told_by_the_tie(text: str, besieger: str) -> None:
    reports = code_text(text).reports
    assert [names(each, "agent") for each in reports if each.type.label == "siege_blockade"] == [{besieger}]
    assert all(besieger not in names(each) for each in reports if each.type.label != "siege_blockade")


@pytest.mark.parametrize(
    ("outlet", "text", "side"),
    [
        (
            "Ministry of Defence of Ethiopia",
            "The town of Chifra was liberated on Saturday. A base of the TPLF in Burka was bombed.",
            "Ethiopian National Defense Force",
        ),
        (
            "Philippine Army",
            "The Mapandi bridge in Marawi was retaken on Thursday. Positions of the Maute group were shelled.",
            "Philippine Army",
        ),
    ],
)
def test_what_a_side_tells_under_its_own_head_was_done_by_it(outlet: str, text: str, side: str) -> None:
    head = f"{outlet}\nPress release\n\n"
    page = structs.replace(page_of(head + text), outlet=outlet, blocks=page_of(head + text).blocks[2:])
    analysis = analyser().analyse(page)
    coded = code(page, analysis, ground(page, analysis))
    assert [names(report, "agent") for report in coded.reports] == [{side}, {side}]
    assert all(p.as_written == outlet for r in coded.reports for p in r.participants if p.role == "agent")
