"""Nameless gunmen and armies of one item are none of another land's war; sentences of our own on many wars."""

import pytest

from tests.coding.coded import code_text, names


def _last(text):
    return code_text(text, "2024-05-09").reports[-1]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        (
            "BOGOTA - The ELN bombed a police station in Arauca on Monday.\n"
            "KABUL - A clinic was stormed in Jalalabad on Tuesday. The gunmen killed four nurses, the governor said.",
            "ELN",
        ),
        (
            "NAYPYITAW - The Kachin Independence Army attacked an army post near Bhamo on Sunday.\n"
            "MOGADISHU - A market was attacked in Baidoa on Monday. The fighters killed three traders and left.",
            "Kachin Independence Army",
        ),
        (
            "KYIV - Russian forces shelled Kherson on Monday, killing a man.\n"
            "KHARTOUM - The army shelled a market in Omdurman on Tuesday, killing five traders.",
            "Russian Armed Forces",
        ),
    ],
)
def test_a_nameless_group_is_of_no_other_lands_war(text, group):
    assert group not in names(_last(text))


def test_in_the_same_land_the_group_told_of_before_is_meant():
    text = (
        "MAIDUGURI - Boko Haram attacked Damboa in Nigeria on Monday and killed four farmers.\n"
        "On Tuesday the militants burned a school in Damboa."
    )
    assert "Boko Haram" in names(_last(text), "agent")


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "Kyrgyz soldiers crossed the border near Vorukh and attacked a village, the army said in Dushanbe.",
            "armed-forces-of-tajikistan",
        ),
        (
            "Ugandan soldiers opened fire in Aru on Monday and killed two traders, the army said in Kinshasa.",
            "armed-forces-of-democratic-republic-of-the-congo",
        ),
        (
            "Turkish soldiers killed five PKK fighters near Amadiya in northern Iraq on Monday, the army said.",
            "armed-forces-of-turkey",
        ),
    ],
)
def test_the_army_that_says_it_is_that_of_where_it_speaks(text, voice):
    assert [one.actor_id for one in _last(text).attribution] == [voice]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Ministry of Defence of Somalia said on Saturday that troops of the Burundian contingent "
            "detained three men in Jowhar.",
            "Burundi National Defence Force",
        ),
        (
            "The Malian Ministry of Defence said that soldiers of the Chadian contingent "
            "had arrested two men in Kidal.",
            "Chadian Armed Forces",
        ),
    ],
)
def test_soldiers_of_a_contingent_are_of_its_country(text, who):
    assert names(_last(text), "agent") == {who}
